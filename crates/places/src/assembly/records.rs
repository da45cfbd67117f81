//! What the compact file of a legislature is made from.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::Special;
use crate::congress::Zip;
use crate::date::Date;
use crate::legislature::Validity;
use crate::uk_postcode::UkPostcode;

/// Everything that the compact file holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Records {
    /// When people and boundaries hold.
    pub validity: Validity,
    /// The first day on which nobody holds a seat by these records, unless their own term goes on.
    pub over_from: Date,
    /// Where letters go that have no address of their own, one line; empty for nowhere.
    pub address: String,
    /// In the order of lists.
    pub regions: Vec<RegionRecord>,
    /// In the order of lists.
    pub seats: Vec<SeatRecord>,
    /// In the order in which those of one seat are offered.
    pub people: Vec<PersonRecord>,
    /// Which seats postcodes may belong to.
    pub postcodes: Postcodes,
    /// What postcodes mean that are in no table: each a beginning (`BT*`) or a whole one, without spaces.
    pub special: Vec<(Rc<str>, Special)>,
    /// Places of the regions whose seats get new boundaries, and the day from which these apply.
    pub redrawn: (Vec<u16>, Date),
}

/// A part of the country by which people may look for their seat.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RegionRecord {
    /// ISO 3166-2, or ISO 3166-1 for a country.
    pub code: Rc<str>,
    /// In the language of the records, as one writes it after "in"; empty where letters never name it.
    pub name: Rc<str>,
    /// Who sits for all of it.
    pub shared: Shared,
}

/// How many people sit for a whole region, besides those of its seats.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// As what.
    pub role: u8,
    /// How many; 0 where it isn't known how many there should be.
    pub posts: u8,
}

/// How a seat gets its name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Naming {
    /// It has one of its own.
    #[default]
    Own,
    /// It is a whole region and has that one's name.
    Region,
    /// It is the only one of a region: "Vermont, at large".
    AtLarge,
    /// It has a number within its region, from 1.
    Numbered(u16),
}

/// What somebody lives in: a riding, a constituency, a ward.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SeatRecord {
    /// `35001`, `33-4`; follows from region and number where it has no name of its own.
    pub code: Rc<str>,
    /// In the language of the records; only where [`Naming::Own`] says that it has one.
    pub name: Rc<str>,
    /// Where its name comes from.
    pub naming: Naming,
    /// A place in [`Records::regions`].
    pub region: u16,
    /// As what somebody sits for this seat alone; `None` where nobody does.
    pub post: Option<u8>,
}

/// For whom somebody sits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Home {
    /// A place in [`Records::seats`].
    Seat(u16),
    /// Every seat of a place in [`Records::regions`].
    Region(u16),
}

/// What grammar needs to know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gender {
    /// Not told, or neither.
    #[default]
    Other,
    /// A woman.
    Female,
    /// A man.
    Male,
}

/// Somebody who sits in a legislature.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PersonRecord {
    /// Unlike everybody else's.
    pub id: String,
    /// At least one.
    pub homes: Vec<Home>,
    /// A place among the roles of the folder.
    pub role: u8,
    /// For titles and salutations.
    pub gender: Gender,
    /// As they write it.
    pub name: String,
    /// For the salutation.
    pub family_name: String,
    /// The id of a group, or a name; empty for none.
    pub party: String,
    /// Ids of further groups.
    pub groups: Vec<String>,
    /// The first day on which they hold their seat no longer, where that doesn't depend on the legislature.
    pub until: Option<Date>,
    /// Each empty where it is not known: e-mail, telephone, site, contact form, postal address.
    pub ways: [String; 5],
}

/// Which seats postcodes may belong to, by their scheme.
#[derive(Clone, Debug, PartialEq)]
pub enum Postcodes {
    /// Letters and digits in a form of the country.
    Codes(Vec<PostcodeRecord>),
    /// ZIP codes; seats in the order in which they are offered.
    Zips(BTreeMap<Zip, Vec<u16>>),
    /// The first postcode of each run within an outward code, sorted.
    Runs(Vec<(UkPostcode, u16)>),
}

/// Where a postcode, or all that begin as it does, lies.
#[derive(Clone, Debug, PartialEq)]
pub struct PostcodeRecord {
    /// Capital letters and digits, with `*` behind the beginning of several.
    pub code: Rc<str>,
    /// Places in [`Records::seats`], where more people live first.
    pub seats: Vec<u16>,
}
