//! The pictures that other sites show beside a link, as any reader of PNG sees them.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::OnceLock;

use serde_json::Value;
use testbench::tools::{Tool, Toolbox};

use super::LANGUAGES;
use super::published::{PUBLIC_URL, built, files, page, project, scratch, shipped};

const SIZE: (usize, usize) = (1200, 630);
const PAPER: [u8; 3] = [0xff, 0xfd, 0xf9];
const INK: [u8; 3] = [0x1b, 0x1a, 0x18];

/// The pinned fonts, fetched if they are not here: once, because tests run side by side.
fn fonts() -> &'static OsString {
    static FONTS: OnceLock<OsString> = OnceLock::new();
    FONTS.get_or_init(|| {
        let tools = Toolbox::with(&[Tool::Fonts]).unwrap();
        std::env::join_paths(tools.files(Tool::Fonts).unwrap()).unwrap()
    })
}

fn published(name: &str, campaigns: &Path) -> (PathBuf, Output) {
    let out = built(name);
    let output = testbench::workspace::undersigned()
        .args(["prerender", "--public-url", PUBLIC_URL, "--out"])
        .arg(&out)
        .arg("--campaigns")
        .arg(campaigns)
        .arg("--fonts")
        .arg(fonts())
        .current_dir(project(""))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    (out, output)
}

fn with_pictures() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| published("with-pictures", &project("campaigns")).0)
}

/// Three bytes for each pixel.
fn pixels(file: &[u8]) -> Vec<[u8; 3]> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(file));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    assert_eq!((reader.info().width as usize, reader.info().height as usize), SIZE);
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut bytes).unwrap();
    bytes.chunks(3).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect()
}

/// How many pixels of some rows are of a colour.
fn count(pixels: &[[u8; 3]], rows: std::ops::Range<usize>, colour: [u8; 3]) -> usize {
    pixels[rows.start * SIZE.0..rows.end * SIZE.0].iter().filter(|pixel| **pixel == colour).count()
}

fn pictures(site: &Path) -> BTreeMap<String, Vec<u8>> {
    files(site).into_iter().filter(|(name, _)| name.starts_with("pictures/")).collect()
}

#[test]
fn every_campaign_has_a_small_picture_of_its_title_in_every_language() {
    let pictures = pictures(with_pictures());
    assert_eq!(pictures.len(), 6);
    for (name, file) in &pictures {
        assert!(file.len() < 60_000, "{name}: {} bytes", file.len());
        let pixels = pixels(file);
        assert!(count(&pixels, 138..474, INK) > 8_000, "{name} has no title");
        let accent = if name.contains("cfhk") { [0x8f, 0x1d, 0x2c] } else { pixels[84 * SIZE.0 + 88] };
        assert_ne!(accent, PAPER, "{name}");
        assert_eq!(count(&pixels, 84..92, accent), 96 * 8, "{name} has no rule");
        assert!(count(&pixels, 532..596, PAPER) < 64 * SIZE.0 - 500, "{name} has no byline");
        for edge in [0..84, 596..630] {
            assert_eq!(count(&pixels, edge.clone(), PAPER), edge.len() * SIZE.0, "{name} runs out of its paper");
        }
    }
    let different: BTreeSet<_> = pictures.values().collect();
    assert_eq!(different.len(), 6);
}

#[test]
fn landing_pages_and_oembed_name_the_picture() {
    for (language, _) in LANGUAGES {
        let page = page(with_pictures(), &format!("/c/cfhk-blinken-2023/{language}/"));
        let property = |name: &str| page.attribute(&format!("meta[property='{name}']"), "content").to_owned();
        assert_eq!(property("og:image"), format!("{PUBLIC_URL}/pictures/cfhk-blinken-2023.{language}.png"));
        assert!(page.leads_somewhere(&property("og:image")));
        assert_eq!((property("og:image:width"), property("og:image:height")), ("1200".into(), "630".into()));
        assert!(property("og:image:alt").contains(&page.text_of("h1")));
        assert_eq!(page.attribute("meta[name='twitter:card']", "content"), "summary_large_image");
        let answer = std::fs::read(with_pictures().join(format!("oembed/cfhk-blinken-2023.{language}.json"))).unwrap();
        let answer: Value = serde_json::from_slice(&answer).unwrap();
        assert_eq!(answer["thumbnail_url"], property("og:image"));
        assert_eq!((&answer["thumbnail_width"], &answer["thumbnail_height"]), (&1200.into(), &630.into()));
    }
}

#[test]
fn without_fonts_no_page_names_a_picture() {
    assert!(pictures(shipped()).is_empty());
    for (language, _) in LANGUAGES {
        let page = page(shipped(), &format!("/c/cfhk-blinken-2023/{language}/"));
        assert!(!page.has("meta[property^='og:image'], meta[name='twitter:card']"));
        let answer = std::fs::read_to_string(shipped().join(format!("oembed/cfhk-blinken-2023.{language}.json")));
        assert!(!answer.unwrap().contains("thumbnail"));
    }
}

#[test]
fn drawing_twice_gives_the_same_bytes() {
    assert!(pictures(&published("with-pictures-again", &project("campaigns")).0) == pictures(with_pictures()));
}

/// Copies a campaign, with other words for its English title and byline.
fn campaign(name: &str, title: &str, byline: &str) -> PathBuf {
    let folder = scratch(name);
    let from = project("campaigns/cfhk-blinken-2023");
    let to = folder.join("cfhk-blinken-2023");
    std::fs::create_dir_all(&to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let file = entry.unwrap();
        std::fs::copy(file.path(), to.join(file.file_name())).unwrap();
    }
    let mut words: Value = serde_json::from_slice(&std::fs::read(to.join("en.json")).unwrap()).unwrap();
    words["title"] = title.into();
    words["byline"] = byline.into();
    std::fs::write(to.join("en.json"), words.to_string()).unwrap();
    folder
}

#[test]
fn the_longest_title_stays_in_its_place() {
    for (name, title) in [
        ("words", "Lengthy words wander widely ".repeat(4)),
        ("one-word", "W".repeat(120)),
        // In an English file, more signs in a row would be a title that nobody translated.
        ("characters", "UN 請就政治犯問題向北京發聲 ".repeat(7)),
    ] {
        let campaigns = campaign(&format!("long-{name}"), title.trim_end(), &title[..title.floor_char_boundary(110)]);
        let (site, _) = published(&format!("long-title-{name}"), &campaigns);
        let pixels = pixels(&std::fs::read(site.join("pictures/cfhk-blinken-2023.en.png")).unwrap());
        for gap in [0..84, 92..138, 476..508, 510..530, 600..630] {
            assert_eq!(count(&pixels, gap.clone(), PAPER), gap.len() * SIZE.0, "{name}: {gap:?}");
        }
    }
}

#[test]
fn a_title_that_the_fonts_cannot_show_has_no_picture_and_that_is_said() {
    let (site, output) = published("foreign", &campaign("foreign-title", "བོད་ speaks", "Example Organisation 01"));
    assert_eq!(pictures(&site).into_keys().collect::<Vec<_>>(), ["pictures/cfhk-blinken-2023.zh-Hant.png"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("/pictures/cfhk-blinken-2023.en.png skipped"), "{said}");
}
