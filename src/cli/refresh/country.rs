//! One country: fetches its files, derives its tables, and writes them if anything in them changed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml_edit::{DocumentMut, value};

use places::date::Date;
use records::fault::{Failure, Fault};
use records::tables::lines::{Texts, texts};
use records::tables::{read, sha256_hex};

use super::cache::{Cache, Copy};
use super::fetch::{Fetched, Fetcher};
use super::{changes, people};
use crate::cli::disk;
use crate::cli::import::reviewed::{FILE, How, parse};
use crate::cli::import::store;
use crate::cli::import::{legislature, of_folder, us as import_us};

/// How a refresh ended that was not refused.
pub enum Outcome {
    /// Nothing that the tables hold is different.
    Unchanged,
    /// The tables were written.
    Changed {
        /// How much of everything.
        summary: String,
        /// One line for each change.
        changes: Vec<String>,
        /// What `reviewed.toml` lists in vain.
        notes: Vec<Fault>,
    },
}

/// New tables with what changed from those before.
pub struct Fresh {
    /// By file name.
    texts: Texts,
    before: Texts,
    summary: String,
    changes: Vec<String>,
    notes: Vec<Fault>,
}

/// Derives tables from the files in the first folder, with this `reviewed.toml`; those from before are in the other folder.
pub type Derive = fn(&Path, &str, &Path) -> Result<Fresh, Failure>;

#[derive(Deserialize)]
struct Sources {
    #[serde(default)]
    source: Vec<Source>,
}

#[derive(Deserialize)]
struct Source {
    file: String,
    fetch: Option<String>,
}

/// Refreshes the tables in the folder `data`, with the last good copies in `cache`.
pub fn refresh(
    (data, cache): (PathBuf, PathBuf),
    day: Date,
    fetcher: &Fetcher,
    derive: Derive,
) -> Result<Outcome, Failure> {
    let sources: Sources = parse("sources.toml", &file(&data.join("sources.toml"))?)?;
    let reviewed = file(&data.join(FILE))?;
    let mut document: DocumentMut = reviewed.parse().map_err(|error: toml_edit::TomlError| {
        Failure::Faults(vec![Fault::new(FILE, "whole file", error.message())])
    })?;
    let mut cache = Cache::open(cache);
    let mut files = BTreeMap::new();
    let mut copies = BTreeMap::new();
    let mut refused = Vec::new();
    let mut fresh = false;
    for Source { file, fetch } in sources.source {
        let Some(address) = fetch else { continue };
        let copy = cache.copy(&file, &address);
        let tag = copy.as_ref().and_then(|(_, copy)| copy.tag.as_deref());
        let (bytes, tag) = match fetcher.fetch(&address, tag) {
            Ok(Fetched::File(bytes, tag)) => (bytes, tag),
            Ok(Fetched::Unchanged) => match copy {
                Some((bytes, copy)) => (bytes, copy.tag.clone()),
                None => continue,
            },
            Err(fault) if fault.is_refusal() => {
                refused.push(Fault::new(&file, "whole file", fault));
                continue;
            }
            Err(fault) => return Err(Failure::CouldNotRun(format!("{address}: {fault}"))),
        };
        let sha256 = sha256_hex(&bytes);
        fresh |= enter(&mut document, &file, &sha256, day);
        files.insert(file.clone(), bytes);
        copies.insert(file, Copy { address, tag, sha256 });
    }
    if !refused.is_empty() {
        return Err(Failure::Faults(refused));
    }
    let staged = cache.stage(&files)?;
    if !fresh {
        cache.keep(copies)?;
        return Ok(Outcome::Unchanged);
    }
    let reviewed = document.to_string();
    let Fresh { mut texts, before, summary, changes, notes } = derive(&staged, &reviewed, &data)?;
    let same = |file: &str| file == "sources.toml" || texts.get(file) == before.get(file);
    if texts.keys().all(|file| same(file)) {
        cache.keep(copies)?;
        return Ok(Outcome::Unchanged);
    }
    texts.insert(FILE, reviewed.into_bytes());
    store::write(&data, &texts)?;
    cache.keep(copies)?;
    Ok(Outcome::Changed { summary, changes, notes })
}

/// Enters a file's checksum and day, and says whether it is another file than before.
fn enter(document: &mut DocumentMut, file: &str, sha256: &str, day: Date) -> bool {
    let inputs = document.get_mut("input").and_then(|inputs| inputs.as_array_of_tables_mut());
    let named = |input: &&mut toml_edit::Table| input.get("file").and_then(|name| name.as_str()) == Some(file);
    let Some(input) = inputs.and_then(|inputs| inputs.iter_mut().find(named)) else { return true };
    if input.get("sha256").and_then(|sum| sum.as_str()) == Some(sha256) {
        return false;
    }
    for (key, text) in [("sha256", sha256), ("date", day.to_string().as_str())] {
        if let Some(item) = input.get_mut(key) {
            let decor = item.as_value().map(|value| value.decor().clone());
            *item = value(text);
            if let (Some(value), Some(decor)) = (item.as_value_mut(), decor) {
                *value.decor_mut() = decor;
            }
        }
    }
    true
}

fn file(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|error| Failure::CouldNotRun(format!("{}: {error}", path.display())))
}

/// The Congress of the United States.
pub fn us(from: &Path, reviewed: &str, data: &Path) -> Result<Fresh, Failure> {
    let before = texts(&disk::folder(data), data, &read::FILES, "undersigned import us")?;
    let (derived, starts) = import_us::derive(from, &parse(FILE, reviewed)?, data, How::People)?;
    let vanished = changes::vanished(&before, &derived.texts);
    if !vanished.is_empty() {
        return Err(Failure::Faults(vanished));
    }
    let changes = changes::us(&before, &derived.texts, &starts);
    Ok(Fresh { texts: derived.texts, before, summary: derived.summary, changes, notes: derived.notes })
}

/// A legislature whose importer the formats of its inputs tell.
pub fn folder(from: &Path, reviewed: &str, data: &Path) -> Result<Fresh, Failure> {
    let before = texts(&disk::folder(data), data, &legislature::FILES, "undersigned import")?;
    let reviewed = parse(FILE, reviewed)?;
    let derive = of_folder(&reviewed).ok_or_else(|| {
        Failure::Faults(vec![Fault::new(FILE, "input", "none has a format whose importer makes a whole folder")])
    })?;
    let derived = derive(from, &reviewed, data, How::People)?;
    legislature::readable(data, &reviewed, &derived.texts)?;
    let vanished = people::vanished(&before, &derived.texts);
    if !vanished.is_empty() {
        return Err(Failure::Faults(vanished));
    }
    let changes = people::changes(&before, &derived.texts);
    Ok(Fresh { texts: derived.texts, before, summary: derived.summary, changes, notes: derived.notes })
}
