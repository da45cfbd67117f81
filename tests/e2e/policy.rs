//! The security policy as browsers enforce it: what we ship breaks it nowhere, and what somebody plants does not run.

use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use testbench::server::Fault;
use testbench::visit::Visitor;
use testbench::webdriver::Engine;

use crate::stage;

/// A script, an event handler, a style and a form, as somebody would plant them who got markup into a page.
const PLANTED: Fault = Fault::Changed(
    "</main>",
    "<script>window.planted = 'script'</script>
    <img src='/nothing.png' onerror=\"window.planted = 'handler'\">
    <script src='https://elsewhere.example/x.js'></script>
    <a id='trap' href=\"javascript:window.planted = 'address'\">x</a></main>",
);

#[test]
fn what_is_planted_does_not_run_in_chromium() -> Result<()> {
    what_is_planted_does_not_run(Engine::Chromium)
}

#[test]
fn what_is_planted_does_not_run_in_firefox() -> Result<()> {
    what_is_planted_does_not_run(Engine::Firefox)
}

#[test]
fn what_is_planted_does_not_run_in_webkit() -> Result<()> {
    what_is_planted_does_not_run(Engine::WebKit)
}

fn what_is_planted_does_not_run(engine: Engine) -> Result<()> {
    let stage = stage()?;
    let campaign = stage.open_campaign()?;
    let visitor = Visitor::new(&stage, engine)?;
    let browser = &visitor.browser;
    // First as it is: every kind of page, without a breach.
    let directory = format!("{}us/", campaign.landing("en"));
    let partners = format!("/partners/{}/", campaign.id);
    for page in ["/", &campaign.landing("zh-Hant"), &campaign.embed("en"), &directory, &partners, "/nowhere/"] {
        visitor.open(page)?;
    }
    stage.verdict()?;
    stage.expect_breaches();
    for page in [campaign.landing("en"), campaign.embed("en")] {
        let before = stage.site.breaches().len();
        stage.site.fail("*/en/", PLANTED);
        // Pages are kept for a while: an address of its own.
        visitor.open(&format!("{page}?planted"))?;
        visitor.wait_until_ready().context("the page works beside what is planted")?;
        browser.script("document.querySelector('#trap').click()", &[])?;
        browser.wait_for("the reports of what was planted", |_| {
            let all = stage.site.breaches().split_off(before);
            Ok(["inline", "elsewhere.example"].iter().all(|part| all.iter().any(|report| report.contains(part))))
        })?;
        let planted = browser.script("return window.planted ?? null", &[])?;
        ensure!(planted == json!(null), "{page}: a planted {planted} ran");
    }
    Ok(())
}
