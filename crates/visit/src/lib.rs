//! One visitor's way from a postcode to letters in the post, as facts and a reducer without side effects.
//!
//! Only facts are stored; which screen shows is computed from them. Nothing here leaves the page's memory.

pub mod catalogue;
pub mod channel;
mod event;
mod facts;
pub mod island;
pub mod letter;
mod letters;
mod people;
mod screen;
pub mod share;

use std::rc::Rc;

use places::congress::Offices;
use places::legislature::{Person, Seat};

use crate::letter::words::Letter;
use crate::letter::{Draft, Guide, Sheet, typed};

pub use event::Event;
pub use facts::{Answer, Browser, Channel, Copied, Editing, Field, LinkCopy, Loss, Shared, Step, Tables};
pub use screen::{Question, Screen, WhyRegions, WhySeats};

/// To so many people a visitor may write at most where more represent them.
pub const MOST_READERS: usize = 10;

/// Everything we know of a visit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Visit {
    /// The campaign's letter.
    pub letter: Shared<Letter>,
    /// The campaign's headline.
    pub title: Rc<str>,
    /// The tables of the legislature.
    pub tables: Tables,
    /// District offices; an extra that may be missing.
    pub offices: Option<Shared<Offices>>,
    /// Whether they could not be had; then the visitor is told, and may try again.
    pub offices_failed: bool,
    /// People whom the campaign names, for visitors whom no legislature represents; empty where one does.
    pub named: Shared<Vec<Rc<Person>>>,
    /// What was last sent from the field for the postcode, as people write it, for when the visitor comes back to it.
    pub typed: String,
    /// What the visitor said about their place.
    pub answer: Answer,
    /// To what a long list of seats was narrowed.
    pub filter: String,
    /// The seat that follows from the answer, or was chosen.
    pub home: Option<Seat>,
    /// Where on the way the visitor is.
    pub step: Step,
    /// Whose ticks the visitor changed; see [`Visit::is_ticked`] for the others.
    pub toggled: Vec<Rc<str>>,
    /// What the visitor puts into every letter: their own words apart from ours.
    pub guide: Guide,
    /// What the visitor changed by hand in the letter for everybody.
    pub sheet: Sheet,
    /// Letters to one person alone, by the person's identifier.
    pub own: Vec<(Rc<str>, Draft)>,
    /// Which letter is being edited.
    pub editing: Editing,
    /// What would be thrown away, while the visitor is asked.
    pub asking: Option<Loss>,
    /// Whose card the visitor opened; otherwise it is the first to whom nothing was sent.
    pub open: Option<Rc<str>>,
    /// What was copied on the open card.
    pub copied: Copied,
    /// Whom the visitor says they contacted, and how.
    pub contacted: Vec<(Rc<str>, Channel)>,
    /// Whether the visitor is finished.
    pub finished: bool,
    /// What the browser said of itself.
    pub browser: Browser,
    /// What came of copying the link to the campaign.
    pub link: LinkCopy,
}

impl Visit {
    /// Applies what happened.
    pub fn apply(&mut self, event: Event) {
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
                let (answer, text) = match read {
                    Ok(postcode) => (Answer::Postcode(postcode), postcode.text()),
                    Err(fault) => (Answer::Malformed(fault), text),
                };
                self.typed = text;
                self.answer(answer);
            }
            Event::ByRegionChosen => self.answer(Answer::ByRegion),
            Event::RegionChosen(region) => self.answer(Answer::Region(region)),
            Event::SeatChosen(seat) => self.home = Some(seat),
            Event::PlaceForgotten => self.answer(Answer::Nothing),
            Event::PersonToggled(id) => {
                let before = self.toggled.len();
                self.toggled.retain(|other| *other != id);
                if self.toggled.len() == before {
                    self.toggled.push(id);
                    if self.ticked().len() > MOST_READERS && self.is_many(self.people().len()) {
                        self.toggled.pop();
                    }
                }
            }
            Event::WentTo(step) => self.go_to(step),
            Event::Typed(field, text) => self.take(field, &typed(&text)),
            Event::PointToggled(point) if self.guide.points.contains(&point) => self.ask(Loss::Point(point)),
            Event::PointToggled(point) => self.guide.toggle(point),
            Event::EditingChanged(editing) => self.edit(editing),
            Event::LossAsked(loss) => self.ask(loss),
            Event::LossDeclined => self.asking = None,
            Event::LossConfirmed => {
                if let Some(loss) = self.asking.take() {
                    self.lose(loss);
                }
            }
            Event::CardOpened(id) => {
                self.finished = false;
                self.copied = Copied::No;
                self.open = Some(id);
            }
            Event::Copied(how) => self.copied = how,
            Event::Contacted(id, channel) => {
                // One letter and one call for each; the last outcome of a call counts.
                self.contacted.retain(|(whose, before)| *whose != id || before.is_letter() != channel.is_letter());
                self.contacted.push((id, channel));
                if channel != Channel::Busy && self.step == Step::Send {
                    (self.open, self.copied) = (None, Copied::No);
                    self.finished = self.ticked().iter().all(|person| self.is_done(person));
                }
            }
            Event::Finished => (self.step, self.finished) = (Step::Send, true),
        }
    }

    fn answer(&mut self, answer: Answer) {
        self.answer = answer;
        self.settle();
    }

    /// Takes the seat as settled when the answer leaves only one.
    fn settle(&mut self) {
        self.filter.clear();
        self.home = match self.candidates().as_deref() {
            Some([only]) => Some(*only),
            _ => None,
        };
        self.go_to(Step::Find);
    }

    /// Nobody writes or sends before they know to whom.
    fn go_to(&mut self, step: Step) {
        if step != Step::Find && self.ticked().is_empty() {
            return;
        }
        self.step = step;
        self.finished = false;
        self.asking = None;
        self.edit(Editing::Nothing);
        // What was copied is sent as it was shown: once the letter can change, it is copied again.
        (self.open, self.copied) = (None, Copied::No);
    }

    /// Asks before something of the visitor's own is thrown away; does it at once if nothing is.
    fn ask(&mut self, loss: Loss) {
        let is_theirs = match &loss {
            Loss::Everything => self.guide != Guide::default() || !self.sheet.is_empty() || !self.own.is_empty(),
            Loss::Edits => !self.sheet.is_empty(),
            Loss::Point(point) => self.holds_words(*point),
            Loss::Own(id) => self.differs(id),
        };
        if is_theirs {
            self.asking = Some(loss);
        } else {
            self.lose(loss);
        }
    }

    fn lose(&mut self, loss: Loss) {
        match loss {
            Loss::Everything => {
                (self.guide, self.sheet) = Default::default();
                self.own.clear();
                self.toggled.clear();
                self.contacted.clear();
                self.typed.clear();
                self.link = LinkCopy::Untried;
                self.answer(Answer::Nothing);
            }
            Loss::Edits => self.sheet = Sheet::default(),
            Loss::Point(point) => self.forget_point(point),
            Loss::Own(id) => self.rejoin(&id),
        }
    }

    /// Whether words of the visitor's own would be lost if the page went away now.
    pub fn has_draft(&self) -> bool {
        !self.finished && (self.guide != Guide::default() || !self.sheet.is_empty() || !self.own.is_empty())
    }
}

#[cfg(test)]
mod tests;
