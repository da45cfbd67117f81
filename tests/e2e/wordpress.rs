//! A bare address in a model of WordPress: a frame without an origin of its own, in which an embed is a card. The real one is in
//! `tests/hosted/wordpress.rs`.

use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use testbench::visit::Visitor;
use testbench::webdriver::Engine;

use crate::stage;

const FRAME: &str = "iframe[data-secret]";

/// What can be seen in the frame: the text of every link, button and field that has a size.
const VISIBLE: &str = "return [...document.querySelectorAll('a, button, input, select, textarea, summary')]
    .filter(element => element.checkVisibility()).map(element => element.innerText.trim())";

#[test]
fn the_embed_is_a_card_whose_buttons_lead_to_the_landing_page() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_host("wordpress")?;
    browser.wait_for("WordPress to show the frame", |browser| Ok(browser.attribute(FRAME, "style")?.is_none()))?;
    browser.enter_frame(FRAME)?;
    assert_eq!(browser.script(VISIBLE, &[])?, json!(["Take action", "Read the statement"]));
    let stated = browser.texts(".host-card .stated")?;
    assert!(stated.first().is_some_and(|text| text.contains("53")), "{stated:?}");
    assert_eq!(browser.script("return document.documentElement.dataset.tier", &[])?, "2", "no Wasm for a card");
    for link in [".host-card .button", ".host-card .button.quiet"] {
        browser.click(link)?;
    }
    browser.leave_frames()?;
    let landing = stage.site.url(&stage.open_campaign()?.landing("en"));
    let expected = json!([format!("{landing}#act"), landing]);
    let mut followed = Value::Null;
    let both = browser.wait_for("both links to be followed", |browser| {
        followed = browser.script("return followed", &[])?;
        Ok(followed == expected)
    });
    both.context(followed.to_string())?;
    assert!(!stage.site.requests().iter().any(|request| request.path.ends_with(".wasm")));
    Ok(())
}

#[test]
fn the_card_fits_between_wordpress_bounds_and_is_measured_again_when_asked() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_host("wordpress")?;
    browser.wait_for("WordPress to show the frame", |browser| Ok(browser.attribute(FRAME, "style")?.is_none()))?;
    let height: u32 = browser.attribute(FRAME, "height")?.context("no height")?.parse()?;
    assert!((200..=1_000).contains(&height), "{height}");
    // Narrower, it grows: the frame says so by itself.
    browser.script("document.querySelector('iframe').width = 260", &[])?;
    browser.wait_for("the card to grow", |browser| {
        let now: u32 = browser.attribute(FRAME, "height")?.context("no height")?.parse()?;
        Ok(now > height && now <= 1_000)
    })
}

#[test]
fn only_the_right_secret_is_answered() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_host("wordpress")?;
    browser.wait_for("WordPress to show the frame", |browser| Ok(browser.attribute(FRAME, "style")?.is_none()))?;
    browser.script(
        "window.said = [];
        addEventListener('message', event => said.push(event.data));
        window.ask = secret => document.querySelector('iframe').contentWindow.postMessage({ message: 'ready', secret }, '*');",
        &[],
    )?;
    browser.script("ask('zZ9'); ask('aB3dE6gH9j')", &[])?;
    let heights = || -> Result<Vec<Value>> {
        let said = browser.script("return said.filter(data => data.message === 'height')", &[])?;
        serde_json::from_value(said).context("no list")
    };
    browser.wait_for("an answer", |_| Ok(!heights()?.is_empty()))?;
    assert_eq!(heights()?.len(), 1, "the wrong secret is not answered");
    assert_eq!(heights()?[0]["secret"], "aB3dE6gH9j");
    Ok(())
}
