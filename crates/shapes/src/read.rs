//! Reads outlines from TopoJSON (<https://github.com/topojson/topojson-specification>) and GeoJSON (RFC 7946).

use std::collections::BTreeMap;
use std::fmt;

use geo::{Coord, LineString, MultiPolygon, Polygon};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::Shape;

/// Why a file gives no outlines.
#[derive(Debug)]
pub enum ShapeFault {
    /// It is not JSON of the expected form.
    Form(serde_json::Error),
    /// An outline lacks the property that names it; which outline, counted from 1.
    Unnamed(usize),
    /// An outline is empty or uses an arc that is not there; its name.
    Broken(String),
    /// There are no outlines in it.
    Empty,
}

impl fmt::Display for ShapeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ShapeFault::Form(error) => error.fmt(f),
            ShapeFault::Unnamed(at) => write!(f, "outline {at} has no name"),
            ShapeFault::Broken(name) => write!(f, "the outline of {name} is empty or incomplete"),
            ShapeFault::Empty => f.write_str("no outlines"),
        }
    }
}

impl std::error::Error for ShapeFault {}

#[derive(Deserialize)]
struct Topology {
    transform: Option<Transform>,
    arcs: Vec<Vec<[f64; 2]>>,
    objects: BTreeMap<String, Collection>,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<ArcGeometry>,
}

#[derive(Deserialize)]
struct ArcGeometry {
    properties: Properties,
    #[serde(flatten)]
    arcs: Arcs,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Arcs {
    Polygon(Vec<Vec<i64>>),
    MultiPolygon(Vec<Vec<Vec<i64>>>),
}

type Properties = BTreeMap<String, serde_json::Value>;

#[derive(Deserialize)]
struct Features {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    properties: Properties,
    geometry: Geometry,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    Polygon(Vec<Vec<[f64; 2]>>),
    MultiPolygon(Vec<Vec<Vec<[f64; 2]>>>),
}

/// The numbers of the lines around an outline, one after another; a negative one is the complement of a line that runs
/// backwards.
pub(crate) type Ring = Vec<i64>;

/// The lines that outlines share, by their number.
pub(crate) type Lines = Vec<Vec<Coord>>;

/// An outline's name and rings.
pub(crate) type Outline = (String, Vec<Ring>);

/// The lines of a TopoJSON file, and the rings of every outline with its property `name`.
pub(crate) fn rings(bytes: &[u8], name: &str) -> Result<(Lines, Vec<Outline>), ShapeFault> {
    let topology: Topology = json(bytes)?;
    let lines = lines(&topology);
    let geometries = topology.objects.into_values().flat_map(|object| object.geometries);
    let outlines = geometries.enumerate().map(|(at, geometry)| {
        let id = geometry.properties.get(name).and_then(|value| value.as_str()).ok_or(ShapeFault::Unnamed(at + 1))?;
        let rings: Vec<Ring> = match geometry.arcs {
            Arcs::Polygon(rings) => rings,
            Arcs::MultiPolygon(polygons) => polygons.into_iter().flatten().collect(),
        };
        let is_there = |number: &i64| {
            let at = usize::try_from(if *number < 0 { !*number } else { *number });
            at.is_ok_and(|at| at < lines.len())
        };
        let whole = !rings.is_empty() && rings.iter().all(|ring| !ring.is_empty() && ring.iter().all(is_there));
        if whole { Ok((id.to_owned(), rings)) } else { Err(ShapeFault::Broken(id.to_owned())) }
    });
    let outlines = outlines.collect::<Result<Vec<_>, _>>()?;
    if outlines.is_empty() { Err(ShapeFault::Empty) } else { Ok((lines, outlines)) }
}

fn lines(topology: &Topology) -> Lines {
    match &topology.transform {
        Some(transform) => topology.arcs.iter().map(|arc| placed(arc, transform)).collect(),
        None => topology.arcs.iter().map(|arc| coords(arc)).collect(),
    }
}

/// The outlines of every object of a TopoJSON file, with the property `name` of each.
pub fn topojson(bytes: &[u8], name: &str) -> Result<Vec<(String, Shape)>, ShapeFault> {
    let topology: Topology = json(bytes)?;
    let arcs = lines(&topology);
    let geometries = topology.objects.into_values().flat_map(|object| object.geometries);
    let outlines = geometries.map(|geometry| {
        let polygons = match geometry.arcs {
            Arcs::Polygon(rings) => vec![rings],
            Arcs::MultiPolygon(polygons) => polygons,
        };
        let polygons = polygons.iter().map(|rings| polygon(rings.iter().map(|ring| joined(ring, &arcs))));
        (geometry.properties, polygons.collect::<Option<Vec<_>>>())
    });
    named(outlines, name)
}

/// The outlines of a GeoJSON feature collection, with the property `name` of each.
pub fn geojson(bytes: &[u8], name: &str) -> Result<Vec<(String, Shape)>, ShapeFault> {
    let features: Features = json(bytes)?;
    let outlines = features.features.into_iter().map(|feature| {
        let polygons = match feature.geometry {
            Geometry::Polygon(rings) => vec![rings],
            Geometry::MultiPolygon(polygons) => polygons,
        };
        let polygons = polygons.iter().map(|rings| polygon(rings.iter().map(|ring| Some(LineString(coords(ring))))));
        (feature.properties, polygons.collect::<Option<Vec<_>>>())
    });
    named(outlines, name)
}

fn json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, ShapeFault> {
    serde_json::from_slice(bytes).map_err(ShapeFault::Form)
}

fn named(
    outlines: impl Iterator<Item = (Properties, Option<Vec<Polygon>>)>,
    name: &str,
) -> Result<Vec<(String, Shape)>, ShapeFault> {
    let shapes = outlines.enumerate().map(|(at, (properties, polygons))| {
        let name = properties.get(name).and_then(|value| value.as_str()).ok_or(ShapeFault::Unnamed(at + 1))?;
        let shape = polygons.and_then(|polygons| Shape::new(MultiPolygon(polygons)));
        Ok((name.to_owned(), shape.ok_or_else(|| ShapeFault::Broken(name.to_owned()))?))
    });
    let shapes = shapes.collect::<Result<Vec<_>, _>>()?;
    if shapes.is_empty() { Err(ShapeFault::Empty) } else { Ok(shapes) }
}

/// The first ring is the outer one, the others are holes.
fn polygon(mut rings: impl Iterator<Item = Option<LineString>>) -> Option<Polygon> {
    let outer = rings.next()??;
    if outer.0.len() < 4 {
        return None;
    }
    Some(Polygon::new(outer, rings.collect::<Option<Vec<_>>>()?))
}

fn coords(line: &[[f64; 2]]) -> Vec<Coord> {
    line.iter().map(|&[x, y]| Coord { x, y }).collect()
}

/// A quantised arc: whole steps, each from the one before.
fn placed(arc: &[[f64; 2]], transform: &Transform) -> Vec<Coord> {
    let ([scale_x, scale_y], [from_x, from_y]) = (transform.scale, transform.translate);
    let (mut x, mut y) = (0.0, 0.0);
    let step = |&[right, up]: &[f64; 2]| {
        x += right;
        y += up;
        Coord { x: x * scale_x + from_x, y: y * scale_y + from_y }
    };
    arc.iter().map(step).collect()
}

/// Arcs one after another; a negative number is the arc with that complement, backwards.
fn joined(ring: &[i64], arcs: &[Vec<Coord>]) -> Option<LineString> {
    let mut line: Vec<Coord> = Vec::new();
    for &number in ring {
        let arc = arcs.get(usize::try_from(if number < 0 { !number } else { number }).ok()?)?;
        let joint = usize::from(!line.is_empty());
        if number < 0 { line.extend(arc.iter().rev().skip(joint)) } else { line.extend(arc.iter().skip(joint)) }
    }
    Some(LineString(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_give_the_same_square() {
        let topology = br#"{"type":"Topology","transform":{"scale":[0.5,0.5],"translate":[-70,40]},
            "arcs":[[[0,0],[4,0],[0,4]],[[0,0],[0,4],[4,0]]],
            "objects":{"x":{"type":"GeometryCollection","geometries":[
                {"type":"Polygon","arcs":[[0,-2]],"properties":{"GEOID":"5000"}}]}}}"#;
        let features = br#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"GEOID":"5000"},
            "geometry":{"type":"Polygon","coordinates":[[[-70,40],[-68,40],[-68,42],[-70,42],[-70,40]]]}}]}"#;
        for shapes in [topojson(topology, "GEOID"), geojson(features, "GEOID")] {
            let shapes = shapes.unwrap();
            let [(name, shape)] = shapes.as_slice() else { panic!("{shapes:?}") };
            assert_eq!(name, "5000");
            assert!(shape.holds(-69.0, 41.0) && !shape.holds(-67.0, 41.0) && !shape.holds(-69.0, 43.0));
            assert_eq!(shape.metres_to(-69.0, 41.0), 0.0);
            assert!((shape.metres_to(-69.0, 43.0) / 111_000.0 - 1.0).abs() < 0.01);
        }
    }

    #[test]
    fn what_is_no_outline_is_a_fault() {
        let feature = |properties: &str, geometry: &str| {
            format!(r#"{{"features":[{{"properties":{{{properties}}},"geometry":{geometry}}}]}}"#)
        };
        let square = r#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#;
        for (text, expected) in [
            ("<!doctype html>".to_owned(), "expected value"),
            (r#"{"features":[]}"#.to_owned(), "no outlines"),
            (feature("", square), "outline 1 has no name"),
            (feature(r#""zip":5401"#, square), "outline 1 has no name"),
            (feature(r#""zip":"05401""#, r#"{"type":"Polygon","coordinates":[]}"#), "05401 is empty"),
            (feature(r#""zip":"05401""#, r#"{"type":"Polygon","coordinates":[[[0,0],[1,0]]]}"#), "05401 is empty"),
            (feature(r#""zip":"05401""#, r#"{"type":"MultiPolygon","coordinates":[]}"#), "05401 is empty"),
            (feature(r#""zip":"05401""#, r#"{"type":"Point","coordinates":[0,0]}"#), "unknown variant"),
        ] {
            let fault = geojson(text.as_bytes(), "zip").unwrap_err().to_string();
            assert!(fault.contains(expected), "{text}: {fault}");
        }
        let missing_arc = br#"{"arcs":[],"objects":{"x":{"geometries":[{"type":"Polygon","arcs":[[7]],"properties":{"GEOID":"5000"}}]}}}"#;
        assert!(matches!(topojson(missing_arc, "GEOID"), Err(ShapeFault::Broken(_))));
    }
}
