//! `undersigned import release`: a draft campaign from a plain-text press release.

use clap::Args;

use crate::cli::exit::Exit;

/// Draft a campaign from a plain-text press release.
#[derive(Debug, Args)]
pub struct Arguments {}

/// Runs the command.
pub fn run(_arguments: &Arguments) -> Exit {
    Exit::CouldNotRun
}
