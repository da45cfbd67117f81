//! What a visitor on a slow phone waits for: paint, layout shift, long tasks, the lookup. Measured in Chromium with a
//! network of 1.6 Mb/s and 150 ms and a CPU four times slower, each the median of several fresh browsers.
//!
//! A time is noise on a shared machine, so paint is compared within one run, with Wasm and without.

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use crate::measure::{Bar, Unit};
use crate::visit::{Stage, Visitor};
use crate::webdriver::{Browser, Engine, Tier};

/// So many fresh browsers for each row.
const RUNS: usize = 3;

/// Runs in every page before its own scripts, and keeps what the browser observes.
const OBSERVE: &str = "window.seen = { paint: 0, shift: 0, longest: 0, ready: 0 };
    const watch = (type, keep) => new PerformanceObserver(list => list.getEntries().forEach(keep)).observe({ type, buffered: true });
    watch('paint', entry => { if (entry.name === 'first-contentful-paint') seen.paint = entry.startTime; });
    watch('layout-shift', entry => { if (!entry.hadRecentInput) seen.shift += entry.value; });
    watch('longtask', entry => { seen.longest = Math.max(seen.longest, entry.duration); });
    new MutationObserver(() => { if (!seen.ready && 'ready' in document.documentElement.dataset) seen.ready = performance.now(); })
        .observe(document, { subtree: true, attributes: true, attributeFilter: ['data-ready'] });";

/// Sends a ZIP code off and says how long the people took to appear, in milliseconds.
const LOOK_UP: &str = "const done = arguments[arguments.length - 1], start = performance.now();
    new MutationObserver((_, observer) => {
        if (!document.querySelector('[data-step=people]')) return;
        observer.disconnect();
        done(performance.now() - start);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
    document.querySelector('#zip').value = '05401';
    document.querySelector('#zip').form.requestSubmit();";

/// What one visit showed.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    paint: f64,
    shift: f64,
    longest: f64,
    ready: f64,
    lookup: f64,
}

/// The rows of the table.
pub fn bars(stage: &Stage) -> Result<Vec<Bar>> {
    let mut with = Vec::new();
    let mut without = Vec::new();
    for _ in 0..RUNS {
        with.push(visit(stage, Tier::Wasm)?);
        without.push(visit(stage, Tier::Scripts)?);
    }
    let ratio = median(&with, |seen| seen.paint) / median(&without, |seen| seen.paint);
    let row = |what, measured: f64, goal, limit, unit| Bar {
        what,
        measured: Some(measured.round() as u64),
        goal,
        limit,
        unit,
    };
    Ok(vec![
        row("First paint with Wasm on ÷ off", ratio * 100.0, 105, 120, Unit::Hundredths),
        row("Layout shift in the embed", median(&with, |seen| seen.shift) * 1000.0, 0, 10, Unit::Thousandths),
        row("Longest task, 4× slower CPU", median(&with, |seen| seen.longest), 50, 100, Unit::Milliseconds),
        row("ZIP lookup after load, drawn", median(&with, |seen| seen.lookup), 1, 10, Unit::Milliseconds),
        row("First paint on 1.6 Mb/s, 150 ms", median(&with, |seen| seen.paint), 1_000, 1_800, Unit::Milliseconds),
        row("Ready for a ZIP code, the same", median(&with, |seen| seen.ready), 2_000, 4_000, Unit::Milliseconds),
    ])
}

fn visit(stage: &Stage, tier: Tier) -> Result<Seen> {
    let visitor = Visitor::in_tier(stage, Engine::Chromium, tier)?;
    let browser = &visitor.browser;
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": OBSERVE }))?;
    browser.devtools("Network.enable", json!({}))?;
    let slow = json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750 });
    browser.devtools("Network.emulateNetworkConditions", slow)?;
    browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))?;
    visitor.open(&stage.open_campaign()?.embed("en"))?;
    let observed = |browser: &Browser| browser.script("return window.seen", &[]);
    let (seen, lookup);
    if tier == Tier::Wasm {
        visitor.wait_until_ready()?;
        browser.script("document.querySelector('#zip').focus()", &[])?;
        browser.wait_for("the tables to arrive", |browser| {
            let loaded = "return performance.getEntriesByType('resource').some(entry => entry.name.includes('offices-') && entry.responseEnd)";
            Ok(browser.script(loaded, &[])? == true)
        })?;
        // Before the lookup: what a script sends off would count as a shift without a cause.
        seen = observed(browser)?;
        // The bar is for a computer as it is.
        browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 1 }))?;
        lookup = browser.script_later(LOOK_UP, &[])?.as_f64().context("the lookup has no time")?;
    } else {
        browser.wait_for("the first paint", |browser| Ok(browser.script("return seen.paint > 0", &[])? == true))?;
        (seen, lookup) = (observed(browser)?, 0.0);
    }
    let number = |name: &str| seen.get(name).and_then(Value::as_f64).unwrap_or_default();
    Ok(Seen {
        paint: number("paint"),
        shift: number("shift"),
        longest: number("longest"),
        ready: number("ready"),
        lookup,
    })
}

fn median(visits: &[Seen], of: impl Fn(&Seen) -> f64) -> f64 {
    let mut values: Vec<f64> = visits.iter().map(of).collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_visit() {
        let visits = [30.0, 10.0, 20.0].map(|paint| Seen { paint, ..Seen::default() });
        assert_eq!(median(&visits, |seen| seen.paint), 20.0);
        assert_eq!(median(&[], |seen| seen.paint), 0.0);
    }
}
