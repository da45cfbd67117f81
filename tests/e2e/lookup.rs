//! Every kind of ZIP code has its screen.

use anyhow::{Context as _, Result, ensure};
use testbench::visit::Visitor;
use testbench::webdriver::Engine;

use crate::stage;

#[test]
fn a_zip_code_in_several_districts_offers_them_all() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open_landing("en")?;
    visitor.submit_zip("49348")?;
    visitor.wait_for_state("choose")?;
    assert_eq!(visitor.browser.count("[data-choice]")?, 3);
    assert_eq!(visitor.people()?.len(), 2, "the senators are known already");
    visitor.browser.click("[data-choice='MI-3']")?;
    visitor.wait_for_state("people")?;
    assert_eq!(visitor.people()?.len(), 3);
    Ok(())
}

#[test]
fn a_zip_code_across_a_state_line_offers_both_states() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open_landing("en")?;
    visitor.submit_zip("02861")?;
    visitor.wait_for_state("choose")?;
    let choices = visitor.browser.texts("[data-choice]")?;
    assert_eq!(visitor.people()?.len(), 0, "nobody represents both states");
    for state in ["Massachusetts", "Rhode Island"] {
        assert!(choices.iter().any(|choice| choice.contains(state)), "{state} is not among {choices:?}");
    }
    Ok(())
}

#[test]
fn the_district_of_columbia_has_a_delegate_and_no_senators() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open_landing("en")?;
    visitor.find("20001")?;
    let people = visitor.people()?;
    assert_eq!(people.len(), 1, "{people:?}");
    assert!(people.iter().all(|person| person.contains("Delegate")), "{people:?}");
    assert!(visitor.browser.text(".note")?.contains("No senators represent District of Columbia"));
    Ok(())
}

#[test]
fn a_military_and_an_unknown_zip_code_ask_for_the_state() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    for (zip, said) in [("09001", "military address"), ("00000", "We couldn’t find 00000")] {
        visitor.open_landing("en")?;
        visitor.submit_zip(zip)?;
        visitor.wait_for_state("choose-state")?;
        assert!(visitor.browser.text("#action-title")?.contains(said), "{zip}");
        visitor.browser.choose("#state", "VT")?;
        visitor.press("choose-state")?;
        visitor.wait_for_state("people")?;
    }
    Ok(())
}

#[test]
fn a_vacant_seat_is_said_with_its_day_and_leaves_the_senators() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open_landing("zh-Hant")?;
    visitor.choose_state("CA")?;
    visitor.wait_for_state("choose")?;
    visitor.browser.click("[data-choice='CA-14']")?;
    visitor.wait_for_state("people")?;
    assert_eq!(visitor.people()?.len(), 2);
    assert!(visitor.browser.text(".note")?.contains("2026年6月15日"));
    Ok(())
}

#[test]
fn a_state_alone_is_enough() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open_landing("en")?;
    visitor.choose_state("VT")?;
    visitor.wait_for_state("people")?;
    assert_eq!(visitor.people()?.len(), 3);
    Ok(())
}

#[test]
fn what_is_no_zip_code_is_said_beside_the_field() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open_landing("en")?;
    for (typed, said) in [
        ("", "Enter your ZIP code"),
        ("123", "You entered 3"),
        ("abcde", "couldn’t find a ZIP code"),
        ("123456", "You entered 6"),
        ("SW1A 1AA", "a UK postcode"),
    ] {
        visitor.submit_zip(typed)?;
        visitor.browser.wait_for(said, |browser| {
            Ok(browser.is_visible("[data-problem]")? && browser.text("[data-problem]")?.contains(said))
        })?;
        let focused = visitor.browser.script("return document.activeElement.id", &[])?;
        assert_eq!(focused, "zip", "{typed}: the cursor is where the repair is made");
    }
    visitor.find(" 05401-1234 ")
}

#[test]
fn a_long_list_of_districts_is_narrowed_by_whatever_people_type() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_landing("en")?;
    visitor.choose_state("CA")?;
    visitor.wait_for_state("choose")?;
    let everything: Vec<String> = (1..=52).map(|number| format!("CA-{number}")).collect();
    let listed = || -> Result<Vec<String>> {
        let codes = "return [...document.querySelectorAll('[data-choice]')].map(choice => choice.dataset.choice)";
        Ok(serde_json::from_value(browser.script(codes, &[])?)?)
    };
    ensure!(listed()? == everything);
    let pelosi = ["CA-11"].as_slice();
    let sanchez = ["CA-38"].as_slice();
    let barragan = ["CA-44"].as_slice();
    for (typed, seats) in [
        ("CA-12", ["CA-12"].as_slice()),
        ("ca 12", &["CA-12"]),
        ("ca12", &["CA-12"]),
        ("district 52", &["CA-52"]),
        ("52", &["CA-52"]),
        ("pelosi", pelosi),
        ("PELOSI nancy", pelosi),
        ("  Nancy   pel ", pelosi),
        ("sanchez", sanchez),
        ("SÁNCHEZ", sanchez),
        ("Linda Sánchez", sanchez),
        ("linda t sanchez", sanchez),
        ("Linda T. Sa\u{301}nchez", sanchez),
        ("Sanchez, Linda", sanchez),
        ("barragan", barragan),
        ("BARRAGÁN", barragan),
        ("Barragàn", barragan),
        // Towns in which somebody has an office.
        ("oakland", &["CA-12"]),
        ("Oakland, CA", &["CA-12"]),
        ("palm desert", &["CA-25", "CA-41"]),
        ("zzz", &[]),
        ("???", &[]),
        ("請", &[]),
        ("ééé", &[]),
        ("sanchez pelosi", &[]),
        ("🙂", &[]),
    ] {
        browser.type_into("#seat-filter", typed)?;
        browser.wait_for(typed, |_| Ok(listed()? == seats)).with_context(|| format!("{typed:?}: {:?}", listed()))?;
        let said = browser.text(".split [role='status']")?;
        ensure!(said.contains("No district matches. Try a shorter word") == seats.is_empty(), "{typed:?}: {said}");
        ensure!(browser.is_visible("[data-action='change']")?, "no way back");
    }
    browser.type_into("#seat-filter", "a")?;
    browser.keys("\u{e003}")?;
    browser.wait_for("the whole list", |_| Ok(listed()? == everything))?;
    assert_eq!(browser.text(".split [role='status']")?, "");
    // The way back is above the list, and leads to an empty field the next time.
    let above = "return document.querySelector('[data-action=change]').getBoundingClientRect().bottom \
        <= document.querySelector('#seat-filter').getBoundingClientRect().top";
    assert_eq!(browser.script(above, &[])?, true);
    browser.type_into("#seat-filter", "pelosi")?;
    visitor.press("change")?;
    visitor.wait_for_state("place")?;
    visitor.choose_state("CA")?;
    visitor.wait_for_state("choose")?;
    ensure!(listed()? == everything && browser.value("#seat-filter")?.is_empty());
    Ok(())
}

#[test]
fn a_long_list_of_constituencies_is_narrowed_without_the_letters_of_its_language() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    visitor.open_landing("en")?;
    for (region, cases) in [
        (
            "W92000004",
            &[("ynys mon", "Ynys Môn"), ("YNYS MÔN", "Ynys Môn"), ("glyndwr", "Glyndŵr"), ("Glyndŵr", "Glyndŵr")][..],
        ),
        ("E12000008", &[("sian berry", "Siân Berry"), ("zoe", "Zöe Franklin"), ("Zoë", "Zöe Franklin")]),
        ("N92000002", &[("orfhlaith", "Órfhlaith"), ("ÓRFHLAITH", "Órfhlaith"), ("daire", "Dáire")]),
    ] {
        visitor.live_in(1)?;
        browser.wait_for_visible("#action-1 #zip")?;
        visitor.choose_state(region)?;
        visitor.wait_for_state("choose")?;
        for (typed, found) in cases {
            browser.type_into("#seat-filter", typed)?;
            browser.wait_for(typed, |browser| Ok(browser.count("[data-choice]")? == 1))?;
            ensure!(browser.text("[data-choice]")?.contains(found), "{typed}: {}", browser.text("[data-choice]")?);
        }
        visitor.press("change")?;
        visitor.wait_for_state("place")?;
    }
    Ok(())
}
