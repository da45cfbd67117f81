//! The page for partners: what is chosen there is in the code, and the code works where it is pasted.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use testbench::server::{Content, Page, Port, Server};
use testbench::visit::{Stage, Visitor};
use testbench::webdriver::Engine;

use crate::republished::{self, CAMPAIGN};
use crate::watched::Watched;

const FRAME: &str = "iframe[src*='/e/']";
const PREVIEW: &str = ".kit-stage iframe";
/// Whom the campaign of these tests lists. In the pages, the address is the one of a test's own server.
const PARTNER: &str = "https://partner.example.org";

/// Whether an element is as wide as what it is in.
const FILLS: &str = "const frame = document.querySelector(arguments[0]);
    return Math.abs(frame.offsetWidth - frame.parentElement.clientWidth) <= 1";

/// The built site, published again under the address that it is served from, with partners.
fn stage(name: &str) -> Result<Watched> {
    let partners = json!([
        { "slug": "example-01", "name": "Example Organisation 01", "site": PARTNER },
        { "slug": "example-02", "name": "Example Organisation 02", "site": "https://other.example.org" },
    ]);
    republished::stage(&["kit-", name].concat(), &[("partners", partners)], &[])
}

fn open_kit<'a>(stage: &'a Stage) -> Result<Visitor<'a>> {
    let visitor = Visitor::new(stage, Engine::Chromium)?;
    visitor.open(&format!("/partners/{CAMPAIGN}/"))?;
    Ok(visitor)
}

fn code(visitor: &Visitor<'_>, form: &str) -> Result<String> {
    let text =
        visitor.browser.script("return document.getElementById('code-' + arguments[0]).textContent", &[form.into()])?;
    Ok(text.as_str().context("no code")?.to_owned())
}

/// A page of somebody else's with pasted code, under a policy of its own.
fn pasted(code: &str, policy: Option<&str>) -> Result<Server> {
    let html =
        format!("<!doctype html><html lang=\"en\"><title>Pasted</title><h1>Pasted</h1>\n{code}\n<p>After.</p></html>");
    let headers = policy.map(|policy| ("Content-Security-Policy".to_owned(), policy.to_owned())).into_iter().collect();
    Server::start(Content::Pages(BTreeMap::from([("/".to_owned(), Page { html, headers })])), Port::free_from(0)?)
}

#[test]
fn what_is_chosen_is_in_the_code_and_in_the_preview() -> Result<()> {
    let stage = stage("chosen")?;
    let visitor = open_kit(&stage)?;
    let browser = &visitor.browser;
    let site = stage.site.origin();
    let first = code(&visitor, "loader")?;
    assert!(first.contains(&format!("\"{site}/e/{CAMPAIGN}/en/\"")), "{first}");
    browser.choose("#kit-language", "zh-Hant")?;
    browser.choose("#kit-theme", "dark")?;
    browser.choose("#kit-partner", "example-01")?;
    let (frame, link) = (format!("{site}/e/{CAMPAIGN}/zh-Hant/"), format!("{site}/c/{CAMPAIGN}/zh-Hant/"));
    for form in ["loader", "frame", "card", "newest"] {
        let code = code(&visitor, form)?;
        assert!(code.contains(&format!("src=\"{frame}?theme=dark&amp;p=example-01\" title=\"請")), "{form}: {code}");
        assert!(code.contains(&format!("href=\"{link}?p=example-01\"")), "{form}: {code}");
        assert_eq!(code.contains("<script"), form == "loader" || form == "newest", "{form}");
    }
    assert_eq!(code(&visitor, "address")?, link);
    let shown = browser.attribute(PREVIEW, "src")?.context("no preview")?;
    assert_eq!(shown, format!("/e/{CAMPAIGN}/zh-Hant/?theme=dark&p=example-01"));
    browser.script("document.querySelector(arguments[0]).scrollIntoView()", &[PREVIEW.into()])?;
    browser.enter_frame(PREVIEW)?;
    browser.wait_for("the preview to be dark", |browser| {
        Ok(browser.script("return document.documentElement.dataset.theme", &[])? == "dark")
    })?;
    browser.leave_frames()?;
    // Back to the beginning: the code is what it was, and no step of the history was made.
    for (list, value) in [("#kit-language", "en"), ("#kit-theme", ""), ("#kit-partner", "")] {
        browser.choose(list, value)?;
    }
    assert_eq!(code(&visitor, "loader")?, first);
    assert!(browser.script("return history.length", &[])?.as_u64() <= Some(2));
    let faults: Vec<_> =
        browser.log()?.into_iter().filter(|entry| entry.is_policy_violation() || entry.is_error()).collect();
    assert_eq!(faults, []);
    Ok(())
}

#[test]
fn the_preview_is_as_wide_as_asked() -> Result<()> {
    let stage = stage("widths")?;
    let visitor = open_kit(&stage)?;
    let browser = &visitor.browser;
    browser.set_size(1_200, 900)?;
    let width = "return document.querySelector(arguments[0]).getBoundingClientRect().width";
    let width = || browser.script(width, &[PREVIEW.into()])?.as_f64().context("no width");
    for (choice, expected) in [("phone", 360.0), ("column", 640.0)] {
        browser.script("document.getElementById('kit-' + arguments[0]).click()", &[choice.into()])?;
        assert!((width()? - expected).abs() < 0.5, "{choice}: {}", width()?);
    }
    browser.script("document.getElementById('kit-full').click()", &[])?;
    assert!(width()? > 900.0, "{}", width()?);
    Ok(())
}

#[test]
fn a_button_copies_the_code_as_it_stands() -> Result<()> {
    let stage = stage("copies")?;
    let visitor = open_kit(&stage)?;
    visitor.browser.allow_clipboard()?;
    visitor.browser.choose("#kit-theme", "light")?;
    for form in ["loader", "policy"] {
        visitor.browser.click(&format!("[data-copy='code-{form}']"))?;
        let wanted = code(&visitor, form)?;
        visitor.browser.wait_for("the code to be on the clipboard", |browser| {
            Ok(browser.clipboard()?.replace("\r\n", "\n") == wanted)
        })?;
    }
    assert!(code(&visitor, "loader")?.contains("?theme=light"));
    Ok(())
}

#[test]
fn pasted_code_works_on_another_site_under_the_policy_that_the_page_names() -> Result<()> {
    let stage = stage("pasted")?;
    let visitor = open_kit(&stage)?;
    let browser = &visitor.browser;
    let policy = code(&visitor, "policy")?;
    let strict = format!("default-src 'none'; {}", policy.replace('\n', " ").trim_end_matches(';'));
    let frame_only = strict.replace("script-src", "img-src");
    // Where a policy refuses styles, the page says to take the style out; who does not is told so by the browser.
    let refused = "Applying inline style violates";
    for (form, policy, without_style, fitted) in [
        ("loader", None, false, true),
        ("loader", Some(&strict), false, true),
        ("loader", Some(&strict), true, true),
        ("newest", Some(&strict), true, true),
        ("frame", Some(&frame_only), false, false),
    ] {
        let mut pasted_code = code(&visitor, form)?;
        if without_style {
            pasted_code = pasted_code.replace(" style=\"width: 100%; border: 0\"", "");
            ensure!(!pasted_code.contains("style="), "{pasted_code}");
        }
        let host = pasted(&pasted_code, policy.map(String::as_str))?;
        let elsewhere = Visitor::new(&stage, Engine::Chromium)?;
        elsewhere.browser.open(&host.origin_by_number())?;
        elsewhere
            .browser
            .wait_for("the frame to fill its column", |browser| Ok(browser.script(FILLS, &[FRAME.into()])? == true))?;
        elsewhere.browser.enter_frame(FRAME)?;
        elsewhere.wait_until_ready().context(form)?;
        elsewhere.find("05401")?;
        let told = "return 'fitted' in document.documentElement.dataset";
        if fitted {
            elsewhere
                .browser
                .wait_for("the frame to have its height", |browser| Ok(browser.script(told, &[])? == true))?;
        } else {
            assert_eq!(elsewhere.browser.script(told, &[])?, false, "{form}");
        }
        let mut faults = elsewhere.browser.log()?;
        faults.retain(|entry| entry.is_policy_violation());
        if policy.is_some() && !without_style && form == "loader" {
            faults.retain(|entry| !entry.message.contains(refused));
        }
        assert_eq!(faults, [], "{form}");
    }
    assert!(browser.is_visible("h1")?);
    Ok(())
}

#[test]
fn a_closed_card_asks_nothing_of_us_until_it_is_opened() -> Result<()> {
    let stage = stage("card")?;
    let visitor = open_kit(&stage)?;
    let policy = format!("default-src 'none'; frame-src {}", stage.site.origin());
    let host = pasted(&code(&visitor, "card")?, Some(&policy))?;
    let elsewhere = Visitor::new(&stage, Engine::Chromium)?;
    stage.site.forget_requests();
    elsewhere.browser.open(&host.origin_by_number())?;
    assert!(!elsewhere.browser.is_visible(FRAME)?);
    // Two pictures have been drawn: whatever would load has begun.
    let drawn = "const done = arguments[arguments.length - 1]; requestAnimationFrame(() => requestAnimationFrame(() => done()))";
    elsewhere.browser.script_later(drawn, &[])?;
    // The first browser may ask for the picture in its tab when it likes.
    let asked = || stage.site.requests().into_iter().filter(|request| request.path != "/favicon.ico");
    assert_eq!(asked().count(), 0, "{:?}", stage.site.requests());
    elsewhere.browser.click("summary")?;
    elsewhere.browser.enter_frame(FRAME)?;
    elsewhere.wait_until_ready()
}

#[test]
fn a_partner_is_named_on_its_own_site_and_nowhere_else() -> Result<()> {
    let stage = stage("credit")?;
    let visitor = open_kit(&stage)?;
    let embed = format!("{}/e/{CAMPAIGN}/en/", stage.site.origin());
    // Registered sites are https; here the first partner's stands for the address of this test's own server.
    let file =
        testbench::workspace::scratch().join("republished/kit-credit/site/e").join(CAMPAIGN).join("en/index.html");
    let page = std::fs::read_to_string(&file)?;
    assert!(page.contains(&format!("data-origin=\"{PARTNER}\"")), "the origin is not in the page");
    drop(visitor);
    for (query, registered, named) in [
        ("?p=example-01", true, Some("Example Organisation 01")),
        ("?theme=dark&amp;p=example-01", true, Some("Example Organisation 01")),
        ("?p=example-01", false, None),
        ("?p=example-02", true, None),
        ("?p=unknown", true, None),
        ("?p=%3Cb%3E", true, None),
        ("", true, None),
    ] {
        let host = pasted(&format!("<iframe src=\"{embed}{query}\" height=\"900\"></iframe>"), None)?;
        let origin = if registered { host.origin_by_number() } else { PARTNER.to_owned() };
        std::fs::write(&file, page.replace(PARTNER, &origin))?;
        let elsewhere = Visitor::new(&stage, Engine::Chromium)?;
        elsewhere.browser.open(&host.origin_by_number())?;
        elsewhere.browser.enter_frame(FRAME)?;
        elsewhere.browser.wait_for("the frame's page", |browser| {
            Ok(browser.script("return document.readyState", &[])? == "complete")
        })?;
        let shown = elsewhere.browser.script("return document.body.innerText", &[])?;
        let shown = shown.as_str().context("no text")?;
        assert!(shown.len() > 200, "{query}: {shown}");
        for name in ["Example Organisation 01", "Example Organisation 02"] {
            assert_eq!(shown.contains(name), named == Some(name), "{query}, registered: {registered}: {name}");
        }
    }
    Ok(())
}
