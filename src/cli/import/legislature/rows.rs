//! Rows of a legislature's tables as the importers make them, and CSV that leaves out empty columns.

use std::collections::BTreeMap;
use std::path::Path;

use records::fault::Failure;
use records::tables::lines::{Texts, rows, texts};

use crate::cli::disk;

/// A row of `seats.csv`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeatRow {
    /// `35001`, `33-4`, `DE`.
    pub code: String,
    /// A region's code.
    pub region: String,
    /// In the language of the folder's names.
    pub name: String,
    /// In other languages, by tag.
    pub names: BTreeMap<String, String>,
    /// Open Civic Data identifier; empty where there is none.
    pub ocd_id: String,
}

impl SeatRow {
    /// The rows of the committed table in a folder.
    pub fn committed(folder: &Path) -> Result<Vec<SeatRow>, Failure> {
        let texts = texts(&disk::folder(folder), folder, &["seats.csv"], "undersigned import")?;
        let mut faults = Vec::new();
        let rows = rows(&texts, "seats.csv", &mut faults, |row: BTreeMap<String, String>| Ok(SeatRow::of(&row)));
        if faults.is_empty() {
            Ok(rows.into_iter().map(|(_, row)| row).collect())
        } else {
            Err(Failure::Faults(faults))
        }
    }

    /// The rows of a committed table's text; what does not read is not among them.
    pub fn all(all: &Texts) -> Vec<SeatRow> {
        let read = rows(all, "seats.csv", &mut Vec::new(), |row: BTreeMap<String, String>| Ok(SeatRow::of(&row)));
        read.into_iter().map(|(_, row)| row).collect()
    }

    fn of(row: &BTreeMap<String, String>) -> SeatRow {
        let field = |name: &str| row.get(name).cloned().unwrap_or_default();
        let tagged =
            |(column, name): (&String, &String)| Some((column.strip_prefix("name.")?.to_owned(), name.clone()));
        SeatRow {
            code: field("code"),
            region: field("region"),
            name: field("name"),
            names: row.iter().filter_map(tagged).collect(),
            ocd_id: field("ocd_id"),
        }
    }
}

/// A row of `people.csv`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonRow {
    /// Never changes for a person.
    pub id: String,
    /// A seat's code.
    pub seat: String,
    /// A role's id.
    pub role: String,
    /// The whole name.
    pub name: String,
    /// The part by which a letter addresses them.
    pub family_name: String,
    /// `f`, `m` or empty.
    pub gender: String,
    /// A group's id.
    pub party: String,
    /// For constituents; empty where none is published.
    pub email: String,
    /// Their official page.
    pub site: String,
}

/// Header and fields of `people.csv`; so many columns at the beginning are always written.
pub const PERSON: (&[&str], usize) =
    (&["id", "seat", "role", "name", "family_name", "gender", "party", "email", "site"], 5);

impl PersonRow {
    /// In the order of [`PERSON`].
    pub fn fields(&self) -> Vec<&str> {
        let PersonRow { id, seat, role, name, family_name, gender, party, email, site } = self;
        [id, seat, role, name, family_name, gender, party, email, site].map(String::as_str).to_vec()
    }

    /// The rows of a committed table's text; what does not read is not among them.
    pub fn all(all: &Texts) -> Vec<PersonRow> {
        let read = rows(all, "people.csv", &mut Vec::new(), |row: BTreeMap<String, String>| Ok(PersonRow::of(&row)));
        read.into_iter().map(|(_, row)| row).collect()
    }

    fn of(row: &BTreeMap<String, String>) -> PersonRow {
        let field = |name: &str| row.get(name).cloned().unwrap_or_default();
        PersonRow {
            id: field("id"),
            seat: field("seat"),
            role: field("role"),
            name: field("name"),
            family_name: field("family_name"),
            gender: field("gender"),
            party: field("party"),
            email: field("email"),
            site: field("site"),
        }
    }
}

/// CSV with a header. Columns after the first `always` ones are left out if they are empty in every row.
pub fn table(columns: &[&str], always: usize, rows: &[Vec<&str>]) -> Result<Vec<u8>, Failure> {
    let failed = |error: &dyn std::fmt::Display| Failure::CouldNotRun(error.to_string());
    let is_used = |at: usize| at < always || rows.iter().any(|row| row.get(at).is_some_and(|field| !field.is_empty()));
    let used: Vec<usize> = (0..columns.len()).filter(|at| is_used(*at)).collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header: Vec<&str> = columns.to_vec();
    for row in std::iter::once(&header).chain(rows) {
        let fields = used.iter().map(|at| row.get(*at).copied().unwrap_or_default());
        writer.write_record(fields).map_err(|error| failed(&error))?;
    }
    writer.into_inner().map_err(|error| failed(&error))
}
