//! The loader, however it comes into a page, and whom it believes. Pages are made up here, one for each way.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use testbench::server::{Content, Page, Port, Server};
use testbench::visit::{Stage, Visitor};
use testbench::webdriver::{Browser, Engine};

use super::{EMBED, RECORD, changes, faults, in_frame, size, wait_until_fitted, wait_until_heard};
use crate::{built, stage};

/// A partner's page with something in its body. The frame is far from as high as what is in it.
pub fn host(body: &str) -> Result<Server> {
    let html = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><link rel=\"icon\" href=\"data:,\"><title>Example Partner</title>\
         <body><h1>Example Partner</h1>\n{body}\n<p>After the frame.</p></body></html>"
    );
    let page = Page { html, headers: Vec::new() };
    Server::start(Content::Pages(BTreeMap::from([("/".to_owned(), page)])), Port::free_from(0)?)
}

/// The frame of the snippet, 300 pixels high.
pub fn frame(stage: &Stage) -> Result<String> {
    let page = stage.site.url(&stage.open_campaign()?.embed("en"));
    Ok(format!(
        "<iframe data-undersigned src=\"{page}\" title=\"Act\" height=\"300\" style=\"width: 100%; border: 0\" \
         sandbox=\"allow-scripts allow-same-origin allow-forms allow-popups\"></iframe>"
    ))
}

#[test]
fn the_loader_fits_frames_however_it_comes() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let frame = frame(&stage)?;
    let (newest, pinned) = (stage.site.url("/embed/v1.js"), stage.site.url("/embed/v1.1.1.js"));
    let text = std::fs::read_to_string(built().join("embed/v1.js"))?;
    let place = "<div id=\"place\"></div>";
    let put = format!("place.innerHTML = {};", Value::from(frame.as_str()));
    let add = format!(
        "window.add = () => {{ const script = document.createElement('script'); script.src = '{newest}'; document.head.append(script); return script; }};"
    );
    // What a bundler makes of code that was copied: a module of the page's own, with other names beside it.
    let bundled = format!("const unrelated = 1;\n{text}\nexport default unrelated;");
    let ways = [
        ("behind the frame", format!("{frame}<script async src=\"{newest}\"></script>")),
        ("in front of it", format!("<script src=\"{newest}\"></script>{frame}")),
        ("pinned", format!("{frame}<script async src=\"{pinned}\"></script>")),
        ("imported", format!("{frame}<script type=\"module\">import \"{newest}\";</script>")),
        ("imported by its address", format!("{frame}<script type=\"module\" src=\"{newest}\"></script>")),
        ("imported later", format!("{frame}<script>addEventListener('load', () => import('{newest}'));</script>")),
        (
            "imported and loaded",
            format!(
                "{frame}<script async src=\"{newest}\"></script><script type=\"module\">import \"{pinned}\";</script>"
            ),
        ),
        ("copied into the page", format!("{frame}<script>{text}</script>")),
        ("copied into a bundle", format!("{frame}<script type=\"module\">{bundled}</script>")),
        (
            "before a frame that markup brings later",
            format!(
                "{place}<script src=\"{newest}\"></script><script>addEventListener('load', () => {{ {put} }});</script>"
            ),
        ),
        ("added after the frame", format!("{place}<script>{add}{put}addEventListener('load', add);</script>")),
        // As React's StrictMode mounts, unmounts and mounts again.
        (
            "added, removed, added",
            format!("{place}<script>{add}{put}add().remove();place.innerHTML = '';{put}add();</script>"),
        ),
        (
            "where an image takes the script's name",
            format!("<img name=\"currentScript\" src=\"{newest}\" alt=\"\">{frame}<script src=\"{newest}\"></script>"),
        ),
    ];
    for (way, body) in ways {
        let host = host(&body)?;
        visitor.browser.open(&host.origin_by_number())?;
        wait_until_fitted(&visitor.browser, EMBED).context(way)?;
        assert_eq!(faults(&visitor.browser)?, [""; 0], "{way}");
    }
    Ok(())
}

#[test]
fn an_element_that_takes_the_scripts_name_redirects_no_trust() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    let stranger = stage.partner.url("/stranger/");
    let (frame, loader, theirs) = (frame(&stage)?, stage.site.url("/embed/v1.js"), stage.partner.url("/embed/v1.js"));
    for element in [
        format!("<img name=\"currentScript\" src=\"{theirs}\" alt=\"\">"),
        format!("<form name=\"currentScript\"><input name=\"src\" value=\"{theirs}\"></form>"),
        format!("<embed name=\"currentScript\" src=\"{theirs}\">"),
        format!("<object name=\"currentScript\" data=\"{theirs}\"></object>"),
        format!("<iframe name=\"currentScript\" src=\"{theirs}\"></iframe>"),
        format!("<base href=\"{theirs}\">"),
    ] {
        let body = format!(
            "{element}{frame}<iframe id=\"stranger\" data-undersigned src=\"{stranger}\" height=\"300\"></iframe><script src=\"{loader}\"></script>"
        );
        let host = host(&body)?;
        browser.open(&host.origin_by_number())?;
        wait_until_fitted(browser, EMBED).context(element.clone())?;
        browser.script(RECORD, &[])?;
        super::say(browser, "#stranger", &size(4_000))?;
        assert_eq!(browser.attribute("#stranger", "height")?.as_deref(), Some("300"), "{element}");
    }
    Ok(())
}

#[test]
fn a_stranger_in_a_frame_without_an_origin_cannot_set_its_height() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    let forged = [
        json!({"undersigned": 1, "type": "size", "height": 3_333}),
        json!({"undersigned": 1, "type": "size", "height": 3_333, "key": 0.5}),
    ];
    for message in forged {
        visitor.open_host("opaque")?;
        let before = wait_until_fitted(browser, EMBED)?;
        browser.script(RECORD, &[])?;
        let page = format!("data:text/html,<script>parent.postMessage({message}, '*')</script>");
        browser.script("document.querySelector('iframe').contentWindow.location = arguments[0]", &[page.into()])?;
        wait_until_heard(browser, &message, 1)?;
        assert_eq!(browser.attribute(EMBED, "height")?, Some(before.to_string()), "{message}");
        assert_eq!(changes(browser, EMBED)?, [""; 0], "{message}");
    }
    Ok(())
}

#[test]
fn a_frame_without_an_origin_is_heard_again_and_again() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_host("opaque")?;
    let wide = wait_until_fitted(browser, EMBED)?;
    let resize = |width: &str| browser.script("document.querySelector('iframe').width = arguments[0]", &[width.into()]);
    resize("260")?;
    browser.wait_for("the frame to grow", |browser| Ok(wait_until_fitted(browser, EMBED)? > wide))?;
    // Moved in the page, or shown at another address, it is a new page.
    browser.script("document.body.append(document.querySelector('iframe'))", &[])?;
    resize("100%")?;
    browser.wait_for("the moved frame to shrink", |browser| Ok(wait_until_fitted(browser, EMBED)? == wide))?;
    // The page that is leaving speaks once more, of its new width, and is not taken for the one that comes.
    let leave = "const frame = document.querySelector('iframe');
        frame.src += '?theme=dark';
        frame.width = 260;";
    browser.script(leave, &[])?;
    browser.wait_for("the other page to grow", |browser| Ok(wait_until_fitted(browser, EMBED)? > wide))?;
    // With another fragment, it is the same page.
    browser.script("document.querySelector('iframe').src += '#part'", &[])?;
    resize("100%")?;
    browser.wait_for("the same page to shrink", |browser| Ok(wait_until_fitted(browser, EMBED)? == wide))
}

/// Places without a width, and how they get one: what sliders, tabs, panels and accordions do.
const HIDDEN: [(&str, &str, &str); 9] = [
    ("a tab that is not displayed", "display: none", "display: block"),
    ("a panel without a width", "width: 0; overflow: hidden", "width: auto"),
    (
        "a panel of no width, out of the flow",
        "position: absolute; width: 0; overflow: hidden",
        "position: static; width: auto",
    ),
    ("a slide of one pixel", "width: 1px; overflow: hidden", "width: 600px"),
    (
        "text for screen readers only",
        "position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)",
        "",
    ),
    ("an accordion", "height: 0; overflow: hidden", "height: auto"),
    ("a panel beside the window", "transform: translateX(-200vw)", ""),
    ("invisible", "visibility: hidden", ""),
    ("a flex item that shrinks to nothing", "display: flex; width: 0; overflow: hidden", "width: 500px"),
];

#[test]
fn a_hidden_frame_says_no_height_until_it_has_a_width() -> Result<()> {
    for engine in [Engine::Chromium, Engine::Firefox] {
        let stage = stage()?;
        let visitor = Visitor::new(&stage, engine)?;
        let browser = &visitor.browser;
        let (frame, loader) = (frame(&stage)?, stage.site.url("/embed/v1.js"));
        for (place, hidden, shown) in HIDDEN {
            let body = format!("<script src=\"{loader}\"></script><div id=\"place\" style=\"{hidden}\">{frame}</div>");
            let host = host(&body)?;
            browser.open(&host.origin_by_number())?;
            // All that the page says by itself has been said.
            browser.wait_for("the page in the frame", |browser| {
                let state = in_frame(browser, EMBED, || browser.script("return document.readyState", &[]));
                Ok(state? == "complete")
            })?;
            let height: u32 = browser.attribute(EMBED, "height")?.context("no height")?.parse()?;
            ensure!(height < 3_000, "{place}, {engine:?}: {height} px");
            browser.script("place.setAttribute('style', arguments[0])", &[shown.into()])?;
            wait_until_fitted(browser, EMBED).with_context(|| format!("{place}, {engine:?}"))?;
        }
    }
    Ok(())
}

#[test]
fn a_line_is_as_long_with_a_scroll_bar_as_without_one() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    browser.set_size(1_200, 900)?;
    browser.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": false }))?;
    let (frame, loader) = (frame(&stage)?, stage.site.url("/embed/v1.js"));
    for width in [300, 360, 500, 640, 720, 900] {
        let host = host(&format!("<div style=\"width: {width}px\">{frame}</div>"))?;
        browser.open(&host.origin_by_number())?;
        browser.wait_for("the page in the frame", |browser| {
            let loaded = "return performance.timing.loadEventEnd > 0";
            Ok(in_frame(browser, EMBED, || browser.script(loaded, &[]))? == true)
        })?;
        let scrolling = lines(browser)?;
        assert!(scrolling.page < width, "{width}: no room for a bar, {scrolling:?}");
        let add =
            "const script = document.createElement('script'); script.src = arguments[0]; document.body.append(script)";
        browser.script(add, &[loader.as_str().into()])?;
        wait_until_fitted(browser, EMBED)?;
        let fitted = lines(browser)?;
        assert_eq!(fitted.page, width, "the page is as wide as its frame");
        assert_eq!(fitted.line, scrolling.line, "{width}");
        assert!((fitted.height - scrolling.height).abs() <= 4.0, "{width}: {fitted:?}, {scrolling:?}");
    }
    Ok(())
}

/// Of the page in the frame: its width, that of a line, and how high it is.
#[derive(Debug, PartialEq)]
struct Lines {
    page: i64,
    line: f64,
    height: f64,
}

fn lines(browser: &Browser) -> Result<Lines> {
    let look =
        "return [document.documentElement.clientWidth, document.querySelector('h1').getBoundingClientRect().width,
        document.body.getBoundingClientRect().height]";
    let seen: (i64, f64, f64) = serde_json::from_value(in_frame(browser, EMBED, || browser.script(look, &[]))?)?;
    Ok(Lines { page: seen.0, line: seen.1, height: seen.2 })
}
