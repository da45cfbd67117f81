//! Congress as one of the legislatures.

use std::rc::Rc;

use super::{Congress, Division, Finding, HouseSeat, Official, Role, Validity};
use crate::domain::legislature::{Affiliation, Ended, Legislature, Person, Place, Postcode, Representation, Seat};
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
        let mut people: Vec<Person> = delegation.senators.iter().map(|official| person(official)).collect();
        people.extend((0..delegation.unknown_senators).map(|number| {
            let id = ["seat-senate-", home.state.code(), if number == 0 { "" } else { "-2" }].concat();
            seat_of(home, Role::Senator, id)
        }));
        match &delegation.house {
            HouseSeat::Held(official) => people.push(person(official)),
            HouseSeat::Vacant => {}
            HouseSeat::Unknown => {
                people.push(seat_of(home, Role::in_the_house(home.state), ["seat-", &home.to_string()].concat()));
            }
        }
        let people = people.into_iter().map(Rc::new).collect();
        let vacant = delegation.house == HouseSeat::Vacant;
        let ended = delegation.ended.iter().map(|official| {
            let (name, until) = (Rc::clone(&official.name), official.term_end);
            Ended { name, until }
        });
        let (ended, redrawn) = (ended.collect(), delegation.redrawn);
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
        seat.division().map(|division| division.to_string()).unwrap_or_default()
    }
}

/// Whoever holds a seat, where the records do not know: a letter can go to the seat. Has no name.
fn seat_of(division: Division, role: Role, id: String) -> Person {
    Person { seat: Some(Seat::Congress(division)), ..Person::new(id.into(), "".into(), "".into(), role) }
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
