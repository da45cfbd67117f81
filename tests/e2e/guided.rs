//! A letter from the supporter's own words to every way it can leave the page.

use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use serde_json::json;
use testbench::visit::Visitor;
use testbench::webdriver::{Browser, Engine};

use crate::stage;
use crate::tasks::place::Place;

const OWN: &str = "My aunt in Kowloon taught me to read. 我不會忘記她。";

/// Goes from the postcode to the letter, with own words, a name and two points in the reverse order.
fn guided(visitor: &Visitor<'_>, postcode: &str) -> Result<()> {
    let browser = &visitor.browser;
    browser.wait_for_visible(".part:not([hidden]) #zip")?;
    visitor.find(postcode)?;
    visitor.press("write")?;
    visitor.wait_for_state("write")?;
    browser.type_into("#answer-0", OWN)?;
    browser.type_into("#name", "A. Supporter")?;
    browser.type_into("#address", "1 Example Street, Burlington")?;
    browser.click("[data-point='3']")?;
    browser.click("[data-point='1']")
}

#[test]
fn own_words_come_first_and_points_in_the_chosen_order() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open_landing("en")?;
    guided(&visitor, "05401")?;
    let letter = visitor.letter()?;
    let places = [OWN, "I live in Vermont", "These matters", "A sentence falls", "Jimmy Lai owned", "A. Supporter"]
        .map(|part| letter.find(part));
    ensure!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in {letter}");
    ensure!(!letter.contains('[') && !letter.contains("47 pro-democracy"), "{letter}");
    ensure!(visitor.browser.text(".screen")?.contains("your own words open the letter"));
    visitor.send()?;
    let all = visitor.browser.script("return document.querySelectorAll('#letter-body').length", &[])?;
    ensure!(all == 1, "one card is open");
    Ok(())
}

#[test]
fn an_edit_holds_for_everybody_and_is_asked_about_before_it_goes() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_landing("en")?;
    guided(&visitor, "05401")?;
    visitor.edit()?;
    let body = browser.value("#letter-body")?.replace("Please press", "Edited by hand. 手改。 Please press");
    browser.script(
        "const field = document.querySelector('#letter-body');
        field.value = arguments[0];
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));",
        &[body.as_str().into()],
    )?;
    visitor.press("back")?;
    visitor.wait_for_state("people")?;
    browser.click("[data-person]:last-child [data-action='tick']")?;
    browser.click("[data-person]:last-child [data-action='tick']")?;
    visitor.press("write")?;
    visitor.wait_for_state("write")?;
    browser.click("[data-point='0']")?;
    for part in ["Edited by hand. 手改。", "47 pro-democracy", OWN] {
        ensure!(visitor.letter()?.contains(part), "{part} is not in {}", visitor.letter()?);
    }
    visitor.send()?;
    for card in 1..=3 {
        if card > 1 {
            browser.click(&format!("[data-person]:nth-child({card}) [data-action='open']"))?;
        }
        let letter = browser.value(&format!("[data-person]:nth-child({card}) #letter-body"))?;
        ensure!(letter.contains("Edited by hand. 手改。") && letter.contains(OWN), "{letter}");
    }
    visitor.press("back")?;
    visitor.wait_for_state("write")?;
    visitor.press("reset")?;
    browser.wait_for_visible(".asking")?;
    visitor.press("keep")?;
    ensure!(visitor.letter()?.contains("Edited by hand."), "what was kept is gone");
    visitor.press("reset")?;
    visitor.press("lose")?;
    browser.wait_for("the edit to go", |_| Ok(!visitor.letter()?.contains("Edited by hand.")))?;
    ensure!(visitor.letter()?.contains(OWN), "own words were lost");
    Ok(())
}

#[test]
fn a_letter_for_one_alone_changes_no_other() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_landing("en")?;
    guided(&visitor, "05401")?;
    browser.click(".alone summary")?;
    browser.click(".alone li:last-child [data-action='own']")?;
    visitor.wait_for_state("own")?;
    ensure!(browser.text("#action-title")?.contains("Balint"));
    browser.type_into("#letter-body", "For you alone.")?;
    visitor.press("close")?;
    visitor.wait_for_state("write")?;
    visitor.send()?;
    ensure!(visitor.letter_to_send()?.contains(OWN));
    browser.click("[data-person]:last-child [data-action='open']")?;
    browser.wait_for("the letter alone", |_| Ok(visitor.letter_to_send()? == "For you alone."))
}

#[test]
fn back_goes_one_step_back_and_no_letter_is_lost_in_chromium() -> Result<()> {
    back_and_forth(Engine::Chromium)
}

#[test]
fn back_goes_one_step_back_and_no_letter_is_lost_in_firefox() -> Result<()> {
    back_and_forth(Engine::Firefox)
}

#[test]
fn back_goes_one_step_back_and_no_letter_is_lost_in_webkit() -> Result<()> {
    back_and_forth(Engine::WebKit)
}

/// Address and title. WebKit keeps entries of a frame that is loaded lazily only behind a fragment, the same for everybody.
const ADDRESS: &str = "return [location.href.replace(/#-$/, ''), document.title]";

fn back_and_forth(engine: Engine) -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, engine)?;
    let browser = &visitor.browser;
    let go = |by: i64| browser.script("history.go(arguments[0])", &[by.into()]);
    let neutral = stage.partner.origin_by_number() + "/stranger/";
    for place in Place::ALL {
        browser.leave_frames()?;
        browser.open(&neutral)?;
        place.open(&visitor)?;
        let before = browser.script(ADDRESS, &[])?;
        visitor.find("05401")?;
        visitor.press("write")?;
        visitor.wait_for_state("write")?;
        browser.type_into("#answer-0", "Mine.")?;
        visitor.send()?;
        for (by, state, entry) in
            [(-1, "write", 1), (-1, "people", 0), (1, "write", 1), (1, "send", 2), (-2, "people", 0)]
        {
            go(by)?;
            visitor.wait_for_state(state).with_context(|| format!("{place:?}: {by} to {state}"))?;
            let kept = browser.script("return history.state || 0", &[])?;
            ensure!(kept == entry, "{place:?}, {state}: the entry holds {kept}");
            let now = browser.script(ADDRESS, &[])?;
            ensure!(now == before, "{place:?}: {before} became {now}");
        }
        visitor.press("write")?;
        visitor.wait_for_state("write")?;
        ensure!(visitor.letter()?.contains("Mine."), "{place:?}: {}", visitor.letter()?);
        visitor.press("back")?;
        visitor.wait_for_state("people")?;
        browser.wait_for("the first entry", |browser| Ok(browser.script("return history.state || 0", &[])? == 0))?;
        // After the first screen, Back leaves as usual. The entries that WebKit needs in a lazy frame come before.
        let extra = if (engine, place) == (Engine::WebKit, Place::Embed) { 2 } else { 0 };
        browser.leave_frames()?;
        browser.script("setTimeout(by => history.go(by), 0, arguments[0])", &[(-1 - extra).into()])?;
        browser
            .wait_for("the page before", |browser| Ok(browser.address()? == neutral))
            .with_context(|| format!("{place:?}: {engine:?}"))?;
    }
    Ok(())
}

#[test]
fn another_language_is_asked_about_while_a_letter_is_in_the_making() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_landing("en")?;
    guided(&visitor, "05401")?;
    let before = browser.address()?;
    let prevented = "var leaving = new Event('beforeunload', { cancelable: true }); dispatchEvent(leaving);
        return leaving.defaultPrevented";
    assert_eq!(browser.script(prevented, &[])?, true);
    follow(browser, "zh-Hant-HK")?;
    browser.wait_for_visible("#draft")?;
    browser.click("#draft-stay")?;
    ensure!(!browser.is_visible("#draft")? && browser.address()? == before);
    ensure!(visitor.letter()?.contains(OWN));
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
fn everything_that_was_written_can_be_kept_in_one_file() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_landing("en")?;
    guided(&visitor, "05401")?;
    visitor.send()?;
    let link = "[data-action='save']";
    let title = &stage.open_campaign()?.title;
    assert_eq!(browser.attribute(link, "download")?, Some(format!("{title}.txt")));
    let address = browser.attribute(link, "href")?.context("an address")?;
    let url = url::Url::parse(&address)?;
    let (_, text) = url.path().split_once(',').context("a data address")?;
    let text = percent_encoding::percent_decode_str(text).decode_utf8()?.into_owned();
    for card in 1..=3 {
        if card > 1 {
            browser.click(&format!("[data-person]:nth-child({card}) [data-action='open']"))?;
        }
        let letter = browser.value(&format!("[data-person]:nth-child({card}) #letter-body"))?;
        ensure!(text.contains(&letter.replace('\n', "\r\n")), "{letter} is not in {text}");
    }
    Ok(())
}

/// What would be on the paper, with one space between words.
fn printed(browser: &Browser) -> Result<String> {
    let pdf = browser.devtools("Page.printToPDF", json!({}))?;
    let pdf = base64::engine::general_purpose::STANDARD
        .decode(pdf.get("data").and_then(serde_json::Value::as_str).context("a PDF")?)?;
    let file = std::env::temp_dir().join(format!("undersigned-letter-{}.pdf", std::process::id()));
    std::fs::write(&file, pdf)?;
    let read = Command::new("pdftotext").args(["-layout".as_ref(), file.as_os_str(), "-".as_ref()]).output();
    std::fs::remove_file(&file)?;
    let text = String::from_utf8(read.context("pdftotext of poppler-utils")?.stdout)?;
    Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// What belongs to the action, and to no paper.
const CONTROLS: [&str; 7] =
    ["Print and post", "Copy letter", "Open in my email", "Save all", "Find Write Send", "Where do you live", "Back"];

#[test]
fn a_letter_on_paper_has_both_addresses_and_nothing_of_the_page() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    for (place, postcode, address) in [
        (0, "05401", "Senate Office Building Washington, DC 20510"),
        (1, "SW1A 1AA", "House of Commons London SW1A 0AA"),
    ] {
        visitor.open_landing("en")?;
        visitor.live_in(place)?;
        guided(&visitor, postcode)?;
        visitor.send()?;
        browser.click(".on-paper summary")?;
        browser.script("document.documentElement.dataset.print = 'letter'", &[])?;
        let paper = printed(browser)?;
        for part in [
            "A. Supporter 1 Example Street Burlington",
            address,
            "My aunt in Kowloon",
            "我不會忘記她",
            "Sincerely, A. Supporter",
        ] {
            ensure!(paper.contains(part), "{postcode}: {part} is not on the paper: {paper}");
        }
        for part in ["Who signed", "By post", "Raise political prisoners with Beijing In"].iter().chain(&CONTROLS) {
            ensure!(!paper.contains(part), "{postcode}: {part} is on the paper: {paper}");
        }
    }
    Ok(())
}

#[test]
fn the_page_on_paper_is_the_statement_wherever_somebody_is_in_the_action() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    let open = stage.open_campaign()?;
    for page in [open.landing("en"), open.embed("en")] {
        for (place, postcode) in [(0, None), (0, Some("05401")), (1, Some("SW1A 1AA")), (4, None)] {
            visitor.open(&page)?;
            visitor.wait_until_ready()?;
            visitor.live_in(place)?;
            match postcode {
                Some(postcode) => guided(&visitor, postcode)?,
                None => browser.wait_for_visible(".part:not([hidden]) h2")?,
            }
            let paper = printed(browser)?;
            for part in [&*open.title, "Every political prisoner represents", "Who signed", "53 more organisations"] {
                ensure!(paper.contains(part), "{page}, {postcode:?}: {part} is not on the paper: {paper}");
            }
            let mine = ["My aunt", "A. Supporter", "ZIP code", "You can help from"];
            for part in mine.iter().chain(&CONTROLS) {
                let is_there = paper.replace("ZIP codes and districts", "").contains(part);
                ensure!(!is_there, "{page}, {postcode:?}: {part} is on the paper: {paper}");
            }
        }
    }
    Ok(())
}

#[test]
fn a_call_is_noted_as_it_went_and_a_busy_line_stays_to_do() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_landing("en")?;
    visitor.find("05401")?;
    visitor.call_first()?;
    let call = browser.text(".call")?;
    ensure!([" in Washington: "].iter().any(|part| call.contains(part)), "the time at the office is not told: {call}");
    for (outcome, tag) in [("busy", "Line was busy"), ("voicemail", "Message left"), ("reached", "Called")] {
        visitor.press(outcome)?;
        browser.wait_for(tag, |browser| Ok(browser.text("[data-person] .tag")? == tag))?;
        browser.wait_for("the way to finish", |browser| {
            Ok(browser.is_visible("[data-action='finish']")? == (outcome != "busy"))
        })?;
    }
    Ok(())
}

/// Follows the link to a language, which the way out may lie over when the page is scrolled.
fn follow(browser: &Browser, language: &str) -> Result<()> {
    browser.script("document.querySelector(`a[hreflang='${arguments[0]}']`).click()", &[language.into()]).map(drop)
}
