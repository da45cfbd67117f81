//! axe-core, the engine that finds faults against WCAG. It is put into pages by the driver, which no policy forbids.

use anyhow::{Context as _, Result};
use serde::Deserialize;
use serde_json::Value;
use testbench::tools::{self, Tool};
use testbench::webdriver::Browser;

use super::fault::Fault;

/// Everything of WCAG 2.2 AA that axe knows, its best practices, and a contrast of 7:1.
const RUN: &str = "const done = arguments[arguments.length - 1];
    axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        rules: { 'color-contrast-enhanced': { enabled: true } },
        resultTypes: ['violations'],
        iframes: false,
    }).then(result => done(result.violations.flatMap(rule => rule.nodes.map(node =>
        [rule.id, node.html.slice(0, 160), node.failureSummary.replace(/\\s+/g, ' ')]))), error => done(String(error)));";

/// Puts the engine into the page.
pub fn inject(browser: &Browser) -> Result<()> {
    let file = tools::program(Tool::Axe, "axe.min.js").context("axe is missing; `cargo xtask test` installs it")?;
    let engine = std::fs::read_to_string(&file).with_context(|| format!("could not read {}", file.display()))?;
    browser.script(&engine, &[]).map(drop)
}

/// What it finds on the page as it stands.
pub fn find(browser: &Browser) -> Result<Vec<Fault>> {
    let answer = browser.script_later(RUN, &[])?;
    let faults = answer.as_array().with_context(|| format!("axe broke off: {answer}"))?;
    faults.iter().map(read).collect()
}

fn read(fault: &Value) -> Result<Fault> {
    let (check, element, what) = <(String, String, String)>::deserialize(fault)?;
    Ok(Fault { check, element, what, planted: None })
}
