//! `undersigned prerender`: writes the whole site; Trunk calls it after each build.

use clap::Args;

use crate::cli::exit::Exit;

/// Write the static site into a folder that holds the built page.
#[derive(Debug, Args)]
pub struct Arguments {}

/// Runs the command.
pub fn run(_arguments: &Arguments) -> Exit {
    Exit::CouldNotRun
}
