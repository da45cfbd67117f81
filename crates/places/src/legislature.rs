//! What the page asks of a legislature, whichever it is: where does this postcode vote, and whom may they write to?
//!
//! A legislature is data, which [`crate::assembly`] reads.

pub(crate) mod bytes;
mod person;
mod postcode;
mod typed;

use std::borrow::Cow;
use std::fmt;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::date::Date;

pub use self::person::Person;
pub use self::postcode::{Postcode, PostcodeFault};
pub use self::typed::{Country, country_of};
pub(crate) use self::typed::{country_among, plain, words};

/// The name of a legislature: `us-congress`, or that of a folder with its tables.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(extend("pattern" = "^[a-z0-9-]{1,64}$")))]
#[serde(transparent)]
pub struct LegislatureId(Cow<'static, str>);

impl LegislatureId {
    /// The Congress of the United States.
    pub const US_CONGRESS: LegislatureId = LegislatureId(Cow::Borrowed("us-congress"));
    /// The House of Commons of the United Kingdom.
    pub const UK_COMMONS: LegislatureId = LegislatureId(Cow::Borrowed("uk-commons"));

    /// The legislature of this name.
    pub fn new(name: String) -> LegislatureId {
        LegislatureId(Cow::Owned(name))
    }

    /// As in `campaign.json`: `us-congress`.
    pub fn name(&self) -> &str {
        &self.0
    }
}

/// Where somebody votes, by its place in the tables: a district, a constituency, a ward, or a whole region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seat(pub(crate) u16);

impl Seat {
    /// The seat at a place of a table, counted from 0.
    pub fn at(place: u16) -> Seat {
        Seat(place)
    }
}

/// What a postcode says about where somebody votes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// One seat, or every one in which the postcode may lie. Never empty.
    Seats(Vec<Seat>),
    /// Only the region, by its code: choose among its seats. So in Northern Ireland, whose postcodes are not open data.
    Region(Rc<str>),
    /// An armed-forces address (APO, FPO, DPO; BFPO): vote where you are legally resident or registered.
    Military,
    /// A place that nobody in the legislature represents, such as Jersey, Gibraltar or Palau.
    Outside,
    /// Not in the table: a new or a special postcode, or none at all.
    Unknown,
}

/// Everyone who represents the people of one seat.
#[derive(Clone, Debug, PartialEq)]
pub struct Representation {
    /// The seat.
    pub seat: Seat,
    /// In the order in which they are offered: whoever sits for the whole region first.
    pub people: Vec<Rc<Person>>,
    /// Whether nobody holds the seat itself until an election.
    pub vacant: bool,
    /// Whether fewer people sit for the whole region than there are posts.
    pub is_short: bool,
    /// Whose term has ended: who holds their seat now is not in the tables. Among `people`, the seat takes their place.
    pub ended: Vec<Ended>,
    /// Whether the boundaries are others by now, so that only the region is known.
    pub redrawn: bool,
}

/// Somebody who held a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// As they write it.
    pub name: Rc<str>,
    /// The first day on which they held it no longer.
    pub until: Date,
}

/// When tables hold, and where they come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Validity {
    /// Day on which the records were read.
    pub as_of: Date,
    /// First day of the boundaries.
    pub valid_from: Date,
    /// Last day of the boundaries, or of the legislature that was elected in them.
    pub valid_to: Date,
}

/// Why bytes are not the table that they should be. The page then offers the directory instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableFault {
    /// Something else, such as an error page.
    NotATable,
    /// One of our tables, but not the one that was asked for.
    OtherTable,
    /// Of a format that this program does not read; which.
    Version(u8),
    /// Cut short, or with something behind it.
    Length,
    /// Changed on the way.
    Checksum,
    /// Whole, but what it says makes no sense: a mistake of the program that wrote it.
    Content,
}

impl fmt::Display for TableFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            TableFault::NotATable => "not a lookup table",
            TableFault::OtherTable => "another lookup table than expected",
            TableFault::Version(_) => "a lookup table of another version",
            TableFault::Length => "a lookup table of the wrong length",
            TableFault::Checksum => "a damaged lookup table",
            TableFault::Content => "a lookup table with contradictions",
        })
    }
}

impl std::error::Error for TableFault {}
