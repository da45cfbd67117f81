//! `cargo xtask scripts`: the small forms of the hand-written scripts.

use anyhow::Result;
use clap::Args;
use xtask::scripts;

use super::Exit;

/// Minify the hand-written scripts again, after you change them.
#[derive(Debug, Args)]
pub struct Arguments {}

/// Runs the command.
pub fn run(_arguments: &Arguments) -> Result<Exit> {
    scripts::write()?;
    Ok(Exit::Good)
}
