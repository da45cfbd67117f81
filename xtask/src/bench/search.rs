//! Typing in the search among signers, on a slow phone.

use std::path::Path;

use anyhow::{Context as _, Result};

use super::fixture::{self, Campaigns};
use super::median::median;
use super::phone;
use crate::measure::{Bar, Unit};
use crate::visit::{Stage, Visitor};
use crate::webdriver::Engine;

/// So many fresh browsers for each row.
const RUNS: usize = 3;

/// The rows, with how many signers each has.
const ROWS: [(&str, usize); 3] = [
    ("A key in the search of 53 signers, 4× slower CPU", 53),
    ("A key in the search of 500 signers, the same", 500),
    ("A key in the search of 5,000 signers, the same", 5_000),
];

/// The row of the touch after which the longest list is read.
const TOUCH: &str = "First touch of the search of 5,000 signers, the same";

/// Touches the field, types and takes back. Gives how long the touch, when the list is read, and the slowest key kept the page,
/// its layout included, in milliseconds.
const TYPE: &str = "const query = document.querySelector('#signer-query'), times = [];
    const timed = event => {
        const start = performance.now();
        query.dispatchEvent(new Event(event));
        document.body.getBoundingClientRect();
        return performance.now() - start;
    };
    const typed = text => { query.value = text; times.push(timed('input')); };
    document.body.getBoundingClientRect();
    const touch = timed('focus');
    const text = 'example organisation 0042';
    for (let end = 1; end <= text.length; end++) typed(text.slice(0, end));
    for (const text of ['42', '4', '', 'nobody', 'n', '']) typed(text);
    return [touch, Math.max(...times)];";

/// The rows of the table.
pub fn bars(dist: &Path) -> Result<Vec<Bar>> {
    let signers = ROWS.map(|(_, signers)| signers);
    let site = fixture::site(dist, "signers", Campaigns { signers: &signers, languages: &["en"] })?;
    let stage = Stage::build(&site.folder)?;
    let mut bars = Vec::new();
    for (at, (what, _)) in ROWS.into_iter().enumerate() {
        let (mut touches, mut keys) = (Vec::new(), Vec::new());
        for _ in 0..RUNS {
            let visitor = Visitor::new(&stage, Engine::Chromium)?;
            visitor.open(&format!("/c/{}/en/", fixture::id(at + 1)))?;
            visitor.wait_until_ready()?;
            phone::slow_processor(&visitor.browser, 4)?;
            let times = visitor.browser.script(TYPE, &[])?;
            let (touch, key): (f64, f64) = serde_json::from_value(times).context("the search has no times")?;
            touches.push(touch);
            keys.push(key);
        }
        bars.push(Bar::measured(what, median(keys), 50, 100, Unit::Milliseconds));
        if at + 1 == ROWS.len() {
            bars.push(Bar::measured(TOUCH, median(touches), 100, 200, Unit::Milliseconds));
        }
    }
    Ok(bars)
}
