//! Folders of legislatures: started by `new`, and every fault told with file, line and column.
#![cfg(not(target_arch = "wasm32"))]
// A helper that fails is a failed test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "cli_legislature/faults.rs"]
mod faults;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use serde_json::Value;
use testbench::workspace;

/// The made-up council of the sample campaign, which has no fault.
const SOUND: &str = "campaigns/example-city/legislature";

fn undersigned(arguments: &[&str]) -> Output {
    workspace::undersigned().args(arguments).current_dir(workspace::root()).output().expect("the program starts")
}

/// How a command ended, and what it said.
fn ran(arguments: &[&str]) -> (Option<i32>, String) {
    let output = undersigned(arguments);
    (output.status.code(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
}

/// A folder that is empty when a test begins.
fn scratch(name: &str) -> PathBuf {
    let folder = workspace::scratch().join("cli_legislature").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A copy of the sound folder, among others of `data`.
fn copy(name: &str) -> PathBuf {
    let folder = scratch(name).join("data/example-city");
    fs::create_dir_all(&folder).unwrap();
    for entry in fs::read_dir(workspace::root().join(SOUND)).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
    }
    folder
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_new_campaign_with_its_own_legislature_lacks_nothing_but_what_it_asks_for() {
    let campaigns = scratch("new").join("campaigns");
    let new = ["new", "a-town", "--legislature", "example-town", "--in", text(&campaigns)];
    assert_eq!(ran(&new).0, Some(0));
    let folder = campaigns.join("a-town");
    let facts: Value = serde_json::from_slice(&fs::read(folder.join("campaign.json")).unwrap()).unwrap();
    assert_eq!(facts["targets"], serde_json::json!([{ "legislature": "example-town" }]));
    let (code, said) = ran(&["check", text(&folder)]);
    assert_eq!(code, Some(1));
    for file in ["legislature.toml", "regions.csv", "seats.csv", "people.csv", "postcodes.csv", "sources.toml"] {
        assert!(said.contains(&format!("a-town/legislature/{file}: line ")), "{file}: {said}");
    }
    let (faults, total) = said.trim_end().rsplit_once('\n').unwrap();
    assert!(total.contains(" faults in "), "{total}");
    let others: Vec<&str> = faults.lines().filter(|line| !line.contains("is still to be written (`")).collect();
    assert_eq!(others, Vec::<&str>::new());

    // Filled in, nothing is left; and nothing in it has the form of a fault.
    for entry in fs::read_dir(folder.join("legislature")).unwrap() {
        let path = entry.unwrap().path();
        fs::write(&path, filled_in(&fs::read_to_string(&path).unwrap())).unwrap();
    }
    let (_, said) = ran(&["check", text(&folder.join("legislature"))]);
    assert_eq!(said, "1 legislature: no faults\n");
    let (_, said) = ran(&["check", text(&folder)]);
    assert!(!said.contains("/legislature/"), "{said}");
}

/// What somebody writes in place of the example's texts.
fn filled_in(example: &str) -> String {
    let mut text = example.to_owned();
    for (asked, answer) in [
        ("two capital letters", "GB"),
        ("the first day of the term", "2026-05-08"),
        ("the last day of the term", "2030-05-02"),
        ("an address that begins", "https://example.org/council"),
        ("where the list is", "https://example.org/list"),
        ("the form of a postcode", "ZZ9 9AA"),
        ("a postcode, or the beginning", "ZZ1*"),
        ("a postcode of several", "ZZ2 2BB"),
        ("the e-mail address", "someone@example.org"),
        ("the day on which", "2026-09-01"),
        ("its day", "2026-09-01"),
        ("", "Example"),
    ] {
        while let Some(at) = text.find(&["FILL IN: ", asked].concat()) {
            let rest = &text[at..];
            // In CSV, a text ends at a comma unless it is in quotation marks.
            let is_quoted = text[..at].ends_with('"');
            let end = rest.find(|c| if is_quoted { c == '"' } else { ",\n\"".contains(c) }).unwrap();
            text.replace_range(at..at + end, answer);
        }
    }
    text
}

#[test]
fn nothing_that_exists_is_overwritten() {
    let campaigns = scratch("existing").join("campaigns");
    let folder = campaigns.join("a-town");
    assert_eq!(ran(&["new", "a-town", "--in", text(&campaigns)]).0, Some(0));
    let facts = fs::read(folder.join("campaign.json")).unwrap();
    // A campaign that is there gets the folder, and is told what to add.
    let new = ["new", "a-town", "--legislature", "example-town", "--in", text(&campaigns)];
    let (code, said) = ran(&new);
    assert_eq!(code, Some(0));
    assert!(said.contains(r#"Add { "legislature": "example-town" } to the targets in campaign.json"#), "{said}");
    assert_eq!(fs::read(folder.join("campaign.json")).unwrap(), facts);
    fs::write(folder.join("legislature/people.csv"), "mine").unwrap();
    let (code, said) = ran(&new);
    assert_eq!(code, Some(2));
    assert!(said.contains("already exists and was left as it is"), "{said}");
    assert_eq!(fs::read_to_string(folder.join("legislature/people.csv")).unwrap(), "mine");
    for (id, part) in [
        ("us", "is the name of something else"),
        ("Example", "must be 1 to 64 of a-z"),
        ("../x", "must be 1 to 64 of a-z"),
        ("ca-commons", "name it in `targets`"),
    ] {
        let (code, said) = ran(&["new", "b-town", "--legislature", id, "--in", text(&campaigns)]);
        assert!(code == Some(2) && said.contains(part), "{id}: {said}");
        assert!(!campaigns.join("b-town").exists(), "{id}: half a campaign");
    }
}

#[test]
fn every_fault_is_told_with_its_place() {
    let mut wrong = Vec::new();
    let (alone, more) = (faults::all(), faults::with_consequences());
    let cases = alone.into_iter().map(|case| (case, true)).chain(more.into_iter().map(|case| (case, false)));
    for (at, ((what, file, change, expected), is_alone)) in cases.enumerate() {
        let folder = copy(&format!("fault-{at}"));
        change.make(&folder.join(file), what);
        let (code, said) = ran(&["check", text(&folder)]);
        let begin = format!("{}/", text(&folder));
        let lines: Vec<&str> = said.lines().map(|line| line.strip_prefix(&begin).unwrap_or(line)).collect();
        // One cause, one line.
        let is_told = if is_alone { lines == [expected] } else { lines.contains(&expected) };
        if code != Some(1) || !is_told || said.contains("panicked") {
            wrong.push(format!("{what}: {file}\n  expected {expected}\n  said     {}", lines.join("\n           ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_campaigns_own_legislature_has_a_name_of_its_own() {
    let folder = scratch("name").join("campaigns/a-town/legislature");
    fs::create_dir_all(&folder).unwrap();
    for entry in fs::read_dir(workspace::root().join(SOUND)).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
    }
    for (id, expected) in [
        ("example-city", "1 legislature: no faults".to_owned()),
        ("another", "1 legislature: no faults".to_owned()),
        (
            "ca-commons",
            format!(
                "{}/legislature.toml: id: `ca-commons` is the name of data/ca-commons; choose another",
                text(&folder)
            ),
        ),
    ] {
        let settings = fs::read_to_string(workspace::root().join(SOUND).join("legislature.toml")).unwrap();
        let settings = settings.replace("id = \"example-city\"", &format!("id = \"{id}\""));
        fs::write(folder.join("legislature.toml"), settings).unwrap();
        assert_eq!(ran(&["check", text(&folder)]).1.trim_end(), expected);
    }
}

#[test]
fn what_spreadsheets_and_editors_add_is_no_fault() {
    for (what, file, change) in faults::harmless() {
        let folder = copy(&format!("harmless-{}", what.replace(' ', "-")));
        change.make(&folder.join(file), what);
        assert_eq!(ran(&["check", text(&folder)]), (Some(0), "1 legislature: no faults\n".to_owned()), "{what}");
    }
}

/// Campaigns have small files; a country's postcodes may be many.
#[test]
fn a_large_table_is_read_however_its_folder_is_named() {
    let folder = copy("large");
    let postcodes = folder.join("postcodes.csv");
    let rows = fs::read_to_string(&postcodes).unwrap() + &"\n".repeat(9 << 20);
    fs::write(&postcodes, rows).unwrap();
    let (code, said) = ran(&["check", text(&folder)]);
    assert_eq!((code, said.trim_end()), (Some(0), "1 legislature: no faults"));
}

#[test]
fn many_faults_of_one_kind_are_counted_and_all_files_are_looked_at() {
    let folder = copy("many");
    let mut people = fs::read_to_string(folder.join("people.csv")).unwrap();
    let columns = people.lines().next().unwrap().split(',').count() - 3;
    for number in 0..70_000 {
        people.push_str(&format!("p{number},W99,mayor{}\n", ",".repeat(columns)));
    }
    fs::write(folder.join("people.csv"), people).unwrap();
    fs::write(folder.join("shapes.topojson"), "{").unwrap();
    fs::remove_file(folder.join("postcodes.csv")).unwrap();
    let (code, said) = ran(&["check", text(&folder)]);
    assert_eq!(code, Some(1));
    assert!(said.lines().count() < 60, "{}", said.lines().count());
    for part in
        ["people.csv: whole file: has 139950 more faults", "shapes.topojson: ", "postcodes.csv: whole file: is missing"]
    {
        assert!(said.contains(part), "no {part} in {said}");
    }
}

#[test]
fn seventy_thousand_seats_are_refused_and_sixty_thousand_are_not() {
    let folder = copy("seats");
    for (count, expected) in [(70_000, "whole file: has 70000 rows; at most 65535 fit"), (60_000, "no faults")] {
        let rows: String = (1..=count).map(|number| format!("W{number},EX-CITY,Ward {number}\n")).collect();
        fs::write(folder.join("seats.csv"), ["code,region,name\n", &rows].concat()).unwrap();
        let (_, said) = ran(&["check", text(&folder)]);
        assert!(said.contains(expected) && said.lines().count() == 1, "{said}");
    }
}

/// The campaign `example-city` in a folder of campaigns, and a folder as Trunk leaves it.
fn city(name: &str) -> (PathBuf, PathBuf) {
    let scratch = scratch(name);
    let (campaigns, out) = (scratch.join("campaigns"), scratch.join("out"));
    let to = campaigns.join("example-city");
    fs::create_dir_all(to.join("legislature")).unwrap();
    fs::create_dir_all(&out).unwrap();
    let root = workspace::root();
    for folder in ["", "legislature"] {
        for entry in fs::read_dir(root.join("campaigns/example-city").join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                fs::copy(&path, to.join(folder).join(path.file_name().unwrap())).unwrap();
            }
        }
    }
    fs::write(out.join("undersigned-test.js"), "export default 0;").unwrap();
    fs::write(out.join("undersigned-test_bg.wasm"), "no Wasm").unwrap();
    (campaigns, out)
}

/// Draws such a campaign.
fn drawn(campaigns: &Path, out: &Path, day: &str) -> (Option<i32>, String) {
    let address = "https://act.example.org";
    ran(&["prerender", "--public-url", address, "--campaigns", text(campaigns), "--out", text(out), "--on", day])
}

#[test]
fn an_expired_legislature_of_a_campaign_publishes_nothing() {
    let (campaigns, out) = city("expired");
    let settings = campaigns.join("example-city/legislature/legislature.toml");
    let sound = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, sound.replace("2036-05-02", "2026-11-10")).unwrap();
    let before = fs::read_dir(&out).unwrap().count();
    let (code, said) = drawn(&campaigns, &out, "2026-11-11");
    assert_eq!(code, Some(1), "{said}");
    let fault =
        "legislature/legislature.toml: valid_to: these tables were valid until 2026-11-10; refresh them, or pass";
    assert!(said.contains(fault), "{said}");
    assert_eq!(fs::read_dir(&out).unwrap().count(), before, "half a site");
    let (code, said) = drawn(&campaigns, &out, "2026-11-10");
    assert!(code == Some(0) && said.contains("legislature: terms end on 2026-11-10, in 0 days"), "{said}");
}

#[test]
fn who_sits_for_the_whole_has_no_seat_on_the_lists() {
    let (campaigns, out) = city("whole");
    let people = campaigns.join("example-city/legislature/people.csv");
    let mayor = "ec-99,EX-CITY,mayor,Mia\u{a0} Example,Example,f,Example Party,,,,,,\n";
    fs::write(&people, fs::read_to_string(&people).unwrap() + mayor).unwrap();
    let (code, said) = drawn(&campaigns, &out, "2026-11-10");
    assert_eq!(code, Some(0), "{said}");
    let files = testbench::measure::files(&out).unwrap().into_iter().filter(|file| file.ends_with("index.html"));
    let pages: Vec<String> = files.map(|file| fs::read_to_string(file).unwrap()).collect();
    // The name without the spaces that nobody sees; the party without a comma; the council's address, which always works.
    let list = pages.iter().find(|page| page.contains("Mia Example</h2>")).unwrap();
    assert!(list.find("Mia Example</h2>") < list.find("Ada Example</h2>"), "the mayor is not first");
    let entry = "Mia Example</h2><span class=\"role\">Example Party</span><span class=\"ways\"><span translate=\"no\" class=\"address\">City Hall";
    assert!(
        pages.iter().any(|page| page.contains(entry)),
        "{:?}",
        pages.iter().find_map(|page| page.split_once("Mia")).map(|(_, rest)| &rest[..400])
    );
}

#[test]
fn a_lookup_in_a_folder_says_who_represents_a_postcode_a_region_and_a_seat() {
    let sound = workspace::root().join(SOUND);
    for (folder, place, expected) in [
        (
            text(&sound),
            "zz11aa",
            &["Ward 1: North Gate (W1)", "Councillor Ada Example, Independent", "ward1@example.org"][..],
        ),
        (text(&sound), "W2", &["Ward 2: Old Harbour (W2)", "Councillor Ben Sample"]),
        (text(&sound), "EX-CITY", &["(W1)", "(W9)"]),
        ("data/ca-commons", "11001", &["Cardigan (11001)", ", MP", "@parl.gc.ca", "Members as of "]),
        ("data/eu-parliament", "MT", &["Malta (MT)", "Members as of "]),
    ] {
        let (code, said) = ran(&["lookup", "in", folder, place]);
        assert_eq!(code, Some(0), "{place}: {said}");
        expected.iter().for_each(|part| assert!(said.contains(part), "{place}: no {part} in {said}"));
    }
    let (code, said) = ran(&["lookup", "in", text(&sound), "ZZ9 9ZZ"]);
    assert!(code == Some(1) && said.contains("`ZZ9 9ZZ` is not a postcode of the form ZZ9 9AA"), "{said}");
    let (_, said) = ran(&["lookup", "in", "data/ca-commons", "11001", "--on", "2029-10-16"]);
    assert!(!said.contains("@parl.gc.ca"), "after the term: {said}");
    assert_eq!(ran(&["lookup", "in", "data", "x"]).0, Some(1));
}

/// In a long list people look for a name.
#[test]
fn the_members_of_a_large_country_are_in_the_order_of_their_names() {
    let mut people = csv::Reader::from_path(workspace::root().join("data/eu-parliament/people.csv")).unwrap();
    let people: Vec<csv::StringRecord> = people.records().map(Result::unwrap).collect();
    for country in ["DE", "FR"] {
        let (_, said) = ran(&["lookup", "in", "data/eu-parliament", country]);
        let listed = said.lines().filter_map(|line| line.strip_prefix("  ")?.split_once(", MEP"));
        let family = |(name, _): (&str, &str)| {
            let row = people.iter().find(|row| &row[1] == country && &row[3] == name);
            campaign::folding::folded(&row.unwrap()[4])
        };
        let families: Vec<String> = listed.map(family).collect();
        assert!(families.len() > 70 && families.is_sorted(), "{country}: {families:?}");
    }
}

#[test]
fn a_broken_folder_publishes_nothing() {
    let (campaigns, out) = city("publish");
    let before = fs::read_dir(&out).unwrap().count();
    fs::write(campaigns.join("example-city/legislature/seats.csv"), "code,region,name\nW1,NOWHERE,Ward 1\n").unwrap();
    let (code, said) = drawn(&campaigns, &out, "2026-11-10");
    assert_ne!(code, Some(0));
    assert!(said.contains("seats.csv: line 2, region: regions.csv has no `NOWHERE`"), "{said}");
    assert_eq!(fs::read_dir(&out).unwrap().count(), before, "half a site");
}

#[test]
fn the_committed_schema_is_that_of_the_type_and_every_legislature_passes_it() {
    let root = workspace::root();
    let committed = fs::read_to_string(root.join("data/legislature.schema.json")).unwrap();
    let folder = scratch("schema");
    for name in ["campaigns", "data"] {
        fs::create_dir_all(folder.join(name)).unwrap();
    }
    let written = workspace::undersigned().args(["check", "--write-schema"]).current_dir(&folder).output().unwrap();
    assert_eq!(written.status.code(), Some(0));
    let now = fs::read_to_string(folder.join("data/legislature.schema.json")).unwrap();
    assert_eq!(committed, now, "out of date; run `undersigned check --write-schema`");
    let schema = jsonschema::validator_for(&serde_json::from_str(&committed).unwrap()).unwrap();
    let read = |path: &Path| -> Value {
        let table: toml::Table = fs::read_to_string(path).unwrap().parse().unwrap();
        serde_json::to_value(table).unwrap()
    };
    let mut count = 0;
    let data = fs::read_dir(root.join("data")).unwrap().map(|entry| entry.unwrap().path());
    for file in
        data.chain([root.join(SOUND)]).map(|folder| folder.join("legislature.toml")).filter(|file| file.is_file())
    {
        count += 1;
        let faults: Vec<String> = schema.iter_errors(&read(&file)).map(|fault| fault.to_string()).collect();
        assert_eq!(faults, Vec::<String>::new(), "{}", file.display());
    }
    assert!(count >= 4, "{count}");
    // And it can tell a fault.
    let sound = read(&root.join(SOUND).join("legislature.toml"));
    for (path, value) in [("/country", "Canada"), ("/valid_to", "2026"), ("/role", ""), ("/role/0/words/en/shown", "")]
    {
        let mut broken = sound.clone();
        let place = broken.pointer_mut(path).unwrap();
        *place = if value.is_empty() { Value::Null } else { value.into() };
        assert!(!schema.is_valid(&broken), "{path}");
    }
}
