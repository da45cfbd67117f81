//! `undersigned import uk`: derives the committed tables of the House of Commons from upstream records.

mod members;
mod postcodes;
pub mod reviewed;
mod write;

use std::path::Path;

use clap::Args;

use records::fault::{Failure, Fault};
use records::tables::lines;
use records::tables::uk;
use records::tables::uk::rows::ConstituencyRow;
use records::tables::uk::sources::{Format, Input};

use self::members::SeatRows;
use self::reviewed::Reviewed;
use super::reviewed::{self as shared, Derived, Folders};
use crate::cli::disk;
use crate::cli::exit::Exit;
use crate::cli::import::store;

/// Derive data/uk from upstream records.
///
/// Reads the files named in reviewed.toml: members in the format of mp_lookup.csv from dfe-analytical-services/mp-lookup, and
/// postcodes as runs (outward, first_inward, gss_code). Writes constituencies.csv, members.csv, postcodes.csv and
/// sources.toml: all of them, or none if a check fails. What upstream lacks or gets wrong must be listed in reviewed.toml
/// with a reason.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  undersigned import uk
  undersigned import uk --from ~/downloads/commons --to data/uk

Exit codes: 0 written, 1 problems found and nothing written, 2 could not run.")]
#[command(mut_arg("from", |from| from.required(false).default_value("cache/uk")))]
#[command(mut_arg("to", |to| to.required(false).default_value("data/uk")))]
pub struct Arguments {
    #[command(flatten)]
    folders: Folders,
}

pub fn run(arguments: &Arguments) -> Exit {
    let Folders { from, to, .. } = &arguments.folders;
    shared::run(&arguments.folders, |reviewed| import(from, reviewed, to))
}

fn import(from: &Path, reviewed: &Path, to: &Path) -> Result<String, Failure> {
    let reviewed: Reviewed = shared::read(reviewed)?;
    let mut faults = Vec::new();
    let mut in_vain = Vec::new();
    let (members_file, seats) = members(from, &reviewed, &[], &mut faults, &mut in_vain)?;
    faults.append(&mut in_vain);
    let (postcodes_file, postcodes_bytes) = shared::input(from, &reviewed.input, &[Format::PostcodeRuns], &mut faults)?;
    let runs = postcodes::read(&postcodes_bytes, &postcodes_file.file, &seats, &mut faults);
    if !faults.is_empty() {
        return Err(Failure::Faults(faults));
    }
    let postcodes = write::postcodes(&runs)?;
    let texts = write::texts(&reviewed.parliament, (members_file, &seats), (postcodes_file, postcodes))?;
    // The build must be able to read what is committed.
    let tables = uk::tables(&texts)?;
    store::write(to, &texts)?;
    Ok(format!(
        "{}: {}, {} runs of postcodes, {} bytes for visitors",
        to.display(),
        summary(&seats),
        runs.len(),
        tables.bytes.len()
    ))
}

/// Makes the tables of members from the file in `from`; postcodes stay as they are in `to`.
pub fn derive_members(from: &Path, reviewed: &Reviewed, to: &Path) -> Result<Derived, Failure> {
    let before = lines::texts(&disk::folder(to), to, &uk::FILES, "undersigned import uk")?;
    let mut faults = Vec::new();
    let mut notes = Vec::new();
    let constituencies = lines::rows(&before, "constituencies.csv", &mut faults, |row: ConstituencyRow| Ok(row));
    let constituencies: Vec<ConstituencyRow> = constituencies.into_iter().map(|(_, row)| row).collect();
    let (members_file, seats) = members(from, reviewed, &constituencies, &mut faults, &mut notes)?;
    let postcodes_file = shared::only(&reviewed.input, &[Format::PostcodeRuns])?;
    if !faults.is_empty() {
        return Err(Failure::Faults(faults));
    }
    let postcodes = before.get("postcodes.csv").cloned().unwrap_or_default();
    let texts = write::texts(&reviewed.parliament, (members_file, &seats), (postcodes_file, postcodes))?;
    uk::tables(&texts)?;
    Ok(Derived { texts, summary: summary(&seats), notes })
}

fn members<'a>(
    from: &Path,
    reviewed: &'a Reviewed,
    known: &[ConstituencyRow],
    faults: &mut Vec<Fault>,
    in_vain: &mut Vec<Fault>,
) -> Result<(&'a Input, Vec<SeatRows>), Failure> {
    let (file, bytes) = shared::input(from, &reviewed.input, &[Format::MpLookup], faults)?;
    for input in reviewed.input.iter().filter(|input| input.credit.is_empty()) {
        faults.push(Fault::new(shared::FILE, &input.file, "no credit; enter the one its licence asks for"));
    }
    Ok((file, members::read(&bytes, &file.file, reviewed, known, faults, in_vain)))
}

fn summary(seats: &[SeatRows]) -> String {
    format!(
        "{} constituencies ({} vacant), {} without a published e-mail address",
        seats.len(),
        seats.iter().filter(|seat| seat.member.is_none()).count(),
        seats.iter().filter_map(|seat| seat.member.as_ref()).filter(|member| member.email.is_empty()).count(),
    )
}
