//! Campaign folders that nobody writes by hand: `undersigned check` says what is wrong, in a page or two, and ends.
//!
//! Without its limits each of these took minutes, or printed hundreds of megabytes.
#![cfg(not(target_arch = "wasm32"))]
// A helper that fails is a failed test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::path::{Path, PathBuf};

fn project(path: &str) -> PathBuf {
    testbench::workspace::root().join(path)
}

/// The shipped campaign, in a folder of its own, with another content for one file.
fn folder(name: &str, file: &str, content: &[u8]) -> PathBuf {
    let folder = testbench::workspace::scratch().join("monsters").join(name).join("cfhk-blinken-2023");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    for entry in std::fs::read_dir(project("campaigns/cfhk-blinken-2023")).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_file() {
            std::fs::copy(entry.path(), folder.join(entry.file_name())).unwrap();
        }
    }
    std::fs::write(folder.join(file), content).unwrap();
    folder
}

/// What is said of a folder, and how it ends.
fn check(folder: &Path) -> (Option<i32>, String) {
    let output =
        testbench::workspace::undersigned().arg("check").arg(folder).current_dir(project("")).output().unwrap();
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

fn shipped(file: &str) -> String {
    std::fs::read_to_string(project("campaigns/cfhk-blinken-2023").join(file)).unwrap()
}

/// A file of the campaign with something behind its first brace.
fn with(file: &str, more: &str) -> Vec<u8> {
    shipped(file).replacen('{', &["{", more].concat(), 1).into_bytes()
}

#[test]
fn monsters_are_told_in_a_page_or_two() {
    let key = "k".repeat(100_000);
    let many = |text: &str, times: usize| text.repeat(times);
    let numbered = |from: usize, to: usize, form: &dyn Fn(usize) -> String| (from..to).map(form).collect::<String>();
    let title =
        |text: &str| shipped("en.json").replacen("\"title\": \"", &["\"title\": \"", text].concat(), 1).into_bytes();
    let monsters: Vec<(&str, &str, Vec<u8>, &str)> = vec![
        (
            "long-key",
            "campaign.json",
            with("campaign.json", &format!("\"{key}\": [{}0],", many("0,", 1_000_000))),
            "no such field",
        ),
        (
            "long-name",
            "campaign.json",
            with("campaign.json", &format!("\"{}\": 1,", many("n", 2_500_000))),
            "no such field",
        ),
        (
            "longer-name",
            "campaign.json",
            with("campaign.json", &format!("\"{}\": 1,", many("n", 7_000_000))),
            "more than 3000000",
        ),
        ("braces", "en.json", title(&many("{{", 400_000)), "characters long"),
        ("more-braces", "en.json", title(&many("{{", 2_750_000)), "more than 1000000"),
        ("closing-braces", "en.json", title(&many("}}", 400_000)), "characters long"),
        ("tokens", "en.json", title(&many("{{a}}", 100_000)), "more faults of one kind"),
        ("single-braces", "en.json", title(&format!("{{{}}}", many("a", 500_000))), "characters long"),
        (
            "unknown-fields",
            "campaign.json",
            with("campaign.json", &numbered(0, 200_000, &|at| format!("\"f{at}\":0,"))),
            "more faults of one kind",
        ),
        (
            "one-field-often",
            "campaign.json",
            with("campaign.json", &many("\"id\":0,", 200_000)),
            "more faults of one kind",
        ),
        (
            "unknown-words",
            "en.json",
            with("en.json", &numbered(0, 70_000, &|at| format!("\"f{at}\":0,"))),
            "more faults of one kind",
        ),
        ("deep", "campaign.json", many("[", 1_000_000).into_bytes(), "not JSON"),
        ("deep-fields", "en.json", many("{\"a\":", 100_000).into_bytes(), "not JSON"),
        ("zeroes", "campaign.json", vec![0; 2_000_000], "not JSON"),
        ("no-text", "en.json", vec![0xff; 500_000], "not UTF-8"),
        ("one-line", "en.json", [&b"\n".repeat(900_000)[..], b"{"].concat(), "not JSON"),
        (
            "languages",
            "campaign.json",
            with("campaign.json", &format!("\"languages\": [{}\"en\"],", many("\"xx\",", 300_000))),
            "duplicate",
        ),
        ("numbers", "campaign.json", with("campaign.json", &format!("\"a\": {},", many("9", 1_000_000))), ""),
        ("many-rows", "list.csv", [b"last_name,email\n".to_vec(), many("a,b\n", 1_500_000).into_bytes()].concat(), ""),
        ("one-row", "list.csv", [b"last_name,email\n".to_vec(), many("a,", 2_000_000).into_bytes()].concat(), ""),
    ];
    for (name, file, content, said) in monsters {
        let (code, text) = check(&folder(name, file, &content));
        let lines = text.lines().count();
        assert_eq!(code, Some(1), "{name}: {}", text.chars().take(2_000).collect::<String>());
        assert!(lines <= 700 && text.len() <= 200_000, "{name}: {lines} lines, {} bytes", text.len());
        assert!(text.contains(said), "{name}: {}", text.chars().take(2_000).collect::<String>());
    }
}

#[test]
fn addresses_that_lead_nobody_to_a_public_page_are_faults() {
    let address = |address: &str| {
        let facts: serde_json::Value = serde_json::from_str(&shipped("campaign.json")).unwrap();
        let text = facts.to_string();
        let known = text.split('"').find(|text| text.starts_with("https://")).unwrap().to_owned();
        text.replace(&known, address).into_bytes()
    };
    for (at, (given, said)) in [
        ("https://127.0.0.1/", "its host is a number"),
        ("https://0x7f000001.0x1/", "its host is a number"),
        ("https://192.168.0.1/page", "its host is a number"),
        ("https://[::1]/", "not an https address"),
        ("https://localhost/", "one machine or one network"),
        ("https://intranet/", "one machine or one network"),
        ("https://mailserver/", "not an https address"),
        ("https://printer.local/", "one machine or one network"),
        ("https://wiki.internal/", "one machine or one network"),
        ("https://127.0.0.1.nip.io/", "one machine or one network"),
        ("https://user@example.org/", "not an https address"),
        ("https://example.org:8443/", "not an https address"),
        (&["https://example.org/", &"a".repeat(200_000)].concat(), "characters long"),
    ]
    .into_iter()
    .enumerate()
    {
        let (code, text) = check(&folder(&format!("address-{at}"), "campaign.json", &address(given)));
        let shown: String = given.chars().take(60).collect();
        assert_eq!(code, Some(1), "{shown}");
        assert!(
            text.contains(said) && text.len() < 10_000,
            "{shown}: {}",
            text.chars().take(1_000).collect::<String>()
        );
    }
}

#[cfg(unix)]
#[test]
fn links_are_faults_wherever_they_lead() {
    let outside = testbench::workspace::scratch().join("monsters-outside.json");
    std::fs::write(&outside, shipped("en.json")).unwrap();
    for (at, (name, target)) in [
        ("en.json", outside.as_path()),
        ("campaign.json", Path::new("../../../../campaigns/cfhk-blinken-2023/campaign.json")),
        ("heights.json", Path::new("en.json")),
        ("logo.svg", Path::new("/etc/hostname")),
        ("logo.png", Path::new("nothing-there.png")),
        ("people.csv", Path::new("/dev/zero")),
        ("other.webp", Path::new("/")),
    ]
    .into_iter()
    .enumerate()
    {
        let folder = folder(&format!("link-{at}"), "README.md", b"");
        let _ = std::fs::remove_file(folder.join(name));
        std::os::unix::fs::symlink(target, folder.join(name)).unwrap();
        let (code, text) = check(&folder);
        assert_eq!(code, Some(1), "{name}: {text}");
        assert!(text.contains(&format!("{name}: is a symbolic link")), "{name}: {text}");
    }
}
