//! The committed tables as text.

use places::congress::{DistrictOffice, Official};
use records::fault::Failure;
use records::tables::lines::Texts;
use records::tables::rows::{DivisionRow, LinesRow, OfficeRow, OfficialRow, ZipRow};
use records::tables::sha256_hex;

use super::reviewed::{CongressTerm, Format, Input, Seats};
use super::sources::{Sources, Table};
use super::zip_table::ZipTable;
use crate::cli::import::store::csv;

/// What was read and passed the lints.
pub struct Records<'a> {
    /// Dates of the district lines.
    pub term: &'a CongressTerm,
    /// Seats in the House.
    pub seats: &'a Seats,
    /// People, with their file.
    pub people: (&'a Input, &'a [Official]),
    /// District offices, with their file.
    pub offices: (&'a Input, &'a [DistrictOffice]),
    /// ZIP codes, with their files.
    pub zips: &'a ZipTable,
    /// States with other lines afterwards, with their file.
    pub lines: (Option<&'a Input>, &'a [LinesRow]),
}

/// The files' contents. The same records give the same bytes.
pub fn texts(records: &Records<'_>) -> Result<Texts, Failure> {
    let (people_file, people) = records.people;
    let (offices_file, offices) = records.offices;
    let zips = records.zips;
    let seat = |division| DivisionRow::new(division, people.iter().any(|person| holds(person, division)));
    let mut divisions = records.seats.divisions.clone();
    divisions.sort_unstable();
    let mut texts = Texts::new();
    texts.insert("divisions.csv", csv(divisions.iter().map(|division| seat(*division)))?);
    texts.insert("officials.csv", csv(people.iter().map(OfficialRow::new))?);
    let (lines_file, lines) = records.lines;
    texts.insert("lines.csv", lines_text(lines)?);
    texts.insert("district-offices.csv", csv(offices.iter().map(OfficeRow::new))?);
    texts.insert(
        "zip-cd119.csv",
        csv(zips.candidates.iter().flat_map(|(zip, divisions)| {
            divisions.iter().map(|(division, share)| ZipRow::new(*zip, *division, *share))
        }))?,
    );
    texts.extend(zips.maps.iter().map(|map| (map.file, map.text.clone())));
    let table = |file: &str, inputs: &[&Input], rows, note: String| Table {
        file: file.to_owned(),
        from: inputs.iter().map(|input| input.file.clone()).collect(),
        as_of: inputs.first().map_or(records.term.valid_from, |input| input.date),
        valid_from: Some(records.term.valid_from),
        valid_to: Some(records.term.valid_to),
        rows,
        sha256: sha256_hex(texts.get(file).map(Vec::as_slice).unwrap_or_default()),
        candidates_per_thousand_people: zips.candidates_per_thousand_people.filter(|_| file == "zip-cd119.csv"),
        note,
    };
    let of_zips = zips.inputs.iter().filter(|input| input.format != Format::PlaceNames);
    let zip_inputs: Vec<&Input> = of_zips.chain([offices_file]).collect();
    let maps = zips.maps.iter().map(|map| {
        let inputs: Vec<&Input> = zips.inputs.iter().filter(|input| map.from.contains(&input.file)).collect();
        table(map.file, &inputs, map.rows, map.note.clone())
    });
    let sources = Sources {
        table: [
            table("divisions.csv", &[people_file], divisions.len(), String::new()),
            table("officials.csv", &[people_file], people.len(), String::new()),
            table("district-offices.csv", &[offices_file], offices.len(), String::new()),
            table("lines.csv", &lines_file.into_iter().collect::<Vec<_>>(), lines.len(), String::new()),
            table("zip-cd119.csv", &zip_inputs, zips.rows(), zips.note.clone()),
        ]
        .into_iter()
        .chain(maps)
        .collect(),
        source: [people_file, offices_file].into_iter().chain(&zips.inputs).chain(lines_file).cloned().collect(),
    };
    let text = toml::to_string(&sources).map_err(|error| Failure::CouldNotRun(error.to_string()))?;
    let head = "# Written by `undersigned import us`. To change it, change reviewed.toml and import again.\n\n";
    texts.insert("sources.toml", format!("{head}{text}").into_bytes());
    Ok(texts)
}

/// A table without rows has its header all the same.
fn lines_text(lines: &[LinesRow]) -> Result<Vec<u8>, Failure> {
    if lines.is_empty() { Ok(b"state,from,plan,date,basis\n".to_vec()) } else { csv(lines.iter()) }
}

fn holds(person: &Official, division: places::congress::Division) -> bool {
    person.role != places::congress::Role::Senator && person.division == division
}
