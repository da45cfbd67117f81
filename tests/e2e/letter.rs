//! From a ZIP code to a letter in hand.

use anyhow::{Result, ensure};
use testbench::visit::Visitor;
use testbench::webdriver::Engine;

use crate::stage;

#[test]
fn a_visitor_goes_from_a_zip_code_to_a_copied_letter() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.browser.allow_clipboard()?;
    visitor.open_landing("en")?;
    visitor.find("05401")?;
    meet_vermont(&visitor)?;
    visitor.write()?;
    ensure!(visitor.letter()?.contains("Vermont"), "the letter names the place: {}", visitor.letter()?);
    visitor.send()?;
    let letter = visitor.letter_to_send()?;
    ensure!(!letter.contains("{{"), "a merge token is left: {letter}");
    visitor.copy_letter()?;
    visitor.browser.wait_for("the office's page in a new tab", |browser| Ok(browser.windows()? == 2))?;
    assert_eq!(visitor.browser.clipboard()?.replace("\r\n", "\n"), letter);
    visitor.press("done")?;
    visitor.browser.wait_for_visible(".sender.is-done")?;
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
    visitor.write()?;
    visitor.send()?;
    let letter = visitor.letter_to_send()?;
    visitor.copy_letter()?;
    visitor.browser.leave_frames()?;
    assert_eq!(visitor.browser.clipboard()?.replace("\r\n", "\n"), letter);
    Ok(())
}

#[test]
fn words_of_ones_own_are_what_is_copied_for_everybody() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    browser.allow_clipboard()?;
    visitor.open_embed("en")?;
    visitor.find("05401")?;
    visitor.write()?;
    visitor.edit()?;
    browser.type_into("#letter-body", "My own words, and 中文 too.")?;
    visitor.send()?;
    for salutation in ["Dear Senator Sanders,", "Dear Senator Welch,", "Dear Representative Balint,"] {
        visitor.copy_letter()?;
        let copied = browser.clipboard()?.replace("\r\n", "\n");
        let expected = [salutation, "\n\nMy own words, and 中文 too.\n[your name]\n[your postal address]\n"].concat();
        assert_eq!(copied, expected);
        browser.close_other_windows()?;
        visitor.press("done")?;
    }
    visitor.wait_for_state("thanks")
}

#[test]
fn a_call_has_a_script_and_a_number() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open_landing("en")?;
    visitor.find("05401")?;
    visitor.call_first()?;
    ensure!(visitor.browser.is_visible(".call a[href^='tel:'][target='_blank']")?);
    visitor.press("reached")?;
    visitor.browser.wait_for("the call to be noted", |browser| Ok(browser.text("[data-person] .tag")? == "Called"))
}

fn meet_vermont(visitor: &Visitor<'_>) -> Result<()> {
    let people = visitor.people()?;
    assert_eq!(people.len(), 3, "{people:?}");
    for name in ["Welch", "Sanders", "Balint"] {
        ensure!(people.iter().any(|card| card.contains(name)), "{name} is not among {people:?}");
    }
    Ok(())
}
