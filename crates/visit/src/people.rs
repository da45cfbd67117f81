//! Who can be written to, who was ticked, and what was done about each.

use std::rc::Rc;

use places::assembly::Assembly;
use places::legislature::{Person, Place, Representation, Seat};

use super::{Answer, Channel, MOST_READERS, Tables, Visit};
use crate::letter::Recipient;

impl Visit {
    /// The tables, once they are here.
    pub fn legislature(&self) -> Option<&Assembly> {
        match &self.tables {
            Tables::Ready(legislature) => Some(&*legislature.0),
            Tables::Untouched | Tables::Loading | Tables::Failed => None,
        }
    }

    /// The seats that the answer leaves open.
    pub(super) fn candidates(&self) -> Option<Vec<Seat>> {
        let legislature = self.legislature()?;
        match &self.answer {
            Answer::Postcode(postcode) => match legislature.find(*postcode) {
                Place::Seats(seats) => Some(seats),
                Place::Region(region) => Some(legislature.seats_of(&region)),
                Place::Military | Place::Outside | Place::Unknown => None,
            },
            Answer::Region(region) => Some(legislature.seats_of(region)),
            Answer::Nothing | Answer::ByRegion | Answer::Malformed(_) => None,
        }
    }

    /// Who represents the visitor, once that is known.
    pub fn representation(&self) -> Option<Representation> {
        self.legislature()?.represent(self.home?)
    }

    /// Everyone to whom the visitor may write, in order. While the seat is open, those who represent all that it may be: the
    /// senators of a state.
    pub fn people(&self) -> Vec<Rc<Person>> {
        if let Some(found) = self.representation() {
            return found.people;
        }
        let Some(legislature) = self.legislature() else { return self.named.0.to_vec() };
        let mut seats = self.candidates().unwrap_or_default().into_iter();
        let people_of = |seat| legislature.represent(seat).map(|found| found.people).unwrap_or_default();
        let mut people = seats.next().map(people_of).unwrap_or_default();
        for seat in seats {
            let others = people_of(seat);
            people.retain(|person| others.iter().any(|other| other.id == person.id));
        }
        people
    }

    /// Those to whom the visitor wants to write.
    pub fn ticked(&self) -> Vec<Rc<Person>> {
        let mut people = self.people();
        let found = people.len();
        people.retain(|person| self.is_ticked(person, found));
        people
    }

    /// Whether the visitor wants to write to this person, one of `found` people. Where few were found, all are ticked from the
    /// beginning; where many were, those whom the campaign puts first.
    pub fn is_ticked(&self, person: &Person, found: usize) -> bool {
        (!self.is_many(found) || usize::from(person.rank) < MOST_READERS) != self.toggled.contains(&person.id)
    }

    /// Whether so many people represent a place that a visitor chooses among them. Whom a campaign names itself, it wants to be
    /// written to.
    pub fn is_many(&self, found: usize) -> bool {
        found > MOST_READERS && self.named.0.is_empty()
    }

    /// Whose card is open.
    pub fn current(&self) -> Option<Rc<Person>> {
        let ticked = self.ticked();
        let opened = ticked.iter().find(|person| self.open.as_ref() == Some(&person.id));
        opened.or_else(|| ticked.iter().find(|person| !self.is_done(person))).cloned()
    }

    /// To whom a letter goes once this one is sent.
    pub fn next_after(&self, id: &str) -> Option<Rc<Person>> {
        self.ticked().into_iter().find(|person| *person.id != *id && !self.is_done(person))
    }

    /// How many of those to whom the visitor writes they reached in some way.
    pub fn done(&self) -> usize {
        self.ticked().iter().filter(|person| self.is_done(person)).count()
    }

    /// How this person is addressed by somebody who lives where the visitor does.
    pub fn recipient(&self, person: &Person) -> Recipient {
        let place = self.legislature().and_then(|legislature| match &person.region {
            Some(code) => Some(legislature.region_in_letter(code).to_owned()),
            None => Some(legislature.name_in_letter(self.home.or(person.seat)?)),
        });
        // Who writes to somebody whom the campaign names fills in where they live.
        Recipient::person(person, place.unwrap_or_else(|| "[your town]".to_owned()))
    }

    /// Whether the visitor says that they reached this person in some way.
    pub fn is_done(&self, person: &Person) -> bool {
        self.channels(person).any(|channel| channel != Channel::Busy)
    }

    /// What the visitor says they did about this person, in the order in which they did it.
    pub fn channels(&self, person: &Person) -> impl Iterator<Item = Channel> {
        self.contacted.iter().filter(|(whose, _)| *whose == person.id).map(|(_, channel)| *channel)
    }
}
