//! Whether people, seats and ZIP codes fit together, before anything is written.

use std::collections::{BTreeMap, BTreeSet};

use places::congress::{Division, Official, Role, State, StateKind};
use records::fault::Fault;

use super::reviewed::Seats;
use super::zip_table::ZipTable;
use crate::cli::import::reviewed::FILE;

/// Every seat is held by one person or vacant; every state has its two senators, less those vacant. Seats are vacant that a
/// person listed, and so many more as they allowed. Seats that are listed but held go to `in_vain`.
pub fn seats(file: &str, people: &[Official], seats: &Seats, faults: &mut Vec<Fault>, in_vain: &mut Vec<Fault>) {
    let mut empty = Vec::new();
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
                empty.push(Fault::new(file, division, problem));
            }
            (Some(people), true) => {
                in_vain.push(Fault::new(
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
        let problem = format!("{count} senators, {vacant} seats listed as vacant in {FILE}; there are two seats");
        let fault = Fault::new(file, format_args!("{state} senate"), problem);
        match (count + vacant, count) {
            (2, _) => {}
            (0 | 1, _) => empty.extend(std::iter::repeat_n(fault, 2 - count - vacant)),
            (_, 0..=2) => in_vain.push(fault),
            _ => faults.push(fault),
        }
    }
    if empty.len() > seats.vacant_up_to {
        if seats.vacant_up_to > 0 {
            let problem = format!("{} seats without a member; {FILE} allows {}", empty.len(), seats.vacant_up_to);
            faults.push(Fault::new(file, "vacant_up_to", problem));
        }
        // Both seats of a state in the Senate are one problem.
        empty.dedup();
        faults.append(&mut empty);
    }
}

/// Every ZIP code is in seats that exist, and every seat has ZIP codes.
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
