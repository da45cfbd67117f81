//! `undersigned new`: starts a campaign folder from a commented example.

use clap::Args;

use crate::cli::exit::Exit;

/// Start a campaign folder.
#[derive(Debug, Args)]
pub struct Arguments {}

/// Runs the command.
pub fn run(_arguments: &Arguments) -> Exit {
    Exit::CouldNotRun
}
