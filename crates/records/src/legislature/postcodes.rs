//! `postcodes.csv` of a legislature's folder, checked against its other files.

use std::collections::{BTreeMap, BTreeSet};

use places::assembly::{PostcodeRecord, SeatRecord};

use super::SETTINGS;
use super::settings::Settings;
use super::sheet::Sheet;
use super::tables::Codes;
use crate::fault::Fault;

/// The rows of the file; none where people are not found by postcode.
pub fn postcodes(
    sheet: Option<Sheet>,
    settings: &Settings,
    seats: &[SeatRecord],
    faults: &mut Vec<Fault>,
) -> Vec<PostcodeRecord> {
    let forms = &settings.postcodes;
    let Some(sheet) = sheet else {
        if !forms.is_empty() {
            let problem = format!("is missing, and {SETTINGS} says what postcodes look like");
            faults.push(Fault::new("postcodes.csv", "whole file", problem));
        }
        return Vec::new();
    };
    if forms.is_empty() {
        let problem =
            format!("{SETTINGS} doesn't say what postcodes look like; write postcodes = [\"99999\"], for instance");
        faults.push(Fault::new(sheet.file, "whole file", problem));
        return Vec::new();
    }
    if sheet.rows.is_empty() {
        faults.push(Fault::new(sheet.file, "whole file", "lists no postcode"));
    }
    let known = Codes::of(seats.iter().map(|seat| &*seat.code));
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
    postcodes.into_iter().map(|(code, seats)| PostcodeRecord { code: code.as_str().into(), seats }).collect()
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
