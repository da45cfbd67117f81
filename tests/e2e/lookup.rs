//! Every kind of ZIP code has its screen, and a missing table is not the end.

use anyhow::Result;
use xtask::server::Fault;
use xtask::visit::Visitor;
use xtask::webdriver::Engine;

use crate::stage;

#[test]
fn a_zip_code_in_several_districts_offers_them_all() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open_landing("en")?;
    visitor.submit_zip("49348")?;
    visitor.wait_for_step("choose")?;
    assert_eq!(visitor.browser.count("[data-choice]")?, 3);
    visitor.browser.click("[data-choice='MI3']")?;
    visitor.wait_for_step("people")?;
    assert_eq!(visitor.people()?.len(), 3);
    Ok(())
}

#[test]
fn a_zip_code_across_a_state_line_offers_both_states() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open_landing("en")?;
    visitor.submit_zip("02861")?;
    visitor.wait_for_step("choose")?;
    let choices = visitor.browser.texts("[data-choice]")?;
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
    Ok(())
}

#[test]
fn a_state_alone_is_enough() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open_landing("en")?;
    visitor.choose_state("VT")?;
    visitor.wait_for_step("people")?;
    assert_eq!(visitor.people()?.len(), 3);
    Ok(())
}

#[test]
fn what_is_no_zip_code_is_said_beside_the_field() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open_landing("en")?;
    for typed in ["", "123", "abcde", "123456"] {
        visitor.submit_zip(typed)?;
        visitor.browser.wait_for_visible("[data-step='find'] [data-problem]")?;
    }
    visitor.find(" 05401-1234 ")
}

#[test]
fn without_the_table_the_page_says_so_and_the_letter_stays() -> Result<()> {
    for fault in [Fault::Missing, Fault::Truncated, Fault::Corrupt] {
        let stage = stage()?;
        stage.site.fail("/data/*", fault);
        let visitor = Visitor::new(&stage, Engine::Chromium)?;
        visitor.open_landing("en")?;
        visitor.submit_zip("05401")?;
        visitor.wait_for_step("unavailable")?;
        assert!(!visitor.browser.text("[data-problem]")?.is_empty(), "{fault:?}");
        assert!(!visitor.browser.value("#letter-body")?.is_empty(), "{fault:?}: the letter is gone");
    }
    Ok(())
}
