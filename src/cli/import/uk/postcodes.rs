//! Reads runs of postcodes: `outward,first_inward,gss_code`.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use places::commons::{NORTHERN_IRELAND, UkPostcode};
use records::fault::Fault;
use records::tables::lines::rows_of;

use super::members::SeatRows;

/// The first postcode of each run, and the GSS code of where it lies.
pub type Runs = BTreeMap<UkPostcode, String>;

#[derive(Deserialize)]
struct Row {
    outward: String,
    first_inward: String,
    gss_code: String,
}

/// Every run, with what is wrong listed by line.
pub fn read(bytes: &[u8], file: &str, seats: &[SeatRows], faults: &mut Vec<Fault>) -> Runs {
    let known: BTreeSet<&str> = seats.iter().map(|seat| seat.constituency.code.as_str()).collect();
    let mut runs = Runs::new();
    let mut last: Option<(UkPostcode, Row)> = None;
    for (line, row) in rows_of(bytes, file, faults, |row: Row| Ok(row)) {
        let mut note = |problem: String| faults.push(Fault::new(file, format_args!("line {line}"), problem));
        let text = format!("{} {}", row.outward, row.first_inward);
        let Some(first) = UkPostcode::parse(&text).ok().filter(|postcode| postcode.to_string() == text) else {
            note(format!("`{text}` is not a postcode"));
            continue;
        };
        if !known.contains(row.gss_code.as_str()) {
            note(format!("`{}` is not a constituency in the members' file", row.gss_code));
        }
        if let Some((before, run)) = &last {
            if *before >= first {
                note(format!("{first} is out of order or listed twice"));
            } else if run.outward == row.outward && run.gss_code == row.gss_code {
                note("the previous run is in the same constituency".to_owned());
            }
        }
        runs.insert(first, row.gss_code.clone());
        last = Some((first, row));
    }
    let covered: BTreeSet<&str> = runs.values().map(String::as_str).collect();
    for seat in seats {
        let (code, northern) = (seat.constituency.code.as_str(), seat.constituency.region == NORTHERN_IRELAND);
        match (covered.contains(code), northern) {
            (false, false) => faults.push(Fault::new(file, code, "no postcode lies in this constituency")),
            (true, true) => {
                faults.push(Fault::new(
                    file,
                    code,
                    "postcodes of Northern Ireland are not open; the page lists its seats",
                ));
            }
            _ => {}
        }
    }
    runs
}
