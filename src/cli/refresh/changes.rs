//! What changed between two sets of tables, in words that people check.

use std::collections::{BTreeMap, BTreeSet};

use places::date::Date;
use records::fault::Fault;
use records::tables::lines::{Texts, rows};
use records::tables::rows::{OfficeRow, OfficialRow};

/// How many of a kind are named; of more, only how many they are.
const NAMED: usize = 5;
/// A field that more of its holders than one in so many lose at once has vanished upstream.
pub const VANISHED: usize = 5;

/// One line for each change of the US tables: first who sits where, then what is known of them.
pub fn us(before: &Texts, after: &Texts, starts: &BTreeMap<String, Date>) -> Vec<String> {
    let (old, new) = (officials(before), officials(after));
    let mut lines = seats(&old, &new, starts);
    let mut ends: BTreeMap<(Date, Date), Vec<String>> = BTreeMap::new();
    for (id, now) in &new {
        let Some(then) = old.get(id) else { continue };
        if seat(then) != seat(now) {
            lines.push(format!("{}: {} → {}", now.name, seat(then), seat(now)));
        }
        for (then, now_is) in [(&then.name, &now.name), (&then.party, &now.party)] {
            if then != now_is {
                lines.push(format!("{}: {}: {then} → {now_is}", seat(now), now.name));
            }
        }
        if then.caucus != now.caucus {
            let word = |caucus: &str| if caucus.is_empty() { "nobody".to_owned() } else { format!("the {caucus}s") };
            lines.push(format!(
                "{}: {}: caucuses with {} → {}",
                seat(now),
                now.name,
                word(&then.caucus),
                word(&now.caucus)
            ));
        }
        if then.term_end != now.term_end {
            ends.entry((then.term_end, now.term_end)).or_default().push(format!("{} {}", seat(now), now.name));
        }
    }
    for ((then, now), who) in ends {
        lines.extend(counted(&who, "term", "terms").map(|line| format!("end {then} → {now}: {line}")));
    }
    for (one, many, field) in FIELDS {
        let changed = |(id, now): (&String, &OfficialRow)| {
            let then = old.get(id)?;
            (field(then) != field(now)).then(|| format!("{} {}", seat(now), now.name))
        };
        let who: Vec<String> = new.iter().filter_map(changed).collect();
        lines.extend(counted(&who, one, many));
    }
    let offices = |texts: &Texts| -> BTreeSet<Vec<String>> {
        let found = rows(texts, "district-offices.csv", &mut Vec::new(), |row: OfficeRow| {
            Ok(vec![row.bioguide, row.street, row.city, row.state_and_zip, row.phone])
        });
        found.into_iter().map(|(_, office)| office).collect()
    };
    let (old, new) = (offices(before), offices(after));
    let (more, fewer) = (new.difference(&old).count(), old.difference(&new).count());
    if more + fewer > 0 {
        lines.push(format!("district offices: {more} new or changed, {fewer} gone or changed"));
    }
    lines
}

type Field = (&'static str, &'static str, fn(&OfficialRow) -> &str);

const FIELDS: [Field; 4] = [
    ("telephone number", "telephone numbers", |row| &row.phone),
    ("site", "sites", |row| &row.site),
    ("contact form", "contact forms", |row| &row.contact_form),
    ("address", "addresses", |row| &row.address),
];

/// Fields that many people had before and have no longer: upstream has renamed or lost them.
pub fn vanished(before: &Texts, after: &Texts) -> Vec<Fault> {
    let (old, new) = (officials(before), officials(after));
    let mut faults = Vec::new();
    for (_, many, field) in FIELDS {
        let stay = old.iter().filter_map(|(id, then)| Some((field(then), field(new.get(id)?))));
        let had: Vec<bool> = stay.filter(|(then, _)| !then.is_empty()).map(|(_, now)| now.is_empty()).collect();
        let lost = had.iter().filter(|lost| **lost).count();
        if lost > 1 && lost * VANISHED > had.len() {
            let problem = format!("{lost} of {} {many} have disappeared; if that's right, import by hand", had.len());
            faults.push(Fault::new("officials.csv", many, problem));
        }
    }
    let count =
        |texts: &Texts| texts.get("district-offices.csv").map_or(0, |bytes| bytes.split(|byte| *byte == b'\n').count());
    let (then, now) = (count(before), count(after));
    if then > 10 && now * VANISHED < then * (VANISHED - 1) {
        let problem = format!("{} of {then} have disappeared; if that's right, import by hand", then - now);
        faults.push(Fault::new("district-offices.csv", "whole file", problem));
    }
    faults
}

fn officials(texts: &Texts) -> BTreeMap<String, OfficialRow> {
    let found = rows(texts, "officials.csv", &mut Vec::new(), |row: OfficialRow| Ok((row.bioguide.clone(), row)));
    found.into_iter().map(|(_, official)| official).collect()
}

/// `CA-14`, `VT`, `VT senate`.
fn seat(row: &OfficialRow) -> String {
    match (row.role.as_str(), row.district) {
        ("senator", _) => format!("{} senate", row.state),
        (_, 0) => row.state.clone(),
        (_, district) => format!("{}-{district}", row.state),
    }
}

fn seats(
    old: &BTreeMap<String, OfficialRow>,
    new: &BTreeMap<String, OfficialRow>,
    starts: &BTreeMap<String, Date>,
) -> Vec<String> {
    let holders = |rows: &BTreeMap<String, OfficialRow>| {
        let mut held: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (id, row) in rows {
            held.entry(seat(row)).or_default().insert(id.clone());
        }
        held
    };
    let (held_then, held_now) = (holders(old), holders(new));
    let nobody = BTreeSet::new();
    let mut lines = Vec::new();
    for seat in held_then.keys().chain(held_now.keys()).collect::<BTreeSet<_>>() {
        let (then, now) = (held_then.get(seat).unwrap_or(&nobody), held_now.get(seat).unwrap_or(&nobody));
        let gone: Vec<&OfficialRow> = then.difference(now).filter_map(|id| old.get(id)).collect();
        let come: Vec<&OfficialRow> = now.difference(then).filter_map(|id| new.get(id)).collect();
        for at in 0..gone.len().max(come.len()) {
            let left = gone.get(at).map_or("vacant", |row| &row.name);
            let entered = come.get(at).map_or("vacant".to_owned(), |row| {
                let since = starts.get(&row.bioguide).map(|start| format!(", term since {start}")).unwrap_or_default();
                format!("{} ({}){since}", row.name, row.party)
            });
            lines.push(format!("{seat}: {left} → {entered}"));
        }
    }
    lines
}

/// "3 telephone numbers changed: VT Example, …".
pub fn counted(who: &[String], one: &str, many: &str) -> Option<String> {
    match who {
        [] => None,
        [who] => Some(format!("1 {one} changed: {who}")),
        few if few.len() <= NAMED => Some(format!("{} {many} changed: {}", few.len(), few.join(", "))),
        all => Some(format!("{} {many} changed", all.len())),
    }
}
