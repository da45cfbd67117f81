//! `undersigned check`: lists every fault of every file of a campaign.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;

use campaign::Campaign;
use campaign::fault::{Fault, FaultKind, count, limited};
use campaign::schema;
use campaign::sentence::line;
use files::Files;
use publish::{campaigns, site_file};
use records::fault::Failure;
use records::{catalogues, legislature, tables};

use crate::cli::exit::Exit;
use crate::cli::{age, disk, terminal};

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

pub fn run(arguments: &Arguments) -> Exit {
    let all = Path::new("campaigns");
    if arguments.write_schema {
        return write_schema(all);
    }
    let data = &arguments.data;
    let mut files = Files::default();
    disk::data(&mut files, data);
    match arguments.folders.as_slice() {
        [] => disk::campaigns(&mut files, all),
        folders => {
            for folder in folders {
                // The folder of a legislature may be named too.
                let tables = disk::folder(folder);
                match legislature::looks_like_one(&tables, folder) {
                    true => files.extend(tables),
                    false => disk::campaign(&mut files, folder),
                }
            }
        }
    }
    let (named, folders): (Vec<PathBuf>, Vec<PathBuf>) =
        arguments.folders.iter().cloned().partition(|folder| legislature::looks_like_one(&files, folder));
    let outcome = match arguments.folders.as_slice() {
        [] => campaigns::load_all(&files, all, data),
        _ => campaigns::gather(folders.iter().map(|folder| load(&files, folder, data))),
    };
    let own: Vec<PathBuf> = match arguments.folders.as_slice() {
        [] => legislature::folders(&files, data, all),
        _ => folders.iter().filter_map(|folder| legislature::own(&files, folder)).chain(named).collect(),
    };
    let legislatures: Vec<Failure> = own
        .iter()
        .flat_map(|folder| [legislature::read(&files, folder).err(), legislature::name_taken(&files, folder, data)])
        .flatten()
        .collect();
    legislatures.iter().for_each(terminal::say);
    let elsewhere: Vec<&records::fault::Fault> = legislatures.iter().flat_map(Failure::faults).collect();
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
            let own = legislature::own_of_open(&files, all, &checked);
            age::judge(&files, data, own, &arguments.dates).map_or_else(
                |failure| {
                    terminal::complain(&failure);
                    Exit::from(&failure)
                },
                |()| Exit::Good,
            )
        }
        Err(faults) => report_with(&faults, &elsewhere),
    };
    if !arguments.site {
        return exit;
    }
    let problems = source_problems(files, arguments.public_url.as_deref());
    problems.iter().for_each(terminal::say);
    if problems.is_empty() || exit == Exit::CouldNotRun { exit } else { Exit::ProblemsFound }
}

/// Reads the campaign in a folder that may be named in any way, such as `.`.
fn load(files: &Files, folder: &Path, data: &Path) -> Result<Campaign, Vec<Fault>> {
    let cannot_read = |error: std::io::Error| {
        vec![Fault::of_file(&folder.display().to_string(), FaultKind::CannotRead(error.to_string()))]
    };
    let real = folder.canonicalize().map_err(cannot_read)?;
    let mut files = files.clone();
    disk::campaign(&mut files, &real);
    campaigns::load(&files, &real, folder, data)
}

/// What is wrong with everything that pages are drawn from, except campaigns. Writes nothing and needs no built program.
fn source_problems(mut files: Files, public_url: Option<&str>) -> Vec<String> {
    let (data, site, assets) = (Path::new("data"), Path::new("site.toml"), Path::new("assets"));
    if !files.has(data) {
        disk::data(&mut files, data);
    }
    disk::assets(&mut files, assets);
    files.read_file(site);
    let site = site_file::read(&files, site, public_url).err().map(|error| format!("{error:#}"));
    let languages = catalogues::read(&files, &assets.join("languages")).err().map(|faults| faults.to_string());
    let us = tables::load(&files, &data.join("us")).err().map(|failure| failure.to_string());
    let folders = legislature::folders(&files, data, Path::new("campaigns"));
    let folders =
        folders.iter().filter_map(|folder| legislature::read(&files, folder).err()).map(|failure| failure.to_string());
    [site, languages, us].into_iter().flatten().chain(folders).collect()
}

/// Prints every fault on its own line, and how many there are.
pub fn report(faults: &[Fault]) -> Exit {
    report_with(faults, &[])
}

/// The same, with faults of legislatures that were printed before and count too.
fn report_with(faults: &[Fault], printed: &[&records::fault::Fault]) -> Exit {
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
