//! The House of Commons of the United Kingdom: who represents which constituency, and where every postcode lies.
//!
//! The tables are made by `undersigned import uk` from public records and shipped as one compact file for the whole
//! country. Postcodes of Northern Ireland are not open data: there the page lists the 18 seats.

mod outcome;
mod postcode;
mod postcode_table;
mod records;
mod table;

pub use self::outcome::{NORTHERN_IRELAND, REGIONS};
pub use self::postcode::UkPostcode;
pub use self::records::{ConstituencyRecord, General, MemberRecord, Records, Run};
pub use self::table::Commons;

/// A constituency, by its place among those of the table that named it, in the order of GSS codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Constituency(u16);

impl Constituency {
    /// The constituency at a place of the table, counted from 0.
    pub fn at(place: u16) -> Constituency {
        Constituency(place)
    }

    /// Its place in the table, counted from 0.
    pub fn place(self) -> usize {
        usize::from(self.0)
    }
}
