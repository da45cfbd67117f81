//! Reads `legislators-current.json` of unitedstates/congress-legislators.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use places::congress::{Official, Role};
use places::date::Date;
use records::fault::Fault;
use records::tables::fields::{FieldFault, RowFaults, role_word, state};
use records::tables::rows::OfficialRow;

use super::reviewed::{Input, Reviewed};
use crate::cli::import::reviewed::{FILE, NotCorrected};

#[derive(Deserialize)]
struct Person {
    id: Id,
    name: Name,
    terms: Vec<Term>,
}

#[derive(Deserialize)]
struct Id {
    bioguide: String,
}

#[derive(Deserialize)]
struct Name {
    first: String,
    last: String,
    official_full: Option<String>,
}

/// A term of office. Nobody is left out because it has ended: a term that a special election ends goes on until the winner
/// is sworn.
#[derive(Deserialize)]
struct Term {
    r#type: TermType,
    start: Date,
    end: Date,
    state: String,
    #[serde(default)]
    district: u8,
    party: String,
    state_rank: Option<Rank>,
    #[serde(default)]
    caucus: String,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    url: String,
    #[serde(default)]
    contact_form: String,
    #[serde(default)]
    address: String,
}

#[derive(Clone, Copy, PartialEq, Deserialize)]
enum TermType {
    #[serde(rename = "sen")]
    Senator,
    #[serde(rename = "rep")]
    House,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Rank {
    Senior,
    Junior,
}

/// What the records say.
#[derive(Default)]
pub struct Read {
    /// The people in office: by state, senators first and senior before junior, then by district.
    pub people: Vec<Official>,
    /// The first day of each one's term, by Bioguide identifier.
    pub starts: BTreeMap<String, Date>,
}

/// Reads the people in office. What is wrong with one goes to `faults`; what [`FILE`] lists of nobody, or is repaired by
/// now, to `in_vain`.
pub fn read(
    bytes: &[u8],
    input: &Input,
    reviewed: &Reviewed,
    faults: &mut Vec<Fault>,
    in_vain: &mut Vec<Fault>,
) -> Read {
    let entries: Vec<serde_json::Value> = match serde_json::from_slice(bytes) {
        Ok(entries) => entries,
        Err(error) => {
            faults.push(Fault::new(&input.file, "whole file", error));
            return Read::default();
        }
    };
    let mut people = Vec::new();
    let mut starts = BTreeMap::new();
    let mut without_contact = Vec::new();
    let mut seen = BTreeSet::new();
    for (at, entry) in entries.into_iter().enumerate() {
        let bioguide = entry.pointer("/id/bioguide").and_then(|id| id.as_str()).unwrap_or("?").to_owned();
        let place = format!("entry {} ({bioguide})", at + 1);
        let mut note = |problem: &dyn std::fmt::Display| faults.push(Fault::new(&input.file, &place, problem));
        match serde_json::from_value::<Person>(entry) {
            Err(error) => note(&error),
            Ok(person) => {
                if !seen.insert(bioguide.clone()) {
                    note(&"this person is listed twice");
                }
                if let Some(term) = person.terms.last() {
                    starts.insert(bioguide, term.start);
                }
                match official(&person, input, reviewed, in_vain) {
                    Ok((rank, official, gap)) => {
                        without_contact.extend(gap.map(|gap| Fault::new(&input.file, &place, gap)));
                        people.push((rank, official));
                    }
                    Err(RowFaults(problems)) => problems.iter().for_each(|problem| note(problem)),
                }
            }
        }
    }
    if without_contact.len() > reviewed.congress.no_contact_up_to {
        faults.append(&mut without_contact);
    }
    let unknown = |bioguide: &str| !seen.contains(bioguide);
    for correction in reviewed.correction.iter().filter(|correction| unknown(&correction.id)) {
        in_vain.push(Fault::new(FILE, &correction.id, "a correction for nobody in the records; delete it"));
    }
    for gap in reviewed.no_contact.iter().filter(|gap| unknown(&gap.bioguide)) {
        in_vain.push(Fault::new(FILE, &gap.bioguide, "no_contact for nobody in the records; delete it"));
    }
    people.sort_by(|(rank, one), (other_rank, other)| {
        let key = |official: &Official| (official.division, official.role != Role::Senator);
        key(one).cmp(&key(other)).then(rank.cmp(other_rank)).then_with(|| one.bioguide.cmp(&other.bioguide))
    });
    Read { people: people.into_iter().map(|(_, official)| official).collect(), starts }
}

/// Somebody with their rank, and what contact data the records lack of them.
type Found = (Option<Rank>, Official, Option<String>);

fn official(person: &Person, input: &Input, reviewed: &Reviewed, in_vain: &mut Vec<Fault>) -> Result<Found, RowFaults> {
    let Some(term) = person.terms.last() else { return Err(FieldFault::row("no terms").into()) };
    let mut faults = Vec::new();
    let place = state(&term.state)?;
    let role = if term.r#type == TermType::Senator { Role::Senator } else { Role::in_the_house(place) };
    let whole_name = || format!("{} {}", person.name.first, person.name.last);
    let mut row = OfficialRow {
        bioguide: person.id.bioguide.clone(),
        name: person.name.official_full.clone().unwrap_or_else(whole_name),
        family_name: person.name.last.clone(),
        role: role_word(role).to_owned(),
        state: term.state.clone(),
        district: term.district,
        party: term.party.clone(),
        caucus: term.caucus.clone(),
        phone: term.phone.clone(),
        site: term.url.clone(),
        contact_form: term.contact_form.clone(),
        // Upstream knows none; a correction may bring one.
        email: String::new(),
        address: one_line(&term.address).unwrap_or_else(|| {
            faults.push(FieldFault::not(&term.address, "an address in Washington DC"));
            String::new()
        }),
        term_end: term.end,
    };
    for correction in reviewed.correction.iter().filter(|correction| correction.id == row.bioguide) {
        let field = match correction.field.as_str() {
            "name" => Some(&mut row.name),
            "family_name" => Some(&mut row.family_name),
            "party" => Some(&mut row.party),
            "caucus" => Some(&mut row.caucus),
            "phone" => Some(&mut row.phone),
            "site" => Some(&mut row.site),
            "contact_form" => Some(&mut row.contact_form),
            "email" => Some(&mut row.email),
            "address" => Some(&mut row.address),
            _ => None,
        };
        match correction.repair(field) {
            Ok(()) => {}
            Err(NotCorrected::InVain(problem)) => in_vain.push(Fault::new(FILE, &correction.id, problem)),
            Err(NotCorrected::Fault(problem)) => faults.push(FieldFault::Row(problem)),
        }
    }
    if term.start > input.date {
        faults.push(FieldFault::row(format_args!("the term starts on {}, after the records were read", term.start)));
    }
    if term.end <= term.start {
        faults.push(FieldFault::row(format_args!("the term ends on {}, before it starts", term.end)));
    }
    if role == Role::Senator && term.state_rank.is_none() {
        faults.push(FieldFault::row("a senator without state_rank"));
    }
    let listed = reviewed.no_contact.iter().any(|gap| gap.bioguide == row.bioguide);
    let gap = match (listed, row.phone.is_empty(), row.site.is_empty()) {
        (false, true, _) => Some(format!("no phone number; if that is so, list it in {FILE} under no_contact")),
        (false, _, true) => Some(format!("no site; if that is so, list it in {FILE} under no_contact")),
        (true, false, false) => {
            in_vain.push(Fault::new(FILE, &row.bioguide, "listed under no_contact, but there is one now; delete it"));
            None
        }
        _ => None,
    };
    match row.parse() {
        Ok(official) if faults.is_empty() => Ok((term.state_rank, official, gap)),
        Ok(_) => Err(RowFaults(faults)),
        Err(RowFaults(more)) => Err(RowFaults(faults.into_iter().chain(more).collect())),
    }
}

/// "135 Hart Senate Office Building Washington DC 20510" with commas; empty stays empty.
fn one_line(address: &str) -> Option<String> {
    if address.is_empty() {
        return Some(String::new());
    }
    let (building, zip) = address.split_once(" Washington DC ")?;
    let zip_good = zip.len() >= 5 && zip.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    (zip_good && building.contains(" Office Building")).then(|| format!("{building}, Washington, DC {zip}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_get_their_commas() {
        for (upstream, expected) in [
            ("", Some("")),
            (
                "135 Hart Senate Office Building Washington DC 20510",
                Some("135 Hart Senate Office Building, Washington, DC 20510"),
            ),
            (
                "2445 Rayburn House Office Building Washington DC 20515-0503",
                Some("2445 Rayburn House Office Building, Washington, DC 20515-0503"),
            ),
            ("135 Hart Senate Office Building", None),
            ("1 Main Street Washington DC 20510", None),
            ("135 Hart Senate Office Building Washington DC", None),
        ] {
            assert_eq!(one_line(upstream).as_deref(), expected, "{upstream}");
        }
    }
}
