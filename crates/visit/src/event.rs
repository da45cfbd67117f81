//! What can happen in a visit.

use std::rc::Rc;

use places::assembly::Assembly;
use places::congress::Offices;
use places::legislature::{Postcode, PostcodeFault, Seat};

use super::facts::{Browser, Channel, Copied, Editing, Field, LinkCopy, Loss, Shared, Step};

/// What happened. People are named by their identifier.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The browser said what it can do.
    BrowserAsked(Browser),
    /// Copying the link to the campaign ended so.
    LinkCopied(LinkCopy),
    /// The tables are being fetched.
    TablesAsked,
    /// The tables are here.
    TablesLoaded(Shared<Assembly>),
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
    /// "Change place": back to the question about the place. Everything that was written stays.
    PlaceForgotten,
    /// A person was ticked, or the tick taken away.
    PersonToggled(Rc<str>),
    /// On to a step, or back to one, by a button or by the browser's own.
    WentTo(Step),
    /// This is now in a field.
    Typed(Field, String),
    /// A point was ticked, or the tick taken away.
    PointToggled(usize),
    /// A letter was opened for editing, or closed.
    EditingChanged(Editing),
    /// Something would be thrown away: the visitor is asked first, if anything of theirs is in it.
    LossAsked(Loss),
    /// The visitor keeps what would be thrown away.
    LossDeclined,
    /// The visitor lets it go.
    LossConfirmed,
    /// The card of this person was opened, to send their letter.
    CardOpened(Rc<str>),
    /// Copying ended so.
    Copied(Copied),
    /// The visitor says that this came of it for this person.
    Contacted(Rc<str>, Channel),
    /// The visitor is finished.
    Finished,
}
