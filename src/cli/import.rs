//! `undersigned import`: imports what others publish.

pub mod release;
pub mod reviewed;
mod signers;
pub mod uk;
pub mod us;

use clap::{Args, Subcommand};

use crate::cli::exit::Exit;

/// Import what others publish: press releases, lists of signers, official records.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Release(release::Arguments),
    Signers(signers::Arguments),
    Us(us::Arguments),
    Uk(uk::Arguments),
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Exit {
    match &arguments.what {
        What::Release(arguments) => release::run(arguments),
        What::Signers(arguments) => signers::run(arguments),
        What::Us(arguments) => us::run(arguments),
        What::Uk(arguments) => uk::run(arguments),
    }
}
