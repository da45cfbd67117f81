//! "Leave quickly": nothing of the page is left, neither on the screen nor one step back.

use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use testbench::visit::Visitor;
use testbench::webdriver::{Browser, Engine, Tier};

use crate::stage;

const ESCAPE: &str = "\u{e00c}";

/// Sends the control to a page of the test's own, because the real one is not on this machine.
const LEAD_HERE: &str = "const link = document.querySelector('[data-leave]');
    link.href = arguments[0];";

#[test]
fn a_press_empties_the_page_and_takes_its_place_in_the_history() -> Result<()> {
    leaves(Tier::Wasm, |browser| browser.click("[data-leave]"))
}

#[test]
fn escape_twice_does_the_same_and_needs_no_wasm() -> Result<()> {
    leaves(Tier::Scripts, |browser| {
        browser.keys(ESCAPE)?;
        ensure!(browser.count("[data-leave]")? == 1, "one press of Escape leaves already");
        browser.keys(ESCAPE)
    })
}

#[test]
fn escape_and_another_key_stay() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open_landing("en")?;
    for key in [ESCAPE, "a", ESCAPE] {
        visitor.browser.keys(key)?;
    }
    ensure!(visitor.browser.is_visible("h1")?, "the page is gone");
    Ok(())
}

/// Where the control and its strip are, how much of the window they take, and what is drawn at three points of the strip.
const STRIP: &str = "const { left, top, right, bottom } = document.querySelector('.leave').getBoundingClientRect();
    const middle = (top + bottom) / 2;
    const drawn = [2, innerWidth / 2, right - 8].map(x => !!document.elementFromPoint(x, middle)?.closest('.leave-place, .page'));
    const behind = [...document.querySelectorAll('main *, header *')].filter(found => found.childElementCount === 0)
        .map(found => found.getBoundingClientRect())
        .some(box => box.width && box.left < right && box.right > left && box.top < bottom && box.bottom > top);
    return {
        share: (bottom - top) / innerHeight, drawn, behind, top, height: bottom - top,
        paper: getComputedStyle(document.querySelector('.leave-place')).borderImageSource,
        wide: document.documentElement.scrollWidth > innerWidth,
        hint: document.querySelector('.leave small').checkVisibility(),
    };";

#[test]
fn the_way_out_has_a_strip_of_its_own_and_stays_small() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    let landing = stage.open_campaign()?.landing("en");
    let pages = [landing.clone(), landing.clone() + "us/vt/", landing.replace("/en/", "/zh-Hant/")];
    for ((width, height), is_touched) in [((360, 640), true), ((700, 800), false), ((1280, 720), false)] {
        browser.set_size(width, height)?;
        let touch = json!({ "enabled": is_touched, "maxTouchPoints": 1 });
        browser.devtools("Emulation.setTouchEmulationEnabled", touch)?;
        for page in &pages {
            visitor.open(page)?;
            browser.wait_for_visible("[data-leave]")?;
            for size in ["", "200%"] {
                let place = format!("{page} at {width} px, text at {size:?}");
                browser
                    .script("document.documentElement.style.fontSize = arguments[0]; scrollTo(0, 0)", &[size.into()])?;
                let found = browser.script(STRIP, &[])?;
                ensure!(found["behind"] == false, "{place}: text is behind it: {found}");
                ensure!(found["share"].as_f64() <= Some(0.08), "{place}: it is too large: {found}");
                ensure!(found["height"].as_f64() >= Some(44.0), "{place}: it is too small for a finger: {found}");
                ensure!(found["wide"] == false, "{place}: the page is wider than the window");
                ensure!(found["hint"] == !is_touched, "{place}: a telephone has no Escape key: {found}");
                // Scrolled, what goes below the strip is painted over from edge to edge.
                browser.script("scrollTo(0, 300)", &[])?;
                let found = browser.script(STRIP, &[])?;
                ensure!(found["top"] == 0.0, "{place}: it is not at the top: {found}");
                ensure!(found["paper"].as_str().is_some_and(|paint| paint.contains("gradient")), "{place}: {found}");
            }
        }
    }
    Ok(())
}

#[test]
fn no_page_of_the_site_is_one_step_back_in_chromium() -> Result<()> {
    no_page_is_one_step_back(Engine::Chromium)
}

#[test]
fn no_page_of_the_site_is_one_step_back_in_firefox() -> Result<()> {
    no_page_is_one_step_back(Engine::Firefox)
}

#[test]
fn no_page_of_the_site_is_one_step_back_in_webkit() -> Result<()> {
    no_page_is_one_step_back(Engine::WebKit)
}

#[test]
fn no_step_of_the_action_is_one_step_back_in_chromium() -> Result<()> {
    no_step_is_one_step_back(Engine::Chromium)
}

#[test]
fn no_step_of_the_action_is_one_step_back_in_firefox() -> Result<()> {
    no_step_is_one_step_back(Engine::Firefox)
}

#[test]
fn no_step_of_the_action_is_one_step_back_in_webkit() -> Result<()> {
    no_step_is_one_step_back(Engine::WebKit)
}

/// Each step of the action is an entry of the history, for the browser's Back button.
fn no_step_is_one_step_back(engine: Engine) -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, engine)?;
    let browser = &visitor.browser;
    let neutral = stage.partner.origin_by_number() + "/stranger/";
    browser.open(&neutral)?;
    browser.script(LINK, &[stage.site.url(&stage.open_campaign()?.landing("en")).into()])?;
    browser.click("#there")?;
    visitor.wait_until_ready()?;
    visitor.find("05401")?;
    visitor.write()?;
    visitor.send()?;
    browser.script(LEAD_HERE, &[json!(stage.partner.origin_by_number() + "/plain/")])?;
    browser.script("setTimeout(() => document.querySelector('[data-leave]').click())", &[])?;
    let there = "return location.pathname === '/plain/' && document.readyState === 'complete'";
    browser.wait_for("another page", |browser| Ok(browser.script(there, &[])? == true))?;
    browser.script("setTimeout(() => history.back())", &[])?;
    browser.wait_for("the page before the site", |browser| Ok(browser.address()? == neutral))
}

/// Ways through the site that end on a page with the control: links to press, one after the other.
const WAYS: [(&str, &[&str]); 7] = [
    ("another language", &["a[hreflang^='zh']"]),
    ("there and back", &["a[hreflang^='zh']", "a[hreflang^='en']"]),
    ("a place in the page", &[".skip"]),
    ("all campaigns", &[".masthead > a", ".campaigns a[hreflang^='en'][href*='{id}']"]),
    (
        "a campaign without the control",
        &[
            ".masthead > a",
            ".campaigns a[hreflang^='en'][href*='nine-groups']",
            ".masthead > a",
            ".campaigns a[hreflang^='en'][href*='{id}']",
        ],
    ),
    ("the page for partners", &[".foot a[href*='/partners/']", "main .kicker a, .masthead > a, .kicker a"]),
    ("by state", &[".below-tier-3 .state-list a[href$='/us/vt/']", "a[hreflang^='zh']"]),
];

/// Puts a link at the top of a page.
const LINK: &str = "const link = document.createElement('a');
    link.id = link.textContent = 'there';
    link.href = arguments[0];
    document.body.prepend(link);";

fn no_page_is_one_step_back(engine: Engine) -> Result<()> {
    let stage = stage()?;
    let campaign = stage.open_campaign()?;
    let visitor = Visitor::in_tier(&stage, engine, Tier::Scripts)?;
    let browser = &visitor.browser;
    let neutral = stage.partner.origin_by_number() + "/stranger/";
    for (name, way) in WAYS {
        browser.open(&neutral)?;
        // As people come: by a link on somebody's page.
        browser.script(LINK, &[stage.site.url(&campaign.landing("en")).into()])?;
        browser.click("#there")?;
        browser.wait_for_visible("[data-leave]")?;
        for link in way {
            let link = link.replace("{id}", &campaign.id);
            let before = browser.address()?;
            browser.wait_for("the link", |browser| Ok(browser.count(&link)? > 0))?;
            browser.script("document.querySelector(arguments[0]).click()", &[link.into()])?;
            // The whole of it: what isn't parsed yet has no control either.
            let complete = "return document.readyState === 'complete'";
            browser.wait_for("the next page", |browser| {
                Ok(browser.address()? != before && browser.script(complete, &[])? == true)
            })?;
        }
        if browser.count("[data-leave]")? == 0 {
            // A page without the control leads back to one.
            browser.script("location.replace(arguments[0])", &[stage.site.url(&campaign.landing("en")).into()])?;
        }
        browser.wait_for_visible("[data-leave]")?;
        browser.script(LEAD_HERE, &[json!(stage.partner.origin_by_number() + "/plain/")])?;
        browser.click("[data-leave]")?;
        let there = "return location.pathname === '/plain/' && document.readyState === 'complete'";
        browser.wait_for("another page", |browser| Ok(browser.script(there, &[])? == true))?;
        // Later, or Chromium's driver runs it again on the page before.
        browser.script("setTimeout(() => history.back())", &[])?;
        browser
            .wait_for("the page before the site", |browser| Ok(browser.address()? == neutral))
            .with_context(|| format!("{name}: {engine:?}"))?;
    }
    Ok(())
}

/// What is typed is cleared, the page is hidden, and going back does not lead to it.
fn leaves(tier: Tier, leave: impl FnOnce(&Browser) -> Result<()>) -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::in_tier(&stage, Engine::Chromium, tier)?;
    let browser = &visitor.browser;
    visitor.open("/")?;
    let landing = stage.open_campaign()?.landing("en");
    visitor.open(&landing)?;
    if tier == Tier::Wasm {
        visitor.wait_until_ready()?;
        browser.type_into("#zip", "05401")?;
    }
    let neutral = stage.partner.origin_by_number() + "/plain/";
    browser.script(LEAD_HERE, &[json!(neutral)])?;
    leave(browser)?;
    browser.wait_for("another page", |browser| Ok(browser.address()?.starts_with(&neutral)))?;
    browser.script("history.back()", &[])?;
    browser.wait_for("a page before it", |browser| Ok(!browser.address()?.starts_with(&neutral)))?;
    ensure!(!browser.address()?.contains(&landing), "one step back leads to the campaign");
    Ok(())
}
