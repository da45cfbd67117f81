//! People whom a campaign names itself, in the shipped action: one, two, three, twelve, beside a legislature, and nobody.

use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use testbench::visit::Visitor;
use testbench::webdriver::Engine;

use crate::republished;
use crate::tasks::place::Place;
use crate::watched::Watched;

/// Made-up surnames, so that each person is known by one word.
const SURNAMES: [&str; 12] =
    ["Alfa", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel", "India", "Juliett", "Kilo", "Lima"];

/// The first so many people, as a spreadsheet saves them. Each third has an e-mail address only, each third a telephone only.
fn list(people: usize) -> String {
    let mut rows = "title,first_name,last_name,country,email,phone\n".to_owned();
    for (at, surname) in SURNAMES.iter().take(people).enumerate() {
        let email = format!("{}@example.org", surname.to_lowercase());
        let phone = format!("+44 20 7946 {at:04}");
        let (email, phone) = match at % 3 {
            0 => (&*email, &*phone),
            1 => (&*email, ""),
            _ => ("", &*phone),
        };
        rows.push_str(&format!("Ambassador,Example,{surname},GB,{email},{phone}\n"));
    }
    rows
}

/// The campaign that ships, to so many people whom it names, for everybody.
pub fn stage(name: &str, people: usize) -> Result<Watched> {
    let targets = json!([{ "people": "people.csv" }]);
    republished::stage(&["named-", name].concat(), &[("targets", targets)], &[("people.csv", &list(people))])
}

/// The campaign that ships, to two legislatures, and for people elsewhere to so many whom it names.
fn stage_of_all(name: &str, people: usize) -> Result<Watched> {
    let mut targets = vec![json!({ "legislature": "us-congress" }), json!({ "legislature": "uk-commons" })];
    let people = (people > 0).then(|| list(people));
    targets.extend(people.iter().map(|_| json!({ "people": "people.csv" })));
    let files: Vec<_> = people.iter().map(|list| ("people.csv", &**list)).collect();
    republished::stage(&["named-", name].concat(), &[("targets", targets.into())], &files)
}

#[test]
fn everybody_whom_a_campaign_names_is_written_to_in_chromium() -> Result<()> {
    everybody_is_written_to(Engine::Chromium, &[1, 2, 3, 12], &Place::ALL)
}

#[test]
fn everybody_whom_a_campaign_names_is_written_to_in_firefox() -> Result<()> {
    everybody_is_written_to(Engine::Firefox, &[1, 12], &Place::ALL)
}

#[test]
fn everybody_whom_a_campaign_names_is_written_to_in_webkit() -> Result<()> {
    everybody_is_written_to(Engine::WebKit, &[2, 12], &Place::ALL)
}

fn everybody_is_written_to(engine: Engine, numbers: &[usize], places: &[Place]) -> Result<()> {
    for people in numbers {
        let stage = stage(&format!("{engine:?}-{people}"), *people)?;
        let visitor = Visitor::new(&stage, engine)?;
        for place in places {
            place.open(&visitor)?;
            write_to_all(&visitor, *people).with_context(|| format!("{engine:?}, {people} people, {place:?}"))?;
        }
    }
    Ok(())
}

/// Waits until an element reads so.
fn reads(visitor: &Visitor<'_>, css: &str, text: &str) -> Result<()> {
    let read = || visitor.browser.text(css);
    let waited = visitor.browser.wait_for(text, |browser| Ok(browser.count(css)? == 1 && read()? == text));
    waited.with_context(|| format!("{css} reads {:?}", read().unwrap_or_default()))
}

/// The name on the open card.
const CARD: &str = "#current-person";
const TITLE: &str = "#action-title";
const WRITE: &str = "[data-step] [data-action='write']";

fn write_to_all(visitor: &Visitor<'_>, people: usize) -> Result<()> {
    let browser = &visitor.browser;
    visitor.wait_for_state("people")?;
    let (title, write, letter) = match people {
        1 => ("Somebody to write to", "Write to Ambassador Example Alfa", "Your letter to Ambassador Example Alfa"),
        2 => ("2 people to write to", "Write to both", "One letter to both"),
        3 => ("3 people to write to", "Write to all 3", "One letter to all 3"),
        _ => ("12 people to write to", "Write to all 12", "One letter to all 12"),
    };
    reads(visitor, TITLE, title)?;
    reads(visitor, WRITE, write)?;
    assert_eq!(browser.count("[data-person]")?, people);
    // Nobody chooses among one.
    assert_eq!(browser.count("[data-action='tick']")?, if people == 1 { 0 } else { people });
    if browser.engine() == Engine::WebKit {
        // Its driver reaches what is below the window only in a frame that was clicked into.
        browser.click("[data-person]:first-child summary")?;
    }
    visitor.press("write")?;
    visitor.wait_for_state("write")?;
    reads(visitor, TITLE, letter)?;
    browser.type_into("#answer-0", "My own words.")?;
    browser.type_into("#name", "Example Supporter")?;
    assert_eq!(browser.count(".alone li")?, if people == 1 { 0 } else { people }, "letters to change alone");
    visitor.send()?;
    for (done, surname) in SURNAMES.iter().take(people).enumerate() {
        reads(visitor, CARD, &format!("Ambassador Example {surname}"))?;
        if people == 1 {
            reads(visitor, TITLE, "Send your letter")?;
        } else {
            reads(visitor, TITLE, &format!("Send them: {done} of {people} done"))?;
        }
        assert_eq!(browser.count(".sender.is-done")?, done);
        let letter = visitor.letter_to_send()?;
        let greeting = format!("Dear Ambassador {surname},");
        for part in [&*greeting, "My own words.", "Example Supporter"] {
            ensure!(letter.contains(part), "{part} is not in {letter}");
        }
        carry(visitor)?;
        let next = SURNAMES.get(done + 1).filter(|_| done + 1 < people);
        let label = next.map_or_else(|| "Sent".to_owned(), |next| format!("Sent. Next: Ambassador Example {next}"));
        reads(visitor, "[data-action='done']", &label)?;
        visitor.press("done")?;
    }
    visitor.wait_for_state("thanks")?;
    let count = if people == 1 { "one person".to_owned() } else { format!("{people} people") };
    let said = browser.text("[data-state='thanks']")?;
    ensure!(said.contains(&format!("You contacted {count}.")), "{said}");
    assert_eq!(browser.count(".sender.is-done")?, people);
    Ok(())
}

/// Takes the letter on the open card to where it is sent. Only Chromium's driver follows a link to an e-mail program.
fn carry(visitor: &Visitor<'_>) -> Result<()> {
    let browser = &visitor.browser;
    if browser.count("[data-action='mail']")? == 0 {
        visitor.press("copy")?;
    } else if browser.engine() == Engine::Chromium {
        visitor.press("mail")?;
    } else {
        browser.click(".mail summary")?;
        visitor.press("copy-mail")?;
    }
    browser.wait_for_visible("[data-state='send'] .done-note:not(:empty), [data-state='send'] [data-action='done']")
}

#[test]
fn some_of_twelve_are_ticked_left_and_come_back_to() -> Result<()> {
    let stage = stage("some", 12)?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    for place in Place::ALL {
        place.open(&visitor)?;
        let tick =
            |number: usize| visitor.browser.click(&format!("[data-person]:nth-child({number}) [data-action='tick']"));
        for (ticked, label) in
            [(2..=2, "Write to these 11"), (3..=11, "Write to these 2"), (12..=12, "Write to Ambassador Example Alfa")]
        {
            ticked.clone().try_for_each(tick)?;
            reads(&visitor, WRITE, label)?;
        }
        tick(1)?;
        reads(&visitor, "[data-state='people'] > div > .hint:not(:empty)", "Tick at least one person to write to.")?;
        assert_eq!(browser.count(WRITE)?, 0, "nobody to write to");
        (1..=12).try_for_each(tick)?;
        reads(&visitor, WRITE, "Write to all 12")?;
        visitor.press("write")?;
        visitor.wait_for_state("write")?;
        browser.type_into("#answer-0", "Mine.")?;
        visitor.send()?;
        for _ in 0..3 {
            carry(&visitor)?;
            visitor.press("done")?;
            browser.wait_for("the next card", |browser| Ok(browser.count(".is-next [data-action='done']")? == 0))?;
        }
        reads(&visitor, TITLE, "Send them: 3 of 12 done")?;
        // Two steps back, one person fewer, one of those who have their letter: the rest goes on where it was.
        browser.script("history.go(-2)", &[])?;
        visitor.wait_for_state("people")?;
        assert_eq!(browser.texts("[data-person] .tag")?.iter().filter(|tag| !tag.is_empty()).count(), 3);
        tick(1)?;
        tick(5)?;
        reads(&visitor, WRITE, "Write to these 10")?;
        visitor.press("write")?;
        visitor.wait_for_state("write")?;
        assert_eq!(browser.value("#answer-0")?, "Mine.");
        visitor.send()?;
        reads(&visitor, TITLE, "Send them: 2 of 10 done")?;
        reads(&visitor, CARD, "Ambassador Example Delta")?;
        // A card out of turn, and back to the first that waits.
        browser.click(".sender:last-child [data-action='open']")?;
        reads(&visitor, CARD, "Ambassador Example Lima")?;
        carry(&visitor)?;
        visitor.press("done")?;
        reads(&visitor, CARD, "Ambassador Example Delta")?;
        visitor.finish()?;
        ensure!(browser.text("[data-state='thanks']")?.contains("You contacted 3 people."));
        visitor.press("back")?;
        reads(&visitor, TITLE, "Send them: 3 of 10 done")?;
    }
    Ok(())
}

#[test]
fn people_for_those_who_live_elsewhere_keep_their_letter_while_a_country_is_looked_at() -> Result<()> {
    let stage = stage_of_all("elsewhere", 3)?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    for place in Place::ALL {
        place.open(&visitor)?;
        visitor.live_in(2)?;
        browser.wait_for_visible("#action-2 [data-person]")?;
        browser.click("#action-2 [data-person]:nth-child(2) [data-action='tick']")?;
        browser.click("#action-2 [data-action='write']")?;
        browser.wait_for_visible("#action-2 #answer-0")?;
        browser.type_into("#action-2 #answer-0", "From elsewhere.")?;
        browser.click("#action-2 [data-action='back']")?;
        browser.wait_for_visible(".where")?;
        visitor.live_in(0)?;
        browser.wait_for_visible("#action #zip")?;
        visitor.live_in(2)?;
        reads(&visitor, WRITE, "Write to these 2")?;
        visitor.press("write")?;
        browser.wait_for_visible("#action-2 #answer-0")?;
        assert_eq!(browser.value("#action-2 #answer-0")?, "From elsewhere.");
        ensure!(!browser.is_visible(".where")?, "the question of before stands above the letter");
        visitor.send()?;
        reads(&visitor, TITLE, "Send them: 0 of 2 done")?;
        ensure!(visitor.letter_to_send()?.contains("From elsewhere."));
    }
    Ok(())
}

#[test]
fn who_has_nobody_to_write_to_is_told_why_and_can_pass_it_on() -> Result<()> {
    let stage = stage_of_all("nobody", 0)?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    for place in Place::ALL {
        place.open(&visitor)?;
        visitor.live_in(2)?;
        browser.wait_for_visible("#action-2 .pass-on a")?;
        let said = browser.text("#action-2")?;
        ensure!(said.contains("You can help from anywhere") && said.contains("nobody for you to write to"), "{said}");
        assert_eq!(browser.count("#action-2 .pass-on a")?, 7, "networks");
        for nowhere in ["#action-2 .steps", "#action-2 input", "#action-2 [data-action='write']", "#zip"] {
            assert_eq!(browser.count(nowhere)?, 0, "{nowhere}");
        }
        ensure!(browser.is_visible(".where")?, "no way back to the countries");
        visitor.live_in(0)?;
        visitor.find("05401")?;
        reads(&visitor, WRITE, "Write to all 3")?;
    }
    Ok(())
}
