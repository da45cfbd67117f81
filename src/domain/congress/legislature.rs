//! Congress as one of the legislatures.

use std::rc::Rc;

use super::{Congress, Finding, HouseSeat, Official, Role, State, Validity};
use crate::domain::legislature::{Affiliation, Legislature, Person, Place, Postcode, Representation, Seat};
use crate::domain::letter::{place, state_place};

impl Legislature for Congress {
    fn validity(&self) -> Validity {
        Congress::validity(self)
    }

    fn find(&self, postcode: Postcode) -> Place {
        let Postcode::Zip(zip) = postcode else { return Place::Unknown };
        match Congress::find(self, zip) {
            Finding::Divisions(divisions) => Place::Seats(divisions.into_iter().map(Seat::Congress).collect()),
            Finding::Military => Place::Military,
            Finding::Outside => Place::Outside,
            Finding::Unknown => Place::Unknown,
        }
    }

    fn seats_of(&self, region: &str) -> Vec<Seat> {
        let divisions = State::from_code(region).map(|state| self.divisions_of(state)).unwrap_or_default();
        divisions.into_iter().map(Seat::Congress).collect()
    }

    fn represent(&self, seat: Seat) -> Option<Representation> {
        let delegation = self.delegation(seat.division()?)?;
        let (member, vacant) = match &delegation.house {
            HouseSeat::Held(official) => (Some(official), false),
            HouseSeat::Vacant => (None, true),
        };
        let people = delegation.senators.iter().chain(member).map(|official| Rc::new(person(official)));
        Some(Representation { seat, people: people.collect(), vacant })
    }

    fn seat_name(&self, _: Seat) -> Option<&str> {
        None
    }

    fn place_in_letter(&self, seat: Seat, role: Role) -> String {
        match (seat.division(), role) {
            (Some(home), Role::Senator) => state_place(home.state),
            (Some(home), _) => place(home),
            (None, _) => String::new(),
        }
    }

    fn seat_code(&self, seat: Seat) -> String {
        seat.division().map(|division| division.to_string()).unwrap_or_default()
    }
}

/// A member of Congress as one of the people to whom supporters write.
pub fn person(official: &Official) -> Person {
    let of = |text: &Rc<str>| Rc::clone(text);
    Person {
        seat: Some(Seat::Congress(official.division)),
        party: official.caucus.map_or(Affiliation::Member(official.party), Affiliation::SitsWith),
        phone: official.phone.clone(),
        site: official.site.clone(),
        contact_form: official.contact_form.clone(),
        email: official.email.clone(),
        address: official.address.clone(),
        ..Person::new(of(&official.bioguide), of(&official.name), of(&official.family_name), official.role)
    }
}
