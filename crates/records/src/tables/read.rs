//! Reads the committed tables and checks that they fit together.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;

use files::Files;
use places::congress::{Congress, DistrictOffice, Division, Offices, Official, Role, State, Validity, Zip};
use places::date::Date;
use shapes::{Atlas, CloseUps, DRAWING, LOOKUP, Town};

use super::fields::{Share, state};
use super::lines::{self, Lines, Texts, rows};
use super::rows::{DivisionRow, LinesRow, OfficeRow, OfficialRow, PlaceRow, ZipRow};
use crate::fault::{Failure, Fault};

/// The canonical tables, by file name.
pub const FILES: [&str; 10] = [
    "divisions.csv",
    "officials.csv",
    "zip-cd119.csv",
    "district-offices.csv",
    "lines.csv",
    SHAPES,
    DRAWN,
    OUTLINES,
    "places.csv",
    "sources.toml",
];

/// The file of the districts' shapes.
const SHAPES: &str = "districts-cd119.topojson";
/// The file of the same shapes as maps show them.
const DRAWN: &str = "close-up-districts-cd119.topojson";
/// The file of the outlines of ZIP codes.
const OUTLINES: &str = "close-up-zips-cd119.topojson";

/// What the tables say.
#[derive(Debug)]
pub struct Tables {
    /// Seats, people and ZIP codes.
    pub congress: Congress,
    /// District offices.
    pub offices: Offices,
    /// The districts as shapes; none where the importer had none.
    pub atlas: Option<Atlas>,
    /// What maps of ZIP codes in several districts are drawn from; none where the importer had no shapes.
    pub close_ups: Option<CloseUps>,
}

/// Reads every file of a folder such as `data/us`.
pub fn texts(files: &Files, folder: &Path) -> Result<Texts, Failure> {
    lines::texts(files, folder, &FILES, "undersigned import us")
}

/// Turns the texts into tables, or lists everything that is wrong with its line.
pub fn tables(texts: &Texts) -> Result<Tables, Failure> {
    let mut faults = Vec::new();
    let divisions = rows(texts, "divisions.csv", &mut faults, |row: DivisionRow| Ok(row.parse()?));
    let officials = rows(texts, "officials.csv", &mut faults, |row: OfficialRow| row.parse());
    let zips = rows(texts, "zip-cd119.csv", &mut faults, |row: ZipRow| Ok(row.parse()?));
    let offices = rows(texts, "district-offices.csv", &mut faults, |row: OfficeRow| Ok(row.parse()?));
    let redrawn = rows(texts, "lines.csv", &mut faults, |row: LinesRow| Ok((state(&row.state)?, row.from)));
    let from = redrawn.first().map(|(_, (_, from))| *from);
    for (line, (state, day)) in redrawn.iter().filter(|(_, (_, day))| Some(*day) != from) {
        let problem = format!("{state} gets its lines on {day}; all states of the table get theirs on the same day");
        faults.push(Fault::new("lines.csv", format_args!("line {line}"), problem));
    }
    let redrawn: Vec<State> = redrawn.into_iter().map(|(_, (state, _))| state).collect();
    let places = rows(texts, "places.csv", &mut faults, |row: PlaceRow| Ok(row.parse()?));
    let drawn = atlas(texts, DRAWN, DRAWING, &divisions, &mut faults);
    let drawn = drawn.zip(atlas_of_zips(texts, &zips, &mut faults));
    let atlas = atlas(texts, SHAPES, LOOKUP, &divisions, &mut faults);
    let validity = validity(texts).map_err(|fault| faults.push(fault)).ok();
    check(&divisions, &officials, &zips, &offices, &mut faults);
    let Some(validity) = validity.filter(|_| faults.is_empty()) else {
        return Err(Failure::Faults(faults));
    };
    let candidates = candidates(zips);
    let towns = places.into_iter().map(|(_, town): (u64, Town)| town);
    let close_ups = drawn.map(|(districts, zips)| CloseUps::new(districts, zips, towns));
    let seats = divisions.into_iter().map(|(_, (division, _))| division);
    let congress = Congress::new(validity, seats, officials.into_iter().map(|(_, official)| official), &candidates);
    let congress = congress.map_err(|fault| {
        let problem = format!("{fault}; seats of a state are numbered from 1 without gaps, a single one is 0");
        Failure::Faults(vec![Fault::new("divisions.csv", "whole file", problem)])
    })?;
    let congress = match from {
        Some(from) => congress.with_redrawn(redrawn, from),
        None => congress,
    };
    Ok(Tables { congress, offices: Offices::new(offices.into_iter().map(|(_, office)| office)), atlas, close_ups })
}

/// The outlines of ZIP codes, which must be some that have several candidates.
fn atlas_of_zips(
    texts: &Texts,
    zips: &Lines<(Zip, Division, Option<Share>)>,
    faults: &mut Vec<Fault>,
) -> Option<Atlas> {
    let text = texts.get(OUTLINES).filter(|text| !text.is_empty())?;
    let mut fault = |problem: String| faults.push(Fault::new(OUTLINES, "whole file", problem));
    let atlas = Atlas::from_topojson(text, DRAWING).map_err(|problem| fault(problem.to_string())).ok()?;
    let mut candidates: BTreeMap<String, usize> = BTreeMap::new();
    for (_, (zip, ..)) in zips {
        *candidates.entry(zip.to_string()).or_default() += 1;
    }
    for name in atlas.names().filter(|name| candidates.get(*name).is_none_or(|candidates| *candidates < 2)) {
        fault(format!("{name} is not in several districts"));
    }
    Some(atlas)
}

/// The shapes, one for each seat.
fn atlas(
    texts: &Texts,
    file: &'static str,
    steps: u32,
    divisions: &Lines<(Division, bool)>,
    faults: &mut Vec<Fault>,
) -> Option<Atlas> {
    let text = texts.get(file).filter(|text| !text.is_empty())?;
    let mut fault = |problem: String| faults.push(Fault::new(file, "whole file", problem));
    let atlas = Atlas::from_topojson(text, steps).map_err(|problem| fault(problem.to_string())).ok()?;
    let names: BTreeSet<&str> = atlas.names().collect();
    let seats: BTreeSet<String> = divisions.iter().map(|(_, (division, _))| division.to_string()).collect();
    for name in names.iter().filter(|name| !seats.contains(**name)) {
        fault(format!("divisions.csv has no {name}"));
    }
    for seat in seats.iter().filter(|seat| !names.contains(seat.as_str())) {
        fault(format!("no shape of {seat}"));
    }
    Some(atlas)
}

/// The candidates of each ZIP code, in the order in which they are offered: the state where most of its people live first,
/// then within a state by the share of the people, then by number.
fn candidates(rows: Lines<(Zip, Division, Option<Share>)>) -> BTreeMap<Zip, Vec<Division>> {
    let mut shares: BTreeMap<Zip, Vec<(Division, u16)>> = BTreeMap::new();
    for (_, (zip, division, share)) in rows {
        shares.entry(zip).or_default().push((division, share.map_or(0, Share::thousandths)));
    }
    let ordered = |mut candidates: Vec<(Division, u16)>| {
        let mut states: BTreeMap<State, u16> = BTreeMap::new();
        for (division, share) in &candidates {
            *states.entry(division.state).or_default() += share;
        }
        candidates.sort_by_key(|(division, share)| {
            let of_state = states.get(&division.state).copied().unwrap_or_default();
            (Reverse(of_state), division.state, Reverse(*share), division.district)
        });
        candidates.into_iter().map(|(division, _)| division).collect()
    };
    shares.into_iter().map(|(zip, candidates)| (zip, ordered(candidates))).collect()
}

fn check(
    divisions: &Lines<(Division, bool)>,
    officials: &Lines<Official>,
    zips: &Lines<(Zip, Division, Option<Share>)>,
    offices: &Lines<DistrictOffice>,
    faults: &mut Vec<Fault>,
) {
    let mut seats: BTreeMap<Division, usize> = BTreeMap::new();
    for (line, (division, _)) in divisions {
        if seats.insert(*division, 0).is_some() {
            faults.push(Fault::new(
                "divisions.csv",
                format_args!("line {line}"),
                format_args!("{division} is listed twice"),
            ));
        }
    }
    let mut people = BTreeSet::new();
    let mut senators: BTreeMap<_, usize> = BTreeMap::new();
    for (line, official) in officials {
        let mut note = |problem: String| faults.push(Fault::new("officials.csv", format_args!("line {line}"), problem));
        if !people.insert(official.bioguide.clone()) {
            note(format!("{} is listed twice", official.bioguide));
        }
        if official.role == Role::Senator {
            let count = senators.entry(official.division.state).or_default();
            *count += 1;
            if *count > 2 {
                note(format!("{} has more than two senators", official.division.state));
            }
            continue;
        }
        match seats.get_mut(&official.division) {
            None => note(format!("divisions.csv has no {}", official.division)),
            Some(holders) => {
                *holders += 1;
                if *holders > 1 {
                    note(format!("somebody else already holds {}", official.division));
                }
            }
        }
    }
    for (line, (division, held)) in divisions {
        let holders = seats.get(division).copied().unwrap_or_default();
        if (holders > 0) != *held {
            let problem = if *held { "nobody in officials.csv holds it" } else { "somebody in officials.csv holds it" };
            faults.push(Fault::new(
                "divisions.csv",
                format_args!("line {line}"),
                format_args!("{division}: {problem}"),
            ));
        }
    }
    let mut pairs = BTreeSet::new();
    for (line, (zip, division, _)) in zips {
        let mut note = |problem: String| faults.push(Fault::new("zip-cd119.csv", format_args!("line {line}"), problem));
        if !seats.contains_key(division) {
            note(format!("{zip}: divisions.csv has no {division}"));
        }
        if !pairs.insert((zip, division)) {
            note(format!("{zip} in {division} is listed twice"));
        }
    }
    for (line, office) in offices {
        if !people.contains(&*office.bioguide) {
            let problem = format!("officials.csv has no {}", office.bioguide);
            faults.push(Fault::new("district-offices.csv", format_args!("line {line}"), problem));
        }
    }
}

/// The parts of `sources.toml` that the tables carry.
#[derive(Deserialize)]
struct Sources {
    #[serde(default)]
    table: Vec<SourceTable>,
}

#[derive(Deserialize)]
struct SourceTable {
    file: String,
    as_of: Date,
    valid_from: Option<Date>,
    valid_to: Option<Date>,
}

fn validity(texts: &Texts) -> Result<Validity, Fault> {
    let fault = |problem: String| Fault::new("sources.toml", "whole file", problem);
    let bytes = texts.get("sources.toml").map(Vec::as_slice).unwrap_or_default();
    let text = str::from_utf8(bytes).map_err(|error| fault(error.to_string()))?;
    let sources: Sources = toml::from_str(text).map_err(|error| fault(error.to_string()))?;
    let of = |file: &str| sources.table.iter().find(|table| table.file == file);
    let officials = of("officials.csv").ok_or_else(|| fault("no table officials.csv".to_owned()))?;
    let zips = of("zip-cd119.csv").ok_or_else(|| fault("no table zip-cd119.csv".to_owned()))?;
    match (zips.valid_from, zips.valid_to) {
        (Some(valid_from), Some(valid_to)) if valid_from < valid_to => {
            Ok(Validity { as_of: officials.as_of, valid_from, valid_to })
        }
        _ => Err(fault("zip-cd119.csv needs valid_from before valid_to".to_owned())),
    }
}
