//! The House of Commons on the pages as they ship.
#![cfg(not(target_arch = "wasm32"))]
// A helper that fails is a failed test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, dead_code)]

#[path = "prerender/published.rs"]
mod published;

use std::collections::BTreeSet;

use undersigned::cli::disk;

use places::assembly::Assembly;
use places::commons::{REGIONS, manner};
use records::tables::uk::load;

use published::{BASE, examples, files, page, project, text};

const INDEX: &str = "c/example-uk/en/uk/index.html";

fn region_page(region: &str) -> String {
    format!("c/example-uk/en/uk/{}/index.html", region.to_ascii_lowercase())
}

fn members() -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_path(project("data/uk/members.csv")).unwrap();
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn every_member_stands_once_with_party_address_and_page() {
    let mut addresses = BTreeSet::new();
    let mut names = Vec::new();
    for region in REGIONS {
        let page = page(examples(), &region_page(region));
        for link in page.all("main a[href^='mailto:']") {
            assert_eq!(link.attr("target"), Some("_blank"), "a frame must not be lost to a mail program");
            assert!(addresses.insert(link.attr("href").unwrap().to_owned()), "{:?}", link.attr("href"));
        }
        names.extend(page.all("ul.directory .role > span:first-child").into_iter().map(text));
        let seats: Vec<String> = page.all("ul.directory .name").into_iter().map(text).collect();
        assert!(seats.is_sorted(), "{region}");
        assert!(page.has("a[href='https://members.parliament.uk/FindYourMP']"), "{region}");
    }
    let rows = members();
    let mut expected: Vec<&str> = rows.iter().map(|row| &*row[2]).collect();
    expected.sort_unstable();
    names.sort();
    assert_eq!(names, expected);
    let listed: BTreeSet<String> = rows
        .iter()
        .map(|row| &row[4])
        .filter(|email| !email.is_empty())
        .map(|email| format!("mailto:{email}"))
        .collect();
    assert_eq!(addresses, listed);
}

#[test]
fn a_letter_says_its_own_language_and_is_left_alone_by_translators() {
    for (path, lang) in [
        ("c/example-uk/en/index.html", "zh-Hant-HK"),
        ("e/example-uk/en/index.html", "zh-Hant-HK"),
        (INDEX, "zh-Hant-HK"),
        ("c/example-53/en/index.html", "en-GB"),
    ] {
        let page = page(examples(), path);
        let letters = page.all(".letter-text, .script");
        assert!(!letters.is_empty(), "{path}");
        for letter in letters {
            let said = ["lang", "dir", "translate"].map(|name| letter.attr(name).unwrap_or_default());
            assert_eq!(said, [lang, "ltr", "no"], "{path}");
        }
    }
}

#[test]
fn the_index_leads_to_every_region_and_pages_fit_the_first_packets() {
    let index = page(examples(), INDEX);
    let links: BTreeSet<String> =
        index.all("main ul a").into_iter().map(|link| link.attr("href").unwrap().to_owned()).collect();
    let expected: BTreeSet<String> =
        REGIONS.iter().map(|region| format!("{BASE}/c/example-uk/en/uk/{}/", region.to_ascii_lowercase())).collect();
    assert_eq!(links, expected);
    for region in REGIONS {
        let html = std::fs::read(examples().join(region_page(region))).unwrap();
        let small = testbench::bytes::brotli(&html).unwrap().len();
        assert!(small <= 14_600, "{region}: {small} bytes, more than the first packets of a connection hold");
    }
}

#[test]
fn the_credits_that_licences_ask_for_stand_where_the_data_do() {
    let credits = load(&disk::folder(&project("data/uk")), &project("data/uk")).unwrap().sources.credits;
    assert!(credits.iter().any(|line| line == "Contains OS data © Crown copyright and database right 2024"));
    for path in [INDEX, "c/example-uk/en/index.html", "e/example-uk/en/index.html", &region_page("E12000007")] {
        let page = page(examples(), path);
        let foot: Vec<String> = page.all("footer p[lang=en]").into_iter().map(text).collect();
        assert_eq!(foot, credits, "{path}");
    }
    let closed = page(examples(), "c/example-12/en/index.html");
    assert_eq!(closed.all("footer p[lang=en]").len(), 0, "a page that uses no table credits none");
}

#[test]
fn without_scripts_the_page_leads_to_the_index_of_regions() {
    for path in ["c/example-uk/en/index.html", "e/example-uk/en/index.html"] {
        let page = page(examples(), path);
        assert_eq!(page.all(".below-tier-3 a[href$='/en/uk/']").len(), 1, "{path}");
    }
    assert!(files(examples()).keys().all(|path| !path.starts_with("c/example-uk/en/us/")), "nobody writes to Congress");
    assert!(
        files(examples()).keys().all(|path| !path.starts_with("c/example-53/en/uk/")),
        "nobody writes to the Commons"
    );
}

#[test]
fn every_list_says_when_its_members_cease_to_be_members() {
    for region in REGIONS {
        let text = page(examples(), &region_page(region)).text_of("main");
        assert!(text.contains("This Parliament ends by 9 July 2029."), "{region}: {text}");
    }
}

#[test]
fn the_table_is_published_whole_under_its_fingerprint() {
    let written = files(examples());
    let tables: Vec<&String> = written.keys().filter(|path| path.starts_with("data/uk/")).collect();
    let [path] = tables.as_slice() else { panic!("{tables:?}") };
    assert!(path.starts_with("data/uk/commons-") && path.ends_with(".bin"), "{path}");
    let bytes = &written[*path];
    assert!(Assembly::from_bytes(bytes, &manner("{name} MP", "Independent".into())).is_ok());
    assert_eq!(bytes, &load(&disk::folder(&project("data/uk")), &project("data/uk")).unwrap().bytes);
}
