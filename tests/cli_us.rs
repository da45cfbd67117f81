//! What `undersigned lookup us` and `undersigned import us` print, write and return.
#![cfg(not(target_arch = "wasm32"))]
// Clippy knows tests by their attribute; what they share is test code too.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use serde_json::Value;

struct Ran {
    code: i32,
    out: String,
    err: String,
}

fn undersigned(arguments: &[&str]) -> Ran {
    let Output { status, stdout, stderr } =
        testbench::workspace::undersigned().current_dir(testbench::workspace::root()).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran { code: status.code().unwrap(), out: text(stdout), err: text(stderr) }
}

fn lookup(arguments: &[&str]) -> Ran {
    undersigned(&[&["lookup", "us"], arguments].concat())
}

fn lookup_json(arguments: &[&str]) -> Value {
    serde_json::from_str(&lookup(&[arguments, &["--json"]].concat()).out).unwrap()
}

fn divisions(answer: &Value) -> Vec<&str> {
    answer["divisions"].as_array().unwrap().iter().map(|division| division["division"].as_str().unwrap()).collect()
}

/// A folder below `target` that this test starts without.
fn fresh(name: &str) -> PathBuf {
    let folder = testbench::workspace::scratch().join(name);
    let _ = fs::remove_dir_all(&folder);
    folder
}

fn import(fixture: &str, reviewed: &str, to: &Path) -> Ran {
    let from = format!("tests/fixtures/us/{fixture}");
    let reviewed = format!("{from}/{reviewed}");
    undersigned(&["import", "us", "--from", &from, "--reviewed", &reviewed, "--to", to.to_str().unwrap()])
}

#[test]
fn one_district_gives_two_senators_and_the_member() {
    let ran = lookup(&["05401"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.starts_with("05401: one district, Vermont at large (VT)\n"), "{}", ran.out);
    assert_eq!(ran.out.matches("\nSenator ").count(), 2);
    assert_eq!(ran.out.matches("\nRepresentative ").count(), 1);
    assert!(ran.out.contains("caucuses with the Democrats"), "{}", ran.out);
    assert!(ran.out.ends_with(
        "\nOfficials as of 2026-06-15. District lines from 2025-01-03 to 2027-01-03. Sources: sources.toml beside the tables\n"
    ));
    for typed in [" 0 5 4 0 1 ", "05401-1234", "０５４０１"] {
        assert_eq!(lookup(&[typed]).out, ran.out, "{typed}");
    }
}

#[test]
fn json_says_the_same() {
    let answer = lookup_json(&["05401"]);
    assert_eq!((answer["finding"].as_str(), answer["zip"].as_str()), (Some("one"), Some("05401")));
    let division = &answer["divisions"][0];
    assert_eq!(division["id"], "ocd-division/country:us/state:vt");
    assert_eq!(division["senators"].as_array().unwrap().len(), 2);
    assert_eq!(
        (division["house"]["role"].as_str(), division["vacant"].as_bool()),
        (Some("representative"), Some(false))
    );
    assert!(division["house"]["offices"].as_array().unwrap().iter().any(|office| office["city"] == "Burlington"));
    assert_eq!(answer["valid_to"], "2027-01-03");
}

#[test]
fn a_split_zip_offers_every_candidate() {
    let ran = lookup(&["35006"]);
    assert_eq!(ran.code, 0);
    assert!(ran.out.starts_with("35006: may be in any of 2 districts in Alabama; choose yours\n"), "{}", ran.out);
    assert!(ran.out.contains("Alabama, district 4 (AL-4)") && ran.out.contains("Alabama, district 7 (AL-7)"));
    assert_eq!(ran.out.matches("\nSenator ").count(), 2, "senators stand once");
    // Where more of its people live comes first.
    assert_eq!(divisions(&lookup_json(&["35006"])), ["AL-7", "AL-4"]);
    // The part of AL-6 is nowhere 50 m wide, and nobody lives in it.
    assert_eq!(divisions(&lookup_json(&["35005"])), ["AL-7"]);
}

#[test]
fn districts_of_one_number_in_two_states_are_both_offered() {
    // Upstream keeps one of the two, in which few or none of the people live.
    for (zip, expected) in [
        ("57430", vec!["SD", "ND"]),
        ("57717", vec!["SD", "MT-2", "WY"]),
        ("57648", vec!["SD", "ND"]),
        ("81137", vec!["CO-3", "NM-3"]),
        ("81324", vec!["CO-3", "UT-3"]),
        ("03579", vec!["NH-2", "ME-2"]),
    ] {
        let answer = lookup_json(&[zip]);
        assert_eq!(divisions(&answer), expected, "{zip}");
    }
}

#[test]
fn a_zip_across_a_state_line_offers_both_states_and_can_be_narrowed() {
    let ran = lookup(&["02861"]);
    assert!(ran.out.starts_with("02861: crosses a state line, 2 districts; choose yours\n"), "{}", ran.out);
    assert_eq!(ran.out.matches("\nSenator ").count(), 4);
    let answer = lookup_json(&["02861"]);
    assert_eq!((answer["finding"].as_str(), divisions(&answer)), (Some("several_states"), vec!["RI-1", "MA-4"]));
    assert_eq!(divisions(&lookup_json(&["02861", "--state", "ri"])), ["RI-1"]);
    let elsewhere = lookup(&["02861", "--state", "VT"]);
    assert_eq!((elsewhere.code, elsewhere.err.as_str()), (1, "02861 is not in VT, but in RI-1 or MA-4\n"));
}

#[test]
fn the_district_and_territories_have_a_delegate_and_no_senators() {
    for (zip, place, role) in [
        ("20001", "District of Columbia", "\nDelegate "),
        ("00901", "Puerto Rico", "\nResident Commissioner "),
        ("96799", "American Samoa", "\nDelegate "),
        ("00850", "U.S. Virgin Islands", "\nDelegate "),
        ("96929", "Guam", "\nDelegate "),
        ("96952", "Northern Mariana Islands", "\nDelegate "),
        ("00936", "Puerto Rico", "\nResident Commissioner "),
    ] {
        let ran = lookup(&[zip]);
        assert_eq!(ran.code, 0);
        assert!(ran.out.contains(&format!("{place} has no senators")), "{}", ran.out);
        assert!(ran.out.contains(role) && !ran.out.contains("\nSenator "), "{}", ran.out);
    }
}

#[test]
fn a_zip_without_district_asks_for_the_state() {
    for (zip, finding, words) in [
        ("09001", "military", "a military address"),
        ("34012", "military", "a military address"),
        ("00000", "unknown", "not in the table"),
        ("96940", "outside", "elect nobody to Congress"),
        ("05402", "unknown", "may be a PO box"),
    ] {
        let ran = lookup(&[zip]);
        assert_eq!(ran.code, 1, "nobody to write to yet");
        assert!(ran.out.contains(words), "{}", ran.out);
        assert_eq!(lookup_json(&[zip])["finding"], finding);
        let with_state = lookup_json(&[zip, "--state", "NH"]);
        assert_eq!((with_state["finding"].as_str(), divisions(&with_state)), (Some("state"), vec!["NH-1", "NH-2"]));
    }
    assert_eq!(divisions(&lookup_json(&["--state", "NH"])), ["NH-1", "NH-2"]);
}

#[test]
fn a_vacant_seat_is_said_to_be_vacant() {
    let ran = lookup(&["94514", "--state", "CA"]);
    assert!(ran.out.contains("The seat of California, district 14 (CA-14) was vacant on 2026-06-15"), "{}", ran.out);
    assert_eq!(ran.out.matches("\nSenator ").count(), 2);
    let answer = lookup_json(&["94514"]);
    let seat = answer["divisions"].as_array().unwrap().iter().find(|seat| seat["division"] == "CA-14").unwrap();
    assert_eq!((seat["vacant"].as_bool(), seat["house"].is_null()), (Some(true), true));
}

#[test]
fn nobody_is_offered_after_the_end_of_their_term() {
    // Vermont keeps its lines: its member's term ends, and both senators stay.
    for (day, held, ended) in [("2027-01-02", true, 0), ("2027-01-04", false, 1), ("2027-07-01", false, 1)] {
        let answer = lookup_json(&["05401", "--on", day]);
        let division = &answer["divisions"][0];
        assert_eq!(division["house"].is_object(), held, "{day}");
        assert_eq!(division["senators"].as_array().unwrap().len(), 2, "{day}");
        assert_eq!(division["ended"].as_array().unwrap().len(), ended, "{day}");
        assert_eq!((division["redrawn"].as_bool(), division["vacant"].as_bool()), (Some(false), Some(false)), "{day}");
        let said = "held office until 2027-01-03\nThe new member is not in these tables; see https://www.house.gov/";
        assert_eq!(lookup(&["05401", "--on", day]).out.contains(said), !held, "{day}");
    }
    // Texas has new districts: a ZIP code gives the state.
    assert_eq!(divisions(&lookup_json(&["77001", "--on", "2027-01-02"])), divisions(&lookup_json(&["77001"])));
    for zip in ["77002", "75201"] {
        let answer = lookup_json(&[zip, "--on", "2027-01-04"]);
        assert_eq!(divisions(&answer), ["TX"], "{zip}");
        assert_eq!(answer["divisions"][0]["redrawn"], true);
        assert!(lookup(&[zip, "--on", "2027-01-04"]).out.contains("Texas (TX) has new districts"), "{zip}");
    }
    // In all of the country, nobody is offered whose term has ended.
    for state in places::congress::State::ALL {
        let answer = lookup_json(&["--state", state.code(), "--on", "2027-01-04"]);
        for division in answer["divisions"].as_array().unwrap() {
            // Every term in the House ends on 3 January 2027, but that of Puerto Rico's Resident Commissioner is four years.
            assert_eq!(division["house"].is_null(), state.code() != "PR", "{state}");
            for senator in division["senators"].as_array().unwrap() {
                assert!(senator["term_end"].as_str().unwrap() > "2027-01-04", "{state}: {senator}");
            }
        }
    }
}

#[test]
fn a_location_has_its_district_and_near_a_line_both() {
    // Block-group centres of population, offices and plain places; the 119th's lines.
    for (place, expected) in [
        ("40.79,-73.97", "NY-12"),
        // On both sides of the line between them, and farther than 200 m from it.
        ("44.4759,-73.2121", "VT"),
        ("38.8977,-77.0365", "DC"),
        ("61.2181,-149.9003", "AK"),
        ("21.3069,-157.8583", "HI-1"),
        ("18.4655,-66.1057", "PR"),
        ("13.4745,144.7504", "GU"),
        ("-14.2756,-170.7020", "AS"),
        ("15.1850,145.7467", "MP"),
        ("18.3419,-64.9307", "VI"),
        // West of the date line.
        ("52.9257,173.2390", "AK"),
        ("41.7658,-72.6734", "CT-1"),
        ("32.7767,-96.7970", "TX-30"),
        ("34.0537,-118.2428", "CA-34"),
    ] {
        let answer = lookup_json(&["--at", place]);
        let found = divisions(&answer);
        assert!(found.first().is_some_and(|first| *first == expected), "{place}: {found:?}");
    }
    for place in ["51.5,-0.12", "45.42,-75.69", "0,0", "90,0", "-90,180", "38.0,-140.0"] {
        let ran = lookup(&["--at", place]);
        assert_eq!(
            (ran.code, ran.out.lines().next()),
            (1, Some("Your location isn't in a US congressional district")),
            "{place}"
        );
    }
    for place in ["", "40.79", "north,east", "91,0", "0,181", "NaN,NaN", "40.79,-73.97,5", "inf,0"] {
        assert_eq!(lookup(&["--at", place]).code, 2, "{place}");
    }
    assert!(lookup(&["--at", "40.79,-73.97"]).out.starts_with("Your location is in New York, district 12 (NY-12)\n"));
    // Texas has new lines by then, which nobody here knows.
    assert_eq!(divisions(&lookup_json(&["--at", "32.7767,-96.7970", "--on", "2027-01-04"])), ["TX"]);
}

#[test]
fn what_is_not_a_zip_code_is_explained() {
    for (typed, words) in [
        ("", "nothing was typed"),
        ("0540", "only 4 digits"),
        ("054011", "6 digits"),
        ("Vermont", "no five-digit number"),
        ("SW1A 1AA", "a UK postcode"),
        ("\u{1b}[2J", "\\u{1b}[2J"),
    ] {
        let ran = lookup(&[typed]);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{typed:?}");
        assert!(ran.err.contains(words) && ran.err.contains("05401-1234"), "{}", ran.err);
        assert!(!ran.err.contains('\u{1b}'));
    }
    let ran = lookup(&["--state", "Vermont"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("`Vermont` is not a state; use one of AK AL"), "{}", ran.err);
    assert_eq!(lookup(&[]).code, 2);
}

#[test]
fn missing_and_broken_tables_are_told_apart() {
    let folder = fresh("broken-tables");
    let data = folder.to_str().unwrap();
    let ran = lookup(&["05401", "--data", data]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("divisions.csv") && ran.err.contains("`undersigned import us` writes it"), "{}", ran.err);

    assert_eq!(import("good", "reviewed.toml", &folder).code, 0);
    assert_eq!(lookup(&["05401", "--data", data]).code, 0);
    let spoil = |file: &str, from: &str, to: &str| {
        let text = fs::read_to_string(folder.join(file)).unwrap();
        assert!(text.contains(from), "{file} has no {from}");
        fs::write(folder.join(file), text.replacen(from, to, 1)).unwrap();
    };
    spoil("officials.csv", "https://six.house.gov,", "http://six.house.gov,");
    spoil("officials.csv", "E000001,", "E000002,");
    spoil("divisions.csv", "NH,2,representative,vacant", "NH,2,representative,held");
    spoil("zip-cd119.csv", "03801,NH,1", "3801,NH,1");
    spoil("zip-cd119.csv", "03802,NH,2", "03802,NH,3");
    spoil("district-offices.csv", "E000007,", "E000099,");
    let ran = lookup(&["05401", "--data", data]);
    assert_eq!(ran.code, 1);
    let faults: Vec<&str> = ran.err.lines().collect();
    for expected in [
        "officials.csv: line 5: `http://six.house.gov` is not an https address",
        "officials.csv: line 7: E000002 is listed twice",
        "divisions.csv: line 4: NH-2: nobody in officials.csv holds it",
        "zip-cd119.csv: line 2: `3801` is not a ZIP code of five digits",
        "zip-cd119.csv: line 4: 03802: divisions.csv has no NH-3",
        "district-offices.csv: line 3: officials.csv has no E000099",
    ] {
        assert!(faults.iter().any(|fault| fault.starts_with(expected)), "no `{expected}` in\n{}", ran.err);
    }
}

#[test]
fn an_import_is_written_whole_and_the_same_every_time() {
    let (one, other) = (fresh("import-one"), fresh("import-other"));
    for folder in [&one, &other] {
        let ran = import("good", "reviewed.toml", folder);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        assert!(ran.out.contains("4 seats (1 vacant), 7 people, 2 district offices, 7 pairs"), "{}", ran.out);
    }
    let names = |folder: &Path| {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    let expected = [
        "close-up-districts-cd119.topojson",
        "close-up-zips-cd119.topojson",
        "district-offices.csv",
        "districts-cd119.topojson",
        "divisions.csv",
        "lines.csv",
        "officials.csv",
        "places.csv",
        "sources.toml",
        "zip-cd119.csv",
    ];
    assert_eq!(names(&one), expected);
    for name in expected {
        assert_eq!(fs::read(one.join(name)).unwrap(), fs::read(other.join(name)).unwrap(), "{name}");
    }
}

#[test]
fn an_import_keeps_people_and_repairs_only_what_was_reviewed() {
    let folder = fresh("import-content");
    assert_eq!(import("good", "reviewed.toml", &folder).code, 0);
    let text = |file: &str| fs::read_to_string(folder.join(file)).unwrap();
    let officials = text("officials.csv");
    // The appointed senator's term has ended on paper; the senior senator stands first.
    let (two, one) = (officials.find("\nE000002,").unwrap(), officials.find("\nE000001,").unwrap());
    assert!(two < one);
    assert!(officials.contains(",https://six.house.gov/contact,"), "the correction is applied");
    assert!(officials.contains("\nE000007,Example Delegate Seven,Seven,delegate,GU,0,Democrat,,,,,,,2027-01-03\n"));
    assert!(text("zip-cd119.csv").contains("\n96910,GU,0,1\n"), "from the office of the only member there");
    assert!(!text("zip-cd119.csv").contains("03999"), "water is in no district");
    assert!(text("divisions.csv").contains("ocd-division/country:us/state:nh/cd:2,NH,2,representative,vacant\n"));
    assert!(text("sources.toml").contains("96910 (GU)"));
}

#[test]
fn the_census_file_gives_the_same_table() {
    let (zccd, census) = (fresh("import-zccd"), fresh("import-census"));
    assert_eq!(import("good", "reviewed.toml", &zccd).code, 0);
    let ran = import("good", "reviewed-census.toml", &census);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let table = |folder: &Path| fs::read_to_string(folder.join("zip-cd119.csv")).unwrap();
    assert_eq!(table(&zccd), table(&census));
}

#[test]
fn every_planted_fault_is_listed_and_nothing_is_written() {
    let folder = fresh("import-faulty");
    let ran = import("faulty", "reviewed.toml", &folder);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(!folder.exists());
    assert!(!ran.err.contains('\u{1b}'), "control characters are shown, not sent");
    for expected in [
        "reviewed.toml: seats: `ZZ` is not a state",
        "reviewed.toml: seats: 3 voting seats instead of 4",
        "reviewed.toml: vacant: there is no seat `NH-9`",
        "reviewed.toml: NH-1: listed as vacant, but E000008 holds it",
        "reviewed.toml: E000099: a correction for nobody",
        "legislators-current.json: entry 1 (E000001): `http://one.senate.gov` is not an https address",
        "legislators-current.json: entry 2 (E000002): `https://two.example.org/contact` is not a page of house.gov or senate.gov",
        "legislators-current.json: entry 3 (E000003): the family name `Drei` is not part of the name",
        "legislators-current.json: entry 3 (E000003): `(202) 225-0003` is not a phone number",
        "legislators-current.json: entry 5 (E000006): reviewed.toml corrects contact_form",
        "legislators-current.json: entry 8 (E000009): `Example\\u{1b}[31m Nine` is not a name",
        "legislators-current.json: entry 9 (E000010): `FM` is not a state",
        "legislators-current.json: entry 10 (E000011): missing field `name`",
        "legislators-current.json: entry 11 (E000003): this person is listed twice",
        "legislators-current.json: entry 11 (E000003): `1 Example Street` is not an address in Washington DC",
        "legislators-current.json: NH senate: 1 senators",
        "legislators-current.json: NH-2: nobody holds this seat",
        "legislators-district-offices.json: entry 1 (E000003-example): `555-0103` is not a phone number",
        "legislators-district-offices.json: entry 2 (E000007-nowhere): an office needs a street or a phone number",
        "zccd.csv: line 3: `5401` is not a ZIP code of five digits",
        "zccd.csv: line 5: this row is a duplicate",
        "zccd.csv: line 6: state_fips 33 is not VT",
        "zccd.csv: line 8: ",
        "zccd.csv: line 9: `x` is not a district",
        "zccd.csv: 03802: lies in NH-7, but reviewed.toml has no such seat",
        "zccd.csv: NH-2: no ZIP code lies in this seat",
        "28 problems; nothing was written",
    ] {
        assert!(ran.err.lines().any(|line| line.starts_with(expected)), "no `{expected}` in\n{}", ran.err);
    }
}

#[test]
fn a_faulty_import_leaves_the_old_tables_alone() {
    let folder = fresh("import-over");
    assert_eq!(import("good", "reviewed.toml", &folder).code, 0);
    let before = fs::read(folder.join("officials.csv")).unwrap();
    assert_eq!(import("faulty", "reviewed.toml", &folder).code, 1);
    assert_eq!(fs::read(folder.join("officials.csv")).unwrap(), before);
}

#[test]
fn other_records_than_those_reviewed_are_a_fault_and_missing_ones_stop_the_import() {
    let (from, to) = (fresh("import-changed"), fresh("import-changed-to"));
    fs::create_dir_all(&from).unwrap();
    let fixture = testbench::workspace::root().join("tests/fixtures/us/good");
    for entry in fs::read_dir(&fixture).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, from.join(path.file_name().unwrap())).unwrap();
    }
    let run = || {
        let (from, to) = (from.to_str().unwrap(), to.to_str().unwrap());
        undersigned(&["import", "us", "--from", from, "--reviewed", &format!("{from}/reviewed.toml"), "--to", to])
    };
    let zips = from.join("zccd.csv");
    let text = fs::read_to_string(&zips).unwrap();
    fs::write(&zips, format!("{text}50,VT,05001,0\n")).unwrap();
    let ran = run();
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("zccd.csv: whole file: checksum ") && ran.err.contains("1 problem"), "{}", ran.err);
    fs::remove_file(&zips).unwrap();
    let ran = run();
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("zccd.csv: No such file"), "{}", ran.err);
    assert!(!to.exists());
}

#[test]
fn help_shows_examples() {
    for command in ["import", "lookup"] {
        let ran = undersigned(&[command, "us", "--help"]);
        assert_eq!(ran.code, 0);
        assert!(ran.out.contains(&format!("Examples:\n  undersigned {command} us")) && ran.out.contains("Exit codes"));
    }
}

#[test]
fn every_district_is_found_from_a_place_in_it_and_lines_within_200_m_offer_both() {
    // `locations.csv`: centres of population of Census block groups, with the district that the Bureau's shapes of full
    // precision give them, and how far from the next one they are where that is less than 600 m.
    let path = testbench::workspace::root().join("tests/fixtures/us/locations.csv");
    let us = testbench::workspace::root().join("data/us");
    let tables = records::tables::load(&undersigned::cli::disk::folder(&us), &us).unwrap();
    let atlas = tables.atlas.unwrap();
    let (mut places, mut near, mut both, mut far, mut one) = (0, 0, 0, 0, 0);
    for line in fs::read_to_string(path).unwrap().lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let found = atlas.at(fields[1].parse().unwrap(), fields[0].parse().unwrap());
        assert!(found.contains(&fields[2]), "{line}: {found:?}");
        places += 1;
        match fields[3].parse::<u32>() {
            // What is drawn a little aside may be on the other side of the 200 m.
            Ok(..150) => {
                near += 1;
                both += usize::from(found.contains(&fields[4]));
            }
            Ok(300..) | Err(_) => {
                far += 1;
                one += usize::from(found == [fields[2]]);
            }
            Ok(_) => {}
        }
    }
    assert!(places > 700 && near > 30, "{places} {near}");
    assert!(both * 100 >= near * 95, "{both} of {near} places near a line are offered both sides");
    assert!(one * 100 >= far * 99, "{one} of {far} places far from any line are offered one district");
}
