//! How long a ZIP code's lookup takes once the tables are there, and how long the people need to be painted.
//!
//! The shipped Wasm looks up and draws at once, so the first row holds the building of the cards as well; their layout is in
//! the second. The lookup alone is measured by `cargo bench`.

use anyhow::{Context as _, Result};
use serde::Deserialize;

use super::median::{median, median_ratio};
use crate::measure::{Bar, Unit};
use crate::visit::{Stage, Visitor};
use crate::webdriver::Engine;
use crate::workspace;

/// So many fresh browsers for each row.
const RUNS: usize = 3;

/// Looks up ZIP codes again and again, from sending the form until the people stand in the page, which is when the focus goes to
/// them; laying them out comes after that. The first ones warm up; gives the others, in milliseconds each.
const LOOK_UP: &str = "const done = arguments[arguments.length - 1], times = [], focus = HTMLElement.prototype.focus;
    const zips = ['05401', '82001', '99501', '57501', '58501'];
    let start = 0;
    const ask = () => {
        const field = document.querySelector('#zip');
        if (!field) return setTimeout(ask);
        field.value = zips[times.length % zips.length];
        start = performance.now();
        field.form.requestSubmit();
    };
    const next = () => {
        document.querySelector('[data-action=change]').click();
        times.length < 40 ? setTimeout(ask) : done(times.slice(20));
    };
    HTMLElement.prototype.focus = function () {
        if (start && this.closest('[data-state=people]')) {
            times.push(performance.now() - start);
            start = 0;
            setTimeout(next);
        }
        focus.call(this);
    };
    ask();";

/// Looks up a ZIP code and gives how long it took until the people were painted.
const DRAW: &str = "const done = arguments[arguments.length - 1], channel = new MessageChannel();
    const field = document.querySelector('#zip');
    field.value = '05401';
    const start = performance.now();
    new MutationObserver((_, observer) => {
        if (!document.querySelector('[data-state=people]')) return;
        observer.disconnect();
        // The task after the next frame.
        requestAnimationFrame(() => channel.port2.postMessage(''));
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
    channel.port1.onmessage = () => done(performance.now() - start);
    field.form.requestSubmit();";

/// Whether everything has come that the lookup needs.
const TABLES: &str = "return performance.getEntriesByType('resource').some(entry => entry.name.includes('offices-') && entry.responseEnd)";

/// Presses "Use my location" and gives how long it took until the people stood in the page. A position is planted; the shapes
/// come from the server.
const LOCATE: &str = "const done = arguments[arguments.length - 1], start = performance.now();
    navigator.geolocation.getCurrentPosition = found => found({ coords: { latitude: 40.79, longitude: -73.97 } });
    new MutationObserver((_, observer) => {
        if (!document.querySelector('[data-state=people]')) return;
        observer.disconnect();
        done(performance.now() - start);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
    document.querySelector('[data-action=locate]').click();";

#[derive(Deserialize)]
struct Sources {
    table: Vec<Table>,
}

#[derive(Deserialize)]
struct Table {
    candidates_per_thousand_people: Option<u64>,
}

/// How many candidates people are offered, as the importer measured it with centres of population.
fn candidates() -> Result<Bar> {
    let path = workspace::root().join("data/us/sources.toml");
    let text = std::fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
    let sources: Sources = toml::from_str(&text).with_context(|| format!("could not read {}", path.display()))?;
    let measured = sources.table.into_iter().find_map(|table| table.candidates_per_thousand_people);
    // Where blocks are known, 1,380 for all of the country are 1.306, and 1.289 would be exact.
    Ok(Bar { what: "Candidates per person", measured, goal: 1_360, limit: 1_385, unit: Unit::Thousandths })
}

/// The rows of the table.
pub fn bars(stage: &Stage, before: Option<&Stage>) -> Result<Vec<Bar>> {
    let (mut looked_up, mut painted) = (Vec::new(), Vec::new());
    let (mut looked_up_before, mut painted_before) = (Vec::new(), Vec::new());
    // In turn, so that what else the machine does meets both.
    for _ in 0..RUNS {
        let (time, first) = look_up(stage)?;
        looked_up.push(time);
        painted.push(first);
        if let Some(before) = before {
            let (time, first) = look_up(before)?;
            looked_up_before.push(time);
            painted_before.push(first);
        }
    }
    let mut located = Vec::new();
    for _ in 0..RUNS {
        let visitor = Visitor::new(stage, Engine::Chromium)?;
        visitor.open_landing("en")?;
        visitor.browser.wait_for_visible("[data-action=locate]")?;
        located.push(visitor.browser.script_later(LOCATE, &[])?.as_f64().context("the location has no time")?);
    }
    Ok(vec![
        Bar::measured(
            "ZIP lookup after load, people in the page",
            median(looked_up.iter().copied()) * 1000.0,
            1_000,
            10_000,
            Unit::Microseconds,
        ),
        Bar::measured("First lookup of a visit, painted", median(painted.iter().copied()), 50, 100, Unit::Milliseconds),
        Bar::measured("Located district, from the press on", median(located), 200, 1_000, Unit::Milliseconds),
        Bar::ratio("ZIP lookup ÷ that of the last release", median_ratio(&looked_up, &looked_up_before)),
        Bar::ratio("First lookup, painted ÷ that of the last release", median_ratio(&painted, &painted_before)),
        candidates()?,
    ])
}

/// A lookup once everything is there, and the first of a visit until it was painted; in milliseconds.
fn look_up(stage: &Stage) -> Result<(f64, f64)> {
    let visitor = Visitor::new(stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_embed("en")?;
    browser.script("document.querySelector('#zip').focus()", &[])?;
    browser.wait_for("the tables to arrive", |browser| Ok(browser.script(TABLES, &[])? == true))?;
    let painted = browser.script_later(DRAW, &[])?.as_f64().context("the drawing has no time")?;
    browser.script("document.querySelector('[data-action=change]').click()", &[])?;
    let times = browser.script_later(LOOK_UP, &[])?;
    Ok((median(serde_json::from_value::<Vec<f64>>(times).context("the lookups have no times")?), painted))
}
