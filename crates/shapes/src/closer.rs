//! How fine lines must be in pictures of small areas.

use std::collections::HashMap;

use geo::{Coord, CoordsIter, LineString, Rect};

use crate::grid::DRAWING;
use crate::simplify::simplify;
use crate::{METRES_PER_DEGREE, Shape};

/// A line between districts may move by this share of a picture's side.
const LINE: f64 = 0.02;
/// The outline itself by this: it shows where somebody is, and nothing is decided by it.
const OUTLINE: f64 = 0.033;
/// How many steps wide or high an outline's picture is.
const GRID: f64 = 48.0;
/// Nothing moves less than this, in metres: no outline that we have is better.
const LEAST: f64 = 15.0;
/// A ring around less than this share of the whole area is not drawn.
const SPECK: f64 = 0.002;
/// Degrees in a cell for which the tolerance is kept.
const CELL: f64 = 0.01;

/// The smallest of the areas to be drawn around each place.
#[derive(Clone, Debug, Default)]
pub struct Closer {
    /// The tolerance in each cell, in metres.
    cells: HashMap<(i32, i32), f64>,
}

impl Closer {
    /// For pictures of these outlines.
    pub fn new<'a>(outlines: impl Iterator<Item = &'a Shape>) -> Closer {
        let mut closer = Closer::default();
        for outline in outlines {
            let (low, high) = (cell(outline.bounds.min()), cell(outline.bounds.max()));
            let metres = (side(&outline.bounds) * LINE).max(LEAST);
            for column in low.0 - 1..=high.0 + 1 {
                for row in low.1 - 1..=high.1 + 1 {
                    let known = closer.cells.entry((column, row)).or_insert(metres);
                    *known = known.min(metres);
                }
            }
        }
        closer
    }

    /// How far a line may move at a place, in metres; `None` where nothing is to be drawn.
    pub(crate) fn tolerance(&self, place: Coord) -> Option<f64> {
        self.cells.get(&cell(place)).copied()
    }
}

/// The rings of an outline as its own picture needs them. The largest is always among them.
pub(crate) fn rings(shape: &Shape) -> Vec<Vec<(i32, i32)>> {
    let metres = (side(&shape.bounds) * OUTLINE).max(LEAST);
    let side = shape.bounds.width().max(shape.bounds.height()) * f64::from(DRAWING);
    let length = (side / GRID).round().max(1.0) as i32;
    let snap = |degrees: f64| (degrees * f64::from(DRAWING) / f64::from(length)).round() as i32 * length;
    let rings = shape.area.iter().flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()));
    let mut sized: Vec<(f64, &LineString)> = rings.map(|ring| (area(ring), ring)).collect();
    let largest = sized.iter().map(|(area, _)| *area).fold(0.0, f64::max);
    sized.retain(|(area, _)| *area >= largest * SPECK && *area > 0.0);
    let simple = |ring: &LineString, metres: f64| {
        let kept = simplify(&ring.0, |_| metres).into_iter();
        let mut ring: Vec<(i32, i32)> = kept.map(|place| (snap(place.x), snap(place.y))).collect();
        ring.dedup();
        ring
    };
    let drawn: Vec<_> = sized.iter().map(|(_, ring)| simple(ring, metres)).filter(|ring| ring.len() > 3).collect();
    if !drawn.is_empty() {
        return drawn;
    }
    // A narrow one would be a line.
    let largest = sized.iter().max_by(|(one, _), (other, _)| one.total_cmp(other));
    largest.map(|(_, ring)| simple(ring, LEAST)).into_iter().collect()
}

/// Of a ring, in square degrees.
fn area(ring: &LineString) -> f64 {
    let pairs = ring.coords_iter().zip(ring.coords_iter().skip(1));
    pairs.map(|(one, next)| one.x * next.y - next.x * one.y).sum::<f64>().abs() / 2.0
}

/// In metres.
fn side(bounds: &Rect) -> f64 {
    let east = bounds.center().y.to_radians().cos();
    (bounds.width() * east).max(bounds.height()) * METRES_PER_DEGREE
}

fn cell(place: Coord) -> (i32, i32) {
    ((place.x / CELL).floor() as i32, (place.y / CELL).floor() as i32)
}
