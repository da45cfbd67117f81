//! Days after which a term has ended or lines have changed, with the clock of a real browser set to them: nobody is offered
//! as holding a seat that they no longer hold.

use anyhow::{Result, ensure};
use testbench::server::Fault;
use testbench::visit::Visitor;
use testbench::webdriver::Engine;

use crate::stage;

/// Where a program asks which day it is, in its glue.
const CLOCK: &str = "return new Date}";

/// Before the terms end, just after, and half a year later: noon in UTC, so the day is the same in most time zones.
const DAYS: [(&str, &str); 3] = [
    ("2027-01-02", "return new Date(17988912e5)}"),
    ("2027-01-04", "return new Date(1799064e6)}"),
    ("2027-07-01", "return new Date(18144432e5)}"),
];

/// The day on which terms end.
const LAST: &str = "3 January 2027";

/// The House's own finder, before any card.
const FINDER: &str = "[data-state='people'] [data-action='finder']";

#[test]
fn nobody_is_offered_after_the_end_of_their_term_in_chromium() -> Result<()> {
    nobody_is_offered_after_the_end_of_their_term(Engine::Chromium)
}

#[test]
fn nobody_is_offered_after_the_end_of_their_term_in_firefox() -> Result<()> {
    nobody_is_offered_after_the_end_of_their_term(Engine::Firefox)
}

#[test]
fn nobody_is_offered_after_the_end_of_their_term_in_webkit() -> Result<()> {
    nobody_is_offered_after_the_end_of_their_term(Engine::WebKit)
}

fn nobody_is_offered_after_the_end_of_their_term(engine: Engine) -> Result<()> {
    let stage = stage()?;
    for (day, clock) in DAYS {
        stage.site.fail("*.js", Fault::Changed(CLOCK, clock));
        let visitor = Visitor::new(&stage, engine)?;
        let over = day > "2027-01-03";
        lines_that_stay(&visitor, over).map_err(|error| error.context(format!("Vermont on {day}")))?;
        lines_that_change(&visitor, over).map_err(|error| error.context(format!("Texas on {day}")))?;
        several_candidates(&visitor, over).map_err(|error| error.context(format!("Michigan on {day}")))?;
        no_senators(&visitor, over).map_err(|error| error.context(format!("DC on {day}")))?;
        stage.site.heal();
    }
    Ok(())
}

/// A Parliament ends five years after it first met.
#[test]
fn no_former_member_of_parliament_is_offered() -> Result<()> {
    let stage = stage()?;
    // 10 o’clock in UTC on 8 and 10 July 2029.
    for (clock, over) in [("return new Date(187819920e4)}", false), ("return new Date(187837200e4)}", true)] {
        stage.site.fail("*.js", Fault::Changed(CLOCK, clock));
        let visitor = Visitor::new(&stage, Engine::Chromium)?;
        visitor.open_landing("en")?;
        visitor.find_in_the_kingdom("SW1A 1AA")?;
        let people = visitor.people()?;
        ensure!(people.len() == 1 && people.iter().all(|person| person.contains("Rachel Blake")) != over, "{people:?}");
        let finder = visitor.browser.attribute(FINDER, "href").ok().flatten();
        ensure!(finder.is_some_and(|finder| finder.contains("members.parliament.uk")) == over);
        if over {
            let said = visitor.browser.texts("[data-state='people'] .note")?.join(" ");
            ensure!(said.contains("Rachel Blake held office until 8 July 2029."), "{said}");
            visitor.write()?;
            let letter = visitor.letter()?;
            ensure!(letter.contains("Dear MP,") && !letter.contains("Blake"), "{letter}");
        }
        stage.site.heal();
    }
    Ok(())
}

/// Vermont keeps its lines, and both senators stay.
fn lines_that_stay(visitor: &Visitor<'_>, over: bool) -> Result<()> {
    visitor.open_landing("en")?;
    visitor.find("05401")?;
    let people = visitor.people()?;
    ensure!(people.len() == 3 && people.iter().filter(|person| person.contains("Senator ")).count() == 2, "{people:?}");
    ensure!(visitor.browser.count(FINDER)? == usize::from(over));
    let holder = people.last().is_some_and(|person| person.contains("Becca Balint"));
    ensure!(holder != over, "{people:?}");
    if !over {
        return Ok(());
    }
    let said = visitor.browser.texts("[data-state='people'] .note")?.join(" ");
    let until = format!("Becca Balint held office until {LAST}. The new member isn’t in this page’s records.");
    ensure!(said.contains(&until), "{said}");
    comes_before_the_cards(visitor)?;
    // The letter goes to the seat.
    for other in 1..=2 {
        visitor.browser.click(&format!("[data-person]:nth-child({other}) [data-action='tick']"))?;
    }
    visitor.write()?;
    let letter = visitor.letter()?;
    ensure!(letter.contains("Dear Representative,") && letter.contains("Vermont"), "{letter}");
    ensure!(!letter.contains("Balint"), "{letter}");
    visitor.send()?;
    ensure!(!visitor.browser.text("[data-state='send']")?.contains("Balint"));
    visitor.copy_letter()?;
    visitor.press("done")?;
    visitor.wait_for_state("thanks")
}

/// Texas has new districts: a ZIP code gives the state and the finder, however the visitor comes to it. One senator's term ends.
fn lines_that_change(visitor: &Visitor<'_>, over: bool) -> Result<()> {
    for by_zip in [true, false] {
        visitor.open_landing("en")?;
        if by_zip {
            visitor.submit_zip("77002")?
        } else {
            visitor.choose_state("TX")?
        }
        if !over {
            visitor.wait_for_state("choose")?;
            continue;
        }
        visitor.wait_for_state("people")?;
        let people = visitor.people()?;
        let is = |at: usize, words: &str| people.get(at).is_some_and(|person| person.contains(words));
        ensure!(people.len() == 3 && is(0, "Ted Cruz") && is(1, "Senator") && is(2, "Representative"), "{people:?}");
        ensure!(!people.iter().any(|person| person.contains("district") || person.contains("Cornyn")), "{people:?}");
        let said = visitor.browser.texts("[data-state='people'] .note")?.join(" ");
        ensure!(said.contains(&format!("John Cornyn held office until {LAST}.")), "{said}");
        ensure!(said.contains("Texas has new districts, which this page doesn’t know yet."), "{said}");
        comes_before_the_cards(visitor)?;
    }
    Ok(())
}

/// Michigan keeps its lines: a split ZIP code still offers its districts, but none of their former members.
fn several_candidates(visitor: &Visitor<'_>, over: bool) -> Result<()> {
    visitor.open_landing("en")?;
    visitor.submit_zip("49348")?;
    visitor.wait_for_state("choose")?;
    let members = visitor.browser.texts("[data-choice] .role")?;
    ensure!(members.len() == 3 && members.iter().all(|member| member.is_empty() == over), "{members:?}");
    visitor.browser.click("[data-choice='MI-3']")?;
    visitor.wait_for_state("people")?;
    ensure!(visitor.people()?.len() == 3 && visitor.browser.count(FINDER)? == usize::from(over));
    Ok(())
}

/// The delegate's term ends as well; nobody stands for senators that there are not.
fn no_senators(visitor: &Visitor<'_>, over: bool) -> Result<()> {
    visitor.open_landing("en")?;
    visitor.find("20001")?;
    let people = visitor.people()?;
    ensure!(people.len() == 1 && people.iter().all(|person| person.contains("Delegate")), "{people:?}");
    ensure!(people.iter().all(|person| person.contains("Norton")) != over, "{people:?}");
    Ok(())
}

/// The finder leads to the House, and whoever reads comes by it before the cards.
fn comes_before_the_cards(visitor: &Visitor<'_>) -> Result<()> {
    let leads = visitor.browser.attribute(FINDER, "href")?;
    ensure!(leads.as_deref() == Some("https://www.house.gov/representatives/find-your-representative"), "{leads:?}");
    let first =
        "return document.querySelector(arguments[0]).compareDocumentPosition(document.querySelector('[data-person]'))";
    let order = visitor.browser.script(first, &[FINDER.into()])?;
    // 4: the card follows.
    ensure!(order == 4, "{order}");
    Ok(())
}
