//! A legislature that is a folder of data: one reader for every country, state house and city council.
//!
//! `docs/legislatures.md` describes the folder; `cli/tables/folder.rs` reads it and makes the compact file of [`table`], which is
//! the same for every visitor. What differs with the language of a page is in the page's data island ([`Manner`]).

mod codes;
mod manner;
mod records;
mod table;

use std::rc::Rc;

use crate::domain::date::Date;
use crate::domain::legislature::{Ended, Legislature, Person, Place, Postcode, Representation, Role, Seat, Validity};

pub use self::codes::{Code, read_code};
pub use self::manner::{Forms, Manner, RoleWords};
pub use self::records::{Gender, Home, PersonRecord, PostcodeRecord, Records, SeatRecord};

/// Everybody in a legislature, and where they sit.
#[derive(Clone, Debug, PartialEq)]
pub struct Assembly {
    validity: Validity,
    /// Nothing ends without one.
    today: Option<Date>,
    names_in: Rc<str>,
    /// What stands for the holder of a seat who is not known, by role.
    unknown: Vec<Rc<Person>>,
    /// Codes, in the order of the folder.
    regions: Vec<Rc<str>>,
    seats: Vec<Row>,
    postcodes: codes::Codes,
}

/// A seat with everybody who represents it, in the order in which they are offered.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    code: Rc<str>,
    name: Rc<str>,
    region: u16,
    people: Vec<(u8, Rc<Person>)>,
    /// Whether somebody sits for it alone, not only for its region.
    is_held: bool,
}

/// From so many people on, their names say nothing once their terms have ended.
const TOO_MANY_TO_NAME: usize = 4;

impl Assembly {
    /// The tables as they read on a day: after [`Validity::valid_to`] nobody holds their seat by the records.
    pub fn on(mut self, today: Option<Date>) -> Assembly {
        self.today = today;
        self
    }

    fn row(&self, seat: Seat) -> Option<&Row> {
        match seat {
            Seat::Listed(place) => self.seats.get(usize::from(place)),
            _ => None,
        }
    }

    fn places(&self, of: impl Fn(&Row) -> bool) -> Vec<Seat> {
        let places = self.seats.iter().enumerate();
        places.filter(|(_, row)| of(row)).map(|(place, _)| Seat::Listed(place as u16)).collect()
    }

    fn seated(&self, seat: Seat, role: u8) -> Option<Rc<Person>> {
        let person = self.unknown.get(usize::from(role))?;
        // The same for every seat of a region that shares a holder would need their seats; a letter to each is no harm.
        let id = [&*person.id, &*self.seat_code(seat)].concat().into();
        Some(Rc::new(Person { id, seat: Some(seat), ..(**person).clone() }))
    }
}

impl Legislature for Assembly {
    fn validity(&self) -> Validity {
        self.validity.clone()
    }

    fn find(&self, postcode: Postcode) -> Place {
        let Postcode::Code(code) = postcode else { return Place::Unknown };
        match self.postcodes.find(code) {
            [] => Place::Unknown,
            seats => Place::Seats(seats.iter().map(|place| Seat::Listed(*place)).collect()),
        }
    }

    fn seats_of(&self, region: &str) -> Vec<Seat> {
        if let Some(codes) = region.strip_prefix(' ') {
            let found = codes.split(' ').filter_map(|code| self.seats.iter().position(|row| *row.code == *code));
            return found.map(|place| Seat::Listed(place as u16)).collect();
        }
        let place = self.regions.iter().position(|code| **code == *region);
        self.places(|row| Some(usize::from(row.region)) == place)
    }

    fn represent(&self, seat: Seat) -> Option<Representation> {
        let row = self.row(seat)?;
        let Validity { as_of, valid_to, .. } = self.validity;
        // Where everybody sits for regions, no seat is anybody's own.
        let vacant = row.people.is_empty() || (!row.is_held && self.seats.iter().any(|other| other.is_held));
        if as_of > valid_to || self.today <= Some(valid_to) {
            let people = row.people.iter().map(|(_, person)| Rc::clone(person)).collect();
            return Some(Representation { seat, people, vacant, ended: Vec::new(), redrawn: false });
        }
        // A letter can go to whoever sits there by then, one to each office.
        let mut roles: Vec<u8> = row.people.iter().map(|(role, _)| *role).collect();
        roles.dedup();
        let people = roles.into_iter().filter_map(|role| self.seated(seat, role)).collect();
        let mut ended = Vec::new();
        if row.people.len() < TOO_MANY_TO_NAME {
            let end = |(_, former): &(u8, Rc<Person>)| Ended {
                name: Rc::clone(&former.name),
                role: Role::Listed,
                until: valid_to,
            };
            ended.extend(row.people.iter().map(end));
        }
        Some(Representation { seat, people, vacant, ended, redrawn: false })
    }

    fn seat_name(&self, seat: Seat) -> Option<&str> {
        Some(&self.row(seat)?.name)
    }

    fn names_in(&self) -> Option<&str> {
        Some(&self.names_in)
    }

    fn place_in_letter(&self, seat: Seat, _: Role) -> String {
        self.seat_name(seat).unwrap_or_default().to_owned()
    }

    fn seat_code(&self, seat: Seat) -> String {
        self.row(seat).map(|row| row.code.as_ref().to_owned()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
