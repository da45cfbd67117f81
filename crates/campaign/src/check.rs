//! From a folder's files to a [`Campaign`], or to every fault of every file.
//!
//! Form ([`structure`]) and sense (the rules) are checked on the same loose JSON value, so that a fault of one kind
//! never hides one of the other. Only a folder without any fault is read into the types.

mod audiences;
mod counts;
mod dates_and_links;
pub mod foreign_text;
mod heights;
pub mod json;
mod languages;
pub mod logos;
mod partners;
mod people;
pub mod signers;
pub mod structure;
pub mod text;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::mem::discriminant;

use serde::de::DeserializeOwned;
use serde_json::Value;

use places::language::Language;

use crate::Campaign;
use crate::facts::Status;
use crate::fault::{Fault, FaultKind, LimitFault, limited};
use crate::schema;

/// Ten thousand signers take less than two megabytes.
const MOST_OF_FACTS: usize = 3_000_000;

/// The words of one language, with every text as long as it may be.
const MOST_OF_WORDS: usize = 1_000_000;

/// The file with the facts.
pub const FACTS_FILE: &str = "campaign.json";

/// What lies in a campaign's folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// Its name, the last part of its path.
    pub name: String,
    /// Its files (not folders), by name. Only JSON files, lists of people and pictures matter.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The legislatures from folders that there are.
    pub legislatures: BTreeMap<String, Audiences>,
}

/// Whom variants of a campaign's texts may name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audiences {
    /// The legislature itself, chambers, parties, groups.
    pub groups: Vec<String>,
    /// Identifiers of people.
    pub people: BTreeSet<String>,
}

/// The campaigns beside this one, by folder name; `None` where the status cannot be read.
pub type Neighbours = BTreeMap<String, Option<Status>>;

/// The file with the words of a language: `en.json`.
pub fn words_file(language: Language) -> String {
    format!("{}.json", language.tag())
}

/// The status that a `campaign.json` states, faults elsewhere in it aside.
pub fn status_of(bytes: &[u8]) -> Option<Status> {
    let bytes = Some(bytes).filter(|bytes| bytes.len() <= MOST_OF_FACTS)?;
    serde_json::from_value(json::read(bytes).ok()?.value.get("status")?.clone()).ok()
}

/// Reads a campaign.
///
/// # Errors
/// Every fault of every file, ordered by file and place. File names are those of the folder.
pub fn check(folder: &Folder, neighbours: &Neighbours) -> Result<Campaign, Vec<Fault>> {
    let mut faults = Vec::new();
    let facts = read(folder, FACTS_FILE, &schema::of_facts(), &mut faults);
    let declared = languages::declared(folder, facts.as_ref(), &mut faults);
    let words_schema = schema::of_words();
    let words: BTreeMap<Language, Value> = Language::ALL
        .into_iter()
        .filter(|language| declared.contains(language) || folder.files.contains_key(&words_file(*language)))
        .filter_map(|language| Some((language, read(folder, &words_file(language), &words_schema, &mut faults)?)))
        .collect();
    let mut people = Vec::new();
    if let Some(facts) = &facts {
        people = people::check(facts, folder, &mut faults);
        dates_and_links::check(facts, &folder.name, neighbours, &mut faults);
        signers::check(facts, &mut faults);
        logos::check(facts, folder, &mut faults);
        partners::check(facts, &mut faults);
    }
    let audiences = audiences::known(&folder.legislatures);
    if let Some(facts) = &facts {
        audiences::check(facts, folder, &audiences, &mut faults);
    }
    words::check(facts.as_ref(), &words, &audiences, &mut faults);
    foreign_text::check(&words, &mut faults);
    counts::check(facts.as_ref(), &words, &mut faults);
    let heights = heights::read(folder, &mut faults);

    let typed_facts = facts.and_then(|facts| typed(FACTS_FILE, facts, &mut faults));
    let typed_words: BTreeMap<_, _> = words
        .into_iter()
        .filter_map(|(language, value)| Some((language, typed(&words_file(language), value, &mut faults)?)))
        .collect();
    match typed_facts {
        Some(facts) if faults.is_empty() => Ok(Campaign { facts, words: typed_words, heights, people }),
        _ => {
            faults.sort_by_cached_key(|fault| (fault.file.clone(), in_order(&fault.place)));
            Err(limited(faults))
        }
    }
}

/// The value of a file, with its faults of form told.
fn read(folder: &Folder, file: &str, schema: &Value, faults: &mut Vec<Fault>) -> Option<Value> {
    let Some(bytes) = folder.files.get(file) else {
        faults.push(Fault::of_file(file, FaultKind::FileMissing));
        return None;
    };
    let most = if file == FACTS_FILE { MOST_OF_FACTS } else { MOST_OF_WORDS };
    if bytes.len() > most {
        let kind = FaultKind::Limit(LimitFault::TooLarge { most, found: bytes.len() });
        faults.push(Fault::of_file(file, kind));
        return None;
    }
    match json::read(bytes) {
        Ok(json) => {
            faults.extend(json.twice.iter().map(|place| Fault::at(file, place, FaultKind::FieldTwice)));
            if let Some(count) = json.count.checked_sub(json.twice.len()).filter(|count| *count > 0) {
                let of = discriminant(&FaultKind::FieldTwice);
                faults.push(Fault::of_file(file, FaultKind::Limit(LimitFault::More { of, count })));
            }
            let found = structure::faults(schema, &json.value);
            faults.extend(found.into_iter().map(|(place, kind)| Fault::at(file, &place, kind)));
            Some(json.value)
        }
        Err(kind) => {
            faults.push(Fault::of_file(file, kind));
            None
        }
    }
}

/// The value as its type. Faults of form were told; if none was, the reader's own word is better than silence.
fn typed<T: DeserializeOwned>(file: &str, value: Value, faults: &mut Vec<Fault>) -> Option<T> {
    match serde_json::from_value(value) {
        Ok(value) => Some(value),
        Err(error) => {
            if !faults.iter().any(|fault| fault.file == file) {
                faults.push(Fault::of_file(file, FaultKind::Unreadable(error.to_string())));
            }
            None
        }
    }
}

/// A pointer as something that sorts `/listed/2` before `/listed/10`.
fn in_order(place: &str) -> Vec<(usize, String)> {
    place.split('/').map(|part| (part.parse().unwrap_or(0), part.to_owned())).collect()
}

/// The text at a place, if one is there.
fn text_at<'a>(value: &'a Value, place: &str) -> Option<&'a str> {
    value.pointer(place)?.as_str()
}

#[cfg(test)]
mod tests;
