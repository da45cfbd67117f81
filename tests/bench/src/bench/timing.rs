//! What a visitor on a slow phone waits for: paint, layout shift, long tasks, the way to act. Each is the median of several
//! fresh browsers.
//!
//! A time is noise on a shared machine, so paint is compared within one run, with Wasm and without.

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::median::{median, median_ratio};
use super::phone;
use crate::measure::{Bar, Unit};
use crate::visit::{Stage, Visitor};
use crate::webdriver::{Engine, Tier};

/// So many fresh browsers for each row.
const RUNS: usize = 7;

/// How many responses the first paint had to wait for, besides the page.
const BLOCKING: &str =
    "return performance.getEntriesByType('resource').filter(entry => entry.renderBlockingStatus === 'blocking').length";

/// Whether everything has come that the lookup needs.
const TABLES: &str = "return performance.getEntriesByType('resource').some(entry => entry.name.includes('offices-') && entry.responseEnd)";

/// Runs in every page: sends a ZIP code off as soon as there is a form, and keeps when the people stood there.
const IN_A_HURRY: &str = "window.answered = 0;
    let sent = false;
    new MutationObserver(() => {
        const field = document.querySelector('#zip');
        if (field && !sent && document.readyState !== 'loading') {
            sent = true;
            field.value = '05401';
            field.form.requestSubmit();
        }
        if (!answered && document.querySelector('[data-state=people]')) answered = performance.now();
    }).observe(document, { subtree: true, childList: true, attributes: true });";

/// What one visit showed.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    paint: f64,
    largest: f64,
    shift: f64,
    longest: f64,
    ready: f64,
    blocking: f64,
}

/// The rows of the table.
pub fn bars(stage: &Stage, before: Option<&Stage>) -> Result<Vec<Bar>> {
    let (mut with, mut without, mut hurried) = (Vec::new(), Vec::new(), Vec::new());
    let (mut with_before, mut hurried_before) = (Vec::new(), Vec::new());
    // In turn, so that what else the machine does meets all of them.
    for _ in 0..RUNS {
        with.push(visit(stage, Tier::Wasm)?);
        without.push(visit(stage, Tier::Scripts)?);
        hurried.push(hurry(stage)?);
        if let Some(before) = before {
            with_before.push(visit(before, Tier::Wasm)?);
            hurried_before.push(hurry(before)?);
        }
    }
    let of = |visits: &[Seen], what: fn(&Seen) -> f64| median(visits.iter().map(what));
    let all = |visits: &[Seen], what: fn(&Seen) -> f64| visits.iter().map(what).collect::<Vec<_>>();
    let ratio = |what| median_ratio(&all(&with, what), &all(&without, what));
    let row = Bar::measured;
    let since = |text, what| Bar::ratio(text, median_ratio(&all(&with, what), &all(&with_before, what)));
    Ok(vec![
        row("First paint with Wasm on ÷ off", ratio(|seen| seen.paint) * 100.0, 105, 120, Unit::Hundredths),
        row("Largest paint with Wasm on ÷ off", ratio(|seen| seen.largest) * 100.0, 105, 120, Unit::Hundredths),
        row("Render-blocking requests", of(&with, |seen| seen.blocking), 0, 0, Unit::Count),
        row("Layout shift in the embed", of(&with, |seen| seen.shift) * 1000.0, 0, 10, Unit::Thousandths),
        row("Longest task, 4× slower CPU", of(&with, |seen| seen.longest), 50, 100, Unit::Milliseconds),
        row("First paint on 1.6 Mb/s, 150 ms", of(&with, |seen| seen.paint), 1_000, 1_800, Unit::Milliseconds),
        row("Largest paint, the same", of(&with, |seen| seen.largest), 1_200, 2_500, Unit::Milliseconds),
        row("Ready for a ZIP code, the same", of(&with, |seen| seen.ready), 2_000, 4_000, Unit::Milliseconds),
        row(
            "People of a ZIP code sent at once, the same",
            median(hurried.iter().copied()),
            3_000,
            6_000,
            Unit::Milliseconds,
        ),
        since("First paint ÷ that of the last release", |seen| seen.paint),
        since("Largest paint ÷ that of the last release", |seen| seen.largest),
        since("Longest task ÷ that of the last release", |seen| seen.longest),
        since("Ready ÷ that of the last release", |seen| seen.ready),
        Bar::ratio("People sent for at once ÷ those of the last release", median_ratio(&hurried, &hurried_before)),
    ])
}

fn visit(stage: &Stage, tier: Tier) -> Result<Seen> {
    let visitor = Visitor::in_tier(stage, Engine::Chromium, tier)?;
    let browser = &visitor.browser;
    phone::observe(browser)?;
    phone::slow_network(browser)?;
    phone::slow_processor(browser, 4)?;
    visitor.open(&stage.open_campaign()?.embed("en"))?;
    if tier == Tier::Wasm {
        visitor.wait_until_ready()?;
        browser.script("document.querySelector('#zip').focus()", &[])?;
        browser.wait_for("the tables to arrive", |browser| Ok(browser.script(TABLES, &[])? == true))?;
    } else {
        browser.wait_for("the first paint", |browser| Ok(browser.script("return seen.paint > 0", &[])? == true))?;
    }
    let seen = browser.script("return window.seen", &[])?;
    let number = |name: &str| seen.get(name).and_then(Value::as_f64).unwrap_or_default();
    Ok(Seen {
        paint: number("paint"),
        largest: number("largest"),
        shift: number("shift"),
        longest: number("longest"),
        ready: number("ready"),
        blocking: browser.script(BLOCKING, &[])?.as_f64().context("the page has no count")?,
    })
}

/// How long it takes until somebody has an answer who sends the form before the Wasm is there.
fn hurry(stage: &Stage) -> Result<f64> {
    let visitor = Visitor::new(stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    let script = serde_json::json!({ "source": IN_A_HURRY });
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", script)?;
    phone::slow_network(browser)?;
    phone::slow_processor(browser, 4)?;
    visitor.open(&stage.open_campaign()?.embed("en"))?;
    browser.wait_for("the people", |browser| Ok(browser.script("return answered > 0", &[])? == true))?;
    browser.script("return answered", &[])?.as_f64().context("the answer has no time")
}
