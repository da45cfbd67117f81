//! What is written: tables, and `sources.toml`.

use std::collections::BTreeSet;

use serde::Serialize;

use places::date::Date;
use records::fault::Failure;
use records::tables::lines::Texts;

use super::Records;
use super::reviewed::{Input, Reviewed};
use super::rows::{PERSON, SeatRow, table};

#[derive(Serialize)]
struct SourcesFile {
    as_of: Date,
    #[serde(skip_serializing_if = "Option::is_none")]
    emails_as_of: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    postcodes_as_of: Option<Date>,
    credit: Vec<String>,
    source: Vec<Input>,
}

/// The files' contents. The same records give the same bytes.
pub fn texts(reviewed: &Reviewed, records: &Records) -> Result<Texts, Failure> {
    let mut texts = Texts::new();
    texts.insert("regions.csv", regions(reviewed)?);
    texts.insert("seats.csv", seats(&records.seats)?);
    let people: Vec<Vec<&str>> = records.people.iter().map(|(_, person)| person.fields()).collect();
    texts.insert("people.csv", table(PERSON.0, PERSON.1, &people)?);
    texts.insert("sources.toml", sources(reviewed, records)?);
    if let Some(shapes) = &records.shapes {
        texts.insert("shapes.topojson", shapes.clone());
    }
    if let Some((_, Some(postcodes))) = &records.postcodes {
        texts.insert("postcodes.csv", postcodes.clone());
    }
    Ok(texts)
}

fn regions(reviewed: &Reviewed) -> Result<Vec<u8>, Failure> {
    let tags: BTreeSet<&String> = reviewed.region.iter().flat_map(|region| region.names.keys()).collect();
    let rows = reviewed.region.iter().map(|region| {
        let names = tags.iter().map(|tag| region.names.get(*tag).map(String::as_str).unwrap_or_default());
        [region.code.as_str(), &region.name].into_iter().chain(names).collect()
    });
    let columns: Vec<String> = tags.iter().map(|tag| format!("name.{tag}")).collect();
    let columns: Vec<&str> = ["code", "name"].into_iter().chain(columns.iter().map(String::as_str)).collect();
    table(&columns, 2, &rows.collect::<Vec<_>>())
}

fn seats(seats: &[SeatRow]) -> Result<Vec<u8>, Failure> {
    let tags: BTreeSet<&String> = seats.iter().flat_map(|seat| seat.names.keys()).collect();
    let rows = seats.iter().map(|seat| {
        let names = tags.iter().map(|tag| seat.names.get(*tag).map(String::as_str).unwrap_or_default());
        [seat.code.as_str(), &seat.region, &seat.name].into_iter().chain(names).chain([seat.ocd_id.as_str()]).collect()
    });
    let columns: Vec<String> = tags.iter().map(|tag| format!("name.{tag}")).collect();
    let columns = ["code", "region", "name"].into_iter().chain(columns.iter().map(String::as_str)).chain(["ocd_id"]);
    table(&columns.collect::<Vec<_>>(), 3, &rows.collect::<Vec<_>>())
}

fn sources(reviewed: &Reviewed, records: &Records) -> Result<Vec<u8>, Failure> {
    let as_of = records.people_file.date;
    let mut credit: Vec<String> = Vec::new();
    for sentence in reviewed.input.iter().flat_map(|input| &input.credit) {
        if !credit.contains(sentence) {
            credit.push(sentence.clone());
        }
    }
    let sources = SourcesFile {
        as_of,
        emails_as_of: records.emails_file.map(|file| file.date).filter(|day| *day < as_of),
        postcodes_as_of: records.postcodes.as_ref().map(|(file, _)| file.date).filter(|day| *day < as_of),
        credit,
        source: reviewed.input.iter().map(|input| Input { credit: Vec::new(), ..input.clone() }).collect(),
    };
    let text = toml::to_string(&sources).map_err(|error| Failure::CouldNotRun(error.to_string()))?;
    let head = "# Written by `undersigned import`. To change it, change reviewed.toml and import again.\n\n";
    Ok(format!("{head}{text}").into_bytes())
}
