//! The rows of the quality table, measured on the shipped site; and, if asked for, how builds grow.

mod country;
pub mod document;
pub mod fixture;
mod host;
pub mod long_lists;
mod lookup;
mod median;
mod memory;
mod phone;
pub mod pure;
pub mod scaling;
mod search;
pub mod taps;
mod timing;
pub mod told;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use self::pure::Timed;
use self::scaling::Scaling;
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

/// All that was measured.
#[derive(Clone, Debug)]
pub struct Measures {
    /// The rows of the table.
    pub rows: Vec<Bar>,
    /// How builds grow.
    pub scaling: Option<Scaling>,
    /// How long the pure parts take.
    pub pure: Option<Vec<Timed>>,
}

impl Measures {
    /// Every bar, that of the growth included.
    pub fn bars(&self) -> impl Iterator<Item = &Bar> {
        self.rows.iter().chain(self.scaling.iter().flat_map(|scaling| &scaling.bars))
    }

    /// For other programs.
    pub fn report(&self) -> Value {
        json!({
            "rows": rows(&self.rows),
            "scaling": self.scaling.as_ref().map(|scaling| json!({ "builds": scaling.report(), "rows": rows(&scaling.bars) })),
            "pure": self.pure.as_deref().map(pure::report),
        })
    }
}

/// Rows that are measured together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Part {
    /// Bytes by kind, and crates
    Bytes,
    /// Requests, and what is left behind
    Requests,
    /// Screens and taps from the postcode to the thanks
    Taps,
    /// Paint, layout shift and long tasks on a slow phone
    Phone,
    /// Lookup of a ZIP code
    Lookup,
    /// Search among signers
    Search,
    /// Memory of the Wasm and of scripts
    Memory,
    /// Ten embeds on one page
    Host,
    /// What a frame tells its host of a visitor
    Told,
}

impl Part {
    /// The whole table, in its order.
    pub const ALL: [Part; 9] = [
        Part::Bytes,
        Part::Requests,
        Part::Taps,
        Part::Phone,
        Part::Lookup,
        Part::Search,
        Part::Memory,
        Part::Host,
        Part::Told,
    ];

    fn measure(self, dist: &Path, stage: &Stage, before: Option<&Stage>) -> Result<Vec<Bar>> {
        match self {
            Part::Bytes => {
                let mut bars = measure::byte_bars(&measure::weights(dist)?);
                bars.extend(long_lists::bars(dist)?);
                let crates = Some(wasm_crates()?);
                bars.push(Bar {
                    what: "Crates in the Wasm graph",
                    measured: crates,
                    goal: 60,
                    limit: 90,
                    unit: Unit::Count,
                });
                Ok(bars)
            }
            Part::Requests => visit_bars(stage),
            Part::Taps => taps::bars(stage),
            Part::Phone => {
                let mut bars = timing::bars(stage, before)?;
                bars.extend(country::bars(stage)?);
                bars.push(host::shift(stage)?);
                Ok(bars)
            }
            Part::Lookup => lookup::bars(stage, before),
            Part::Search => search::bars(dist),
            Part::Memory => memory::bars(stage),
            Part::Host => host::bars(dist),
            Part::Told => told::bars(stage),
        }
    }
}

/// Rows of the table, of a built site. Needs Chromium. `reference` makes the site of the last release, where times are compared
/// with it.
pub fn measure(dist: &Path, parts: &[Part], reference: impl FnOnce() -> Result<Option<PathBuf>>) -> Result<Vec<Bar>> {
    let stage = Stage::build(dist)?;
    let has_times = parts.iter().any(|part| matches!(part, Part::Phone | Part::Lookup));
    let before = if has_times { reference()? } else { None };
    let before = before.map(|site| Stage::build(&site)).transpose()?;
    let mut bars = Vec::new();
    for part in parts {
        bars.extend(part.measure(dist, &stage, before.as_ref())?);
    }
    Ok(bars)
}

/// What a visit to the embed asks for and leaves behind.
fn visit_bars(stage: &Stage) -> Result<Vec<Bar>> {
    stage.site.forget_requests();
    let visitor = Visitor::new(stage, Engine::Chromium)?;
    visitor.open_embed("en")?;
    // No frame asks for the picture in a tab.
    let asked = stage.site.requests().into_iter().filter(|request| request.path != "/favicon.ico");
    let before_action = count(asked.count());
    visitor.find("05401")?;
    visitor.write()?;
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

fn rows(bars: &[Bar]) -> Value {
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
                Unit::Microseconds => "microseconds",
                Unit::Hundredths => "hundredths",
                Unit::Thousandths => "thousandths",
            },
            "verdict": bar.verdict().word(),
        })
    });
    Value::Array(rows.collect())
}
