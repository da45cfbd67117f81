//! Hosts that are stricter than most: without an origin, or isolated from everybody else. And what a frame and a logo may do there.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use testbench::server::{Content, Page, Port, Server};
use testbench::visit::Visitor;
use testbench::webdriver::{Browser, Engine, Tier};

use crate::{built, stage};

/// What is in the frame.
const TITLE: &str = ".headline";

/// A page of a host: its path, what is in it, and its headers.
type HostPage<'a> = (&'a str, String, &'a [(&'a str, &'a str)]);

/// Serves pages of a host.
fn host(pages: &[HostPage<'_>]) -> Result<Server> {
    let pages: BTreeMap<String, Page> = pages
        .iter()
        .map(|(path, html, headers)| {
            let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
            let html = format!("<!doctype html><html lang=\"en\"><title>A strict host</title>{html}</html>");
            ((*path).to_owned(), Page { html, headers })
        })
        .collect();
    Server::start(Content::Pages(pages), Port::free_from(0)?)
}

fn escaped(html: &str) -> String {
    html.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

#[test]
fn hosts_without_an_origin_show_the_frame_in_chromium() -> Result<()> {
    hosts_without_an_origin_show_the_frame(Engine::Chromium)
}

#[test]
fn hosts_without_an_origin_show_the_frame_in_firefox() -> Result<()> {
    hosts_without_an_origin_show_the_frame(Engine::Firefox)
}

/// `frame-ancestors *` names every origin, and these have none.
fn hosts_without_an_origin_show_the_frame(engine: Engine) -> Result<()> {
    let stage = stage()?;
    let campaign = stage.open_campaign()?;
    let visitor = Visitor::new(&stage, engine)?;
    let browser = &visitor.browser;
    let missing = format!("/e/{}/xx/", campaign.id);
    for path in [campaign.embed("en"), missing] {
        let frame = format!("<iframe src=\"{}\" width=\"600\" height=\"700\"></iframe>", stage.site.url(&path));
        let inside = |sandbox: &str, html: &str| {
            format!("<iframe {sandbox} srcdoc=\"{}\" width=\"700\" height=\"800\"></iframe>", escaped(html))
        };
        let twice = inside("sandbox=\"allow-scripts\"", &inside("sandbox=\"allow-scripts\"", &frame));
        let data = format!("data:text/html,{}", frame.replace('"', "'"));
        let host = host(&[
            ("/sandboxed/", frame.clone(), &[("Content-Security-Policy", "sandbox allow-scripts")]),
            ("/fully-sandboxed/", frame.clone(), &[("Content-Security-Policy", "sandbox")]),
            ("/srcdoc/", inside("sandbox=\"allow-scripts\"", &frame), &[]),
            ("/nested/", twice, &[]),
            ("/data/", format!("<iframe src=\"{}\" width=\"700\" height=\"800\"></iframe>", escaped(&data)), &[]),
        ])?;
        let file = scratch(&format!("file-{engine:?}"))?.join("host.html");
        std::fs::write(&file, &frame)?;
        let origin = host.origin_by_number();
        for (address, frames) in [
            (format!("{origin}/sandboxed/"), 1),
            (format!("{origin}/fully-sandboxed/"), 1),
            (format!("{origin}/srcdoc/"), 2),
            (format!("{origin}/nested/"), 3),
            (format!("{origin}/data/"), 2),
            (format!("file://{}", file.display()), 1),
        ] {
            browser.open(&address)?;
            for _ in 0..frames {
                browser.enter_frame("iframe")?;
            }
            browser.wait_for_visible(TITLE).with_context(|| format!("{address}: {path}"))?;
            browser.leave_frames()?;
        }
    }
    Ok(())
}

#[test]
fn isolated_hosts_show_the_frame_alive_in_chromium() -> Result<()> {
    isolated_hosts_show_the_frame_alive(Engine::Chromium)
}

#[test]
fn isolated_hosts_show_the_frame_alive_in_firefox() -> Result<()> {
    isolated_hosts_show_the_frame_alive(Engine::Firefox)
}

/// A host that isolates itself (`Cross-Origin-Embedder-Policy`) shows only frames that say the same of themselves.
fn isolated_hosts_show_the_frame_alive(engine: Engine) -> Result<()> {
    let stage = stage()?;
    let campaign = stage.open_campaign()?;
    let visitor = Visitor::new(&stage, engine)?;
    let browser = &visitor.browser;
    let snippet = |path: &str| {
        let (frame, loader) = (stage.site.url(path), stage.site.url("/embed/v1.js"));
        format!(
            "<iframe data-undersigned src=\"{frame}\" width=\"600\" height=\"300\"></iframe>\
             <script async src=\"{loader}\"></script>"
        )
    };
    let isolated = [("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Embedder-Policy", "require-corp")];
    let credentialless = [isolated[0], ("Cross-Origin-Embedder-Policy", "credentialless")];
    let (embed, missing) = (snippet(&campaign.embed("en")), snippet(&format!("/e/{}/xx/", campaign.id)));
    let host = host(&[
        ("/require-corp/", embed.clone(), &isolated),
        ("/credentialless/", embed, &credentialless),
        ("/missing/", missing, &isolated),
    ])?;
    for path in ["/require-corp/", "/credentialless/"] {
        // By name: only there and with TLS do browsers isolate a page.
        browser.open(&host.url(path))?;
        ensure!(browser.script("return crossOriginIsolated", &[])? == true, "{path} is not isolated");
        browser.enter_frame("iframe")?;
        visitor.wait_until_ready().with_context(|| path.to_owned())?;
        visitor.find("05401").with_context(|| path.to_owned())?;
        browser.leave_frames()?;
        is_fitted(browser).with_context(|| path.to_owned())?;
    }
    browser.open(&host.url("/missing/"))?;
    is_fitted(browser).context("a page that is not there")?;
    // It leads to the campaigns: in a window of their own, because they refuse to be framed.
    browser.enter_frame("iframe")?;
    let links = browser
        .script("return [...document.querySelectorAll('main a')].map(link => [link.target, link.pathname])", &[])?;
    let links: Vec<(String, String)> = serde_json::from_value(links)?;
    ensure!(links.iter().any(|(_, path)| *path == campaign.landing("en")), "{links:?}");
    ensure!(links.iter().all(|(target, _)| target == "_blank"), "{links:?}");
    browser.leave_frames()
}

/// The host has given the frame the height of what is in it.
fn is_fitted(browser: &Browser) -> Result<()> {
    browser.wait_for("the frame to have its height", |browser| {
        let height = browser.attribute("iframe", "height")?;
        let look =
            "return ['fitted' in document.documentElement.dataset, document.body.getBoundingClientRect().height]";
        let inside = browser.within("iframe", || browser.script(look, &[]))?;
        let (fitted, needed): (bool, f64) = serde_json::from_value(inside)?;
        let height: f64 = height.unwrap_or_default().parse()?;
        Ok(fitted && height >= needed.floor() && height < needed + 65.0)
    })
}

/// What the snippet allows, a page may ask for: a lookup by place is to come. Nothing else.
#[test]
fn a_frame_may_ask_where_somebody_is_if_its_host_allows_it() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    let src = stage.site.url(&stage.open_campaign()?.embed("en"));
    let frame = |allow: &str| format!("<iframe src=\"{src}\" allow=\"{allow}\" width=\"600\" height=\"700\"></iframe>");
    let host = host(&[("/some/", frame("geolocation; camera; microphone; usb"), &[]), ("/none/", frame(""), &[])])?;
    for (path, expected) in [("/some/", json!(["geolocation"])), ("/none/", json!([]))] {
        browser.open(&host.url(path))?;
        browser.enter_frame("iframe")?;
        browser.wait_for_visible(TITLE)?;
        let asked = "return ['geolocation', 'camera', 'microphone', 'usb', 'midi', 'accelerometer', 'bluetooth', 'display-capture', 'serial', 'hid']
            .filter(feature => document.featurePolicy.allowsFeature(feature))";
        ensure!(browser.script(asked, &[])? == expected, "{path}: {}", browser.script(asked, &[])?);
        browser.leave_frames()?;
    }
    visitor.open("/")?;
    let faults: Vec<String> =
        browser.log()?.into_iter().map(|entry| entry.message).filter(|text| text.contains("ermissions")).collect();
    ensure!(faults.is_empty(), "a browser does not know a permission: {faults:?}");
    Ok(())
}

#[test]
fn a_logo_runs_and_fetches_nothing_in_chromium() -> Result<()> {
    a_logo_runs_and_fetches_nothing(Engine::Chromium)
}

#[test]
fn a_logo_runs_and_fetches_nothing_in_firefox() -> Result<()> {
    a_logo_runs_and_fetches_nothing(Engine::Firefox)
}

#[test]
fn a_logo_runs_and_fetches_nothing_in_webkit() -> Result<()> {
    a_logo_runs_and_fetches_nothing(Engine::WebKit)
}

/// An SVG that is opened by itself is a document of our origin. As a picture in a page it keeps its own style.
fn a_logo_runs_and_fetches_nothing(engine: Engine) -> Result<()> {
    let elsewhere = host(&[("/x", String::new(), &[])])?;
    let logo = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"80\" height=\"80\">\
         <style>.a{{fill:#00a000}}</style><rect class=\"a\" width=\"80\" height=\"40\"/>\
         <rect y=\"40\" width=\"80\" height=\"40\" style=\"fill:#0000a0\"/>\
         <script>document.documentElement.setAttribute('data-ran', 1); fetch('{0}/fetched')</script>\
         <image href=\"{0}/image\" width=\"1\" height=\"1\" onerror=\"document.documentElement.setAttribute('data-ran', 2)\"/>\
         <use xlink:href=\"{0}/used#a\"/></svg>",
        elsewhere.origin()
    );
    // The same with the shipped headers and without any: without them it must be seen to run.
    let shipped = std::fs::read_to_string(built().join("_headers")).context("no headers were built")?;
    let browser = Browser::start(engine, Tier::Wasm)?;
    for (name, headers) in [("with", Some(shipped.as_str())), ("without", None)] {
        let folder = scratch(&format!("logo-{name}-{engine:?}"))?;
        std::fs::create_dir_all(folder.join("logos/x"))?;
        std::fs::create_dir_all(folder.join("page"))?;
        std::fs::write(folder.join("logos/x/logo.svg"), &logo)?;
        std::fs::write(
            folder.join("page/index.html"),
            "<!doctype html><title>A page</title><img src=\"/logos/x/logo.svg\">",
        )?;
        if let Some(headers) = headers {
            std::fs::write(folder.join("_headers"), headers)?;
        }
        let site = Server::start(Content::Site(folder), Port::free_from(0)?)?;
        elsewhere.forget_requests();
        browser.open(&site.url("/logos/x/logo.svg"))?;
        if headers.is_none() {
            browser.wait_for("the script of an unguarded logo", |_| {
                Ok(elsewhere.requests().iter().any(|request| request.path == "/fetched"))
            })?;
        }
        browser.open(&site.url("/page/"))?;
        let colours = browser.script_later(COLOURS, &[])?;
        ensure!(colours == json!([[0, 160, 0], [0, 0, 160]]), "{name}: its style is {colours}");
        let asked: Vec<String> = elsewhere
            .requests()
            .into_iter()
            .map(|request| request.path)
            .filter(|path| path != "/favicon.ico")
            .collect();
        ensure!(asked.is_empty() == headers.is_some(), "{name}: {asked:?}");
    }
    Ok(())
}

/// Two colours of a picture: one by a style sheet in it, one by an attribute.
const COLOURS: &str = "const done = arguments[arguments.length - 1], image = document.images[0];
    image.decode().then(() => {
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = 80;
        const paint = canvas.getContext('2d');
        paint.drawImage(image, 0, 0);
        done([10, 70].map(y => [...paint.getImageData(20, y, 1, 1).data].slice(0, 3)));
    }, error => done(String(error)));";

fn scratch(name: &str) -> Result<PathBuf> {
    let folder = testbench::workspace::scratch().join("strict-hosts").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}
