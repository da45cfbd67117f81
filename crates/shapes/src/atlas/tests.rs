use super::*;

/// Two squares of a tenth of a degree beside each other at 40° N, and an island with nobody on it.
fn squares() -> Vec<u8> {
    br#"{"type":"Topology","arcs":[
        [[-80,40],[-80,40.1]],
        [[-80,40.1],[-80.1,40.1],[-80.1,40],[-80,40]],
        [[-80,40],[-79.95,40.0001],[-79.9,40],[-79.9,40.1],[-80,40.1]],
        [[-85,40],[-84.99,40],[-84.99,40.01],[-85,40.01],[-85,40]]],
        "objects":{"x":{"geometries":[
            {"type":"MultiPolygon","arcs":[[[0,1]],[[3]]],"properties":{"id":"1"}},
            {"type":"Polygon","arcs":[[-1,2]],"properties":{"id":"2"}},
            {"type":"Polygon","arcs":[[3]],"properties":{"id":"water"}}]}}}"#
        .to_vec()
}

fn atlas() -> Atlas {
    let crowd = Crowd::new([(-80.0, 40.05, 100_000), (-79.95, 40.0, 100_000)]);
    Atlas::simplified(&squares(), "id", |id| (id != "water").then(|| format!("XX-{id}")), &crowd).unwrap()
}

#[test]
fn a_place_has_the_outline_around_it_and_those_near_by() {
    let atlas = atlas();
    let metres = |east: f64| -80.0 + east / METRES_PER_DEGREE / 40f64.to_radians().cos();
    for (what, longitude, latitude, expected) in [
        ("in the west", metres(-4000.0), 40.05, "XX-1"),
        ("in the east", metres(4000.0), 40.05, "XX-2"),
        ("250 m west of the line", metres(-250.0), 40.05, "XX-1"),
        ("150 m west of the line", metres(-150.0), 40.05, "XX-1 XX-2"),
        ("150 m east of the line", metres(150.0), 40.05, "XX-2 XX-1"),
        ("250 m east of the line", metres(250.0), 40.05, "XX-2"),
        ("off the coast", metres(3000.0), 40.105, "XX-2"),
        ("far off the coast", metres(3000.0), 40.12, ""),
        ("on the other side of the world", 100.0, -40.0, ""),
        ("at a pole", 0.0, 90.0, ""),
        ("nowhere", f64::NAN, f64::NAN, ""),
    ] {
        assert_eq!(atlas.at(longitude, latitude).join(" "), expected, "{what}");
    }
}

#[test]
fn what_nobody_needs_is_left_out() {
    let atlas = atlas();
    assert_eq!(atlas.names().collect::<Vec<_>>(), ["XX-1", "XX-2"]);
    // 11 m aside is nothing; the island has nobody, and the third outline no name.
    assert_eq!(atlas.lines.iter().map(Vec::len).collect::<Vec<_>>(), [2, 4, 4]);
    assert!(atlas.at(-84.995, 40.005).is_empty());
    // An outline that is nothing but an empty island stays.
    let text = br#"{"arcs":[[[-85,40],[-84.99,40],[-84.99,40.01],[-85,40.01],[-85,40]]],
        "objects":{"x":{"geometries":[{"type":"Polygon","arcs":[[0]],"properties":{"id":"1"}}]}}}"#;
    let lonely = Atlas::simplified(text, "id", |id| Some(id.to_owned()), &Crowd::default()).unwrap();
    assert_eq!(lonely.names().count(), 1);
}

#[test]
fn both_forms_come_back() {
    let atlas = atlas();
    assert_eq!(Atlas::from_topojson(atlas.to_topojson().as_bytes(), LOOKUP).unwrap(), atlas);
    assert_eq!(Atlas::from_bytes(&atlas.to_bytes(), LOOKUP), Some(atlas));
}

#[test]
fn other_bytes_are_no_atlas() {
    let good = atlas().to_bytes();
    for length in 0..good.len() {
        assert_eq!(Atlas::from_bytes(&good[..length], LOOKUP), None, "{length}");
    }
    assert_eq!(Atlas::from_bytes(&[&good[..], &[0]].concat(), LOOKUP), None);
    for (at, byte) in good.iter().enumerate() {
        for other in [0, 1, 127, 128, 255, !byte] {
            let mut changed = good.clone();
            changed[at] = other;
            // No panic, and no endless work.
            let _ = Atlas::from_bytes(&changed, LOOKUP).map(|atlas| atlas.at(-80.0, 40.05).len());
        }
    }
}
