//! `undersigned check`: lists every fault of every file of a campaign.

mod folder;
mod look_alike;
mod picture;
mod quoted;
mod sentence;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;

use campaign::Campaign;
use campaign::fault::{Fault, FaultKind, count, limited};
use campaign::schema;

use crate::cli::exit::Exit;
use crate::cli::tables::age;
use crate::cli::tables::fault::Failure;
use crate::cli::{legislature, prerender, tables, terminal};

pub use folder::{load, load_all, read};
pub use sentence::{line, sentence};

/// List every fault in campaign folders, one per line.
///
/// Each line names the file, the place in it (a JSON pointer), what is wrong and how to fix it. Changes nothing. Without
/// folders, also reports how old the tables of people and places are, and rejects tables that have expired.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Folders of campaigns or legislatures [default: every folder in `campaigns` and `data`].
    #[arg(value_name = "FOLDER", conflicts_with = "write_schema")]
    folders: Vec<PathBuf>,
    /// Write `campaign.schema.json` and `words.schema.json` into `campaigns`, and `legislature.schema.json` into `data`, for
    /// editors, and check nothing.
    #[arg(long)]
    write_schema: bool,
    /// Also check what a build needs besides campaigns: site.toml, the interface texts and the tables.
    #[arg(long, conflicts_with_all = ["folders", "write_schema"])]
    site: bool,
    /// Public address, instead of the one in site.toml.
    #[arg(long, value_name = "ADDRESS", requires = "site")]
    public_url: Option<String>,
    /// Folder of the tables whose age is reported when no campaign folder is named.
    #[arg(long, value_name = "FOLDER", default_value = "data")]
    data: PathBuf,
    #[command(flatten)]
    dates: age::Dates,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Exit {
    let campaigns = Path::new("campaigns");
    if arguments.write_schema {
        return write_schema(campaigns);
    }
    // The folder of a legislature may be named too.
    let (named, folders): (Vec<PathBuf>, Vec<PathBuf>) =
        arguments.folders.iter().cloned().partition(|folder| legislature::looks_like_one(folder));
    let outcome = match arguments.folders.as_slice() {
        [] => load_all(campaigns, &arguments.data),
        _ => folder::gather(folders.iter().map(|folder| load(folder, &arguments.data))),
    };
    let own: Vec<PathBuf> = match arguments.folders.as_slice() {
        [] => legislature::folders(&arguments.data, campaigns),
        _ => folders.iter().filter_map(|folder| legislature::own(folder)).chain(named).collect(),
    };
    let legislatures: Vec<Failure> = own
        .iter()
        .flat_map(|folder| [legislature::read(folder).err(), legislature::name_taken(folder, &arguments.data)])
        .flatten()
        .collect();
    legislatures.iter().for_each(terminal::say);
    let elsewhere: Vec<&tables::fault::Fault> = legislatures.iter().flat_map(Failure::faults).collect();
    let exit = match outcome {
        Ok(_) if !legislatures.is_empty() => Exit::ProblemsFound,
        Ok(checked) => {
            if checked.is_empty() {
                terminal::say(format_args!("{}: no faults", counted(own.len(), "legislature")));
            } else {
                terminal::say(summary(&checked));
            }
            if !arguments.folders.is_empty() {
                return Exit::Good;
            }
            age::judge(&arguments.data, legislature::own_of_open(campaigns, &checked), &arguments.dates).map_or_else(
                |failure| {
                    terminal::complain(&failure);
                    failure.exit()
                },
                |()| Exit::Good,
            )
        }
        Err(faults) => report_with(&faults, &elsewhere),
    };
    if !arguments.site {
        return exit;
    }
    let problems = prerender::source_problems(arguments.public_url.as_deref());
    problems.iter().for_each(terminal::say);
    if problems.is_empty() || exit == Exit::CouldNotRun { exit } else { Exit::ProblemsFound }
}

/// Prints every fault on its own line, and how many there are.
pub fn report(faults: &[Fault]) -> Exit {
    report_with(faults, &[])
}

/// The same, with faults of legislatures that were printed before and count too.
fn report_with(faults: &[Fault], printed: &[&tables::fault::Fault]) -> Exit {
    for fault in &limited(faults.to_vec()) {
        terminal::say(line(fault));
    }
    let files = faults.iter().map(|fault| &*fault.file).chain(printed.iter().map(|fault| &*fault.file));
    terminal::say(total(count(faults) + printed.len(), files.collect()));
    if faults.iter().any(|fault| matches!(fault.kind, FaultKind::CannotRead(_))) {
        Exit::CouldNotRun
    } else {
        Exit::ProblemsFound
    }
}

fn write_schema(folder: &Path) -> Exit {
    let legislature = serde_json::to_string_pretty(&legislature::schema()).unwrap_or_default() + "\n";
    let schemas = schema::files().into_iter().map(|(name, text)| (folder.join(name), text));
    for (path, text) in schemas.chain([(Path::new("data").join("legislature.schema.json"), legislature)]) {
        if let Err(error) = std::fs::write(&path, text) {
            terminal::complain(format_args!("{}: cannot be written: {error}", path.display()));
            return Exit::CouldNotRun;
        }
        terminal::say(format_args!("{}: written", path.display()));
    }
    Exit::Good
}

fn summary(campaigns: &[Campaign]) -> String {
    let files = campaigns.iter().map(|campaign| campaign.words.len()).sum();
    format!("{}, {}: no faults", counted(campaigns.len(), "campaign"), counted(files, "language file"))
}

fn total(faults: usize, files: BTreeSet<&str>) -> String {
    format!("{} in {}", counted(faults, "fault"), counted(files.len(), "file"))
}

fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
