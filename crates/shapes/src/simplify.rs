//! Makes lines rougher where it matters to nobody: after Douglas and Peucker, with a tolerance that goes by how many people
//! live around each point.

use std::collections::HashMap;

use geo::Coord;

use crate::METRES_PER_DEGREE;
use crate::grid::squared_distance;

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
    // Metres in a degree of longitude at each point: a line may run to the pole, where they are none.
    let east: Vec<f64> = line.iter().map(|place| METRES_PER_DEGREE * place.y.to_radians().cos()).collect();
    let tolerances: Vec<f64> = line.iter().map(tolerance).collect();
    let Some(last) = line.len().checked_sub(1) else { return Vec::new() };
    let mut stays = vec![false; line.len()];
    let mut open = vec![(0, last)];
    // A ring has no line from end to end: its farthest point parts it.
    if last > 2 && line.first() == line.last() {
        let away =
            |(place, east): (&Coord, &f64)| line.first().map_or(0.0, |start| distance(*place, *east, *start, *start));
        let farthest = line.iter().zip(&east).map(away).enumerate().max_by(|(_, one), (_, other)| one.total_cmp(other));
        if let Some((middle, _)) = farthest {
            open = vec![(0, middle), (middle, last)];
        }
    }
    while let Some((from, to)) = open.pop() {
        let ends = line.get(from).zip(line.get(to));
        let mut worst = (1.0, None);
        for at in from + 1..to {
            let place = line.get(at).zip(east.get(at)).zip(tolerances.get(at));
            if let (Some((start, end)), Some(((place, east), tolerance))) = (ends, place) {
                let moved = distance(*place, *east, *start, *end) / tolerance;
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

/// How far a place is from a line between two others, in metres. `east` is how many there are in a degree of longitude at the
/// place.
fn distance(place: Coord, east: f64, start: Coord, end: Coord) -> f64 {
    let flat = |other: Coord| ((other.x - place.x) * east, (other.y - place.y) * METRES_PER_DEGREE);
    let ((x0, y0), (x, y)) = (flat(start), flat(end));
    squared_distance(x0, y0, x, y).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_begins_at_the_pole_keeps_its_bends() {
        let line = |points: &[(f64, f64)]| points.iter().map(|&(x, y)| Coord { x, y }).collect::<Vec<_>>();
        for (what, points, kept) in [
            ("a bend of 700 km", &[(-129.0, 90.0), (-60.0, 75.0), (-64.0, 60.0)][..], 3),
            ("the same from the other end", &[(-64.0, 60.0), (-60.0, 75.0), (-129.0, 90.0)], 3),
            ("a ring around the pole's side", &[(-129.0, 90.0), (-60.0, 75.0), (-64.0, 60.0), (-129.0, 90.0)], 4),
            ("all at the pole", &[(-129.0, 90.0), (-60.0, 90.0), (10.0, 90.0)], 2),
            ("10 m aside", &[(-64.0, 60.0), (-64.0001, 61.0), (-64.0, 62.0)], 2),
            ("nothing", &[], 0),
            ("one point", &[(-64.0, 60.0)], 1),
        ] {
            assert_eq!(simplify(&line(points), |_| 3000.0).len(), kept, "{what}");
        }
    }
}
