//! `undersigned import fr`: derives the tables of the French Assemblée nationale from upstream records.

use std::collections::BTreeMap;
use std::path::Path;

use clap::Args;
use serde::Deserialize;

use records::fault::{Failure, Fault};

use super::legislature::reviewed::{Format, Region, Reviewed};
use super::legislature::rows::{PersonRow, SeatRow};
use super::legislature::{self, Records, csv_rows, party, without_left_out};
use super::reviewed::{self as shared, Derived, Folders, How};
use crate::cli::exit::Exit;

/// Derive data/fr-assembly from upstream records.
///
/// Reads the files named in reviewed.toml: deputies as Datan's deputes-active.csv, and an older edition of it that still has
/// addresses, joined by the Assemblée's own id. Writes all tables and sources.toml, or nothing if a check fails. What upstream
/// lacks or gets wrong must be listed in reviewed.toml with a reason.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  undersigned import fr
  undersigned import fr --from ~/downloads/paris --to data/fr-assembly

Exit codes: 0 written, 1 problems found and nothing written, 2 could not run.")]
#[command(mut_arg("from", |from| from.required(false).default_value("cache/fr-assembly")))]
#[command(mut_arg("to", |to| to.required(false).default_value("data/fr-assembly")))]
pub struct Arguments {
    #[command(flatten)]
    folders: Folders,
}

pub fn run(arguments: &Arguments) -> Exit {
    legislature::run(&arguments.folders, derive)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Deputy {
    id: String,
    civ: String,
    nom: String,
    prenom: String,
    groupe_abrev: String,
    departement_code: String,
    circo: String,
}

const COLUMNS: [&str; 7] = ["id", "civ", "nom", "prenom", "groupeAbrev", "departementCode", "circo"];

#[derive(Deserialize)]
struct Address {
    id: String,
    mail: String,
}

/// Makes the tables from the upstream files in `from`.
pub fn derive(from: &Path, reviewed: &Reviewed, _: &Path, how: How) -> Result<Derived, Failure> {
    let mut faults = Vec::new();
    let (people_file, bytes) = shared::input(from, &reviewed.input, &[Format::FrDeputies], &mut faults)?;
    let deputies: Vec<(String, Deputy)> = csv_rows(&bytes, &people_file.file, &COLUMNS, &mut faults);
    let (emails_file, bytes) = shared::input(from, &reviewed.input, &[Format::FrDeputyAddresses], &mut faults)?;
    let mut addresses = BTreeMap::new();
    for (place, Address { id, mail }) in csv_rows(&bytes, &emails_file.file, &["id", "mail"], &mut faults) {
        if addresses.insert(id.clone(), mail).is_some() {
            faults.push(Fault::new(&emails_file.file, place, format_args!("id `{id}` is listed twice")));
        }
    }
    let mut in_vain = Vec::new();
    let name = |deputy: &Deputy| format!("{} {}", deputy.prenom, deputy.nom);
    let deputies = without_left_out(reviewed, deputies, name, &mut in_vain);
    let mut people = Vec::new();
    for (place, deputy) in deputies {
        let at = format!("{place} ({} {})", deputy.prenom, deputy.nom);
        let mut note = |problem: String| faults.push(Fault::new(&people_file.file, &at, problem));
        let gender = match deputy.civ.as_str() {
            "M." => "m",
            "Mme" => "f",
            other => {
                note(format!("`{other}` is neither M. nor Mme"));
                ""
            }
        };
        let seat = seat_code(&deputy.departement_code, &deputy.circo);
        let party = party(reviewed, &deputy.groupe_abrev, note);
        let family_name = without_note(&deputy.nom);
        let page = reviewed.legislature.page.as_ref().map(|page| page.replace("{id}", &deputy.id));
        let person = PersonRow {
            email: addresses.get(&deputy.id).cloned().unwrap_or_default(),
            id: deputy.id,
            seat,
            role: reviewed.legislature.role.clone(),
            name: format!("{} {family_name}", deputy.prenom),
            family_name: family_name.to_owned(),
            gender: gender.to_owned(),
            party,
            site: page.unwrap_or_default(),
        };
        people.push((place, person));
    }
    let seats = reviewed.region.iter().flat_map(seats).collect();
    let records = Records { seats, people, people_file, emails_file: Some(emails_file), shapes: None, postcodes: None };
    legislature::finish(reviewed, records, how, faults, in_vain)
}

/// `33-4`, `06-1`, `2A-1`: upstream leaves out the zero in front and writes small letters.
fn seat_code(department: &str, number: &str) -> String {
    format!("{:0>2}-{}", department.to_ascii_uppercase(), number.trim_start_matches('0'))
}

/// Upstream tells deputies of the same name apart: `Martin (Gironde)`.
fn without_note(name: &str) -> &str {
    name.strip_suffix(')').and_then(|name| name.rsplit_once(" (")).map_or(name, |(name, _)| name)
}

/// The circonscriptions of a département, numbered from 1.
fn seats(region: &Region) -> Vec<SeatRow> {
    let department = region.upstream.first().map(String::as_str).unwrap_or_default();
    let seat = |number: usize| SeatRow {
        code: seat_code(department, &number.to_string()),
        region: region.code.clone(),
        name: format!("{} ({number}{} circonscription)", region.name, if number == 1 { "re" } else { "e" }),
        ..SeatRow::default()
    };
    (1..=region.seats).map(seat).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_names_are_those_that_people_write() {
        for (department, number, code) in [
            ("33", "4", "33-4"),
            ("6", "1", "06-1"),
            ("06", "01", "06-1"),
            ("2a", "2", "2A-2"),
            ("971", "10", "971-10"),
        ] {
            assert_eq!(seat_code(department, number), code);
        }
        for (name, plain) in
            [("Exemple", "Exemple"), ("Exemple (Gironde)", "Exemple"), ("De l'Exemple", "De l'Exemple")]
        {
            assert_eq!(without_note(name), plain);
        }
    }
}
