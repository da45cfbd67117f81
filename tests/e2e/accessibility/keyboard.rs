//! A supporter without a mouse completes every task by keys alone: on the landing page, and from a partner's page into the
//! frame and out of it again.

use anyhow::{Result, bail, ensure};
use serde_json::{Value, json};
use testbench::visit::Visitor;
use testbench::webdriver::Engine;

use crate::stage;
use crate::tasks::place::Place;

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const SPACE: &str = " ";

/// More presses than any of our pages has places to stop at: beyond that, the focus is trapped.
const TRAPPED: usize = 120;

/// The frame on the partner's page.
const FRAME: &str = "iframe[data-undersigned]";

#[test]
fn keys_alone_complete_every_task_on_the_landing_page_in_chromium() -> Result<()> {
    on_the_landing_page(Engine::Chromium)
}

#[test]
fn keys_alone_complete_every_task_on_the_landing_page_in_firefox() -> Result<()> {
    on_the_landing_page(Engine::Firefox)
}

#[test]
fn keys_alone_complete_every_task_on_the_landing_page_in_webkit() -> Result<()> {
    on_the_landing_page(Engine::WebKit)
}

#[test]
fn keys_alone_complete_every_task_in_a_frame_and_leave_it_in_chromium() -> Result<()> {
    in_a_frame_and_out_again(Engine::Chromium)
}

#[test]
fn keys_alone_complete_every_task_in_a_frame_and_leave_it_in_firefox() -> Result<()> {
    in_a_frame_and_out_again(Engine::Firefox)
}

#[test]
fn keys_alone_complete_every_task_in_a_frame_and_leave_it_in_webkit() -> Result<()> {
    in_a_frame_and_out_again(Engine::WebKit)
}

#[test]
fn keys_alone_write_to_some_of_the_people_whom_a_campaign_names() -> Result<()> {
    let stage = crate::named::stage("keys", 3)?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    for place in Place::ALL {
        let hands = Hands::at(&visitor, place)?;
        hands.press("[data-person]:nth-child(2) [data-action='tick']", SPACE)?;
        hands.press("[data-step] [data-action='write']", ENTER)?;
        hands.arrive("write")?;
        hands.press("#answer-0", "My own words. ")?;
        hands.press("[data-step] [data-action='next']", ENTER)?;
        hands.arrive("send")?;
        for (surname, first_move) in [("Alfa", "mail"), ("Charlie", "copy")] {
            let card = format!(
                "return document.querySelector('.is-next h3').textContent.includes('{surname}') && \
                 !document.querySelector('.done-note:not(:empty)')"
            );
            hands.wait(surname, &card)?;
            hands.press(&format!("[data-step] [data-action='{first_move}']"), ENTER)?;
            hands.wait("what came of it", "return !!document.querySelector('.done-note:not(:empty)')")?;
            visitor.browser.close_other_windows()?;
            hands.press("[data-step] [data-action='done']", ENTER)?;
        }
        hands.arrive("thanks")?;
        hands.tab_to("[data-step] .pass-on a")?;
    }
    Ok(())
}

fn on_the_landing_page(engine: Engine) -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, engine)?;
    let hands = Hands::at(&visitor, Place::Landing)?;
    hands.press("[data-action='by-state']", SPACE)?;
    hands.arrive("choose-state")?;
    // A list takes letters.
    hands.press("#state", "Verm")?;
    hands.wait("Vermont to be chosen", "return document.querySelector('#state').value === 'VT'")?;
    hands.press("[data-action='choose-state']", ENTER)?;
    act(&hands)?;
    print(&hands)?;
    hands.press(KIT, ENTER)?;
    hands.wait("the partner kit", "return !!document.querySelector('#code-loader')")
}

fn in_a_frame_and_out_again(engine: Engine) -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, engine)?;
    let hands = Hands::at(&visitor, Place::Embed)?;
    hands.press(".folds details:first-child summary", SPACE)?;
    hands.wait("the statement", "return document.querySelector('.prose .quote').checkVisibility()")?;
    print(&hands)?;
    hands.press(".folds details:last-child summary", ENTER)?;
    hands.wait("the signers", "return document.querySelector('.signers li').checkVisibility()")?;
    hands.press("#zip", "05401")?;
    hands.keys(ENTER)?;
    act(&hands)?;
    hands.tab_to(KIT)?;
    // Out again, to the link below the frame.
    Hands { visitor: &visitor, place: Place::Landing }.tab_to("iframe ~ p a")
}

const KIT: &str = ".foot a[href*='/partners/']";

/// From the officials to the thanks: telephones and offices, one letter for three, each sent, and whom to tell of it.
fn act(hands: &Hands<'_>) -> Result<()> {
    hands.arrive("people")?;
    hands.press("[data-person] .contact summary", SPACE)?;
    hands.tab_to("[data-person] .call a[href^='tel:']")?;
    hands.press("[data-person] [data-action='busy']", SPACE)?;
    hands.press("[data-step] [data-action='write']", ENTER)?;
    hands.arrive("write")?;
    hands.press("#answer-0", "My own words. ")?;
    hands.press("[data-point='0']", SPACE)?;
    hands.press("#name", "A. Supporter")?;
    hands.press("[data-step] [data-action='edit']", ENTER)?;
    hands.wait("the cursor in the letter", "return document.activeElement.id === 'letter-body'")?;
    hands.keys("More of them. ")?;
    let both = "const letter = document.querySelector('#letter-body').value;
        return letter.includes('My own words.') && letter.includes('More of them.')";
    hands.wait("the words", both)?;
    hands.press("[data-step] [data-action='next']", ENTER)?;
    hands.arrive("send")?;
    for sent in 1..=3 {
        hands.press("[data-step] [data-action='copy']", ENTER)?;
        hands.wait("word that it is copied", "return !!document.querySelector('.done-note:not(:empty)')")?;
        hands.visitor.browser.close_other_windows()?;
        hands.press("[data-step] [data-action='done']", ENTER)?;
        if sent < 3 {
            hands.wait("the focus on the next card", "return document.activeElement.matches('.is-next h3')")?;
        }
    }
    hands.arrive("thanks")?;
    hands.tab_to("[data-step] .pass-on a")
}

fn print(hands: &Hands<'_>) -> Result<()> {
    hands.ask("window.print = () => document.documentElement.dataset.printed = ''; return true", &[])?;
    hands.press("[data-print-page]", ENTER)?;
    hands.wait("the print", "return 'printed' in document.documentElement.dataset")
}

/// Someone who only presses keys. Looking where the focus is does not move it.
struct Hands<'a> {
    visitor: &'a Visitor<'a>,
    place: Place,
}

impl<'a> Hands<'a> {
    /// Goes to a page and waits until one can act; the focus is at its beginning.
    fn at(visitor: &'a Visitor<'a>, place: Place) -> Result<Hands<'a>> {
        place.open(visitor)?;
        visitor.browser.leave_frames()?;
        if place == Place::Embed {
            visitor.browser.script("document.querySelector('header a').focus()", &[])?;
        }
        Ok(Hands { visitor, place })
    }

    /// Asks the page, or the page in the frame.
    fn ask(&self, question: &str, arguments: &[Value]) -> Result<bool> {
        let browser = &self.visitor.browser;
        if self.place == Place::Landing {
            return Ok(browser.script(question, arguments)? == true);
        }
        Ok(browser.within(FRAME, || browser.script(question, arguments))? == true)
    }

    fn wait(&self, what: &str, question: &str) -> Result<()> {
        self.visitor.browser.wait_for(what, |_| self.ask(question, &[]))
    }

    /// Whether the focus is on an element of that kind, where one sees it.
    fn is_at(&self, css: &str) -> Result<bool> {
        self.ask("return document.hasFocus() && document.activeElement.matches(arguments[0])", &[json!(css)])
    }

    /// Presses Tab until an element of that kind has the focus.
    fn tab_to(&self, css: &str) -> Result<()> {
        for _ in 0..TRAPPED {
            self.keys(TAB)?;
            if self.is_at(css)? {
                return Ok(());
            }
        }
        bail!("`{css}` is not reached by Tab")
    }

    /// Goes to a control by Tab and presses keys there.
    fn press(&self, css: &str, keys: &str) -> Result<()> {
        self.tab_to(css)?;
        self.keys(keys)
    }

    /// Presses keys where the focus is. Firefox's driver presses them in the page that it looks at instead: there, it looks
    /// into the frame first when the frame has the focus.
    fn keys(&self, keys: &str) -> Result<()> {
        let browser = &self.visitor.browser;
        let focused = "return document.activeElement.matches(arguments[0])";
        if browser.engine() != Engine::Firefox || browser.script(focused, &[FRAME.into()])? != true {
            return browser.keys(keys);
        }
        browser.enter_frame(FRAME)?;
        browser.keys(keys)?;
        browser.leave_frames()
    }

    /// Waits for a screen, whose heading has the focus.
    fn arrive(&self, state: &str) -> Result<()> {
        let heading = format!("[data-state='{state}'] h2");
        let arrived = self.visitor.browser.wait_for(&format!("the focus on {heading}"), |_| self.is_at(&heading));
        if arrived.is_err() {
            let here = self.ask("return !!document.querySelector(arguments[0])", &[json!(heading)])?;
            ensure!(!here, "the screen {state} is there, and its heading has not the focus");
        }
        arrived
    }
}
