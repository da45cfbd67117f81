//! The program's commands for what others hand in: lists of signers, logos, lists of people.
#![cfg(not(target_arch = "wasm32"))]
// A helper that fails is a failed test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::path::{Path, PathBuf};
use std::process::Output;

use serde_json::{Value, json};

fn undersigned(arguments: &[&str]) -> Output {
    testbench::workspace::undersigned()
        .args(arguments)
        .current_dir(testbench::workspace::root())
        .output()
        .expect("the program starts")
}

fn said(output: &Output) -> String {
    String::from_utf8([&output.stdout[..], &output.stderr].concat()).unwrap()
}

/// A folder that is empty when a test begins.
fn scratch(name: &str) -> PathBuf {
    let folder = testbench::workspace::scratch().join("cli_import").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// A campaign without faults, whose facts are changed.
fn campaign(name: &str, change: impl Fn(&mut Value)) -> PathBuf {
    let folder = scratch(name).join("made-up");
    std::fs::create_dir_all(&folder).unwrap();
    let sample = testbench::workspace::root().join("campaigns/nine-groups-2015");
    let read = |file: &str| std::fs::read_to_string(sample.join(file)).unwrap();
    let mut facts: Value = serde_json::from_str(&read("campaign.json")).unwrap();
    facts["id"] = json!("made-up");
    facts["languages"] = json!(["en"]);
    facts.as_object_mut().unwrap().remove("next_campaign");
    change(&mut facts);
    std::fs::write(folder.join("campaign.json"), format!("{facts:#}\n")).unwrap();
    std::fs::write(folder.join("en.json"), read("en.json").replace("ine organisations", "ine groups")).unwrap();
    folder
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_list_of_signers_goes_into_a_campaign_that_stays_sound() {
    let folder = campaign("signers", |facts| {
        facts["signers"] = json!({ "stated": { "count": 9, "people": 2 }, "order": "alphabetical", "listed": [] });
    });
    let list = folder.parent().unwrap().join("list.csv");
    let rows = "Type;Land;Name;Role;Homepage\r\nGroup;UK;Example Group ;;example.org\r\nGroup;Deutschland;Example Group;;\r\n\
                Group;;Écoles Exemple;;\r\nPerson;;Jane Doe;Teacher;\r\nGroup;FR;\"Example\r\nGuild\";;\r\nGroup;UK;EXAMPLE GROUP;;\r\n";
    std::fs::write(&list, format!("\u{feff}sep=;\r\n{rows}")).unwrap();
    let before = std::fs::read_to_string(folder.join("campaign.json")).unwrap();
    let arguments =
        ["import", "signers", text(&list), "--source", "https://example.org/letter", "--into", text(&folder)];
    let dry = undersigned(&[&arguments[..], &["--dry-run"]].concat());
    assert_eq!(std::fs::read_to_string(folder.join("campaign.json")).unwrap(), before, "{}", said(&dry));
    let output = undersigned(&arguments);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    for line in [
        "6 rows read: 4 organisations and 1 person taken, 1 listed already, 0 left out",
        "row 2: `Example Group`: removed spaces at the ends of the name",
        "row 2: `example.org` → `https://example.org`",
        "row 6: `Example Guild`: removed spaces or line breaks in the name",
        "row 7: `EXAMPLE GROUP` is in row 2 too",
    ] {
        assert!(said(&output).contains(line), "{line}\nin\n{}", said(&output));
    }
    let written = std::fs::read_to_string(folder.join("campaign.json")).unwrap();
    assert!(
        written.contains("\n      { \"organization\": \"Example Group\", \"country\": \"DE\", \"source\""),
        "{written}"
    );
    let facts: Value = serde_json::from_str(&written).unwrap();
    let names: Vec<&str> = facts["signers"]["listed"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["organization"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["Écoles Exemple", "Example Group", "Example Group", "Example Guild"]);
    assert_eq!(
        facts["signers"]["people"][0],
        json!({ "name": "Jane Doe", "role": "Teacher", "source": "https://example.org/letter" })
    );
    let check = undersigned(&["check", text(&folder)]);
    assert_eq!(check.status.code(), Some(0), "{}", said(&check));
    // Once more, nothing is new, and nothing changes.
    let again = undersigned(&arguments);
    assert!(said(&again).contains("0 organisations and 0 people taken, 6 listed already"), "{}", said(&again));
    assert_eq!(std::fs::read_to_string(folder.join("campaign.json")).unwrap(), written);
}

#[test]
fn without_a_campaign_signers_are_printed_as_json_and_faults_of_the_list_in_one_line() {
    let folder = scratch("printed");
    let list = folder.join("list.md");
    std::fs::write(
        &list,
        "# Organisations\n- [Example Group](https://example.org) (Germany)\n- Women’s Group\n- Womens Group\n",
    )
    .unwrap();
    let output = undersigned(&["import", "signers", text(&list), "--source", "https://example.org/letter"]);
    assert_eq!(output.status.code(), Some(1));
    let signers: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(signers["listed"][0]["country"], "DE");
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("line 4: `Womens Group` looks like `Women’s Group` in line 3")
    );
    for bytes in [&b"PK\x03\x04xlsx"[..], b"name\nJos\xe9\n", b"country\nGB\n", b""] {
        std::fs::write(&list, bytes).unwrap();
        let output = undersigned(&["import", "signers", text(&list), "--source", "https://example.org/letter"]);
        assert_eq!((output.status.code(), said(&output).lines().count()), (Some(2), 1), "{}", said(&output));
    }
    let no_source = undersigned(&["import", "signers", text(&list), "--source", "example.org"]);
    assert_eq!(no_source.status.code(), Some(2));
}

/// A JPEG or PNG of one colour.
fn picture(path: &Path, width: u32, height: u32) {
    image::RgbImage::from_pixel(width, height, image::Rgb([31, 78, 121])).save(path).unwrap();
}

#[test]
fn logos_are_made_as_large_as_the_page_needs_them() {
    let folder = campaign("logo", |facts| facts["signers"]["listed"][0]["logo_image_url"] = json!("mark-logo.png"));
    for (file, size, arguments, out, expected) in [
        ("mark.jpg", (600, 600), &[][..], "mark-logo.png", (120, 120)),
        ("mark.png", (500, 450), &["--format", "webp"], "mark-logo.webp", (120, 120)),
        ("my mark.png", (300, 60), &["--size", "96"], "my-mark-logo.png", (96, 96)),
        ("small.png", (20, 20), &[], "small-logo.png", (20, 20)),
    ] {
        picture(&folder.join(file), size.0, size.1);
        let path = folder.join(file);
        let output = undersigned(&[&["logo", text(&path)], arguments].concat());
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let made = image::open(folder.join(out)).unwrap();
        assert_eq!((made.width(), made.height()), expected, "{file}");
        // Not a second time, and never over the original.
        let before = std::fs::read(folder.join(out)).unwrap();
        for more in [&[][..], &["--out", text(&path)]] {
            let again = undersigned(&[&["logo", text(&path)], arguments, more].concat());
            assert_eq!(again.status.code(), Some(2), "{}", said(&again));
        }
        assert_eq!(std::fs::read(folder.join(out)).unwrap(), before);
        let over = undersigned(&[&["logo", text(&path), "--overwrite"], arguments].concat());
        assert_eq!(over.status.code(), Some(0), "{}", said(&over));
    }
    // A wide picture lies whole in the circle: its corners are as far from the middle as the edge.
    let wide = image::open(folder.join("my-mark-logo.png")).unwrap().into_rgba8();
    let farthest = wide
        .enumerate_pixels()
        .filter(|(_, _, pixel)| pixel.0[3] > 128)
        .map(|(x, y, _)| (f64::from(x) + 0.5 - 48.0).hypot(f64::from(y) + 0.5 - 48.0))
        .fold(0.0, f64::max);
    assert!((44.0..=48.5).contains(&farthest), "{farthest}");
    let check = undersigned(&["check", text(&folder)]);
    assert_eq!(check.status.code(), Some(0), "{}", said(&check));
    let left: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().ends_with(".part")), "{left:?}");
}

#[test]
fn pictures_that_are_none_or_would_fill_the_memory_are_refused() {
    let folder = scratch("refused");
    let bomb = folder.join("bomb.png");
    picture(&bomb, 8, 8);
    let mut bytes = std::fs::read(&bomb).unwrap();
    bytes[16..20].copy_from_slice(&20_000_u32.to_be_bytes());
    bytes[20..24].copy_from_slice(&20_000_u32.to_be_bytes());
    let sum = crc(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&sum.to_be_bytes());
    std::fs::write(&bomb, &bytes).unwrap();
    for (name, content, part) in [
        ("bomb.png", bytes, "20000 × 20000"),
        ("a.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec(), "SVG"),
        ("a.png", b"nothing".to_vec(), "PNG, JPEG or WebP"),
        ("b.png", b"\x89PNG\r\n\x1a\n".to_vec(), "can't be read"),
    ] {
        std::fs::write(folder.join(name), content).unwrap();
        let output = undersigned(&["logo", text(&folder.join(name))]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(said(&output).contains(part), "{}", said(&output));
    }
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 })
    })
}

#[test]
fn a_logo_that_could_run_or_fetch_is_told_with_its_line() {
    let folder = campaign("svg", |facts| facts["signers"]["listed"][0]["logo_image_url"] = json!("logo.svg"));
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80\" height=\"80\">\n<rect width=\"80\" height=\"80\"/>\n  <script>1</script>\n\
               <image href=\"https://tracker.example/x\"/></svg>";
    std::fs::write(folder.join("logo.svg"), svg).unwrap();
    let output = undersigned(&["check", text(&folder)]);
    assert_eq!(output.status.code(), Some(1));
    for part in ["logo.svg:3:3: <script>:", "logo.svg:4:1: <image>: `href`"] {
        assert!(said(&output).contains(part), "{}", said(&output));
    }
    std::fs::write(
        folder.join("logo.svg"),
        svg.replace("<script>1</script>", "").replace("https://tracker.example/x", "#a"),
    )
    .unwrap();
    assert_eq!(undersigned(&["check", text(&folder)]).status.code(), Some(0));
}

#[test]
fn all_that_a_build_needs_is_checked_without_one() {
    let good = undersigned(&["check", "--site", "--public-url", "https://act.example.org"]);
    assert_eq!(good.status.code(), Some(0), "{}", said(&good));
    let bad = undersigned(&["check", "--site", "--public-url", "act.example.org"]);
    assert_eq!(bad.status.code(), Some(1));
    assert!(said(&bad).contains("site.toml: public_url: `act.example.org` is not an address"), "{}", said(&bad));
}
