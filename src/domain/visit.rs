//! One visitor's way from a ZIP code to a letter, as facts and a reducer without side effects.
//!
//! Only facts are stored; which screen shows is computed from them. Nothing here leaves the page's memory.

mod event;
mod facts;
mod screen;

use std::rc::Rc;

use crate::domain::congress::{Congress, Delegation, Division, Finding, HouseSeat, Offices, Zip, person};
use crate::domain::legislature::Person;
use crate::domain::letter::{Draft, Guide};

pub use event::Event;
pub use facts::{Answer, Browser, Channel, Copied, Desk, LinkCopy, Shared, Tables, Task};
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
    /// Whom the visitor is busy with, and how.
    pub at: Desk,
    /// What the visitor puts into every letter: their own words apart from ours.
    pub guide: Guide,
    /// Whether the guide was gone through once.
    pub guided: bool,
    /// Letters that were edited by hand, by the person's identifier.
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
                self.guide = Guide::default();
                self.guided = false;
                self.link = LinkCopy::Untried;
                self.typed.clear();
                self.forget(Answer::Nothing);
            }
            Event::LetterOpened(person) => {
                let task = if self.guided { Task::Letter } else { Task::Words };
                self.at = Desk::With(person, task);
            }
            Event::CallOpened(person) => self.at = Desk::With(person, Task::Call),
            Event::TurnedTo(task) => {
                self.guided |= task == Task::Letter;
                if let Desk::With(person, Task::Letter) = &self.at
                    && task == Task::Points
                {
                    // Whoever chooses points anew was asked before: the letter is made anew from them.
                    let key = &person.id;
                    self.drafts.retain(|(whose, _)| whose != key);
                }
                self.set_task(task);
            }
            Event::Answered(prompt, text) => self.guide.answer(prompt, text),
            Event::PointToggled(point) => self.guide.toggle(point),
            Event::Signed(text) => self.guide.signature = text,
            Event::LetterEdited(draft) => {
                if let Some(key) = self.whom() {
                    self.drafts.retain(|(whose, _)| *whose != key);
                    self.drafts.push((key, draft));
                }
            }
            Event::LetterReset => {
                if let Some(key) = self.whom() {
                    self.drafts.retain(|(whose, _)| *whose != key);
                }
            }
            Event::Copied(how) => {
                if let Desk::With(_, Task::Send(copied)) = &mut self.at {
                    *copied = how;
                }
            }
            Event::Contacted(channel) => {
                if let Some(key) = self.whom() {
                    // One letter and one call for each; the last outcome of a call counts.
                    self.contacted.retain(|(whose, before)| *whose != key || before.is_letter() != channel.is_letter());
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

    /// Everyone who represents the visitor, senators first; empty while that is not known.
    pub fn people(&self) -> Vec<Rc<Person>> {
        self.delegation().map(|delegation| people(&delegation)).unwrap_or_default()
    }

    fn everyone_contacted(&self) -> bool {
        self.people().iter().all(|person| self.is_done(person))
    }

    /// Whether the visitor says that they reached this person in some way.
    pub fn is_done(&self, person: &Person) -> bool {
        self.channels(person).any(|channel| channel != Channel::Busy)
    }

    /// What the visitor says they did about this person, in the order in which they did it.
    pub fn channels(&self, person: &Person) -> impl Iterator<Item = Channel> {
        self.contacted.iter().filter(|(whose, _)| *whose == person.id).map(|(_, channel)| *channel)
    }

    /// The visitor's edited letter to this person.
    pub fn draft(&self, person: &Person) -> Option<&Draft> {
        self.drafts.iter().find(|(whose, _)| *whose == person.id).map(|(_, draft)| draft)
    }

    /// Whether words of the visitor's own would be lost if the page went away now.
    pub fn has_draft(&self) -> bool {
        self.at != Desk::Thanks && (self.guide != Guide::default() || !self.drafts.is_empty())
    }

    fn whom(&self) -> Option<Rc<str>> {
        match &self.at {
            Desk::With(person, _) => Some(Rc::clone(&person.id)),
            Desk::People | Desk::Thanks => None,
        }
    }

    fn set_task(&mut self, task: Task) {
        if let Desk::With(_, now) = &mut self.at {
            *now = task;
        }
    }
}

/// Everyone of a delegation, senators first.
pub fn people(delegation: &Delegation) -> Vec<Rc<Person>> {
    let member = match &delegation.house {
        HouseSeat::Held(official) => Some(official),
        HouseSeat::Vacant => None,
    };
    delegation.senators.iter().chain(member).map(|official| Rc::new(person(official))).collect()
}

#[cfg(test)]
mod tests;
