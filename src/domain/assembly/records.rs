//! What the compact file of a legislature is made from.

use std::rc::Rc;

use crate::domain::legislature::Validity;

/// Everything that the compact file holds, as a folder tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct Records {
    /// When people and boundaries hold.
    pub validity: Validity,
    /// Where letters go that have no address of their own, one line; empty for nowhere.
    pub address: String,
    /// Codes, in the order of lists.
    pub regions: Vec<Rc<str>>,
    /// In the order of lists.
    pub seats: Vec<SeatRecord>,
    /// In the order in which those of one seat are offered.
    pub people: Vec<PersonRecord>,
    /// In any order.
    pub postcodes: Vec<PostcodeRecord>,
}

/// What somebody lives in: a riding, a constituency, a ward.
#[derive(Clone, Debug, PartialEq)]
pub struct SeatRecord {
    /// `35001`, `33-4`.
    pub code: Rc<str>,
    /// In the language of the folder's names.
    pub name: Rc<str>,
    /// A place in [`Records::regions`].
    pub region: u16,
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
    /// Each empty where it is not known: e-mail, telephone, site, contact form, postal address.
    pub ways: [String; 5],
}

/// Where a postcode, or all that begin as it does, lies.
#[derive(Clone, Debug, PartialEq)]
pub struct PostcodeRecord {
    /// Capital letters and digits, with `*` behind the beginning of several.
    pub code: Rc<str>,
    /// Places in [`Records::seats`], where more people live first.
    pub seats: Vec<u16>,
}
