//! `undersigned check`: lists every fault of every file of a campaign.

use clap::Args;

use crate::cli::exit::Exit;

/// List all faults of campaign folders, one per line.
#[derive(Debug, Args)]
pub struct Arguments {}

/// Runs the command.
pub fn run(_arguments: &Arguments) -> Exit {
    Exit::CouldNotRun
}
