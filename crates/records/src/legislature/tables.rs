//! Regions and seats of a legislature's folder, checked against each other.

use std::collections::{BTreeMap, BTreeSet};

use places::assembly::{Home, Naming, PersonRecord, RegionRecord, SeatRecord};
use places::language::Language;
use places::names::Places;

use super::sheet::{Row, Sheet};
use crate::fault::Fault;

/// A part of the country by which people may look for their seat.
#[derive(Clone, Debug)]
pub struct Region {
    /// ISO 3166-2, or ISO 3166-1 for a country.
    pub code: String,
    name: String,
    names: BTreeMap<String, String>,
}

impl Region {
    /// In a language: its own name there, the name of the country whose code it has, or the folder's name for it.
    pub fn name<'a>(&'a self, language: Language, places: &'a Places) -> &'a str {
        let own = self.names.get(language.tag()).filter(|name| !name.is_empty());
        let country = places.regions.get(&self.code);
        own.or(country.filter(|_| self.code.len() == 2)).unwrap_or(if self.name.is_empty() {
            &self.code
        } else {
            &self.name
        })
    }
}

impl Region {
    /// As the table of visitors has it. A region that is a seat is called as that is.
    pub fn record(&self, seats: &[SeatRecord]) -> RegionRecord {
        let seat = seats.iter().find(|seat| *seat.code == self.code).map_or(&*self.code, |seat| &*seat.name);
        let name = if self.name.is_empty() { seat } else { &self.name };
        RegionRecord { code: self.code.as_str().into(), name: name.into(), ..RegionRecord::default() }
    }
}

/// Seats with what somebody sits as for each. Where everybody sits for regions, no seat is anybody's own.
pub fn with_posts(mut seats: Vec<SeatRecord>, people: &[PersonRecord]) -> Vec<SeatRecord> {
    let of_seats = |person: &PersonRecord| person.homes.iter().any(|home| matches!(home, Home::Seat(_)));
    let usual = people.iter().find(|person| of_seats(person)).map(|person| person.role);
    let is_empty = people.is_empty();
    for (place, seat) in seats.iter_mut().enumerate() {
        let own = |person: &&PersonRecord| person.homes.contains(&Home::Seat(place as u16));
        let post = people.iter().find(own).map(|person| person.role);
        seat.post = post.or(usual).or(is_empty.then_some(0));
    }
    seats
}

/// As many as the compact file can number.
const MOST: usize = u16::MAX as usize;

fn is_code(code: &str) -> bool {
    (1..=16).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Places of codes.
pub struct Codes<'a>(BTreeMap<&'a str, usize>);

impl<'a> Codes<'a> {
    /// The codes in their order, each once.
    pub fn of(codes: impl Iterator<Item = &'a str>) -> Codes<'a> {
        Codes(codes.enumerate().map(|(place, code)| (code, place)).collect())
    }

    /// The place of a code.
    pub fn place(&self, code: &str) -> Option<u16> {
        self.0.get(code).and_then(|place| u16::try_from(*place).ok())
    }
}

/// Reports what is no code, and what is there twice. Addresses are in small letters, so codes must differ in more than capitals.
fn unique_codes(sheet: &Sheet, column: &str, faults: &mut Vec<Fault>) {
    let mut lines: BTreeMap<String, u64> = BTreeMap::new();
    for row in &sheet.rows {
        let code = row.get(column);
        let problem = if row.is_open(column) {
            continue;
        } else if !is_code(code) {
            format!("`{code}` is not 1 to 16 letters, digits and hyphens")
        } else if let Some(line) = lines.insert(code.to_ascii_lowercase(), row.line) {
            format!("`{code}` is the code in line {line} too; capitals make no difference")
        } else {
            continue;
        };
        faults.push(row.fault(sheet.file, column, problem));
    }
    if sheet.rows.len() > MOST {
        faults.push(Fault::new(
            sheet.file,
            "whole file",
            format_args!("has {} rows; at most {MOST} fit", sheet.rows.len()),
        ));
    }
}

/// The rows of `regions.csv`.
pub fn regions(sheet: &Sheet, faults: &mut Vec<Fault>) -> Vec<Region> {
    unique_codes(sheet, "code", faults);
    let region = |row: &Row| Region {
        code: row.get("code").to_owned(),
        name: row.get("name").to_owned(),
        names: row.beginning("name.").map(|(tag, name)| (tag.to_owned(), name.to_owned())).collect(),
    };
    if sheet.rows.is_empty() {
        let problem = "lists no region; a legislature without any has one for the whole";
        faults.push(Fault::new(sheet.file, "whole file", problem));
    }
    // A country has its name from its code.
    for row in sheet.rows.iter().filter(|row| row.get("name").is_empty() && row.get("code").len() != 2) {
        faults.push(row.fault(sheet.file, "name", "write the region's name"));
    }
    sheet.rows.iter().map(region).collect()
}

/// The rows of `seats.csv`.
pub fn seats(sheet: &Sheet, regions: &[Region], faults: &mut Vec<Fault>) -> Vec<SeatRecord> {
    unique_codes(sheet, "code", faults);
    let known = Codes::of(regions.iter().map(|region| region.code.as_str()));
    let mut shared: BTreeMap<u16, usize> = BTreeMap::new();
    let mut seats = Vec::new();
    for row in &sheet.rows {
        let (code, name) = (row.get("code"), row.get("name"));
        if name.is_empty() {
            faults.push(row.fault(sheet.file, "name", "write the seat's name"));
        }
        let region = known.place(row.get("region"));
        if region.is_none() && !row.is_open("region") {
            faults.push(row.fault(sheet.file, "region", format_args!("regions.csv has no `{}`", row.get("region"))));
        }
        let region = region.unwrap_or_default();
        *shared.entry(region).or_default() += 1;
        let naming = if code == row.get("region") { Naming::Region } else { Naming::Own };
        seats.push(SeatRecord { code: code.into(), name: name.into(), naming, region, post: None });
    }
    if sheet.rows.is_empty() {
        faults.push(Fault::new(sheet.file, "whole file", "lists no seat"));
    }
    // Whoever sits for a code must sit for one thing.
    for (row, seat) in sheet.rows.iter().zip(&seats) {
        let same = known.place(&seat.code).is_some();
        if same && (known.place(&seat.code) != Some(seat.region) || shared.get(&seat.region) > Some(&1)) {
            let problem = "is a region's code too; only the one seat of a region may have its code";
            faults.push(row.fault(sheet.file, "code", format_args!("`{}` {problem}", seat.code)));
        }
    }
    seats
}

/// The outlines as visitors fetch them. A seat may have none; an outline without a seat is a fault.
pub fn outlines(text: &[u8], seats: &[SeatRecord], faults: &mut Vec<Fault>) -> Option<Vec<u8>> {
    const FILE: &str = "shapes.topojson";
    let mut fault = |problem: String| faults.push(Fault::new(FILE, "whole file", problem));
    let shapes = match shapes::topojson(text, "code") {
        Ok(shapes) => shapes,
        Err(shapes::ShapeFault::Form(error)) => {
            fault(format!("is not TopoJSON with a collection of polygons: {error}"));
            return None;
        }
        Err(shapes::ShapeFault::Unnamed(at)) => {
            fault(format!("outline {at} has no property `code` with a seat's code in quotation marks"));
            return None;
        }
        Err(problem) => {
            fault(problem.to_string());
            return None;
        }
    };
    let known: BTreeSet<&str> = seats.iter().map(|seat| &*seat.code).collect();
    let mut before = BTreeSet::new();
    for (code, shape) in &shapes {
        if !known.contains(code.as_str()) {
            fault(format!("seats.csv has no `{code}`"));
        }
        if !before.insert(code.as_str()) {
            fault(format!("`{code}` has two outlines; make them one MultiPolygon"));
        }
        let is_on_earth = |(east, north): (f64, f64)| east.abs() <= 180.0 && north.abs() <= 90.0;
        if !shape.corners().all(is_on_earth) {
            fault(format!("the outline of `{code}` is not in degrees of longitude and latitude (WGS 84)"));
            return None;
        }
    }
    let atlas = shapes::Atlas::from_topojson_by(text, shapes::LOOKUP, "code");
    atlas.map_err(|problem| fault(problem.to_string())).ok().map(|atlas| atlas.to_bytes())
}
