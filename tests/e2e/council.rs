//! A city council that a campaign brings in its own folder: nine wards, a mayor for all of them, postcodes and outlines, without
//! a line of Rust.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result, ensure};
use testbench::published::Campaign;
use testbench::server::Fault;
use testbench::visit::{Stage, Visitor};
use testbench::webdriver::{Engine, Tier};

use crate::located::{allow, asked, be_at};
use crate::stage;

/// How the script asks the browser for a position.
const ASK: &str = "navigator.geolocation.getCurrentPosition(";

/// Answers in the browser's place: in the middle of the fifth ward, and a thousand kilometres away.
const IN_WARD_5: Fault = Fault::Changed(ASK, "((found)=>found({coords:{latitude:0.01,longitude:-0.01}}))(");
const ELSEWHERE: Fault = Fault::Changed(ASK, "((found)=>found({coords:{latitude:10,longitude:10}}))(");

const ENTER: &str = "\u{e007}";
const TAB: &str = "\u{e004}";

fn city(stage: &Stage) -> Result<&Campaign> {
    stage.campaigns.iter().find(|campaign| campaign.id == "example-city").context("the site has no example-city")
}

/// Opens the embed of the campaign and waits until one can act.
fn open(visitor: &Visitor<'_>) -> Result<()> {
    visitor.open(&city(visitor.stage)?.embed("en"))?;
    visitor.wait_until_ready()
}

fn names(visitor: &Visitor<'_>) -> Result<Vec<String>> {
    visitor.browser.texts("[data-person] .name")
}

/// Writes to the councillor and the mayor, sends both letters, and arrives at the thanks.
fn write_to_both(visitor: &Visitor<'_>, ward: &str) -> Result<()> {
    let browser = &visitor.browser;
    visitor.write()?;
    let letter = visitor.letter()?;
    for part in ["I live in ", ward, "Please vote to keep the libraries open"] {
        ensure!(letter.contains(part), "no “{part}” in {letter}");
    }
    ensure!(!letter.contains('{'), "{letter}");
    visitor.send()?;
    for sent in 1..=2 {
        browser.click("[data-state='send'] .mail summary")?;
        ensure!(browser.value("#letter-to")?.ends_with("@example.org"));
        visitor.press("copy-mail")?;
        visitor.press("done")?;
        if sent == 1 {
            browser.wait_for_visible(".sender.is-done")?;
        }
    }
    visitor.wait_for_state("thanks")
}

fn to_the_thanks(engine: Engine) -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, engine)?;
    open(&visitor)?;
    visitor.find("zz3 4ab")?;
    assert_eq!(names(&visitor)?, ["Councillor Cleo Specimen", "Mayor Max Specimen"]);
    ensure!(visitor.browser.text(".place")?.contains("Ward 3: East Bridge"));
    write_to_both(&visitor, "Ward 3: East Bridge")
}

#[test]
fn a_postcode_leads_to_councillor_mayor_and_thanks_in_chromium() -> Result<()> {
    to_the_thanks(Engine::Chromium)
}

#[test]
fn a_postcode_leads_to_councillor_mayor_and_thanks_in_firefox() -> Result<()> {
    to_the_thanks(Engine::Firefox)
}

#[test]
fn a_postcode_leads_to_councillor_mayor_and_thanks_in_webkit() -> Result<()> {
    to_the_thanks(Engine::WebKit)
}

fn a_call_tells_the_time(engine: Engine) -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, engine)?;
    open(&visitor)?;
    visitor.find("zz3 4ab")?;
    visitor.call_first()?;
    let call = visitor.browser.text(".call")?;
    ensure!(call.contains(" in Example City: "), "the time at the office is not told: {call}");
    Ok(())
}

#[test]
fn callers_are_told_the_time_at_the_council_in_chromium() -> Result<()> {
    a_call_tells_the_time(Engine::Chromium)
}

#[test]
fn callers_are_told_the_time_at_the_council_in_firefox() -> Result<()> {
    a_call_tells_the_time(Engine::Firefox)
}

#[test]
fn callers_are_told_the_time_at_the_council_in_webkit() -> Result<()> {
    a_call_tells_the_time(Engine::WebKit)
}

fn choose_a_ward(engine: Engine) -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, engine)?;
    let browser = &visitor.browser;
    open(&visitor)?;
    // Two wards, and the mayor sits for both.
    visitor.submit_zip("ZZ4 5AA")?;
    visitor.wait_for_state("choose")?;
    assert_eq!(names(&visitor)?, ["Mayor Max Specimen"]);
    assert_eq!(browser.count("[data-choice]")?, 2);
    ensure!(browser.text("[data-choice='W4']")?.contains("Dan Placeholder"));
    ensure!(browser.text(".split h3")?.contains("Which ward"));
    browser.click("[data-choice='W5']")?;
    visitor.wait_for_state("people")?;
    assert_eq!(names(&visitor)?, ["Councillor Eva Example", "Mayor Max Specimen"]);
    // A longer beginning counts more than a shorter one, and the whole postcode most.
    for (postcode, wards) in [("ZZ5 1XX", 3), ("zz5 9xx", 1), ("ZZ7 7ZZ", 1)] {
        visitor.press("change")?;
        visitor.wait_for_state("place")?;
        visitor.submit_zip(postcode)?;
        visitor.wait_for_state(if wards > 1 { "choose" } else { "people" })?;
        assert_eq!(browser.count("[data-choice]")?, if wards > 1 { wards } else { 0 }, "{postcode}");
    }
    ensure!(browser.text(".place")?.contains("Ward 8"), "one postcode of ward 7 lies in ward 8");
    // A postcode that nobody has leads to the list of wards.
    visitor.press("change")?;
    visitor.wait_for_state("place")?;
    visitor.submit_zip("ZZ9 9ZZ")?;
    browser.wait_for_visible("#state")?;
    ensure!(browser.text("[data-step]")?.contains("ZZ9 9ZZ"));
    browser.choose("#state", "EX-CITY")?;
    visitor.press("choose-state")?;
    visitor.wait_for_state("choose")?;
    assert_eq!(browser.count("[data-choice]")?, 9);
    browser.click("[data-choice='W9']")?;
    visitor.wait_for_state("people")?;
    assert_eq!(names(&visitor)?, ["Councillor Noor Example", "Mayor Max Specimen"]);
    Ok(())
}

#[test]
fn a_ward_is_chosen_where_the_postcode_leaves_it_open_in_chromium() -> Result<()> {
    choose_a_ward(Engine::Chromium)
}

#[test]
fn a_ward_is_chosen_where_the_postcode_leaves_it_open_in_firefox() -> Result<()> {
    choose_a_ward(Engine::Firefox)
}

#[test]
fn a_ward_is_chosen_where_the_postcode_leaves_it_open_in_webkit() -> Result<()> {
    choose_a_ward(Engine::WebKit)
}

fn locate(engine: Engine) -> Result<()> {
    let stage = stage()?;
    for (fault, shown, said) in
        [(IN_WARD_5, ".place", "Ward 5: Market Square"), (ELSEWHERE, "#located", "isn’t in any of the wards")]
    {
        stage.site.fail("/locate-*", fault);
        let visitor = Visitor::new(&stage, engine)?;
        open(&visitor)?;
        visitor.browser.click("[data-action='locate']")?;
        let is_said = |browser: &testbench::webdriver::Browser| {
            Ok(browser.is_visible(shown)? && browser.text(shown)?.contains(said))
        };
        visitor.browser.wait_for(said, is_said)?;
    }
    Ok(())
}

#[test]
fn a_location_finds_the_ward_in_chromium() -> Result<()> {
    locate(Engine::Chromium)
}

#[test]
fn a_location_finds_the_ward_in_firefox() -> Result<()> {
    locate(Engine::Firefox)
}

#[test]
fn a_location_finds_the_ward_in_webkit() -> Result<()> {
    locate(Engine::WebKit)
}

#[test]
fn real_positions_find_each_ward_and_offer_both_sides_of_a_line() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    allow(&visitor, "granted")?;
    for (north, east, ward) in
        [(0.1, -0.1, "Ward 1"), (0.1, 0.1, "Ward 3"), (-0.1, -0.1, "Ward 7"), (-0.1, 0.1, "Ward 9")]
    {
        be_at(&visitor, north, east)?;
        open(&visitor)?;
        visitor.browser.click("[data-action='locate']")?;
        visitor.wait_for_state("people")?;
        ensure!(visitor.browser.text(".place")?.contains(ward), "{}", visitor.browser.text(".place")?);
    }
    be_at(&visitor, 0.0, 0.05)?;
    open(&visitor)?;
    visitor.browser.click("[data-action='locate']")?;
    visitor.wait_for_state("choose")?;
    assert_eq!(visitor.browser.count("[data-choice]")?, 2);
    assert_eq!(visitor.browser.count("[data-choice='W5'], [data-choice='W6']")?, 2);
    Ok(())
}

#[test]
fn no_request_depends_on_where_somebody_lives() -> Result<()> {
    let mut all = BTreeSet::new();
    for (typed, state) in
        [("ZZ1 1AA", "people"), ("zz67bb", "people"), ("ZZ4 5AA", "choose"), ("ZZ9 9ZZ", "choose-region")]
    {
        let stage = stage()?;
        let visitor = Visitor::new(&stage, Engine::Chromium)?;
        open(&visitor)?;
        visitor.submit_zip(typed)?;
        match state {
            "choose-region" => visitor.browser.wait_for_visible("#state")?,
            state => visitor.wait_for_state(state)?,
        }
        let mut requests = asked(&stage);
        requests.sort();
        ensure!(requests.iter().any(|path| path.starts_with("/data/example-city/people-")), "{requests:?}");
        ensure!(!requests.iter().any(|path| path.to_ascii_uppercase().contains("ZZ")), "{requests:?}");
        all.insert(requests);
    }
    ensure!(all.len() == 1, "{all:#?}");
    Ok(())
}

#[test]
fn the_directory_needs_no_scripts() -> Result<()> {
    let stage = stage()?;
    for engine in [Engine::Chromium, Engine::Firefox, Engine::WebKit] {
        let visitor = Visitor::in_tier(&stage, engine, Tier::Html)?;
        let browser = &visitor.browser;
        visitor.open(&city(&stage)?.landing("en"))?;
        browser.wait_for_visible(".below-tier-3")?;
        browser.click(".below-tier-3 a[href$='/en/example-city/']")?;
        browser.wait_for_visible(".state-list a")?;
        browser.click(".state-list a[href$='/example-city/ex-city/']")?;
        browser.wait_for_visible("ul.directory")?;
        let shown = browser.texts("ul.directory .name")?;
        assert_eq!(shown.len(), 10, "nine councillors and the mayor: {shown:?}");
        ensure!(shown.iter().any(|name| name.contains("Gia van der Specimen")), "{shown:?}");
        assert_eq!(browser.count("ul.directory a[href='mailto:mayor@example.org']")?, 1);
    }
    Ok(())
}

#[test]
fn keys_alone_lead_from_a_postcode_to_the_thanks() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open(&city(&stage)?.landing("en"))?;
    visitor.wait_until_ready()?;
    let press = |css: &str, keys: &str| -> Result<()> {
        let is_there = |browser: &testbench::webdriver::Browser| {
            browser.script("return document.activeElement.matches(arguments[0])", &[css.into()])
        };
        for _ in 0..120 {
            browser.keys(TAB)?;
            if is_there(browser)? == true {
                return browser.keys(keys);
            }
        }
        anyhow::bail!("`{css}` is not reached by Tab")
    };
    press("#zip", "ZZ4 5AA")?;
    browser.keys(ENTER)?;
    visitor.wait_for_state("choose")?;
    press("[data-choice='W4']", ENTER)?;
    visitor.wait_for_state("people")?;
    press("[data-step] [data-action='write']", ENTER)?;
    visitor.wait_for_state("write")?;
    press("[data-point='0']", " ")?;
    press("[data-step] [data-action='next']", ENTER)?;
    visitor.wait_for_state("send")?;
    for sent in 1..=2 {
        press("[data-state='send'] .mail summary", ENTER)?;
        press("[data-step] [data-action='copy-mail']", ENTER)?;
        press("[data-step] [data-action='done']", ENTER)?;
        if sent == 1 {
            browser.wait_for_visible(".sender.is-done")?;
        }
    }
    visitor.wait_for_state("thanks")
}
