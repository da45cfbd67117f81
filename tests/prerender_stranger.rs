//! A legislature that nobody here has heard of, with two chambers and three languages, added as the files that
//! `docs/legislatures.md` shows: its part and its directory are drawn.
#![cfg(not(target_arch = "wasm32"))]
// A helper that fails is a failed test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, dead_code)]

#[path = "legislatures_document/example.rs"]
mod example;
#[path = "prerender/published.rs"]
mod published;

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::OnceLock;

use serde_json::{Value, json};

use places::assembly::{Assembly, read_code};
use places::legislature::{Place, Postcode};
use visit::island::LivePage;

use published::{BASE, PUBLIC_URL, built, page, project, scratch, text};

const ID: &str = "example-parliament";

/// A campaign of the stranger's that writes to the legislature, published beside the tables that ship.
fn site() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| {
        let (data, campaigns) = (scratch("stranger-data"), scratch("stranger-campaigns"));
        for folder in ["us", "uk-commons"] {
            copy(&project("data").join(folder), &data.join(folder));
        }
        fs::create_dir_all(data.join(ID)).unwrap();
        example::example().iter().for_each(|(name, text)| fs::write(data.join(ID).join(name), text).unwrap());
        let (from, to) = (project("campaigns/example-city"), campaigns.join("a-stranger"));
        fs::create_dir_all(&to).unwrap();
        let read = |file: &str| -> Value { serde_json::from_slice(&fs::read(from.join(file)).unwrap()).unwrap() };
        let mut facts = read("campaign.json");
        facts["id"] = json!("a-stranger");
        facts["targets"] = json!([{ "legislature": ID }]);
        facts["ask_first"] = json!(["example-senate"]);
        fs::write(to.join("campaign.json"), facts.to_string()).unwrap();
        for file in ["en.json", "zh-Hant.json"] {
            let mut words = read(file);
            words["action"]["letter"]["variants"] =
                json!([{ "for": ["example-greens"], "ask": "Please ask your party to vote for it." }]);
            if file == "zh-Hant.json" {
                // A letter in a third language, which the interface doesn't speak.
                words["action"]["letter"]["language"] = json!("en");
            }
            fs::write(to.join(file), words.to_string()).unwrap();
        }
        let out = built("stranger");
        let ran = testbench::workspace::undersigned()
            .args(["prerender", "--public-url", PUBLIC_URL, "--out"])
            .arg(&out)
            .arg("--campaigns")
            .arg(&campaigns)
            .arg("--data")
            .arg(&data)
            .env_remove("UNDERSIGNED_FONTS")
            .current_dir(project(""))
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&[ran.stdout, ran.stderr].concat()).into_owned();
        assert_eq!(ran.status.code(), Some(0), "{said}");
        out
    })
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
    }
}

fn part(language: &str) -> LivePage {
    LivePage::from_island(page(site(), &format!("/e/a-stranger/{language}/")).island()).unwrap()
}

#[test]
fn the_part_finds_everybody_in_both_chambers_by_postcode() {
    let live = part("en");
    assert_eq!(live.country, "XX");
    let regions: Vec<&str> = live.regions.iter().map(|(_, name)| &**name).collect();
    assert_eq!(regions, ["North Province", "South Province"]);
    let file = live.tables.strip_prefix(BASE).unwrap().trim_start_matches('/');
    let tables = Assembly::from_bytes(&fs::read(site().join(file)).unwrap(), &live.manner).unwrap();
    let find = |typed: &str| {
        let code = read_code(&live.manner.postcodes, &live.country, typed).unwrap();
        match tables.find(Postcode::Code(code)) {
            Place::Seats(seats) => seats,
            other => panic!("{other:?}"),
        }
    };
    for (typed, expected) in [
        // The campaign asks for senators first.
        ("1001", &["Senator Example Person Three", "Senator Example Person Four", "Example Person One MP"][..]),
        ("1002", &["Senator Example Person Three", "Senator Example Person Four"]),
        ("2999", &["Senator Example Person Five", "Senator Example Person Six", "Example Person Two MP"]),
    ] {
        let [seat] = find(typed)[..] else { panic!("{typed}") };
        let people = tables.represent(seat).unwrap().people;
        let shown: Vec<&str> = people.iter().map(|person| &*person.shown).collect();
        assert_eq!(shown, expected, "{typed}");
    }
    assert_eq!(find("1000").len(), 2, "a postcode in two districts");
    assert_eq!(tables.find(Postcode::Code(read_code(&live.manner.postcodes, "XX", "9000").unwrap())), Place::Unknown);
    assert!(live.manner.note.contains("2026") && !live.manner.note.contains('{'), "{}", live.manner.note);
}

#[test]
fn each_language_has_its_own_words() {
    let chinese = part("zh-Hant");
    let regions: Vec<&str> = chinese.regions.iter().map(|(_, name)| &**name).collect();
    assert_eq!(regions, ["北省", "南省"]);
    let file = chinese.tables.strip_prefix(BASE).unwrap().trim_start_matches('/');
    let bytes = fs::read(site().join(file)).unwrap();
    assert_eq!(part("en").tables, chinese.tables, "one table for every language");
    let tables = Assembly::from_bytes(&bytes, &chinese.manner).unwrap();
    let seat = tables.seats_of("XX-S")[0];
    let people = tables.represent(seat).unwrap().people;
    let member = people.iter().find(|person| &*person.id == "m2").unwrap();
    // Shown in the page's language, written to in the letter's.
    assert_eq!(&*member.shown, "眾議員Example Person Two");
    assert_eq!(&*member.title, "MP");
    assert!(member.groups.contains(&Rc::from("example-house")));
}

#[test]
fn the_directory_lists_both_chambers_within_the_first_packets() {
    for (language, heading, vacant) in
        [("en", "North Province", "Example Valley"), ("zh-Hant", "北省", "Example Valley")]
    {
        let index = format!("/c/a-stranger/{language}/{ID}/");
        let links: Vec<String> = page(site(), &index)
            .all("main ul a")
            .into_iter()
            .map(|link| link.attr("href").unwrap().to_owned())
            .collect();
        assert_eq!(links, [format!("{BASE}{index}xx-n/"), format!("{BASE}{index}xx-s/")]);
        let north = page(site(), &format!("{index}xx-n/"));
        assert!(north.text_of("h1").contains(heading), "{}", north.text_of("h1"));
        let names: Vec<String> = north.all("ul.directory .name").into_iter().map(text).collect();
        assert_eq!(names.len(), 4, "a member, two senators, and a district that nobody holds: {names:?}");
        assert!(names.iter().any(|name| name.contains("Example Person Three")), "{names:?}");
        assert!(names.iter().any(|name| name == vacant), "{names:?}");
        let foot: String = north.all("footer").into_iter().map(text).collect();
        assert!(foot.contains("Members: Example Open Data, CC BY 4.0"), "the licence's sentence: {foot}");
        for path in [index.clone(), format!("{index}xx-n/"), format!("{index}xx-s/")] {
            let html = fs::read(site().join(path.trim_start_matches('/')).join("index.html")).unwrap();
            let small = testbench::bytes::brotli(&html).unwrap().len();
            assert!(small <= 14_600, "{path}: {small} bytes, more than the first packets of a connection hold");
        }
    }
}
