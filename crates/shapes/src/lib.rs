//! Outlines on the map: reads them and measures how they overlap. A package of its own so that it is optimised in every
//! build. It reads bytes that it is given; it never does any I/O.

mod atlas;
mod close_ups;
mod closer;
mod grid;
mod overlap;
mod read;
mod simplify;

use geo::{BoundingRect, Contains, Coord, CoordsIter, Distance, Euclidean, MapCoords, MultiPolygon, Point, Rect};

pub use atlas::{Atlas, LOOKUP};
pub use close_ups::{CloseUps, Town};
pub use closer::Closer;
pub use grid::DRAWING;
pub use overlap::{Part, Resident, Width, overlaps};
pub use read::{ShapeFault, geojson, topojson};
pub use simplify::Crowd;

/// Metres in a degree of latitude, and in a degree of longitude at the equator. Good to 1 in 200, which is all that
/// comparing widths needs.
const METRES_PER_DEGREE: f64 = 111_000.0;

/// An outline in degrees, with holes and islands.
#[derive(Clone, Debug)]
pub struct Shape {
    area: MultiPolygon,
    // Private: it is the box around `area`.
    bounds: Rect,
}

impl Shape {
    fn new(area: MultiPolygon) -> Option<Shape> {
        let bounds = area.bounding_rect()?;
        Some(Shape { area, bounds })
    }

    /// Whether a place is in it.
    pub fn holds(&self, longitude: f64, latitude: f64) -> bool {
        let point = Point::new(longitude, latitude);
        self.bounds.contains(&point) && self.area.contains(&point)
    }

    /// Whether a place is in the box around it, made larger by a share of its longer side on every side.
    pub fn is_within(&self, share: f64, longitude: f64, latitude: f64) -> bool {
        let (low, high) = (self.bounds.min(), self.bounds.max());
        let east = self.bounds.center().y.to_radians().cos().max(0.01);
        let more = (self.bounds.width() * east).max(self.bounds.height()) * share;
        (low.x - more / east..=high.x + more / east).contains(&longitude)
            && (low.y - more..=high.y + more).contains(&latitude)
    }

    /// Every corner of it: degrees east and north.
    pub fn corners(&self) -> impl Iterator<Item = (f64, f64)> {
        self.area.coords_iter().map(|corner| (corner.x, corner.y))
    }

    /// How far a place is from it, in metres; 0 within it.
    pub fn metres_to(&self, longitude: f64, latitude: f64) -> f64 {
        let flat = Plane::around(Coord { x: longitude, y: latitude });
        Euclidean.distance(&flat.flatten(&self.area), &Point::new(0.0, 0.0))
    }
}

/// A flat map in metres, true near its centre.
struct Plane {
    centre: Coord,
    metres: Coord,
}

impl Plane {
    fn around(centre: Coord) -> Plane {
        let metres = Coord { x: METRES_PER_DEGREE * centre.y.to_radians().cos(), y: METRES_PER_DEGREE };
        Plane { centre, metres }
    }

    fn flatten(&self, area: &MultiPolygon) -> MultiPolygon {
        area.map_coords(|place| Coord {
            x: (place.x - self.centre.x) * self.metres.x,
            y: (place.y - self.centre.y) * self.metres.y,
        })
    }
}
