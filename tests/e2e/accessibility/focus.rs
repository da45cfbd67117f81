//! Where the focus goes, and what is said of it.

use anyhow::{Result, ensure};
use serde_json::json;
use testbench::visit::Visitor;
use testbench::webdriver::Engine;

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
    let title = browser.text("[data-state='people'] h2")?;
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
