//! What the records of the House of Commons say, and what is made of them for visitors.

use std::rc::Rc;

use super::{NORTHERN_IRELAND, REGIONS, UkPostcode};
use crate::assembly::{
    self, Forms, Home, Manner, PersonRecord, Postcodes, RegionRecord, RoleWords, SeatRecord, Special,
};
use crate::legislature::Validity;
use crate::office_hours::LONDON;

/// What a page says of the House of Commons, apart from what differs with its language: how a member is shown (`{name} MP`), and
/// what members without a party are called.
pub fn manner(shown: &str, independents: Rc<str>) -> Manner {
    let forms = || Forms {
        shown: shown.to_owned(),
        title: "MP".to_owned(),
        salutation: "{name}".to_owned(),
        addressed: "{name} MP".to_owned(),
    };
    let vacant = shown.replace("{name}", "").trim().to_owned();
    let role = RoleWords { audiences: "uk-commons".to_owned(), vacant, forms: [forms(), forms(), forms()] };
    Manner {
        names_in: "en".to_owned(),
        postcodes: vec![Manner::UK.to_owned()],
        roles: role.to_texts(),
        groups: vec![(INDEPENDENTS.0.into(), independents)],
        anyone: ["MP", "[name]", "[your constituency]"].map(str::to_owned).into(),
        capital: vec!["London".to_owned(), LONDON.to_owned()],
        ..Manner::default()
    }
}

/// The group of members without a party, and what the records call them.
pub const INDEPENDENTS: (&str, &str) = ("uk-independents", "Independent");

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
    /// A member's official page, as what is before and behind their number.
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

impl Records {
    /// The records, for [`crate::assembly::Assembly::bytes`].
    pub fn assembled(&self, validity: &Validity) -> assembly::Records {
        let region = |code: &str| RegionRecord { code: code.into(), ..RegionRecord::default() };
        let seats = self.constituencies.iter().map(|row| SeatRecord {
            code: Rc::clone(&row.code),
            name: Rc::clone(&row.name),
            region: u16::from(row.region),
            post: Some(0),
            ..SeatRecord::default()
        });
        let (before, behind) = &self.general.page;
        let people = self.constituencies.iter().enumerate().filter_map(|(place, row)| {
            let member = row.member.as_ref()?;
            let id = member.id.to_string();
            let page = [&**before, &id, &**behind].concat();
            let party = if *member.party == *INDEPENDENTS.1 { INDEPENDENTS.0 } else { &member.party };
            Some(PersonRecord {
                id,
                homes: vec![Home::Seat(place as u16)],
                name: member.name.to_string(),
                family_name: member.name.rsplit(' ').next().unwrap_or_default().to_owned(),
                party: party.to_owned(),
                ways: [
                    member.email.as_deref().unwrap_or_default().to_owned(),
                    String::new(),
                    page,
                    String::new(),
                    String::new(),
                ],
                ..PersonRecord::default()
            })
        });
        let northern_ireland = REGIONS.iter().position(|code| *code == NORTHERN_IRELAND).unwrap_or_default() as u16;
        let special = [
            ("BT*", Special::Region(northern_ireland)),
            ("BF*", Special::Military),
            ("GY*", Special::Outside),
            ("IM*", Special::Outside),
            ("JE*", Special::Outside),
            ("GX*", Special::Outside),
            // The Girobank is gone, and nobody lived there.
            ("GI*", Special::Nowhere),
        ];
        assembly::Records {
            validity: validity.clone(),
            over_from: validity.valid_to,
            address: self.general.address.to_string(),
            regions: REGIONS.map(region).into(),
            seats: seats.collect(),
            people: people.collect(),
            postcodes: Postcodes::Runs(self.runs.iter().map(|run| (run.first, run.constituency)).collect()),
            special: special.map(|(code, special)| (code.into(), special)).into(),
            redrawn: (Vec::new(), validity.valid_to),
        }
    }
}
