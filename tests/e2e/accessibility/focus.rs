//! Keys alone, and where the focus goes.

use anyhow::{Result, ensure};
use serde_json::json;
use xtask::visit::Visitor;
use xtask::webdriver::Engine;

use crate::stage;

/// Counts what a screen reader would say by itself: changes in live regions, and headings that receive the focus.
const LISTEN: &str = "window.said = [];
    const note = text => text.trim() && said.push(text.trim());
    new MutationObserver(changes => {
        const regions = new Set(changes.map(({ target }) =>
            (target.nodeType === 1 ? target : target.parentElement)?.closest('[role=status], [role=alert], [aria-live]')));
        for (const region of regions) if (region) note(region.innerText);
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
    addEventListener('focusin', ({ target }) => { if (target.matches('h1, h2, h3')) note(target.innerText); });";

#[test]
fn the_result_of_a_lookup_has_the_focus_and_is_announced_once() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_embed("en")?;
    browser.script(LISTEN, &[])?;
    visitor.find("05401")?;
    let title = browser.text("[data-step='people'] h2")?;
    let focused = browser.script("return document.activeElement.innerText", &[])?;
    ensure!(focused == json!(title), "the focus is on {focused}");
    let said: Vec<String> = serde_json::from_value(browser.script("return said", &[])?)?;
    ensure!(said.iter().filter(|text| **text == title).count() == 1, "announced: {said:?}");
    Ok(())
}

#[test]
fn a_refused_zip_code_is_announced_once_and_the_field_has_the_focus() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_embed("en")?;
    browser.script(LISTEN, &[])?;
    visitor.submit_zip("12")?;
    browser.wait_for_visible("[data-problem]")?;
    let said: Vec<String> = serde_json::from_value(browser.script("return said", &[])?)?;
    ensure!(said.len() == 1, "announced: {said:?}");
    ensure!(browser.script("return document.activeElement.id", &[])? == "zip", "the focus has left the field");
    Ok(())
}

#[test]
fn keys_alone_lead_through_the_frame_and_out_of_it_again() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_host("plain")?;
    browser.script("document.querySelector('iframe').scrollIntoView()", &[])?;
    browser.enter_frame("iframe")?;
    visitor.wait_until_ready()?;
    browser.leave_frames()?;
    browser.script("document.querySelector('header a').focus()", &[])?;
    // Into the frame, to the field, and on with what it offers.
    tab_until(&visitor, "the ZIP field", |browser| in_frame(browser, "return document.activeElement.id === 'zip'"))?;
    browser.keys("05401")?;
    browser.keys(ENTER)?;
    let in_step = |step: &str| format!("return !!document.querySelector(\"[data-step='{step}']\")");
    browser.wait_for("the people", |browser| in_frame(browser, &in_step("people")))?;
    tab_until(&visitor, "a button to write", |browser| {
        in_frame(browser, "return document.activeElement.dataset.action === 'write'")
    })?;
    browser.keys(ENTER)?;
    browser.wait_for("the questions", |browser| in_frame(browser, &in_step("words")))?;
    tab_until(&visitor, "a way back", |browser| {
        in_frame(browser, "return document.activeElement.dataset.action === 'back'")
    })?;
    browser.keys(ENTER)?;
    browser.wait_for("the people again", |browser| in_frame(browser, &in_step("people")))?;
    // Out again: the link below the frame.
    tab_until(&visitor, "the link behind the frame", |browser| {
        Ok(browser.script("return document.activeElement.matches('iframe ~ p a')", &[])? == true)
    })
}

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";

/// Presses Tab until something has the focus; 120 presses are a trap.
fn tab_until(
    visitor: &Visitor<'_>,
    what: &str,
    reached: impl Fn(&xtask::webdriver::Browser) -> Result<bool>,
) -> Result<()> {
    for _ in 0..120 {
        visitor.browser.keys(TAB)?;
        if reached(&visitor.browser)? {
            return Ok(());
        }
    }
    anyhow::bail!("{what} is not reached by Tab")
}

/// Asks the page in the frame, and comes back to its host, without moving the focus.
fn in_frame(browser: &xtask::webdriver::Browser, question: &str) -> Result<bool> {
    browser.enter_frame("iframe")?;
    let answer = browser.script(question, &[]);
    browser.leave_frames()?;
    Ok(answer? == true)
}
