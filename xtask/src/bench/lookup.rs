//! How long a ZIP code's lookup takes once the tables are there, and how long the people need to be painted.
//!
//! The shipped Wasm looks up and draws at once, so the first row holds the building of the cards as well; their layout is in
//! the second. The lookup alone is measured by `cargo bench`.

use anyhow::{Context as _, Result};

use super::median::median;
use crate::measure::{Bar, Unit};
use crate::visit::{Stage, Visitor};
use crate::webdriver::Engine;

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
        if (start && this.closest('[data-step=people]')) {
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
        if (!document.querySelector('[data-step=people]')) return;
        observer.disconnect();
        // The task after the next frame.
        requestAnimationFrame(() => channel.port2.postMessage(''));
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
    channel.port1.onmessage = () => done(performance.now() - start);
    field.form.requestSubmit();";

/// Whether everything has come that the lookup needs.
const TABLES: &str = "return performance.getEntriesByType('resource').some(entry => entry.name.includes('offices-') && entry.responseEnd)";

/// The rows of the table.
pub fn bars(stage: &Stage) -> Result<Vec<Bar>> {
    let (mut looked_up, mut painted) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let visitor = Visitor::new(stage, Engine::Chromium)?;
        let browser = &visitor.browser;
        visitor.open_embed("en")?;
        browser.script("document.querySelector('#zip').focus()", &[])?;
        browser.wait_for("the tables to arrive", |browser| Ok(browser.script(TABLES, &[])? == true))?;
        painted.push(browser.script_later(DRAW, &[])?.as_f64().context("the drawing has no time")?);
        browser.script("document.querySelector('[data-action=change]').click()", &[])?;
        let times = browser.script_later(LOOK_UP, &[])?;
        looked_up.push(median(serde_json::from_value::<Vec<f64>>(times).context("the lookups have no times")?));
    }
    let (looked_up, painted) = (median(looked_up) * 1000.0, median(painted));
    Ok(vec![
        Bar::measured("ZIP lookup after load, people in the page", looked_up, 1_000, 10_000, Unit::Microseconds),
        Bar::measured("First lookup of a visit, painted", painted, 50, 100, Unit::Milliseconds),
    ])
}
