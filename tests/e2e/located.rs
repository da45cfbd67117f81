//! "Use my location": asked only on a press, looked up on the device, the same requests whoever presses and wherever they are.

use std::fs;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use testbench::server::Fault;
use testbench::visit::Visitor;
use testbench::webdriver::Engine;
use testbench::workspace;
use undersigned::cli::disk;

use crate::stage;

/// How the script asks the browser.
const ASK: &str = "navigator.geolocation.getCurrentPosition(";

/// Answers in the browser's place: with a position, a refusal, or never. Each notes that it was asked.
const IN_NEW_YORK: Fault =
    Fault::Changed(ASK, "((found)=>{window.asked=1;found({coords:{latitude:40.79,longitude:-73.97}})})(");
const IN_VERMONT: Fault =
    Fault::Changed(ASK, "((found)=>{window.asked=1;found({coords:{latitude:44.4759,longitude:-73.2121}})})(");
const REFUSED: Fault = Fault::Changed(ASK, "((found,failed)=>{window.asked=1;failed({code:1})})(");
const TOO_LATE: Fault = Fault::Changed(ASK, "((found,failed)=>{window.asked=1;failed({code:3})})(");

/// Whether the browser lets a frame ask.
const MAY_ASK: &str = "return document.featurePolicy.allowsFeature('geolocation')";

const BUTTON: &str = "[data-action='locate']";
const NOTE: &str = "#located";
const SCRIPT: &str = "/locate-*";
const SHAPES: &str = "/data/us/districts-*";

#[test]
fn a_location_is_asked_for_on_a_press_only_and_tells_nobody_in_chromium() -> Result<()> {
    is_asked_on_a_press_only_and_tells_nobody(Engine::Chromium)
}

#[test]
fn a_location_is_asked_for_on_a_press_only_and_tells_nobody_in_firefox() -> Result<()> {
    is_asked_on_a_press_only_and_tells_nobody(Engine::Firefox)
}

#[test]
fn a_location_is_asked_for_on_a_press_only_and_tells_nobody_in_webkit() -> Result<()> {
    is_asked_on_a_press_only_and_tells_nobody(Engine::WebKit)
}

fn is_asked_on_a_press_only_and_tells_nobody(engine: Engine) -> Result<()> {
    let mut requests = Vec::new();
    for (fault, shown, said) in [
        (IN_NEW_YORK, "[data-state='people'] .place", "Your location is in New York, district 12"),
        (IN_VERMONT, "[data-state='people'] .place", "Your location is in Vermont, at large"),
        (REFUSED, NOTE, "didn’t share your location"),
        (TOO_LATE, NOTE, "No location after 10 seconds"),
    ] {
        requests.push(pressed(engine, fault, shown, said).with_context(|| said.to_owned())?);
    }
    let first = requests.first().cloned().unwrap_or_default();
    ensure!(requests.iter().all(|other| *other == first), "{requests:#?}");
    Ok(())
}

/// What our host is asked for by somebody who presses the button, in the order of names.
fn pressed(engine: Engine, fault: Fault, shown: &str, said: &str) -> Result<Vec<String>> {
    let stage = stage()?;
    stage.site.fail(SCRIPT, fault);
    let visitor = Visitor::new(&stage, engine)?;
    let browser = &visitor.browser;
    visitor.open_landing("en")?;
    let before = asked(&stage);
    ensure!(!before.iter().any(|path| path.starts_with("/locate") || path.starts_with("/data/us/")), "{before:?}");
    ensure!(browser.script("return window.asked === undefined", &[])? == true, "asked without a press");
    browser.click(BUTTON)?;
    browser.wait_for(said, |browser| Ok(browser.is_visible(shown)? && browser.text(shown)?.contains(said)))?;
    ensure!(browser.script("return window.asked", &[])? == 1);
    // Whatever the answer was.
    browser.wait_for("the shapes, officials and offices", |_| {
        Ok(asked(&stage).iter().filter(|path| path.starts_with("/data/us/")).count() == 3)
    })?;
    // Nothing of it stays in the page, its address or its history.
    let page = browser
        .script("return document.documentElement.outerHTML + location.href + JSON.stringify(history.state)", &[])?;
    ensure!(!["40.79", "73.97", "44.4759"].iter().any(|part| page.as_str().is_some_and(|page| page.contains(part))));
    let mut asked = asked(&stage);
    ensure!(asked.len() == before.len() + 4, "{asked:?}");
    asked.sort();
    Ok(asked)
}

pub fn asked(stage: &testbench::visit::Stage) -> Vec<String> {
    let requests = stage.site.requests().into_iter().map(|request| request.path);
    requests.filter(|path| path != "/favicon.ico").collect()
}

#[test]
fn a_real_position_finds_the_district_settles_a_split_zip_code_and_offers_both_sides_of_a_line() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    allow(&visitor, "granted")?;
    be_at(&visitor, 42.9634, -85.6681)?;
    visitor.open_landing("en")?;
    visitor.submit_zip("49348")?;
    visitor.wait_for_state("choose")?;
    browser.click(BUTTON)?;
    visitor.wait_for_state("people")?;
    ensure!(
        browser.text(".place")?.contains("Your location is in Michigan, district 3"),
        "{}",
        browser.text(".place")?
    );
    ensure!(visitor.people()?.len() == 3);
    // Near a line, in the order of how near.
    let (north, east, own, other) = near_a_line()?;
    be_at(&visitor, north, east)?;
    visitor.open_landing("en")?;
    browser.click(BUTTON)?;
    visitor.wait_for_state("choose")?;
    let first = browser.attribute("[data-choice]", "data-choice")?;
    ensure!(
        browser.count("[data-choice]")? == 2 && browser.count(&format!("[data-choice='{own}']"))? == 1,
        "{own} {first:?}"
    );
    ensure!(browser.text(".split .hint")?.contains("close to a district line"));
    browser.click(&format!("[data-choice='{other}']"))?;
    visitor.wait_for_state("people")?;
    // Elsewhere in the world the ZIP code still works.
    be_at(&visitor, 51.5, -0.12)?;
    visitor.open_landing("en")?;
    browser.click(BUTTON)?;
    says(&visitor, "isn’t in a congressional district")?;
    visitor.find("05401")
}

#[test]
fn who_cannot_be_located_is_told_and_goes_on() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    allow(&visitor, "denied")?;
    visitor.open_landing("en")?;
    browser.click(BUTTON)?;
    says(&visitor, "didn’t share your location")?;
    ensure!(!browser.is_visible("#located a")?, "it is a page of its own already");
    visitor.find("05401")?;
    // The snippet lets the frame ask. Chromium's driver places only the page around it, so the answer is planted, in a browser
    // that has not kept the script.
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_partner()?;
    ensure!(browser.script(MAY_ASK, &[])? == true, "the snippet does not let the frame ask");
    stage.site.fail(SCRIPT, IN_NEW_YORK);
    browser.click(BUTTON)?;
    visitor.wait_for_state("people").context("in a partner's frame")?;
    stage.site.heal();
    // A host that strips the attribute does not: the page of its own may ask.
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    allow(&visitor, "granted")?;
    visitor.open_host("stripped")?;
    browser.enter_frame("iframe")?;
    visitor.wait_until_ready()?;
    ensure!(browser.script(MAY_ASK, &[])? == false);
    browser.click(BUTTON)?;
    says(&visitor, "didn’t share your location")?;
    browser.wait_for_visible("#located a")?;
    let landing = stage.open_campaign()?.landing("en");
    let own = browser.attribute("#located a", "href")?;
    ensure!(own.as_deref().is_some_and(|own| own.ends_with(&landing)), "{own:?}");
    visitor.find("05401")?;
    // Shapes or script that do not come, or come damaged, give no district.
    for (what, fault) in [
        (SHAPES, Fault::Missing),
        (SHAPES, Fault::Truncated),
        (SHAPES, Fault::LastByte),
        (SHAPES, Fault::Corrupt),
        (SCRIPT, Fault::Missing),
        (SCRIPT, Fault::Truncated),
    ] {
        stage.site.heal();
        stage.site.fail(what, fault);
        let visitor = Visitor::new(&stage, Engine::Chromium)?;
        allow(&visitor, "granted")?;
        be_at(&visitor, 40.79, -73.97)?;
        visitor.open_landing("en")?;
        visitor.browser.click(BUTTON)?;
        says(&visitor, "couldn’t look up").with_context(|| format!("{what} {fault:?}"))?;
        stage.site.heal();
        if what == SCRIPT {
            visitor.browser.click(BUTTON)?;
            visitor.wait_for_state("people").context("the second time")?;
        }
    }
    Ok(())
}

#[test]
fn the_page_and_the_program_find_the_same_districts_in_chromium() -> Result<()> {
    the_page_and_the_program_find_the_same_districts(Engine::Chromium)
}

#[test]
fn the_page_and_the_program_find_the_same_districts_in_firefox() -> Result<()> {
    the_page_and_the_program_find_the_same_districts(Engine::Firefox)
}

#[test]
fn the_page_and_the_program_find_the_same_districts_in_webkit() -> Result<()> {
    the_page_and_the_program_find_the_same_districts(Engine::WebKit)
}

fn the_page_and_the_program_find_the_same_districts(engine: Engine) -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, engine)?;
    visitor.open_landing("en")?;
    let us = workspace::root().join("data/us");
    let atlas = records::tables::load(&disk::folder(&us), &us);
    let atlas = atlas.ok().and_then(|tables| tables.atlas).context("no shapes")?;
    let mut places: Vec<(f64, f64)> = locations()?.into_iter().map(|(north, east, ..)| (north, east)).collect();
    // Beside them, and where nobody votes.
    let aside: Vec<_> = places.iter().step_by(5).map(|(north, east)| (north + 0.01, east - 0.01)).collect();
    places.extend(aside);
    places.extend([(51.5, -0.12), (0.0, 0.0), (90.0, 0.0), (52.9257, 173.239), (-14.2756, -170.702)]);
    let names: Vec<String> = ["locate-", "data/us/districts-"]
        .into_iter()
        .map(|start| file(start).with_context(|| format!("the site has no {start}")))
        .collect::<Result<_>>()?;
    let look_up = "const [script, shapes, places, done] = arguments;
        Promise.all([import(script), fetch(shapes).then(answer => answer.arrayBuffer())]).then(([module, bytes]) => {
                const areas = module.areas({ bytes: new Uint8Array(bytes), at: 0 });
                done(places.map(([north, east]) => module.districts(areas, north, east).join(' ')));
            }).catch(error => done(String(error)));";
    let arguments: Vec<Value> = names.iter().map(|name| json!(stage.site.url(&format!("/{name}")))).collect();
    let found = visitor.browser.script_later(look_up, &[arguments, vec![json!(places)]].concat())?;
    let expected: Vec<String> = places.iter().map(|(north, east)| atlas.at(*east, *north).join(" ")).collect();
    let found: Vec<String> = serde_json::from_value(found.clone()).with_context(|| found.to_string())?;
    for ((place, found), expected) in places.iter().zip(&found).zip(&expected) {
        ensure!(found == expected, "{place:?}: the page finds `{found}`, the program `{expected}`");
    }
    ensure!(found.len() == expected.len() && found.iter().filter(|found| found.contains(' ')).count() > 50);
    Ok(())
}

pub fn file(start: &str) -> Option<String> {
    let (folder, name) = start.rsplit_once('/').unwrap_or(("", start));
    let entries = fs::read_dir(crate::built().join(folder)).ok()?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let found =
        names.filter(|found| found.starts_with(name) && !found.ends_with(".br") && !found.ends_with(".gz")).min()?;
    Some(if folder.is_empty() { found } else { format!("{folder}/{found}") })
}

/// A place by its degrees, its district, and the next district where that is near, behind how far it is in metres.
type Location = (f64, f64, String, Option<u32>, String);

fn locations() -> Result<Vec<Location>> {
    let text = fs::read_to_string(workspace::root().join("tests/fixtures/us/locations.csv"))?;
    let row = |line: &str| {
        let fields: Vec<&str> = line.split(',').collect();
        let &[north, east, own, metres, other] = fields.as_slice() else { return None };
        Some((north.parse().ok()?, east.parse().ok()?, own.to_owned(), metres.parse().ok(), other.to_owned()))
    };
    text.lines().skip(1).map(|line| row(line).with_context(|| line.to_owned())).collect()
}

/// A place less than 60 m from a line.
pub fn near_a_line() -> Result<(f64, f64, String, String)> {
    let near = locations()?.into_iter().find(|(.., metres, _)| metres.is_some_and(|metres| metres < 60));
    let (north, east, own, _, other) = near.context("no place is that near")?;
    Ok((north, east, own, other))
}

fn says(visitor: &Visitor<'_>, words: &str) -> Result<()> {
    visitor.browser.wait_for(words, |browser| Ok(browser.is_visible(NOTE)? && browser.text(NOTE)?.contains(words)))
}

/// What Chromium answers a page that asks for the location.
pub fn allow(visitor: &Visitor<'_>, setting: &str) -> Result<()> {
    let permission = json!({ "permission": { "name": "geolocation" }, "setting": setting });
    visitor.browser.devtools("Browser.setPermission", permission).map(drop)
}

pub fn be_at(visitor: &Visitor<'_>, north: f64, east: f64) -> Result<()> {
    let place = json!({ "latitude": north, "longitude": east, "accuracy": 10 });
    visitor.browser.devtools("Emulation.setGeolocationOverride", place).map(drop)
}
