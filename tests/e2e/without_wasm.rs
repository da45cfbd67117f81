//! What visitors get whose browser has no Wasm, or does not get ours.

use std::time::Duration;

use anyhow::Result;
use testbench::server::Fault;
use testbench::visit::Visitor;
use testbench::webdriver::{Browser, Engine, Tier};

use crate::stage;
use crate::watched::Watched;

#[test]
fn a_browser_without_wasm_gets_the_page_that_needs_none() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::in_tier(&stage, Engine::Chromium, Tier::Scripts)?;
    for path in [stage.open_campaign()?.landing("en"), stage.open_campaign()?.embed("zh-Hant")] {
        visitor.open(&path)?;
        expect_static_action(&visitor.browser)?;
    }
    Ok(())
}

#[test]
fn a_zip_code_sent_before_the_wasm_arrives_is_kept_and_carried_out() -> Result<()> {
    let stage = late_stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open(&stage.open_campaign()?.landing("en"))?;
    visitor.submit_zip("05401")?;
    assert!(visitor.browser.is_visible(".pending-line")?, "the visitor is told that it will be done");
    visitor.wait_for_state("people")
}

#[test]
fn a_press_on_by_state_before_the_wasm_arrives_is_carried_out() -> Result<()> {
    let stage = late_stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open(&stage.open_campaign()?.embed("en"))?;
    visitor.press("by-state")?;
    assert!(visitor.browser.is_visible(".pending-line")?, "the visitor is told that it will be done");
    visitor.wait_for_state("choose-state")
}

/// A site whose Wasm takes its time.
fn late_stage() -> Result<Watched> {
    let stage = stage()?;
    stage.site.fail("/undersigned*", Fault::Late(Duration::from_secs(2)));
    Ok(stage)
}

fn expect_static_action(browser: &Browser) -> Result<()> {
    browser.wait_for("the second tier", |browser| {
        Ok(browser.script("return document.documentElement.dataset.tier", &[])? == "2")
    })?;
    assert!(!browser.is_visible("#zip")?, "a field that does nothing");
    assert!(browser.is_visible(".below-tier-3")?, "a way to act");
    assert_eq!(browser.count(".state-list a[href*='/us/']")?, 56);
    Ok(())
}
