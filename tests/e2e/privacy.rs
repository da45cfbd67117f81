//! Nothing stored, nothing leaked, in three engines: after everything that one can do, and whoever does it.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use testbench::server::Request;
use testbench::visit::{Stage, Visitor};
use testbench::webdriver::Engine;

use crate::stage;

/// What the page's origin has stored: cookies, both storages, caches, databases, service workers.
pub const STORED: &str = "const done = arguments[arguments.length - 1];
    Promise.all([
        caches.keys(),
        indexedDB.databases(),
        navigator.serviceWorker.getRegistrations(),
    ]).then(([caches, databases, workers]) => done(
        [document.cookie.length, localStorage.length, sessionStorage.length, caches.length, databases.length, workers.length]
    ), error => done(String(error)));";

/// What a page tells those who come after it, and where its files came from.
const TOLD: &str = "return {
        address: location.href,
        title: document.title,
        name: window.name,
        hosts: [...new Set(performance.getEntriesByType('resource').map(entry => new URL(entry.name).origin))],
    }";

/// Puts an address of ours into the first link that leads out, so that what it tells can be read.
const LEAD_TO_PARTNER: &str =
    "const link = [...document.querySelectorAll(arguments[0])].find(link => link.offsetParent);
    link.href = arguments[1];";

#[test]
fn nothing_is_left_or_told_in_chromium() -> Result<()> {
    nothing_is_left_or_told(Engine::Chromium)
}

#[test]
fn nothing_is_left_or_told_in_firefox() -> Result<()> {
    nothing_is_left_or_told(Engine::Firefox)
}

#[test]
fn nothing_is_left_or_told_in_webkit() -> Result<()> {
    nothing_is_left_or_told(Engine::WebKit)
}

/// Somebody's card among those that a lookup shows.
const FIRST: &str = "[data-person]:first-child";

/// Three people from three places, each in a browser of their own: two states of one district, and a choice of districts.
/// The last one writes to somebody else.
fn nothing_is_left_or_told(engine: Engine) -> Result<()> {
    let first = requests_of(engine, FIRST, |visitor| visitor.find("05401"))?;
    let second = requests_of(engine, FIRST, |visitor| visitor.find("82001"))?;
    let third = requests_of(engine, "[data-person]:last-child", |visitor| {
        visitor.choose_state("MI")?;
        visitor.browser.click("[data-choice='MI-3']")?;
        visitor.wait_for_state("people")
    })?;
    ensure!(first == second, "05401: {first:?}\n82001: {second:?}");
    ensure!(first == third, "05401: {first:?}\nMichigan: {third:?}");
    Ok(())
}

/// What our host is asked for by somebody who does everything, in the order of names.
fn requests_of(engine: Engine, person: &str, find: impl FnOnce(&Visitor<'_>) -> Result<()>) -> Result<Vec<Request>> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, engine)?;
    let browser = &visitor.browser;
    visitor.open_landing("en")?;
    let at_first = asked(&stage);
    ensure!(!at_first.iter().any(|request| request.path.starts_with("/data/us/")), "before anybody asks: {at_first:?}");
    let before = told(&visitor)?;
    find(&visitor)?;
    browser.wait_for("the district offices", |_| {
        Ok(asked(&stage).iter().filter(|request| request.path.starts_with("/data/us/")).count() == 2)
    })?;
    browser.click(&format!("{person} .contact summary"))?;
    links_tell_nobody(&visitor)?;
    visitor.write()?;
    links_tell_nobody(&visitor)?;
    visitor.edit()?;
    browser.type_into("#letter-body", "In my own words.")?;
    // The copy, without the page that opens with it, which is not ours to ask for.
    visitor.send()?;
    links_tell_nobody(&visitor)?;
    browser.script(LEAD_TO_PARTNER, &["[data-action='copy']".into(), partner(&stage).into()])?;
    visitor.press("copy")?;
    browser.wait_for_visible("[data-state='send'] .done-note:not(:empty)")?;
    came_without_referrer(&visitor)?;
    visitor.press("done")?;
    browser.wait_for_visible(".sender.is-done").context("after the letter")?;
    browser.click(".sender.is-next .contact summary")?;
    visitor.press("reached")?;
    browser.wait_for("the call to be noted", |browser| Ok(browser.count(".sender.is-done")? == 2))?;
    visitor.finish()?;
    links_tell_nobody(&visitor)?;
    // An entry of the history holds the number of a step, and nothing else.
    let entry = browser.script("return [history.state, document.title, location.hash]", &[])?;
    ensure!(entry == json!([2, before.get("title"), ""]), "the history tells {entry}");
    ensure!(told(&visitor)? == before, "{before} became {}", told(&visitor)?);
    ensure!(before.get("hosts") == Some(&json!([stage.site.origin()])), "{before}");
    let stored = browser.script_later(STORED, &[])?;
    ensure!(stored == Value::from(vec![0; 6]), "stored: {stored}");
    if engine == Engine::Chromium {
        let elsewhere = browser.requested()?.into_iter().find(|url| !ours(&stage, url));
        ensure!(elsewhere.is_none(), "{elsewhere:?}");
    }
    let mut asked = asked(&stage);
    ensure!(asked.len() == at_first.len() + 2, "only the tables come later: {asked:?}");
    asked.sort();
    ensure!(asked.iter().all(|request| request.referrer.is_none()), "a page says where it comes from: {asked:?}");
    Ok(asked)
}

/// What was asked for, but the picture in the tab, which each engine asks for when it likes.
fn asked(stage: &Stage) -> Vec<Request> {
    stage.site.requests().into_iter().filter(|request| request.path != "/favicon.ico").collect()
}

fn told(visitor: &Visitor<'_>) -> Result<Value> {
    visitor.browser.script(TOLD, &[])
}

fn partner(stage: &Stage) -> String {
    format!("{}/stranger/", stage.partner.origin_by_number())
}

fn ours(stage: &Stage, url: &str) -> bool {
    [stage.site.origin(), stage.partner.origin_by_number()].iter().any(|origin| url.starts_with(origin.as_str()))
}

/// Every link that leads out says that it tells nothing of where it stands.
fn links_tell_nobody(visitor: &Visitor<'_>) -> Result<()> {
    let telling =
        ["http", "mailto", "tel"].map(|scheme| format!("a[href^='{scheme}']:not([rel~='noreferrer'])")).join(", ");
    let telling = visitor.browser.texts(&telling)?;
    ensure!(telling.is_empty(), "links without noreferrer: {telling:?}");
    Ok(())
}

/// The link that was followed told the partner's server nothing of where it stood.
fn came_without_referrer(visitor: &Visitor<'_>) -> Result<()> {
    let partner = &visitor.stage.partner;
    let mut arrived = None;
    visitor.browser.wait_for("the partner's page in a new tab", |_| {
        arrived = partner.requests().into_iter().find(|request| request.path == "/stranger/");
        Ok(arrived.is_some())
    })?;
    ensure!(arrived.iter().all(|request| request.referrer.is_none()), "{arrived:?}");
    partner.forget_requests();
    visitor.browser.close_other_windows()
}
