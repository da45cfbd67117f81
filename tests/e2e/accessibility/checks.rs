//! What axe cannot see: one file for each check in `checks/`, each proven by a page in `tests/faults`.

use anyhow::{Context as _, Result};
use serde_json::Value;
use testbench::webdriver::Browser;

use super::fault::Fault;
use super::situation::Situation::{self, AsIs, Dark, ForcedColours, LargeText, LessMotion, Narrow, Spaced, Turned};

const SHARED: &str = include_str!("checks/page.js");

/// A check of a page as it stands: the body of a function that calls `fault(element, what)`.
#[derive(Debug)]
pub struct Check {
    /// Its file's name, and that of the page with its planted faults.
    pub name: &'static str,
    /// Where it can find something; in the first of these, it is proven.
    pub situations: &'static [Situation],
    body: &'static str,
}

macro_rules! check {
    ($name:literal, $($situation:expr),+) => {
        Check { name: $name, situations: &[$($situation),+], body: include_str!(concat!("checks/", $name, ".js")) }
    };
}

/// All of them.
pub const CHECKS: [Check; 24] = [
    check!("cut_text", AsIs, Narrow, LargeText, Spaced, Turned),
    check!("direction_of_parts", AsIs, Turned),
    check!("focus_ring", AsIs, Dark, Turned),
    check!("forced_colours", ForcedColours),
    check!("frame_title", AsIs),
    check!("growing_text", AsIs),
    check!("headings", AsIs),
    check!("helpful_errors", AsIs),
    check!("hidden_text", AsIs, Dark, Turned),
    check!("label_in_name", AsIs),
    check!("language_of_parts", AsIs),
    check!("linked_fields", AsIs),
    check!("links_by_more_than_colour", AsIs),
    check!("lists", AsIs),
    check!("motion", LessMotion),
    check!("no_surprise", AsIs),
    check!("no_time_limit", AsIs),
    check!("overlapping_text", AsIs, Narrow, LargeText, Spaced, Turned),
    check!("page_title", AsIs),
    check!("reading_order", AsIs, Narrow, Turned),
    check!("ready_regions", AsIs),
    check!("sideways", Narrow, AsIs, LargeText, Spaced, Turned),
    check!("states_by_more_than_colour", AsIs, Dark),
    check!("target_size", AsIs, Narrow),
];

/// What the checks of a situation find on the page, which must be in that situation. See [`Situation::within`].
pub fn find(browser: &Browser, situation: Situation) -> Result<Vec<Fault>> {
    run(browser, CHECKS.iter().filter(|check| check.situations.contains(&situation)))
}

/// What these checks find on the page as it stands.
pub fn run<'c>(browser: &Browser, checks: impl Iterator<Item = &'c Check>) -> Result<Vec<Fault>> {
    let bodies: String = checks
        .map(|check| format!("await (async fault => {{\n{}\n}})(report({:?}));\n", check.body, check.name))
        .collect();
    let script = format!(
        "const done = arguments[arguments.length - 1], faults = [];
        const planted = [...document.querySelectorAll('[data-planted]')];
        const report = check => (element, what) =>
            faults.push([check, describe(element), what, planted.indexOf(element.closest('[data-planted]'))]);
        {SHARED}
        (async () => {{ {bodies} }})().then(() => done(faults), error => done(String(error.stack || error)));"
    );
    let answer = browser.script_later(&script, &[])?;
    let faults = answer.as_array().with_context(|| format!("a check broke off: {answer}"))?;
    faults.iter().map(read).collect()
}

fn read(fault: &Value) -> Result<Fault> {
    let (check, element, what, planted) = serde_json::from_value::<(String, String, String, i64)>(fault.clone())?;
    Ok(Fault { check, element, what, planted: usize::try_from(planted).ok() })
}
