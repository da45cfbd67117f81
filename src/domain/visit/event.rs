//! What can happen in a visit.

use std::rc::Rc;

use super::facts::{Browser, Channel, Copied, LinkCopy, Shared, Task};
use crate::domain::congress::Offices;
use crate::domain::legislature::{Legislature, Person, Postcode, PostcodeFault, Seat};
use crate::domain::letter::Draft;

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
    TablesLoaded(Shared<dyn Legislature>),
    /// The tables cannot be had.
    TablesFailed,
    /// The district offices are here.
    OfficesLoaded(Shared<Offices>),
    /// The district offices cannot be had.
    OfficesFailed,
    /// The district offices are asked for again.
    OfficesAsked,
    /// The form for the postcode was sent off with this text, which reads so.
    PostcodeEntered(String, Result<Postcode, PostcodeFault>),
    /// The visitor would rather choose a region.
    ByRegionChosen,
    /// A region was chosen, by its code.
    RegionChosen(Rc<str>),
    /// One of several seats was chosen.
    SeatChosen(Seat),
    /// "Change": back to the question about the place. Drafts and contacts stay.
    PlaceForgotten,
    /// Somebody else may act now: nothing of what was written or done stays.
    StartedOver,
    /// A letter to this person was opened; the first one begins with the guide.
    LetterOpened(Rc<Person>),
    /// A call to this person was opened.
    CallOpened(Rc<Person>),
    /// On to another task with the same person, or back to one.
    TurnedTo(Task),
    /// A prompt, by its place, was answered so.
    Answered(usize, String),
    /// A point was chosen or taken out.
    PointToggled(usize),
    /// Name and address for the end of each letter.
    Signed(String),
    /// The letter on the screen was edited.
    LetterEdited(Draft),
    /// The edits of the letter on the screen were thrown away: it is made anew from the guide.
    LetterReset,
    /// Copying ended so.
    Copied(Copied),
    /// The visitor says that this came of it for the person on the screen.
    Contacted(Channel),
    /// Back to the people.
    BackToPeople,
    /// The visitor is finished.
    Finished,
}
