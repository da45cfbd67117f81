//! What changed between two sets of a legislature's tables, in words that people check.

use std::collections::{BTreeMap, BTreeSet};

use records::fault::Fault;
use records::tables::lines::Texts;

use super::changes::{VANISHED, counted};
use crate::cli::import::legislature::rows::{PersonRow, SeatRow};

type Field = (&'static str, &'static str, fn(&PersonRow) -> &str);

/// What many people lose at once has vanished upstream.
const FIELDS: [Field; 3] = [
    ("e-mail address", "e-mail addresses", |person| &person.email),
    ("site", "sites", |person| &person.site),
    ("party", "parties", |person| &person.party),
];

/// One line for each change: first who sits where, then what is known of them.
pub fn changes(before: &Texts, after: &Texts) -> Vec<String> {
    let (old, new) = (by_id(before), by_id(after));
    let names = SeatRow::all(after);
    let names: BTreeMap<&str, &str> = names.iter().map(|seat| (seat.code.as_str(), seat.name.as_str())).collect();
    let named = |seat: &str| names.get(seat).map_or(seat.to_owned(), |name| format!("{name} ({seat})"));
    let seats: BTreeSet<&str> = old.values().chain(new.values()).map(|person| person.seat.as_str()).collect();
    let mut lines = Vec::new();
    for seat in seats {
        let sits = |person: &&PersonRow| person.seat == seat;
        let gone: Vec<&PersonRow> = old.values().filter(sits).filter(|one| moved(one, &new)).collect();
        let come: Vec<&PersonRow> = new.values().filter(sits).filter(|one| moved(one, &old)).collect();
        for at in 0..gone.len().max(come.len()) {
            let left = gone.get(at).map_or("vacant".to_owned(), |person| person.name.clone());
            let entered =
                come.get(at).map_or("vacant".to_owned(), |person| format!("{} ({})", person.name, person.party));
            lines.push(format!("{}: {left} → {entered}", named(seat)));
        }
    }
    let stay: Vec<(&PersonRow, &PersonRow)> = new.iter().filter_map(|(id, now)| Some((old.get(id)?, now))).collect();
    for (then, now) in &stay {
        for (then, now_is) in [(&then.name, &now.name), (&then.party, &now.party)] {
            if then != now_is {
                lines.push(format!("{}: {}: {then} → {now_is}", named(&now.seat), now.name));
            }
        }
    }
    for (one, many, field) in FIELDS.into_iter().take(2) {
        let changed = stay.iter().filter(|(then, now)| field(then) != field(now));
        let who: Vec<String> = changed.map(|(_, now)| format!("{} {}", now.seat, now.name)).collect();
        lines.extend(counted(&who, one, many));
    }
    lines
}

/// Fields that many people had before and have no longer.
pub fn vanished(before: &Texts, after: &Texts) -> Vec<Fault> {
    let (old, new) = (by_id(before), by_id(after));
    let mut faults = Vec::new();
    for (_, many, field) in FIELDS {
        let had = |people: &BTreeMap<String, PersonRow>| people.values().filter(|one| !field(one).is_empty()).count();
        let (then, now) = (had(&old), had(&new));
        if now + 1 < then && now * VANISHED < then * (VANISHED - 1) {
            let problem = format!("{} of {then} {many} have disappeared; if that's right, import by hand", then - now);
            faults.push(Fault::new("people.csv", many, problem));
        }
    }
    let stay = old.keys().filter(|id| new.contains_key(*id)).count();
    if stay * 2 < old.len() {
        let problem =
            format!("only {stay} of {} people have the same id as before; if that's right, import by hand", old.len());
        faults.push(Fault::new("people.csv", "id", problem));
    }
    faults
}

/// Whether somebody is not in the other table, or in another seat there.
fn moved(person: &PersonRow, other: &BTreeMap<String, PersonRow>) -> bool {
    other.get(&person.id).is_none_or(|other| other.seat != person.seat)
}

fn by_id(texts: &Texts) -> BTreeMap<String, PersonRow> {
    PersonRow::all(texts).into_iter().map(|person| (person.id.clone(), person)).collect()
}
