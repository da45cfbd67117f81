//! What the importers of legislatures' folders have in common: `reviewed.toml`, the checks, and the tables.

pub mod reviewed;
pub mod rows;
mod upstream;
mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use self::reviewed::{Input, Reviewed};
use self::rows::{PersonRow, SeatRow};
pub use self::upstream::{csv_rows, json_entries};
use super::reviewed::{self as shared, Derived, FILE, Folders, How, NotCorrected};
use crate::cli::disk;
use crate::cli::exit::Exit;
use crate::cli::import::store;
use campaign::email_address::is_email_address;
use records::fault::{Failure, Fault};
use records::legislature as folder;
use records::tables::lines::Texts;

/// The tables that every importer writes.
pub const FILES: [&str; 4] = ["regions.csv", "seats.csv", "people.csv", "sources.toml"];

/// What an importer read, before it is checked.
pub struct Records<'a> {
    /// In the order of the table.
    pub seats: Vec<SeatRow>,
    /// Each with where it is in its file: "line 7".
    pub people: Vec<(String, PersonRow)>,
    /// Where people are from.
    pub people_file: &'a Input,
    /// Where addresses are from, if that is another file.
    pub emails_file: Option<&'a Input>,
    /// `shapes.topojson`; none where it stays as it is.
    pub shapes: Option<Vec<u8>>,
    /// `postcodes.csv` and where it is from; without bytes where it stays as it is.
    pub postcodes: Option<(&'a Input, Option<Vec<u8>>)>,
}

/// Makes a folder's tables from the upstream files in the first folder; the second one holds those that are there already.
pub type Derive = fn(&Path, &Reviewed, &Path, How) -> Result<Derived, Failure>;

/// Runs an importer: reads `reviewed.toml`, derives the tables and writes all of them or none.
pub fn run(folders: &Folders, derive: Derive) -> Exit {
    let Folders { from, to, .. } = folders;
    shared::run(folders, |reviewed| {
        let reviewed = shared::read(reviewed)?;
        let derived = derive(from, &reviewed, to, How::Whole)?;
        readable(to, &reviewed, &derived.texts)?;
        store::write(to, &derived.texts)?;
        Ok(format!("{}: {}", to.display(), derived.summary))
    })
}

/// The build must be able to read what is committed. What people write by hand may still be missing: an import comes first.
pub fn readable(folder: &Path, reviewed: &Reviewed, texts: &Texts) -> Result<(), Failure> {
    if !folder.join(folder::SETTINGS).is_file() {
        return Ok(());
    }
    let mut files = disk::folder(folder);
    for (name, bytes) in texts {
        files.add(folder.join(name), bytes.as_slice());
    }
    let read = folder::read(&files, folder)?;
    let unknown = reviewed.parties.values().filter(|group| !read.has_group(group));
    let fault =
        |group: &String| Fault::new(FILE, "parties", format_args!("{} has no group `{group}`", folder::SETTINGS));
    let faults: Vec<Fault> = unknown.map(fault).collect();
    if faults.is_empty() { Ok(()) } else { Err(Failure::Faults(faults)) }
}

/// Corrects, checks and writes down what an importer read. `faults` are those that it found itself.
pub fn finish(
    reviewed: &Reviewed,
    mut records: Records,
    how: How,
    mut faults: Vec<Fault>,
    mut in_vain: Vec<Fault>,
) -> Result<Derived, Failure> {
    correct(reviewed, &mut records, &mut faults, &mut in_vain);
    for input in reviewed.input.iter().filter(|input| input.credit.is_empty()) {
        faults.push(Fault::new(FILE, &input.file, "no credit; enter the one its licence asks for"));
    }
    check_seats(reviewed, &records.seats, &mut faults);
    check_people(reviewed, &records, &mut faults, &mut in_vain);
    check_holders(reviewed, &records, how, &mut faults, &mut in_vain);
    if how == How::Whole {
        faults.append(&mut in_vain);
    }
    if !faults.is_empty() {
        return Err(Failure::Faults(faults));
    }
    records.people.sort_by(|(_, one), (_, other)| (&one.seat, &one.id).cmp(&(&other.seat, &other.id)));
    let without = records.people.iter().filter(|(_, person)| person.email.is_empty()).count();
    let all: usize = reviewed.region.iter().map(|region| region.seats).sum();
    let summary = format!(
        "{} seats, {} people ({} missing), {without} without a published e-mail address",
        records.seats.len(),
        records.people.len(),
        all.saturating_sub(records.people.len()),
    );
    Ok(Derived { texts: write::texts(reviewed, &records)?, summary, notes: in_vain })
}

/// The rows without those that a person has found to be nobody who sits there, by the names that upstream gives them.
pub fn without_left_out<Row>(
    reviewed: &Reviewed,
    rows: Vec<(String, Row)>,
    name: impl Fn(&Row) -> String,
    in_vain: &mut Vec<Fault>,
) -> Vec<(String, Row)> {
    let listed: BTreeSet<&str> = reviewed.leave_out.iter().map(|row| row.name.as_str()).collect();
    let (out, stay): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(_, row)| listed.contains(name(row).as_str()));
    let found: BTreeSet<String> = out.iter().map(|(_, row)| name(row)).collect();
    for name in listed.iter().filter(|listed| !found.contains(**listed)) {
        in_vain.push(Fault::new(FILE, name, "left out, but not in the records; delete it"));
    }
    stay
}

/// Upstream's party or group as a group's id; one that nobody has looked at is a fault.
pub fn party(reviewed: &Reviewed, upstream: &str, mut note: impl FnMut(String)) -> String {
    let known = reviewed.parties.get(upstream).cloned();
    if known.is_none() {
        note(format!("`{upstream}` is not listed under [parties] in {FILE}"));
    }
    known.unwrap_or_default()
}

fn correct(reviewed: &Reviewed, records: &mut Records, faults: &mut Vec<Fault>, in_vain: &mut Vec<Fault>) {
    for correction in &reviewed.correction {
        let Some((_, person)) = records.people.iter_mut().find(|(_, person)| person.id == correction.id) else {
            in_vain.push(Fault::new(FILE, &correction.id, "corrected, but not in the records; delete it"));
            continue;
        };
        let field = match correction.field.as_str() {
            "name" => Some(&mut person.name),
            "family_name" => Some(&mut person.family_name),
            "gender" => Some(&mut person.gender),
            "party" => Some(&mut person.party),
            "email" => Some(&mut person.email),
            _ => None,
        };
        match correction.repair(field) {
            Ok(()) => {}
            Err(NotCorrected::InVain(problem)) => in_vain.push(Fault::new(FILE, &correction.id, problem)),
            Err(NotCorrected::Fault(problem)) => faults.push(Fault::new(FILE, &correction.id, problem)),
        }
    }
}

fn check_seats(reviewed: &Reviewed, seats: &[SeatRow], faults: &mut Vec<Fault>) {
    let mut note = |place: &str, problem: String| faults.push(Fault::new("seats.csv", place, problem));
    let regions: BTreeSet<&str> = reviewed.region.iter().map(|region| region.code.as_str()).collect();
    let mut codes = BTreeSet::new();
    for SeatRow { code, region, name, names, .. } in seats {
        let is_code = (1..=16).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if !is_code {
            note(code, format!("`{code}` is not a seat's code"));
        }
        if !codes.insert(code) {
            note(code, "listed twice".to_owned());
        }
        if !regions.contains(region.as_str()) {
            note(code, format!("`{region}` is not a region"));
        }
        if [name].into_iter().chain(names.values()).any(|name| !is_name(name)) {
            note(code, format!("`{name}` is not a name"));
        }
    }
    if regions.len() < reviewed.region.len() {
        faults.push(Fault::new(FILE, "region", "one code is listed twice"));
    }
}

fn check_people(reviewed: &Reviewed, records: &Records, faults: &mut Vec<Fault>, in_vain: &mut Vec<Fault>) {
    let Reviewed { legislature: rules, own_host, no_email, .. } = reviewed;
    let seats: BTreeSet<&str> = records.seats.iter().map(|seat| seat.code.as_str()).collect();
    let (mut ids, mut addresses) = (BTreeMap::new(), BTreeMap::new());
    for (place, person) in &records.people {
        let mut note = |problem: String| faults.push(Fault::new(&records.people_file.file, place, problem));
        let PersonRow { id, seat, name, family_name, email, .. } = person;
        let is_id =
            (1..=40).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b".:-".contains(&b));
        if !is_id {
            note(format!("`{id}` is not an id"));
        }
        if let Some(first) = ids.insert(id, place) {
            note(format!("id `{id}` also belongs to {first}"));
        }
        if !seats.contains(seat.as_str()) {
            note(format!("{name} has no seat: `{seat}` is unknown"));
        }
        if !is_name(name) || !is_name(family_name) {
            note(format!("`{name}`, with the family name `{family_name}`, is not a name"));
        } else if !name.contains(family_name.as_str()) {
            note(format!("`{family_name}` is not part of the name `{name}`"));
        }
        if email.is_empty() {
            continue;
        }
        let host = email.rsplit_once('@').map(|(_, host)| host.to_ascii_lowercase()).unwrap_or_default();
        if !is_email_address(email) {
            note(format!("`{email}` is not an e-mail address"));
        }
        let is_listed = own_host.iter().any(|own| own.id == *id);
        if host != rules.mail_host && !is_listed && is_email_address(email) {
            note(format!(
                "`{email}` is not at {}; if it is theirs, list {id} under own_host in {FILE}",
                rules.mail_host
            ));
        }
        if let Some(first) = addresses.insert(email.to_ascii_lowercase(), place) {
            note(format!("`{email}` also belongs to {first}"));
        }
    }
    for own in own_host {
        let at_own = |(_, person): &&(String, PersonRow)| {
            person.id == own.id && person.email.rsplit_once('@').is_some_and(|(_, host)| host != rules.mail_host)
        };
        if !records.people.iter().any(|person| at_own(&person)) {
            in_vain.push(Fault::new(FILE, &own.id, "listed under own_host, but has no such address; delete it"));
        }
    }
    let (listed, unlisted): (Vec<_>, Vec<_>) = records
        .people
        .iter()
        .map(|(_, person)| person)
        .filter(|person| person.email.is_empty())
        .partition(|person| no_email.iter().any(|noted| noted.id == person.id));
    for noted in no_email.iter().filter(|noted| !listed.iter().any(|person| person.id == noted.id)) {
        in_vain.push(Fault::new(FILE, &noted.id, "listed under no_email, but has one now or is gone; delete it"));
    }
    let without = unlisted.len();
    if faults.is_empty() && without > rules.no_email_up_to {
        let mut problem = format!("{without} people without an address; {FILE} allows {}", rules.no_email_up_to);
        if rules.no_email_up_to == 0 {
            let names = unlisted.iter().map(|person| format!("{} ({})", person.name, person.id));
            problem += &format!(": {}. If that is so, list them under no_email", names.collect::<Vec<_>>().join(", "));
        }
        faults.push(Fault::new(&records.emails_file.unwrap_or(records.people_file).file, "no_email_up_to", problem));
    }
}

/// Every seat has as many people as its region says, less those that are listed as vacant.
fn check_holders(reviewed: &Reviewed, records: &Records, how: How, faults: &mut Vec<Fault>, in_vain: &mut Vec<Fault>) {
    let file = &records.people_file.file;
    let count = |seat: &str| records.people.iter().filter(|(_, person)| person.seat == seat).count();
    let listed = |seat: &str| reviewed.vacant.iter().filter(|vacant| vacant.seat == seat).count();
    let mut missing = 0;
    for region in &reviewed.region {
        let seats: Vec<&SeatRow> = records.seats.iter().filter(|seat| seat.region == region.code).collect();
        // A region is one seat with several people, or several seats with one person each.
        let each = if seats.len() == 1 { region.seats } else { 1 };
        if seats.len() * each != region.seats {
            let problem = format!("{} seats instead of {}", seats.len() * each, region.seats);
            faults.push(Fault::new(FILE, &region.code, problem));
        }
        for seat in seats {
            let (found, vacant) = (count(&seat.code), listed(&seat.code));
            let place = format!("{} ({})", seat.code, seat.name);
            if found > each {
                let names: Vec<&str> =
                    records.people.iter().filter(|(_, one)| one.seat == seat.code).map(|(_, one)| &*one.name).collect();
                let problem = format!("{found} people for {each}: {}", names.join(", "));
                faults.push(Fault::new(file, place, problem));
                continue;
            }
            let short = each - found;
            if vacant > short {
                in_vain.push(Fault::new(FILE, place, "listed as vacant, but somebody sits there; delete it"));
            } else if vacant < short {
                missing += short - vacant;
                if how == How::Whole {
                    let problem = format!("{found} of {each} in the records; list who is missing in {FILE} as vacant");
                    faults.push(Fault::new(file, place, problem));
                }
            }
        }
    }
    if how == How::People && missing > reviewed.legislature.vacant_up_to {
        let problem = format!("{missing} people are missing; {FILE} allows {}", reviewed.legislature.vacant_up_to);
        faults.push(Fault::new(file, "vacant_up_to", problem));
    }
    let is_seat = |code: &str| records.seats.iter().any(|seat| seat.code == code);
    for vacant in reviewed.vacant.iter().filter(|vacant| !is_seat(&vacant.seat)) {
        in_vain.push(Fault::new(FILE, &vacant.seat, "listed as vacant, but there is no such seat; delete it"));
    }
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.trim() == text && !text.chars().any(char::is_control)
}
