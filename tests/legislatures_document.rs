//! `docs/legislatures.md`: the folder of its worked example has no fault, and faults are told as it says.
#![cfg(not(target_arch = "wasm32"))]
// Clippy knows tests by their attribute; what they share is test code too.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

#[path = "legislatures_document/example.rs"]
mod example;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use example::{document, example};

/// Lays the folder out beside a campaign that writes to it, and checks everything.
fn check(name: &str, files: &BTreeMap<String, String>) -> (Option<i32>, String) {
    let folder: PathBuf = testbench::workspace::scratch().join("legislatures-document").join(name);
    let _ = fs::remove_dir_all(&folder);
    let root = testbench::workspace::root();
    for name in [
        "campaigns/cfhk-blinken-2023",
        "campaigns/nine-groups-2015",
        "data/us",
        "data/uk-commons",
        "data/eu-parliament",
    ] {
        fs::create_dir_all(folder.join(name)).unwrap();
        for entry in fs::read_dir(root.join(name)).unwrap() {
            let path = entry.unwrap().path();
            let to = folder.join(name).join(path.file_name().unwrap());
            if path.extension().is_some_and(|ending| ending == "json") {
                // The campaign writes to the example instead of Canada, with words of its own for it.
                let text = fs::read_to_string(&path).unwrap().replace("ca-commons", "example-parliament");
                fs::write(to, text).unwrap();
            } else {
                fs::copy(&path, to).unwrap();
            }
        }
    }
    let to = folder.join("data/example-parliament");
    fs::create_dir_all(&to).unwrap();
    files.iter().for_each(|(name, text)| fs::write(to.join(name), text).unwrap());
    let ran = testbench::workspace::undersigned()
        .current_dir(&folder)
        .args(["check", "--on", "2026-11-01"])
        .output()
        .unwrap();
    (ran.status.code(), String::from_utf8(ran.stdout).unwrap() + &String::from_utf8(ran.stderr).unwrap())
}

#[test]
fn the_worked_example_is_a_whole_folder_without_a_fault() {
    let files = example();
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    let expected = [
        "legislature.toml",
        "people.csv",
        "postcodes.csv",
        "regions.csv",
        "seats.csv",
        "sources.toml",
        "words.en.json",
        "words.zh-Hant.json",
    ];
    assert_eq!(names, expected);
    let (code, said) = check("good", &files);
    assert_eq!(code, Some(0), "{said}");
}

#[test]
fn what_somebody_gets_wrong_is_told_with_its_place() {
    for (what, file, from, to, said) in [
        (
            "the document's own",
            "people.csv",
            "m2,S1",
            "m2,S9",
            "data/example-parliament/people.csv: line 3, seat: neither seats.csv nor regions.csv has `S9`",
        ),
        ("no such role", "people.csv", "s1,XX-N,senator", "s1,XX-N,lord", "people.csv: line 4, role"),
        ("no such region", "seats.csv", "S1,XX-S", "S1,XX-W", "seats.csv: line 4, region"),
        ("another form of postcode", "postcodes.csv", "1001", "A001", "postcodes.csv: line 3, postcode"),
        (
            "a language without the words",
            "words.zh-Hant.json",
            "  \"state.label\": \"省份\",\n",
            "",
            "words.zh-Hant.json",
        ),
        ("a word that is none", "words.en.json", "state.label", "state.name", "words.en.json"),
        ("a day that is none", "sources.toml", "as_of = \"2026-05-01\"", "as_of = \"May 2026\"", "sources.toml: line"),
        ("a field that is none", "legislature.toml", "finder", "search", "legislature.toml: line"),
    ] {
        let mut files = example();
        let text = files.get_mut(file).unwrap();
        assert!(text.contains(from), "{what}");
        *text = text.replacen(from, to, 1);
        let (code, told) = check(what, &files);
        assert_eq!(code, Some(1), "{what}: {told}");
        assert!(told.contains(said), "{what}: no `{said}` in\n{told}");
    }
}

#[test]
fn the_document_names_what_is_there() {
    let text = document();
    let root = testbench::workspace::root();
    for path in [
        "assets/languages/legislature.en.json",
        "data/legislature.schema.json",
        "src/cli/import/fr.rs",
        "docs/campaigns.md",
    ] {
        let named = text.contains(path) || text.contains(path.trim_start_matches("docs/"));
        assert!(named && root.join(path).exists(), "{path}");
    }
    for folder in ["ca-commons", "eu-parliament", "fr-assembly"] {
        let settings = fs::read_to_string(root.join("data").join(folder).join("legislature.toml")).unwrap();
        let settings: toml::Table = settings.parse().unwrap();
        for field in settings.keys() {
            assert!(text.contains(&format!("`{field}`")), "{folder}: {field}");
        }
    }
}
