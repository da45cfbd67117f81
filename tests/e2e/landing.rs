//! What anyone gets, before any action.

use anyhow::Result;
use serde_json::json;
use testbench::visit::Visitor;
use testbench::webdriver::Engine;

use crate::stage;

#[test]
fn the_landing_page_breaks_no_policy_and_asks_no_one_else() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open_landing("en")?;
    let faults: Vec<_> =
        visitor.browser.log()?.into_iter().filter(|entry| entry.is_policy_violation() || entry.is_error()).collect();
    assert_eq!(faults, []);
    let elsewhere: Vec<_> =
        visitor.browser.requested()?.into_iter().filter(|url| !url.starts_with(&stage.site.origin())).collect();
    assert_eq!(elsewhere, [""; 0]);
    Ok(())
}

#[test]
fn every_page_of_every_campaign_opens_without_a_fault() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let mut paths = vec!["/".to_owned()];
    for campaign in &stage.campaigns {
        for language in &campaign.languages {
            paths.extend([campaign.landing(language), campaign.embed(language)]);
        }
    }
    for path in paths {
        visitor.open(&path)?;
        assert!(!visitor.browser.title()?.is_empty(), "{path} has no title");
        assert_eq!(visitor.browser.count("h1")?, 1, "{path} has one first heading");
        let faults: Vec<_> = visitor.browser.log()?.into_iter().filter(|entry| entry.is_error()).collect();
        assert_eq!(faults, [], "{path}");
    }
    Ok(())
}

/// Whether the program was asked for before the page was parsed to its end.
const IS_EARLY: &str = "const [page] = performance.getEntriesByType('navigation');
    const program = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.wasm'));
    return program.length === 1 && program[0].startTime < page.domInteractive;";

#[test]
fn the_program_is_asked_for_while_the_page_is_parsed() -> Result<()> {
    let stage = stage()?;
    let campaign = stage.open_campaign()?;
    for page in [campaign.landing("en"), campaign.embed("en")] {
        let visitor = Visitor::new(&stage, Engine::Chromium)?;
        visitor.open(&page)?;
        visitor.wait_until_ready()?;
        assert_eq!(visitor.browser.script(IS_EARLY, &[])?, true, "{page}");
    }
    Ok(())
}

#[test]
fn whoever_saves_data_gets_the_program_at_the_first_touch() -> Result<()> {
    let stage = stage()?;
    let campaign = stage.open_campaign()?;
    for page in [campaign.landing("en"), campaign.embed("en")] {
        let visitor = Visitor::new(&stage, Engine::Chromium)?;
        let browser = &visitor.browser;
        let saves = "Object.defineProperty(navigator.connection, 'saveData', { get: () => true })";
        browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": saves }))?;
        visitor.open(&page)?;
        let asked = browser.script("return performance.getEntriesByType('resource').map(({ name }) => name)", &[])?;
        assert!(!asked.to_string().contains(".wasm") && !asked.to_string().contains("/parts/"), "{page}: {asked}");
        visitor.find("05401")?;
    }
    Ok(())
}

#[test]
fn a_partner_may_ask_for_a_theme_in_the_address() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let campaign = stage.open_campaign()?;
    let (light, dark, none) = ("rgb(255, 253, 249)", "rgb(22, 21, 20)", "rgba(0, 0, 0, 0)");
    for (query, background) in [
        ("", light),
        ("?theme=dark", dark),
        ("?theme=light", light),
        ("?theme=auto", light),
        ("?theme=%22%3E", light),
        ("?background=none", none),
        ("?theme=dark&background=none&p=unknown", none),
    ] {
        visitor.open(&[&campaign.embed("en"), query].concat())?;
        let painted = visitor.browser.script("return getComputedStyle(document.body).backgroundColor", &[])?;
        assert_eq!(painted, background, "{query}");
    }
    Ok(())
}

#[test]
fn a_closed_campaign_offers_no_action_and_leads_to_the_open_one() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open(&stage.closed_campaign()?.landing("en"))?;
    assert_eq!(visitor.browser.count("#zip")?, 0);
    let link = format!("#act a[href*='/{}/']", stage.open_campaign()?.id);
    assert!(visitor.browser.is_visible(&link)?, "no link to the open campaign");
    Ok(())
}

#[test]
fn without_scripts_the_page_reads_and_shows_no_dead_control() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.browser.allow_scripts(false)?;
    visitor.open(&stage.open_campaign()?.landing("en"))?;
    assert!(visitor.browser.is_visible("h1")?);
    assert!(!visitor.browser.is_visible("#zip")?, "the ZIP field needs Wasm");
    assert!(visitor.browser.is_visible(".below-tier-3")?, "the directory and the texts are for this visitor");
    Ok(())
}
