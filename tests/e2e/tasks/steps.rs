//! The tasks. Each begins on a fresh page and says what a person sees when it is done.

use anyhow::{Result, ensure};
use serde_json::json;
use testbench::visit::Visitor;
use testbench::webdriver::Tier;

use super::place::Place;

/// A task: its name, and how it is done.
pub type Task = (&'static str, fn(&Visitor<'_>, Place) -> Result<()>);

/// All of them, in the order in which one meets them.
pub const TASKS: [Task; 8] = [
    ("read the statement", read),
    ("see who signed", see_signers),
    ("find the representatives", find),
    ("copy the letter", copy),
    ("reach telephone and official page", reach),
    ("pass it on", share),
    ("reach the partner kit", kit),
    ("print", print),
];

/// A ZIP code in Vermont, which has one district.
pub const ZIP: &str = "05401";

/// Of the page: cookies, and entries of both storages.
pub const STORED: &str = "return [document.cookie.length, localStorage.length, sessionStorage.length]";

fn read(visitor: &Visitor<'_>, place: Place) -> Result<()> {
    let browser = &visitor.browser;
    let title = &visitor.stage.open_campaign()?.title;
    ensure!(browser.text("h1")? == *title, "the headline is {}", browser.text("h1")?);
    if place == Place::Embed {
        browser.click(".folds details:first-child summary")?;
    }
    browser.wait_for_visible(".prose .quote")
}

fn see_signers(visitor: &Visitor<'_>, place: Place) -> Result<()> {
    let browser = &visitor.browser;
    if place == Place::Embed {
        browser.click(".folds details:last-child summary")?;
    }
    browser.wait_for_visible(".signers li")?;
    let stated = browser.texts(".stated")?.concat();
    ensure!(stated.contains("53"), "{stated}");
    Ok(())
}

fn find(visitor: &Visitor<'_>, place: Place) -> Result<()> {
    let browser = &visitor.browser;
    match browser.tier() {
        Tier::Wasm => {
            visitor.find(ZIP)?;
            ensure!(visitor.people()?.len() == 3, "{:?}", visitor.people()?);
            Ok(())
        }
        Tier::Scripts | Tier::Html => in_directory(visitor, place, || {
            ensure!(browser.count(".senate > li")? == 2 && browser.count(".house > li")? == 1, "Vermont has three");
            Ok(())
        }),
    }
}

/// Goes to Vermont's page in the directory, without any Wasm.
fn in_directory(visitor: &Visitor<'_>, place: Place, look: impl FnOnce() -> Result<()>) -> Result<()> {
    visitor.browser.click(".below-tier-3 > details:first-of-type > summary")?;
    let vermont = ".state-list a[href$='/us/vt/']";
    place.follow(visitor, vermont, || {
        visitor.browser.wait_for_visible(".senate > li")?;
        look()
    })
}

fn copy(visitor: &Visitor<'_>, _: Place) -> Result<()> {
    let browser = &visitor.browser;
    if browser.tier() == Tier::Wasm {
        visitor.find(ZIP)?;
        visitor.write()?;
        visitor.send()?;
        return visitor.copy_letter();
    }
    browser.click(".below-tier-3 > details:has(#static-letter) > summary")?;
    browser.wait_for_visible("#static-letter")?;
    let button = "[data-copy='static-letter']";
    if browser.tier() == Tier::Html {
        ensure!(!browser.is_visible(button)?, "a button that does nothing");
        let select = "getSelection().selectAllChildren(document.querySelector('#static-letter'));
            return String(getSelection()).length";
        let selected = browser.script(select, &[])?.as_u64().unwrap_or_default();
        ensure!(selected > 500, "{selected} characters can be selected");
        return Ok(());
    }
    browser.click(button)?;
    let said = ".copy [role='status']:not(:empty)";
    browser.wait_for_visible(said)?;
    let done = browser.attribute(button, "data-done")?.unwrap_or_default();
    ensure!(browser.text(said)?.trim() == done.trim(), "{}", browser.text(said)?);
    Ok(())
}

fn reach(visitor: &Visitor<'_>, place: Place) -> Result<()> {
    let browser = &visitor.browser;
    let look = |telephone: &str, page: &str| {
        for link in [telephone, page] {
            ensure!(browser.is_visible(link)?, "no {link}");
            let (target, rel) = (browser.attribute(link, "target")?, browser.attribute(link, "rel")?);
            ensure!(target.as_deref() == Some("_blank"), "{link} would replace the page");
            ensure!(rel.is_some_and(|rel| rel.contains("noreferrer")), "{link} tells where it came from");
        }
        Ok(())
    };
    if browser.tier() == Tier::Wasm {
        visitor.find(ZIP)?;
        browser.click("[data-person] .contact summary")?;
        browser.wait_for_visible("[data-person] .offices a")?;
        return look("[data-person] a[href^='tel:']", "[data-person] a[href^='https:']");
    }
    in_directory(visitor, place, || look(".senate a[href^='tel:']", ".senate a[href^='https:']"))
}

fn share(visitor: &Visitor<'_>, _: Place) -> Result<()> {
    let browser = &visitor.browser;
    let links = if browser.tier() == Tier::Wasm {
        visitor.find(ZIP)?;
        visitor.write()?;
        visitor.send()?;
        visitor.send_letter()?;
        visitor.finish()?;
        "[data-state='thanks'] .pass-on a"
    } else {
        ".below-tier-3 .pass-on a"
    };
    browser.wait_for_visible(links)?;
    ensure!(browser.count(links)? == 7, "{} networks", browser.count(links)?);
    Ok(())
}

fn kit(visitor: &Visitor<'_>, place: Place) -> Result<()> {
    let browser = &visitor.browser;
    place.follow(visitor, ".foot a[href*='/partners/']", || {
        browser.wait_for_visible("#code-loader")?;
        let code = browser.text("#code-loader")?;
        ensure!(code.starts_with("<div><iframe data-undersigned"), "{code}");
        Ok(())
    })
}

fn print(visitor: &Visitor<'_>, place: Place) -> Result<()> {
    let browser = &visitor.browser;
    if place == Place::Embed {
        browser.click(".folds details:first-child summary")?;
    }
    let button = "[data-print-page]";
    if browser.tier() == Tier::Html {
        // The browser's own menu prints; nothing here pretends to.
        ensure!(!browser.is_visible(button)?, "a button that does nothing");
        return Ok(());
    }
    browser.script("window.print = () => document.documentElement.dataset.printed = ''", &[])?;
    browser.click(button)?;
    let printed = browser.script("return 'printed' in document.documentElement.dataset", &[])?;
    ensure!(printed == json!(true), "nothing is printed");
    Ok(())
}
