//! One visitor's way from a ZIP code to a letter, as facts and a reducer without side effects.
//!
//! Only facts are stored; which screen shows is computed from them. Nothing here leaves the page's memory.

use std::rc::Rc;

use crate::domain::congress::{
    Congress, Delegation, Division, Finding, HouseSeat, Offices, Official, State, Zip, ZipFault,
};
use crate::domain::date::Date;
use crate::domain::letter::Draft;

/// Everything we know of a visit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Visit {
    /// The tables of the legislature.
    pub tables: Tables,
    /// District offices; an extra that may be missing.
    pub offices: Option<Shared<Offices>>,
    /// What the visitor said about their place.
    pub answer: Answer,
    /// The division that follows from the answer, or was chosen.
    pub home: Option<Division>,
    /// The official whom the visitor is writing to or calling.
    pub at: Desk,
    /// Letters that were edited, by bioguide identifier.
    pub drafts: Vec<(Rc<str>, Draft)>,
    /// Whom the visitor says they contacted, and how.
    pub contacted: Vec<(Rc<str>, Channel)>,
    /// What the browser said of itself.
    pub browser: Browser,
    /// What came of copying the link to the campaign.
    pub link: LinkCopy,
}

/// What the browser said of itself after the first render.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Browser {
    /// Today in the visitor's time zone.
    pub today: Option<Date>,
    /// Whether the device has a share sheet that this page may open.
    pub share_sheet: bool,
}

/// What came of copying the link to the campaign.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LinkCopy {
    /// Not tried.
    #[default]
    Untried,
    /// It is on the clipboard.
    Copied,
    /// The browser refused: the link is shown for copying by hand.
    Refused,
}

/// A table that is compared by identity: two loads are never mixed up, and comparing costs nothing.
#[derive(Debug)]
pub struct Shared<T>(pub Rc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Shared<T> {
        Shared(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Shared<T>) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// How far the tables are.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Tables {
    /// Not asked for: nobody touched the ZIP field.
    #[default]
    Untouched,
    /// On their way.
    Loading,
    /// Here.
    Ready(Shared<Congress>),
    /// Missing, cut short or not what they should be.
    Failed,
}

/// What the visitor said about their place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Answer {
    /// Nothing yet.
    #[default]
    Nothing,
    /// They would rather choose from the list of states.
    ByState,
    /// A ZIP code.
    Zip(Zip),
    /// Something that is not a ZIP code.
    Malformed(ZipFault),
    /// A state, the District or a territory.
    State(State),
}

/// What the visitor is doing once the people are known.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Desk {
    /// Looking at the people.
    #[default]
    People,
    /// Writing to one.
    Letter(Rc<Official>, Copied),
    /// Calling one.
    Call(Rc<Official>),
    /// Finished.
    Thanks,
}

/// Whether the letter on the screen was copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// Not yet.
    No,
    /// The letter is on the clipboard.
    Letter,
    /// The subject is on the clipboard; the letter was before.
    Subject,
    /// The browser refused: the visitor must copy by hand.
    Refused,
}

/// How somebody was contacted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// In writing.
    Letter,
    /// By telephone.
    Call,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The browser said what it can do.
    BrowserAsked(Browser),
    /// Copying the link to the campaign ended so.
    LinkCopied(LinkCopy),
    /// The tables are being fetched.
    TablesAsked,
    /// The tables are here.
    TablesLoaded(Shared<Congress>),
    /// The tables cannot be had.
    TablesFailed,
    /// The district offices are here.
    OfficesLoaded(Shared<Offices>),
    /// The ZIP form was sent off with this text.
    ZipEntered(String),
    /// The visitor would rather choose a state.
    ByStateChosen,
    /// A state was chosen.
    StateChosen(State),
    /// One of several divisions was chosen.
    DivisionChosen(Division),
    /// "Change": back to the question about the place. Drafts and contacts stay.
    PlaceForgotten,
    /// A letter to this official was opened.
    LetterOpened(Rc<Official>),
    /// A call to this official was opened.
    CallOpened(Rc<Official>),
    /// The letter on the screen was edited.
    LetterEdited(Draft),
    /// The letter's edits were thrown away.
    LetterReset,
    /// Copying ended so.
    Copied(Copied),
    /// The visitor says they contacted the official on the screen.
    Contacted(Channel),
    /// Back to the people.
    BackToPeople,
    /// The visitor is finished.
    Finished,
}

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
    /// Write to one.
    Letter(Rc<Official>, Division, Copied),
    /// Call one.
    Call(Rc<Official>, Division),
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
    /// Applies what happened. Gives the same `Rc` back if nothing changed.
    pub fn after(self: Rc<Visit>, event: Event) -> Rc<Visit> {
        let mut next = (*self).clone();
        next.apply(event);
        if next == *self { self } else { Rc::new(next) }
    }

    fn apply(&mut self, event: Event) {
        match event {
            Event::BrowserAsked(browser) => self.browser = browser,
            Event::LinkCopied(link) => self.link = link,
            // Tables that are here stay: a second load, or its failure, must not undo what the visitor chose.
            Event::TablesAsked | Event::TablesLoaded(_) | Event::TablesFailed if self.congress().is_some() => {}
            Event::TablesAsked => self.tables = Tables::Loading,
            Event::TablesLoaded(congress) => {
                self.tables = Tables::Ready(congress);
                self.settle();
            }
            Event::TablesFailed => self.tables = Tables::Failed,
            Event::OfficesLoaded(offices) => self.offices = Some(offices),
            Event::ZipEntered(text) => {
                self.answer = match Zip::parse(&text) {
                    Ok(zip) => Answer::Zip(zip),
                    Err(fault) => Answer::Malformed(fault),
                };
                self.settle();
            }
            Event::ByStateChosen => self.forget(Answer::ByState),
            Event::StateChosen(state) => {
                self.answer = Answer::State(state);
                self.settle();
            }
            Event::DivisionChosen(division) => self.home = Some(division),
            Event::PlaceForgotten => self.forget(Answer::Nothing),
            Event::LetterOpened(official) => self.at = Desk::Letter(official, Copied::No),
            Event::CallOpened(official) => self.at = Desk::Call(official),
            Event::LetterEdited(draft) => {
                if let Desk::Letter(official, copied) = &mut self.at {
                    *copied = Copied::No;
                    let key = Rc::clone(&official.bioguide);
                    self.drafts.retain(|(whose, _)| *whose != key);
                    self.drafts.push((key, draft));
                }
            }
            Event::LetterReset => {
                if let Desk::Letter(official, copied) = &mut self.at {
                    *copied = Copied::No;
                    let key = &official.bioguide;
                    self.drafts.retain(|(whose, _)| whose != key);
                }
            }
            Event::Copied(how) => {
                if let Desk::Letter(_, copied) = &mut self.at {
                    *copied = how;
                }
            }
            Event::Contacted(channel) => {
                if let Desk::Letter(official, _) | Desk::Call(official) = &self.at {
                    let key = Rc::clone(&official.bioguide);
                    self.contacted.retain(|(whose, _)| *whose != key);
                    self.contacted.push((key, channel));
                    self.at = if self.everyone_contacted() { Desk::Thanks } else { Desk::People };
                }
            }
            Event::BackToPeople => self.at = Desk::People,
            Event::Finished => self.at = Desk::Thanks,
        }
    }

    fn forget(&mut self, answer: Answer) {
        self.answer = answer;
        self.home = None;
        self.at = Desk::People;
    }

    /// Takes the division as settled when the answer leaves only one.
    fn settle(&mut self) {
        self.at = Desk::People;
        self.home = match self.candidates().as_deref() {
            Some([only]) => Some(*only),
            _ => None,
        };
    }

    fn congress(&self) -> Option<&Congress> {
        match &self.tables {
            Tables::Ready(congress) => Some(&congress.0),
            Tables::Untouched | Tables::Loading | Tables::Failed => None,
        }
    }

    fn candidates(&self) -> Option<Vec<Division>> {
        let congress = self.congress()?;
        match &self.answer {
            Answer::Zip(zip) => match congress.find(*zip) {
                Finding::Divisions(divisions) => Some(divisions),
                Finding::Military | Finding::Unknown => None,
            },
            Answer::State(state) => Some(congress.divisions_of(*state)),
            Answer::Nothing | Answer::ByState | Answer::Malformed(_) => None,
        }
    }

    /// Who represents the visitor, once that is known.
    pub fn delegation(&self) -> Option<Delegation> {
        self.congress()?.delegation(self.home?)
    }

    fn everyone_contacted(&self) -> bool {
        self.delegation().is_some_and(|delegation| people(&delegation).all(|person| self.channel(person).is_some()))
    }

    /// How the visitor contacted this official, if they say they did.
    pub fn channel(&self, official: &Official) -> Option<Channel> {
        self.contacted.iter().find(|(whose, _)| *whose == official.bioguide).map(|(_, channel)| *channel)
    }

    /// The visitor's edited letter to this official.
    pub fn draft(&self, official: &Official) -> Option<&Draft> {
        self.drafts.iter().find(|(whose, _)| *whose == official.bioguide).map(|(_, draft)| draft)
    }

    /// The screen that the facts call for.
    pub fn screen(&self) -> Screen {
        if let Some(home) = self.home {
            return self.desk(home);
        }
        match (&self.answer, &self.tables) {
            (Answer::Malformed(fault), _) => Screen::Zip(Question::Refused(fault.clone())),
            (Answer::Nothing, Tables::Failed) => Screen::Unavailable,
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
            Desk::Letter(official, copied) => Screen::Letter(Rc::clone(official), home, *copied),
            Desk::Call(official) => Screen::Call(Rc::clone(official), home),
            Desk::Thanks => Screen::Thanks,
        }
    }
}

/// The officials of a delegation, senators first.
pub fn people(delegation: &Delegation) -> impl Iterator<Item = &Rc<Official>> {
    let member = match &delegation.house {
        HouseSeat::Held(official) => Some(official),
        HouseSeat::Vacant => None,
    };
    delegation.senators.iter().chain(member)
}

#[cfg(test)]
mod tests;
