//! The folders that are committed: their files go together.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

type Row = BTreeMap<String, String>;

fn rows(text: &str) -> Vec<Row> {
    csv::Reader::from_reader(text.as_bytes()).into_deserialize().map(Result::unwrap).collect()
}

fn ids(file: &toml::Table, list: &str) -> BTreeSet<String> {
    file[list].as_array().unwrap().iter().map(|entry| entry["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn people_seats_groups_and_words_go_together() {
    for (name, seats, people, with_email) in
        [("ca-commons", 343, 342, 342), ("eu-parliament", 27, 715, 706), ("fr-assembly", 577, 577, 551)]
    {
        let folder = testbench::workspace::root().join("data").join(name);
        let read = |file: &str| fs::read_to_string(folder.join(file)).unwrap();
        let legislature: toml::Table = read("legislature.toml").parse().unwrap();
        assert_eq!(legislature["id"].as_str(), Some(name));
        let (roles, groups) = (ids(&legislature, "role"), ids(&legislature, "group"));
        let codes: BTreeSet<String> = rows(&read("seats.csv")).iter().map(|row| row["code"].clone()).collect();
        let regions: BTreeSet<String> = rows(&read("regions.csv")).iter().map(|row| row["code"].clone()).collect();
        let found = rows(&read("people.csv"));
        let has_email = found.iter().filter(|row| !row["email"].is_empty()).count();
        assert_eq!((codes.len(), found.len(), has_email), (seats, people, with_email), "{name}");
        assert!(rows(&read("seats.csv")).iter().all(|row| regions.contains(&row["region"])), "{name}");
        for row in &found {
            assert!(codes.contains(&row["seat"]) && roles.contains(&row["role"]), "{name}: {row:?}");
            assert!(groups.contains(&row["party"]) && row["name"].contains(&row["family_name"]), "{name}: {row:?}");
            let shouted = row["name"].split(' ').any(|word| word.len() > 3 && word.chars().all(char::is_uppercase));
            assert!(!shouted, "{name}: {row:?}");
        }
        let used: BTreeSet<String> = found.iter().map(|row| row["party"].clone()).collect();
        assert_eq!(used, groups, "{name}: no group without people");
        let words = |tag: &str| -> BTreeMap<String, serde_json::Value> {
            serde_json::from_str(&read(&format!("words.{tag}.json"))).unwrap()
        };
        let keys = |tag: &str| words(tag).into_keys().collect::<Vec<_>>();
        assert_eq!(keys("en"), keys("zh-Hant"), "{name}");
        let sources: toml::Table = read("sources.toml").parse().unwrap();
        for source in sources["source"].as_array().unwrap() {
            let of = |key: &str| source.get(key).and_then(|text| text.as_str());
            assert!(of("licence").is_some_and(|licence| !licence.is_empty()), "{name}: {source}");
            assert!(of("address").is_some_and(|address| address.starts_with("https://")), "{name}: {source}");
            let fetch = of("fetch").is_none_or(|from| from.starts_with("https://raw.githubusercontent.com/"));
            assert!(fetch, "{name}: {source}");
        }
        assert!(!sources["credit"].as_array().unwrap().is_empty(), "{name}");
    }
}

#[test]
fn places_lie_in_the_ridings_that_their_people_vote_in() {
    let text = fs::read(testbench::workspace::root().join("data/ca-commons/shapes.topojson")).unwrap();
    let atlas = shapes::Atlas::from_topojson_by(&text, shapes::LOOKUP, "code").unwrap();
    assert_eq!(atlas.names().count(), 343);
    for (what, longitude, latitude, code) in [
        ("Parliament Hill: Ottawa Centre", -75.7009, 45.4236, "35079"),
        ("Whitehorse: Yukon", -135.0568, 60.7212, "60001"),
        ("Iqaluit: Nunavut", -68.5170, 63.7467, "62001"),
        ("Charlottetown", -63.1311, 46.2382, "11002"),
    ] {
        let at = atlas.at(longitude, latitude);
        assert_eq!(at.first(), Some(&code), "{what}: {at:?}");
    }
    assert!(atlas.at(-0.1246, 51.4994).is_empty(), "Westminster");
}

/// Who opens "Phone and address" finds a telephone number.
#[test]
fn a_telephone_is_promised_only_where_somebody_has_one() {
    let data = testbench::workspace::root().join("data");
    let mut looked_at = 0;
    for folder in fs::read_dir(data).unwrap().map(|entry| entry.unwrap().path()) {
        let Ok(people) = fs::read_to_string(folder.join("people.csv")) else { continue };
        let has_phones = rows(&people).iter().any(|row| row.get("phone").is_some_and(|phone| !phone.is_empty()));
        for tag in ["en", "zh-Hant"] {
            let words = fs::read_to_string(folder.join(format!("words.{tag}.json"))).unwrap();
            let words: BTreeMap<String, serde_json::Value> = serde_json::from_str(&words).unwrap();
            let label = words["person.contact_details"].as_str().unwrap();
            let promises = ["Phone", "Call", "電話", "致電"].iter().any(|word| label.contains(word));
            assert!(has_phones || !promises, "{}: {label}", folder.display());
            looked_at += 1;
        }
    }
    assert_eq!(looked_at, 8, "four legislatures in two languages");
}
