//! Congress as one of the legislatures.

use std::rc::Rc;

use super::{Congress, Delegation, Division, Finding, HouseSeat, Official, Role, Validity};
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
        self.named(region).into_iter().map(Seat::Congress).collect()
    }

    fn represent(&self, seat: Seat) -> Option<Representation> {
        let delegation = self.delegation(seat.division()?)?;
        let home = delegation.division;
        let mut people: Vec<Rc<Person>> = Vec::new();
        for official in &delegation.senators {
            people.push(Rc::new(person(official)));
        }
        // The same for every district.
        let state = Division { district: Division::WHOLE, ..home };
        for number in 0..delegation.unknown_senators {
            people.push(seat_of(state, Role::Senator, if number == 0 { "senate-1-" } else { "senate-2-" }));
        }
        match &delegation.house {
            HouseSeat::Held(official) => people.push(Rc::new(person(official))),
            HouseSeat::Vacant => {}
            HouseSeat::Unknown => people.push(seat_of(home, Role::in_the_house(home.state), "house-")),
        }
        let vacant = delegation.house == HouseSeat::Vacant;
        let Delegation { ended, redrawn, .. } = delegation;
        Some(Representation { seat, people, vacant, ended, redrawn })
    }

    fn seat_name(&self, _: Seat) -> Option<&str> {
        None
    }

    fn place_in_letter(&self, seat: Seat, role: Role) -> String {
        match (seat.division(), role) {
            (Some(home), role) if role == Role::Senator || home.is_whole_state() => state_place(home.state),
            (Some(home), _) => place(home),
            (None, _) => String::new(),
        }
    }

    fn seat_code(&self, seat: Seat) -> String {
        seat.division().map(Division::text).unwrap_or_default()
    }
}

/// Whoever holds a seat, where the records do not know: a letter can go to the seat. Has no name.
fn seat_of(division: Division, role: Role, kind: &str) -> Rc<Person> {
    let id = [kind, &division.text()].concat();
    Rc::new(Person { seat: Some(Seat::Congress(division)), ..Person::new(id.into(), "".into(), "".into(), role) })
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
