//! `postcodes.csv` of a legislature's folder, checked against its other files.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use places::assembly::{PostcodeRecord, Postcodes, SeatRecord, Special};
use places::uk_postcode::UkPostcode;

use super::SETTINGS;
use super::settings::{Meaning, Settings};
use super::sheet::Sheet;
use super::tables::{Codes, Region};
use crate::fault::Fault;

/// A postcode, or the beginning of several, with what it means.
pub type Specially = (Rc<str>, Special);

/// The rows of the file; none where people are not found by postcode.
pub fn postcodes(
    sheet: Option<Sheet>,
    settings: &Settings,
    seats: &[SeatRecord],
    special: &[Specially],
    faults: &mut Vec<Fault>,
) -> Postcodes {
    let forms = &settings.postcodes;
    let none = Postcodes::Codes(Vec::new());
    let Some(sheet) = sheet else {
        if !forms.is_empty() {
            let problem = format!("is missing, and {SETTINGS} says what postcodes look like");
            faults.push(Fault::new("postcodes.csv", "whole file", problem));
        }
        return none;
    };
    if forms.is_empty() {
        let problem =
            format!("{SETTINGS} doesn't say what postcodes look like; write postcodes = [\"99999\"], for instance");
        faults.push(Fault::new(sheet.file, "whole file", problem));
        return none;
    }
    if sheet.rows.is_empty() {
        faults.push(Fault::new(sheet.file, "whole file", "lists no postcode"));
    }
    let known = Codes::of(seats.iter().map(|seat| &*seat.code));
    if settings.has_uk_postcodes() {
        return Postcodes::Runs(runs(&sheet, seats, special, &known, faults));
    }
    let mut lines: BTreeMap<String, u64> = BTreeMap::new();
    // Two forms may write the beginnings of their postcodes in the same way.
    let mut postcodes: BTreeMap<String, Vec<u16>> = BTreeMap::new();
    for row in sheet.rows.iter().filter(|row| !row.is_open("postcode")) {
        let mut fault = |column: &str, problem: String| faults.push(row.fault(sheet.file, column, problem));
        let written = row.get("postcode");
        let code: String = written.split([' ', '-']).collect::<String>().to_ascii_uppercase();
        let in_forms: BTreeSet<String> = forms.iter().filter_map(|form| in_form(form, &code)).collect();
        let is_row = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'*');
        if !is_row {
            fault("postcode", format!("`{written}` is not a postcode, or the beginning of several with * at its end"));
        } else if in_forms.is_empty() {
            fault("postcode", format!("`{written}` is not of the form {}", forms.join(" or ")));
        }
        if let Some(line) = lines.insert(code, row.line) {
            let problem = "write all seats of a postcode in one row";
            fault("postcode", format!("`{written}` is in line {line} too; {problem}"));
        }
        let mut places = Vec::new();
        for seat in row.get("seat").split_ascii_whitespace() {
            match known.place(seat) {
                Some(place) if places.contains(&place) => fault("seat", format!("`{seat}` is there twice")),
                Some(place) => places.push(place),
                None => fault("seat", format!("seats.csv has no `{seat}`")),
            }
        }
        if row.get("seat").is_empty() {
            fault("seat", "write the code of at least one seat".to_owned());
        }
        postcodes.extend(in_forms.into_iter().map(|code| (code, places.clone())));
    }
    let record = |(code, seats): (String, _)| PostcodeRecord { code: code.as_str().into(), seats };
    Postcodes::Codes(postcodes.into_iter().map(record).collect())
}

/// The first postcode of each run with the place of its seat, sorted. A run goes on to the next one of its outward code.
fn runs(
    sheet: &Sheet,
    seats: &[SeatRecord],
    special: &[Specially],
    known: &Codes<'_>,
    faults: &mut Vec<Fault>,
) -> Vec<(UkPostcode, u16)> {
    let mut runs: BTreeMap<UkPostcode, (u64, u16)> = BTreeMap::new();
    let mut reached = BTreeSet::new();
    for row in &sheet.rows {
        let mut fault = |column: &str, problem: String| faults.push(row.fault(sheet.file, column, problem));
        let seat = row.get("seat");
        let Some(place) = known.place(seat) else {
            fault("seat", format!("seats.csv has no `{seat}`"));
            continue;
        };
        reached.insert(place);
        if row.get("from").is_empty() {
            fault("from", "write the inward code with which each run begins, such as 1AA 3BB".to_owned());
        }
        for inward in row.get("from").split(' ').filter(|inward| !inward.is_empty()) {
            let text = [row.get("outward"), " ", inward].concat();
            let Some(first) = UkPostcode::parse(&text).ok().filter(|postcode| postcode.to_string() == text) else {
                fault("from", format!("`{text}` is not a postcode"));
                continue;
            };
            if let Some((line, _)) = runs.insert(first, (row.line, place)) {
                fault("from", format!("{first} is also in line {line}"));
            }
        }
    }
    for (place, seat) in seats.iter().enumerate() {
        let place = place as u16;
        let is_listed =
            |(_, meaning): &(_, Special)| [Special::Region(seat.region), Special::Seat(place)].contains(meaning);
        if !reached.contains(&place) && !special.iter().any(is_listed) {
            let problem = format!("no postcode lies in `{}`", seat.code);
            faults.push(Fault::new(sheet.file, "whole file", problem));
        }
    }
    runs.into_iter().map(|(first, (_, place))| (first, place)).collect()
}

/// What postcodes mean that the file doesn't have.
pub fn special(
    settings: &Settings,
    regions: &[Region],
    seats: &[SeatRecord],
    faults: &mut Vec<Fault>,
) -> Vec<Specially> {
    let mut fault = |problem: String| faults.push(Fault::new(SETTINGS, "special", problem));
    let forms = &settings.postcodes;
    if forms.is_empty() && !settings.special.is_empty() {
        fault("there are no postcodes; write what they look like under `postcodes`".to_owned());
        return Vec::new();
    }
    let of_regions = Codes::of(regions.iter().map(|region| region.code.as_str()));
    let of_seats = Codes::of(seats.iter().map(|seat| &*seat.code));
    let mut all = Vec::new();
    for special in &settings.special {
        let meaning = match &special.meaning {
            Meaning::Military => Some(Special::Military),
            Meaning::Outside => Some(Special::Outside),
            Meaning::Nowhere => Some(Special::Nowhere),
            Meaning::Region(code) => of_regions.place(code).map(Special::Region),
            Meaning::Seat(code) => of_seats.place(code).map(Special::Seat),
        };
        let mut codes: Vec<Rc<str>> = Vec::new();
        for code in &special.postcodes {
            if settings.has_uk_postcodes() {
                codes.push(code.as_str().into());
                continue;
            }
            let plain = code.replace('-', "");
            let in_forms: BTreeSet<String> = forms.iter().filter_map(|form| in_form(form, &plain)).collect();
            if in_forms.is_empty() {
                fault(format!("`{code}` is not of the form {}", forms.join(" or ")));
            }
            codes.extend(in_forms.into_iter().map(Rc::from));
        }
        match (meaning, &special.meaning) {
            (Some(meaning), _) => all.extend(codes.into_iter().map(|code| (code, meaning))),
            (None, Meaning::Region(code)) => fault(format!("regions.csv has no `{code}`")),
            (None, Meaning::Seat(code)) => fault(format!("seats.csv has no `{code}`")),
            (None, _) => {}
        }
    }
    all
}

/// A postcode, or the beginning of several, as its form writes it without spaces: what a visitor's browser looks for.
fn in_form(form: &str, code: &str) -> Option<String> {
    let (beginning, is_whole) = code.strip_suffix('*').map_or((code, true), |beginning| (beginning, false));
    let mut rest = beginning.bytes();
    let mut written = String::new();
    for wanted in form.bytes().filter(|byte| *byte != b' ') {
        if !wanted.is_ascii_alphanumeric() {
            written.push(char::from(wanted));
            continue;
        }
        let Some(found) = rest.next() else {
            if is_whole {
                return None;
            }
            // What follows the beginning is anything.
            written.truncate(written.trim_end_matches(|last: char| !last.is_ascii_alphanumeric()).len());
            return Some(written + "*");
        };
        let fits = match wanted {
            b'9' => found.is_ascii_digit(),
            b'A' => found.is_ascii_uppercase(),
            other => other == found,
        };
        if !fits {
            return None;
        }
        written.push(char::from(found));
    }
    // Behind a whole postcode nothing follows.
    (rest.next().is_none() && is_whole).then_some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postcode_is_kept_as_its_form_writes_it() {
        for (form, code, written) in [
            ("99999", "05401", Some("05401")),
            ("99999", "054*", Some("054*")),
            ("99999", "*", Some("*")),
            ("99999", "0540", None),
            ("99999", "054011", None),
            ("99999", "05401*", None),
            ("A9A 9A9", "K1A0B6", Some("K1A0B6")),
            ("A9A 9A9", "K1A*", Some("K1A*")),
            ("A9A 9A9", "KK*", None),
            ("99-999", "12345", Some("12-345")),
            ("99-999", "12*", Some("12*")),
            ("99-999", "123*", Some("12-3*")),
            ("EX9", "EX4", Some("EX4")),
            ("EX9", "EY4", None),
        ] {
            assert_eq!(in_form(form, code).as_deref(), written, "{form} {code}");
        }
    }
}
