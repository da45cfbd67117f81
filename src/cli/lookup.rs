//! `undersigned lookup`: prints what the page would offer for a postcode.

mod folder;
mod uk;
mod us;

use clap::{Args, Subcommand};

use crate::cli::exit::Exit;

/// Print what the page would offer for a postcode.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    legislature: Legislature,
}

#[derive(Debug, Subcommand)]
enum Legislature {
    Us(us::Arguments),
    Uk(uk::Arguments),
    In(folder::Arguments),
}

pub fn run(arguments: &Arguments) -> Exit {
    match &arguments.legislature {
        Legislature::Us(arguments) => us::run(arguments),
        Legislature::Uk(arguments) => uk::run(arguments),
        Legislature::In(arguments) => folder::run(arguments),
    }
}
