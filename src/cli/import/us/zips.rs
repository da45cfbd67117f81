//! Reads which districts a ZIP code may lie in, in either of two upstream forms.

use std::collections::BTreeSet;

use super::reviewed::{Format, Input};
use crate::cli::tables::fault::Fault;
use crate::cli::tables::fields;
use crate::domain::congress::{DistrictOffice, Division, State, Zip};

/// Pairs of a ZIP code and a division in which it may lie.
pub type Pairs = BTreeSet<(Zip, Division)>;

/// Reads `zccd.csv` (`state_fips,state_abbr,zcta,cd`) or the Census Bureau's relationship file (pipe-delimited, with a
/// byte order mark; of its columns `GEOID_CD119_20`, `GEOID_ZCTA5_20` and `AREALAND_PART` are used).
///
/// Census codes: district 00 is at large and 98 a delegate's, both 0 here; ZZ is water without district, and a part
/// without land has no residents: both are left out. Rows without a ZCTA are left out too.
pub fn read(bytes: &[u8], input: &Input, faults: &mut Vec<Fault>) -> Pairs {
    let census = input.format == Format::Census;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().delimiter(if census { b'|' } else { b',' }).from_reader(bytes);
    let mut pairs = Pairs::new();
    let names: &[&str] = if census {
        &["GEOID_CD119_20", "GEOID_ZCTA5_20", "AREALAND_PART"]
    } else {
        &["state_fips", "state_abbr", "zcta", "cd"]
    };
    let headers = reader.headers().cloned().unwrap_or_default();
    let mut columns = Vec::new();
    for name in names {
        match headers.iter().position(|header| header == *name) {
            Some(column) => columns.push(column),
            None => faults.push(Fault::new(&input.file, "line 1", format_args!("no column {name}"))),
        }
    }
    if columns.len() < names.len() {
        return pairs;
    }
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                faults.push(Fault::new(&input.file, format_args!("line {line}"), error));
                continue;
            }
        };
        let line = record.position().map_or(0, csv::Position::line);
        let fields: Vec<&str> = columns.iter().filter_map(|column| record.get(*column)).collect();
        match if census { census_row(&fields) } else { zccd_row(&fields) } {
            Ok(Some(pair)) => {
                if !pairs.insert(pair) && !census {
                    faults.push(Fault::new(&input.file, format_args!("line {line}"), "this row stands twice"));
                }
            }
            Ok(None) => {}
            Err(problem) => faults.push(Fault::new(&input.file, format_args!("line {line}"), problem)),
        }
    }
    pairs
}

fn zccd_row(fields: &[&str]) -> Result<Option<(Zip, Division)>, String> {
    let &[fips, code, zcta, district] = fields else { return Err("a row with fields missing".to_owned()) };
    let state = fields::state(code)?;
    if state_of_fips(fips)? != state {
        return Err(format!("state_fips {fips} is not {code}"));
    }
    Ok(number(district)?.map(|district| Division { state, district }).zip(Some(fields::zip(zcta)?)).map(swap))
}

fn census_row(fields: &[&str]) -> Result<Option<(Zip, Division)>, String> {
    let &[geoid, zcta, land] = fields else { return Err("a row with fields missing".to_owned()) };
    if zcta.is_empty() || geoid.is_empty() {
        return Ok(None);
    }
    let (fips, district) = geoid.split_at_checked(2).ok_or_else(|| format!("`{geoid}` is not a district"))?;
    let state = state_of_fips(fips)?;
    let land: u64 = land.parse().map_err(|_| format!("`{land}` is not an area"))?;
    let division = number(district)?.filter(|_| land > 0).map(|district| Division { state, district });
    Ok(division.zip(Some(fields::zip(zcta)?)).map(swap))
}

fn swap((division, zip): (Division, Zip)) -> (Zip, Division) {
    (zip, division)
}

/// A Census district number; `None` for water.
fn number(text: &str) -> Result<Option<u8>, String> {
    match text {
        "ZZ" => Ok(None),
        "00" | "98" => Ok(Some(0)),
        _ if (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()) => {
            text.parse().map(Some).map_err(|_| format!("`{text}` is not a district"))
        }
        _ => Err(format!("`{text}` is not a district")),
    }
}

/// Adds, for places that the ZIP file does not cover at all (the Pacific and Virgin Islands in `zccd.csv`), the ZIP codes
/// of their own member's offices there: few, but known and with a source. Returns what it added.
pub fn add_missing_places(pairs: &mut Pairs, divisions: &[Division], offices: &[DistrictOffice]) -> Pairs {
    let covered: BTreeSet<State> = pairs.iter().map(|(_, division)| division.state).collect();
    let mut added = Pairs::new();
    for division in divisions.iter().filter(|division| division.district == 0 && !covered.contains(&division.state)) {
        for office in offices {
            let zip = office.state_and_zip.strip_prefix(division.state.code()).map(str::trim_start);
            if let Some(Ok(zip)) = zip.and_then(|zip| zip.get(..5)).map(fields::zip) {
                added.insert((zip, *division));
            }
        }
    }
    pairs.extend(&added);
    added
}

/// Federal codes of states (ANSI INCITS 38, formerly FIPS 5-2), which the Census Bureau uses.
fn state_of_fips(fips: &str) -> Result<State, String> {
    const CODES: &[u8] = b"\
        AL01AK02AZ04AR05CA06CO08CT09DE10DC11FL12GA13HI15ID16IL17IN18IA19KS20KY21LA22ME23MD24MA25MI26MN27MS28MO29MT30\
        NE31NV32NH33NJ34NM35NY36NC37ND38OH39OK40OR41PA42RI44SC45SD46TN47TX48UT49VT50VA51WA53WV54WI55WY56\
        AS60GU66MP69PR72VI78";
    let entry = CODES.chunks_exact(4).find_map(|entry| entry.strip_suffix(fips.as_bytes()));
    entry
        .filter(|code| code.len() == 2)
        .and_then(|code| str::from_utf8(code).ok())
        .and_then(State::from_code)
        .ok_or_else(|| format!("`{fips}` is not the federal code of a state"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(format: Format) -> Input {
        Input {
            file: "example".to_owned(),
            format,
            source: String::new(),
            address: String::new(),
            licence: String::new(),
            credit: Vec::new(),
            date: "2026-01-01".parse().unwrap(),
            sha256: String::new(),
            note: String::new(),
        }
    }

    fn shown(bytes: &[u8], format: Format) -> (Vec<String>, Vec<String>) {
        let mut faults = Vec::new();
        let pairs = read(bytes, &input(format), &mut faults);
        (
            pairs.iter().map(|(zip, division)| format!("{zip} {division}")).collect(),
            faults.iter().map(Fault::to_string).collect(),
        )
    }

    #[test]
    fn the_census_form_is_read() {
        let text = "\u{feff}OID_CD119_20|GEOID_CD119_20|GEOID_ZCTA5_20|AREALAND_PART\n\
            1|5000|05401|900\n1|5000||900\n1|0614|94401|7\n1|0615|94401|0\n1|06ZZ|94401|0\n1|1198|20001|5\n1|7898|00802|5\n";
        let expected = ["00802 VI", "05401 VT", "20001 DC", "94401 CA-14"].map(str::to_owned).to_vec();
        assert_eq!(shown(text.as_bytes(), Format::Census), (expected, vec![]));
    }

    #[test]
    fn every_bad_row_is_named() {
        let text = "state_fips,state_abbr,zcta,cd\n01,AL,35004,3\n02,AL,35005,3\n01,ZZ,35005,3\n01,AL,3500,3\n\
            01,AL,35005,x\n01,AL,35004,3\n01,AL\n01,AL,35006,7\n";
        let (pairs, faults) = shown(text.as_bytes(), Format::Zccd);
        assert_eq!(pairs, ["35004 AL-3", "35006 AL-7"]);
        let places: Vec<&str> = faults.iter().map(|fault| fault.split(": ").nth(1).unwrap()).collect();
        assert_eq!(places, ["line 3", "line 4", "line 5", "line 6", "line 7", "line 8"]);
        assert_eq!(shown(b"a,b\n1,2\n", Format::Zccd).1.len(), 4);
    }

    #[test]
    fn every_federal_code_is_one_state() {
        let found: BTreeSet<State> =
            (0..100).filter_map(|number| state_of_fips(&format!("{number:02}")).ok()).collect();
        assert_eq!(found.len(), 56);
        assert!(state_of_fips("L0").is_err() && state_of_fips("").is_err() && state_of_fips("AL01").is_err());
    }
}
