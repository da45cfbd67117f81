//! Reads which districts a ZIP code may belong to, in either of two upstream forms.

use std::collections::BTreeSet;
use std::io::Read;

use places::congress::{DistrictOffice, Division, State, Zip};
use records::fault::Fault;
use records::tables::fields::{self, FieldFault};

use super::reviewed::{Format, Input};
use super::table::{self, Pairs};

/// Reads `zccd.csv` (`state_fips,state_abbr,zcta,cd`) or the Census Bureau's relationship file (pipe-delimited, with a
/// byte order mark; of its columns `GEOID_CD119_20`, `GEOID_ZCTA5_20` and `AREALAND_PART` are used), row by row.
///
/// Census codes: district 00 is at large and 98 a delegate's, both 0 here; ZZ is water without district, and a part
/// without land has no residents: both are left out. Rows without a ZCTA are left out too.
pub fn read(bytes: impl Read, input: &Input, faults: &mut Vec<Fault>) -> Pairs {
    let census = input.format == Format::Census;
    let mut pairs = Pairs::new();
    let (names, delimiter, parse): (&[&str], u8, RowParser) = if census {
        (&["GEOID_CD119_20", "GEOID_ZCTA5_20", "AREALAND_PART"], b'|', census_row)
    } else {
        (&["state_fips", "state_abbr", "zcta", "cd"], b',', zccd_row)
    };
    table::each(bytes, &input.file, delimiter, names, faults, |fields| match parse(fields)? {
        Some(pair) if !pairs.insert(pair) && !census => Err(FieldFault::row("this row is a duplicate")),
        _ => Ok(()),
    });
    pairs
}

type RowParser = fn(&[&str]) -> Result<Option<(Zip, Division)>, FieldFault>;

fn zccd_row(fields: &[&str]) -> Result<Option<(Zip, Division)>, FieldFault> {
    let &[fips, code, zcta, district] = fields else { return Err(FieldFault::row("a row with fields missing")) };
    let state = fields::state(code)?;
    if state_of_fips(fips)? != state {
        return Err(FieldFault::row(format_args!("state_fips {fips} is not {code}")));
    }
    Ok(number(district)?.map(|district| Division { state, district }).zip(Some(fields::zip(zcta)?)).map(swap))
}

fn census_row(fields: &[&str]) -> Result<Option<(Zip, Division)>, FieldFault> {
    let &[geoid, zcta, land] = fields else { return Err(FieldFault::row("a row with fields missing")) };
    if zcta.is_empty() || geoid.is_empty() {
        return Ok(None);
    }
    let land = is_land(land)?;
    let division = division_of_geoid(geoid)?.filter(|_| land);
    Ok(division.zip(Some(fields::zip(zcta)?)).map(swap))
}

/// Whether a part of so many square metres is land.
pub fn is_land(area: &str) -> Result<bool, FieldFault> {
    area.parse::<u64>().map(|area| area > 0).map_err(|_| FieldFault::not(area, "an area"))
}

/// The district of a Census identifier, two digits of the state and two of the district: `0614`. `None` for water.
pub fn division_of_geoid(geoid: &str) -> Result<Option<Division>, FieldFault> {
    let (fips, district) = geoid.split_at_checked(2).ok_or_else(|| FieldFault::not(geoid, "a district"))?;
    let state = state_of_fips(fips)?;
    Ok(number(district)?.map(|district| Division { state, district }))
}

fn swap((division, zip): (Division, Zip)) -> (Zip, Division) {
    (zip, division)
}

/// A Census district number; `None` for water.
pub fn number(text: &str) -> Result<Option<u8>, FieldFault> {
    match text {
        "ZZ" => Ok(None),
        "00" | "98" => Ok(Some(0)),
        _ if (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()) => {
            text.parse().map(Some).map_err(|_| FieldFault::not(text, "a district"))
        }
        _ => Err(FieldFault::not(text, "a district")),
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
pub fn state_of_fips(fips: &str) -> Result<State, FieldFault> {
    const CODES: &[u8] = b"\
        AL01AK02AZ04AR05CA06CO08CT09DE10DC11FL12GA13HI15ID16IL17IN18IA19KS20KY21LA22ME23MD24MA25MI26MN27MS28MO29MT30\
        NE31NV32NH33NJ34NM35NY36NC37ND38OH39OK40OR41PA42RI44SC45SD46TN47TX48UT49VT50VA51WA53WV54WI55WY56\
        AS60GU66MP69PR72VI78";
    let entry = CODES.chunks_exact(4).find_map(|entry| entry.strip_suffix(fips.as_bytes()));
    entry
        .filter(|code| code.len() == 2)
        .and_then(|code| str::from_utf8(code).ok())
        .and_then(State::from_code)
        .ok_or_else(|| FieldFault::not(fips, "the federal code of a state"))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub fn input(format: Format) -> Input {
        Input {
            file: "example".to_owned(),
            format,
            source: String::new(),
            address: String::new(),
            fetch: None,
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
