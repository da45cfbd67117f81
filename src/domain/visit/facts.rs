//! What is stored of a visit: each fact with the states it can be in.

use std::rc::Rc;

use crate::domain::date::Date;
use crate::domain::legislature::{Legislature, Person, Postcode, PostcodeFault};
use crate::domain::office_hours::Moment;

/// What the browser said of itself after the first render.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Browser {
    /// Today in the visitor's time zone.
    pub today: Option<Date>,
    /// What time it is; asked again whenever a call is opened.
    pub now: Option<Moment>,
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
pub struct Shared<T: ?Sized>(pub Rc<T>);

impl<T: ?Sized> Clone for Shared<T> {
    fn clone(&self) -> Shared<T> {
        Shared(Rc::clone(&self.0))
    }
}

impl<T: ?Sized> PartialEq for Shared<T> {
    fn eq(&self, other: &Shared<T>) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// How far the tables are.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Tables {
    /// Not asked for: nobody touched the field for the postcode.
    #[default]
    Untouched,
    /// On their way.
    Loading,
    /// Here.
    Ready(Shared<dyn Legislature>),
    /// Missing, cut short or not what they should be.
    Failed,
}

/// What the visitor said about their place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Answer {
    /// Nothing yet.
    #[default]
    Nothing,
    /// They would rather choose from the list of regions.
    ByRegion,
    /// A postcode.
    Postcode(Postcode),
    /// Something that is not a postcode of the country.
    Malformed(PostcodeFault),
    /// A region by its code: a state (`VT`), a nation or a region of England (GSS code). Behind a space, the seats around
    /// where the visitor is (` NY-12 NY-10`).
    Region(Rc<str>),
}

impl Answer {
    /// Whether the visitor said where they are.
    pub fn is_located(&self) -> bool {
        matches!(self, Answer::Region(code) if code.starts_with(' '))
    }
}

/// What the visitor is doing once the people are known.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Desk {
    /// Looking at the people.
    #[default]
    People,
    /// Busy with one of them.
    With(Rc<Person>, Task),
    /// Finished.
    Thanks,
}

/// What one does with one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Answering the campaign's questions in one's own words, for all letters.
    Words,
    /// Choosing the points, for all letters.
    Points,
    /// Reading and changing the letter.
    Letter,
    /// Taking it where it goes.
    Send(Copied),
    /// Calling.
    Call,
}

/// What of the letter on the screen was copied last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// Nothing yet.
    No,
    /// The letter is on the clipboard.
    Letter,
    /// The subject is.
    Subject,
    /// The address is.
    Address,
    /// The browser refused: the visitor must copy by hand.
    Refused,
}

/// How somebody was contacted, or what came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// In writing.
    Letter,
    /// By telephone: somebody answered.
    Reached,
    /// By telephone: a message was left.
    Voicemail,
    /// The line was busy. Worth noting, but nobody was contacted.
    Busy,
}

impl Channel {
    /// Whether it is a letter; everything else is a call.
    pub fn is_letter(self) -> bool {
        self == Channel::Letter
    }
}
