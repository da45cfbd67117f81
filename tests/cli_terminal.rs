//! Nothing that the program prints can drive a terminal, whatever files, their names and arguments hold.
#![cfg(not(target_arch = "wasm32"))]
// A helper that fails is a failed test.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::path::{Path, PathBuf};

use campaign::check::text::is_hidden;

/// Clears the screen, sets the title, rings, goes back over what stands there, and turns the reading direction.
const HOSTILE: &str = "\u{1b}[2J\u{1b}]0;owned\u{7}\u{9b}31m\u{8}\r\u{7f}\u{202e}\u{2066}\u{200f}\u{61c}";

/// The same as JSON writes it, so that the file is valid and the text holds it.
fn escaped() -> String {
    HOSTILE.chars().map(|character| format!("\\u{:04x}", u32::from(character))).collect()
}

/// A folder that is empty when a test begins.
fn scratch(name: &str) -> PathBuf {
    let folder = testbench::workspace::scratch().join("cli_terminal").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Runs the program, and gives all that it printed, which holds no control character but the line end.
fn printed(arguments: &[&str]) -> String {
    let output = testbench::workspace::undersigned()
        .args(arguments)
        .current_dir(testbench::workspace::root())
        .output()
        .expect("the program starts");
    let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    let harmful: Vec<char> = text.chars().filter(|character| *character != '\n' && is_hidden(*character)).collect();
    assert!(harmful.is_empty(), "{arguments:?}: {harmful:?} in {text:?}");
    assert!(!text.trim().is_empty(), "{arguments:?}");
    text
}

/// Every text and every field's name of a sound campaign, made hostile, in files and folders with hostile names.
fn hostile_campaigns(name: &str) -> PathBuf {
    let campaigns = scratch(name);
    let folder = campaigns.join(format!("x{HOSTILE}"));
    std::fs::create_dir(&folder).unwrap();
    let shipped = testbench::workspace::root().join("campaigns/cfhk-blinken-2023");
    for file in ["campaign.json", "en.json", "zh-Hant.json"] {
        let text = std::fs::read_to_string(shipped.join(file)).unwrap();
        // At the end of every string, be it a field's name or a text.
        let hostile = text.replace("\":", &[&escaped(), "\":"].concat()).replace("\",", &[&escaped(), "\","].concat());
        std::fs::write(folder.join(file), hostile).unwrap();
    }
    std::fs::write(folder.join(format!("{HOSTILE}.json")), HOSTILE).unwrap();
    campaigns
}

#[test]
fn faults_of_hostile_campaigns_are_told_without_their_commands() {
    let campaigns = hostile_campaigns("check");
    let folder = campaigns.join(format!("x{HOSTILE}"));
    let faults = printed(&["check", folder.to_str().unwrap()]);
    assert!(faults.contains("\\u{1b}[2J\\u{1b}]0;owned\\u{7}") && faults.lines().count() > 20, "{faults}");
    // A fault of each kind that repeats what the file holds, on its own.
    let shipped = testbench::workspace::root().join("campaigns/cfhk-blinken-2023");
    for (file, from, to) in [
        ("campaign.json", "\"id\": \"cfhk-blinken-2023", "\"id\": \"cfhk-blinken-2023ESC"),
        ("campaign.json", "\"issued\": \"", "\"issued\": \"ESC"),
        ("campaign.json", "\"https://", "\"https://ESC"),
        ("campaign.json", "\"#", "\"#ESC"),
        ("campaign.json", "\"us-congress", "\"us-congressESC"),
        ("campaign.json", "\"as_published", "\"as_publishedESC"),
        ("campaign.json", "\"organization\": \"", "\"organization\": \"ESC"),
        ("campaign.json", "\"status\"", "\"statusESC\""),
        ("en.json", "{{place}}", "{{ESC}}"),
        ("en.json", "\"title\": \"", "\"title\": \"FILL IN: ESC"),
        ("en.json", "{\"paragraph\"", "{\"paragraphESC\""),
        ("en.json", "{", "{ RAW"),
    ] {
        let folder = scratch("check-one").join("cfhk-blinken-2023");
        std::fs::create_dir(&folder).unwrap();
        for name in ["campaign.json", "en.json", "zh-Hant.json"] {
            let mut text = std::fs::read_to_string(shipped.join(name)).unwrap();
            if name == file {
                text = text.replace(from, to).replace("ESC", &escaped()).replace("RAW", HOSTILE);
            }
            std::fs::write(folder.join(name), text).unwrap();
        }
        printed(&["check", folder.to_str().unwrap()]);
    }
}

#[test]
fn publishing_complains_without_their_commands() {
    let campaigns = hostile_campaigns("prerender");
    printed(&["prerender", "--out", campaigns.to_str().unwrap(), "--campaigns", campaigns.to_str().unwrap()]);
    let out = scratch("out").join(HOSTILE);
    // No built page there, and no such folder.
    printed(&["prerender", "--out", out.to_str().unwrap()]);
    let site = scratch("site").join("site.toml");
    std::fs::write(&site, format!("provider = \"{HOSTILE}\n")).unwrap();
    let built = scratch("built");
    printed(&["prerender", "--out", built.to_str().unwrap(), "--site", site.to_str().unwrap()]);
    std::fs::write(&site, "provider = \"a\\u001b[2J\\u202e\"").unwrap();
    let refused = printed(&["prerender", "--out", built.to_str().unwrap(), "--site", site.to_str().unwrap()]);
    assert!(refused.contains("provider: `a\\u{1b}[2J\\u{202e}` must be at most"), "{refused}");
    printed(&["prerender", "--out", built.to_str().unwrap(), "--public-url", HOSTILE]);
}

#[test]
fn drafts_and_imports_complain_without_their_commands() {
    let folder = scratch(&format!("drafts{HOSTILE}"));
    let folder = folder.to_str().unwrap();
    printed(&["new", "an-example", "--in", folder]);
    printed(&["new", "an-example", "--in", folder]);
    printed(&["new", HOSTILE, "--in", folder]);
    let release = Path::new(folder).join(format!("{HOSTILE}.txt"));
    let text =
        format!("A Title {HOSTILE} of a Release\n\nJanuary 3{HOSTILE}, 2024\n\n“Words {HOSTILE}”, said A{HOSTILE}.\n");
    std::fs::write(&release, text).unwrap();
    printed(&["import", "release", release.to_str().unwrap()]);
    printed(&["import", "release", release.to_str().unwrap(), "--id", "draft", "--in", folder]);
    printed(&["import", "release", folder]);
    printed(&["import", "us", "--from", folder, "--to", folder]);
    std::fs::write(Path::new(folder).join("reviewed.toml"), format!("a = \"{HOSTILE}")).unwrap();
    printed(&["import", "us", "--from", folder, "--to", folder]);
}

#[test]
fn a_lookup_repeats_what_was_typed_without_its_commands() {
    printed(&["lookup", "us", HOSTILE]);
    printed(&["lookup", "us", "--state", HOSTILE]);
    printed(&["lookup", "us", "05401", "--data", HOSTILE]);
    printed(&["lookup", HOSTILE]);
    printed(&[HOSTILE]);
    let data = scratch("data");
    for file in ["divisions.csv", "officials.csv", "zip-cd119.csv", "district-offices.csv", "sources.toml"] {
        let shipped = testbench::workspace::root().join("data/us").join(file);
        let text = std::fs::read_to_string(shipped).unwrap();
        let short: Vec<String> =
            text.lines().take(20).map(|line| line.replacen(',', &[HOSTILE, ","].concat(), 1)).collect();
        std::fs::write(data.join(file), short.join("\n")).unwrap();
    }
    printed(&["lookup", "us", "05401", "--data", data.to_str().unwrap()]);
}
