//! The Commons as one of the legislatures: what each kind of postcode leads to.

use std::rc::Rc;

use super::{Commons, Constituency};
use crate::domain::legislature::{Ended, Legislature, Person, Place, Postcode, Representation, Role, Seat, Validity};

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

impl Legislature for Commons {
    fn validity(&self) -> Validity {
        self.validity.clone()
    }

    fn find(&self, postcode: Postcode) -> Place {
        let Postcode::Uk(postcode) = postcode else { return Place::Unknown };
        match &postcode.area() {
            b"BT" => Place::Region(NORTHERN_IRELAND),
            b"BF" => Place::Military,
            b"GY" | b"IM" | b"JE" | b"GX" => Place::Outside,
            // The Girobank is gone, and nobody lived there.
            b"GI" => Place::Unknown,
            _ if postcode.is_abroad() => Place::Outside,
            _ => match self.postcodes.find(postcode) {
                Some(constituency) => Place::Seats(vec![Seat::Commons(constituency)]),
                None => Place::Unknown,
            },
        }
    }

    fn seats_of(&self, region: &str) -> Vec<Seat> {
        let places = self.constituencies.iter().enumerate();
        let within = places.filter(|(_, known)| REGIONS.get(usize::from(known.region)) == Some(&region));
        within.map(|(place, _)| Seat::Commons(Constituency(place as u16))).collect()
    }

    fn represent(&self, seat: Seat) -> Option<Representation> {
        let row = self.row(seat)?;
        let mut member = row.member.as_ref().map(Rc::clone);
        let mut ended = Vec::new();
        let Validity { as_of, valid_to, .. } = self.validity;
        if as_of < valid_to && self.today >= Some(valid_to) {
            let role = Role::MemberOfParliament;
            if let Some(former) = member {
                ended.push(Ended { name: Rc::clone(&former.name), role, until: valid_to });
            }
            // A letter can go to whoever sits there by then.
            let person = Person::new(["seat-", &*row.code].concat().into(), "".into(), "".into(), role);
            member = Some(Rc::new(Person { seat: Some(seat), ..person }));
        }
        let vacant = member.is_none();
        let people = member.into_iter().collect();
        Some(Representation { seat, vacant, people, ended, redrawn: false })
    }

    fn seat_name(&self, seat: Seat) -> Option<&str> {
        Some(&self.row(seat)?.name)
    }

    fn names_in(&self) -> Option<&str> {
        Some("en")
    }

    fn place_in_letter(&self, seat: Seat, _: Role) -> String {
        self.seat_name(seat).unwrap_or_default().to_owned()
    }

    fn seat_code(&self, seat: Seat) -> String {
        self.row(seat).map(|row| row.code.as_ref().to_owned()).unwrap_or_default()
    }
}
