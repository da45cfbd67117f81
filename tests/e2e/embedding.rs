//! A campaign in a partner's page: its frame has the height of what is in it, and nobody else can say what it is.

mod engines;
mod loader;
mod older;

use std::collections::BTreeSet;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use testbench::heights::COLUMN;
use testbench::server::Fault;
use testbench::visit::{Stage, Visitor};
use testbench::webdriver::{Browser, Engine};

use crate::watched::Watched;
use crate::{built, stage};

/// The frame of the open campaign, with or without its data attribute.
const EMBED: &str = "iframe[src*='/e/']";

/// Of the page in a frame: its height in the steps in which a host is told, what can be scrolled, what is shown, whether it has a scroll bar, and whether it
/// was told that it has its height.
const INSIDE: &str = "const root = document.documentElement;
    return [Math.ceil(document.body.getBoundingClientRect().height / 64) * 64, root.scrollHeight, innerHeight,
        Number(getComputedStyle(root).overflowY !== 'hidden' && root.scrollHeight > innerHeight), Number('fitted' in root.dataset)]";

/// Writes down, in the host page, what it hears, what happens to its frames, and which events they are sent.
const RECORD: &str = "window.heard = [];
    window.inOrder = data => JSON.stringify(data, Object.keys(data ?? {}).sort());
    addEventListener('message', event => heard.push(inOrder(event.data)));
    for (const frame of document.querySelectorAll('iframe')) {
        frame.changes = [];
        frame.events = [];
        new MutationObserver(() => frame.changes.push(frame.getAttribute('height'))).observe(frame, { attributeFilter: ['height', 'style'] });
        frame.dispatchEvent = event => frame.events.push([event.type, event.detail]);
    }";

#[test]
fn the_frame_grows_at_the_first_press_and_then_keeps_its_height() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    engines::keeps_its_height(&visitor)
}

#[test]
fn every_usage_gets_its_height() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    for usage in ["strict-csp", "late", "stripped", "zoom-rtl", "opaque", "twice"] {
        visitor.open_host(usage)?;
        wait_until_fitted(&visitor.browser, EMBED).context(usage)?;
        assert_eq!(faults(&visitor.browser)?, [""; 0], "{usage}");
    }
    Ok(())
}

#[test]
fn without_the_loader_the_frame_keeps_its_height_and_scrolls() -> Result<()> {
    let stage = Watched::new(Stage::with_height(&built(), Some(500))?);
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    open(&visitor, "strict-csp-bare")?;
    in_frame(browser, EMBED, || visitor.find("05401"))?;
    let [height, scrollable, shown, _, told] = inside(browser, EMBED)?;
    assert_eq!((shown, told), (500, 0));
    assert!(scrollable <= height + 2 && scrollable > shown, "{scrollable} px in {shown} px");
    assert_eq!(in_frame(browser, EMBED, || browser.script(OVERFLOW, &[]))?, "visible");
    assert_eq!(faults(browser)?, [""; 0]);
    Ok(())
}

const OVERFLOW: &str = "return getComputedStyle(document.documentElement).overflowY";

#[test]
fn two_campaigns_have_each_their_own_height() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    let open = format!("iframe[src*='{}']", stage.open_campaign()?.id);
    let closed = format!("iframe[src*='{}']", stage.closed_campaign()?.id);
    visitor.open_host("two-embeds")?;
    let heights = (wait_until_fitted(browser, &open)?, wait_until_fitted(browser, &closed)?);
    assert_ne!(heights.0, heights.1);
    browser.script(RECORD, &[])?;
    say(browser, &open, &size(2_222))?;
    assert_eq!(browser.attribute(&open, "height")?.as_deref(), Some("2222"));
    assert_eq!(changes(browser, &closed)?, [""; 0]);
    Ok(())
}

#[test]
fn strangers_change_nothing() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_host("forger")?;
    wait_until_fitted(browser, EMBED)?;
    browser.script(RECORD, &[])?;
    for stranger in ["#stranger", "#nobody", "#unmarked"] {
        say(browser, stranger, &size(4_000))?;
        say(browser, stranger, &event("action_opened"))?;
        assert_eq!(browser.attribute(stranger, "height")?.as_deref(), Some("300"), "{stranger}");
        assert_eq!(events(browser, stranger)?, json!([]), "{stranger}");
    }
    // The host page itself is no frame of ours either.
    browser.script("postMessage(arguments[0], '*')", &[size(4_000)])?;
    wait_until_heard(browser, &size(4_000), 4)?;
    assert_eq!(changes(browser, EMBED)?, [""; 0]);
    assert_eq!(events(browser, EMBED)?, json!([]));
    assert_eq!(faults(browser)?.iter().filter(|fault| !fault.contains("404")).count(), 0);
    Ok(())
}

#[test]
fn the_frame_hears_only_its_host() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_host("forger")?;
    let height = wait_until_fitted(browser, EMBED)?;
    browser.script(RECORD, &[])?;
    listen_in_frame(browser)?;
    for (asker, frame) in [(Some("#stranger"), "parent.frames[0]"), (None, "frames[0]")] {
        let before = told(browser, "ping")?;
        let ask = format!("{frame}.postMessage({{ undersigned: 1, type: 'ping' }}, '*')");
        match asker {
            Some(stranger) => in_frame(browser, stranger, || browser.script(&ask, &[]))?,
            None => browser.script(&ask, &[])?,
        };
        wait_until_told(browser, "ping", before + 1)?;
    }
    // Comes after all answers.
    say(browser, EMBED, &event("after_all"))?;
    assert_eq!(heard(browser, &size(height))?, 1, "only the host is answered");
    Ok(())
}

#[test]
fn a_frame_that_should_have_an_origin_is_not_heard_without_one() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    // One has a sandbox that lets it keep its origin, one has no sandbox.
    for usage in ["plain", "stripped"] {
        visitor.open_host(usage)?;
        browser.script("document.querySelector('iframe').scrollIntoView()", &[])?;
        let before = wait_until_fitted(browser, EMBED)?;
        browser.script(RECORD, &[])?;
        let page = format!("data:text/html,<script>parent.postMessage({}, '*')</script>", size(3_333));
        browser.script("document.querySelector('iframe').contentWindow.location = arguments[0]", &[page.into()])?;
        wait_until_heard(browser, &size(3_333), 1)?;
        assert_eq!(browser.attribute(EMBED, "height")?, Some(before.to_string()), "{usage}");
    }
    Ok(())
}

#[test]
fn only_whole_heights_of_protocol_1_count_and_only_within_bounds() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    open(&visitor, "plain")?;
    wait_until_fitted(browser, EMBED)?;
    browser.script(RECORD, &[])?;
    for ignored in [
        Value::Null,
        json!("size"),
        json!({"type": "size", "height": 900}),
        json!({"undersigned": 2, "type": "size", "height": 900}),
        json!({"undersigned": 1, "height": 900}),
        json!({"undersigned": 1, "type": "resize", "height": 900}),
        json!({"undersigned": 1, "type": "size"}),
        json!({"undersigned": 1, "type": "size", "height": "900"}),
        json!({"undersigned": 1, "type": "size", "height": 900.5}),
        json!({"undersigned": 1, "type": "size", "height": [900]}),
    ] {
        say(browser, EMBED, &ignored)?;
        assert_eq!(changes(browser, EMBED)?, [""; 0], "{ignored}");
    }
    for (asked, given) in [(50, "120"), (-50, "120"), (121, "121"), (11_999, "11999"), (1_000_000, "12000")] {
        say(browser, EMBED, &size(asked))?;
        assert_eq!(changes(browser, EMBED)?.last().map(String::as_str), Some(given), "{asked}");
    }
    assert_eq!(faults(browser)?, [""; 0]);
    Ok(())
}

#[test]
fn a_height_that_repeats_is_confirmed_and_changes_nothing() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    open(&visitor, "plain")?;
    let height = wait_until_fitted(browser, EMBED)?;
    browser.script(RECORD, &[])?;
    listen_in_frame(browser)?;
    say(browser, EMBED, &size(height))?;
    wait_until_told(browser, "ok", 1)?;
    assert_eq!(changes(browser, EMBED)?, [""; 0]);
    Ok(())
}

#[test]
fn a_frame_that_never_rests_is_held_to_40_changes_and_asked_again() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    open(&visitor, "plain")?;
    let height = wait_until_fitted(browser, EMBED)?;
    browser.script(RECORD, &[])?;
    listen_in_frame(browser)?;
    in_frame(browser, EMBED, || {
        let burst = "for (let height = 1001; height <= 1100; height++) {
            parent.postMessage({ undersigned: 1, type: 'size', height }, '*');
        }";
        browser.script(burst, &[])
    })?;
    wait_until_heard(browser, &size(1_100), 1)?;
    let burst = changes(browser, EMBED)?.len();
    assert!((30..=40).contains(&burst), "{burst} changes");
    wait_until_told(browser, "ping", 1)?;
    assert_eq!(wait_until_fitted(browser, EMBED)?, height);
    assert_eq!(told(browser, "ping")?, 1, "one question is enough");
    Ok(())
}

#[test]
fn a_frame_that_does_not_get_its_height_scrolls_by_itself() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    open(&visitor, "plain")?;
    let height = wait_until_fitted(browser, EMBED)?;
    browser.script(RECORD, &[])?;
    listen_in_frame(browser)?;
    browser.script("document.querySelector('iframe').style.maxHeight = '400px'", &[])?;
    // It may be on its way to its height, so it is asked once more.
    say(browser, EMBED, &size(height + 50))?;
    wait_until_told(browser, "ping", 1)?;
    browser.wait_for("the frame to scroll", |browser| {
        Ok(in_frame(browser, EMBED, || browser.script(OVERFLOW, &[]))? == "visible")
    })?;
    browser.script("document.querySelector('iframe').style.maxHeight = ''", &[])?;
    browser.script(
        "document.querySelector('iframe').contentWindow.postMessage({ undersigned: 1, type: 'ping' }, '*')",
        &[],
    )?;
    assert_eq!(wait_until_fitted(browser, EMBED)?, height);
    Ok(())
}

#[test]
fn events_have_plain_names_and_no_payload() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    open(&visitor, "twice")?;
    wait_until_fitted(browser, EMBED)?;
    browser.script(RECORD, &[])?;
    let longest = "a".repeat(32);
    for name in [json!("action_opened"), json!(longest)] {
        say(browser, EMBED, &json!({"undersigned": 1, "type": "event", "name": name, "detail": "x"}))?;
    }
    for name in
        [json!(""), json!("a".repeat(33)), json!("Opened"), json!("a-b"), json!("a\n"), json!(["a"]), Value::Null]
    {
        say(browser, EMBED, &json!({"undersigned": 1, "type": "event", "name": name}))?;
    }
    for other in [json!({"undersigned": 1, "type": "event"}), json!({"undersigned": 1, "type": "other", "name": "a"})] {
        say(browser, EMBED, &other)?;
    }
    // Once each, although this page has the loader three times.
    let expected = json!([["undersigned:action_opened", null], [format!("undersigned:{longest}"), null]]);
    assert_eq!(events(browser, EMBED)?, expected);
    Ok(())
}

#[test]
fn the_host_scrolls_only_for_the_frame_that_has_the_focus_and_is_above() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    let top = json!({"undersigned": 1, "type": "top"});
    open(&visitor, "plain")?;
    wait_until_fitted(browser, EMBED)?;
    browser.script(RECORD, &[])?;
    let place = || -> Result<i64> {
        let top =
            browser.script("return Math.round(document.querySelector('iframe').getBoundingClientRect().top)", &[])?;
        top.as_i64().context("the frame has no place")
    };
    let scroll = |by: i64| {
        browser.script(
            "scrollBy(0, document.querySelector('iframe').getBoundingClientRect().top - arguments[0])",
            &[by.into()],
        )
    };
    // Above, without the focus.
    browser.script("document.activeElement.blur()", &[])?;
    scroll(-200)?;
    say(browser, EMBED, &top)?;
    assert_eq!(place()?, -200);
    // With the focus, below.
    browser.script("document.querySelector('iframe').focus({ preventScroll: true })", &[])?;
    scroll(100)?;
    say(browser, EMBED, &top)?;
    assert_eq!(place()?, 100);
    // With the focus, above; and only for this message.
    scroll(-200)?;
    say(browser, EMBED, &json!({"undersigned": 1, "type": "topmost"}))?;
    assert_eq!(place()?, -200);
    say(browser, EMBED, &top)?;
    assert_eq!(place()?, 0);
    Ok(())
}

#[test]
fn a_new_screen_begins_at_the_top_of_the_frame_or_in_view() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    engines::new_screens_are_in_view(&visitor)
}

#[test]
fn frames_that_were_there_before_the_loader_are_asked() -> Result<()> {
    let stage = stage()?;
    stage.site.fail("/embed/*", Fault::Missing);
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    open(&visitor, "plain")?;
    // All that the frame says by itself has been said.
    browser.wait_for("the frame to be loaded", |browser| {
        Ok(in_frame(browser, EMBED, || browser.script("return performance.timing.loadEventEnd > 0", &[]))? == true)
    })?;
    assert_eq!(browser.attribute(EMBED, "height")?, Some(stage.open_campaign()?.height("en").to_string()));
    stage.site.heal();
    // Not the answer from before.
    add_loader(&visitor, "v1.js?again", "")?;
    wait_until_fitted(browser, EMBED).map(drop)
}

#[test]
fn a_pinned_loader_is_what_its_hash_says() -> Result<()> {
    let stage = stage()?;
    let hashes: Value = serde_json::from_str(&std::fs::read_to_string(built().join("embed/integrity.json"))?)?;
    let hashes = hashes.as_object().context("no hashes")?;
    assert!(hashes.len() > 1, "older versions stay");
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open_host("two-embeds")?;
    for (version, hash) in hashes {
        add_loader(&visitor, version, hash.as_str().context("no hash")?)?;
        assert!(add_loader(&visitor, version, "sha384-AAAA").is_err());
    }
    Ok(())
}

#[test]
fn a_page_that_is_not_there_has_a_height_too() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_host("two-embeds")?;
    let add = "const frame = document.createElement('iframe');
        frame.id = arguments[0];
        frame.height = 2000;
        if (arguments[2]) frame.dataset.undersigned = '';
        frame.src = arguments[1];
        document.body.prepend(frame);";
    for (id, path, marked) in [("unknown", "/e/no-such-campaign/en/", false), ("marked", "/nowhere/", true)] {
        browser.script(add, &[id.into(), stage.site.url(path).into(), marked.into()])?;
        let height = wait_until_fitted(browser, &format!("#{id}"))?;
        assert!(height < 2_000, "{id}: {height} px");
    }
    Ok(())
}

#[test]
fn a_telephone_link_does_not_destroy_the_frame() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    let link = ".call a[href^='tel:']";
    open(&visitor, "strict-csp")?;
    in_frame(browser, EMBED, || {
        visitor.find("05401")?;
        visitor.call_first()?;
        browser.click(link)
    })?;
    browser.close_other_windows()?;
    wait_until_fitted(browser, EMBED)?;
    in_frame(browser, EMBED, || visitor.browser.wait_for_visible(".call a[href^='tel:']"))?;
    // That this could be seen: the same link without its target. The host's policy reports where it would lead.
    stage.expect_breaches();
    in_frame(browser, EMBED, || {
        browser.script("document.querySelector(arguments[0]).removeAttribute('target')", &[link.into()])?;
        browser.click(link)
    })?;
    browser.wait_for("the frame to be destroyed", |browser| {
        Ok(in_frame(browser, EMBED, || browser.count("[data-step]"))? == 0)
    })
}

#[test]
fn with_the_right_height_in_the_snippet_nothing_in_the_host_moves() -> Result<()> {
    // The measured column, with the host's own margins; elsewhere the loader makes it fit.
    let shift = |stage: &Stage| -> Result<f64> {
        let visitor = Visitor::new(stage, Engine::Chromium)?;
        let browser = &visitor.browser;
        browser.set_size(COLUMN + 40, 2_400)?;
        // Chromium sizes the first page of an origin while it loads, and what moves then is not ours.
        browser.open(&(stage.partner.origin_by_number() + "/stranger/"))?;
        open(&visitor, "plain")?;
        wait_until_fitted(browser, EMBED)?;
        browser.script_later(SHIFT, &[])?.as_f64().context("no number")
    };
    let baked = stage()?;
    let wrong = Watched::new(Stage::with_height(&built(), Some(baked.open_campaign()?.height("en") - 200))?);
    let (before, after) = (shift(&wrong)?, shift(&baked)?);
    println!("layout shift of the host: {after} with the measured height, {before} with 200 px less");
    assert!(after == 0.0, "{after}");
    // That this can be seen.
    assert!(before > 0.0, "{before}");
    Ok(())
}

const SHIFT: &str = "const done = arguments[arguments.length - 1];
    new PerformanceObserver(list => done(list.getEntries().reduce((sum, entry) => sum + (entry.value || 0), 0)))
        .observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => done(0)));";

/// Opens a partner's page and waits until one can act in its frame, which loads when it comes near.
fn open(visitor: &Visitor<'_>, usage: &str) -> Result<()> {
    visitor.open_host(usage)?;
    visitor.browser.script("document.querySelector('iframe').scrollIntoView({ block: 'nearest' })", &[])?;
    in_frame(&visitor.browser, EMBED, || visitor.wait_until_ready())
}

fn in_frame<T>(browser: &Browser, css: &str, act: impl FnOnce() -> Result<T>) -> Result<T> {
    browser.within(css, act)
}

fn inside(browser: &Browser, css: &str) -> Result<[u64; 5]> {
    let values = in_frame(browser, css, || browser.script(INSIDE, &[]))?;
    serde_json::from_value(values).context("the frame has no numbers")
}

/// Waits until a frame is as high as what is in it, without a scroll bar, and returns that height.
fn wait_until_fitted(browser: &Browser, css: &str) -> Result<u64> {
    let mut seen = String::new();
    let fitted = browser.wait_for("the frame to fit", |browser| {
        let [height, scrollable, shown, bar, told] = inside(browser, css)?;
        let given: u64 = browser.attribute(css, "height")?.context("no height")?.parse()?;
        seen = format!("{height} px, scrollable {scrollable}, shown {shown}, given {given}, bar {bar}, told {told}");
        Ok(given == height && shown.abs_diff(height) <= 4 && bar == 0 && told == 1 && scrollable <= shown + 4)
    });
    fitted.context(seen)?;
    browser.attribute(css, "height")?.context("no height")?.parse().context("no number")
}

/// Lets the page in a frame say something to its host, and waits until all who listen there have heard it.
fn say(browser: &Browser, css: &str, message: &Value) -> Result<()> {
    let count = heard(browser, message)?;
    in_frame(browser, css, || browser.script("parent.postMessage(arguments[0], '*')", std::slice::from_ref(message)))?;
    wait_until_heard(browser, message, count + 1)
}

fn wait_until_heard(browser: &Browser, message: &Value, times: u64) -> Result<()> {
    browser.wait_for(&format!("the host to hear {message}"), |browser| Ok(heard(browser, message)? >= times))
}

fn heard(browser: &Browser, message: &Value) -> Result<u64> {
    let count = "return heard.filter(text => text === inOrder(arguments[0])).length";
    browser.script(count, std::slice::from_ref(message))?.as_u64().context("no count")
}

fn size(height: impl Into<Value>) -> Value {
    json!({"undersigned": 1, "type": "size", "height": height.into()})
}

fn event(name: &str) -> Value {
    json!({"undersigned": 1, "type": "event", "name": name})
}

fn changes(browser: &Browser, css: &str) -> Result<Vec<String>> {
    let changes = browser.script("return document.querySelector(arguments[0]).changes", &[css.into()])?;
    serde_json::from_value(changes).context("no list")
}

fn events(browser: &Browser, css: &str) -> Result<Value> {
    browser.script("return document.querySelector(arguments[0]).events", &[css.into()])
}

/// Writes down, in the embed, what the host says.
fn listen_in_frame(browser: &Browser) -> Result<()> {
    let listen = "window.told = []; addEventListener('message', event => told.push(event.data.type))";
    in_frame(browser, EMBED, || browser.script(listen, &[])).map(drop)
}

fn wait_until_told(browser: &Browser, kind: &str, times: u64) -> Result<()> {
    browser.wait_for(&format!("the host to say {kind}"), |browser| Ok(told(browser, kind)? >= times))
}

fn told(browser: &Browser, kind: &str) -> Result<u64> {
    let count = "return told.filter(type => type === arguments[0]).length";
    let count = in_frame(browser, EMBED, || browser.script(count, &[kind.into()]))?;
    count.as_u64().context("no count")
}

/// Puts a loader into the host page; fails if the browser refuses it.
fn add_loader(visitor: &Visitor<'_>, name: &str, integrity: &str) -> Result<()> {
    let add = "const done = arguments[arguments.length - 1], script = document.createElement('script');
        script.crossOrigin = 'anonymous';
        script.integrity = arguments[1];
        script.onload = () => done('loaded');
        script.onerror = () => done('refused');
        script.src = arguments[0];
        document.body.append(script);";
    let address = visitor.stage.site.url(&format!("/embed/{name}"));
    let outcome = visitor.browser.script_later(add, &[address.into(), integrity.into()])?;
    anyhow::ensure!(outcome == "loaded", "{name} was {outcome}");
    Ok(())
}

/// What the browser holds against the pages, once each.
fn faults(browser: &Browser) -> Result<Vec<String>> {
    let entries = browser.log()?.into_iter().filter(|entry| entry.is_policy_violation() || entry.is_error());
    let faults: BTreeSet<String> = entries.map(|entry| entry.message).collect();
    Ok(faults.into_iter().collect())
}
