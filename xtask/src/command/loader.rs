//! `cargo xtask loader`: the small form of the loader, which hosts pin.

use anyhow::Result;
use clap::Args;

use super::Exit;
use crate::scripts;

/// Make the loader's committed form again, after you change `assets/embed/v1.js`. All other scripts are made smaller by each build.
#[derive(Debug, Args)]
pub struct Arguments {}

/// Runs the command.
pub fn run(_arguments: &Arguments) -> Result<Exit> {
    scripts::write_loader()?;
    Ok(Exit::Good)
}
