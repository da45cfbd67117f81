//! nginx, set up by following docs/hosting.
