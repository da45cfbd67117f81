//! `undersigned import uk`: derives the committed tables of the House of Commons from upstream records.

mod members;
mod postcodes;
mod reviewed;
mod write;

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use self::reviewed::Reviewed;
use crate::cli::exit::Exit;
use crate::cli::tables::fault::{Failure, Fault};
use crate::cli::tables::uk::sources::{Format, Input};
use crate::cli::tables::{sha256_hex, store, uk};
use crate::cli::terminal;

/// Derive data/uk from upstream records.
///
/// Reads the files that reviewed.toml names: members in the form of mp_lookup.csv of dfe-analytical-services/mp-lookup,
/// postcodes as runs (outward, first_inward, gss_code). Writes constituencies.csv, members.csv, postcodes.csv and
/// sources.toml, all or none of them, and only when every check passes: what upstream lacks or gets wrong must be named in
/// reviewed.toml with its reason.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  undersigned import uk
  undersigned import uk --from ~/downloads/commons --to data/uk

Exit codes: 0 written, 1 problems found and nothing written, 2 could not run.")]
pub struct Arguments {
    /// Folder with the upstream files.
    #[arg(long, value_name = "FOLDER", default_value = "../shared/data/uk")]
    from: PathBuf,
    /// Folder for the tables.
    #[arg(long, value_name = "FOLDER", default_value = "data/uk")]
    to: PathBuf,
    /// What a person has looked at: inputs, vacancies, corrections [default: reviewed.toml in the --to folder].
    #[arg(long, value_name = "FILE")]
    reviewed: Option<PathBuf>,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Exit {
    let reviewed = arguments.reviewed.clone().unwrap_or_else(|| arguments.to.join(reviewed::FILE));
    match import(&arguments.from, &reviewed, &arguments.to) {
        Ok(summary) => {
            terminal::say(summary);
            Exit::Good
        }
        Err(failure) => {
            terminal::complain(&failure);
            match failure {
                Failure::CouldNotRun(_) => Exit::CouldNotRun,
                Failure::Faults(faults) => {
                    terminal::complain(format_args!("{} problems; nothing was written", faults.len()));
                    Exit::ProblemsFound
                }
            }
        }
    }
}

fn import(from: &Path, reviewed: &Path, to: &Path) -> Result<String, Failure> {
    let text = String::from_utf8_lossy(&file(reviewed)?).into_owned();
    let reviewed = Reviewed::parse(&text).map_err(|fault| Failure::Faults(vec![fault]))?;
    let mut faults = Vec::new();
    let (members_file, members_bytes) = input(from, &reviewed, Format::MpLookup, &mut faults)?;
    let (postcodes_file, postcodes_bytes) = input(from, &reviewed, Format::PostcodeRuns, &mut faults)?;
    let seats = members::read(&members_bytes, &members_file.file, &reviewed, &mut faults);
    let runs = postcodes::read(&postcodes_bytes, &postcodes_file.file, &seats, &mut faults);
    if !faults.is_empty() {
        return Err(Failure::Faults(faults));
    }
    let texts = write::texts(&reviewed.parliament, (members_file, &seats), (postcodes_file, &runs))?;
    // The build must be able to read what is committed.
    let tables = uk::tables(&texts)?;
    store::write(to, &texts)?;
    Ok(format!(
        "{}: {} constituencies ({} vacant), {} without a published e-mail address, {} runs of postcodes, {} bytes for visitors",
        to.display(),
        seats.len(),
        seats.iter().filter(|seat| seat.member.is_none()).count(),
        seats.iter().filter_map(|seat| seat.member.as_ref()).filter(|member| member.email.is_empty()).count(),
        runs.len(),
        tables.bytes.len()
    ))
}

fn file(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| Failure::CouldNotRun(format!("{}: {error}", path.display())))
}

fn input<'a>(
    from: &Path,
    reviewed: &'a Reviewed,
    format: Format,
    faults: &mut Vec<Fault>,
) -> Result<(&'a Input, Vec<u8>), Failure> {
    let inputs: Vec<&Input> = reviewed.input.iter().filter(|input| input.format == format).collect();
    let &[input] = inputs.as_slice() else {
        let problem = format!("needs exactly one input in the format {format:?}, has {}", inputs.len());
        return Err(Failure::Faults(vec![Fault::new(reviewed::FILE, "input", problem)]));
    };
    let bytes = file(&from.join(&input.file))?;
    let found = sha256_hex(&bytes);
    if found != input.sha256 {
        let problem = format!(
            "checksum {found} is not that of {}; look at the new file, then enter it there with its date",
            reviewed::FILE
        );
        faults.push(Fault::new(&input.file, "whole file", problem));
    }
    Ok((input, bytes))
}
