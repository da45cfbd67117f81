//! Caddy, set up by following docs/hosting.
