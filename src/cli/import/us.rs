//! `undersigned import us`: derives the committed tables of the US Congress from upstream records.

mod blocks;
mod district_offices;
mod ground;
mod lints;
mod people;
mod reviewed;
mod table;
mod write;
mod zip_table;
mod zips;

use std::path::{Path, PathBuf};

use clap::Args;

use self::reviewed::{Format, Reviewed};
use super::reviewed as shared;
use crate::cli::exit::Exit;
use crate::cli::tables::fault::Failure;
use crate::cli::tables::{read, store};

/// Derive data/us from upstream records.
///
/// Reads the files that reviewed.toml names: members and district offices in the JSON form of
/// unitedstates/congress-legislators, ZIP codes as zccd.csv, as the Census Bureau's tab20_cd11920_zcta520_natl.txt, or block
/// by block as its NationalCD120.txt with tab20_zcta520_tabblock20_natl.txt. Shapes of districts, outlines of ZIP codes and
/// centres of population, if it names them, tell slivers from candidates and give each its share of the people.
/// Writes divisions.csv, officials.csv, district-offices.csv, zip-cd119.csv and sources.toml, all or none of them, and
/// only when every check passes: what upstream lacks or gets wrong must be named in reviewed.toml with its reason.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  undersigned import us
  undersigned import us --from ~/downloads/congress --to data/us

Exit codes: 0 written, 1 problems found and nothing written, 2 could not run.")]
pub struct Arguments {
    /// Folder with the upstream files.
    #[arg(long, value_name = "FOLDER", default_value = "../shared/data/us")]
    from: PathBuf,
    /// Folder for the tables.
    #[arg(long, value_name = "FOLDER", default_value = "data/us")]
    to: PathBuf,
    /// What a person has looked at: inputs, seats, vacancies, corrections [default: reviewed.toml in the --to folder].
    #[arg(long, value_name = "FILE")]
    reviewed: Option<PathBuf>,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Exit {
    let Arguments { from, to, reviewed } = arguments;
    shared::run(reviewed.as_ref(), to, |reviewed| import(from, reviewed, to))
}

fn import(from: &Path, reviewed: &Path, to: &Path) -> Result<String, Failure> {
    let reviewed: Reviewed = shared::read(reviewed)?;
    let mut faults = Vec::new();
    let seats = reviewed.seats(&mut faults);

    let (people_file, people_bytes) = shared::input(from, &reviewed.input, &[Format::Legislators], &mut faults)?;
    let (offices_file, offices_bytes) = shared::input(from, &reviewed.input, &[Format::DistrictOffices], &mut faults)?;
    let people = people::read(&people_bytes, people_file, &reviewed, &mut faults);
    let offices = district_offices::read(&offices_bytes, offices_file, &mut faults);
    let zips = zip_table::derive(from, to, &reviewed, &seats, &offices, &mut faults)?;

    lints::seats(&people_file.file, &people, &seats, &mut faults);
    lints::zips(&zips, &seats, &mut faults);
    if !faults.is_empty() {
        return Err(Failure::Faults(faults));
    }
    let texts = write::texts(&write::Records {
        term: &reviewed.congress,
        seats: &seats,
        people: (people_file, &people),
        offices: (offices_file, &offices),
        zips: &zips,
    })?;
    // The build must be able to read what is committed.
    read::tables(&texts)?;
    store::write(to, &texts)?;
    Ok(format!(
        "{}: {} seats ({} vacant), {} people, {} district offices, {} pairs of ZIP code and seat",
        to.display(),
        seats.divisions.len(),
        seats.vacant.len(),
        people.len(),
        offices.len(),
        zips.rows()
    ))
}
