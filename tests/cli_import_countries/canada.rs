//! `undersigned import ca`.

use super::Records;
use super::canada_records::{MEMBERS, REVIEWED, RIDINGS, dbf};

/// A square of a tenth of a degree for each riding, side by side.
fn outlines(codes: &[&str]) -> String {
    let square = |at: usize| {
        let (west, east) = (-80.0 + at as f64 / 10.0, -79.9 + at as f64 / 10.0);
        format!("[[{west},45],[{east},45],[{east},45.1],[{west},45.1],[{west},45]]")
    };
    let arcs: Vec<String> = (0..codes.len()).map(square).collect();
    let geometry = |(at, code): (usize, &&str)| {
        format!("{{\"type\":\"Polygon\",\"arcs\":[[{at}]],\"properties\":{{\"fed_num\":\"{code}\"}}}}")
    };
    let geometries: Vec<String> = codes.iter().enumerate().map(geometry).collect();
    format!(
        "{{\"type\":\"Topology\",\"arcs\":[{}],\"objects\":{{\"x\":{{\"geometries\":[{}]}}}}}}",
        arcs.join(","),
        geometries.join(",")
    )
}

fn records() -> Records {
    Records {
        country: "ca",
        files: vec![
            ("members.json", "ca-mp-data", MEMBERS.as_bytes().to_vec()),
            ("ridings.dbf", "ca-ridings", dbf(&RIDINGS)),
            ("outlines.topojson", "ca-riding-shapes", outlines(&["35001", "35002", "60001"]).into_bytes()),
            ("cities.json", "geonames-cities", PLACES.as_bytes().to_vec()),
        ],
        reviewed: REVIEWED.to_owned(),
        replaced: Vec::new(),
    }
}

const PLACES: &str = r#"{"1":{"countrycode":"CA","latitude":45.05,"longitude":-79.95,"population":5000,"name":"Example Town"},
    "2":{"countrycode":"US","latitude":45.05,"longitude":-79.85,"population":9000,"name":"Example City"}}"#;

#[test]
fn members_are_joined_by_the_name_of_their_riding() {
    let tables = records().passes("good");
    assert_eq!(
        tables["people.csv"],
        "id,seat,role,name,family_name,party,email\n\
         example.one,35001,mp,Example Member One,One,ca-red,Example.One@parl.gc.ca\n\
         example.two,35002,mp,Example Two,Two,ca-blue,example.two@parl.gc.ca\n\
         example.vanthree,60001,mp,Example van Three,van Three,ca-red,example.vanthree@parl.gc.ca\n"
    );
    assert_eq!(
        tables["seats.csv"],
        "code,region,name,name.fr,ocd_id\n\
         35001,CA-ON,Example East—St. Example’s,Exemple-Est—St. Example’s,ocd-division/country:ca/ed:35001-2023\n\
         35002,CA-ON,Example West,Exemple-Ouest,ocd-division/country:ca/ed:35002-2023\n\
         60001,CA-YT,Exœmple,Exœmple,ocd-division/country:ca/ed:60001-2023\n"
    );
    assert_eq!(
        tables["regions.csv"],
        "code,name,name.fr,name.zh-Hant\nCA-ON,Ontario,Ontario,安大略省\nCA-YT,Yukon,Yukon,育空地區\n"
    );
    let sources: toml::Table = tables["sources.toml"].parse().unwrap();
    assert_eq!(sources["as_of"].as_str(), Some("2026-02-03"));
    assert!(!sources.contains_key("emails_as_of"), "addresses are as old as the people");
    assert_eq!(sources["credit"].as_array().unwrap().len(), 4);
    assert_eq!(sources["source"].as_array().unwrap().len(), 4);
    let shapes = shapes::Atlas::from_topojson_by(tables["shapes.topojson"].as_bytes(), shapes::LOOKUP, "code").unwrap();
    assert_eq!(shapes.at(-79.85, 45.05), ["35002"]);
    assert_eq!(records().passes("good again"), tables, "the same records give the same bytes");
}

#[test]
fn places_and_outlines_are_optional() {
    let mut records = records();
    records.files.truncate(2);
    assert!(!records.passes("tables only").contains_key("shapes.topojson"));
}

#[test]
fn a_vacant_seat_is_listed_with_its_reason() {
    let without = |records: Records| records.with("members.json", MEMBERS.lines().nth(2).unwrap(), "");
    without(records())
        .fails("nobody", "members.json: 35002 (Example West): 0 of 1 in the records; list who is missing");
    let vacancy = "\n[[vacant]]\nseat = \"35002\"\nwhy = \"made up\"\n";
    let tables = without(records()).reviewing(vacancy).passes("listed");
    assert_eq!(tables["seats.csv"].lines().count(), 4, "a vacant seat stays a seat");
    assert_eq!(tables["people.csv"].lines().count(), 3);
    records()
        .reviewing(vacancy)
        .fails("vacant in vain", "35002 (Example West): listed as vacant, but somebody sits there");
    records()
        .reviewing(&vacancy.replace("35002", "35009"))
        .fails("vacant nowhere", "35009: listed as vacant, but there is no such seat");
}

#[test]
fn who_has_left_is_left_out() {
    let left = "\n[[leave_out]]\nname = \"Example Two\"\nwhy = \"made up\"\n";
    let vacant = "\n[[vacant]]\nseat = \"35002\"\nwhy = \"made up\"\n";
    let tables = records().reviewing(left).reviewing(vacant).passes("left out");
    assert!(!tables["people.csv"].contains("Two"), "{}", tables["people.csv"]);
    records().reviewing(left).fails("left but not vacant", "35002 (Example West): 0 of 1 in the records");
    records()
        .reviewing(&left.replace("Two", "Nine"))
        .fails("left out in vain", "reviewed.toml: Example Nine: left out, but not in the records");
}

#[test]
fn every_fault_of_members_is_told_with_its_entry() {
    for (what, from, to, said) in [
        (
            "no such riding",
            "Example West",
            "Example North",
            "members.json: entry 2 (Example Two): `Example North` is not a riding",
        ),
        ("no riding", "Example West", "", "entry 2 (Example Two): `` is not a riding"),
        ("the riding's number for its name", "Example West", "35002", "`35002` is not a riding"),
        ("another province", "Yukon", "Ontario", "entry 3 (Example van Three): Exœmple is not in `Ontario`"),
        ("no province", "Yukon", "Yukn", "Exœmple is not in `Yukn`"),
        (
            "two in one riding",
            "Example West",
            "Exoemple",
            "60001 (Exœmple): 2 people for 1: Example Two, Example van Three",
        ),
        ("a field that is gone", "\"party\":\"Blue\",", "", "members.json: entry 2: missing field `party`"),
        ("a field of another name", "lastName\":\"Two", "surname\":\"Two", "entry 2: missing field `lastName`"),
        ("a field of another form", "\"example.two@parl.gc.ca\"", "7", "entry 2: invalid type"),
        ("an unknown party", "Blue", "Teal", "entry 2 (Example Two): `Teal` is not listed under [parties]"),
        ("no party", "\"Blue\"", "\"\"", "`` is not listed under [parties]"),
        (
            "an empty address",
            "example.two@parl.gc.ca",
            "",
            "no_email_up_to: 1 people without an address; reviewed.toml allows 0",
        ),
        ("half an address", "example.two@parl.gc.ca", "example.two", "`example.two` is not an e-mail address"),
        (
            "an address with a copy",
            "example.two@parl.gc.ca",
            "example.two@parl.gc.ca?cc=a@example.org",
            "is not an e-mail address",
        ),
        ("two addresses in one", "example.two@parl.gc.ca", "a@parl.gc.ca,b@parl.gc.ca", "is not an e-mail address"),
        (
            "another host",
            "example.two@parl.gc.ca",
            "example.two@example.org",
            "`example.two@example.org` is not at parl.gc.ca",
        ),
        ("a host that ends alike", "example.two@parl.gc.ca", "example.two@notparl.gc.ca", "is not at parl.gc.ca"),
        ("one address for two", "example.two@", "EXAMPLE.one@", "also belongs to entry 1"),
        ("one id for two", "example.two@", "example.one@", "entry 2: id `example.one` also belongs to entry 1"),
        ("no name", "\"Example Two\"", "\"\"", "is not a name"),
        ("a name that drives terminals", "\"Example Two\"", "\"Example\\u001b[31m Two\"", "is not a name"),
        (
            "a family name of somebody else",
            "lastName\":\"Two",
            "lastName\":\"Three",
            "`Three` is not part of the name `Example Two`",
        ),
        ("nobody at all", MEMBERS, "[]", "35001 (Example East—St. Example’s): 0 of 1 in the records"),
        ("an error page", MEMBERS, "<!doctype html>", "members.json: whole file: expected value"),
        ("half a file", "\"}\n]", "", "members.json: whole file: EOF"),
        ("an object", MEMBERS, "{}", "members.json: whole file: invalid type"),
    ] {
        records().with("members.json", from, to).fails(what, said);
    }
}

#[test]
fn every_fault_of_ridings_is_told() {
    let [one, two, three] = RIDINGS;
    for (what, ridings, said) in [
        (
            "in no province",
            vec![one, two, (99001.0, "Exœmple", "Exœmple")],
            "ridings.dbf: record 3: `99001` is in no province",
        ),
        ("no name", vec![one, two, (60001.0, "", "Exœmple")], "ridings.dbf: record 3: lacks"),
        ("twice", vec![one, two, two, three], "ridings.dbf: record 3: 35002 is listed twice"),
        ("one name for two", vec![one, two, (35003.0, "Example  West", ""), three], "record 3: lacks"),
        ("alike", vec![one, two, (60001.0, "EXAMPLE WEST", "x")], "seats.csv: name: two ridings of one name"),
        ("one too few", vec![one, three], "members.json: entry 2 (Example Two): `Example West` is not a riding"),
        (
            "one too many",
            vec![one, two, (35003.0, "Example North", "Exemple-Nord"), three],
            "outlines.topojson: 35003: no outline",
        ),
    ] {
        records().with_file("ridings.dbf", &dbf(&ridings)).fails(what, said);
    }
    for (what, content) in
        [("empty", &b""[..]), ("a text", b"FED_NUM,ED_NAMEE\n35001,Example\n"), ("half", &dbf(&RIDINGS)[..150])]
    {
        records().with_file("ridings.dbf", content).fails(what, "ridings.dbf: whole file: ");
    }
    for (what, codes, said) in [
        ("no outline", &["35001", "35002"][..], "outlines.topojson: 60001: no outline"),
        ("outline of nothing", &["35001", "35002", "60001", "35009"], "outlines.topojson: 35009: is not a riding"),
        (
            "two outlines",
            &["35001", "35002", "60001", "60001"],
            "outlines.topojson: whole file: a riding has two outlines",
        ),
    ] {
        records().with_file("outlines.topojson", outlines(codes).as_bytes()).fails(what, said);
    }
    records()
        .with("outlines.topojson", "fed_num", "number")
        .fails("unnamed", "outlines.topojson: whole file: outline 1 has no name");
    records().with_file("cities.json", b"[]").fails("no places", "cities.json: whole file: ");
}

#[test]
fn what_was_reviewed_is_compared_with_what_is_there() {
    let correction = |id: &str, field: &str, upstream: &str, value: &str| {
        format!(
            "\n[[correction]]\nid = \"{id}\"\nfield = \"{field}\"\nupstream = \"{upstream}\"\nvalue = \"{value}\"\nwhy = \"made up\"\n"
        )
    };
    let corrected = records()
        .reviewing(&correction("example.two", "name", "Example Two", "Example Number Two"))
        .passes("corrected");
    assert!(corrected["people.csv"].contains("mp,Example Number Two,Two,"), "{}", corrected["people.csv"]);
    for (what, text, said) in [
        (
            "corrected of nobody",
            correction("nobody", "name", "a", "b"),
            "reviewed.toml: nobody: corrected, but not in the records",
        ),
        (
            "corrected already",
            correction("example.two", "name", "Example 2", "Example Two"),
            "reviewed.toml: example.two: name is now `Example Two` upstream",
        ),
        (
            "changed since",
            correction("example.two", "party", "ca-green", "ca-red"),
            "corrects party `ca-green`, but it is now `ca-blue`",
        ),
        ("no column", correction("example.two", "seat", "35002", "35001"), "corrects `seat`, which is not a column"),
        ("unknown key", "\n[[vacant]]\nseat = \"35002\"\nwhy = \"\"\nwhen = \"\"\n".to_owned(), "reviewed.toml: line"),
    ] {
        records().reviewing(&text).fails(what, said);
    }
    for (what, from, to, said) in [
        ("seats of a region", "seats = 2", "seats = 3", "reviewed.toml: CA-ON: 2 seats instead of 3"),
        ("one region twice", "code = \"CA-YT\"", "code = \"CA-ON\"", "reviewed.toml: region: one code is listed twice"),
        ("another file", "sha256 = \"", "sha256 = \"0", "members.json: whole file: checksum"),
        ("no credit", "[\"Example credit of members.json\"]", "[]", "reviewed.toml: members.json: no credit"),
        (
            "no members",
            "format = \"ca-mp-data\"",
            "format = \"fr-deputies\"",
            "reviewed.toml: input: needs exactly one input in the format [CaMpData], has 0",
        ),
        ("an unknown format", "format = \"ca-mp-data\"", "format = \"ca-mps\"", "reviewed.toml: line"),
        ("no date", "date = \"2026-02-03\"", "date = \"yesterday\"", "reviewed.toml: line"),
    ] {
        records().replacing(from, to).fails(what, said);
    }
}

#[test]
fn what_people_wrote_by_hand_must_go_with_the_tables() {
    let settings = "id = \"to\"\nname = \"Example House\"\ncountry = \"CA\"\nnames_in = \"en\"\nvalid_from = \"2026-01-01\"\nvalid_to = \"2029-12-31\"\nfinder = \"https://example.org\"\n\n[[role]]\nid = \"mp\"\n[role.words.en]\nshown = \"{name}\"\ntitle = \"MP\"\nsalutation = \"{name}\"\nvacant = \"your MP\"\n\n[[group]]\nid = \"ca-red\"\nwords.en.name = \"Red\"\n\n[[group]]\nid = \"ca-blue\"\nwords.en.name = \"Blue\"\n";
    let (_, to) = records().import("by hand");
    for (from, other, said) in [
        ("", "", ""),
        ("ca-blue", "ca-teal", "reviewed.toml: parties: legislature.toml has no group `ca-blue`"),
        ("id = \"mp\"", "id = \"senator\"", "people.csv: line 2, role: legislature.toml has no role `mp`"),
        ("valid_to = \"2029-12-31\"", "valid_to = \"2025-12-31\"", "valid_to: 2025-12-31 is before valid_from"),
    ] {
        std::fs::write(to.join("legislature.toml"), settings.replacen(from, other, 1)).unwrap();
        let before = super::tables(&to);
        let ran = super::run(to.parent().unwrap(), &["import", "ca", "--from", "from", "--to", "to"]);
        assert_eq!(ran.code, if said.is_empty() { 0 } else { 1 }, "{other}: {}", ran.err);
        assert!(ran.err.contains(said), "{other}: no `{said}` in\n{}", ran.err);
        assert_eq!(super::tables(&to), before, "{other}");
    }
}
