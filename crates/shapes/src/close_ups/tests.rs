use super::*;
use crate::{Closer, Crowd, geojson};

/// Two districts of a tenth of a degree beside each other, and a ZIP code that is in both.
fn close_ups() -> CloseUps {
    let districts = br#"{"arcs":[[[-80,40],[-80,40.1]],[[-80,40.1],[-80.1,40.1],[-80.1,40],[-80,40]],[[-80,40],[-79.9,40],[-79.9,40.1],[-80,40.1]]],
        "objects":{"x":{"geometries":[
            {"type":"Polygon","arcs":[[0,1]],"properties":{"id":"XX-1"}},
            {"type":"Polygon","arcs":[[-1,2]],"properties":{"id":"XX-2"}}]}}}"#;
    let outline = br#"{"features":[{"properties":{"zip":"00001"},"geometry":{"type":"Polygon","coordinates":
        [[[-80.02,40.02],[-79.98,40.02],[-79.98,40.03],[-79.98,40.06],[-80.02,40.06],[-80.02,40.02]],[[-80.01,40.03],[-80.005,40.03],[-80.005,40.05],[-80.01,40.03]]]}}]}"#;
    let outlines = geojson(outline, "zip").unwrap();
    let closer = Closer::new(outlines.iter().map(|(_, shape)| shape));
    let districts = Atlas::drawn(districts, "id", |id| Some(id.to_owned()), &Crowd::default(), &closer).unwrap();
    let zips = Atlas::of_shapes(outlines.iter().map(|(name, shape)| (name.clone(), shape)));
    let town =
        |district: &str, place, people, name: &str| Town::new(district.to_owned(), place, people, name.to_owned());
    CloseUps::new(
        districts,
        zips,
        [
            town("XX-2", (-79.99, 40.05), 0, "Example Hamlet"),
            town("XX-1", (-80.015, 40.05), 999, "Example Village"),
            town("XX-1", (-80.015, 40.04), 250_000, "Exämple City"),
            town("XX-1", (-80.05, 40.05), 5_000, "Example Town"),
            town("XX-1", (-80.007, 40.04), 5_000, "In the Hole"),
            town("XX-9", (-80.0, 40.05), 5_000, "Nowhere"),
        ],
    )
}

#[test]
fn places_are_told_of_zip_code_and_district_together() {
    let close_ups = close_ups();
    for (zip, district, expected) in [
        ("00001", "XX-1", "Exämple City, Example Village"),
        ("00001", "XX-2", "Example Hamlet"),
        ("00001", "XX-9", ""),
        ("00002", "XX-1", ""),
    ] {
        assert_eq!(close_ups.places_in(zip, district).join(", "), expected, "{zip} {district}");
    }
}

#[test]
fn an_outline_is_as_fine_as_its_picture() {
    let zips = close_ups().zips;
    // A point on a straight edge is left out, the hole stays.
    for (longitude, latitude, inside) in [(-80.015, 40.03, true), (-79.97, 40.03, false), (-80.006, 40.037, false)] {
        assert_eq!(zips.holds("00001", longitude, latitude), inside, "{longitude} {latitude}");
    }
}

#[test]
fn the_compact_form_comes_back_and_nothing_else_does() {
    let close_ups = close_ups();
    let good = close_ups.to_bytes();
    assert_eq!(CloseUps::from_bytes(&good), Some(close_ups));
    let names = good.len() - "Example Hamlet".len();
    for length in 0..names {
        assert!(CloseUps::from_bytes(&good[..length]).is_none(), "{length}");
    }
    assert!(CloseUps::from_bytes(&[&good[..], b"\nExample"].concat()).is_none());
    for (at, byte) in good.iter().enumerate() {
        for other in [0, 1, 127, 128, 255, !byte] {
            let mut changed = good.clone();
            changed[at] = other;
            // No panic, and no endless work.
            let _ = CloseUps::from_bytes(&changed).map(|read| read.places_in("00001", "XX-1").len());
        }
    }
}
