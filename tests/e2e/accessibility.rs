//! The accessibility floor: axe and our own checks on every page, in every language, tier, theme and state of the action.

mod axe;
mod checks;
mod fault;
mod focus;
mod keyboard;
mod pages;
mod planted;
mod situation;
mod spoken;

use anyhow::Result;
use serde_json::json;
use testbench::visit::Visitor;
use testbench::webdriver::{Engine, Tier};

use pages::{STATES, every_path};

use crate::stage;
use fault::Faults;
use situation::{Situation, calm};

/// The window in which pages are looked at, in CSS pixels.
const WIDTH: u32 = 800;

/// The width of a telephone's window, in CSS pixels.
const TELEPHONE: u32 = 360;

/// Opens everything that can be opened; axe passes over what is folded.
const UNFOLD: &str = "for (const fold of document.querySelectorAll('details')) fold.open = true;";

#[test]
fn every_page_has_no_fault_in_any_tier() -> Result<()> {
    let stage = stage()?;
    let mut faults = Faults::default();
    for tier in [Tier::Wasm, Tier::Scripts] {
        let visitor = Visitor::in_tier(&stage, Engine::Chromium, tier)?;
        visitor.browser.set_size(WIDTH, situation::HEIGHT)?;
        for path in every_path(&stage)? {
            visitor.open(&path)?;
            // The program would draw the action again while it is looked at.
            if visitor.browser.script("return document.documentElement.dataset.tier === '3'", &[])? == json!(true) {
                visitor.wait_until_ready()?;
            }
            look(&visitor, &format!("{path} in tier {}", tier.number()), &mut faults)?;
        }
    }
    faults.assert_none();
    Ok(())
}

#[test]
fn pages_without_scripts_have_no_fault() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.browser.set_size(WIDTH, situation::HEIGHT)?;
    let mut faults = Faults::default();
    for path in every_path(&stage)? {
        // The page's own scripts do not run; those of the driver do.
        visitor.browser.allow_scripts(false)?;
        visitor.open(&path)?;
        visitor.browser.allow_scripts(true)?;
        let tier = visitor.browser.script("return document.documentElement.dataset.tier ?? null", &[])?;
        assert_eq!(tier, json!(null), "{path}: a script has run");
        look(&visitor, &format!("{path} in tier 1"), &mut faults)?;
    }
    faults.assert_none();
    Ok(())
}

#[test]
fn every_state_of_the_action_has_no_fault() -> Result<()> {
    let stage = stage()?;
    let mut faults = Faults::default();
    for language in &stage.open_campaign()?.languages {
        let visitor = Visitor::new(&stage, Engine::Chromium)?;
        visitor.browser.set_size(WIDTH, situation::HEIGHT)?;
        for (name, reach) in STATES {
            stage.site.heal();
            visitor.open_embed(language)?;
            reach(&visitor)?;
            look(&visitor, &format!("{name} in {language}"), &mut faults)?;
        }
    }
    faults.assert_none();
    Ok(())
}

/// Looks at the page: our own checks as it stands, in every situation; axe with all that is folded open, in both themes and
/// on a telephone.
fn look(visitor: &Visitor<'_>, place: &str, faults: &mut Faults) -> Result<()> {
    let browser = &visitor.browser;
    calm(browser)?;
    for situation in Situation::ALL {
        let found = situation.within(browser, WIDTH, || checks::find(browser, situation))?;
        faults.add(&format!("{place}, {situation:?}"), found);
    }
    axe::inject(browser)?;
    browser.script(UNFOLD, &[])?;
    for (theme, width) in [(Situation::AsIs, WIDTH), (Situation::Dark, WIDTH), (Situation::AsIs, TELEPHONE)] {
        browser.set_size(width, situation::HEIGHT)?;
        let found = theme.within(browser, width, || axe::find(browser))?;
        faults.add(&format!("{place}, {theme:?}, unfolded, {width} px"), found);
    }
    browser.set_size(WIDTH, situation::HEIGHT)
}
