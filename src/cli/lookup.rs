//! `undersigned lookup`: prints what the page would offer for a ZIP code.

use clap::Args;

use crate::cli::exit::Exit;

/// Print what the page would offer for a postcode.
#[derive(Debug, Args)]
pub struct Arguments {}

/// Runs the command.
pub fn run(_arguments: &Arguments) -> Exit {
    Exit::CouldNotRun
}
