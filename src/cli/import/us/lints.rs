//! Whether people, seats and ZIP codes fit together, before anything is written.

use std::collections::{BTreeMap, BTreeSet};

use super::reviewed::Seats;
use super::zip_table::ZipTable;
use crate::cli::import::reviewed::FILE;
use crate::cli::tables::fault::Fault;
use crate::domain::congress::{Division, Official, Role, State, StateKind};

/// Every seat is held by one person or listed as vacant; every state has its two senators, less those listed.
pub fn seats(file: &str, people: &[Official], seats: &Seats, faults: &mut Vec<Fault>) {
    let mut holders: BTreeMap<Division, Vec<&str>> = BTreeMap::new();
    for person in people.iter().filter(|person| person.role != Role::Senator) {
        holders.entry(person.division).or_default().push(&person.bioguide);
    }
    for (division, people) in &holders {
        let mut note = |problem: String| faults.push(Fault::new(file, division, problem));
        if !seats.divisions.contains(division) {
            note(format!("held by {}, but {FILE} has no such seat", people.join(" and ")));
        } else if people.len() > 1 {
            note(format!("held by {}", people.join(" and ")));
        }
    }
    for division in &seats.divisions {
        match (holders.get(division), seats.vacant.contains(division)) {
            (None, false) => {
                let problem = format!("nobody holds this seat; if it is vacant, list it in {FILE} with a source");
                faults.push(Fault::new(file, division, problem));
            }
            (Some(people), true) => {
                faults.push(Fault::new(
                    FILE,
                    division,
                    format_args!("listed as vacant, but {} holds it", people.join(" and ")),
                ));
            }
            _ => {}
        }
    }
    let states: BTreeSet<State> = seats.divisions.iter().map(|division| division.state).collect();
    for state in states.into_iter().filter(|state| state.kind() == StateKind::State) {
        let count =
            people.iter().filter(|person| person.role == Role::Senator && person.division.state == state).count();
        let vacant = seats.vacant_senate.get(&state).copied().unwrap_or_default();
        if count + vacant != 2 {
            let problem = format!("{count} senators, {vacant} seats listed as vacant in {FILE}; there are two seats");
            faults.push(Fault::new(file, format_args!("{state} senate"), problem));
        }
    }
}

/// Every ZIP code lies in seats that exist, and every seat has ZIP codes.
pub fn zips(table: &ZipTable, seats: &Seats, faults: &mut Vec<Fault>) {
    let file = table.inputs.first().map_or("", |input| &input.file);
    let mut without: BTreeSet<Division> = seats.divisions.iter().copied().collect();
    for (zip, division) in table.pairs() {
        without.remove(&division);
        if !seats.divisions.contains(&division) {
            faults.push(Fault::new(file, zip, format_args!("lies in {division}, but {FILE} has no such seat")));
        }
    }
    for division in without {
        faults.push(Fault::new(file, division, "no ZIP code lies in this seat"));
    }
}
