//! `undersigned import`: imports what others publish.

pub mod ca;
pub mod eu;
pub mod fr;
pub mod legislature;
pub mod release;
pub mod reviewed;
mod signers;
pub mod store;
pub mod uk;
pub mod us;

use clap::{Args, Subcommand};

use self::legislature::reviewed::Format;
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
    Ca(ca::Arguments),
    Eu(eu::Arguments),
    Fr(fr::Arguments),
}

pub fn run(arguments: &Arguments) -> Exit {
    match &arguments.what {
        What::Release(arguments) => release::run(arguments),
        What::Signers(arguments) => signers::run(arguments),
        What::Us(arguments) => us::run(arguments),
        What::Uk(arguments) => uk::run(arguments),
        What::Ca(arguments) => ca::run(arguments),
        What::Eu(arguments) => eu::run(arguments),
        What::Fr(arguments) => fr::run(arguments),
    }
}

/// The importer of a legislature's folder, told by the formats of its inputs; none if no importer reads them.
pub fn of_folder(reviewed: &legislature::reviewed::Reviewed) -> Option<legislature::Derive> {
    reviewed.input.iter().find_map(|input| match input.format {
        Format::CaMpData => Some(ca::derive as legislature::Derive),
        Format::EuMepList => Some(eu::derive),
        Format::FrDeputies => Some(fr::derive),
        Format::MpLookup => Some(uk::derive),
        Format::CaRidings
        | Format::CaRidingShapes
        | Format::GeonamesCities
        | Format::EuMepAddresses
        | Format::FrDeputyAddresses
        | Format::PostcodeRuns => None,
    })
}
