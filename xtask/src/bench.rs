//! The rows of the quality table that can be measured so far, on the shipped site.

pub mod document;
mod timing;

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use crate::measure::{self, Bar, Unit};
use crate::process;
use crate::tools::rust;
use crate::visit::{Stage, Visitor};
use crate::webdriver::Engine;

/// How many entries a page has left behind: cookies, storage, caches, databases, service workers.
const STORED: &str = "const done = arguments[arguments.length - 1];
    Promise.all([caches.keys(), indexedDB.databases(), navigator.serviceWorker.getRegistrations()])
        .then(lists => lists.reduce((sum, list) => sum + list.length, 0)
            + localStorage.length + sessionStorage.length
            + document.cookie.split(';').filter(part => part.trim()).length)
        .then(done, error => done(String(error)));";

/// Measures a built site. Needs Chromium.
pub fn measure(dist: &Path) -> Result<Vec<Bar>> {
    let mut bars = measure::byte_bars(&measure::weights(dist)?);
    bars.extend(visit_bars(dist)?);
    bars.extend(timing::bars(&Stage::build(dist)?)?);
    let crates = Some(wasm_crates()?);
    bars.push(Bar { what: "Crates in the Wasm graph", measured: crates, goal: 60, limit: 90, unit: Unit::Count });
    Ok(bars)
}

/// What a visit to the embed asks for and leaves behind.
fn visit_bars(dist: &Path) -> Result<Vec<Bar>> {
    let stage = Stage::build(dist)?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open_embed("en")?;
    let before_action = count(stage.site.requests().len());
    visitor.find("05401")?;
    visitor.write_to_first()?;
    let own = stage.site.origin();
    let elsewhere = visitor.browser.requested()?.iter().filter(|address| !address.starts_with(&own)).count();
    let stored = visitor.browser.script_later(STORED, &[])?;
    let stored = stored.as_u64().with_context(|| format!("could not count what is stored: {stored}"))?;
    let bar = |what, measured, goal, limit| Bar { what, measured: Some(measured), goal, limit, unit: Unit::Count };
    Ok(vec![
        bar("Requests before any action (embed)", before_action, 5, 6),
        bar("Third-party requests, through to a letter", count(elsewhere), 0, 0),
        bar("Cookies and stored entries after a letter", stored, 0, 0),
    ])
}

/// How many crates, ours included, reach the browser's build.
fn wasm_crates() -> Result<u64> {
    let arguments = ["tree", "--target", rust::WASM, "-p", "undersigned", "-e", "normal", "--prefix", "none"];
    let tree = process::output(process::cargo().args(arguments))?;
    // Macros run in the compiler; only what is linked counts, but telling them apart is the tree's `(proc-macro)`.
    let names = tree.lines().map(|line| line.trim_end_matches(" (*)")).filter(|line| !line.contains("(proc-macro)"));
    Ok(count(names.filter(|line| !line.is_empty()).collect::<BTreeSet<_>>().len()))
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// The table as JSON.
pub fn report(bars: &[Bar]) -> Value {
    let rows = bars.iter().map(|bar| {
        json!({
            "what": bar.what,
            "measured": bar.measured,
            "goal": bar.goal,
            "limit": bar.limit,
            "unit": match bar.unit {
                Unit::Bytes => "bytes",
                Unit::Count => "count",
                Unit::Milliseconds => "milliseconds",
                Unit::Hundredths => "hundredths",
                Unit::Thousandths => "thousandths",
            },
            "verdict": bar.verdict().word(),
        })
    });
    Value::Array(rows.collect())
}
