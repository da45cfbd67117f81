//! One visitor's way from a postcode to a letter, as facts and a reducer without side effects.
//!
//! Only facts are stored; which screen shows is computed from them. Nothing here leaves the page's memory.

mod event;
mod facts;
mod screen;

use std::rc::Rc;

use crate::domain::congress::Offices;
use crate::domain::legislature::{Legislature, Person, Place, Representation, Seat};
use crate::domain::letter::{Draft, Guide};

pub use event::Event;
pub use facts::{Answer, Browser, Channel, Copied, Desk, LinkCopy, Shared, Tables, Task};
pub use screen::{Question, Screen, WhyRegions, WhySeats};

/// Everything we know of a visit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Visit {
    /// The tables of the legislature.
    pub tables: Tables,
    /// District offices; an extra that may be missing.
    pub offices: Option<Shared<Offices>>,
    /// Whether they could not be had; then the visitor is told, and may try again.
    pub offices_failed: bool,
    /// People whom the campaign names, for visitors whom no legislature represents; empty where one does.
    pub named: Rc<[Rc<Person>]>,
    /// What was last sent from the field for the postcode, as people write it, for when the visitor comes back to it.
    pub typed: String,
    /// What the visitor said about their place.
    pub answer: Answer,
    /// The seat that follows from the answer, or was chosen.
    pub home: Option<Seat>,
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
            Event::TablesAsked | Event::TablesLoaded(_) | Event::TablesFailed if self.legislature().is_some() => {}
            Event::TablesAsked => self.tables = Tables::Loading,
            Event::TablesLoaded(legislature) => {
                self.tables = Tables::Ready(legislature);
                self.settle();
            }
            Event::TablesFailed => self.tables = Tables::Failed,
            Event::OfficesLoaded(offices) => self.offices = Some(offices),
            Event::OfficesAsked => self.offices_failed = false,
            Event::OfficesFailed => self.offices_failed = true,
            Event::PostcodeEntered(text, read) => {
                (self.answer, self.typed) = match read {
                    Ok(postcode) => (Answer::Postcode(postcode), postcode.to_string()),
                    Err(fault) => (Answer::Malformed(fault), text),
                };
                self.settle();
            }
            Event::ByRegionChosen => self.forget(Answer::ByRegion),
            Event::RegionChosen(region) => {
                self.answer = Answer::Region(region);
                self.settle();
            }
            Event::SeatChosen(seat) => self.home = Some(seat),
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

    /// Takes the seat as settled when the answer leaves only one.
    fn settle(&mut self) {
        self.at = Desk::People;
        self.home = match self.candidates().as_deref() {
            Some([only]) => Some(*only),
            _ => None,
        };
    }

    /// The tables, once they are here.
    pub fn legislature(&self) -> Option<&dyn Legislature> {
        match &self.tables {
            Tables::Ready(legislature) => Some(&*legislature.0),
            Tables::Untouched | Tables::Loading | Tables::Failed => None,
        }
    }

    fn candidates(&self) -> Option<Vec<Seat>> {
        let legislature = self.legislature()?;
        match &self.answer {
            Answer::Postcode(postcode) => match legislature.find(*postcode) {
                Place::Seats(seats) => Some(seats),
                Place::Region(region) => Some(legislature.seats_of(region)),
                Place::Military | Place::Outside | Place::Unknown => None,
            },
            Answer::Region(region) => Some(legislature.seats_of(region)),
            Answer::Nothing | Answer::ByRegion | Answer::Malformed(_) => None,
        }
    }

    /// Who represents the visitor, once that is known.
    pub fn representation(&self) -> Option<Representation> {
        self.legislature()?.represent(self.home?)
    }

    /// Everyone to whom the visitor may write, in order; empty while that is not known.
    pub fn people(&self) -> Vec<Rc<Person>> {
        self.representation().map_or_else(|| self.named.to_vec(), |found| found.people)
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

#[cfg(test)]
mod tests;
