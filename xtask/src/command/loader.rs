//! `cargo xtask loader`: the small form of the loader, which hosts pin.

use anyhow::Result;
use clap::Args;

use super::Exit;
use crate::scripts;

/// Minify the loader again after you change `assets/embed/v1.js`. Every build minifies the other scripts.
#[derive(Debug, Args)]
pub struct Arguments {}

pub fn run(_arguments: &Arguments) -> Result<Exit> {
    scripts::write_loader()?;
    Ok(Exit::Good)
}
