//! What the map says about ZIP codes: slivers that only touch one leave its candidates, districts that really lie in it
//! join them, and each candidate gets the share of the people there.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Deserialize;

use places::congress::{Division, State, Zip};
use records::fault::Fault;
use records::tables::fields::{self, FieldFault, Share};
use records::tables::lines::rows_of;
use shapes::{Atlas, Crowd, Part, Resident, Shape, ShapeFault, Width};

use super::reviewed::Input;
use super::table::Pairs;
use super::zips::division_of_geoid;

/// A candidate is dropped only if its part of the ZIP code is nowhere this wide, in metres, and holds no centre of
/// population. Shapes for maps of 1:500,000 are not better than that.
const SLIVER: u32 = 50;
/// A district that the ZIP file leaves out joins only if its part is somewhere this wide or holds a centre of population.
const PLAIN: u32 = 800;
/// How many people are thought to live at each corner of a district of which nobody knows.
const SHORE: u32 = 1000;
/// How far the middle of a ZIP code may lie from its nearest candidate, in metres, before it is a fault.
const STRAY: f64 = 1000.0;

/// The candidates of each ZIP code, each with its share of the people where centres of population tell it.
pub type Candidates = BTreeMap<Zip, BTreeMap<Division, Option<Share>>>;

/// Shapes of districts and outlines of ZIP codes, with the people who live there.
pub struct Ground {
    divisions: Vec<Division>,
    districts: Vec<Shape>,
    zips: Vec<Zip>,
    outlines: Vec<Shape>,
    residents: Vec<Resident>,
}

/// What the map made of the pairs.
#[derive(Debug, Default)]
pub struct Refined {
    /// What is left, and what came in.
    pub candidates: Candidates,
    /// Districts that the ZIP file leaves out.
    pub added: Pairs,
    /// How many candidates only touch their ZIP code.
    pub slivers: usize,
    /// How good that is.
    pub measure: Measure,
}

/// What people are offered, as far as centres of population tell: each stands for all the people around it.
#[derive(Debug, Default)]
pub struct Measure {
    /// Everybody.
    people: u64,
    /// Those in ZIP codes with an outline; of the others nobody knows better than the ZIP file.
    outlined: u64,
    /// Of these, how many are offered the district in which their centre lies.
    right: u64,
    /// How many candidates they are offered, added up.
    offers: u64,
    /// How many are offered a candidate that has no centre in their ZIP code.
    empty: u64,
}

impl Measure {
    fn add(&mut self, parts: &[Part], kept: &[(Division, u64)]) {
        let people: u64 = parts.iter().map(|part| part.people).sum();
        self.outlined += people;
        self.right += kept.iter().map(|(_, people)| people).sum::<u64>();
        self.offers += people * kept.len() as u64;
        self.empty += if kept.iter().any(|(_, people)| *people == 0) { people } else { 0 };
    }
}

impl Measure {
    /// How many candidates a thousand people are offered, rounded. Who lives in a ZIP code without an outline has one.
    pub fn candidates_per_thousand_people(&self) -> u64 {
        let offers = self.offers + self.people.saturating_sub(self.outlined);
        (offers as f64 * 1000.0 / self.people.max(1) as f64).round() as u64
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of = |part: u64, all: u64| part as f64 / all.max(1) as f64;
        let others = self.people.saturating_sub(self.outlined);
        write!(
            f,
            "{:.3} candidates per person; {:.3} % of the people in split ZIP codes are offered the district of their centre of population, {:.1} % of all a candidate without one",
            of(self.offers + others, self.people),
            of(self.right, self.outlined) * 100.0,
            of(self.empty, self.people) * 100.0
        )
    }
}

/// What people are told who say where they are; each centre of population stands for all the people around it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Located {
    people: u64,
    first: u64,
    right: u64,
    asked: u64,
}

impl Located {
    fn plus(self, other: Located) -> Located {
        Located {
            people: self.people + other.people,
            first: self.first + other.first,
            right: self.right + other.right,
            asked: self.asked + other.asked,
        }
    }
}

impl fmt::Display for Located {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = |part: u64| part as f64 / self.people.max(1) as f64 * 100.0;
        write!(
            f,
            "{:.4} % of the people are offered the district of their centre of population, {:.3} % as the first; {:.2} % are offered several, because a line is near",
            percent(self.right),
            percent(self.first),
            percent(self.asked)
        )
    }
}

#[derive(Deserialize)]
struct Centre {
    lat: f64,
    lon: f64,
    pop2020: u32,
    #[serde(rename = "ST")]
    state: String,
}

#[derive(Deserialize)]
struct Middle {
    zip: String,
    lat: f64,
    lon: f64,
}

impl Ground {
    /// Reads the shapes of the districts (TopoJSON, by `GEOID`), outlines of ZIP codes (GeoJSON, by `zip`) and centres of
    /// population (CSV: `lat,lon,pop2020,ST`). Each is its file with the bytes.
    pub fn read(
        shapes: (&Input, &[u8]),
        outlines: (&Input, &[u8]),
        centres: (&Input, &[u8]),
        faults: &mut Vec<Fault>,
    ) -> Ground {
        let districts = named(shapes, "GEOID", shapes::topojson, faults, |geoid| {
            division_of_geoid(geoid)?.ok_or_else(|| FieldFault::row(format_args!("`{geoid}` is water")))
        });
        let outlines = named(outlines, "zip", shapes::geojson, faults, fields::zip);
        let (divisions, districts): (Vec<Division>, Vec<Shape>) = districts.into_iter().unzip();
        let (zips, outlines) = outlines.into_iter().unzip();
        let mut ground = Ground { divisions, districts, zips, outlines, residents: Vec::new() };
        let (file, bytes) = centres;
        let centres = rows_of(bytes, &file.file, faults, |centre: Centre| Ok((fields::state(&centre.state)?, centre)));
        for (line, (state, centre)) in centres {
            match ground.district_at(centre.lon, centre.lat, Some(state)) {
                Some(district) => ground.residents.push(Resident {
                    longitude: centre.lon,
                    latitude: centre.lat,
                    people: centre.pop2020,
                    district,
                }),
                None => {
                    let problem = format!("no shape of a district of {state}");
                    faults.push(Fault::new(&file.file, format_args!("line {line}"), problem));
                }
            }
        }
        ground
    }

    /// The district in which a place lies, or else the nearest; of one state, if it is known.
    fn district_at(&self, longitude: f64, latitude: f64, state: Option<State>) -> Option<usize> {
        let own = || {
            let districts = self.divisions.iter().zip(&self.districts).enumerate();
            districts.filter(|(_, (division, _))| state.is_none_or(|state| division.state == state))
        };
        if let Some((at, _)) = own().find(|(_, (_, shape))| shape.holds(longitude, latitude)) {
            return Some(at);
        }
        let by_distance = own().map(|(at, (_, shape))| (shape.metres_to(longitude, latitude), at));
        by_distance.min_by(|(one, _), (other, _)| one.total_cmp(other)).map(|(_, at)| at)
    }

    /// The district of a state in which a place lies, or else the nearest.
    pub fn division_at(&self, longitude: f64, latitude: f64, state: State) -> Option<Division> {
        self.divisions.get(self.district_at(longitude, latitude, Some(state))?).copied()
    }

    /// Every ZIP code that has an outline.
    pub fn outlines(&self) -> impl Iterator<Item = (Zip, &Shape)> {
        self.zips.iter().copied().zip(&self.outlines)
    }

    /// Where people live.
    pub fn crowd(&self) -> Crowd {
        let people = self.residents.iter().map(|one| (one.longitude, one.latitude, one.people));
        // Of some territories nobody has centres of population: people may live anywhere along their shores.
        let told: BTreeSet<usize> = self.residents.iter().map(|one| one.district).collect();
        let untold = self.districts.iter().enumerate().filter(|(at, _)| !told.contains(at));
        let shores = untold.flat_map(|(_, shape)| shape.corners()).map(|(east, north)| (east, north, SHORE));
        Crowd::new(people.chain(shores))
    }

    /// The districts in a form small enough to send to a visitor, from the file of their shapes.
    pub fn atlas(&self, (file, bytes): (&Input, &[u8]), crowd: &Crowd, faults: &mut Vec<Fault>) -> Option<Atlas> {
        let name = |geoid: &str| Some(division_of_geoid(geoid).ok()??.to_string());
        let atlas = Atlas::simplified(bytes, "GEOID", name, crowd);
        atlas.map_err(|fault| faults.push(Fault::new(&file.file, "whole file", fault))).ok()
    }

    /// What people are told whose place is looked up in an atlas.
    pub fn located(&self, atlas: &Atlas) -> Located {
        let places: Vec<(f64, f64)> = self.residents.iter().map(|one| (one.longitude, one.latitude)).collect();
        let told = |(resident, found): (&Resident, Vec<&str>)| {
            let own = self.divisions.get(resident.district).map(ToString::to_string).unwrap_or_default();
            let at = found.iter().position(|name| *name == own);
            let people = u64::from(resident.people);
            let count = |so: bool| if so { people } else { 0 };
            Located { people, first: count(at == Some(0)), right: count(at.is_some()), asked: count(found.len() > 1) }
        };
        self.residents.iter().zip(atlas.at_all(&places)).map(told).fold(Located::default(), Located::plus)
    }

    /// Refines pairs that were joined by census tract.
    pub fn refine(&self, pairs: &Pairs) -> Refined {
        let mut refined = Refined { candidates: without_map(pairs), ..Refined::default() };
        for (zip, parts) in self.parts() {
            let Some(candidates) = refined.candidates.get_mut(&zip) else { continue };
            let mut kept = Vec::new();
            for part in parts.iter().filter(|part| part.people > 0 || !is_sliver(part)) {
                let Some(division) = self.divisions.get(part.district).copied() else { continue };
                if is_left_out(candidates, division, part) {
                    refined.added.insert((zip, division));
                } else if !candidates.contains_key(&division) {
                    continue;
                }
                kept.push((division, part.people));
            }
            // An outline that meets none of its candidates would leave nobody: then the ZIP file's word stays.
            if !kept.is_empty() {
                refined.slivers +=
                    candidates.keys().filter(|listed| kept.iter().all(|(kept, _)| kept != *listed)).count();
                refined.measure.add(&parts, &kept);
                *candidates = shares(&kept);
            }
        }
        refined.measure.people = self.residents.iter().map(|resident| u64::from(resident.people)).sum();
        refined
    }

    /// Adds shares to pairs that need no refining, because their file is exact.
    pub fn shares(&self, pairs: &Pairs) -> Candidates {
        let mut all = without_map(pairs);
        for (zip, parts) in self.parts() {
            let Some(candidates) = all.get_mut(&zip) else { continue };
            let people = |division: &Division| {
                let part = parts.iter().find(|part| self.divisions.get(part.district) == Some(division));
                (*division, part.map_or(0, |part| part.people))
            };
            *candidates = shares(&candidates.keys().map(people).collect::<Vec<_>>());
        }
        all
    }

    fn parts(&self) -> Vec<(Zip, Vec<Part>)> {
        let (outlines, districts): (Vec<_>, Vec<_>) = (self.outlines.iter().collect(), self.districts.iter().collect());
        let parts = shapes::overlaps(&outlines, &districts, &self.residents, &[SLIVER, PLAIN]);
        self.zips.iter().copied().zip(parts).collect()
    }

    /// Faults for ZIP codes (CSV: `zip,lat,lon`, a place in each) whose middle lies far from every candidate. Upstream
    /// loses a district where one ZIP code is in districts of the same number in two states.
    pub fn strays(&self, middles: (&Input, &[u8]), candidates: &Candidates, faults: &mut Vec<Fault>) {
        let (file, bytes) = middles;
        let middles = rows_of(bytes, &file.file, faults, |row: Middle| Ok((fields::zip(&row.zip)?, row)));
        for (_, (zip, middle)) in middles {
            let Some(divisions) = candidates.get(&zip) else { continue };
            let near = |(division, shape): (&Division, &Shape)| {
                divisions.contains_key(division) && shape.metres_to(middle.lon, middle.lat) < STRAY
            };
            if self.divisions.iter().zip(&self.districts).any(near) {
                continue;
            }
            if let Some(found) = self.district_at(middle.lon, middle.lat, None).and_then(|at| self.divisions.get(at)) {
                let listed: Vec<String> = divisions.keys().map(ToString::to_string).collect();
                let problem = format!("its middle lies in {found}, but the table has only {}", listed.join(" and "));
                faults.push(Fault::new(&file.file, zip, problem));
            }
        }
    }
}

/// Whether upstream leaves it out, as it does where a ZIP code is in districts of the same number in two states.
fn is_left_out(candidates: &BTreeMap<Division, Option<Share>>, division: Division, part: &Part) -> bool {
    let namesake = |other: &Division| other.district == division.district && other.state != division.state;
    let listed = candidates.contains_key(&division);
    !listed && candidates.keys().any(namesake) && (part.people > 0 || part.width == Width::Wide)
}

fn is_sliver(part: &Part) -> bool {
    matches!(part.width, Width::Under(width) if width <= SLIVER)
}

/// Pairs without a map: a single candidate has all the people, of several nobody knows.
pub fn without_map(pairs: &Pairs) -> Candidates {
    let mut candidates = Candidates::new();
    for (zip, division) in pairs {
        candidates.entry(*zip).or_default().insert(*division, None);
    }
    for divisions in candidates.values_mut().filter(|divisions| divisions.len() == 1) {
        divisions.values_mut().for_each(|share| *share = Share::of(1, 1));
    }
    candidates
}

fn shares(kept: &[(Division, u64)]) -> BTreeMap<Division, Option<Share>> {
    let all = kept.iter().map(|(_, people)| people).sum();
    let share = |people: u64| if kept.len() == 1 { Share::of(1, 1) } else { Share::of(people, all) };
    kept.iter().map(|&(division, people)| (division, share(people))).collect()
}

type Reader = fn(&[u8], &str) -> Result<Vec<(String, Shape)>, ShapeFault>;

fn named<Name>(
    (file, bytes): (&Input, &[u8]),
    property: &str,
    read: Reader,
    faults: &mut Vec<Fault>,
    parse: impl Fn(&str) -> Result<Name, FieldFault>,
) -> Vec<(Name, Shape)> {
    let shapes = read(bytes, property).map_err(|fault| faults.push(Fault::new(&file.file, "whole file", fault)));
    let parsed = |(name, shape): (String, Shape)| match parse(&name) {
        Ok(name) => Some((name, shape)),
        Err(problem) => {
            faults.push(Fault::new(&file.file, &name, problem));
            None
        }
    };
    shapes.unwrap_or_default().into_iter().filter_map(parsed).collect()
}
