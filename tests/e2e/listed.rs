//! Legislatures that are a folder of data: Canada by province, the European Parliament by country with up to 96 members for one
//! place.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use testbench::visit::{CANADA, EUROPE, Visitor};
use testbench::webdriver::Engine;

use crate::privacy::STORED;
use crate::stage;

fn ticked(visitor: &Visitor<'_>) -> Result<usize> {
    visitor.browser.count("[data-action='tick']:checked")
}

fn canada(engine: Engine) -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, engine)?;
    let browser = &visitor.browser;
    visitor.open_embed("en")?;
    visitor.live_in(CANADA)?;
    browser.wait_for_visible(&format!("#action-{CANADA} #state"))?;
    assert_eq!(browser.count("#zip")?, 0, "Canada's postal codes are not free: nobody is asked for one");
    visitor.choose_region_abroad(CANADA, "CA-PE")?;
    visitor.wait_for_state("choose")?;
    assert_eq!(browser.count("[data-choice]")?, 4, "the ridings of Prince Edward Island");
    browser.click("[data-choice='11001']")?;
    visitor.wait_for_state("people")?;
    ensure!(browser.text(".who .name")?.ends_with(", MP"), "{}", browser.text(".who .name")?);
    visitor.write()?;
    let letter = visitor.letter()?;
    for part in ["I live in Cardigan", "Please ask the Minister of Foreign Affairs"] {
        ensure!(letter.contains(part), "no “{part}” in {letter}");
    }
    ensure!(!letter.contains("State Department") && !letter.contains('{'), "{letter}");
    visitor.send()?;
    browser.click(".mail summary")?;
    ensure!(browser.value("#letter-to")?.ends_with("@parl.gc.ca"));
    visitor.press("copy-mail")?;
    visitor.press("done")?;
    visitor.wait_for_state("thanks")
}

#[test]
fn a_riding_is_chosen_and_its_member_written_to_in_chromium() -> Result<()> {
    canada(Engine::Chromium)
}

#[test]
fn a_riding_is_chosen_and_its_member_written_to_in_firefox() -> Result<()> {
    canada(Engine::Firefox)
}

#[test]
fn a_riding_is_chosen_and_its_member_written_to_in_webkit() -> Result<()> {
    canada(Engine::WebKit)
}

#[test]
fn at_most_ten_of_many_members_are_written_to() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_embed("en")?;
    visitor.choose_region_abroad(EUROPE, "DE")?;
    visitor.wait_for_state("people")?;
    let members = browser.count("[data-person]")?;
    ensure!(members > 90, "{members} members for Germany");
    // The campaign puts nobody first, so nobody is chosen for the visitor.
    assert_eq!(ticked(&visitor)?, 0);
    assert_eq!(browser.count("[data-action='write']")?, 0);
    ensure!(browser.text(".screen")?.contains("Choose up to ten"));
    for _ in 0..10 {
        browser.click("[data-action='tick']:not(:checked)")?;
    }
    browser.wait_for("ten ticks", |_| Ok(ticked(&visitor)? == 10))?;
    assert_eq!(browser.count("[data-action='tick']:not(:checked):not(:disabled)")?, 0, "an eleventh can be chosen");
    browser.type_into("#seat-filter", "zzz")?;
    browser.wait_for("whoever is chosen", |browser| Ok(browser.count("[data-person]")? == 10))?;
    browser.click("[data-action='tick']")?;
    browser.wait_for("nine", |browser| Ok(browser.count("[data-person]")? == 9))?;
    visitor.write()?;
    ensure!(visitor.letter()?.contains("I live in Germany"));
    ensure!(visitor.letter()?.contains("High Representative"));
    visitor.send()
}

/// However long the list, the way on is in sight together with its first names, and what the keyboard reaches is too.
fn the_way_on_stays_in_sight(engine: Engine) -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, engine)?;
    let browser = &visitor.browser;
    browser.set_size(500, 800)?;
    visitor.open_landing("en")?;
    visitor.choose_region_abroad(EUROPE, "DE")?;
    visitor.wait_for_state("people")?;
    browser.click("[data-action='tick']")?;
    browser.wait_for_visible("[data-action='write']")?;
    let apart = browser.script(
        "const of = css => document.querySelector(css).getBoundingClientRect();
         return of('[data-action=write]').bottom - of('[data-person]').top - innerHeight",
        &[],
    )?;
    let apart = apart.as_f64().context("no number")?;
    ensure!(apart < 0.0, "the button is {apart} px beyond the first of {} rows", browser.count("[data-person]")?);
    // Whoever ticks a name far down stays there.
    let far = "const box = document.querySelector('[data-person]:last-child [data-action=tick]');
        box.scrollIntoView({ block: 'center' });
        box.click();
        return document.querySelector('.who').scrollTop";
    let at = browser.script(far, &[])?;
    ensure!(at.as_f64() > Some(1_000.0), "the list does not scroll by itself: {at}");
    browser.wait_for("two ticks", |_| Ok(ticked(&visitor)? == 2))?;
    let now = browser.script("return document.querySelector('.who').scrollTop", &[])?;
    ensure!(now == at, "the list was at {at} px and is at {now} px");
    // WebKit's driver gives its window no focus, so that nothing there has it by the page's lights.
    if engine == Engine::WebKit {
        return Ok(());
    }
    browser.click("#seat-filter")?;
    if engine == Engine::Firefox {
        // There, a list that scrolls has a stop of its own.
        browser.keys("\u{e004}")?;
    }
    for at in 0..12 {
        browser.keys("\u{e004}")?;
        let free = browser.script(
            "const { left, top, width, height } = document.activeElement.getBoundingClientRect();
             return document.activeElement.dataset.action === 'tick'
                 && document.elementFromPoint(left + width / 2, top + height / 2) === document.activeElement",
            &[],
        )?;
        ensure!(free == true, "box {at} is out of sight");
    }
    Ok(())
}

#[test]
fn the_way_on_stays_in_sight_in_chromium() -> Result<()> {
    the_way_on_stays_in_sight(Engine::Chromium)
}

#[test]
fn the_way_on_stays_in_sight_in_firefox() -> Result<()> {
    the_way_on_stays_in_sight(Engine::Firefox)
}

#[test]
fn the_way_on_stays_in_sight_in_webkit() -> Result<()> {
    the_way_on_stays_in_sight(Engine::WebKit)
}

/// What our host is asked for by somebody who lives in a region, and in one of its seats where people choose one, through to a
/// letter.
fn asked(engine: Engine, answer: usize, region: &str, seat: Option<&str>) -> Result<Vec<String>> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, engine)?;
    let browser = &visitor.browser;
    visitor.open_landing("en")?;
    let told = "return [location.href, document.title, window.name, history.state || 0]";
    let before = browser.script(told, &[])?;
    visitor.choose_region_abroad(answer, region)?;
    match seat {
        Some(seat) => {
            visitor.wait_for_state("choose")?;
            browser.click(&format!("[data-choice='{seat}']"))?;
            visitor.wait_for_state("people")?;
        }
        None => {
            visitor.wait_for_state("people")?;
            browser.click("[data-action='tick']")?;
        }
    }
    visitor.write()?;
    browser.type_into("#answer-0", "In my own words.")?;
    visitor.press("back")?;
    visitor.wait_for_state("people")?;
    browser.wait_for("the first entry", |browser| Ok(browser.script(told, &[])? == before))?;
    visitor.write()?;
    visitor.send()?;
    let stored = browser.script_later(STORED, &[])?;
    ensure!(stored == Value::from(vec![0; 6]), "stored: {stored}");
    let requests = stage.site.requests().into_iter();
    ensure!(requests.clone().all(|request| request.referrer.is_none()), "a page says where it comes from");
    // Each engine asks for the picture in the tab when it likes.
    let mut paths: Vec<String> = requests.map(|request| request.path).filter(|path| path != "/favicon.ico").collect();
    paths.sort();
    Ok(paths)
}

fn two_places_ask_for_the_same(engine: Engine) -> Result<()> {
    for (answer, data, one, other) in [
        (CANADA, "/data/ca-commons", ("CA-PE", Some("11001")), ("CA-NL", Some("10007"))),
        (EUROPE, "/data/eu-parliament", ("DE", None), ("MT", None)),
    ] {
        let first = asked(engine, answer, one.0, one.1)?;
        let of = |what: &str| first.iter().filter(|path| path.contains(what)).count();
        ensure!((of("/undersigned"), of(data), of("/data/parts")) == (2, 1, 2), "{first:?}");
        let second = asked(engine, answer, other.0, other.1)?;
        ensure!(first == second, "{one:?}: {first:?}; {other:?}: {second:?}");
    }
    Ok(())
}

#[test]
fn two_places_of_a_country_ask_for_the_same_and_leave_nothing_in_chromium() -> Result<()> {
    two_places_ask_for_the_same(Engine::Chromium)
}

#[test]
fn two_places_of_a_country_ask_for_the_same_and_leave_nothing_in_firefox() -> Result<()> {
    two_places_ask_for_the_same(Engine::Firefox)
}

#[test]
fn two_places_of_a_country_ask_for_the_same_and_leave_nothing_in_webkit() -> Result<()> {
    two_places_ask_for_the_same(Engine::WebKit)
}

#[test]
fn one_country_has_one_table_whatever_is_chosen() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open_embed("en")?;
    visitor.choose_region_abroad(EUROPE, "MT")?;
    visitor.wait_for_state("people")?;
    assert_eq!(visitor.browser.count("[data-person]")?, ticked(&visitor)?, "all six of Malta are ticked");
    let asked = stage.site.requests();
    let tables: Vec<_> =
        asked.iter().filter(|request| request.path.starts_with("/data/") && request.path.ends_with(".bin")).collect();
    assert_eq!(tables.len(), 1, "{tables:?}");
    ensure!(tables.iter().all(|request| request.path.contains("eu-parliament")));
    Ok(())
}
