//! `reviewed.toml`: what a person has looked at before upstream records become tables.
//!
//! Upstream records have gaps and slips. Each one is either named here, with its reason, or it is a fault.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use places::congress::{Division, State, StateKind};
use places::date::Date;
use records::fault::Fault;
use records::tables::{fields, upstream};

use super::table::Pairs;
use crate::cli::import::reviewed::{Correction, FILE};

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reviewed {
    /// Which Congress the tables describe.
    pub congress: CongressTerm,
    /// Seats in the House by postal code.
    pub seats: BTreeMap<String, u8>,
    /// The files to read.
    pub input: Vec<Input>,
    /// Seats that nobody holds.
    #[serde(default)]
    pub vacant: Vec<Vacant>,
    /// Slips of upstream in columns of `officials.csv`.
    #[serde(default)]
    pub correction: Vec<Correction>,
    /// Members of whom upstream knows no phone number and no site.
    #[serde(default)]
    pub no_contact: Vec<NoContact>,
    /// Districts in which a ZIP code lies although the ZIP file does not say so.
    #[serde(default)]
    pub pair: Vec<Pair>,
    /// States whose lines the block files have wrong.
    #[serde(default)]
    pub lines_kept: Vec<LinesKept>,
}

/// Which Congress, and how many seats it has.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CongressTerm {
    /// First day of its district lines.
    pub valid_from: Date,
    /// Last day of its district lines.
    pub valid_to: Date,
    /// Members of the House who vote: 435.
    pub voting: u32,
    /// Delegates and the resident commissioner: 6.
    pub non_voting: u32,
    /// How many seats may have no member in the records without being listed one by one. More are a fault.
    #[serde(default)]
    pub vacant_up_to: usize,
    /// How many members may have no telephone number or site without being listed one by one.
    #[serde(default)]
    pub no_contact_up_to: usize,
    /// Where the numbers of seats come from.
    #[serde(rename = "source")]
    pub _source: String,
}

/// How an upstream file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// `legislators-current.json` of unitedstates/congress-legislators.
    Legislators,
    /// `legislators-district-offices.json` of the same.
    DistrictOffices,
    /// `zccd.csv` of OpenSourceActivismTech/us-zipcodes-congress.
    Zccd,
    /// `tab20_cd11920_zcta520_natl.txt` of the Census Bureau.
    Census,
    /// `NationalCD120.txt` of the Census Bureau: the district of each block.
    BlockDistricts,
    /// `tab20_zcta520_tabblock20_natl.txt` of the Census Bureau: the ZIP code of each block.
    BlockZips,
    /// Shapes of the districts, TopoJSON by `GEOID`.
    DistrictShapes,
    /// Outlines of ZIP codes that have several candidates, GeoJSON by `zip`.
    ZipOutlines,
    /// Centres of population, CSV with the columns `lat,lon,pop2020,ST`.
    PopulationCentres,
    /// Which states get new lines with the 120th Congress, CSV with the columns `state,in_force_for_120th,plan,date,basis`.
    Lines,
    /// A place in each ZIP code, CSV with the columns `zip,lat,lon`.
    ZipMiddles,
    /// Names of places, CSV with the columns `name,state,lat,lon,population`.
    PlaceNames,
}

/// An upstream file.
pub type Input = upstream::Input<Format>;

/// A seat that nobody holds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vacant {
    /// `CA-14`, `VT` for a seat at large, `VT senate` for one of its two.
    pub seat: String,
    /// How we know.
    #[serde(rename = "source")]
    pub _source: String,
    /// Day on which it was looked up.
    #[serde(rename = "date")]
    pub _date: Date,
}

/// A member of whom upstream knows no phone number or no site.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoContact {
    /// Who.
    pub bioguide: String,
    /// Why.
    #[serde(rename = "why")]
    pub _why: String,
}

/// A district in which a ZIP code lies although the ZIP file does not say so.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// Five digits.
    pub zip: String,
    /// `CA-14`, `VT` for a seat at large.
    pub seat: String,
    /// How we know.
    #[serde(rename = "why")]
    pub _why: String,
}

/// A state that keeps the lines of the tables that are there already, whatever the block files say.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinesKept {
    /// Postal code.
    pub state: String,
    /// Why.
    #[serde(rename = "why")]
    pub _why: String,
}

/// The seats that must be held, and those that may be empty.
#[derive(Debug, Default)]
pub struct Seats {
    /// Every seat in the House.
    pub divisions: Vec<Division>,
    /// Those listed as vacant.
    pub vacant: Vec<Division>,
    /// How many seats in the Senate are listed as vacant.
    pub vacant_senate: BTreeMap<State, usize>,
    /// How many more may be vacant.
    pub vacant_up_to: usize,
}

impl Reviewed {
    /// The pairs that a person added; what makes no sense goes to `faults`.
    pub fn pairs(&self, faults: &mut Vec<Fault>) -> Pairs {
        let mut pairs = Pairs::new();
        for pair in &self.pair {
            match (fields::zip(&pair.zip), seat(&pair.seat)) {
                (Ok(zip), Some(Seat::House(division))) => {
                    pairs.insert((zip, division));
                }
                (Err(problem), _) => faults.push(Fault::new(FILE, "pair", problem)),
                (Ok(_), _) => faults.push(Fault::new(FILE, "pair", format_args!("there is no seat `{}`", pair.seat))),
            }
        }
        pairs
    }

    /// The seats by the file's word; what makes no sense goes to `faults`.
    pub fn seats(&self, faults: &mut Vec<Fault>) -> Seats {
        let mut seats = Seats { vacant_up_to: self.congress.vacant_up_to, ..Seats::default() };
        let (mut voting, mut non_voting) = (0, 0);
        for (code, count) in &self.seats {
            match fields::state(code) {
                Ok(state) => {
                    match state.kind() {
                        StateKind::State => voting += u32::from(*count),
                        StateKind::District | StateKind::Territory => non_voting += u32::from(*count),
                    }
                    let numbers = if *count == 1 { 0..=0 } else { 1..=*count };
                    seats.divisions.extend(numbers.map(|district| Division { state, district }));
                }
                Err(problem) => faults.push(Fault::new(FILE, "seats", problem)),
            }
        }
        for (what, counted, stated) in
            [("voting", voting, self.congress.voting), ("non-voting", non_voting, self.congress.non_voting)]
        {
            if counted != stated {
                faults.push(Fault::new(FILE, "seats", format_args!("{counted} {what} seats instead of {stated}")));
            }
        }
        for vacant in &self.vacant {
            match seat(&vacant.seat) {
                Some(Seat::Senate(state)) => *seats.vacant_senate.entry(state).or_default() += 1,
                Some(Seat::House(division)) if seats.divisions.contains(&division) => seats.vacant.push(division),
                _ => faults.push(Fault::new(FILE, "vacant", format_args!("there is no seat `{}`", vacant.seat))),
            }
        }
        seats
    }
}

enum Seat {
    House(Division),
    Senate(State),
}

fn seat(text: &str) -> Option<Seat> {
    if let Some(code) = text.strip_suffix(" senate") {
        let state = State::from_code(code)?;
        return (state.kind() == StateKind::State).then_some(Seat::Senate(state));
    }
    let (code, district) = text.split_once('-').unwrap_or((text, "0"));
    Some(Seat::House(Division { state: State::from_code(code)?, district: district.parse().ok()? }))
}
