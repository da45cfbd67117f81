//! `undersigned import us`: derives the committed tables of the US Congress from upstream records.

use clap::Args;

use crate::cli::exit::Exit;

/// Derive data/us from upstream records.
#[derive(Debug, Args)]
pub struct Arguments {}

/// Runs the command.
pub fn run(_arguments: &Arguments) -> Exit {
    Exit::CouldNotRun
}
