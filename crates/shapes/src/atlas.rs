//! Outlines small enough to send to a visitor, and which of them a place is in.
//!
//! Neighbours share their lines, so nothing falls between them. The bytes are numbers of seven bits each, the low ones
//! first, with the eighth bit set on all but the last; a signed number is doubled, and a negative one is `-2n - 1`. They hold,
//! without gaps: how many lines there are, how many points each has, and how many steps each moves at once; the points' moves
//! east from one to the next, through all lines, then their moves north, each line starting from the last whole move before it; the length of all names, and the names, with spaces between
//! them; of each name, how many rings it has, of each ring, how many lines, and of each line, how far its number is from the
//! one before, doubled, plus 1 if it runs backwards. `assets/locate.js` reads them too.
//!
//! How many steps there are in a degree is not among them: whoever reads them knows what they are for, [`LOOKUP`] or
//! [`DRAWING`].

use std::collections::BTreeMap;
use std::fmt::Write as _;

use geo::Coord;
use rayon::prelude::*;

use crate::closer::{self, Closer};
use crate::grid::{DRAWING, squared_distance};
use crate::read::{Lines, Outline, Ring, ShapeFault, rings};
use crate::simplify::{Crowd, simplify};
use crate::{METRES_PER_DEGREE, Shape};

/// Steps in a degree for looking places up: 54 m from north to south.
pub const LOOKUP: u32 = 2048;
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
    /// In a degree.
    steps: u32,
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
        Atlas::of_lines(rings(topojson, property)?, name, crowd, None)
    }

    /// The same with lines fine enough to be drawn, as `closer` asks for it.
    pub fn drawn(
        topojson: &[u8],
        property: &str,
        name: impl Fn(&str) -> Option<String>,
        crowd: &Crowd,
        closer: &Closer,
    ) -> Result<Atlas, ShapeFault> {
        Atlas::of_lines(rings(topojson, property)?, name, crowd, Some(closer))
    }

    /// Outlines to be drawn, each by itself and no finer than its own picture shows it.
    pub fn of_shapes<'a>(shapes: impl Iterator<Item = (String, &'a Shape)>) -> Atlas {
        let mut atlas = Atlas { steps: DRAWING, lines: Vec::new(), areas: Vec::new() };
        for (name, shape) in shapes {
            let mut rings = Vec::new();
            for ring in closer::rings(shape) {
                rings.push(vec![atlas.lines.len() as i64]);
                atlas.lines.push(ring);
            }
            atlas.areas.push(Area { name, rings, bounds: [0; 4] });
        }
        atlas.bounded()
    }

    fn of_lines(
        (lines, outlines): (Lines, Vec<Outline>),
        name: impl Fn(&str) -> Option<String>,
        crowd: &Crowd,
        closer: Option<&Closer>,
    ) -> Result<Atlas, ShapeFault> {
        let steps = if closer.is_some() { DRAWING } else { LOOKUP };
        let mut uses = vec![0u8; lines.len()];
        for number in outlines.iter().flat_map(|(_, rings)| rings.iter().flatten()) {
            if let Some(uses) = uses.get_mut(line_of(*number)) {
                *uses = uses.saturating_add(1);
            }
        }
        let small = lines.iter().zip(&uses).map(|(line, uses)| {
            let tolerance = |place: &Coord| {
                let metres = crowd.tolerance(*place, *uses < 2);
                closer.and_then(|closer| closer.tolerance(*place)).map_or(metres, |closer| closer.min(metres))
            };
            let mut line: Vec<Place> =
                simplify(line, tolerance).into_iter().map(|place| on_grid(place, steps)).collect();
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
                points.len() < 4 || owned && lonely && square_kilometres(points, steps) < ISLET
            }
            _ => false,
        };
        let mut atlas = Atlas { steps, lines: Vec::new(), areas: Vec::new() };
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
    pub fn from_topojson(text: &[u8], steps: u32) -> Result<Atlas, ShapeFault> {
        Atlas::from_topojson_by(text, steps, "name")
    }

    /// Reads TopoJSON whose outlines are named by a property, such as what [`Atlas::to_topojson_by`] wrote.
    pub fn from_topojson_by(text: &[u8], steps: u32, property: &str) -> Result<Atlas, ShapeFault> {
        let (lines, outlines) = rings(text, property)?;
        let on_grid = |place| on_grid(place, steps);
        let lines = lines.into_iter().map(|line| line.into_iter().map(on_grid).collect()).collect();
        let area = |(name, rings)| Area { name, rings, bounds: [0; 4] };
        Ok(Atlas { steps, lines, areas: outlines.into_iter().map(area).collect() }.bounded())
    }

    /// TopoJSON, a line of text for each line on the map.
    pub fn to_topojson(&self) -> String {
        self.to_topojson_by("name")
    }

    /// The same, with the names of the outlines in this property.
    pub fn to_topojson_by(&self, property: &str) -> String {
        let mut text = format!(
            "{{\"type\":\"Topology\",\"transform\":{{\"scale\":[{0},{0}],\"translate\":[0,0]}},\"arcs\":[\n",
            1.0 / f64::from(self.steps)
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
                "{{\"type\":\"MultiPolygon\",\"properties\":{{\"{property}\":\"{}\"}},\"arcs\":[{}]}}{end}",
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
        let moves: Vec<i32> = self.lines.iter().map(|line| longest_move(line)).collect();
        moves.iter().for_each(|length| push(&mut bytes, *length as usize));
        for axis in [|place: &Place| place.0, |place: &Place| place.1] {
            let mut before = 0i32;
            for (line, length) in self.lines.iter().zip(&moves) {
                for place in line {
                    push_signed(&mut bytes, i64::from(axis(place) / length - before.div_euclid(*length)));
                    before = axis(place);
                }
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
    pub fn from_bytes(bytes: &[u8], steps: u32) -> Option<Atlas> {
        let mut rest = bytes;
        let rest = &mut rest;
        let count = number(rest)?;
        let lengths = (0..count).map(|_| number(rest)).collect::<Option<Vec<u64>>>()?;
        let moves = lengths.iter().map(|_| number(rest)).collect::<Option<Vec<u64>>>()?;
        let mut axis = || {
            let mut at = 0i64;
            let mut places: Vec<i32> = Vec::new();
            for (points, length) in lengths.iter().zip(&moves) {
                let length = i64::try_from(*length).ok().filter(|length| *length > 0)?;
                for _ in 0..*points {
                    at = at.div_euclid(length).checked_add(signed(number(rest)?))?.checked_mul(length)?;
                    places.push(i32::try_from(at).ok()?);
                }
            }
            Some(places)
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
        rest.is_empty().then(|| Atlas { steps, lines, areas }.bounded())
    }

    /// The names of all outlines, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.areas.iter().map(|area| area.name.as_str())
    }

    /// The names of the outlines in which a place may lie: the one around it first, then those of which a line is near, the
    /// nearest first. Empty for a place that is far outside all of them.
    pub fn at(&self, longitude: f64, latitude: f64) -> Vec<&str> {
        let (east, steps) = (METRES_PER_DEGREE * latitude.to_radians().cos(), f64::from(self.steps));
        let mut near: Vec<(f64, &str)> = Vec::new();
        for area in &self.areas {
            if !self.may_be_near(area, longitude, latitude, east) {
                continue;
            }
            let (mut inside, mut nearest) = (false, f64::INFINITY);
            for ring in &area.rings {
                let mut before: Option<(f64, f64)> = None;
                for place in self.places(ring) {
                    let x = (f64::from(place.0) / steps - longitude) * east;
                    let y = (f64::from(place.1) / steps - latitude) * METRES_PER_DEGREE;
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

    /// Whether a place is in the outline of that name.
    pub fn holds(&self, name: &str, longitude: f64, latitude: f64) -> bool {
        let degrees = |place: &Place| (f64::from(place.0), f64::from(place.1));
        let steps = f64::from(self.steps);
        let mut inside = false;
        for ring in self.areas.iter().filter(|area| area.name == name).flat_map(|area| &area.rings) {
            let mut before: Option<(f64, f64)> = None;
            for (x, y) in self.places(ring).map(degrees).map(|(x, y)| (x / steps, y / steps)) {
                if let Some((x0, y0)) = before
                    && (y0 > latitude) != (y > latitude)
                    && longitude < x0 + (latitude - y0) * (x - x0) / (y - y0)
                {
                    inside = !inside;
                }
                before = Some((x, y));
            }
        }
        inside
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

impl Atlas {
    fn may_be_near(&self, area: &Area, longitude: f64, latitude: f64, east: f64) -> bool {
        let [west, south, right, north] = area.bounds.map(|bound| f64::from(bound) / f64::from(self.steps));
        let (wide, high) = (OUTSIDE / east.max(1.0), OUTSIDE / METRES_PER_DEGREE);
        (west - wide..=right + wide).contains(&longitude) && (south - high..=north + high).contains(&latitude)
    }
}

fn square_kilometres(ring: &[Place], steps: u32) -> f64 {
    let steps = f64::from(steps);
    let twice: f64 = ring
        .iter()
        .zip(ring.iter().skip(1))
        .map(|(one, next)| f64::from(one.0) * f64::from(next.1) - f64::from(next.0) * f64::from(one.1))
        .sum();
    let latitude = ring.first().map_or(0.0, |place| f64::from(place.1) / steps);
    let side = METRES_PER_DEGREE / steps / 1000.0;
    (twice / 2.0).abs() * side * side * latitude.to_radians().cos()
}

/// The largest number of steps of which every point of a line is a multiple; 1 for a line through the origin.
fn longest_move(line: &[Place]) -> i32 {
    let common = line.iter().flat_map(|place| [place.0, place.1]).fold(0, |one: i32, other| {
        let (mut one, mut other) = (one.unsigned_abs(), other.unsigned_abs());
        while other > 0 {
            (one, other) = (other, one % other);
        }
        i32::try_from(one).unwrap_or(1)
    });
    common.max(1)
}

fn on_grid(place: Coord, steps: u32) -> Place {
    let on_axis = |degrees: f64| (degrees * f64::from(steps)).round() as i32;
    (on_axis(place.x), on_axis(place.y))
}

/// The number of a line, whichever way it runs.
fn line_of(number: i64) -> usize {
    (if number < 0 { !number } else { number }) as usize
}

fn zigzag(number: i64) -> u64 {
    (number << 1 ^ number >> 63) as u64
}

pub(crate) fn signed(number: u64) -> i64 {
    (number >> 1) as i64 ^ -((number & 1) as i64)
}

pub(crate) fn push(bytes: &mut Vec<u8>, mut number: usize) {
    while number > 127 {
        bytes.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    bytes.push(number as u8);
}

pub(crate) fn push_signed(bytes: &mut Vec<u8>, number: i64) {
    push(bytes, zigzag(number) as usize);
}

pub(crate) fn number(rest: &mut &[u8]) -> Option<u64> {
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
