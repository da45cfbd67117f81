//! One visitor's way from a ZIP code to a letter, as facts and a reducer without side effects.
//!
//! Only facts are stored; which screen shows is computed from them. Nothing here leaves the page's memory.

mod event;
mod facts;
mod screen;

use std::rc::Rc;

use crate::domain::congress::{Congress, Delegation, Division, Finding, HouseSeat, Offices, Official, Zip};
use crate::domain::letter::Draft;

pub use event::Event;
pub use facts::{Answer, Browser, Channel, Copied, Desk, LinkCopy, Shared, Tables};
pub use screen::{Question, Screen, WhyStates};

/// Everything we know of a visit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Visit {
    /// The tables of the legislature.
    pub tables: Tables,
    /// District offices; an extra that may be missing.
    pub offices: Option<Shared<Offices>>,
    /// What was last sent from the ZIP field, a ZIP code as its five digits, for when the visitor comes back to it.
    pub typed: String,
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
                (self.answer, self.typed) = match Zip::parse(&text) {
                    Ok(zip) => (Answer::Zip(zip), zip.to_string()),
                    Err(fault) => (Answer::Malformed(fault), text),
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
            Event::StartedOver => {
                self.drafts.clear();
                self.contacted.clear();
                self.link = LinkCopy::Untried;
                self.typed.clear();
                self.forget(Answer::Nothing);
            }
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
