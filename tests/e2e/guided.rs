//! A letter from the supporter's own words to every way it can leave the page.

use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use serde_json::json;
use xtask::visit::Visitor;
use xtask::webdriver::{Browser, Engine};

use crate::stage;

const OWN: &str = "My aunt in Kowloon taught me to read. 我不會忘記她。";

/// Goes from the ZIP code to the first letter, with own words, a name and two points in the reverse order.
fn guided(visitor: &Visitor<'_>) -> Result<()> {
    let browser = &visitor.browser;
    visitor.find("05401")?;
    browser.click("[data-person] [data-action='write']")?;
    visitor.wait_for_step("words")?;
    browser.type_into("#answer-0", OWN)?;
    browser.type_into("#signature", "A. Supporter\n1 Example Street, Burlington")?;
    visitor.press("next")?;
    visitor.wait_for_step("points")?;
    browser.click("[data-point='3']")?;
    browser.click("[data-point='1']")?;
    assert_eq!(browser.texts(".order")?, ["", "2", "", "1", ""]);
    visitor.press("next")?;
    visitor.wait_for_step("write")
}

#[test]
fn own_words_come_first_and_points_in_the_chosen_order() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open_landing("en")?;
    guided(&visitor)?;
    let letter = visitor.browser.value("#letter-body")?;
    let places = [OWN, "I live in Vermont", "These matters", "A sentence falls", "Jimmy Lai owned", "A. Supporter"]
        .map(|part| letter.find(part));
    ensure!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in {letter}");
    ensure!(!letter.contains('[') && !letter.contains("47 pro-democracy"), "{letter}");
    let share = visitor.browser.attribute("meter", "value")?.context("a gauge")?;
    ensure!((3..30).contains(&share.parse::<u32>()?), "{share}");
    // The guide serves the next letter, too.
    visitor.press("back")?;
    visitor
        .browser
        .click("[data-person='B001318'] [data-action='write'], [data-person]:last-child [data-action='write']")?;
    visitor.wait_for_step("write")?;
    let other = visitor.browser.value("#letter-body")?;
    ensure!(other.contains(OWN) && other.starts_with("Dear Representative"), "{other}");
    Ok(())
}

#[test]
fn edits_survive_every_step_and_are_asked_for_before_they_go() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_landing("en")?;
    guided(&visitor)?;
    browser.type_into("#letter-body", "Edited by hand. 手改。")?;
    visitor.press("next")?;
    visitor.wait_for_step("send")?;
    visitor.press("back")?;
    visitor.wait_for_step("write")?;
    visitor.press("back")?;
    visitor.write_to_first()?;
    assert_eq!(browser.value("#letter-body")?, "Edited by hand. 手改。");
    ensure!(!browser.is_visible("[data-action='points']")?, "the points would overwrite the edits unasked");
    browser.click(".anew summary")?;
    visitor.press("points-anew")?;
    visitor.wait_for_step("points")?;
    visitor.press("next")?;
    visitor.wait_for_step("write")?;
    ensure!(browser.value("#letter-body")?.contains(OWN), "own words were lost");
    Ok(())
}

#[test]
fn another_language_is_asked_about_while_a_letter_is_in_the_making() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_landing("en")?;
    guided(&visitor)?;
    let before = browser.address()?;
    let prevented = "var leaving = new Event('beforeunload', { cancelable: true }); dispatchEvent(leaving);
        return leaving.defaultPrevented";
    assert_eq!(browser.script(prevented, &[])?, true);
    follow(browser, "zh-Hant-HK")?;
    browser.wait_for_visible("#draft")?;
    browser.click("#draft-stay")?;
    ensure!(!browser.is_visible("#draft")? && browser.address()? == before);
    ensure!(browser.value("#letter-body")?.contains(OWN));
    follow(browser, "zh-Hant-HK")?;
    browser.wait_for_visible("#draft")?;
    browser.click("#draft-go")?;
    browser.wait_for("the other language", |browser| Ok(browser.address()?.contains("/zh-Hant/")))?;
    visitor.wait_until_ready()?;
    assert_eq!(browser.script(prevented, &[])?, false, "nothing was written yet");
    follow(browser, "en-GB")?;
    browser.wait_for("no question", |browser| Ok(browser.address()?.contains("/en/")))
}

#[test]
fn a_saved_letter_is_the_letter() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_landing("en")?;
    guided(&visitor)?;
    let (subject, letter) = (browser.value("#letter-subject")?, browser.value("#letter-body")?);
    visitor.press("next")?;
    visitor.wait_for_step("send")?;
    let link = "[data-action='save']";
    assert_eq!(browser.attribute(link, "download")?.as_deref(), Some("letter.txt"));
    let address = browser.attribute(link, "href")?.context("an address")?;
    let url = url::Url::parse(&address)?;
    let (_, text) = url.path().split_once(',').context("a data address")?;
    let text = percent_encoding::percent_decode_str(text).decode_utf8()?.into_owned();
    assert_eq!(text, [&subject, "\r\n\r\n", &letter.replace('\n', "\r\n")].concat());
    Ok(())
}

#[test]
fn a_letter_on_paper_bears_both_addresses_and_nothing_of_the_page() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_landing("en")?;
    guided(&visitor)?;
    visitor.press("next")?;
    visitor.wait_for_step("send")?;
    browser.click(".on-paper summary")?;
    browser.type_into("#return-address", "R. Sender\n2 Return Road")?;
    browser.script("document.documentElement.dataset.print = 'letter'", &[])?;
    let pdf = browser.devtools("Page.printToPDF", json!({}))?;
    let pdf = base64::engine::general_purpose::STANDARD.decode(pdf["data"].as_str().context("a PDF")?)?;
    let file = std::env::temp_dir().join(format!("undersigned-letter-{}.pdf", std::process::id()));
    std::fs::write(&file, pdf)?;
    let read = Command::new("pdftotext").args(["-layout".as_ref(), file.as_os_str(), "-".as_ref()]).output();
    std::fs::remove_file(&file)?;
    let text = String::from_utf8(read.context("pdftotext of poppler-utils")?.stdout)?;
    let flowing = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "R. Sender",
        "2 Return Road",
        "Senator",
        "Washington",
        "My aunt in Kowloon",
        "我不會忘記她",
        "Sincerely,",
        "A. Supporter",
    ] {
        ensure!(flowing.contains(part), "{part} is not on the paper: {text}");
    }
    for part in
        ["Who signed", "Send it by post", "By post", "I have sent it", "Raise political prisoners with Beijing In"]
    {
        ensure!(!flowing.contains(part), "{part} is on the paper: {text}");
    }
    Ok(())
}

#[test]
fn a_supporter_with_only_a_keyboard_finishes_three_people() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    browser.allow_clipboard()?;
    visitor.open_landing("en")?;
    tab_to(browser, "#zip")?;
    keys(browser, "05401")?;
    key(browser, "Enter")?;
    visitor.wait_for_step("people")?;
    for person in 0..3 {
        let card = format!("[data-person]:nth-child({}) [data-action='write']", person + 1);
        tab_to(browser, &card)?;
        key(browser, "Enter")?;
        if person == 0 {
            visitor.wait_for_step("words")?;
            tab_to(browser, "#answer-0")?;
            keys(browser, "It matters to me.")?;
            tab_to(browser, "[data-action='next']")?;
            key(browser, "Enter")?;
            visitor.wait_for_step("points")?;
            tab_to(browser, "[data-point='0']")?;
            key(browser, " ")?;
            tab_to(browser, "[data-action='next']")?;
            key(browser, "Enter")?;
        }
        visitor.wait_for_step("write")?;
        tab_to(browser, "[data-action='next']")?;
        key(browser, "Enter")?;
        visitor.wait_for_step("send")?;
        tab_to(browser, "[data-action='copy-subject']")?;
        key(browser, "Enter")?;
        browser.wait_for_visible(".done-note")?;
        tab_to(browser, "[data-action='done']")?;
        key(browser, "Enter")?;
        visitor.wait_for_step(if person == 2 { "thanks" } else { "people" })?;
    }
    let summary = browser.text("#summary")?;
    assert_eq!(summary.matches("Written").count(), 3, "{summary}");
    Ok(())
}

#[test]
fn a_call_is_noted_as_it_went_and_a_busy_line_stays_to_do() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_landing("en")?;
    visitor.find("05401")?;
    for (outcome, tag) in [("busy", "Line was busy"), ("voicemail", "Message left"), ("done", "Called")] {
        visitor.call_first()?;
        ensure!(browser.text("[data-step='call']")?.contains(" there: "), "the time at the office is not told");
        visitor.press(outcome)?;
        visitor.wait_for_step("people")?;
        assert_eq!(browser.text("[data-person] .tag")?, tag);
        assert_eq!(browser.is_visible("[data-action='finish']")?, outcome != "busy", "{outcome}");
    }
    Ok(())
}

/// Follows the link to a language, which the way out may lie over when the page is scrolled.
fn follow(browser: &Browser, language: &str) -> Result<()> {
    browser.script("document.querySelector(`a[hreflang='${arguments[0]}']`).click()", &[language.into()]).map(drop)
}

/// Presses Tab until the element has the focus.
fn tab_to(browser: &Browser, css: &str) -> Result<()> {
    for _ in 0..120 {
        let at = browser.script("return document.activeElement.matches(arguments[0])", &[css.into()])?;
        if at == true {
            return Ok(());
        }
        key(browser, "Tab")?;
    }
    anyhow::bail!("{css} cannot be reached with the Tab key")
}

fn keys(browser: &Browser, text: &str) -> Result<()> {
    browser.devtools("Input.insertText", json!({ "text": text })).map(drop)
}

fn key(browser: &Browser, key: &str) -> Result<()> {
    let (code, text) = match key {
        "Tab" => (9, ""),
        "Enter" => (13, "\r"),
        _ => (32, " "),
    };
    for kind in ["keyDown", "keyUp"] {
        let event = json!({ "type": kind, "key": key, "windowsVirtualKeyCode": code, "text": if kind == "keyDown" { text } else { "" } });
        browser.devtools("Input.dispatchKeyEvent", event)?;
    }
    Ok(())
}
