//! The next Congress with made-up people: everything that a January brings at once.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::Records;

/// The nine states whose lines change on 3 January 2027, one that keeps its own, and delegates.
const SEATS: [(&str, &str, u8); 13] = [
    ("AL", "01", 7),
    ("CA", "06", 52),
    ("FL", "12", 28),
    ("LA", "22", 6),
    ("NC", "37", 14),
    ("NH", "33", 2),
    ("OH", "39", 15),
    ("TN", "47", 9),
    ("TX", "48", 38),
    ("UT", "49", 4),
    ("VT", "50", 1),
    ("DC", "11", 1),
    ("PR", "72", 1),
];

const DELEGATES: [&str; 2] = ["DC", "PR"];

const REDRAWN: [&str; 9] = ["AL", "CA", "FL", "LA", "NC", "OH", "TN", "TX", "UT"];

/// Rows of `zccd.csv` with a made-up ZIP code for each seat of a list such as `NH = 2`.
pub fn zips(seats: &str) -> String {
    let mut rows = "state_fips,state_abbr,zcta,cd\n".to_owned();
    let mut zip = 10_000;
    for line in seats.lines() {
        let (code, count) = line.split_once(" = ").unwrap();
        let fips = match SEATS.iter().find(|(state, _, _)| *state == code) {
            Some((_, fips, _)) => fips,
            None => "66",
        };
        let count: u8 = count.parse().unwrap();
        for number in if count == 1 { 0..=0 } else { 1..=count } {
            zip += 1;
            writeln!(rows, "{fips},{code},{zip},{number}").unwrap();
        }
    }
    rows
}

fn person(id: u32, term: Value) -> Value {
    json!({
        "id": {"bioguide": format!("E{id:06}")},
        "name": {"first": "Example", "last": format!("Person {id}")},
        "terms": [term],
    })
}

fn house(id: u32, state: &str, district: u8, congress: u16) -> Value {
    person(
        id,
        json!({"type": "rep", "start": format!("{congress}-01-03"), "end": format!("{}-01-03", congress + 2), "state": state,
            "district": district, "party": if id.is_multiple_of(2) { "Democrat" } else { "Republican" },
            "url": format!("https://person{id}.house.gov"), "phone": format!("202-225-{id:04}"),
            "address": "1 Cannon House Office Building Washington DC 20515-0001"}),
    )
}

fn senator(id: u32, state: &str, rank: &str, start: &str, end: &str) -> Value {
    person(
        id,
        json!({"type": "sen", "start": start, "end": end, "state": state, "party": "Democrat", "state_rank": rank,
            "url": format!("https://www.person{id}.senate.gov"), "phone": format!("202-224-{id:04}"),
            "address": "1 Hart Senate Office Building Washington DC 20510"}),
    )
}

/// A Congress that begins in that year; members from `first` on, two in three of whom are there in both.
fn congress(year: u16) -> Vec<Value> {
    let mut people = Vec::new();
    let mut id = 100;
    for (state, _, count) in SEATS {
        for district in if count == 1 { 0..=0 } else { 1..=count } {
            id += 1;
            let newcomer = year == 2027 && id % 3 == 0;
            people.push(house(if newcomer { id + 1000 } else { id }, state, district, year));
        }
        if !DELEGATES.contains(&state) {
            people.push(senator(5000 + id, state, "senior", "2023-01-03", "2029-01-03"));
            let (start, end) = if year == 2027 { ("2027-01-03", "2033-01-03") } else { ("2021-01-03", "2027-01-03") };
            people.push(senator(6000 + id, state, "junior", start, end));
        }
    }
    people
}

fn find<'a>(people: &'a mut [Value], state: &str, district: u8) -> &'a mut Value {
    let found = people.iter_mut().find(|person| {
        let term = &person["terms"][0];
        term["type"] == "rep" && term["state"] == state && term["district"] == district
    });
    found.unwrap()
}

pub fn check() {
    let seats: String = SEATS.iter().map(|(state, _, count)| format!("{state} = {count}\n")).collect();
    let voting = SEATS.iter().filter(|(state, _, _)| !DELEGATES.contains(state)).map(|(_, _, count)| u32::from(*count));
    let limits = "vacant_up_to = 8\nno_contact_up_to = 8\n";
    let records = Records::of("next", &json!(congress(2025)), &seats, voting.sum(), limits);
    records.give_new_lines(&REDRAWN);
    let mut next = congress(2027);
    // A member changes party, another state; a seat is vacant; a senator is appointed until an election.
    let member = find(&mut next, "CA", 8);
    member["terms"][0]["party"] = json!("Independent");
    member["terms"][0]["caucus"] = json!("Democrat");
    *find(&mut next, "PR", 0) = house(901, "PR", 0, 2027);
    let stayed = find(&mut next, "NH", 1)["id"].clone();
    let moved = find(&mut next, "UT", 2);
    moved["id"] = stayed;
    moved["name"] = json!({"first": "Example", "last": "Moved"});
    *find(&mut next, "NH", 1) = house(900, "NH", 1, 2027);
    next.retain(|person| !(person["terms"][0]["state"] == "TX" && person["terms"][0]["district"] == 18));
    next.retain(|person| !(person["terms"][0]["state"] == "OH" && person["terms"][0]["state_rank"] == "junior"));
    next.push(senator(7000, "OH", "junior", "2027-01-05", "2028-11-07"));
    // A newcomer has no telephone yet.
    let tn5 = find(&mut next, "TN", 5);
    tn5["terms"][0]["phone"] = json!("");
    tn5["terms"][0]["address"] = json!("");
    records.put_people(&json!(next));
    // An office of somebody who has left.
    let office = json!([{"id": {"bioguide": "E000999"}, "offices": [{"id": "x", "address": "1 Example Street", "city": "Exampleton",
        "state": "VT", "zip": "05401", "phone": "802-555-0101"}]}]);
    records.server.put(super::OFFICES, super::Answer::file(office.to_string()));
    let ran = records.refresh_with(&["--on", "2027-01-06"], &[]);
    assert_eq!((ran.code, ran.err.as_str()), (3, ""), "{}", ran.out);
    for line in [
        "  TX-18: Example Person 251 → vacant\n",
        "  NH-1: Example Person 208 → Example Person 900 (Democrat), term since 2027-01-03\n",
        "  PR: Example Person 278 → Example Person 901 (Republican), term since 2027-01-03\n",
        " → Example Person 7000 (Democrat), term since 2027-01-05\n",
        "  CA-8: Example Person 115: Republican → Independent\n",
        "  CA-8: Example Person 115: caucuses with nobody → the Democrats\n",
        "Example Moved: NH-1 → UT-2\n",
        "  to tidy up: legislators-district-offices.json: E000999: an office of nobody in the records; left out\n",
    ] {
        assert!(ran.out.contains(line), "no `{line}` in\n{}", ran.out);
    }
    let ran = records.run(&["lookup", "us", "--state", "OH"], &[]);
    assert!(ran.out.contains("Example Person 7000"), "{}", ran.out);
    // The new members are known, but not which of them a ZIP code of the old lines has.
    let first_zip = |code: &str| {
        let before = SEATS.iter().take_while(|(state, _, _)| *state != code).map(|(_, _, count)| u32::from(*count));
        (10_001 + before.sum::<u32>()).to_string()
    };
    for (code, _, count) in SEATS {
        let ran = records.run(&["lookup", "us", &first_zip(code), "--on", "2027-01-06"], &[]);
        let redrawn = ran.out.contains(&format!("({code}) has new districts, which are not in these tables"));
        assert_eq!(redrawn, REDRAWN.contains(&code), "{code} has {count} seats: {}", ran.out);
        assert_eq!(
            ran.out.contains("Representative Example Person"),
            count > 0 && !redrawn && !DELEGATES.contains(&code),
            "{}",
            ran.out
        );
    }
    // A seat that is vacant in the new records is so: they are of this Congress.
    let ran = records.run(&["lookup", "us", "--state", "NH", "--on", "2027-02-01"], &[]);
    assert!(!ran.out.contains("not in these tables"), "{}", ran.out);
}
