//! What can happen in a visit.

use std::rc::Rc;

use super::facts::{Browser, Channel, Copied, LinkCopy, Shared};
use crate::domain::congress::{Congress, Division, Offices, Official, State};
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
    /// Somebody else may act now: nothing of what was written or done stays.
    StartedOver,
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
