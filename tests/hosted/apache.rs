//! Apache, set up by following docs/hosting.
