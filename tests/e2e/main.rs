//! Visitors' goals, in a real browser, against the built site. `cargo xtask test --e2e` builds it and runs these.

mod accessibility;
#[path = "../prerender/blocked_words.rs"]
mod blocked_words;
mod blockers;
mod close_up;
mod council;
mod countries;
mod deployments;
mod disk;
mod embedding;
mod eye;
mod faults;
mod guided;
mod kit;
mod landing;
mod leave;
mod letter;
mod listed;
mod located;
mod lookup;
mod named;
mod policy;
mod privacy;
mod profile;
mod program;
mod republished;
mod search;
mod security;
mod strict_hosts;
mod taps;
mod tasks;
mod terms;
mod told;
mod translated;
mod watched;
mod without_wasm;
mod wordpress;

use std::path::PathBuf;

use anyhow::Result;
use testbench::visit::Stage;
use testbench::workspace;

use watched::Watched;

/// The site, served for one test, which fails if the site's security policy is broken in it.
fn stage() -> Result<Watched> {
    Ok(Watched::new(Stage::build(&built())?))
}

/// The folder that `UNDERSIGNED_DIST` names, else `dist/`.
fn built() -> PathBuf {
    std::env::var_os("UNDERSIGNED_DIST").map_or_else(workspace::dist, PathBuf::from)
}
