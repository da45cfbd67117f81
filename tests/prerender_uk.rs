//! The House of Commons on the pages as they ship.
#![cfg(not(target_arch = "wasm32"))]
// A helper that fails is a failed test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, dead_code)]

#[path = "prerender/published.rs"]
mod published;

use std::collections::BTreeSet;

use undersigned::cli::disk;

use campaign::folding::folded;
use places::assembly::Assembly;
use records::legislature::{self, Folder};

use published::{BASE, Page, examples, files, page, project, text};

const INDEX: &str = "c/example-uk/en/uk/index.html";

fn folder() -> Folder {
    let uk = project("data/uk-commons");
    legislature::read(&disk::folder(&uk), &uk).unwrap()
}

/// The pages of a region: a long list has several.
fn pages(region: &str) -> Vec<String> {
    let folder = format!("c/example-uk/en/uk/{}/", region.to_ascii_lowercase());
    let mut pages: Vec<String> = files(examples()).into_keys().filter(|path| path.starts_with(&folder)).collect();
    // The first one is in the folder itself.
    pages.sort_by_key(|path| path.len());
    assert!(pages.contains(&[&folder, "index.html"].concat()), "{region}: {pages:?}");
    pages
}

fn rows(file: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_path(project("data/uk-commons").join(file)).unwrap();
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn regions() -> Vec<String> {
    rows("regions.csv").into_iter().map(|row| row[0].clone()).collect()
}

fn texts(page: &Page, selector: &str) -> Vec<String> {
    page.all(selector).into_iter().map(text).collect()
}

#[test]
fn every_member_stands_once_with_party_address_and_page() {
    let (mut addresses, mut names, mut sites) = (BTreeSet::new(), Vec::new(), BTreeSet::new());
    for region in regions() {
        let mut seats = Vec::new();
        let of_region = pages(&region);
        for path in &of_region {
            let page = page(examples(), path);
            for link in page.all("main a[href^='mailto:']") {
                assert_eq!(link.attr("target"), Some("_blank"), "a frame must not be lost to a mail program");
                assert!(addresses.insert(link.attr("href").unwrap().to_owned()), "{:?}", link.attr("href"));
            }
            let pages = page.all("main a[href^='https://members.parliament.uk/member/']").into_iter();
            sites.extend(pages.map(|link| link.attr("href").unwrap().to_owned()));
            names.extend(texts(&page, "ul.directory .name"));
            seats.extend(texts(&page, "ul.directory .role > span"));
            assert!(page.has("a[href='https://members.parliament.uk/FindYourMP']"), "{path}");
            let parts = texts(&page, ".parts a");
            let ends =
                [seats.len() - page.all("ul.directory .name").len(), seats.len() - 1].map(|at| seats[at].clone());
            let this = texts(&page, ".parts [aria-current=page]");
            match of_region.len() {
                1 => assert!(parts.is_empty(), "{path}"),
                several => assert_eq!((parts.len(), this), (several, vec![ends.join(" – ")]), "{path}"),
            }
        }
        assert!(seats.is_sorted_by_key(|seat| folded(seat)), "{region}: {seats:?}");
    }
    let members = rows("people.csv");
    let mut expected: Vec<String> = members.iter().map(|row| format!("{} MP", row[3])).collect();
    expected.sort_unstable();
    names.sort();
    assert_eq!(names, expected);
    let listed = members.iter().map(|row| &row[6]).filter(|email| !email.is_empty());
    assert_eq!(addresses, listed.map(|email| format!("mailto:{email}")).collect());
    assert_eq!(sites, members.iter().map(|row| row[7].clone()).collect());
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
    let address = |region: String| format!("{BASE}/c/example-uk/en/uk/{}/", region.to_ascii_lowercase());
    assert_eq!(links, regions().into_iter().map(address).collect());
    for path in regions().iter().flat_map(|region| pages(region)) {
        let html = std::fs::read(examples().join(&path)).unwrap();
        let small = testbench::bytes::brotli(&html).unwrap().len();
        assert!(small <= 14_600, "{path}: {small} bytes, more than the first packets of a connection hold");
    }
}

#[test]
fn the_credits_that_licences_ask_for_stand_where_the_data_do() {
    let folder = folder();
    let credits = folder.licences();
    assert!(credits.iter().any(|line| line == "Contains OS data © Crown copyright and database right 2024"));
    for path in [INDEX, "c/example-uk/en/index.html", "e/example-uk/en/index.html", &pages("E12000007")[0]] {
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
    for path in regions().iter().flat_map(|region| pages(region)) {
        let text = page(examples(), &path).text_of("main");
        assert!(text.contains("This Parliament ends by 8 July 2029."), "{path}: {text}");
    }
}

#[test]
fn the_table_is_published_whole_under_its_fingerprint() {
    let written = files(examples());
    let tables: Vec<&String> = written.keys().filter(|path| path.starts_with("data/uk/")).collect();
    let [path] = tables.as_slice() else { panic!("{tables:?}") };
    assert!(path.starts_with("data/uk/people-") && path.ends_with(".bin"), "{path}");
    let (bytes, folder) = (&written[*path], folder());
    assert!(Assembly::from_bytes(bytes, &folder.english()).is_ok());
    assert_eq!(*bytes, folder.bytes);
}
