//! "Where do you live?": each country has its own texts and table, fetched by those who live there; one program serves all.

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;
use testbench::server::Fault;
use testbench::visit::Visitor;
use testbench::webdriver::Engine;

use crate::privacy::STORED;
use crate::stage;

/// The answers, by their place in the question.
const STATES: usize = 0;
const KINGDOM: usize = 1;
const ELSEWHERE: usize = 4;

/// Answers "United Kingdom" and waits for the form.
fn in_the_kingdom(visitor: &Visitor<'_>) -> Result<()> {
    visitor.live_in(KINGDOM)?;
    visitor.browser.wait_for_visible("#action-1 #zip")
}

/// Goes from the postcode of the Palace of Westminster to the letter to its member, with every point.
fn to_the_letter(visitor: &Visitor<'_>) -> Result<()> {
    in_the_kingdom(visitor)?;
    visitor.find("sw1a 1aa")?;
    visitor.write()
}

/// Puts another letter into the field at once, as pasting does: WebKit's driver types no line ends.
fn rewrite(visitor: &Visitor<'_>, letter: &str) -> Result<()> {
    visitor.edit()?;
    let browser = &visitor.browser;
    browser.script(
        "const field = document.querySelector('#letter-body');
        field.value = arguments[0];
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));",
        &[letter.into()],
    )?;
    browser.wait_for("the letter", |browser| Ok(browser.value("#letter-body")? == letter))
}

#[test]
fn a_member_of_parliament_is_found_and_written_to_in_chromium() -> Result<()> {
    found_and_written_to(Engine::Chromium)
}

#[test]
fn a_member_of_parliament_is_found_and_written_to_in_firefox() -> Result<()> {
    found_and_written_to(Engine::Firefox)
}

#[test]
fn a_member_of_parliament_is_found_and_written_to_in_webkit() -> Result<()> {
    found_and_written_to(Engine::WebKit)
}

fn found_and_written_to(engine: Engine) -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, engine)?;
    let browser = &visitor.browser;
    visitor.open_embed("en")?;
    to_the_letter(&visitor)?;
    let letter = visitor.letter()?;
    for part in ["I live in Cities of London and Westminster", "ask the Foreign Secretary", "[your postal address]"] {
        ensure!(letter.contains(part), "no “{part}” in {letter}");
    }
    ensure!(!letter.contains("State Department"), "{letter}");
    ensure!(!browser.is_visible(".where")?, "the question of before stands above the letter");
    visitor.send()?;
    // As made from every point the letter is longer than a link may be: it is to be copied in its parts.
    assert_eq!(browser.count("[data-action='mail']")?, 0);
    ensure!(browser.is_visible("[data-action='copy']")?);
    browser.click(".mail summary")?;
    ensure!(browser.value("#letter-to")?.ends_with("@parliament.uk"));
    ensure!(browser.is_visible("[data-action='copy-to']")? && browser.is_visible("[data-action='save-mail']")?);
    visitor.press("back")?;
    visitor.wait_for_state("write")?;
    rewrite(&visitor, "please ask & answer. 100% + more. 請")?;
    visitor.send()?;
    let link = browser.attribute("[data-action='mail']", "href")?.context("a link for mail")?;
    ensure!(link.len() <= 1_600 && link.contains("%0D%0A"), "{link}");
    let link = url::Url::parse(&link)?;
    assert_eq!(link.path(), browser.value("#letter-to")?);
    let fields: Vec<_> = link.query_pairs().collect();
    let body = visitor.letter_to_send()?;
    ensure!(body.contains("\n\nplease ask & answer. 100% + more. 請\n"), "{body}");
    let expected = [
        ("subject".into(), browser.value("#letter-subject")?.into()),
        ("body".into(), body.replace('\n', "\r\n").into()),
    ];
    assert_eq!(fields, expected);
    assert_eq!(browser.count(".mail .services a")?, 4, "Gmail, Outlook, Yahoo, Proton");
    assert_eq!(browser.count("[data-action='done']")?, 0, "nothing was sent yet");
    // The driver has no e-mail program: the letter is copied instead.
    browser.click(".mail summary")?;
    crate::blockers::block(browser)?;
    ensure!(browser.is_visible(".mail .services a")?, "a blocker hides the mail services");
    browser.allow_clipboard().ok();
    visitor.press("copy-mail")?;
    visitor.press("done")?;
    visitor.wait_for_state("thanks")
}

#[test]
fn each_kind_of_postcode_leads_to_where_it_should() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_landing("en")?;
    in_the_kingdom(&visitor)?;
    for (typed, problem) in [
        ("", "Enter your full"),
        ("SW1A", "only the start"),
        ("05401", "This is a US ZIP code"),
        ("hello", "couldn’t find a UK postcode"),
    ] {
        visitor.submit_zip(typed)?;
        browser.wait_for("what is wrong", |browser| Ok(browser.text("[data-problem]")?.contains(problem)))?;
    }
    visitor.submit_zip("BT1 1AA")?;
    visitor.wait_for_state("choose")?;
    assert_eq!(browser.count("[data-choice]")?, 18, "the seats of Northern Ireland");
    browser.click("[data-choice]")?;
    visitor.wait_for_state("people")?;
    assert_eq!(browser.count("[data-person]")?, 1);
    for (typed, title) in [("JE2 3AB", "Nobody at Westminster"), ("BF1 2AT", "forces"), ("ZZ99 9ZZ", "couldn’t find")]
    {
        if browser.count("#zip")? == 0 {
            browser.click("[data-action='change'], [data-action='back']")?;
        }
        visitor.submit_zip(typed)?;
        visitor.wait_for_state("choose-state")?;
        let said = browser.text("#action-title")?;
        ensure!(said.contains(title), "{typed}: {said}");
    }
    browser.choose("#state", "W92000004")?;
    visitor.press("choose-state")?;
    visitor.wait_for_state("choose")?;
    assert_eq!(browser.count("[data-choice]")?, 32, "the seats of Wales");
    Ok(())
}

#[test]
fn each_country_is_fetched_by_those_who_live_there_and_says_nothing_of_their_place_in_chromium() -> Result<()> {
    fetched_by_those_who_live_there(Engine::Chromium)
}

#[test]
fn each_country_is_fetched_by_those_who_live_there_and_says_nothing_of_their_place_in_firefox() -> Result<()> {
    fetched_by_those_who_live_there(Engine::Firefox)
}

#[test]
fn each_country_is_fetched_by_those_who_live_there_and_says_nothing_of_their_place_in_webkit() -> Result<()> {
    fetched_by_those_who_live_there(Engine::WebKit)
}

fn fetched_by_those_who_live_there(engine: Engine) -> Result<()> {
    let asked = |postcode: Option<&str>| -> Result<Vec<String>> {
        let stage = stage()?;
        let visitor = Visitor::new(&stage, engine)?;
        visitor.open_landing("en")?;
        match postcode {
            Some(postcode) => {
                in_the_kingdom(&visitor)?;
                visitor.find(postcode)?;
                visitor.write()?;
            }
            None => visitor.find("05401")?,
        }
        let stored = visitor.browser.script_later(STORED, &[])?;
        ensure!(stored == Value::from(vec![0; 6]), "stored: {stored}");
        let requests = stage.site.requests().into_iter().map(|request| request.path);
        // Each engine asks for the picture in the tab when it likes.
        let mut paths: Vec<String> = requests.filter(|path| path != "/favicon.ico").collect();
        paths.sort();
        Ok(paths)
    };
    let of = |paths: &[String], what: &str| paths.iter().filter(|path| path.contains(what)).count();
    let states = asked(None)?;
    assert_eq!((of(&states, "/undersigned"), of(&states, "/data/uk"), of(&states, "/data/parts")), (2, 0, 1));
    assert_eq!(of(&states, "/data/words"), 1);
    let kingdom = asked(Some("SW1A 1AA"))?;
    assert_eq!((of(&kingdom, "/undersigned"), of(&kingdom, "/data/uk"), of(&kingdom, "/data/us")), (2, 1, 0));
    assert_eq!(
        (of(&kingdom, "/data/parts"), of(&kingdom, "/data/words")),
        (2, 2),
        "of the first answer and of the second"
    );
    assert_eq!(kingdom, asked(Some("LL55 4TU"))?, "two places ask for the same files");
    Ok(())
}

#[test]
fn a_postcode_of_another_country_leads_to_its_part() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_landing("en")?;
    // To a part whose program is still to come, back to one that is here, and there again.
    for (typed, way, name) in [
        ("10 Example Street, London SW1A 1AA", "[data-go='GB']", "Cities of London and Westminster"),
        ("12 Example St, Burlington, VT 05401", "[data-go='US']", "Vermont"),
        ("sw1a1aa", "[data-go='GB']", "Cities of London and Westminster"),
    ] {
        if browser.is_visible("[data-action='change']")? {
            visitor.press("change")?;
        }
        visitor.submit_zip(typed)?;
        browser.wait_for_visible(way)?;
        browser.click(way)?;
        browser.wait_for(name, |browser| {
            Ok(browser.is_visible("[data-state='people']")? && browser.text(".part:not([hidden])")?.contains(name))
        })?;
    }
    visitor.press("change")?;
    visitor.submit_zip("K1A 0B6")?;
    browser.wait_for_visible("[data-go='CA']")?;
    browser.click("[data-go='CA']")?;
    browser.wait_for_visible("#action-2 #state")?;
    visitor.live_in(STATES)?;
    visitor.submit_zip("100-0001")?;
    browser.wait_for_visible("[data-problem]")?;
    assert_eq!(browser.count("[data-go]")?, 0, "nobody knows whose it is");
    Ok(())
}

#[test]
fn what_was_begun_in_one_country_is_there_on_coming_back() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_landing("en")?;
    browser.type_into("#zip", "0540")?;
    in_the_kingdom(&visitor)?;
    browser.type_into("#zip", "SW1A")?;
    visitor.live_in(ELSEWHERE)?;
    browser.wait_for_visible("#action-4 .pass-on a")?;
    assert_eq!(browser.count("#zip")?, 0, "the parts of before are out of the document");
    visitor.live_in(STATES)?;
    browser.wait_for_visible("#action #zip")?;
    assert_eq!(browser.value("#zip")?, "0540");
    visitor.live_in(KINGDOM)?;
    browser.wait_for_visible("#action-1 #zip")?;
    assert_eq!(browser.value("#zip")?, "SW1A");
    Ok(())
}

#[test]
fn a_country_that_was_left_before_its_texts_came_works_on_coming_back() -> Result<()> {
    let stage = stage()?;
    stage.site.fail("/data/parts/cfhk-blinken-2023.en.us-congress-*", Fault::Held);
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open(&stage.open_campaign()?.landing("en"))?;
    in_the_kingdom(&visitor)?;
    stage.site.heal();
    let requests = || stage.site.requests();
    visitor.browser.wait_for("the texts of the country that was left", |_| {
        Ok(requests().iter().any(|request| request.path.contains(".en.us-congress-")))
    })?;
    visitor.live_in(STATES)?;
    visitor.find("05401")
}

#[test]
fn a_long_chinese_letter_is_copied_in_its_parts() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_landing("zh-Hant")?;
    to_the_letter(&visitor)?;
    rewrite(&visitor, &"請為政治犯發聲。".repeat(375))?;
    visitor.send()?;
    assert_eq!(browser.count(".mail .services a, [data-action='mail']")?, 0, "no link can carry it");
    browser.allow_clipboard()?;
    browser.click(".mail summary")?;
    for (action, copied) in [
        ("copy-to", browser.value("#letter-to")?),
        ("copy-subject", browser.value("#letter-subject")?),
        ("copy", visitor.letter_to_send()?),
    ] {
        visitor.press(action)?;
        browser.wait_for_visible(".done-note")?;
        browser.wait_for("the clipboard", |browser| Ok(browser.clipboard()? == copied))?;
    }
    Ok(())
}

#[test]
fn a_program_that_does_not_come_leaves_the_lists_and_the_letter() -> Result<()> {
    let path = "/data/parts/cfhk-blinken-2023.en.uk-commons-*";
    let stage = stage()?;
    stage.site.fail(path, Fault::Missing);
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_landing("en")?;
    visitor.live_in(KINGDOM)?;
    browser.wait_for_visible(".below-tier-3 a[href$='/en/uk/']").with_context(|| path.to_owned())?;
    ensure!(!browser.is_visible("#action-1")?, "{path}: the part that waits for ever still shows");
    Ok(())
}
