//! Every check is proven by a page with its faults, marked `data-planted`: it must find each, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use testbench::server::{Content, Page, Port, Server};
use testbench::webdriver::{Browser, Engine, Tier};
use testbench::workspace;

use super::WIDTH;
use super::checks::{CHECKS, run};
use super::situation::{HEIGHT, calm};

#[test]
fn every_check_finds_the_faults_that_are_planted_and_no_others() -> Result<()> {
    let folder = workspace::root().join("tests/faults");
    let mut pages = BTreeMap::new();
    for check in &CHECKS {
        let file = folder.join(check.name).with_extension("html");
        let html = std::fs::read_to_string(&file).with_context(|| format!("could not read {}", file.display()))?;
        pages.insert(format!("/{}/", check.name), Page { html, headers: Vec::new() });
    }
    assert_eq!(std::fs::read_dir(&folder)?.count(), CHECKS.len(), "a page in tests/faults belongs to no check");
    let server = Server::start(Content::Pages(pages), Port::free_from(0)?)?;
    let browser = Browser::start(Engine::Chromium, Tier::Wasm)?;
    browser.set_size(WIDTH, HEIGHT)?;
    let mut wrong = Vec::new();
    for check in &CHECKS {
        let name = check.name;
        browser.open(&server.url(&format!("/{name}/")))?;
        calm(&browser)?;
        let planted = browser.count("[data-planted]")?;
        let situation = check.situations.first().context("a check for no situation")?;
        let found = situation.within(&browser, WIDTH, || run(&browser, std::iter::once(check)))?;
        let places: BTreeSet<_> = found.iter().filter_map(|fault| fault.planted).collect();
        if places.len() != planted || planted == 0 {
            wrong.push(format!("{name}: {} of {planted} faults found: {found:?}", places.len()));
        }
        wrong.extend(found.iter().filter(|fault| fault.planted.is_none()).map(|fault| format!("not planted: {fault}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}
