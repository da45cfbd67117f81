//! How many screens and taps it takes somebody to send their letters. Typing is not counted.

use std::cell::Cell;
use std::collections::BTreeSet;

use anyhow::{Context as _, Result, ensure};

use crate::measure::{Bar, Unit};
use crate::visit::{Stage, Visitor};
use crate::webdriver::Engine;

/// Which step of the action shows.
const STEP: &str = "return document.querySelector('[data-step]').dataset.step";

/// Somebody of whom each press and each screen is counted.
struct Counted<'a> {
    visitor: Visitor<'a>,
    taps: Cell<u64>,
    screens: std::cell::RefCell<BTreeSet<String>>,
}

/// What one way through takes.
struct Taken {
    /// To the first letter on the clipboard, or in an e-mail.
    first: u64,
    /// The most that any further letter takes.
    further: u64,
    /// Until everything is sent.
    all: u64,
    /// Screens.
    screens: u64,
}

impl Counted<'_> {
    fn look(&self) -> Result<()> {
        let step = self.visitor.browser.script(STEP, &[])?;
        let step = step.as_str().with_context(|| format!("no step: {step}"))?;
        self.screens.borrow_mut().insert(step.to_owned());
        Ok(())
    }

    fn tap(&self, css: &str) -> Result<()> {
        self.look()?;
        self.visitor.browser.click(css)?;
        self.taps.set(self.taps.get() + 1);
        Ok(())
    }

    fn press(&self, action: &str) -> Result<()> {
        self.tap(&format!("[data-step] [data-action='{action}']"))
    }

    /// Writes to everybody who was found, and sends it to each.
    fn send(&self) -> Result<Taken> {
        let browser = &self.visitor.browser;
        self.press("write")?;
        self.visitor.wait_for_state("write")?;
        self.press("next")?;
        self.visitor.wait_for_state("send")?;
        let people = browser.count(".sender")?;
        ensure!(people > 0, "nobody to send to");
        let (mut first, mut further) = (0, 0);
        for sent in 0..people {
            let before = self.taps.get();
            if sent > 0 {
                // The last press, "Sent. Next: …", opened this card.
                browser.wait_for("the next card", |browser| {
                    Ok(browser.count(".sender.is-done")? == sent
                        && browser.count(".is-next [data-action='done']")? == 0)
                })?;
            }
            self.press(if browser.count("[data-action='mail']")? > 0 { "mail" } else { "copy" })?;
            browser.wait_for_visible(".done-note:not(:empty)")?;
            browser.close_other_windows()?;
            if sent == 0 {
                first = self.taps.get();
            } else {
                // With the press that led here.
                further = further.max(self.taps.get() - before + 1);
            }
            self.press("done")?;
        }
        self.visitor.wait_for_state("thanks")?;
        self.look()?;
        let screens = u64::try_from(self.screens.borrow().len())?;
        Ok(Taken { first, further, all: self.taps.get(), screens })
    }
}

fn way(stage: &Stage, find: impl FnOnce(&Counted<'_>) -> Result<()>) -> Result<Taken> {
    let visitor = Visitor::new(stage, Engine::Chromium)?;
    let counted = Counted { visitor, taps: Cell::new(0), screens: Default::default() };
    counted.visitor.open_landing("en")?;
    find(&counted)?;
    counted.visitor.wait_for_state("people")?;
    counted.send()
}

/// The rows for a campaign that names so many people, which nobody has to find.
pub fn named(stage: &Stage, people: u64) -> Result<Vec<Bar>> {
    let taken = way(stage, |_| Ok(()))?;
    let all = 2 + 2 * people;
    Ok(vec![
        bar("Screens from the list of people to the thanks", taken.screens, 3, 3),
        bar("Taps to the first letter in an e-mail or copied, named people", taken.first, 3, 3),
        bar("Taps for each further letter, named people", taken.further, 2, 2),
        bar("Taps until all letters are sent, named people", taken.all, all, all),
    ])
}

fn bar(what: &'static str, measured: u64, goal: u64, limit: u64) -> Bar {
    Bar { what, measured: Some(measured), goal, limit, unit: Unit::Count }
}

/// The rows of the table.
pub fn bars(stage: &Stage) -> Result<Vec<Bar>> {
    let zip = |counted: &Counted<'_>, zip: &str| {
        counted.visitor.browser.type_into("#zip", zip)?;
        counted.press("find")
    };
    let single = way(stage, |counted| zip(counted, "05401"))?;
    let split = way(stage, |counted| {
        zip(counted, "49348")?;
        counted.tap("[data-choice='MI-3']")
    })?;
    let kingdom = way(stage, |counted| {
        counted.tap(".where label:nth-child(2) input")?;
        counted.visitor.browser.wait_for_visible("#action-1 #zip")?;
        zip(counted, "SW1A 1AA")
    })?;
    let state = way(stage, |counted| {
        counted.press("by-state")?;
        counted.visitor.browser.choose("#state", "VT")?;
        counted.taps.set(counted.taps.get() + 1);
        counted.press("choose-state")
    })?;
    let screens = [&single, &split, &kingdom, &state].map(|taken| taken.screens).into_iter().max().unwrap_or_default();
    Ok(vec![
        bar("Screens from the postcode to the thanks", screens, 3, 3),
        bar("Taps to the first letter copied, one district", single.first, 4, 4),
        bar("Taps to the first letter copied, several districts", split.first, 5, 5),
        bar("Taps to the letter in an e-mail, United Kingdom", kingdom.first, 5, 5),
        bar("Taps to the first letter copied, by state", state.first, 6, 6),
        bar("Taps for each further letter", single.further.max(split.further), 2, 2),
        bar("Taps until three letters are sent", single.all, 9, 9),
    ])
}
