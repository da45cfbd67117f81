//! What the page of a partner notices of its frames: whether anything moves, and what ten of them cost.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::fixture::{self, Campaigns};
use super::median::median;
use super::phone;
use crate::heights::COLUMN;
use crate::measure::{Bar, Unit};
use crate::server::{Content, Page, Port, Server};
use crate::visit::{Stage, Visitor};
use crate::webdriver::Engine;
use crate::{bytes, compress, workspace};

/// So many fresh browsers for each row.
const RUNS: usize = 3;

/// What frames on one page cost together.
#[derive(Clone, Copy, Debug)]
struct Cost {
    bytes: f64,
    requests: f64,
    /// Until one can act in all of them, in milliseconds.
    ready: f64,
    heap: f64,
}

/// The row about layout.
pub fn shift(stage: &Stage) -> Result<Bar> {
    let visitor = Visitor::new(stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    phone::observe(browser)?;
    // The column in which heights are measured, with the host's own margins.
    browser.set_size(COLUMN + 40, 1_600)?;
    visitor.open_partner()?;
    browser.leave_frames()?;
    let fitted = "const frame = document.querySelector('iframe'); return frame.getBoundingClientRect().height > 300";
    browser.wait_for("the frame to have its height", |browser| Ok(browser.script(fitted, &[])? == true))?;
    let shift = browser.script("return seen.shift", &[])?.as_f64().context("the host has no shift")?;
    Ok(Bar::measured("Layout shift in the host page", shift * 1000.0, 0, 10, Unit::Thousandths))
}

/// The rows about ten frames of ten campaigns on one page.
pub fn bars(dist: &Path) -> Result<Vec<Bar>> {
    let site = fixture::site(
        dist,
        "ten",
        Campaigns { signers: &[12; 10], languages: &["en"], partners: 0, like: None, each_target: false },
    )?;
    compress::compress_folder(&site.folder, &workspace::target().join("bench").join("twins"))?;
    let (mut one, mut ten) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        one.push(cost(&site.folder, 1)?);
        ten.push(cost(&site.folder, 10)?);
    }
    let of = |costs: &[Cost], what: fn(&Cost) -> f64| median(costs.iter().map(what));
    let ratio = |what| of(&ten, what) / of(&one, what) * 100.0;
    let row = Bar::measured;
    Ok(vec![
        row("Ten embeds on one page ÷ one: bytes", ratio(|cost| cost.bytes), 198, 210, Unit::Hundredths),
        row("Ten embeds on one page: requests", of(&ten, |cost| cost.requests), 13, 30, Unit::Count),
        row("Ten embeds on one page ÷ one: time until ready", ratio(|cost| cost.ready), 160, 400, Unit::Hundredths),
        row("Ten embeds on one page ÷ one: JavaScript heap", ratio(|cost| cost.heap), 500, 1_000, Unit::Hundredths),
    ])
}

fn cost(dist: &Path, frames: usize) -> Result<Cost> {
    let stage = Stage::build(dist)?;
    let frame = |number: usize| {
        let address = stage.site.url(&format!("/e/{}/en/", fixture::id(number)));
        format!("<iframe title=\"Campaign {number}\" src=\"{address}\" width=\"640\" height=\"700\"></iframe>\n")
    };
    let head = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><link rel=\"icon\" href=\"data:,\"><title>Frames</title>\n";
    let html = [head, &(1..=frames).map(frame).collect::<String>()].concat();
    let pages = BTreeMap::from([("/".to_owned(), Page { html, headers: Vec::new() })]);
    // By name, as the site itself: its frames then share a process with the page, and all of it is seen.
    let host = Server::start(Content::Pages(pages), Port::free_from(0)?)?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    phone::observe(browser)?;
    browser.open(&host.url("/"))?;
    let begun = number(browser.script("return performance.timeOrigin", &[])?)?;
    let mut ready = 0.0_f64;
    for at in 1..=frames {
        browser.leave_frames()?;
        browser.enter_frame(&format!("iframe:nth-of-type({at})"))?;
        visitor.wait_until_ready()?;
        ready = ready.max(number(browser.script("return performance.timeOrigin + seen.ready", &[])?)? - begun);
    }
    browser.leave_frames()?;
    let requests = stage.site.requests();
    let mut bytes = 0;
    for request in &requests {
        let path = request.path.trim_start_matches('/');
        let path = if path.ends_with('/') { [path, "index.html"].concat() } else { path.to_owned() };
        bytes += bytes::downloaded(&dist.join(path))?;
    }
    Ok(Cost { bytes: bytes as f64, requests: requests.len() as f64, ready, heap: phone::heap(browser)? })
}

fn number(value: Value) -> Result<f64> {
    value.as_f64().context("the page has no such number")
}
