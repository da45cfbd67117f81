//! `undersigned import us`: derives the committed tables of the US Congress from upstream records.

mod blocks;
mod close_ups;
mod district_offices;
mod ground;
mod lines;
mod lints;
mod people;
pub mod reviewed;
mod sources;
mod table;
mod write;
mod zip_table;
mod zips;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use clap::Args;

use places::congress::Role;
use places::date::Date;
use records::fault::{Failure, Fault};
use records::tables::read;

use self::people::Read;
use self::reviewed::{Format, Reviewed};
use super::reviewed::{self as shared, Derived, Folders, How};
use crate::cli::exit::Exit;
use crate::cli::import::store;

/// Derive data/us from upstream records.
///
/// Reads the files named in reviewed.toml: members and district offices in the JSON format of
/// unitedstates/congress-legislators, and ZIP codes as zccd.csv, as the Census Bureau's tab20_cd11920_zcta520_natl.txt, or
/// block by block from its NationalCD120.txt and tab20_zcta520_tabblock20_natl.txt. If it lists shapes of districts, outlines
/// of ZIP codes and centres of population, they tell slivers from real candidates and give each candidate its share of the
/// people. With names of places, they also make the maps of ZIP codes that cover several districts.
///
/// Writes all tables and sources.toml, or nothing if a check fails. What upstream lacks or gets wrong must be listed in
/// reviewed.toml with a reason.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  undersigned import us
  undersigned import us --from ~/downloads/congress --to data/us

Exit codes: 0 written, 1 problems found and nothing written, 2 could not run.")]
#[command(mut_arg("from", |from| from.required(false).default_value("cache/us")))]
#[command(mut_arg("to", |to| to.required(false).default_value("data/us")))]
pub struct Arguments {
    #[command(flatten)]
    folders: Folders,
}

pub fn run(arguments: &Arguments) -> Exit {
    let Folders { from, to, .. } = &arguments.folders;
    shared::run(&arguments.folders, |reviewed| import(from, reviewed, to))
}

fn import(from: &Path, reviewed: &Path, to: &Path) -> Result<String, Failure> {
    let (derived, _) = derive(from, &shared::read(reviewed)?, to, How::Whole)?;
    store::write(to, &derived.texts)?;
    Ok(format!("{}: {}", to.display(), derived.summary))
}

/// The first day of each member's term, by Bioguide identifier.
pub type Starts = BTreeMap<String, Date>;

/// Makes the tables from the upstream files in `from`. `to` holds those that are there already. ZIP codes stay where only
/// people are made again.
pub fn derive(from: &Path, reviewed: &Reviewed, to: &Path, how: How) -> Result<(Derived, Starts), Failure> {
    let mut faults = Vec::new();
    let mut in_vain = Vec::new();
    let seats = reviewed.seats(&mut faults);

    let (people_file, people_bytes) = shared::input(from, &reviewed.input, &[Format::Legislators], &mut faults)?;
    let (offices_file, offices_bytes) = shared::input(from, &reviewed.input, &[Format::DistrictOffices], &mut faults)?;
    let Read { people, starts } = people::read(&people_bytes, people_file, reviewed, &mut faults, &mut in_vain);
    let mut offices = district_offices::read(&offices_bytes, offices_file, &mut faults);
    let ids: BTreeSet<&str> = people.iter().map(|person| &*person.bioguide).collect();
    for office in offices.extract_if(.., |office| !ids.contains(&*office.bioguide)) {
        in_vain.push(Fault::new(&offices_file.file, &office.bioguide, "an office of nobody in the records; left out"));
    }
    let zips = match how {
        How::Whole => zip_table::derive(from, to, reviewed, &seats, &offices, &mut faults)?,
        How::People => zip_table::keep(to, &offices_file.file, &mut faults)?,
    };

    let (lines_file, redrawn) = lines::read(from, to, reviewed, how, &mut faults)?;
    lints::seats(&people_file.file, &people, &seats, &mut faults, &mut in_vain);
    lints::zips(&zips, &seats, &mut faults);
    if how == How::Whole {
        faults.append(&mut in_vain);
    }
    if !faults.is_empty() {
        return Err(Failure::Faults(faults));
    }
    let texts = write::texts(&write::Records {
        term: &reviewed.congress,
        seats: &seats,
        people: (people_file, &people),
        offices: (offices_file, &offices),
        zips: &zips,
        lines: (lines_file.as_ref(), &redrawn),
    })?;
    // The build must be able to read what is committed.
    read::tables(&texts)?;
    let held = people.iter().filter(|person| person.role != Role::Senator).count();
    let summary = format!(
        "{} seats ({} vacant), {} people, {} district offices, {} pairs of ZIP code and seat",
        seats.divisions.len(),
        seats.divisions.len() - held,
        people.len(),
        offices.len(),
        zips.rows()
    );
    Ok((Derived { texts, summary, notes: in_vain }, starts))
}
