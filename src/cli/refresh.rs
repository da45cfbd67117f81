//! `undersigned refresh`: fetches upstream records again, and takes what passes every check.

mod cache;
mod changes;
mod country;
mod fetch;
mod people;

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;

use places::date::Date;

use self::country::Outcome;
use self::fetch::{Fetcher, Patience};
use crate::cli::clock::today;
use crate::cli::exit::Exit;
use crate::cli::import::reviewed::FILE;
use crate::cli::terminal;

/// Fetch the records of people again and rebuild the tables from them.
///
/// Downloads the addresses listed under `fetch` in each folder's sources.toml, over https only, and skips files that have not
/// changed. New records must pass every check of `undersigned import`; if one fails, nothing is written, and the last good
/// copy stays in the --cache folder. Otherwise writes the tables, records their day and checksum in reviewed.toml, and lists
/// every change for somebody to review. ZIP codes and postcodes stay as they are.
///
/// Proxies come from HTTPS_PROXY, ALL_PROXY and NO_PROXY.
#[derive(Debug, Args)]
#[command(
    args_override_self = true,
    after_help = "Examples:
  undersigned refresh
  undersigned refresh us --data data --cache cache
  undersigned refresh ca-commons

Exit codes: 0 unchanged, 3 changed and written, 1 refused and nothing written, 2 could not run: no connection, no folder.
Each folder is handled on its own; the exit code is the worst of them: 1, then 2, then 3."
)]
pub struct Arguments {
    /// Folder of tables to refresh, such as us or ca-commons [default: all].
    country: Option<String>,
    /// Folder that holds a folder of tables for each country or legislature.
    #[arg(long, value_name = "FOLDER", default_value = "data")]
    data: PathBuf,
    /// Folder for the last good copy of each file.
    #[arg(long, value_name = "FOLDER", default_value = "cache")]
    cache: PathBuf,
    /// Day of the records [default: today, UTC].
    #[arg(long, value_name = "DAY")]
    on: Option<Date>,
    /// Seconds allowed for one attempt.
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    timeout: u64,
    /// How often to retry a failed attempt.
    #[arg(long, value_name = "NUMBER", default_value_t = 3)]
    retries: u32,
    /// Seconds before the first retry; doubles each time.
    #[arg(long, value_name = "SECONDS", default_value_t = 2)]
    pause: u64,
    /// Largest file accepted, in megabytes.
    #[arg(long, value_name = "MEGABYTES", default_value_t = 30)]
    most: u64,
    /// PEM file of certificate authorities to trust instead of the browsers' list.
    #[arg(long, value_name = "FILE", env = "UNDERSIGNED_CA_FILE")]
    authorities: Option<PathBuf>,
}

pub fn run(arguments: &Arguments) -> Exit {
    let patience = Patience {
        timeout: Duration::from_secs(arguments.timeout),
        retries: arguments.retries,
        pause: Duration::from_secs(arguments.pause),
        most: arguments.most.saturating_mul(1_000_000),
    };
    let fetcher = match Fetcher::new(patience, arguments.authorities.as_deref()) {
        Ok(fetcher) => fetcher,
        Err(fault) => {
            terminal::complain(fault);
            return Exit::CouldNotRun;
        }
    };
    let Some(day) = arguments.on.or_else(today) else {
        terminal::complain("this machine's clock is wrong; give the day with --on");
        return Exit::CouldNotRun;
    };
    let names = match &arguments.country {
        Some(name) => vec![name.clone()],
        None => folders(&arguments.data),
    };
    if names.is_empty() {
        terminal::complain(format_args!(
            "{}: none of its folders has sources.toml and reviewed.toml",
            arguments.data.display()
        ));
        return Exit::CouldNotRun;
    }
    let one = |name: String| {
        let folder = arguments.data.join(&name);
        let known = if folder.is_dir() { Vec::new() } else { folders(&arguments.data) };
        if !known.is_empty() {
            terminal::complain(format_args!("{}: no such folder; there are {}", folder.display(), known.join(", ")));
            return Exit::CouldNotRun;
        }
        let derive: country::Derive = match name.as_str() {
            "us" => country::us,
            _ => country::folder,
        };
        let folders = (folder, arguments.cache.join(&name));
        match country::refresh(folders, day, &fetcher, derive) {
            Ok(Outcome::Unchanged) => {
                terminal::say(format_args!("{name}: unchanged"));
                Exit::Good
            }
            Ok(Outcome::Changed { summary, changes, notes }) => {
                terminal::say(format_args!("{name}: {summary}"));
                changes.iter().for_each(|change| terminal::say(format_args!("  {change}")));
                notes.iter().for_each(|note| terminal::say(format_args!("  to tidy up: {note}")));
                Exit::Changed
            }
            Err(failure) => {
                terminal::complain(&failure);
                terminal::complain(format_args!("{name}: nothing was written"));
                Exit::from(&failure)
            }
        }
    };
    let exits: Vec<Exit> = names.into_iter().map(one).collect();
    let worst = [Exit::ProblemsFound, Exit::CouldNotRun, Exit::Changed].into_iter().find(|exit| exits.contains(exit));
    worst.unwrap_or(Exit::Good)
}

/// The names of the folders whose tables an importer makes, in order. Others are kept by hand.
fn folders(data: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(data).into_iter().flatten().flatten();
    let files = ["sources.toml", FILE];
    let with_tables = entries.filter(|entry| files.iter().all(|file| entry.path().join(file).is_file()));
    let mut names: Vec<String> = with_tables.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names
}
