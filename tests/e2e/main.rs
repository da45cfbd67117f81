//! Visitors' goals, in a real browser, against the built site. `cargo xtask test --e2e` builds it and runs these.

mod accessibility;
mod countries;
mod embedding;
mod faults;
mod guided;
mod kit;
mod landing;
mod leave;
mod letter;
mod lookup;
mod policy;
mod privacy;
mod security;
mod tasks;
mod without_wasm;
mod wordpress;

use std::path::PathBuf;

use anyhow::Result;
use xtask::visit::Stage;
use xtask::workspace;

/// The site, served for one test.
fn stage() -> Result<Stage> {
    Stage::build(&built())
}

/// The folder that `UNDERSIGNED_DIST` names, else `dist/`.
fn built() -> PathBuf {
    std::env::var_os("UNDERSIGNED_DIST").map_or_else(workspace::dist, PathBuf::from)
}
