//! What the tables are made from: constituencies with their members, and runs of postcodes.

use std::rc::Rc;

use super::UkPostcode;

/// Everything that the compact file holds, as the committed tables tell it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Records {
    /// What is the same for every member.
    pub general: General,
    /// In the order of their codes.
    pub constituencies: Vec<ConstituencyRecord>,
    /// In the order of their postcodes.
    pub runs: Vec<Run>,
}

/// What is the same for every member.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct General {
    /// Where letters go, one line.
    pub address: Rc<str>,
    /// A member's official page, as what stands before and behind their number.
    pub page: (Rc<str>, Rc<str>),
}

/// A constituency.
#[derive(Clone, Debug, PartialEq)]
pub struct ConstituencyRecord {
    /// GSS code, a letter and eight digits: `E14001063`.
    pub code: Rc<str>,
    /// "Aldershot".
    pub name: Rc<str>,
    /// Where it lies, as a place in [`super::REGIONS`].
    pub region: u8,
    /// Who sits for it; `None` while the seat is vacant.
    pub member: Option<MemberRecord>,
}

/// A member.
#[derive(Clone, Debug, PartialEq)]
pub struct MemberRecord {
    /// Their number in the records of Parliament.
    pub id: u32,
    /// As Parliament shows it: "Dr Kieran Mullan".
    pub name: Rc<str>,
    /// By its own name; "Independent" for none.
    pub party: Rc<str>,
    /// For constituents.
    pub email: Option<Rc<str>>,
}

/// Postcodes from one on, to the next run or the end of the outward code.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The first postcode.
    pub first: UkPostcode,
    /// Where they lie, as a place in [`Records::constituencies`].
    pub constituency: u16,
}
