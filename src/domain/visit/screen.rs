//! Which screen the facts call for. Nothing of this is stored.

use std::rc::Rc;

use super::Visit;
use super::facts::{Answer, Desk, Tables, Task};
use crate::domain::congress::{Delegation, Division, Finding, Zip, ZipFault};
use crate::domain::legislature::Person;

/// Which screen the facts call for.
#[derive(Clone, Debug, PartialEq)]
pub enum Screen {
    /// Ask for the ZIP code.
    Zip(Question),
    /// Offer every state.
    States(WhyStates),
    /// Offer these divisions, all of them.
    Divisions(Vec<Division>),
    /// Show who represents the visitor.
    People(Delegation),
    /// Do this with one of them.
    With(Rc<Person>, Division, Task),
    /// Thank, and share.
    Thanks,
    /// The tables cannot be had.
    Unavailable,
}

/// How the question for the ZIP code stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Waiting for the visitor.
    Open,
    /// Waiting for the tables.
    Waiting,
    /// What was typed is not a ZIP code.
    Refused(ZipFault),
}

/// Why the states are offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyStates {
    /// The visitor asked for them.
    Asked,
    /// The ZIP code is not in the tables.
    UnknownZip(Zip),
    /// An armed-forces address.
    Military(Zip),
}

impl Visit {
    /// The screen that the facts call for.
    pub fn screen(&self) -> Screen {
        if let Some(home) = self.home {
            return self.desk(home);
        }
        match (&self.answer, &self.tables) {
            (Answer::Malformed(fault), _) => Screen::Zip(Question::Refused(fault.clone())),
            // Even without tables: sending the ZIP code asks for them again, and nobody is interrupted while typing.
            (Answer::Nothing, _) => Screen::Zip(Question::Open),
            (_, Tables::Failed) => Screen::Unavailable,
            (_, Tables::Untouched | Tables::Loading) => Screen::Zip(Question::Waiting),
            (Answer::ByState, Tables::Ready(_)) => Screen::States(WhyStates::Asked),
            (Answer::Zip(zip), Tables::Ready(congress)) => match congress.0.find(*zip) {
                Finding::Divisions(divisions) => Screen::Divisions(divisions),
                Finding::Military => Screen::States(WhyStates::Military(*zip)),
                Finding::Unknown => Screen::States(WhyStates::UnknownZip(*zip)),
            },
            (Answer::State(state), Tables::Ready(congress)) => Screen::Divisions(congress.0.divisions_of(*state)),
        }
    }

    fn desk(&self, home: Division) -> Screen {
        match &self.at {
            Desk::People => match self.delegation() {
                Some(delegation) => Screen::People(delegation),
                None => Screen::Unavailable,
            },
            Desk::With(person, task) => Screen::With(Rc::clone(person), home, *task),
            Desk::Thanks => Screen::Thanks,
        }
    }
}
