//! "Leave quickly": nothing of the page is left, neither on the screen nor one step back.

use anyhow::{Result, ensure};
use serde_json::json;
use xtask::visit::Visitor;
use xtask::webdriver::{Browser, Engine, Tier};

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
