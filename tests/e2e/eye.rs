//! Each screen begins at the top of the card, and the card at the top of the window, wherever somebody comes from.

use anyhow::{Context as _, Result, ensure};
use testbench::visit::Visitor;
use testbench::webdriver::Engine;

use crate::stage;

/// Where the card begins in the window, and what has the focus.
const CARD: &str =
    "return [Math.round(document.querySelector('#act').getBoundingClientRect().top), document.activeElement.id]";

#[test]
fn each_screen_begins_at_the_top_of_the_window_in_chromium() -> Result<()> {
    each_screen_begins_at_the_top(Engine::Chromium)
}

#[test]
fn each_screen_begins_at_the_top_of_the_window_in_firefox() -> Result<()> {
    each_screen_begins_at_the_top(Engine::Firefox)
}

#[test]
fn each_screen_begins_at_the_top_of_the_window_in_webkit() -> Result<()> {
    each_screen_begins_at_the_top(Engine::WebKit)
}

fn each_screen_begins_at_the_top(engine: Engine) -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, engine)?;
    let browser = &visitor.browser;
    let seen = |place: &str, state: &str| -> Result<()> {
        visitor.wait_for_state(state).with_context(|| format!("{place}: {state}"))?;
        // "Leave quickly" has a strip of 44 px there.
        let at_the_top = |browser: &testbench::webdriver::Browser| -> Result<bool> {
            let (top, focused): (f64, String) = serde_json::from_value(browser.script(CARD, &[])?)?;
            Ok((0.0..=72.0).contains(&top) && focused == "action-title")
        };
        let top = browser.wait_for("the top of the card", at_the_top);
        top.with_context(|| format!("{place}, {state}: {:?}", browser.script(CARD, &[])))
    };
    let campaign = stage.open_campaign()?;
    for path in [campaign.landing("en"), campaign.embed("en")] {
        for width in [360, 1200] {
            let place = format!("{path} at {width} px");
            browser.set_size(width, 700)?;
            visitor.open(&path)?;
            visitor.wait_until_ready()?;
            visitor.find("05401")?;
            seen(&place, "people")?;
            let line = browser.script("return document.querySelector('h1').getBoundingClientRect().height", &[])?;
            ensure!(width > 400 || line.as_f64() < Some(30.0), "{place}: the title takes {line} px");
            visitor.press("write")?;
            seen(&place, "write")?;
            visitor.press("next")?;
            seen(&place, "send")?;
            // Back by the button, from far below, and by the browser's own.
            browser.script("scrollTo(0, 1e6)", &[])?;
            visitor.press("back")?;
            seen(&place, "write")?;
            browser.script("scrollTo(0, 1e6); history.go(-1)", &[])?;
            seen(&place, "people")?;
            browser.script("scrollTo(0, 1e6); history.go(1)", &[])?;
            seen(&place, "write")?;
        }
    }
    Ok(())
}
