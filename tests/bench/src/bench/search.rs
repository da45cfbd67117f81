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

/// Opens the list, as a press does, until its first screen is painted; then waits until the names are read, and types and takes
/// back. Gives how long the opening and the slowest key took, layout included, in milliseconds; how long the longest task of reading
/// the names was; and the most elements that stood in the document.
const TYPE: &str = "const done = arguments[arguments.length - 1], find = id => document.getElementById(id);
    const query = find('signer-query'), status = find('signer-status'), times = [];
    let longest = 0, most = 0;
    new PerformanceObserver(list => list.getEntries().forEach(({ duration }) => longest = Math.max(longest, duration)))
        .observe({ type: 'longtask' });
    const count = () => most = Math.max(most, document.getElementsByTagName('*').length);
    const timed = act => {
        const start = performance.now();
        act();
        document.body.getBoundingClientRect();
        count();
        return performance.now() - start;
    };
    const typed = text => timed(() => {
        query.value = text;
        query.dispatchEvent(new Event('input'));
    });
    const type = opened => {
        const reading = longest, text = 'example freedom 0042';
        for (let end = 1; end <= text.length; end++) times.push(typed(text.slice(0, end)));
        for (const text of ['42', '4', '', 'nobody', 'n', '']) times.push(typed(text));
        while (!find('signer-more').hidden) timed(() => find('signer-more').click());
        done([opened, Math.max(...times), reading, most]);
    };
    const wait = opened => status.textContent ? requestAnimationFrame(() => setTimeout(type, 0, opened)) : setTimeout(wait, 20, opened);
    document.body.getBoundingClientRect();
    const start = performance.now(), folded = document.querySelector('#signer-list details');
    if (folded) folded.open = true;
    query.dispatchEvent(new Event('focus'));
    requestAnimationFrame(() => setTimeout(() => wait(performance.now() - start)));";

/// The rows of the table.
pub fn bars(dist: &Path) -> Result<Vec<Bar>> {
    let signers = ROWS.map(|(_, signers)| signers);
    let campaigns = Campaigns { signers: &signers, languages: &["en"], partners: 0, like: None, each_target: false };
    let site = fixture::site(dist, "signers", campaigns)?;
    let stage = Stage::build(&site.folder)?;
    let mut bars = Vec::new();
    for (at, (what, _)) in ROWS.into_iter().enumerate() {
        let mut seen: [Vec<f64>; 4] = Default::default();
        for _ in 0..RUNS {
            let visitor = Visitor::new(&stage, Engine::Chromium)?;
            visitor.open(&format!("/c/{}/en/", fixture::id(at + 1)))?;
            visitor.wait_until_ready()?;
            phone::slow_processor(&visitor.browser, 4)?;
            let numbers = visitor.browser.script_later(TYPE, &[])?;
            let numbers: [f64; 4] = serde_json::from_value(numbers).context("the search has no times")?;
            seen.iter_mut().zip(numbers).for_each(|(all, number)| all.push(number));
        }
        let [opened, key, reading, elements] = seen.map(median);
        bars.push(Bar::measured(what, key, 50, 100, Unit::Milliseconds));
        if at + 1 == ROWS.len() {
            bars.push(Bar::measured(
                "Opening the list of 5,000 signers, painted",
                opened,
                100,
                200,
                Unit::Milliseconds,
            ));
            bars.push(Bar::measured("Longest task of reading 5,000 names", reading, 50, 100, Unit::Milliseconds));
            bars.push(Bar::measured(
                "Elements in the document, with 5,000 signers",
                elements,
                1_500,
                2_000,
                Unit::Count,
            ));
        }
    }
    Ok(bars)
}
