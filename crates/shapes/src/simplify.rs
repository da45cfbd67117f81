//! Makes lines rougher where it matters to nobody: after Douglas and Peucker, with a tolerance that goes by how many people
//! live around each point.

use std::collections::HashMap;

use geo::Coord;

use crate::METRES_PER_DEGREE;

/// How far a line may move, in metres, for each root of people per square kilometre.
const TOLERANCE: f64 = 3000.0;
/// In the densest places it moves no less than this, in metres.
const LEAST: f64 = 80.0;
/// Where nobody lives it moves no more than this, in metres.
const MOST: f64 = 3000.0;
/// Coasts and borders, on whose other side nobody votes, may move so much further.
const COAST: f64 = 2.0;
/// Degrees in a cell in which people are counted.
const CELL: f64 = 0.02;

/// Where people live.
#[derive(Clone, Debug, Default)]
pub struct Crowd {
    cells: HashMap<(i32, i32), u64>,
}

impl Crowd {
    /// Counts people by where they live: degrees east, degrees north, how many.
    pub fn new(people: impl IntoIterator<Item = (f64, f64, u32)>) -> Crowd {
        let mut crowd = Crowd::default();
        for (longitude, latitude, people) in people {
            *crowd.cells.entry(cell(longitude, latitude)).or_default() += u64::from(people);
        }
        crowd
    }

    /// People per square kilometre in the cells around a place.
    fn density(&self, place: Coord) -> f64 {
        let (x, y) = cell(place.x, place.y);
        let around = (x - 1..=x + 1).flat_map(|x| (y - 1..=y + 1).map(move |y| (x, y)));
        let people: u64 = around.filter_map(|cell| self.cells.get(&cell)).sum();
        let side = 3.0 * CELL * METRES_PER_DEGREE / 1000.0;
        people as f64 / (side * side * place.y.to_radians().cos().max(0.01))
    }

    /// How far a line may move at a place, in metres.
    pub(crate) fn tolerance(&self, place: Coord, coast: bool) -> f64 {
        let metres = (TOLERANCE / (self.density(place) + 1.0).sqrt()).clamp(LEAST, MOST);
        if coast { metres * COAST } else { metres }
    }

    /// Whether next to nobody lives around a place.
    pub(crate) fn is_empty_at(&self, place: Coord) -> bool {
        self.density(place) < 5.0
    }
}

fn cell(longitude: f64, latitude: f64) -> (i32, i32) {
    ((longitude / CELL).floor() as i32, (latitude / CELL).floor() as i32)
}

/// The points of a line that must stay, if it may move so many metres at each. Its ends stay, so that lines still meet.
pub(crate) fn simplify(line: &[Coord], tolerance: impl Fn(&Coord) -> f64) -> Vec<Coord> {
    let Some(first) = line.first() else { return Vec::new() };
    let east = METRES_PER_DEGREE * first.y.to_radians().cos();
    let flat: Vec<(f64, f64)> = line.iter().map(|place| (place.x * east, place.y * METRES_PER_DEGREE)).collect();
    let tolerances: Vec<f64> = line.iter().map(tolerance).collect();
    let last = line.len() - 1;
    let mut stays = vec![false; line.len()];
    let mut open = vec![(0, last)];
    // A ring has no line from end to end: its farthest point parts it.
    if last > 2 && line.first() == line.last() {
        let farthest = flat.iter().enumerate().max_by(|(_, one), (_, other)| {
            let away = |place: &&(f64, f64)| flat.first().map_or(0.0, |start| length(**place, *start));
            away(one).total_cmp(&away(other))
        });
        if let Some((middle, _)) = farthest {
            open = vec![(0, middle), (middle, last)];
        }
    }
    while let Some((from, to)) = open.pop() {
        let ends = flat.get(from).zip(flat.get(to));
        let mut worst = (1.0, None);
        for at in from + 1..to {
            if let (Some((start, end)), Some(place), Some(tolerance)) = (ends, flat.get(at), tolerances.get(at)) {
                let moved = distance(*place, *start, *end) / tolerance;
                if moved > worst.0 {
                    worst = (moved, Some(at));
                }
            }
        }
        match worst.1 {
            Some(at) => open.extend([(from, at), (at, to)]),
            None => [from, to].into_iter().for_each(|at| {
                if let Some(stays) = stays.get_mut(at) {
                    *stays = true;
                }
            }),
        }
    }
    line.iter().zip(stays).filter(|(_, stays)| *stays).map(|(place, _)| *place).collect()
}

fn length(one: (f64, f64), other: (f64, f64)) -> f64 {
    (one.0 - other.0).hypot(one.1 - other.1)
}

fn distance(place: (f64, f64), start: (f64, f64), end: (f64, f64)) -> f64 {
    let (dx, dy) = (end.0 - start.0, end.1 - start.1);
    let squared = dx * dx + dy * dy;
    let along = ((place.0 - start.0) * dx + (place.1 - start.1) * dy) / if squared > 0.0 { squared } else { 1.0 };
    let along = along.clamp(0.0, 1.0);
    length(place, (start.0 + along * dx, start.1 + along * dy))
}
