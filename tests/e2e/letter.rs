//! From a ZIP code to a letter in hand.

use anyhow::Result;
use xtask::visit::Visitor;
use xtask::webdriver::Engine;

use crate::stage;

#[test]
fn a_visitor_goes_from_a_zip_code_to_a_copied_letter() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.browser.allow_clipboard()?;
    visitor.open_landing("en")?;
    visitor.find("05401")?;
    meet_vermont(&visitor)?;
    visitor.write_to_first()?;
    let letter = visitor.browser.value("#letter-body")?;
    assert!(letter.contains("Vermont"), "the letter names the place: {letter}");
    assert!(!letter.contains("{{"), "a merge token is left: {letter}");
    visitor.copy_letter()?;
    visitor.browser.wait_for("the office's page in a new tab", |browser| Ok(browser.windows()? == 2))?;
    assert_eq!(visitor.browser.clipboard()?.replace("\r\n", "\n"), letter);
    visitor.press("done")?;
    visitor.wait_for_step("people")?;
    visitor.finish()
}

#[test]
fn the_same_works_inside_a_partners_frame() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.browser.allow_clipboard()?;
    visitor.open_partner()?;
    visitor.find("05401")?;
    meet_vermont(&visitor)?;
    visitor.write_to_first()?;
    let letter = visitor.browser.value("#letter-body")?;
    visitor.copy_letter()?;
    visitor.browser.leave_frames()?;
    assert_eq!(visitor.browser.clipboard()?.replace("\r\n", "\n"), letter);
    Ok(())
}

#[test]
fn words_of_ones_own_are_what_is_copied() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.browser.allow_clipboard()?;
    visitor.open_embed("en")?;
    visitor.find("05401")?;
    visitor.write_to_first()?;
    visitor.browser.type_into("#letter-body", "My own words, and 中文 too.")?;
    visitor.copy_letter()?;
    assert_eq!(visitor.browser.clipboard()?, "My own words, and 中文 too.");
    Ok(())
}

#[test]
fn a_call_has_a_script_and_a_number() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open_landing("en")?;
    visitor.find("05401")?;
    visitor.call_first()?;
    assert!(visitor.browser.is_visible("[data-step='call'] a[href^='tel:'][target='_blank']")?);
    visitor.press("done")?;
    visitor.wait_for_step("people")
}

fn meet_vermont(visitor: &Visitor<'_>) -> Result<()> {
    let people = visitor.people()?;
    assert_eq!(people.len(), 3, "{people:?}");
    for name in ["Welch", "Sanders", "Balint"] {
        assert!(people.iter().any(|card| card.contains(name)), "{name} is not among {people:?}");
    }
    Ok(())
}
