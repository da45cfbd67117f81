//! The program's commands for campaigns: check, new, import release.
#![cfg(not(target_arch = "wasm32"))]
// A helper that fails is a failed test.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::path::{Path, PathBuf};
use std::process::Output;

fn undersigned(arguments: &[&str]) -> Output {
    testbench::workspace::undersigned()
        .args(arguments)
        .current_dir(testbench::workspace::root())
        .output()
        .expect("the program starts")
}

fn lines(output: &Output) -> Vec<String> {
    String::from_utf8(output.stdout.clone()).unwrap().lines().map(str::to_owned).collect()
}

/// A folder that is empty when a test begins.
fn scratch(name: &str) -> PathBuf {
    let folder = testbench::workspace::scratch().join("cli_campaign").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn text(path: impl AsRef<Path>) -> String {
    std::fs::read_to_string(testbench::workspace::root().join(path)).unwrap()
}

#[test]
fn the_committed_campaigns_have_no_faults() {
    let output = undersigned(&["check"]);
    assert_eq!(lines(&output), ["3 campaigns, 6 language files: no faults"]);
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn every_planted_fault_is_listed_with_its_place() {
    let output = undersigned(&["check", "tests/fixtures/campaigns/faulty"]);
    let expected = text("tests/fixtures/campaigns/faulty.expected");
    assert_eq!(lines(&output).join("\n"), expected.trim_end());
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_folder_that_cannot_be_read_is_not_a_campaign_with_faults() {
    let output = undersigned(&["check", "tests/fixtures/campaigns/nowhere", "tests/fixtures/campaigns/faulty"]);
    assert_eq!(output.status.code(), Some(2));
    let lines = lines(&output);
    assert!(lines[0].starts_with("tests/fixtures/campaigns/nowhere: cannot be read: "), "{}", lines[0]);
    assert!(lines.len() > 10, "the readable folder is checked all the same");
}

#[test]
fn the_committed_schemas_are_those_of_the_types() {
    for (name, schema) in campaign::schema::files() {
        let committed = text(Path::new("campaigns").join(name));
        assert_eq!(committed, schema, "{name} is out of date; run `undersigned check --write-schema`");
    }
}

#[test]
fn what_is_sent_to_an_english_speaking_office_is_the_same_in_every_language() {
    let words = |file: &str| -> serde_json::Value {
        let mut words: serde_json::Value =
            serde_json::from_str(&text(format!("campaigns/cfhk-blinken-2023/{file}"))).unwrap();
        for point in words["action"]["letter"]["points"].as_array_mut().unwrap() {
            point["label"].take();
        }
        words["action"]["letter"]["prompts"].take();
        // Shown, and never sent.
        words["action"]["letter"].as_object_mut().unwrap().remove("translation");
        words["action"].take()
    };
    let (english, chinese) = (words("en.json"), words("zh-Hant.json"));
    assert_eq!(english["letter"], chinese["letter"]);
    assert_eq!(english["call"], chinese["call"]);
}

#[test]
fn a_new_campaign_lacks_nothing_but_what_it_asks_for() {
    let campaigns = scratch("new");
    let campaigns = campaigns.to_str().unwrap();
    let first = undersigned(&["new", "an-example", "--in", campaigns, "--languages", "en,zh-Hant"]);
    assert_eq!(first.status.code(), Some(0));

    let folder = format!("{campaigns}/an-example");
    let check = undersigned(&["check", &folder]);
    assert_eq!(check.status.code(), Some(1));
    let lines = lines(&check);
    let (total, faults) = lines.split_last().unwrap();
    assert!(total.ends_with(" in 3 files"), "{total}");
    assert!(faults.len() > 20 && faults.iter().all(|line| line.contains("is still to be written")), "{faults:#?}");

    let before = std::fs::read_to_string(format!("{folder}/campaign.json")).unwrap();
    let again = undersigned(&["new", "an-example", "--in", campaigns]);
    assert_eq!(again.status.code(), Some(2));
    assert_eq!(std::fs::read_to_string(format!("{folder}/campaign.json")).unwrap(), before);
}

#[test]
fn a_name_that_is_no_address_starts_nothing() {
    let campaigns = scratch("bad-name");
    let output = undersigned(&["new", "../x", "--in", campaigns.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(std::fs::read_dir(&campaigns).unwrap().count(), 0);
}

#[test]
fn a_release_becomes_a_draft_that_lists_what_remains() {
    let campaigns = scratch("import");
    let campaigns = campaigns.to_str().unwrap();
    let release = "tests/fixtures/releases/example.txt";
    let output = undersigned(&["import", "release", release, "--id", "a-hearing", "--in", campaigns]);
    assert_eq!(output.status.code(), Some(0));

    let words: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(format!("{campaigns}/a-hearing/en.json")).unwrap()).unwrap();
    assert_eq!(words["title"], "Example Organisations Ask for a Public Hearing");
    assert_eq!(words["statement"][1]["quotation"]["speaker"], "Jane Doe");
    assert_eq!(words["statement"][2]["quotation"]["text"], "A hearing would be a beginning.");
    assert_eq!(words["statement"][3]["quotation"]["role"], "head of records at Example Organisation 02");
    let readme = std::fs::read_to_string(format!("{campaigns}/a-hearing/README.md")).unwrap();
    assert!(
        readme.contains("# a-hearing: a draft") && readme.contains("Left out as part of the site: 12 views0 comments")
    );

    let check = undersigned(&["check", &format!("{campaigns}/a-hearing")]);
    let lines = lines(&check);
    let (_, faults) = lines.split_last().unwrap();
    assert!(faults.iter().all(|line| line.contains("is still to be written")), "{faults:#?}");
    assert!(
        !faults
            .iter()
            .any(|line| line.contains("/statement/") || line.contains("/title:") && !line.contains("/action"))
    );
}

#[test]
fn a_release_without_a_name_is_printed_as_json() {
    let output = undersigned(&["import", "release", "tests/fixtures/releases/example.txt"]);
    let release: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&release["issued"], &release["updated"]), (&"2024-02-12".into(), &"2024-03-03".into()));
    assert_eq!(release["parts"].as_array().unwrap().len(), 4);
    assert_eq!(undersigned(&["import", "release", "tests/nowhere.txt"]).status.code(), Some(2));
}

#[test]
fn a_command_that_could_not_run_names_the_file_and_the_cause_once() {
    let scratch = scratch("causes");
    let file = scratch.join("file");
    std::fs::write(&file, "").unwrap();
    let (below, missing) = (file.join("below"), scratch.join("missing"));
    let (file, below, missing) = (file.to_str().unwrap(), below.to_str().unwrap(), missing.to_str().unwrap());
    let built = scratch.join("built");
    std::fs::create_dir_all(built.join("data")).unwrap();
    std::fs::write(built.join("campaigns.json"), "[]").unwrap();
    let built = built.to_str().unwrap();
    for (arguments, place, cause) in [
        (vec!["publish", built, below], below, "Not a directory"),
        (vec!["publish", built, file], file, "File exists"),
        (vec!["prerender", "--out", missing, "--heights", missing], missing, "No such file"),
        (vec!["prerender", "--out", missing], missing, "No such file"),
        (vec!["prerender", "--out", below], below, "Not a directory"),
        (vec!["prerender", "--out", missing, "--site", below], below, "Not a directory"),
        (vec!["logo", missing], missing, "No such file"),
        (vec!["import", "release", missing], missing, "No such file"),
        (vec!["import", "signers", missing, "--source", "https://example.org"], missing, "No such file"),
        (vec!["import", "signers", file, "--source", "https://example.org"], file, "has no rows"),
    ] {
        let output = undersigned(&arguments);
        let said = String::from_utf8(output.stderr).unwrap();
        let line = said.lines().find(|line| line.starts_with(place)).unwrap_or_else(|| panic!("{arguments:?}: {said}"));
        assert_eq!(line.matches(cause).count(), 1, "{arguments:?}: {line}");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
    }
}
