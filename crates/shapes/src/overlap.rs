//! Which districts an outline is in: how wide each part is, and how many people live in it.

use geo::{BooleanOps, Buffer, Intersects};
use rayon::prelude::*;

use crate::{Plane, Shape};

/// People at a place: a centre of population of the Census, for instance.
#[derive(Clone, Copy, Debug)]
pub struct Resident {
    /// Degrees east.
    pub longitude: f64,
    /// Degrees north.
    pub latitude: f64,
    /// How many live there.
    pub people: u32,
    /// In which district, as a place in the list of districts.
    pub district: usize,
}

/// How wide a part is at its widest: across the largest circle that fits into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Width {
    /// Nowhere as wide as that number of metres. 0 where the outlines only touch.
    Under(u32),
    /// Somewhere at least as wide as all that were asked for.
    Wide,
}

/// What of an outline is in one district.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// The district, as a place in the list.
    pub district: usize,
    /// How many people live in both.
    pub people: u64,
    /// How wide it is.
    pub width: Width,
}

/// For each outline, its part in every district whose bounding box meets its own, in the order of the districts, or where
/// one of its residents lives. Parts of no width without residents are left out. `widths` are metres, the smallest first.
pub fn overlaps(outlines: &[&Shape], districts: &[&Shape], residents: &[Resident], widths: &[u32]) -> Vec<Vec<Part>> {
    outlines.par_iter().map(|outline| parts(outline, districts, residents, widths)).collect()
}

fn parts(outline: &Shape, districts: &[&Shape], residents: &[Resident], widths: &[u32]) -> Vec<Part> {
    let mut people = vec![0u64; districts.len()];
    for resident in residents.iter().filter(|resident| outline.holds(resident.longitude, resident.latitude)) {
        if let Some(people) = people.get_mut(resident.district) {
            *people += u64::from(resident.people);
        }
    }
    let plane = Plane::around(outline.bounds.center());
    let flat = plane.flatten(&outline.area);
    let part = |((district, shape), people): ((usize, &&Shape), u64)| {
        let near = shape.bounds.intersects(&outline.bounds);
        if !near && people == 0 {
            return None;
        }
        let common = flat.intersection(&plane.flatten(&shape.area));
        // A circle of that width fits exactly where something is left when half of it is taken off all around.
        let fits = |width: &u32| !common.0.is_empty() && !common.buffer(-f64::from(*width) / 2.0).0.is_empty();
        let width = match widths.iter().find(|width| !fits(width)) {
            Some(_) if common.0.is_empty() => Width::Under(0),
            Some(width) => Width::Under(*width),
            None => Width::Wide,
        };
        (width != Width::Under(0) || people > 0).then_some(Part { district, people, width })
    };
    districts.iter().enumerate().zip(people).filter_map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geojson;

    /// A rectangle in metres east and north of 40° N, 80° W.
    fn rectangle(west: f64, south: f64, east: f64, north: f64) -> Shape {
        let place =
            |x: f64, y: f64| format!("[{},{}]", -80.0 + x / 111_000.0 / 40f64.to_radians().cos(), 40.0 + y / 111_000.0);
        let ring = [place(west, south), place(east, south), place(east, north), place(west, north), place(west, south)];
        let text = format!(
            r#"{{"features":[{{"properties":{{"n":"x"}},"geometry":{{"type":"Polygon","coordinates":[[{}]]}}}}]}}"#,
            ring.join(",")
        );
        geojson(text.as_bytes(), "n").unwrap().remove(0).1
    }

    #[test]
    fn a_part_is_as_wide_as_the_circle_that_fits() {
        let outline = rectangle(0.0, 0.0, 5000.0, 1000.0);
        let here = |x: f64, people, district| Resident {
            longitude: -80.0 + x / 111_000.0 / 40f64.to_radians().cos(),
            latitude: 40.0 + 500.0 / 111_000.0,
            people,
            district,
        };
        for (what, west, expected) in [
            ("far away", 9000.0, None),
            ("a common line only", 5000.0, None),
            ("a sliver of 40 m", 4960.0, Some(Width::Under(50))),
            ("a strip of 60 m", 4940.0, Some(Width::Under(800))),
            ("a strip of 700 m", 4300.0, Some(Width::Under(800))),
            ("a strip of 900 m", 4100.0, Some(Width::Wide)),
            ("all of it", -100.0, Some(Width::Wide)),
        ] {
            let district = rectangle(west, -9000.0, 20_000.0, 9000.0);
            let found = overlaps(&[&outline], &[&district], &[], &[50, 800]);
            assert_eq!(found[0].first().map(|part| part.width), expected, "{what}");
        }
        // Residents count where the outline holds them, also for a district that only touches.
        let (near, far) = (rectangle(4960.0, -9000.0, 20_000.0, 9000.0), rectangle(9000.0, 0.0, 9100.0, 100.0));
        let residents = [here(4980.0, 7, 0), here(100.0, 5, 0), here(6000.0, 90, 0), here(200.0, 3, 1)];
        let found = overlaps(&[&outline], &[&near, &far], &residents, &[50, 800]);
        let shown: Vec<_> = found[0].iter().map(|part| (part.district, part.people, part.width)).collect();
        assert_eq!(shown, [(0, 12, Width::Under(50)), (1, 3, Width::Under(0))]);
    }
}
