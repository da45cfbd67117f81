//! Rules of the lists of people whom a campaign names: CSV in the form in which Action Network takes targets.
//!
//! The first row names the columns, in any order: `title`, `first_name`, `last_name`, `zip_code`, `country`, `gender`,
//! `email`, `phone`. Postcode and gender may be present and are not read: nobody should be written to by either.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use places::people::NamedPerson;

use super::{FACTS_FILE, Folder, text};
use crate::country;
use crate::email_address::is_email_address;
use crate::fault::{Fault, FaultKind, nearest};
use crate::sheet::{self, Row, Sheet, SheetFault};
use crate::telephone;

const COLUMNS: [&str; 8] = ["title", "first_name", "last_name", "zip_code", "country", "gender", "email", "phone"];
/// So many people still go into every page without being felt.
const MOST_PEOPLE: usize = 100;
const LONGEST: u64 = 120;

/// The people of every list that a target names, in the order of the targets.
pub(super) fn check(facts: &Value, folder: &Folder, faults: &mut Vec<Fault>) -> Vec<NamedPerson> {
    let mut people = Vec::new();
    let mut named = BTreeSet::new();
    let targets = facts.get("targets").and_then(Value::as_array).into_iter().flatten();
    for (at, target) in targets.enumerate() {
        let Some(file) = target.get("people").and_then(Value::as_str).filter(|file| !file.is_empty()) else { continue };
        let place = format!("/targets/{at}/people");
        match folder.files.get(file) {
            _ if !is_list(file) => faults.push(Fault::at(FACTS_FILE, &place, FaultKind::PeopleForm(file.to_owned()))),
            None => faults.push(Fault::at(FACTS_FILE, &place, FaultKind::PeopleMissing(file.to_owned()))),
            Some(_) if !named.insert(file) => {
                faults.push(Fault::at(FACTS_FILE, &place, FaultKind::PeopleTwice(file.to_owned())));
            }
            Some(bytes) => people.extend(read(file, bytes, faults)),
        }
    }
    for file in folder.files.keys().filter(|file| file.ends_with(".csv") && !named.contains(file.as_str())) {
        faults.push(Fault::of_file(file, FaultKind::PeopleUndeclared));
    }
    people
}

fn is_list(file: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    file.strip_suffix(".csv").is_some_and(|stem| !stem.is_empty() && stem.bytes().all(plain))
}

/// Places are `/row/column`, the row as a spreadsheet numbers it: 1 is the header.
fn read(file: &str, bytes: &[u8], faults: &mut Vec<Fault>) -> Vec<NamedPerson> {
    let sheet = match sheet::read(bytes, |name| column(name).is_some()) {
        Ok(sheet) => sheet,
        Err(fault) => {
            faults.push(Fault::of_file(file, FaultKind::Sheet(fault)));
            return Vec::new();
        }
    };
    if !sheet.header.fields.iter().any(|name| column(name).is_some()) {
        faults.push(Fault::at(file, &format!("/{}", sheet.header.number), FaultKind::HeaderMissing));
        return Vec::new();
    }
    let columns = columns(file, &sheet, faults);
    let width = sheet.header.fields.len();
    let mut people: Vec<NamedPerson> = Vec::new();
    let mut first_rows: BTreeMap<(String, String), u64> = BTreeMap::new();
    for Row { number, fields } in &sheet.rows {
        // What a spreadsheet writes for columns that were emptied is no field.
        let found = width.max(fields.iter().rposition(|field| !field.trim().is_empty()).map_or(0, |last| last + 1));
        // Excel leaves out empty fields at the end of some rows.
        let holds =
            |name| columns.get(name).and_then(|at| fields.get(*at)).is_some_and(|field| !field.trim().is_empty());
        let is_cut = fields.len() < width && !(holds("last_name") && (holds("email") || holds("phone")));
        if is_cut || found > width {
            let kind = FaultKind::RowWidth { expected: width, found: fields.len().min(found) };
            faults.push(Fault::at(file, &format!("/{number}"), kind));
            continue;
        }
        let named = columns.iter().map(|(name, at)| (*name, fields.get(*at).map_or("", |field| field.trim())));
        let named = person(file, *number, &named.collect(), faults);
        let key = (named.name.to_lowercase(), named.email.as_deref().unwrap_or_default().to_lowercase());
        match first_rows.get(&key) {
            Some(first) => {
                faults.push(Fault::at(file, &format!("/{number}"), FaultKind::PersonTwice { first: *first }));
            }
            None => {
                first_rows.insert(key, *number);
            }
        }
        people.push(named);
    }
    if sheet.rows.is_empty() {
        faults.push(Fault::of_file(file, FaultKind::Sheet(SheetFault::Empty)));
    }
    if people.len() > MOST_PEOPLE {
        faults.push(Fault::of_file(file, FaultKind::ListTooLong { most: MOST_PEOPLE as u64, found: people.len() }));
    }
    people
}

/// The column of a name as people may write it: `First Name` and `given_name` are `first_name`.
fn column(name: &str) -> Option<&'static str> {
    const ALSO: [(&str, &str); 16] = [
        ("emailaddress", "email"),
        ("mail", "email"),
        ("phonenumber", "phone"),
        ("telephone", "phone"),
        ("telephonenumber", "phone"),
        ("tel", "phone"),
        ("mobile", "phone"),
        ("surname", "last_name"),
        ("familyname", "last_name"),
        ("givenname", "first_name"),
        ("forename", "first_name"),
        ("countrycode", "country"),
        ("zip", "zip_code"),
        ("postcode", "zip_code"),
        ("postalcode", "zip_code"),
        ("salutation", "title"),
    ];
    let plain: String = name.to_lowercase().chars().filter(|character| character.is_alphanumeric()).collect();
    let known = COLUMNS.into_iter().find(|known| known.replace('_', "") == plain);
    known.or_else(|| ALSO.into_iter().find(|(also, _)| *also == plain).map(|(_, column)| column))
}

/// Which column of the file holds what.
fn columns(file: &str, sheet: &Sheet, faults: &mut Vec<Fault>) -> BTreeMap<&'static str, usize> {
    let mut columns = BTreeMap::new();
    let row = sheet.header.number;
    let is_empty =
        |at: usize| sheet.rows.iter().all(|row| row.fields.get(at).is_none_or(|field| field.trim().is_empty()));
    // What a column whose name isn't known seems to be is not missing as well.
    let mut meant: Vec<String> = Vec::new();
    for (at, name) in sheet.header.fields.iter().enumerate() {
        let place = format!("/{row}/{name}");
        match column(name) {
            None if name.is_empty() && is_empty(at) => {}
            None => {
                let near = nearest(name, COLUMNS);
                meant.extend(near.clone());
                faults.push(Fault::at(file, &place, FaultKind::ColumnUnknown(near)));
            }
            Some(known) if columns.contains_key(known) => {
                faults.push(Fault::at(file, &place, FaultKind::FieldTwice));
            }
            Some(known) => {
                columns.insert(known, at);
            }
        }
    }
    let is_missing = |names: &[&str]| {
        !names.iter().any(|name| columns.contains_key(name) || meant.iter().any(|meant| meant == name))
    };
    if is_missing(&["last_name"]) {
        faults.push(Fault::at(file, &format!("/{row}/last_name"), FaultKind::FieldMissing));
    }
    if is_missing(&["email", "phone"]) {
        faults.push(Fault::at(file, &format!("/{row}/email"), FaultKind::FieldMissing));
    }
    columns
}

fn person(file: &str, row: u64, fields: &BTreeMap<&str, &str>, faults: &mut Vec<Fault>) -> NamedPerson {
    let mut note = |column: &str, kind| faults.push(Fault::at(file, &format!("/{row}/{column}"), kind));
    let mut text_of = |column: &str| {
        let text = fields.get(column).copied().unwrap_or_default();
        let required = column == "last_name" && fields.contains_key(column);
        if required || !text.is_empty() {
            text::faults(text, Some(LONGEST)).into_iter().for_each(|kind| note(column, kind));
        }
        text
    };
    let (title, first, last) = (text_of("title"), text_of("first_name"), text_of("last_name"));
    let (country, email, phone) = (text_of("country"), text_of("email"), text_of("phone"));
    if !country.is_empty() && !country::is_code(country) {
        note("country", FaultKind::Country(country.to_owned()));
    }
    if !email.is_empty() && !is_email_address(email) {
        note("email", FaultKind::Email(email.to_owned()));
    }
    let number = telephone::international(phone, country);
    if !phone.is_empty() && number.is_none() {
        note("phone", FaultKind::Phone(phone.to_owned()));
    }
    // Where a column is missing, that is said once.
    if email.is_empty() && phone.is_empty() && (fields.contains_key("email") || fields.contains_key("phone")) {
        note("email", FaultKind::PersonWithoutChannel);
    }
    let some = |text: &str| if text.is_empty() { None } else { Some(text.to_owned()) };
    let name = [first, last].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    NamedPerson {
        id: format!("{file}:{row}"),
        name,
        family_name: last.to_owned(),
        title: title.to_owned(),
        email: some(email),
        phone: number,
        country: some(country),
    }
}

#[cfg(test)]
mod tests;
