//! What `undersigned import us` makes of ZIP codes with a map, and of files that are longer than memory.
#![cfg(not(target_arch = "wasm32"))]
// Clippy knows tests by their attribute; what they share is test code too.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use records::tables::sha256_hex;

/// Where the made-up map begins: its south-west corner, in degrees.
const WEST: f64 = -72.0;
const SOUTH: f64 = 44.0;

/// A made-up country in a folder: VT, DE and NH-2 side by side, each 20 km wide, VT in the middle.
struct Country {
    folder: PathBuf,
    /// Rows of `zccd.csv`.
    rows: String,
    outlines: Vec<String>,
    centres: String,
    middles: String,
    places: String,
}

impl Country {
    fn new(name: &str) -> Country {
        let folder = testbench::workspace::scratch().join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let rows = "state_fips,state_abbr,zcta,cd\n33,NH,03801,1\n33,NH,03802,2\n50,VT,05401,0\n10,DE,19901,0\n";
        Country {
            folder,
            rows: rows.to_owned(),
            outlines: Vec::new(),
            centres: "bgid,lat,lon,pop2020,ST\n".to_owned(),
            middles: "zip,lat,lon\n".to_owned(),
            places: "name,state,lat,lon,population\n".to_owned(),
        }
    }

    /// A ZIP code from one place to another, in metres east of DE's western end. DE ends at 20,000, VT at 40,000.
    /// Each lies in a strip of its own, as `strip` counts from the south; whoever lives in it is in no other.
    fn zip(&mut self, zip: &str, listed: &[&str], strip: u32, from: f64, to: f64) {
        for seat in listed {
            let (fips, code, number) = match *seat {
                "VT" => ("50", "VT", "0"),
                "DE" => ("10", "DE", "0"),
                _ => ("33", "NH", "2"),
            };
            writeln!(self.rows, "{fips},{code},{zip},{number}").unwrap();
        }
        let south = f64::from(strip) * 1000.0;
        let ring = rectangle(from, south, to, south + 1000.0);
        self.outlines.push(format!(
            r#"{{"type":"Feature","properties":{{"zip":"{zip}"}},"geometry":{{"type":"Polygon","coordinates":[[{ring}]]}}}}"#
        ));
    }

    fn people(&mut self, state: &str, strip: u32, east: f64, people: u32) {
        let (longitude, latitude) = place(east, f64::from(strip) * 1000.0 + 500.0);
        writeln!(self.centres, ",{latitude},{longitude},{people},{state}").unwrap();
    }

    fn middle(&mut self, zip: &str, east: f64) {
        let (longitude, latitude) = place(east, 1500.0);
        writeln!(self.middles, "{zip},{latitude},{longitude}").unwrap();
    }

    fn named(&mut self, name: &str, state: &str, (east, north): (f64, f64), people: u32) {
        let (longitude, latitude) = place(east, north);
        writeln!(self.places, "{name},{state},{latitude:.4},{longitude:.4},{people}").unwrap();
    }

    fn import(&self) -> (i32, String, String) {
        let district = |geoid: &str, at: usize| {
            format!(r#"{{"type":"Polygon","arcs":[[{at}]],"properties":{{"GEOID":"{geoid}"}}}}"#)
        };
        let arcs: Vec<String> =
            // The last two are far away: every seat has a shape.
            [0.0, 20_000.0, 40_000.0, 1_000_000.0, 1_100_000.0]
                .map(|from| format!("[{}]", rectangle(from, 0.0, from + 20_000.0, 9000.0)))
                .into();
        let shapes = format!(
            r#"{{"type":"Topology","arcs":[{}],"objects":{{"x":{{"type":"GeometryCollection","geometries":[{},{},{},{},{}]}}}}}}"#,
            arcs.join(","),
            district("1000", 0),
            district("5000", 1),
            district("3302", 2),
            district("3301", 3),
            district("6698", 4),
        );
        let outlines = format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, self.outlines.join(","));
        let good = testbench::workspace::root().join("tests/fixtures/us/good");
        let read = |name: &str| fs::read_to_string(good.join(name)).unwrap();
        let mut files = vec![
            ("legislators-current.json", "legislators", people(&read("legislators-current.json"))),
            ("legislators-district-offices.json", "district-offices", read("legislators-district-offices.json")),
            ("zccd.csv", "zccd", self.rows.clone()),
            ("shapes.topojson", "district-shapes", shapes),
            ("outlines.geojson", "zip-outlines", outlines),
            ("centres.csv", "population-centres", self.centres.clone()),
        ];
        if self.middles.lines().count() > 1 {
            files.push(("middles.csv", "zip-middles", self.middles.clone()));
        }
        if self.places.lines().count() > 1 {
            files.push(("places-of-upstream.csv", "place-names", self.places.clone()));
        }
        self.run(&files, "GU = 1\nNH = 2\nVT = 1\nDE = 1\n", 4)
    }

    fn run(&self, files: &[(&str, &str, String)], seats: &str, voting: u32) -> (i32, String, String) {
        let mut reviewed = format!(
            "[congress]\nvalid_from = \"2025-01-03\"\nvalid_to = \"2027-01-03\"\nvoting = {voting}\nnon_voting = 1\nsource = \"made up\"\n\n[seats]\n{seats}"
        );
        for (file, format, text) in files {
            fs::write(self.folder.join(file), text).unwrap();
            input(&mut reviewed, file, format, &sha256_hex(text.as_bytes()));
        }
        finish(&self.folder, &reviewed, &[])
    }

    /// The rows of the written table for a ZIP code, without it: `VT 0.250, NH-2 0.750`.
    fn found(&self, zip: &str) -> String {
        let table = fs::read_to_string(self.folder.join("out/zip-cd119.csv")).unwrap();
        let rows = table.lines().filter_map(|row| row.strip_prefix(zip)?.strip_prefix(','));
        let shown = rows.map(|row| {
            let fields: Vec<&str> = row.split(',').collect();
            format!("{} {}", fields[..2].join("-").replace("-0", ""), fields[2])
        });
        shown.collect::<Vec<_>>().join(", ")
    }
}

fn input(reviewed: &mut String, file: &str, format: &str, sha256: &str) {
    write!(
        reviewed,
        "\n[[input]]\nfile = \"{file}\"\nformat = \"{format}\"\nsource = \"made up\"\naddress = \"https://example.org/{file}\"\nlicence = \"CC0-1.0\"\ndate = \"2026-01-02\"\nsha256 = \"{sha256}\"\n"
    )
    .unwrap();
}

/// Completes `reviewed.toml` and runs the import; `limit` stands before the program.
fn finish(folder: &Path, reviewed: &str, limit: &[&str]) -> (i32, String, String) {
    let rest = "\n[[vacant]]\nseat = \"NH-2\"\nsource = \"made up\"\ndate = \"2026-01-02\"\n\n[[correction]]\nbioguide = \"E000006\"\nfield = \"contact_form\"\nupstream = \"hhttps://six.house.gov/contact\"\nvalue = \"https://six.house.gov/contact\"\nwhy = \"made up\"\n\n[[no_contact]]\nbioguide = \"E000007\"\nwhy = \"made up\"\n";
    fs::write(folder.join("reviewed.toml"), format!("{reviewed}{rest}")).unwrap();
    let program = testbench::workspace::program().to_string_lossy().into_owned();
    let mut words = limit.to_vec();
    words.extend([program.as_str(), "import", "us", "--from", ".", "--reviewed", "reviewed.toml", "--to", "out"]);
    let Output { status, stdout, stderr } =
        Command::new(words[0]).args(&words[1..]).current_dir(folder).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (status.code().unwrap(), text(stdout), text(stderr))
}

/// The people of the good fixture, and three for Delaware.
fn people(good: &str) -> String {
    let person = |at: u32, term: &str| {
        format!(
            r#"{{"id": {{"bioguide": "E00010{at}"}}, "name": {{"first": "Example", "last": "Delaware"}}, "terms": [{{"start": "2025-01-03", "end": "2027-01-03", "state": "DE", "party": "Democrat", "phone": "202-224-001{at}", {term}}}]}}"#
        )
    };
    let senator =
        |rank: &str| format!(r#""type": "sen", "state_rank": "{rank}", "url": "https://www.{rank}.senate.gov""#);
    let more = [
        person(1, &senator("senior")),
        person(2, &senator("junior")),
        person(3, r#""type": "rep", "district": 0, "url": "https://delaware.house.gov""#),
    ];
    good.trim_end().trim_end_matches(']').to_owned() + "," + &more.join(",") + "]"
}

fn place(east: f64, north: f64) -> (f64, f64) {
    (WEST + east / 111_000.0 / SOUTH.to_radians().cos(), SOUTH + north / 111_000.0)
}

fn rectangle(west: f64, south: f64, east: f64, north: f64) -> String {
    let corner = |x, y| {
        let (longitude, latitude) = place(x, y);
        format!("[{longitude},{latitude}]")
    };
    [corner(west, south), corner(east, south), corner(east, north), corner(west, north), corner(west, south)].join(",")
}

#[test]
fn slivers_leave_and_what_upstream_lost_joins() {
    let mut country = Country::new("map");
    let line = 40_000.0;
    country.zip("05501", &["VT", "NH"], 0, 30_000.0, line + 40.0);
    country.people("VT", 0, 35_000.0, 90);
    country.zip("05502", &["VT", "NH"], 1, 30_000.0, line + 40.0);
    country.people("VT", 1, 35_000.0, 90);
    country.people("NH", 1, line + 20.0, 30);
    country.zip("05503", &["VT", "NH"], 2, 30_000.0, line + 70.0);
    country.people("VT", 2, 35_000.0, 90);
    country.zip("05504", &["VT", "NH"], 3, 30_000.0, 50_000.0);
    country.zip("05505", &["VT"], 4, 10_000.0, 30_000.0);
    country.people("DE", 4, 15_000.0, 10);
    country.zip("05506", &["VT"], 5, 19_700.0, 30_000.0);
    country.zip("05507", &["VT"], 6, 19_990.0, 30_000.0);
    country.people("DE", 6, 19_995.0, 5);
    country.zip("05508", &["VT"], 7, 30_000.0, 50_000.0);
    country.people("NH", 7, 45_000.0, 60);
    country.zip("05509", &["NH"], 8, 5000.0, 6000.0);
    country.zip("05510", &["VT"], 0, 5000.0, 6000.0);
    let (code, out, err) = country.import();
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    for (zip, expected) in [
        // Only 40 m of it lie in New Hampshire, and nobody lives there.
        ("05501", "VT 1"),
        // As narrow, but somebody does.
        ("05502", "NH-2 0.250, VT 0.750"),
        // Wide enough that somebody may.
        ("05503", "NH-2 0.000, VT 1"),
        // Nobody's home is known.
        ("05504", "NH-2 , VT "),
        // Both states are number 0, and upstream kept one of them.
        ("05505", "DE 1, VT 0.000"),
        // 300 m may be how inexact shapes are.
        ("05506", "VT 1"),
        // But not where somebody lives.
        ("05507", "DE 1, VT 0.000"),
        // New Hampshire's number is another one: upstream did not lose it.
        ("05508", "VT 1"),
        // An outline that meets none of the candidates says nothing, unless it is the one that upstream lost.
        ("05509", "NH-2 1"),
        ("05510", "DE 1"),
        // No outline: there is only one candidate.
        ("05401", "VT 1"),
    ] {
        assert_eq!(country.found(zip), expected, "{zip}");
    }
    let sources = fs::read_to_string(country.folder.join("out/sources.toml")).unwrap();
    assert!(sources.contains("100.0000 % of the people are offered the district of their centre"), "{sources}");
    assert!(sources.contains("keep one of two states: 05505 (DE), 05507 (DE), 05510 (DE)."), "{sources}");
}

#[test]
fn a_zip_code_whose_middle_lies_elsewhere_is_a_fault() {
    let mut country = Country::new("map-strays");
    country.zip("05501", &["VT"], 1, 20_000.0, 30_000.0);
    // 900 m beyond the line is how exact such shapes are; 1,100 m is another place.
    for (zip, east) in [("05401", 19_100.0), ("05501", 25_000.0), ("19901", 21_100.0), ("99999", 1.0)] {
        country.middle(zip, east);
    }
    let (code, _, err) = country.import();
    assert_eq!(code, 1);
    let faults: Vec<&str> = err.lines().collect();
    assert_eq!(
        faults,
        ["middles.csv: 19901: its middle lies in VT, but the table has only DE", "1 problem; nothing was written"]
    );
}

#[test]
fn a_zip_code_in_several_districts_has_a_map_with_the_places_around_it() {
    let mut country = Country::new("map-close-ups");
    country.zip("05501", &["VT", "NH"], 4, 30_000.0, 50_000.0);
    country.people("VT", 4, 35_000.0, 90);
    country.people("NH", 4, 45_000.0, 10);
    country.zip("05502", &["VT"], 1, 30_000.0, 35_000.0);
    for (name, state, place, people) in [
        ("Example Village", "VT", (35_000.0, 4500.0), 0),
        ("Example Town", "NH", (45_000.0, 4500.0), 5000),
        // Beside it: a town says where it is, a village does not.
        ("Town Beside", "NH", (45_000.0, 5500.0), 5000),
        ("Village Beside", "NH", (46_000.0, 5500.0), 10),
        // Of a ZIP code that needs no map, and far away.
        ("Elsewhere", "VT", (32_000.0, 1500.0), 5000),
        ("Far Away", "DE", (5000.0, 4500.0), 5000),
    ] {
        country.named(name, state, place, people);
    }
    let (code, out, err) = country.import();
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    let read = |file: &str| fs::read_to_string(country.folder.join("out").join(file)).unwrap();
    let places: Vec<String> =
        read("places.csv").lines().map(|row| row.split(',').take(3).collect::<Vec<_>>().join(",")).collect();
    assert_eq!(places, ["state,district,name", "NH,2,Example Town", "NH,2,Town Beside", "VT,0,Example Village"]);
    assert!(read("close-up-zips-cd119.topojson").contains("\"05501\""));
    assert!(!read("close-up-zips-cd119.topojson").contains("\"05502\""));
    let looked = Command::new(testbench::workspace::program())
        .args(["lookup", "us", "05501", "--data", "out"])
        .current_dir(&country.folder)
        .output()
        .unwrap();
    let shown = String::from_utf8(looked.stdout).unwrap();
    let lists: Vec<&str> = shown.lines().filter_map(|line| line.strip_prefix("  Places ")).collect();
    assert_eq!(lists, ["Example Village", "Example Town"], "{shown}");
    // What is wrong with a name has its place.
    country.named("Nowhere", "ZZ", (35_000.0, 4500.0), 0);
    let (code, _, err) = country.import();
    assert_eq!(code, 1);
    assert!(err.contains("places-of-upstream.csv: line 8: `ZZ` is not a state"), "{err}");
}

#[test]
fn a_map_is_whole_or_a_fault() {
    let country = Country::new("map-half");
    let good = testbench::workspace::root().join("tests/fixtures/us/good");
    let read = |name: &str| fs::read_to_string(good.join(name)).unwrap();
    let files = |shapes: &str, centres: &str| {
        vec![
            ("legislators-current.json", "legislators", read("legislators-current.json")),
            ("legislators-district-offices.json", "district-offices", read("legislators-district-offices.json")),
            ("zccd.csv", "zccd", read("zccd.csv")),
            ("shapes.topojson", "district-shapes", shapes.to_owned()),
            ("outlines.geojson", "zip-outlines", r#"{"features":[]}"#.to_owned()),
            ("centres.csv", "population-centres", centres.to_owned()),
        ]
    };
    let seats = "GU = 1\nNH = 2\nVT = 1\n";
    let (code, _, err) = country.run(&files("<!doctype html>", "a,b\n1,2\n"), seats, 3);
    assert_eq!(code, 1);
    for expected in
        ["shapes.topojson: whole file: ", "outlines.geojson: whole file: no outlines", "centres.csv: line 2: "]
    {
        assert!(err.lines().any(|line| line.starts_with(expected)), "no `{expected}` in\n{err}");
    }
    let (code, _, err) = country.run(&files("", "")[..5], seats, 3);
    assert_eq!(code, 1);
    assert!(err.contains("reviewed.toml: input: district-shapes, zip-outlines and population-centres belong"), "{err}");
}

/// Writes both block files: `blocks` blocks, the last three of them in New Hampshire and water, the rest in Vermont.
fn block_files(folder: &Path, blocks: u64) {
    let create = |name: &str| std::io::BufWriter::new(fs::File::create(folder.join(name)).unwrap());
    let (mut districts, mut zips) = (create("NationalCD120.txt"), create("tab20_zcta520_tabblock20_natl.txt"));
    writeln!(districts, "\u{feff}GEOID,CDFP").unwrap();
    writeln!(zips, "\u{feff}OID_ZCTA5_20|GEOID_ZCTA5_20|NAMELSAD_ZCTA5_20|OID_TABBLOCK_20|GEOID_TABBLOCK_20|NAMELSAD_TABBLOCK_20|AREALAND_PART|AREAWATER_PART").unwrap();
    for at in 0..blocks {
        let block = format!("50{at:013}");
        writeln!(districts, "{block},00").unwrap();
        writeln!(zips, "20794040404040|05401|ZCTA5 05401|20894040404040|{block}|Block {at}|90210|0").unwrap();
    }
    for (block, district, zip, land) in [
        ("330000000000001", "01", "03801", 9),
        ("330000000000002", "02", "03802", 9),
        ("330000000000003", "ZZ", "03802", 9),
        ("330000000000004", "01", "03802", 0),
    ] {
        writeln!(districts, "{block},{district}").unwrap();
        writeln!(zips, "1|{zip}|ZCTA5 {zip}|2|{block}|Block 1|{land}|0").unwrap();
    }
}

fn import_blocks(folder: &Path, limit: &[&str]) -> (i32, String, String) {
    let mut reviewed = "[congress]\nvalid_from = \"2027-01-03\"\nvalid_to = \"2029-01-03\"\nvoting = 3\nnon_voting = 1\nsource = \"made up\"\n\n[seats]\nGU = 1\nNH = 2\nVT = 1\n".to_owned();
    let good = testbench::workspace::root().join("tests/fixtures/us/good");
    for (file, format) in [
        ("legislators-current.json", "legislators"),
        ("legislators-district-offices.json", "district-offices"),
        ("NationalCD120.txt", "block-districts"),
        ("tab20_zcta520_tabblock20_natl.txt", "block-zips"),
    ] {
        if file.ends_with("json") {
            fs::copy(good.join(file), folder.join(file)).unwrap();
        }
        let sum = Command::new("sha256sum").arg(folder.join(file)).output().unwrap();
        input(&mut reviewed, file, format, &String::from_utf8(sum.stdout).unwrap()[..64]);
    }
    finish(folder, &reviewed, limit)
}

#[test]
fn block_files_longer_than_memory_are_read_row_by_row() {
    let folder = testbench::workspace::scratch().join("blocks");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    block_files(&folder, 400_000);
    let size = fs::metadata(folder.join("tab20_zcta520_tabblock20_natl.txt")).unwrap().len();
    // The real file has 1.06 GB and 8 million blocks, which need 65 MB; here a twentieth of both.
    let limit = ["prlimit", "--data=24000000"];
    assert!(size > 32_000_000, "{size} bytes are no test");
    let (code, out, err) = import_blocks(&folder, &limit);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("4 pairs of ZIP code and seat"), "{out}");
    let table = fs::read_to_string(folder.join("out/zip-cd119.csv")).unwrap();
    assert_eq!(table, "zip,state,district,share\n03801,NH,1,1\n03802,NH,2,1\n05401,VT,0,1\n96910,GU,0,1\n");
}
