//! The map of a ZIP code that lies in several districts: drawn on a press only, the same requests whoever presses, a tap chooses,
//! and the list tells the same.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use testbench::server::Fault;
use testbench::visit::Visitor;
use testbench::webdriver::Engine;
use testbench::workspace;
use undersigned::cli::disk;

use crate::located::{allow, asked, be_at, file, near_a_line};
use crate::stage;

const BUTTON: &str = "[data-action='map']";
const PICTURE: &str = ".map-picture";
const NOTE: &str = "#mapped";
/// Of two, three and four districts, one across a state line.
const ZIPS: [(&str, usize); 4] = [("10025", 2), ("49348", 3), ("60010", 4), ("21874", 2)];

fn choose(visitor: &Visitor<'_>, zip: &str) -> Result<()> {
    visitor.open_landing("en")?;
    visitor.submit_zip(zip)?;
    visitor.browser.wait_for_visible("[data-choice]")
}

#[test]
fn a_map_is_drawn_on_a_press_and_tells_nobody_of_what_in_chromium() -> Result<()> {
    is_drawn_on_a_press_and_tells_nobody_of_what(Engine::Chromium)
}

#[test]
fn a_map_is_drawn_on_a_press_and_tells_nobody_of_what_in_firefox() -> Result<()> {
    is_drawn_on_a_press_and_tells_nobody_of_what(Engine::Firefox)
}

#[test]
fn a_map_is_drawn_on_a_press_and_tells_nobody_of_what_in_webkit() -> Result<()> {
    is_drawn_on_a_press_and_tells_nobody_of_what(Engine::WebKit)
}

fn is_drawn_on_a_press_and_tells_nobody_of_what(engine: Engine) -> Result<()> {
    let mut requests = Vec::new();
    for (zip, districts) in ZIPS {
        requests.push(drawn(engine, zip, districts).with_context(|| zip.to_owned())?);
    }
    let first = requests.first().cloned().unwrap_or_default();
    ensure!(requests.iter().all(|other| *other == first), "{requests:#?}");
    Ok(())
}

/// What our host is asked for by somebody who wants the map, in the order of names.
fn drawn(engine: Engine, zip: &str, districts: usize) -> Result<Vec<String>> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, engine)?;
    let browser = &visitor.browser;
    choose(&visitor, zip)?;
    browser.wait_for("the tables", |_| Ok(asked(&stage).iter().any(|path| path.starts_with("/data/us/offices"))))?;
    let before = asked(&stage);
    ensure!(!before.iter().any(|path| path.contains("close-ups") || path.starts_with("/map-")), "{before:?}");
    browser.click(BUTTON)?;
    browser.wait_for_visible(PICTURE)?;
    ensure!(browser.attribute(BUTTON, "aria-expanded")?.as_deref() == Some("true"));
    // A number and a member for each district, beside the scale.
    let unlabelled = browser.script(
        "const labels = [...document.querySelectorAll('.map-picture text')].map(label => label.textContent);
        return [...document.querySelectorAll('[data-choice]')].map(({ dataset: { choice } }) => choice)
            .filter(choice => !labels.some(label => label === choice || label === choice.split('-')[1]))",
        &[],
    )?;
    ensure!(unlabelled == json!([]), "{unlabelled} are not on the map");
    ensure!(browser.count("[data-choice] .map-key")? == districts);
    ensure!(browser.texts(".map-picture text")?.iter().any(|text| text.ends_with(" mi")));
    // It is as wide as its room, and shows what it is about.
    let fits = browser.script(
        "const picture = document.querySelector('.map-picture'), box = picture.getBoundingClientRect();
        const outline = picture.querySelector('[stroke-width=\"2.5\"]').getBBox();
        return Math.abs(box.width - picture.parentNode.clientWidth) < 3 && outline.width > 0
            && Math.max(outline.width / box.width, outline.height / box.height) > .7
            && document.documentElement.scrollWidth <= innerWidth",
        &[],
    )?;
    ensure!(fits == true, "the map does not fit");
    let mut asked = asked(&stage).split_off(before.len());
    asked.sort();
    // A second press puts it away, a third one brings it back from memory.
    browser.click(BUTTON)?;
    browser.wait_for("the map to go", |browser| Ok(browser.count(".map-picture, .map-key, .map-credit")? == 0))?;
    browser.click(BUTTON)?;
    browser.wait_for_visible(PICTURE)?;
    ensure!(browser.count(".map-key")? == districts);
    ensure!(crate::located::asked(&stage).len() == before.len() + asked.len());
    ensure!(asked.len() == 3, "{asked:?}");
    Ok(asked)
}

#[test]
fn a_tap_chooses_and_the_list_says_what_lies_where() -> Result<()> {
    let stage = stage()?;
    for engine in [Engine::Chromium, Engine::Firefox] {
        let visitor = Visitor::new(&stage, engine)?;
        let browser = &visitor.browser;
        choose(&visitor, "49348")?;
        // Impatient presses draw one map.
        browser.click(BUTTON)?;
        browser.script(
            "for (let times = 0; times < 2; times++) document.querySelector(arguments[0]).click()",
            &[BUTTON.into()],
        )?;
        browser.wait_for_visible(PICTURE)?;
        browser.wait_for("the legend", |browser| Ok(browser.count(".map-key")? == 3))?;
        ensure!(browser.count(PICTURE)? == 1);
        let list = browser.texts("[data-choice]")?;
        ensure!(
            list.first().is_some_and(|first| first.contains("district 4") && first.contains("Wayland")),
            "{list:?}"
        );
        // The badge of district 2 stands in it.
        let badge =
            "[...document.querySelectorAll('.map-picture g')].find(badge => badge.textContent === '2').lastChild";
        browser.script(&format!("{badge}.id = 'badge'; badge.scrollIntoView({{ block: 'center' }})"), &[])?;
        browser.click("#badge")?;
        visitor.wait_for_state("people")?;
        ensure!(browser.text(".place")?.contains("Michigan, district 2"), "{}", browser.text(".place")?);
        // Another ZIP code has a map of its own.
        visitor.press("change")?;
        visitor.submit_zip("10025")?;
        browser.wait_for_visible("[data-choice='NY-13']")?;
        ensure!(browser.count(PICTURE)? == 0);
        browser.click(BUTTON)?;
        browser.wait_for_visible(PICTURE)?;
        ensure!(browser.texts("[data-choice]")?.iter().any(|text| text.contains("Manhattan Valley")));
        // And the list still chooses.
        browser.click("[data-choice='NY-13']")?;
        visitor.wait_for_state("people")?;
    }
    Ok(())
}

#[test]
fn who_lives_near_a_line_sees_where_they_are() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    let (north, east, own, other) = near_a_line()?;
    allow(&visitor, "granted")?;
    be_at(&visitor, north, east)?;
    visitor.open_landing("en")?;
    browser.click("[data-action='locate']")?;
    visitor.wait_for_state("choose")?;
    browser.click(BUTTON)?;
    browser.wait_for_visible(PICTURE)?;
    ensure!(browser.texts(".map-picture text")?.iter().any(|text| text == "You"));
    let sides = browser.script("return [...document.querySelectorAll('.map-picture g')].length", &[])?;
    ensure!(sides == 2, "{own} and {other}: {sides} badges");
    // Another press has forgotten the place: nothing but the map was told of it.
    browser.click("[data-choice]")?;
    visitor.wait_for_state("people")?;
    let page = browser.script("return document.documentElement.outerHTML", &[])?;
    ensure!(!page.as_str().context("no page")?.contains(&format!("{north:.3}")));
    Ok(())
}

#[test]
fn a_map_that_does_not_come_leaves_the_list() -> Result<()> {
    let stage = stage()?;
    for (what, fault) in [
        ("/data/us/close-ups-*", Fault::Missing),
        ("/data/us/close-ups-*", Fault::Truncated),
        ("/data/us/close-ups-*", Fault::Corrupt),
        ("/map-*", Fault::Missing),
        ("/map-*", Fault::Truncated),
        ("/locate-*", Fault::Missing),
    ] {
        stage.site.heal();
        stage.site.fail(what, fault);
        let visitor = Visitor::new(&stage, Engine::Chromium)?;
        let browser = &visitor.browser;
        choose(&visitor, "49348")?;
        browser.click(BUTTON)?;
        let said = "Choose from the list";
        let told = browser.wait_for(said, |browser| {
            Ok(browser.text(NOTE)?.contains("didn’t load") && browser.text(NOTE)?.contains(said))
        });
        told.with_context(|| format!("{what} {fault:?}"))?;
        stage.site.heal();
        browser.click(BUTTON)?;
        browser.wait_for_visible(PICTURE).with_context(|| format!("the second time, {what} {fault:?}"))?;
        browser.click("[data-choice='MI-3']")?;
        visitor.wait_for_state("people")?;
    }
    Ok(())
}

#[test]
fn the_map_and_the_program_know_the_same_places_in_chromium() -> Result<()> {
    the_map_and_the_program_know_the_same_places(Engine::Chromium)
}

#[test]
fn the_map_and_the_program_know_the_same_places_in_firefox() -> Result<()> {
    the_map_and_the_program_know_the_same_places(Engine::Firefox)
}

#[test]
fn the_map_and_the_program_know_the_same_places_in_webkit() -> Result<()> {
    the_map_and_the_program_know_the_same_places(Engine::WebKit)
}

fn the_map_and_the_program_know_the_same_places(engine: Engine) -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, engine)?;
    visitor.open_landing("en")?;
    let us = workspace::root().join("data/us");
    let tables = records::tables::load(&disk::folder(&us), &us);
    let close_ups = tables.ok().and_then(|tables| tables.close_ups).context("no maps")?;
    let mut asked: Vec<(&str, &str)> = Vec::new();
    let districts: Vec<&str> = close_ups.districts.names().collect();
    for zip in close_ups.zips.names().step_by(60) {
        let own = districts.iter().filter(|district| !close_ups.places_in(zip, district).is_empty());
        asked.extend(own.map(|district| (zip, *district)));
        // And one that has nothing to do with it.
        asked.extend(districts.first().map(|district| (zip, *district)));
    }
    let names: Vec<Value> = ["map-", "locate-", "data/us/close-ups-"]
        .into_iter()
        .map(|start| Ok(json!(stage.site.url(&format!("/{}", file(start).with_context(|| start.to_owned())?)))))
        .collect::<Result<_>>()?;
    let look_up = "const [map, locate, file, asked, done] = arguments;
        Promise.all([import(map), import(locate), fetch(file).then(answer => answer.arrayBuffer())])
            .then(([{ read, within }, locate, bytes]) => {
                const all = read(new Uint8Array(bytes), locate);
                done([all.zips.size, all.places.length, asked.map(pair => within(all, ...pair).join('|'))]);
            }).catch(error => done(String(error)));";
    let found = visitor.browser.script_later(look_up, &[names, vec![json!(asked)]].concat())?;
    let (zips, towns, found): (usize, usize, Vec<String>) =
        serde_json::from_value(found.clone()).with_context(|| found.to_string())?;
    ensure!(zips == close_ups.zips.names().count() && towns == close_ups.towns.len());
    let expected: Vec<String> =
        asked.iter().map(|(zip, district)| close_ups.places_in(zip, district).join("|")).collect();
    for ((pair, found), expected) in asked.iter().zip(&found).zip(&expected) {
        ensure!(found == expected, "{pair:?}: the page finds `{found}`, the program `{expected}`");
    }
    ensure!(found.iter().filter(|found| !found.is_empty()).count() > 30);
    Ok(())
}
