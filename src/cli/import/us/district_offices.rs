//! Reads `legislators-district-offices.json` of unitedstates/congress-legislators.

use serde::Deserialize;

use places::congress::DistrictOffice;
use records::fault::Fault;
use records::tables::rows::OfficeRow;

use super::reviewed::Input;

#[derive(Deserialize)]
struct Person {
    id: Id,
    offices: Vec<Office>,
}

#[derive(Deserialize)]
struct Id {
    bioguide: String,
}

#[derive(Deserialize)]
struct Office {
    id: String,
    #[serde(default)]
    address: Text,
    #[serde(default)]
    building: Text,
    #[serde(default)]
    suite: Text,
    #[serde(default)]
    city: Text,
    #[serde(default)]
    state: Text,
    #[serde(default)]
    zip: Text,
    #[serde(default)]
    phone: Text,
}

/// The records write some suites as numbers.
#[derive(Deserialize)]
#[serde(untagged)]
enum Text {
    Words(String),
    Number(u32),
}

impl Default for Text {
    fn default() -> Text {
        Text::Words(String::new())
    }
}

impl Text {
    fn tidy(&self) -> String {
        match self {
            Text::Words(words) => words.split_whitespace().collect::<Vec<_>>().join(" "),
            Text::Number(number) => number.to_string(),
        }
    }
}

/// The offices by Bioguide identifier, those of one member in the order of the records.
pub fn read(bytes: &[u8], input: &Input, faults: &mut Vec<Fault>) -> Vec<DistrictOffice> {
    let entries: Vec<serde_json::Value> = match serde_json::from_slice(bytes) {
        Ok(entries) => entries,
        Err(error) => {
            faults.push(Fault::new(&input.file, "whole file", error));
            return Vec::new();
        }
    };
    let mut offices = Vec::new();
    for (at, entry) in entries.into_iter().enumerate() {
        let person: Person = match serde_json::from_value(entry) {
            Ok(person) => person,
            Err(error) => {
                faults.push(Fault::new(&input.file, format_args!("entry {}", at + 1), error));
                continue;
            }
        };
        for office in &person.offices {
            match row(&person.id.bioguide, office).parse() {
                Ok(office) => offices.push(office),
                Err(problem) => {
                    faults.push(Fault::new(&input.file, format_args!("entry {} ({})", at + 1, office.id), problem));
                }
            }
        }
    }
    offices.sort_by(|one, other| one.bioguide.cmp(&other.bioguide));
    offices
}

fn row(bioguide: &str, office: &Office) -> OfficeRow {
    let parts = [office.address.tidy(), office.building.tidy(), suite(&office.suite.tidy())];
    let street = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let state_and_zip = [office.state.tidy(), office.zip.tidy()].join(" ");
    OfficeRow {
        bioguide: bioguide.to_owned(),
        street,
        city: office.city.tidy(),
        state_and_zip: state_and_zip.trim_end().to_owned(),
        phone: office.phone.tidy(),
    }
}

/// A bare "247" or "9B" is a suite.
fn suite(text: &str) -> String {
    let bare = (1..=5).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if bare { format!("Suite {text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_an_address_become_one_line() {
        let office: Office = serde_json::from_str(
            r#"{"id": "x", "address": "1 Example  St.", "building": "Example Hall", "suite": 247, "city": "Town ",
                "state": "VT", "zip": "05401-1234", "phone": "802-555-0100"}"#,
        )
        .unwrap();
        let office = row("X000001", &office).parse().unwrap();
        assert_eq!(&*office.street, "1 Example St., Example Hall, Suite 247");
        assert_eq!((&*office.city, &*office.state_and_zip), ("Town", "VT 05401-1234"));
    }

    #[test]
    fn only_bare_numbers_and_letters_are_called_suite() {
        for (text, expected) in
            [("247", "Suite 247"), ("B-9", "Suite B-9"), ("#12", "#12"), ("2nd Floor", "2nd Floor"), ("", "")]
        {
            assert_eq!(suite(text), expected);
        }
    }
}
