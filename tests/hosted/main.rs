//! The site on other people's software, set up by following the documentation. `cargo xtask test` installs what is missing and
//! skips the modules of what it may not install (`tests/bench/src/runs/hosted.rs`): a module for each piece of software, named alike.
// A helper that fails is a failed test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod apache;
mod asking;
mod caddy;
mod cloudfront;
mod frameworks;
mod guide;
mod hugo;
mod live;
mod machine;
mod nginx;
mod published;
mod rows;
mod shared;
mod valid;
mod visited;
mod wordpress;

use std::path::PathBuf;

use testbench::workspace;

/// The folder that `UNDERSIGNED_DIST` names, else `dist/`.
fn built() -> PathBuf {
    std::env::var_os("UNDERSIGNED_DIST").map_or_else(workspace::dist, PathBuf::from)
}
