//! Every way to embed, in every engine: one browser each, from host to host.
//!
//! What only Chromium tells (layout shift, its console) and what belongs to the loader alone stay in `embedding.rs`.

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use serde_json::json;
use testbench::visit::Visitor;
use testbench::webdriver::{Area, Browser, Engine};

use super::{EMBED, RECORD, changes, event, events, in_frame, inside, open, say, size, wait_until_fitted};
use crate::stage;

/// The background of `tests/hosts/dark.html`.
const DARK: [u64; 3] = [0x10, 0x20, 0x30];

/// The colour of a picture at a point; the picture comes as base64.
const COLOUR: &str = "const [data, x, y, done] = arguments, image = new Image();
    image.onload = () => {
        const canvas = document.createElement('canvas');
        canvas.width = image.width;
        canvas.height = image.height;
        const paint = canvas.getContext('2d');
        paint.drawImage(image, 0, 0);
        done([...paint.getImageData(x, y, 1, 1).data].slice(0, 3));
    };
    image.src = 'data:image/png;base64,' + data;";

#[test]
fn every_host_is_served_in_chromium() -> Result<()> {
    every_host_is_served(Engine::Chromium)
}

#[test]
fn every_host_is_served_in_firefox() -> Result<()> {
    every_host_is_served(Engine::Firefox)
}

#[test]
fn every_host_is_served_in_webkit() -> Result<()> {
    every_host_is_served(Engine::WebKit)
}

/// What is looked at on a host's page.
type Look = fn(&Visitor<'_>) -> Result<()>;

fn every_host_is_served(engine: Engine) -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, engine)?;
    for usage in ["strict-csp", "late", "stripped", "opaque", "twice"] {
        visitor.open_host(usage)?;
        wait_until_fitted(&visitor.browser, EMBED).with_context(|| format!("{usage}: {engine:?}"))?;
    }
    let hosts: [(&str, Look); 8] = [
        ("zoom-rtl", fits_when_zoomed),
        ("plain", keeps_its_height),
        ("two-embeds", has_two_heights),
        ("forger", is_not_fooled),
        ("strict-csp-bare", scrolls_without_the_loader),
        ("strict-csp", survives_a_telephone_link),
        ("dark", is_not_white),
        // It leaves the window as small as that phone.
        ("plain on a phone", new_screens_are_in_view),
    ];
    for (usage, look) in hosts {
        look(&visitor).with_context(|| format!("{usage}: {engine:?}"))?;
    }
    Ok(())
}

/// WebKit does not carry a host's zoom into a frame: there, the frame is larger than it need be, and nothing is cut.
fn fits_when_zoomed(visitor: &Visitor<'_>) -> Result<()> {
    let browser = &visitor.browser;
    visitor.open_host("zoom-rtl")?;
    if browser.engine() != Engine::WebKit {
        return wait_until_fitted(browser, EMBED).map(drop);
    }
    browser.wait_for("the frame to hold its page", |browser| {
        let [height, _, shown, bar, told] = inside(browser, EMBED)?;
        Ok(browser.attribute(EMBED, "height")? == Some(height.to_string()) && shown >= height && bar == 0 && told == 1)
    })
}

/// Whatever comes after the first press, its frame is as high: with people, a letter, and back.
pub fn keeps_its_height(visitor: &Visitor<'_>) -> Result<()> {
    let browser = &visitor.browser;
    open(visitor, "plain")?;
    wait_until_fitted(browser, EMBED)?;
    in_frame(browser, EMBED, || visitor.find("05401"))?;
    let people = wait_until_fitted(browser, EMBED)?;
    in_frame(browser, EMBED, || visitor.write())?;
    let letter = wait_until_fitted(browser, EMBED)?;
    in_frame(browser, EMBED, || {
        visitor.press("back")?;
        visitor.wait_for_state("people")
    })?;
    let back = wait_until_fitted(browser, EMBED)?;
    ensure!(people == letter && back == people, "{people}, {letter}, {back} px");
    Ok(())
}

/// How far the host has scrolled, and whether its focus is in the frame.
const HOST: &str = "return [Math.round(scrollY), Number(document.activeElement.tagName === 'IFRAME')]";

/// Where the frame begins in the window.
const BEGINS: &str = "return Math.round(document.querySelector('iframe').getBoundingClientRect().top)";

/// On a small phone, from the lower end of the action: a host with our script shows the top of the frame. Elsewhere nothing of
/// the host moves, and the new screen begins where the window does.
pub fn new_screens_are_in_view(visitor: &Visitor<'_>) -> Result<()> {
    let browser = &visitor.browser;
    for (usage, follows) in [("plain", true), ("strict-csp-bare", false)] {
        // WebKit's driver misses what it clicks on in a frame whose host has scrolled: there, the ZIP is sent before.
        if browser.engine() != Engine::WebKit {
            browser.set_size(400, 500)?;
        }
        open(visitor, usage)?;
        in_frame(browser, EMBED, || match follows {
            // By the visitor's own keys, which take the host's focus into the frame.
            true => visitor.find("05401"),
            // Firefox's driver scrolls the host to what it presses, and does so later, from another process.
            false => {
                let send = "const field = document.querySelector('#zip');
                    field.value = '05401';
                    field.form.requestSubmit();";
                browser.script(send, &[])?;
                visitor.wait_for_state("people")
            }
        })?;
        browser.set_size(400, 500)?;
        if follows {
            wait_until_fitted(browser, EMBED)?;
        }
        // The card's lower half is in the window, the upper one above it.
        let middle = in_frame(browser, EMBED, || {
            browser.script(
                "const act = document.getElementById('act'), card = act.getBoundingClientRect();
                act.scrollTop = act.scrollHeight;
                return card.top + card.height / 2;",
                &[],
            )
        })?;
        browser.script(
            "const frame = document.querySelector('iframe').getBoundingClientRect();
            scrollBy(0, frame.top + arguments[0]);",
            &[middle],
        )?;
        let before = browser.script(HOST, &[])?;
        in_frame(browser, EMBED, || {
            browser.script("[...document.querySelectorAll('#act [data-action=write]')].pop().click()", &[])?;
            browser.wait_for("another screen", |browser| Ok(browser.count("[data-state='write']")? > 0))?;
            // What the visitor sees of the new title, told by the browser itself.
            let seen = "const done = arguments[arguments.length - 1];
                new IntersectionObserver(([seen], observer) => {
                    observer.disconnect();
                    done(seen.intersectionRatio);
                }).observe(document.querySelector('[data-step] h2'));";
            browser.wait_for("its title in view", |browser| Ok(browser.script_later(seen, &[])?.as_f64() == Some(1.0)))
        })?;
        if follows {
            browser.wait_for("the top of the frame in the window", |browser| Ok(browser.script(BEGINS, &[])? == 0))?;
            // Nothing is left of the room that a title needs in a host that does not follow.
            let room = "return document.getElementById('act').style.paddingTop";
            in_frame(browser, EMBED, || browser.wait_for("no room", |browser| Ok(browser.script(room, &[])? == "")))?;
        } else {
            let after = browser.script(HOST, &[])?;
            ensure!(after == before, "{usage}: the host sees {before}, then {after}");
        }
    }
    Ok(())
}

fn has_two_heights(visitor: &Visitor<'_>) -> Result<()> {
    let (browser, stage) = (&visitor.browser, visitor.stage);
    visitor.open_host("two-embeds")?;
    let frames = [stage.open_campaign()?, stage.closed_campaign()?].map(|one| format!("iframe[src*='{}']", one.id));
    let [open, closed] = &frames;
    let heights = (wait_until_fitted(browser, open)?, wait_until_fitted(browser, closed)?);
    ensure!(heights.0 != heights.1, "both are {} px high", heights.0);
    browser.script(RECORD, &[])?;
    say(browser, open, &size(2_222))?;
    ensure!(changes(browser, closed)?.is_empty(), "one frame sizes the other");
    Ok(())
}

fn is_not_fooled(visitor: &Visitor<'_>) -> Result<()> {
    let browser = &visitor.browser;
    visitor.open_host("forger")?;
    wait_until_fitted(browser, EMBED)?;
    browser.script(RECORD, &[])?;
    for stranger in ["#stranger", "#nobody", "#unmarked"] {
        say(browser, stranger, &size(4_000))?;
        say(browser, stranger, &event("action_opened"))?;
        ensure!(browser.attribute(stranger, "height")?.as_deref() == Some("300"), "{stranger} grew");
        ensure!(events(browser, stranger)? == json!([]), "{stranger} spoke");
    }
    ensure!(changes(browser, EMBED)?.is_empty() && events(browser, EMBED)? == json!([]), "the embed was touched");
    Ok(())
}

fn scrolls_without_the_loader(visitor: &Visitor<'_>) -> Result<()> {
    let browser = &visitor.browser;
    open(visitor, "strict-csp-bare")?;
    in_frame(browser, EMBED, || visitor.find("05401"))?;
    let [height, scrollable, shown, _, told] = inside(browser, EMBED)?;
    let baked = u64::from(visitor.stage.open_campaign()?.height("en"));
    ensure!((shown, told) == (baked, 0), "{shown} px shown, told {told}");
    ensure!(scrollable <= height.max(shown) + 2, "{scrollable} px in {shown} px");
    Ok(())
}

/// That a frame can be destroyed so is shown in `embedding.rs`; it is Chromium's way.
fn survives_a_telephone_link(visitor: &Visitor<'_>) -> Result<()> {
    let browser = &visitor.browser;
    open(visitor, "strict-csp")?;
    in_frame(browser, EMBED, || {
        visitor.find("05401")?;
        visitor.call_first()?;
        browser.click(".call a[href^='tel:']")
    })?;
    browser.close_other_windows()?;
    wait_until_fitted(browser, EMBED)?;
    in_frame(browser, EMBED, || visitor.browser.wait_for_visible(".call a[href^='tel:']"))
}

/// What is behind the frame shows through.
fn is_not_white(visitor: &Visitor<'_>) -> Result<()> {
    let browser = &visitor.browser;
    visitor.open_host("dark")?;
    wait_until_fitted(browser, EMBED)?;
    // WebKit's driver may take its picture before what was scrolled is painted.
    browser.wait_for("the host's background", |browser| Ok(colour(browser)? == DARK))?;
    // That this could be seen.
    browser.script("document.querySelector('iframe').style.background = 'white'", &[])?;
    browser.wait_for("another background", |browser| Ok(colour(browser)? != DARK))
}

/// What is painted in the frame's upper corner, where nothing is written.
fn colour(browser: &Browser) -> Result<Vec<u64>> {
    let place = "const frame = document.querySelector('iframe');
        frame.scrollIntoView();
        const { x, y } = frame.getBoundingClientRect();
        return [Math.ceil(x) + 2, Math.ceil(y) + 2]";
    let place: [u64; 2] = serde_json::from_value(browser.script(place, &[])?).context("the frame has no place")?;
    let picture = base64::engine::general_purpose::STANDARD.encode(browser.screenshot(Area::Window)?);
    let colour = browser.script_later(COLOUR, &[picture.into(), place[0].into(), place[1].into()])?;
    serde_json::from_value::<Vec<u64>>(colour.clone()).with_context(|| format!("{colour} is no colour"))
}
