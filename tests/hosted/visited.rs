//! A browser's visit to a site on a real server, on this machine and without TLS: what headers and copies are for.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use testbench::server::{Content, Page, Port, Server};
use testbench::webdriver::{Browser, Engine, Tier};

use crate::machine::Machine;
use crate::published::publish;

const CAMPAIGN: &str = "example-one";

/// Sets up a site at the top of a host and one below a path, and visits both.
pub fn visitors_get_everything(server: &'static str, guide: &str) -> Result<()> {
    for base in ["", "/act"] {
        let mut machine = Machine::new(server, "visited")?;
        let url = format!("http://localhost:{}{base}", machine.http);
        let site = publish(&format!("visited-{server}"), &url, &[(CAMPAIGN, "#8f1d2c")])?;
        machine.follow_guide(&site, guide)?;
        let port = machine.http;
        machine.start_at(&[port])?;
        let browser = Browser::start(Engine::Chromium, Tier::Wasm)?;
        a_language_is_picked(&browser, &url).with_context(|| machine.log())?;
        frames_fit(&browser, &url).with_context(|| machine.log())?;
        let breaches: Vec<_> = browser.log()?.into_iter().filter(|entry| is_breach(&entry.message)).collect();
        ensure!(breaches.is_empty(), "{breaches:?}");
    }
    Ok(())
}

/// What Chromium writes down when a policy or a hash refuses something, or when it may not be read by another site.
fn is_breach(message: &str) -> bool {
    ["Content Security Policy", "integrity", "CORS", "MIME"].iter().any(|word| message.contains(word))
}

/// By the page that picks a language, asked for in every way that a server serves it.
fn a_language_is_picked(browser: &Browser, url: &str) -> Result<()> {
    let page = format!("/c/{CAMPAIGN}");
    let expected = [url, &page, "/en/"].concat();
    for path in [
        page.clone(),
        format!("{page}/"),
        format!("{page}/index.html"),
        page.replace("/c/", "/%63/"),
        format!("{page}?x=1"),
        format!("/{page}"),
    ] {
        browser.open(&[url, &path].concat())?;
        browser
            .wait_for("the page in a language", |browser| Ok(browser.address()? == expected))
            .with_context(|| format!("{path} led to {:?}", browser.address()))?;
        browser.wait_for_visible("h1.headline")?;
    }
    Ok(())
}

/// Of the page in a frame: the height that it needs, that it has, whether its own style counts, and whether its program runs.
const LOOK: &str =
    "const root = document.documentElement, styled = getComputedStyle(root).getPropertyValue('--accent');
    return [document.body.getBoundingClientRect().height, innerHeight, styled !== '', 'ready' in root.dataset]";

/// The code of the page for partners, on somebody else's page, for a campaign and for one that is not there.
fn frames_fit(browser: &Browser, url: &str) -> Result<()> {
    browser.open(&format!("{url}/partners/{CAMPAIGN}/"))?;
    let code = browser.script("return document.getElementById('code-loader').textContent", &[])?;
    let code = code.as_str().context("no code")?;
    for (path, is_there) in [("", true), ("nobody/en/", false), ("", true)] {
        let known = format!("/e/{CAMPAIGN}/en/");
        let code = if is_there { code.to_owned() } else { code.replace(&known, &format!("/e/{path}")) };
        let html = format!("<!doctype html><title>Example Partner</title><main style=\"width: 640px\">{code}</main>");
        let pages = BTreeMap::from([("/".to_owned(), Page { html, ..Page::default() })]);
        let host = Server::start(Content::Pages(pages), Port::free_from(0)?)?;
        browser.open(&host.origin_by_number())?;
        let mut seen = Value::Null;
        let fits = browser.wait_for("the frame to fit", |browser| {
            seen = browser.within("iframe", || browser.script(LOOK, &[]))?;
            let (needs, has, styled, ready): (f64, f64, bool, bool) = serde_json::from_value(seen.clone())?;
            let given = browser.attribute("iframe", "height")?.context("no height")?.parse::<f64>()?;
            Ok(styled && ready == is_there && has >= needs && has <= needs + 66.0 && (given - has).abs() < 1.0)
        });
        fits.with_context(|| format!("{path}: {seen}"))?;
        if !is_there {
            let links = browser.within("iframe", || browser.count("main a[href]"))?;
            ensure!(links > 0, "no way on from what is missing: {}", json!(links));
        }
    }
    Ok(())
}
