//! The House of Commons of the United Kingdom: its constituencies with their members, and its postcodes.
//!
//! The tables are made by `undersigned import uk` from public records. Visitors get them in the form of [`crate::assembly`].
//! Postcodes of Northern Ireland are not open data: there the page lists the 18 seats.

mod postcode;
mod records;

pub use self::postcode::UkPostcode;
pub(crate) use self::postcode::{INWARDS, outward_code};
pub use self::records::{ConstituencyRecord, General, INDEPENDENTS, MemberRecord, Records, Run, manner};

/// Parliament's own finder, by postcode or name.
pub const UK_FINDER: &str = "https://members.parliament.uk/FindYourMP";

/// The regions of England by GSS code, then Northern Ireland, Scotland and Wales.
pub const REGIONS: [&str; 12] = [
    "E12000001",
    "E12000002",
    "E12000003",
    "E12000004",
    "E12000005",
    "E12000006",
    "E12000007",
    "E12000008",
    "E12000009",
    NORTHERN_IRELAND,
    "S92000003",
    "W92000004",
];

/// The region whose postcodes are not open data.
pub const NORTHERN_IRELAND: &str = "N92000002";
