//! What a browser refuses: a Wasm that is not ours, and scripts that somebody has planted, with a host's headers and without.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde_json::Value;
use testbench::measure;
use testbench::server::Fault;
use testbench::visit::{Stage, Visitor};
use testbench::webdriver::Engine;

use crate::{built, stage};

/// Somebody's script in the head of a page.
const PLANTED: Fault =
    Fault::Changed("</title>", "</title><script>document.documentElement.dataset.planted = \"yes\"</script>");

#[test]
fn a_wasm_of_which_one_byte_was_changed_is_refused() -> Result<()> {
    let stage = stage()?;
    stage.site.fail(&wasm()?, Fault::LastByte);
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open(&stage.open_campaign()?.landing("en"))?;
    visitor.browser.wait_for("the page to do without", |browser| Ok(tier(browser.script(TIER, &[])?) == "2"))?;
    assert_eq!(visitor.browser.script("return document.documentElement.dataset.ready ?? null", &[])?, Value::Null);
    Ok(())
}

#[test]
fn a_planted_script_does_not_run() -> Result<()> {
    let stage = stage()?;
    stage.expect_breaches();
    expect_only_ours_to_run(&stage)
}

#[test]
fn a_planted_script_does_not_run_where_a_host_sends_no_headers() -> Result<()> {
    let bare = without_headers()?;
    // Not watched: without a header, browsers have nowhere to report to.
    let outcome = Stage::build(&bare).and_then(|stage| {
        expect_only_ours_to_run(&stage)?;
        // The page's own policy lets its own program load.
        stage.site.heal();
        let visitor = Visitor::new(&stage, Engine::Chromium)?;
        visitor.open_landing("en")?;
        visitor.find("05401")
    });
    std::fs::remove_dir_all(&bare)?;
    outcome
}

const TIER: &str = "return document.documentElement.dataset.tier ?? null";

fn tier(value: Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn expect_only_ours_to_run(stage: &Stage) -> Result<()> {
    let paths = [stage.open_campaign()?.landing("en"), stage.open_campaign()?.embed("en"), "/".to_owned()];
    let visitor = Visitor::new(stage, Engine::Chromium)?;
    for path in paths {
        stage.site.fail(&path, PLANTED);
        visitor.open(&path)?;
        visitor.browser.wait_for("our own script", |browser| Ok(!tier(browser.script(TIER, &[])?).is_empty()))?;
        assert_eq!(
            visitor
                .browser
                .script("return [...document.scripts].some(script => script.textContent.includes('planted'))", &[])?,
            true
        );
        let planted = visitor.browser.script("return document.documentElement.dataset.planted ?? null", &[])?;
        assert_eq!(planted, Value::Null, "{path}");
    }
    Ok(())
}

/// The path of the Wasm.
fn wasm() -> Result<String> {
    let files = measure::site_files(&built())?;
    let wasm = files.iter().find(|file| file.extension().is_some_and(|kind| kind == "wasm"));
    let name = wasm.and_then(|file| file.file_name()).context("no Wasm in the site")?;
    Ok(format!("/{}", name.to_string_lossy()))
}

/// A copy of the site as a host has it that knows nothing of headers.
fn without_headers() -> Result<PathBuf> {
    let (site, copy) = (built(), std::env::temp_dir().join(format!("undersigned-bare-{}", std::process::id())));
    for file in measure::site_files(&site)? {
        let name = file.strip_prefix(&site)?;
        if name != Path::new("_headers") {
            let to = copy.join(name);
            std::fs::create_dir_all(to.parent().unwrap_or(&copy))?;
            std::fs::copy(&file, &to)?;
        }
    }
    Ok(copy)
}
