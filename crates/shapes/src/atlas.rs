//! Outlines small enough to send to a visitor, and which of them a place lies in.
//!
//! Neighbours share their lines, so nothing falls between them. The bytes are numbers of seven bits each, the low ones
//! first, with the eighth bit set on all but the last; a signed number is doubled, and a negative one is `-2n - 1`. They hold,
//! without gaps: how many lines there are and how many points each has; the points' steps east from one to the next, through
//! all lines, then their steps north, in [`STEPS`] to a degree; the length of all names, and the names, with spaces between
//! them; of each name, how many rings it has, of each ring, how many lines, and of each line, how far its number is from the
//! one before, doubled, plus 1 if it runs backwards. `assets/locate.js` reads them too.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use geo::Coord;
use rayon::prelude::*;

use crate::METRES_PER_DEGREE;
use crate::read::{Ring, ShapeFault, rings};
use crate::simplify::{Crowd, simplify};

/// Steps in a degree: 54 m from north to south.
const STEPS: f64 = 2048.0;
/// Who is nearer to a line than this, in metres, may live on either side of it.
const NEAR: f64 = 200.0;
/// A place outside all outlines is taken for the nearest one up to this far away, in metres: coasts are drawn roughly.
const OUTSIDE: f64 = 1000.0;
/// An island smaller than this, in square kilometres, is left out where nobody lives near.
const ISLET: f64 = 4.0;

type Place = (i32, i32);

/// Outlines with names, in steps of a grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Atlas {
    lines: Vec<Vec<Place>>,
    // Private: every ring names lines that are there.
    areas: Vec<Area>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Area {
    name: String,
    rings: Vec<Ring>,
    /// West, south, east, north.
    bounds: [i32; 4],
}

impl Atlas {
    /// Simplifies the outlines of a TopoJSON file, each named by what `name` makes of a property. Lines stay true where many
    /// people live, which `crowd` tells, and are rough where nobody does.
    pub fn simplified(
        topojson: &[u8],
        property: &str,
        name: impl Fn(&str) -> Option<String>,
        crowd: &Crowd,
    ) -> Result<Atlas, ShapeFault> {
        let (lines, outlines) = rings(topojson, property)?;
        let mut uses = vec![0u8; lines.len()];
        for number in outlines.iter().flat_map(|(_, rings)| rings.iter().flatten()) {
            if let Some(uses) = uses.get_mut(line_of(*number)) {
                *uses = uses.saturating_add(1);
            }
        }
        let small = lines.iter().zip(&uses).map(|(line, uses)| {
            let mut line: Vec<Place> = simplify(line, crowd, *uses < 2).into_iter().map(on_grid).collect();
            line.dedup();
            line
        });
        let small: Vec<Vec<Place>> = small.collect();
        let is_islet = |ring: &Ring| match ring.as_slice() {
            [only] => {
                let at = line_of(*only);
                let points = small.get(at).map(Vec::as_slice).unwrap_or_default();
                let lonely = lines.get(at).and_then(|line| line.first()).is_some_and(|place| crowd.is_empty_at(*place));
                let owned = uses.get(at).is_some_and(|uses| *uses < 2);
                points.len() < 4 || owned && lonely && square_kilometres(points) < ISLET
            }
            _ => false,
        };
        let mut atlas = Atlas { lines: Vec::new(), areas: Vec::new() };
        let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
        for (id, all) in &outlines {
            let Some(name) = name(id) else { continue };
            let kept: Vec<&Ring> = all.iter().filter(|ring| !is_islet(ring)).collect();
            let kept = if kept.is_empty() { all.iter().collect() } else { kept };
            let mut rings = Vec::new();
            for ring in kept {
                let renumbered = ring.iter().map(|number| {
                    let at = line_of(*number);
                    let fresh = *numbers.entry(at).or_insert_with(|| {
                        atlas.lines.push(small.get(at).cloned().unwrap_or_default());
                        atlas.lines.len() - 1
                    });
                    if *number < 0 { !(fresh as i64) } else { fresh as i64 }
                });
                rings.push(renumbered.collect());
            }
            atlas.areas.push(Area { name, rings, bounds: [0; 4] });
        }
        Ok(atlas.bounded())
    }

    /// Reads what [`Atlas::to_topojson`] wrote.
    pub fn from_topojson(text: &[u8]) -> Result<Atlas, ShapeFault> {
        let (lines, outlines) = rings(text, "name")?;
        let lines = lines.into_iter().map(|line| line.into_iter().map(on_grid).collect()).collect();
        let area = |(name, rings)| Area { name, rings, bounds: [0; 4] };
        Ok(Atlas { lines, areas: outlines.into_iter().map(area).collect() }.bounded())
    }

    /// TopoJSON, a line of text for each line on the map.
    pub fn to_topojson(&self) -> String {
        let mut text = format!(
            "{{\"type\":\"Topology\",\"transform\":{{\"scale\":[{0},{0}],\"translate\":[0,0]}},\"arcs\":[\n",
            1.0 / STEPS
        );
        for (at, line) in self.lines.iter().enumerate() {
            let mut before = (0, 0);
            let steps = line.iter().map(|place| {
                let step = format!("[{},{}]", place.0 - before.0, place.1 - before.1);
                before = *place;
                step
            });
            let steps: Vec<String> = steps.collect();
            let end = if at + 1 < self.lines.len() { "," } else { "" };
            // Writing into a text cannot fail.
            let _ = writeln!(text, "[{}]{end}", steps.join(","));
        }
        text.push_str("],\"objects\":{\"districts\":{\"type\":\"GeometryCollection\",\"geometries\":[\n");
        for (at, area) in self.areas.iter().enumerate() {
            let rings: Vec<String> = area.rings.iter().map(|ring| format!("[{ring:?}]").replace(' ', "")).collect();
            let end = if at + 1 < self.areas.len() { "," } else { "" };
            let _ = writeln!(
                text,
                "{{\"type\":\"MultiPolygon\",\"properties\":{{\"name\":\"{}\"}},\"arcs\":[{}]}}{end}",
                area.name,
                rings.join(",")
            );
        }
        text.push_str("]}}}\n");
        text
    }

    /// The compact form.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        push(&mut bytes, self.lines.len());
        self.lines.iter().for_each(|line| push(&mut bytes, line.len()));
        for axis in [|place: &Place| place.0, |place: &Place| place.1] {
            let mut before = 0;
            for place in self.lines.iter().flatten() {
                push_signed(&mut bytes, i64::from(axis(place) - before));
                before = axis(place);
            }
        }
        let names: Vec<&str> = self.names().collect();
        let names = names.join(" ");
        push(&mut bytes, names.len());
        bytes.extend(names.as_bytes());
        let mut before = 0;
        for area in &self.areas {
            push(&mut bytes, area.rings.len());
            for ring in &area.rings {
                push(&mut bytes, ring.len());
                for number in ring {
                    let line = line_of(*number) as i64;
                    let step = line - before;
                    before = line;
                    push(&mut bytes, (zigzag(step) << 1 | u64::from(*number < 0)) as usize);
                }
            }
        }
        bytes
    }

    /// Reads what [`Atlas::to_bytes`] wrote; `None` for anything else.
    pub fn from_bytes(bytes: &[u8]) -> Option<Atlas> {
        let mut rest = bytes;
        let rest = &mut rest;
        let count = number(rest)?;
        let lengths = (0..count).map(|_| number(rest)).collect::<Option<Vec<u64>>>()?;
        let points: u64 = lengths.iter().try_fold(0u64, |sum, length| sum.checked_add(*length))?;
        let mut axis = || {
            let mut at = 0i64;
            let places = (0..points).map(|_| {
                at = at.checked_add(signed(number(rest)?))?;
                i32::try_from(at).ok()
            });
            places.collect::<Option<Vec<i32>>>()
        };
        let (east, north) = (axis()?, axis()?);
        let mut places = east.into_iter().zip(north);
        let lines: Vec<Vec<Place>> = lengths
            .iter()
            .map(|length| places.by_ref().take(usize::try_from(*length).unwrap_or(0)).collect())
            .collect();
        let length = usize::try_from(number(rest)?).ok()?;
        let (names, behind) = rest.split_at_checked(length)?;
        *rest = behind;
        let mut before = 0i64;
        let mut areas = Vec::new();
        for name in str::from_utf8(names).ok()?.split(' ') {
            let mut rings = Vec::new();
            for _ in 0..number(rest)? {
                let mut ring = Ring::new();
                for _ in 0..number(rest)? {
                    let code = number(rest)?;
                    before = before.checked_add(signed(code >> 1))?;
                    lines.get(usize::try_from(before).ok()?)?;
                    ring.push(if code & 1 == 1 { !before } else { before });
                }
                rings.push(ring);
            }
            areas.push(Area { name: name.to_owned(), rings, bounds: [0; 4] });
        }
        rest.is_empty().then(|| Atlas { lines, areas }.bounded())
    }

    /// The names of all outlines, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.areas.iter().map(|area| area.name.as_str())
    }

    /// The names of the outlines in which a place may lie: the one around it first, then those of which a line is near, the
    /// nearest first. Empty for a place that is far outside all of them.
    pub fn at(&self, longitude: f64, latitude: f64) -> Vec<&str> {
        let east = METRES_PER_DEGREE * latitude.to_radians().cos();
        let mut near: Vec<(f64, &str)> = Vec::new();
        for area in &self.areas {
            if !area.may_be_near(longitude, latitude, east) {
                continue;
            }
            let (mut inside, mut nearest) = (false, f64::INFINITY);
            for ring in &area.rings {
                let mut before: Option<(f64, f64)> = None;
                for place in self.places(ring) {
                    let x = (f64::from(place.0) / STEPS - longitude) * east;
                    let y = (f64::from(place.1) / STEPS - latitude) * METRES_PER_DEGREE;
                    if let Some((x0, y0)) = before {
                        if (y0 > 0.0) != (y > 0.0) && x0 - y0 * (x - x0) / (y - y0) > 0.0 {
                            inside = !inside;
                        }
                        nearest = nearest.min(squared_distance(x0, y0, x, y));
                    }
                    before = Some((x, y));
                }
            }
            near.push((if inside { -1.0 } else { nearest }, &area.name));
        }
        near.sort_by(|one, other| one.0.total_cmp(&other.0));
        let within = |metres: f64| move |(distance, _): &&(f64, &str)| *distance < metres * metres;
        let found = near.iter().filter(within(NEAR)).count();
        let found = if found == 0 { near.iter().take(1).filter(within(OUTSIDE)).count() } else { found };
        near.into_iter().take(found).map(|(_, name)| name).collect()
    }

    /// [`Atlas::at`] for many places, each degrees east and north, on all cores.
    pub fn at_all(&self, places: &[(f64, f64)]) -> Vec<Vec<&str>> {
        places.par_iter().map(|(longitude, latitude)| self.at(*longitude, *latitude)).collect()
    }

    fn places(&self, ring: &Ring) -> impl Iterator<Item = &Place> {
        ring.iter().flat_map(|number| {
            let line = self.lines.get(line_of(*number)).map(Vec::as_slice).unwrap_or_default();
            let (there, back): (&[Place], &[Place]) = if *number < 0 { (&[], line) } else { (line, &[]) };
            there.iter().chain(back.iter().rev())
        })
    }

    fn bounded(mut self) -> Atlas {
        let areas = std::mem::take(&mut self.areas);
        let around = |mut area: Area| {
            let start = [i32::MAX, i32::MAX, i32::MIN, i32::MIN];
            area.bounds = area
                .rings
                .iter()
                .flat_map(|ring| self.places(ring))
                .fold(start, |[w, s, e, n], (x, y)| [w.min(*x), s.min(*y), e.max(*x), n.max(*y)]);
            area
        };
        let areas = areas.into_iter().map(around).collect();
        Atlas { areas, ..self }
    }
}

impl Area {
    fn may_be_near(&self, longitude: f64, latitude: f64, east: f64) -> bool {
        let [west, south, right, north] = self.bounds.map(|bound| f64::from(bound) / STEPS);
        let (wide, high) = (OUTSIDE / east.max(1.0), OUTSIDE / METRES_PER_DEGREE);
        (west - wide..=right + wide).contains(&longitude) && (south - high..=north + high).contains(&latitude)
    }
}

/// From the origin to a line between two points, squared.
fn squared_distance(x0: f64, y0: f64, x: f64, y: f64) -> f64 {
    let (dx, dy) = (x - x0, y - y0);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 { (-(x0 * dx + y0 * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    let (px, py) = (x0 + along * dx, y0 + along * dy);
    px * px + py * py
}

fn square_kilometres(ring: &[Place]) -> f64 {
    let twice: f64 = ring
        .iter()
        .zip(ring.iter().skip(1))
        .map(|(one, next)| f64::from(one.0) * f64::from(next.1) - f64::from(next.0) * f64::from(one.1))
        .sum();
    let latitude = ring.first().map_or(0.0, |place| f64::from(place.1) / STEPS);
    let side = METRES_PER_DEGREE / STEPS / 1000.0;
    (twice / 2.0).abs() * side * side * latitude.to_radians().cos()
}

fn on_grid(place: Coord) -> Place {
    ((place.x * STEPS).round() as i32, (place.y * STEPS).round() as i32)
}

/// The number of a line, whichever way it runs.
fn line_of(number: i64) -> usize {
    (if number < 0 { !number } else { number }) as usize
}

fn zigzag(number: i64) -> u64 {
    (number << 1 ^ number >> 63) as u64
}

fn signed(number: u64) -> i64 {
    (number >> 1) as i64 ^ -((number & 1) as i64)
}

fn push(bytes: &mut Vec<u8>, mut number: usize) {
    while number > 127 {
        bytes.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn push_signed(bytes: &mut Vec<u8>, number: i64) {
    push(bytes, zigzag(number) as usize);
}

fn number(rest: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in [0, 7, 14, 21] {
        let (&byte, behind) = rest.split_first()?;
        *rest = behind;
        number |= u64::from(byte & 127) << shift;
        if byte < 128 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests;
