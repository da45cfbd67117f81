//! What a visitor on a slow phone waits for who chooses another country than the first, and what moves meanwhile.

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

use super::median::{median, median_ratio};
use super::phone;
use crate::measure::{Bar, Unit};
use crate::visit::{Stage, Visitor};
use crate::webdriver::Engine;

/// So many fresh browsers for each country.
const RUNS: usize = 3;

/// Chooses an answer to "Where do you live?" and gives how long it took until its first field could be used, in milliseconds. What
/// a script presses is no input by the browser's lights, so that everything that moves from there on counts.
const CHOOSE: &str = "const [answer, done] = arguments, start = performance.now();
    seen.shift = 0;
    document.querySelector(`.where label:nth-child(${answer + 1}) input`).click();
    const look = () => {
        const field = document.querySelector(`#action-${answer} .action :is(#zip, #state)`);
        if (!field || !('taken' in document.getElementById(`action-${answer}`).dataset)) return requestAnimationFrame(look);
        const at = performance.now();
        setTimeout(() => done({ took: at - start, shift: seen.shift }), 1000);
    };
    look();";

/// The rows of the table: the slowest of the other countries, and the one that moves most.
pub fn bars(stage: &Stage) -> Result<Vec<Bar>> {
    let (mut slowest, mut shift) = (0.0_f64, 0.0_f64);
    let others = countries(stage)?;
    ensure!(others > 0, "the campaign has one country only");
    for answer in 1..=others {
        let (mut first, mut other) = (Vec::new(), Vec::new());
        let mut moved = Vec::new();
        for _ in 0..RUNS {
            let visitor = Visitor::new(stage, Engine::Chromium)?;
            let browser = &visitor.browser;
            phone::observe(browser)?;
            phone::slow_network(browser)?;
            phone::slow_processor(browser, 4)?;
            visitor.open(&stage.open_campaign()?.embed("en"))?;
            visitor.wait_until_ready()?;
            let number = |of: &Value, name: &str| of.get(name).and_then(Value::as_f64).context("no number");
            first.push(number(&browser.script("return window.seen", &[])?, "ready")?);
            let seen = browser.script_later(CHOOSE, &[answer.into()])?;
            other.push(number(&seen, "took")?);
            moved.push(number(&seen, "shift")?);
        }
        slowest = slowest.max(median_ratio(&other, &first));
        shift = shift.max(median(moved));
    }
    Ok(vec![
        Bar::measured("Layout shift when another country is chosen", shift * 1000.0, 0, 10, Unit::Thousandths),
        Bar::measured("Another country after the choice ÷ the first", slowest * 100.0, 100, 150, Unit::Hundredths),
    ])
}

/// How many answers besides the first have a program.
fn countries(stage: &Stage) -> Result<usize> {
    let visitor = Visitor::new(stage, Engine::Chromium)?;
    visitor.open(&stage.open_campaign()?.embed("en"))?;
    Ok(visitor.browser.count(".part[data-program]")?.saturating_sub(1))
}
