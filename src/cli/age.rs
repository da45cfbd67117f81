//! How old the committed tables are, and whether they still hold.

use std::fmt;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Deserialize;

use files::Files;
use places::date::Date;
use records::days;
use records::fault::{Failure, Fault};
use records::legislature::SETTINGS;

use crate::cli::clock::today;
use crate::cli::terminal;

/// So many days before terms end, somebody is told.
const NOTICE: i64 = 60;

/// Which day it is, and what to do when tables no longer hold. No output of a build depends on it.
#[derive(Clone, Debug, Default, Args)]
pub struct Dates {
    /// Judge the tables' age as of this day [default: today, UTC].
    #[arg(long, value_name = "DAY", env = "UNDERSIGNED_TODAY")]
    pub on: Option<Date>,
    /// Accept expired tables.
    #[arg(long, env = "UNDERSIGNED_ALLOW_OUTDATED")]
    pub allow_outdated: bool,
}

#[derive(Deserialize)]
struct Sources {
    as_of: Option<Date>,
    postcodes_as_of: Option<Date>,
    #[serde(default)]
    table: Vec<Table>,
}

#[derive(Deserialize)]
struct Validity {
    valid_to: Date,
}

#[derive(Deserialize)]
struct Table {
    file: String,
    as_of: Date,
    valid_to: Option<Date>,
}

/// A table on a day.
#[derive(Debug, PartialEq, Eq)]
pub struct Age {
    /// `data/us/officials.csv`.
    path: PathBuf,
    as_of: Date,
    valid_to: Option<Date>,
    today: Date,
}

impl Age {
    /// Days from today to the last day on which it holds; negative after it.
    fn left(&self) -> Option<i64> {
        self.valid_to.map(|last| days::between(self.today, last))
    }
}

impl fmt::Display for Age {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days = days::between(self.as_of, self.today);
        write!(f, "{}: records of {}, {}", self.path.display(), self.as_of, counted(days))?;
        if days >= 0 { f.write_str(" old") } else { f.write_str(" of age, which is not possible yet") }
    }
}

/// Says how old every table below `data` and in the `own` folders of campaigns is, on the standard error output: warns when terms are
/// about to end, and refuses tables whose last day has passed. A folder without tables has nothing to say.
pub fn judge(files: &Files, data: &Path, own: impl Iterator<Item = PathBuf>, arguments: &Dates) -> Result<(), Failure> {
    let Some(today) = arguments.on.or_else(today) else {
        return Err(Failure::CouldNotRun("this machine's clock is wrong; give the day with --on".to_owned()));
    };
    let mut faults = Vec::new();
    let inside = files.inside(data).unwrap_or_default().into_iter().filter(|path| files.is_folder(path));
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut folders: Vec<(String, PathBuf)> = inside.map(|path| (name(path), path.to_owned())).collect();
    folders.extend(own.map(|folder| (folder.display().to_string(), folder)));
    folders.sort();
    for (country, folder) in &folders {
        let ages = ages(files, folder, today)?;
        ages.iter().for_each(terminal::complain);
        let Some(left) = ages.iter().filter_map(Age::left).min() else { continue };
        let last = ages.iter().filter_map(|age| age.valid_to).min().unwrap_or(today);
        match left {
            ..0 if arguments.allow_outdated => {
                terminal::complain(format_args!(
                    "warning: {country}: these tables were valid until {last}; using them anyway"
                ));
            }
            ..0 => {
                let problem = format!(
                    "these tables were valid until {last}; refresh them, or pass --allow-outdated (UNDERSIGNED_ALLOW_OUTDATED=true)"
                );
                let settings = folder.join(SETTINGS);
                faults.push(if files.is_file(&settings) {
                    Fault::new(&settings.display().to_string(), "valid_to", problem)
                } else {
                    Fault::new("sources.toml", country, problem)
                });
            }
            0..=NOTICE => {
                let problem = format!("terms end on {last}, in {}; new records will be needed then", counted(left));
                terminal::complain(format_args!("warning: {country}: {problem}"));
            }
            _ => {}
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Failure::Faults(faults)) }
}

fn ages(files: &Files, folder: &Path, today: Date) -> Result<Vec<Age>, Failure> {
    let path = folder.join("sources.toml");
    if !files.has(&path) {
        return Ok(Vec::new());
    }
    let failed = |error: &dyn fmt::Display| Failure::CouldNotRun(format!("{}: {error}", path.display()));
    let text = files.text(&path).map_err(|error| failed(&error))?;
    let sources: Sources = toml::from_str(text).map_err(|error| failed(&error))?;
    let settings = files.text(&folder.join(SETTINGS)).unwrap_or_default();
    let listed = toml::from_str::<Validity>(settings).ok().map(|settings| settings.valid_to);
    let age = |table: Table| Age {
        path: folder.join(table.file),
        as_of: table.as_of,
        valid_to: table.valid_to.or(listed),
        today,
    };
    let days = [("people.csv", sources.as_of), ("postcodes.csv", sources.postcodes_as_of)].into_iter();
    let files = days.filter_map(|(file, day)| Some(Table { file: file.to_owned(), as_of: day?, valid_to: None }));
    Ok(sources.table.into_iter().chain(files).map(age).collect())
}

fn counted(days: i64) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}
