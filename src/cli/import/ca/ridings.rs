//! Reads Elections Canada's ridings: numbers and names from dBase, outlines from TopoJSON.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::Path;

use dbase::{FieldValue, ReaderBuilder, Record, Unicode};

use records::fault::{Failure, Fault};

use super::outlines::{self, Outlines};
use crate::cli::import::legislature::reviewed::{Format, Reviewed};
use crate::cli::import::legislature::rows::SeatRow;
use crate::cli::import::reviewed as shared;

/// The representation order whose ridings these are, as Open Civic Data's identifiers name it.
const ORDER: &str = "2023";

/// Every riding in the order of its number, and its outline.
pub fn read(
    from: &Path,
    reviewed: &Reviewed,
    faults: &mut Vec<Fault>,
) -> Result<(Vec<SeatRow>, Option<Outlines>), Failure> {
    let (file, bytes) = shared::input(from, &reviewed.input, &[Format::CaRidings], faults)?;
    let seats = names(&bytes, &file.file, reviewed, faults);
    let shapes = outlines::read(from, reviewed, &seats, faults)?;
    Ok((seats, shapes))
}

fn names(bytes: &[u8], file: &str, reviewed: &Reviewed, faults: &mut Vec<Fault>) -> Vec<SeatRow> {
    // The code page in the header says Windows; the names are UTF-8.
    let records =
        ReaderBuilder::new().with_encoding(Unicode).build(Cursor::new(bytes)).and_then(|mut file| file.read());
    let records = match records {
        Ok(records) => records,
        Err(error) => {
            faults.push(Fault::new(file, "whole file", error));
            return Vec::new();
        }
    };
    let mut seats = BTreeMap::new();
    for (at, record) in records.iter().enumerate() {
        let mut note = |problem: String| faults.push(Fault::new(file, format_args!("record {}", at + 1), problem));
        let fields = (number(record), text(record, "ED_NAMEE"), text(record, "ED_NAMEF"));
        let (Some(code), Some(name), Some(french)) = fields else {
            note("lacks FED_NUM, ED_NAMEE or ED_NAMEF".to_owned());
            continue;
        };
        let Some(region) = code.get(..2).and_then(|province| reviewed.region(province)) else {
            note(format!("`{code}` is in no province"));
            continue;
        };
        let seat = SeatRow {
            ocd_id: format!("ocd-division/country:ca/ed:{code}-{ORDER}"),
            region: region.code.clone(),
            name,
            names: BTreeMap::from([("fr".to_owned(), french)]),
            code: code.clone(),
        };
        if seats.insert(code.clone(), seat).is_some() {
            note(format!("{code} is listed twice"));
        }
    }
    seats.into_values().collect()
}

fn number(record: &Record) -> Option<String> {
    match record.get("FED_NUM") {
        Some(FieldValue::Numeric(Some(number))) => Some(format!("{number:05}")),
        _ => None,
    }
}

fn text(record: &Record, name: &str) -> Option<String> {
    match record.get(name) {
        Some(FieldValue::Character(Some(text))) => Some(text.trim().to_owned()),
        _ => None,
    }
}
