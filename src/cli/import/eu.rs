//! `undersigned import eu`: derives the tables of the European Parliament from upstream records.

mod names;

use std::collections::BTreeMap;
use std::path::Path;

use clap::Args;
use serde::Deserialize;

use records::fault::{Failure, Fault};

use super::legislature::reviewed::{Format, Reviewed};
use super::legislature::rows::{PersonRow, SeatRow};
use super::legislature::{self, Records, csv_rows, json_entries, party, without_left_out};
use super::reviewed::{self as shared, Derived, FILE, Folders, How};
use crate::cli::exit::Exit;

/// Derive data/eu-parliament from upstream records.
///
/// Reads the files named in reviewed.toml: members as meps.csv of alexmoneton/wheresmymep, addresses as meps.json of
/// andremartinssw/eucontact, joined by the Parliament's own number. Political groups come from the second file, because the
/// first one confuses them with parties; for members who are newer than it, from the first. Writes all tables and
/// sources.toml, or nothing if a check fails. What upstream lacks or gets wrong must be listed in reviewed.toml with a reason.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  undersigned import eu
  undersigned import eu --from ~/downloads/strasbourg --to data/eu-parliament

Exit codes: 0 written, 1 problems found and nothing written, 2 could not run.")]
#[command(mut_arg("from", |from| from.required(false).default_value("cache/eu-parliament")))]
#[command(mut_arg("to", |to| to.required(false).default_value("data/eu-parliament")))]
pub struct Arguments {
    #[command(flatten)]
    folders: Folders,
}

pub fn run(arguments: &Arguments) -> Exit {
    legislature::run(&arguments.folders, derive)
}

#[derive(Deserialize)]
struct Listed {
    name: String,
    country: String,
    party: String,
    mep_id: String,
}

const COLUMNS: [&str; 4] = ["name", "country", "party", "mep_id"];

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Addressed {
    full_name: String,
    country: String,
    political_group: String,
    id: String,
    contact_information: Contact,
}

#[derive(Deserialize)]
struct Contact {
    emails: Vec<String>,
}

/// Makes the tables from the upstream files in `from`.
pub fn derive(from: &Path, reviewed: &Reviewed, _: &Path, how: How) -> Result<Derived, Failure> {
    let mut faults = Vec::new();
    let (people_file, bytes) = shared::input(from, &reviewed.input, &[Format::EuMepList], &mut faults)?;
    let listed: Vec<(String, Listed)> = csv_rows(&bytes, &people_file.file, &COLUMNS, &mut faults);
    let (emails_file, bytes) = shared::input(from, &reviewed.input, &[Format::EuMepAddresses], &mut faults)?;
    let addressed = addresses(json_entries(&bytes, &emails_file.file, &mut faults), &emails_file.file, &mut faults);
    let mut in_vain = Vec::new();
    let listed = without_left_out(reviewed, listed, |row| row.name.clone(), &mut in_vain);
    let mut people = Vec::new();
    for (place, member) in listed {
        let at = format!("{place} ({})", member.name);
        let mut note = |problem: String| faults.push(Fault::new(&people_file.file, &at, problem));
        let region = reviewed.region(&member.country);
        if region.is_none() {
            note(format!("`{}` is not a member state", member.country));
        }
        if member.mep_id.is_empty() {
            note(format!("no mep_id; if that person isn't a member, list the name in {FILE} under leave_out"));
        }
        let known = addressed.get(&member.mep_id);
        if let (Some(known), Some(region)) = (known, region)
            && reviewed.region(&known.country).is_none_or(|other| other.code != region.code)
        {
            note(format!("from `{}` here, from `{}` in {}", member.country, known.country, emails_file.file));
        }
        let (name, family_name) = names::parts(&member.name, known.map(|known| &*known.full_name));
        let party = party(reviewed, known.map_or(&member.party, |known| &known.political_group), note);
        let (Some(region), false) = (region, member.mep_id.is_empty()) else { continue };
        let page = reviewed.legislature.page.as_ref().map(|page| page.replace("{id}", &member.mep_id));
        let person = PersonRow {
            id: member.mep_id,
            seat: region.code.clone(),
            role: reviewed.legislature.role.clone(),
            name,
            family_name,
            party,
            email: known.and_then(|known| known.contact_information.emails.first()).cloned().unwrap_or_default(),
            site: page.unwrap_or_default(),
            ..PersonRow::default()
        };
        people.push((place, person));
    }
    if !faults.is_empty() {
        return Err(Failure::Faults(faults));
    }
    let records = Records {
        seats: seats(reviewed),
        people,
        people_file,
        emails_file: Some(emails_file),
        shapes: None,
        postcodes: None,
    };
    legislature::finish(reviewed, records, how, faults, in_vain)
}

/// A member state is one seat, however many people sit for it.
fn seats(reviewed: &Reviewed) -> Vec<SeatRow> {
    let seat = |region: &super::legislature::reviewed::Region| SeatRow {
        code: region.code.clone(),
        region: region.code.clone(),
        name: region.upstream.first().cloned().unwrap_or_default(),
        ..SeatRow::default()
    };
    reviewed.region.iter().map(seat).collect()
}

/// By the Parliament's number. Several addresses of one member are a fault: somebody has to choose.
fn addresses(entries: Vec<(String, Addressed)>, file: &str, faults: &mut Vec<Fault>) -> BTreeMap<String, Addressed> {
    let mut known = BTreeMap::new();
    for (place, entry) in entries {
        let place = format!("{place} ({})", entry.full_name);
        if entry.contact_information.emails.len() > 1 {
            faults.push(Fault::new(file, &place, "several addresses"));
        }
        if let Some(first) = known.insert(entry.id.clone(), entry) {
            faults.push(Fault::new(file, place, format_args!("id `{}` also belongs to {}", first.id, first.full_name)));
        }
    }
    known
}
