//! Nothing stored, nothing leaked.

use anyhow::Result;
use serde_json::Value;
use xtask::server::Request;
use xtask::visit::Visitor;
use xtask::webdriver::Engine;

use crate::stage;

const STORED: &str = "const done = arguments[arguments.length - 1];
    Promise.all([
        caches.keys(),
        indexedDB.databases(),
        navigator.serviceWorker.getRegistrations(),
    ]).then(([caches, databases, workers]) => done(
        [document.cookie.length, localStorage.length, sessionStorage.length, caches.length, databases.length, workers.length]
    ), error => done(String(error)));";

#[test]
fn nothing_is_stored_after_a_letter() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open_landing("en")?;
    visitor.find("05401")?;
    visitor.write_to_first()?;
    visitor.copy_letter()?;
    assert_eq!(visitor.browser.script_later(STORED, &[])?, Value::from(vec![0; 6]));
    Ok(())
}

#[test]
fn two_visitors_from_two_places_ask_for_the_same_files() -> Result<()> {
    assert_eq!(requests_of("05401")?, requests_of("20001")?);
    Ok(())
}

#[test]
fn address_title_and_history_do_not_tell_the_place_and_links_tell_nobody() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_landing("en")?;
    let told = || -> Result<_> {
        let history = browser.script("return [history.length, history.state, document.referrer]", &[])?;
        Ok((browser.address()?, browser.title()?, history))
    };
    let before = told()?;
    visitor.find("05401")?;
    visitor.write_to_first()?;
    visitor.copy_letter()?;
    assert_eq!(told()?, before);
    let links = browser.count("a[href^='http'], a[href^='mailto'], a[href^='tel']")?;
    assert_eq!(browser.count("a[href^='http'][rel~='noreferrer'], a[href^='mailto'][rel~='noreferrer'], a[href^='tel'][rel~='noreferrer']")?, links);
    assert!(stage.site.requests().iter().all(|request| request.referrer.is_none()), "a page says where it comes from");
    Ok(())
}

/// What our host and all others are asked for, from the first page to the letter, in the order of names.
fn requests_of(zip: &str) -> Result<(Vec<Request>, Vec<String>)> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open_landing("en")?;
    visitor.find(zip)?;
    visitor.write_to_first()?;
    visitor.browser.wait_for("the district offices", |_| {
        Ok(stage.site.requests().iter().filter(|request| request.path.starts_with("/data/")).count() >= 2)
    })?;
    let mut asked = stage.site.requests();
    asked.sort();
    let elsewhere = visitor.browser.requested()?.into_iter().filter(|url| !url.starts_with(&stage.site.origin()));
    Ok((asked, elsewhere.collect()))
}
