//! What is stored of a visit: each fact with the states it can be in.

use std::rc::Rc;

use places::assembly::Assembly;
use places::date::Date;
use places::legislature::{Postcode, PostcodeFault};

/// What the browser said of itself after the first render.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Browser {
    /// Today in the visitor's time zone.
    pub today: Option<Date>,
    /// What time it is, in minutes since 1 January 1970 in UTC; asked again whenever a call is opened.
    pub now: Option<i32>,
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

/// Something large that is compared by identity: two loads are never mixed up, and comparing costs nothing.
#[derive(Debug)]
pub struct Shared<T: ?Sized>(pub Rc<T>);

impl<T: Default> Default for Shared<T> {
    fn default() -> Shared<T> {
        Shared(Rc::default())
    }
}

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
    Ready(Shared<Assembly>),
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

/// The three steps of the way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Find the people.
    #[default]
    Find,
    /// Write one letter for all of them.
    Write,
    /// Send it to each, then thank and share.
    Send,
}

impl Step {
    /// All of them, in order.
    pub const ALL: [Step; 3] = [Step::Find, Step::Write, Step::Send];
}

/// Which letter is open for editing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Editing {
    /// None: the letter is shown as it will be read.
    #[default]
    Nothing,
    /// The one for everybody.
    Everybodys,
    /// The one to this person alone.
    Own(Rc<str>),
}

/// A field in which the visitor types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// Narrows a long list of seats to those that hold it.
    Seats,
    /// The answer to a prompt, by its place.
    Answer(usize),
    /// The name below each letter.
    Name,
    /// The postal address below each letter.
    Address,
    /// The subject for everybody, as the first reader gets it.
    Subject,
    /// The body for everybody, as the first reader gets it.
    Body,
    /// The subject of the letter to this person alone.
    OwnSubject(Rc<str>),
    /// The whole letter to this person alone.
    OwnBody(Rc<str>),
}

/// What an answer of the visitor would throw away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loss {
    /// Everything, for somebody else to begin.
    Everything,
    /// What was changed by hand in the letter for everybody.
    Edits,
    /// What was changed by hand in a point, by its place, with the point.
    Point(usize),
    /// The letter to this person alone, for that for everybody.
    Own(Rc<str>),
}

/// What of the letter on the open card was copied last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Copied {
    /// Nothing yet.
    #[default]
    No,
    /// The letter is on the clipboard.
    Letter,
    /// A mail with the letter in it was opened.
    Mail,
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
