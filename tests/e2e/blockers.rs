//! What a page offers is there beside an ad blocker, too.

use anyhow::Result;
use serde_json::json;
use testbench::visit::Visitor;
use testbench::webdriver::{Browser, Engine, Tier};

use crate::blocked_words::WORDS;
use crate::stage;

/// Hides what blockers' lists hide, and more: every element with one of their longer words anywhere in its class or id.
pub fn block(browser: &Browser) -> Result<()> {
    let words: Vec<&str> = WORDS.iter().copied().filter(|word| word.len() > 4).collect();
    let adopt = "const hide = new CSSStyleSheet();
        const naming = arguments[0].flatMap(word => [`[class*='${word}' i]`, `[id*='${word}' i]`]);
        hide.replaceSync('.share-links,' + naming + '{ display: none !important }');
        document.adoptedStyleSheets = [hide];";
    browser.script(adopt, &[json!(words)]).map(drop)
}

#[test]
fn a_letter_is_sent_and_the_campaign_passed_on_beside_a_blocker() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open_landing("en")?;
    block(&visitor.browser)?;
    visitor.find("05401")?;
    visitor.write()?;
    visitor.send()?;
    visitor.send_letter()?;
    visitor.finish()?;
    visitor.browser.wait_for_visible("#action .pass-on a")
}

#[test]
fn links_are_there_beside_a_blocker_without_wasm() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::in_tier(&stage, Engine::Chromium, Tier::Scripts)?;
    visitor.open(&stage.open_campaign()?.landing("en"))?;
    block(&visitor.browser)?;
    visitor.browser.wait_for_visible(".below-tier-3 .pass-on a")
}
