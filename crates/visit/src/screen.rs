//! Which screen the facts call for. Nothing of this is stored.

use std::rc::Rc;

use places::legislature::{Place, Postcode, PostcodeFault, Representation, Seat};

use super::Visit;
use super::facts::{Answer, Step, Tables};

/// Which screen the facts call for.
#[derive(Clone, Debug, PartialEq)]
pub enum Screen {
    /// Ask for the postcode.
    Place(Question),
    /// Offer every region.
    Regions(WhyRegions),
    /// Offer these seats, all of them; whoever represents the visitor in each of them is known already.
    Seats(Vec<Seat>, WhySeats),
    /// Show who represents the visitor; without a representation, whom the campaign names.
    People(Option<Representation>),
    /// The tables cannot be had.
    Unavailable,
    /// Write one letter for all.
    Write,
    /// Send it to each.
    Send,
    /// Thank, and share.
    Thanks,
}

/// Where the postcode question is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Waiting for the visitor.
    Open,
    /// Waiting for the tables.
    Waiting,
    /// What was typed is not a postcode.
    Refused(PostcodeFault),
}

/// Why the regions are offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyRegions {
    /// The visitor asked for them.
    Asked,
    /// The postcode is not in the tables.
    Unknown(Postcode),
    /// An armed-forces address.
    Military(Postcode),
    /// A place that nobody in the legislature represents.
    Outside(Postcode),
}

/// Why seats are offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhySeats {
    /// The postcode may belong to each of them.
    Postcode,
    /// The visitor chose their region, by its code.
    Region(Rc<str>),
    /// The postcode tells no more than the region, by its code.
    OnlyRegion(Rc<str>),
}

impl Visit {
    /// The screen that the facts call for.
    pub fn screen(&self) -> Screen {
        match self.step {
            Step::Write => Screen::Write,
            Step::Send if self.finished => Screen::Thanks,
            Step::Send => Screen::Send,
            Step::Find => self.find(),
        }
    }

    fn find(&self) -> Screen {
        if self.home.is_some() || !self.named.0.is_empty() {
            return match self.representation() {
                // A seat that the table does not know.
                None if self.named.0.is_empty() => Screen::Unavailable,
                found => Screen::People(found),
            };
        }
        match (&self.answer, &self.tables) {
            (Answer::Malformed(fault), _) => Screen::Place(Question::Refused(*fault)),
            // Even without tables: sending the postcode asks for them again, and nobody is interrupted while typing.
            (Answer::Nothing, _) => Screen::Place(Question::Open),
            (_, Tables::Failed) => Screen::Unavailable,
            (_, Tables::Untouched | Tables::Loading) => Screen::Place(Question::Waiting),
            (Answer::ByRegion, Tables::Ready(_)) => Screen::Regions(WhyRegions::Asked),
            (Answer::Postcode(postcode), Tables::Ready(legislature)) => match legislature.0.find(*postcode) {
                Place::Seats(seats) => Screen::Seats(seats, WhySeats::Postcode),
                Place::Region(region) => Screen::Seats(legislature.0.seats_of(&region), WhySeats::OnlyRegion(region)),
                Place::Military => Screen::Regions(WhyRegions::Military(*postcode)),
                Place::Outside => Screen::Regions(WhyRegions::Outside(*postcode)),
                Place::Unknown => Screen::Regions(WhyRegions::Unknown(*postcode)),
            },
            (Answer::Region(region), Tables::Ready(legislature)) => {
                Screen::Seats(legislature.0.seats_of(region), WhySeats::Region(Rc::clone(region)))
            }
        }
    }
}
