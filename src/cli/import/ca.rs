//! `undersigned import ca`: derives the tables of the House of Commons of Canada from upstream records.

mod outlines;
mod ridings;

use std::collections::BTreeMap;
use std::path::Path;

use clap::Args;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use records::fault::{Failure, Fault};

use super::legislature::reviewed::{Format, Reviewed};
use super::legislature::rows::{PersonRow, SeatRow};
use super::legislature::{self, Records, json_entries, party, without_left_out};
use super::reviewed::{self as shared, Derived, Folders, How};
use crate::cli::exit::Exit;

/// Derive data/ca-commons from upstream records.
///
/// Reads the files named in reviewed.toml: members as mp-data.json of KhademOHAli1/letter-tool, joined by the name of their
/// riding because the numbers in it are wrong; ridings as Elections Canada's FED_CA_2023_EN.dbf, and their outlines as
/// TopoJSON. Writes all tables and sources.toml, or nothing if a check fails. What upstream lacks or gets wrong must be listed
/// in reviewed.toml with a reason.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  undersigned import ca
  undersigned import ca --from ~/downloads/ottawa --to data/ca-commons

Exit codes: 0 written, 1 problems found and nothing written, 2 could not run.")]
#[command(mut_arg("from", |from| from.required(false).default_value("cache/ca-commons")))]
#[command(mut_arg("to", |to| to.required(false).default_value("data/ca-commons")))]
pub struct Arguments {
    #[command(flatten)]
    folders: Folders,
}

pub fn run(arguments: &Arguments) -> Exit {
    legislature::run(&arguments.folders, derive)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Member {
    name: String,
    last_name: String,
    email: String,
    party: String,
    riding_name: String,
    /// Empty for a third of the members.
    province: String,
}

/// Makes the tables from the upstream files in `from`.
pub fn derive(from: &Path, reviewed: &Reviewed, to: &Path, how: How) -> Result<Derived, Failure> {
    let mut faults = Vec::new();
    let (people_file, bytes) = shared::input(from, &reviewed.input, &[Format::CaMpData], &mut faults)?;
    let members: Vec<(String, Member)> = json_entries(&bytes, &people_file.file, &mut faults);
    let mut in_vain = Vec::new();
    let members = without_left_out(reviewed, members, |member| member.name.clone(), &mut in_vain);
    let (seats, outlines) = match how {
        How::Whole => ridings::read(from, reviewed, &mut faults)?,
        How::People => (SeatRow::committed(to)?, None),
    };
    let by_name: BTreeMap<String, &SeatRow> = seats.iter().map(|seat| (key(&seat.name), seat)).collect();
    if by_name.len() < seats.len() {
        faults.push(Fault::new("seats.csv", "name", "two ridings of one name; members are joined by it"));
    }
    let mut people = Vec::new();
    for (place, member) in members {
        let mut note = |problem: String| {
            faults.push(Fault::new(&people_file.file, format_args!("{place} ({})", member.name), problem));
        };
        let seat = by_name.get(&key(&member.riding_name)).copied();
        match seat {
            None => note(format!("`{}` is not a riding", member.riding_name)),
            Some(seat) if !member.province.is_empty() => match reviewed.region(&member.province) {
                Some(region) if region.code == seat.region => {}
                _ => note(format!("{} is not in `{}`", seat.name, member.province)),
            },
            Some(_) => {}
        }
        let party = party(reviewed, &member.party, note);
        let person = PersonRow {
            id: id(&member),
            seat: seat.map(|seat| seat.code.clone()).unwrap_or_default(),
            role: reviewed.legislature.role.clone(),
            name: member.name,
            family_name: member.last_name,
            party,
            email: member.email,
            ..PersonRow::default()
        };
        if !person.seat.is_empty() {
            people.push((place, person));
        }
    }
    if !faults.is_empty() {
        // Who has no riding would be told a second time, as missing from it.
        return Err(Failure::Faults(faults));
    }
    let (shapes, measure) = outlines.map(|outlines| (outlines.topojson, outlines.measure)).unzip();
    let records = Records { seats, people, people_file, emails_file: None, shapes, postcodes: None };
    let mut derived = legislature::finish(reviewed, records, how, faults, in_vain)?;
    derived.summary.extend(measure.into_iter().flat_map(|measure| ["; ".to_owned(), measure]));
    Ok(derived)
}

/// Names are spelled with typewriter apostrophes, spaces around dashes, or ligatures, and without.
fn key(name: &str) -> String {
    let plain = name.to_lowercase().replace(['’', '‘'], "'").replace('œ', "oe").replace(['–', '-'], "—");
    plain.split('—').map(str::trim).collect::<Vec<_>>().join("—")
}

/// The mailbox that Parliament gives a member: upstream's own number is a place in its list.
fn id(member: &Member) -> String {
    let mailbox = member.email.split_once('@').map(|(mailbox, _)| mailbox.to_ascii_lowercase());
    mailbox.unwrap_or_else(|| {
        let plain = member.name.to_lowercase().nfd().filter(|character| character.is_ascii()).collect::<String>();
        plain
            .split(|character: char| !character.is_ascii_alphanumeric())
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(".")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_riding_is_the_same_however_its_name_is_typed() {
        for (upstream, official) in [
            ("Mégantic—L'Érable—Lotbinière", "Mégantic—L’Érable—Lotbinière"),
            ("Ville-Marie—Le Sud-Ouest—Île-des-Sœurs", "Ville-Marie—Le Sud-Ouest—Île-des-Soeurs"),
            ("Rivière-du-Loup— Kataskomiq", "Rivière-du-Loup—Kataskomiq"),
            ("Rivière-du-Loup – Kataskomiq", "Rivière-du-Loup—Kataskomiq"),
            ("South Shore-St. Margarets", "South Shore—St. Margarets"),
        ] {
            assert_eq!(key(upstream), key(official), "{upstream}");
        }
        for (one, other) in
            [("York South", "York North"), ("Québec Centre", "Quebec Centre"), ("St. John's East", "St. Johns East")]
        {
            assert_ne!(key(one), key(other), "{one}");
        }
    }

    #[test]
    fn an_id_is_the_mailbox_or_the_name() {
        let member = |name: &str, email: &str| Member {
            name: name.to_owned(),
            last_name: String::new(),
            email: email.to_owned(),
            party: String::new(),
            riding_name: String::new(),
            province: String::new(),
        };
        assert_eq!(id(&member("Example Person", "Example.P@parl.gc.ca")), "example.p");
        assert_eq!(id(&member("Éx D'Ample-Person", "")), "ex.d.ample.person");
    }
}
