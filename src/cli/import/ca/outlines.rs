//! Makes outlines of ridings small enough to send to a visitor, true where many people live.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;

use records::fault::{Failure, Fault};
use shapes::{Atlas, Crowd, Shape};

use crate::cli::import::legislature::reviewed::{Format, Reviewed};
use crate::cli::import::legislature::rows::SeatRow;
use crate::cli::import::reviewed as shared;

/// How many people live in a riding, about.
const PEOPLE: usize = 100_000;
/// Degrees between the points over which they are spread.
const STEP: f64 = 0.01;
/// A riding whose box is larger than so many square degrees is mostly wilderness: its people live in its towns.
const WIDE: f64 = 4.0;

/// `shapes.topojson`, and how good it is.
pub struct Outlines {
    /// The file.
    pub topojson: Vec<u8>,
    /// In words.
    pub measure: String,
}

#[derive(Deserialize)]
struct Place {
    countrycode: String,
    latitude: f64,
    longitude: f64,
    population: u32,
}

/// The outlines of all ridings; `None` if `reviewed.toml` names no file with them.
pub fn read(
    from: &Path,
    reviewed: &Reviewed,
    seats: &[SeatRow],
    faults: &mut Vec<Fault>,
) -> Result<Option<Outlines>, Failure> {
    let Some((file, bytes)) = shared::optional_input(from, &reviewed.input, Format::CaRidingShapes, faults)? else {
        return Ok(None);
    };
    let places = places(from, reviewed, faults)?;
    let mut note = |place: &str, problem: String| faults.push(Fault::new(&file.file, place, problem));
    let ridings = match shapes::topojson(&bytes, "fed_num") {
        Ok(ridings) => ridings,
        Err(problem) => {
            note("whole file", problem.to_string());
            return Ok(None);
        }
    };
    let known: BTreeSet<&str> = seats.iter().map(|seat| seat.code.as_str()).collect();
    let drawn: BTreeSet<&str> = ridings.iter().map(|(code, _)| code.as_str()).collect();
    drawn.difference(&known).for_each(|code| note(code, "is not a riding".to_owned()));
    known.difference(&drawn).for_each(|code| note(code, "no outline".to_owned()));
    if drawn.len() < ridings.len() {
        note("whole file", "a riding has two outlines".to_owned());
    }
    let spread: Vec<(&str, Vec<(f64, f64)>)> = ridings.iter().map(|(code, shape)| (&**code, points(shape))).collect();
    let crowd = spread.iter().flat_map(|(_, points)| {
        let each = each(points);
        points.iter().map(move |(longitude, latitude)| (*longitude, *latitude, each))
    });
    let towns = places.iter().map(|place| (place.longitude, place.latitude, place.population));
    let crowd = Crowd::new(crowd.chain(towns));
    match Atlas::simplified(&bytes, "fed_num", |code| Some(code.to_owned()), &crowd) {
        Ok(atlas) => {
            let measure = measure(&atlas, &ridings, &spread, &places);
            Ok(Some(Outlines { topojson: atlas.to_topojson_by("code").into_bytes(), measure }))
        }
        Err(problem) => {
            note("whole file", problem.to_string());
            Ok(None)
        }
    }
}

fn places(from: &Path, reviewed: &Reviewed, faults: &mut Vec<Fault>) -> Result<Vec<Place>, Failure> {
    let Some((file, bytes)) = shared::optional_input(from, &reviewed.input, Format::GeonamesCities, faults)? else {
        return Ok(Vec::new());
    };
    match serde_json::from_slice::<BTreeMap<String, Place>>(&bytes) {
        Ok(places) => Ok(places.into_values().filter(|place| place.countrycode == "CA").collect()),
        Err(error) => {
            faults.push(Fault::new(&file.file, "whole file", error));
            Ok(Vec::new())
        }
    }
}

/// Points all over a riding; none if it is too wide for its people to live everywhere.
fn points(shape: &Shape) -> Vec<(f64, f64)> {
    let corners: Vec<(f64, f64)> = shape.corners().collect();
    let bounds = |axis: fn(&(f64, f64)) -> f64| {
        let start = (f64::INFINITY, f64::NEG_INFINITY);
        corners.iter().map(axis).fold(start, |(low, high), at| (low.min(at), high.max(at)))
    };
    let ((west, east), (south, north)) = (bounds(|corner| corner.0), bounds(|corner| corner.1));
    if (east - west) * (north - south) > WIDE {
        return Vec::new();
    }
    let steps =
        |from: f64, to: f64| (0..((to - from) / STEP).ceil() as u32).map(move |at| from + (f64::from(at) + 0.5) * STEP);
    let all = steps(west, east).flat_map(|x| steps(south, north).map(move |y| (x, y)));
    all.filter(|(longitude, latitude)| shape.holds(*longitude, *latitude)).collect()
}

/// How many people are offered the riding in which they live, by two guesses of where that is.
fn measure(atlas: &Atlas, ridings: &[(String, Shape)], spread: &[(&str, Vec<(f64, f64)>)], places: &[Place]) -> String {
    let riding = |place: &Place| ridings.iter().find(|(_, shape)| shape.holds(place.longitude, place.latitude));
    let located = places.iter().filter_map(|place| Some((riding(place)?.0.as_str(), place)));
    let (codes, people): (Vec<&str>, Vec<&Place>) = located.unzip();
    let of_places =
        share(atlas, &codes, &people.iter().map(|place| (place.longitude, place.latitude)).collect::<Vec<_>>(), |at| {
            people.get(at).map_or(0, |place| u64::from(place.population))
        });
    let mut codes = Vec::new();
    let mut evenly = Vec::new();
    let mut weights = Vec::new();
    for (code, points) in spread {
        codes.extend(points.iter().map(|_| *code));
        evenly.extend_from_slice(points);
        weights.extend(points.iter().map(|_| u64::from(each(points))));
    }
    let of_ridings = share(atlas, &codes, &evenly, |at| weights.get(at).copied().unwrap_or_default());
    format!(
        "{of_places} of the people of places are offered their riding, {of_ridings} of those in ridings that are not wilderness if they live evenly spread"
    )
}

/// How many people are thought to live around each point of a riding.
fn each(points: &[(f64, f64)]) -> u32 {
    u32::try_from(PEOPLE / points.len().max(1)).unwrap_or(u32::MAX)
}

fn share(atlas: &Atlas, codes: &[&str], points: &[(f64, f64)], weight: impl Fn(usize) -> u64) -> String {
    let (mut right, mut all) = (0, 0);
    for (at, (code, offered)) in codes.iter().zip(atlas.at_all(points)).enumerate() {
        all += weight(at);
        right += if offered.contains(code) { weight(at) } else { 0 };
    }
    format!("{:.3} %", right as f64 * 100.0 / (all as f64).max(1.0))
}
