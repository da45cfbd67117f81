//! A legislature from data: one reader and one table format for Congress, the House of Commons, and every folder that describes
//! another.
//!
//! The compact file ([`table`]) is the same for every visitor. What differs with the language of a page is in the page's data
//! island ([`Manner`]).

mod codes;
mod manner;
mod records;
mod regular;
mod runs;
mod special;
mod table;
mod zips;

use std::rc::Rc;

use crate::date::Date;
use crate::decimal::decimal;
use crate::legislature::{Ended, Person, Place, Postcode, Representation, Seat, Validity};

pub use self::codes::{Code, read_code};
pub use self::manner::{Forms, Manner, RoleWords};
pub use self::records::{
    Gender, Home, Naming, PersonRecord, PostcodeRecord, Postcodes, Records, RegionRecord, SeatRecord, Shared,
};
pub use self::special::Special;

/// Everybody in a legislature, and where they sit.
#[derive(Clone, Debug, PartialEq)]
pub struct Assembly {
    validity: Validity,
    /// The first day on which nobody holds a seat by these records, unless their own term goes on.
    over_from: Date,
    /// The day on which the tables are read. Without one nothing ever ends.
    today: Option<Date>,
    names_in: Rc<str>,
    /// What stands for the holder of a seat who is not known, by role.
    unknown: Vec<Rc<Person>>,
    /// In the order of lists.
    regions: Vec<RegionRecord>,
    /// In the order of lists.
    seats: Vec<Row>,
    postcodes: Tables,
    special: special::Specials,
    /// Regions whose seats get new boundaries, and the day from which these apply.
    redrawn: (Vec<u16>, Date),
}

/// A seat with everybody who represents it, in the order in which they are offered.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    record: SeatRecord,
    members: Vec<Member>,
}

#[derive(Clone, Debug, PartialEq)]
struct Member {
    role: u8,
    /// Whether they sit for the whole region.
    is_shared: bool,
    /// The first day on which they hold their seat no longer, where that doesn't depend on the legislature.
    until: Option<Date>,
    person: Rc<Person>,
}

/// Which seats each postcode may belong to.
#[derive(Clone, Debug, PartialEq)]
enum Tables {
    Codes(codes::Codes),
    Zips(zips::Zips),
    Runs(runs::Runs),
}

/// From so many people on, their names say nothing once their terms have ended.
const TOO_MANY_TO_NAME: usize = 4;

/// The seat that stands for a whole region whose new boundaries are not known is that of the region's place and this.
const WHOLE: u16 = 1 << 15;

/// Whose names an [`Ended`] or a placeholder stands for.
#[derive(Default)]
struct Holders {
    known: Vec<Rc<Person>>,
    ended: Vec<u8>,
}

impl Holders {
    /// The roles of which nobody is known any more, each once.
    fn unknown(&self) -> Vec<u8> {
        let mut roles = self.ended.clone();
        roles.dedup();
        roles
    }
}

impl Assembly {
    /// The tables as they read on a day: nobody holds a seat after the end of their term, and where boundaries have changed, a
    /// postcode gives only its region.
    pub fn on(mut self, today: Option<Date>) -> Assembly {
        self.today = today;
        self
    }

    /// When the records and the boundaries hold.
    pub fn validity(&self) -> &Validity {
        &self.validity
    }

    /// In which language the names of seats are on every page (BCP 47).
    pub fn names_in(&self) -> &str {
        &self.names_in
    }

    fn is_over(&self) -> bool {
        self.validity.as_of < self.validity.valid_to && self.today >= Some(self.over_from)
    }

    fn is_redrawn(&self, region: u16) -> bool {
        self.redrawn.0.contains(&region) && self.today >= Some(self.redrawn.1)
    }

    fn row(&self, seat: Seat) -> Option<&Row> {
        self.seats.get(usize::from(seat.0))
    }

    fn region_place(&self, seat: Seat) -> Option<u16> {
        match seat.0.checked_sub(WHOLE) {
            Some(region) => Some(region),
            None => self.row(seat).map(|row| row.record.region),
        }
    }

    /// The region of a seat.
    pub fn region(&self, seat: Seat) -> Option<&RegionRecord> {
        self.regions.get(usize::from(self.region_place(seat)?))
    }

    /// Seats as they are known today: themselves, or once their region.
    fn known_today(&self, seats: &mut dyn Iterator<Item = u16>) -> Vec<Seat> {
        let mut known = Vec::new();
        for place in seats {
            let region = self.region_place(Seat(place)).unwrap_or_default();
            let seat = Seat(if self.is_redrawn(region) { WHOLE + region } else { place });
            if !known.contains(&seat) {
                known.push(seat);
            }
        }
        known
    }

    /// Where people with this postcode may vote. [`Place::Unknown`] for a postcode of another country.
    pub fn find(&self, postcode: Postcode) -> Place {
        let seats = match (&self.postcodes, postcode) {
            (Tables::Codes(codes), Postcode::Code(code)) => codes.find(code),
            (Tables::Zips(zips), Postcode::Zip(zip)) => zips.find(zip),
            (Tables::Runs(runs), Postcode::Uk(postcode)) => runs.find(postcode),
            _ => &[],
        };
        if !seats.is_empty() {
            return Place::Seats(self.known_today(&mut seats.iter().copied()));
        }
        match self.special.find(&postcode.text()) {
            Some(Special::Military) => Place::Military,
            Some(Special::Outside) => Place::Outside,
            Some(Special::Region(region)) => match self.regions.get(usize::from(region)) {
                Some(region) => Place::Region(Rc::clone(&region.code)),
                None => Place::Unknown,
            },
            Some(Special::Seat(seat)) => Place::Seats(self.known_today(&mut [seat].into_iter())),
            None if postcode.is_abroad() => Place::Outside,
            Some(Special::Nowhere) | None => Place::Unknown,
        }
    }

    /// The seats of a region by its code, in the order in which they are offered; or, behind a space, seats by their own codes
    /// (` NY-12 NY-10`). Empty for a code that nobody has.
    pub fn seats_of(&self, code: &str) -> Vec<Seat> {
        let region = self.regions.iter().position(|region| *region.code == *code);
        let mut seats = Vec::new();
        for own in code.split(' ') {
            for (place, row) in self.seats.iter().enumerate() {
                if region == Some(usize::from(row.record.region)) || self.code_of(row) == own {
                    seats.push(place as u16);
                }
            }
        }
        self.known_today(&mut seats.into_iter())
    }

    /// Who represents a seat; `None` if there is no such seat.
    pub fn represent(&self, seat: Seat) -> Option<Representation> {
        let place = self.region_place(seat)?;
        let region = self.regions.get(usize::from(place))?;
        let own_row = self.row(seat);
        // Whoever sits for a whole region is in each of its rows.
        let row = own_row.or_else(|| self.seats.iter().find(|row| row.record.region == place))?;
        let (redrawn, over) = (self.is_redrawn(place), self.is_over());
        let (mut shared, mut own) = (Holders::default(), Holders::default());
        let (mut ended, mut known) = (Vec::new(), Vec::new());
        for member in row.members.iter().filter(|member| member.is_shared || own_row.is_some()) {
            let holders = if member.is_shared { &mut shared } else { &mut own };
            let has_ended = member.until.map_or(over, |until| self.today >= Some(until));
            if !has_ended {
                holders.known.push(Rc::clone(&member.person));
                known.push(Rc::clone(&member.person));
                continue;
            }
            holders.ended.push(member.role);
            let until = member.until.unwrap_or(self.validity.valid_to);
            ended.push(Ended { name: Rc::clone(&member.person.name), until });
        }
        if ended.len() >= TOO_MANY_TO_NAME {
            ended.clear();
        }
        let Shared { role, posts } = region.shared;
        let posts = usize::from(posts);
        let mut people = shared.known.clone();
        let unknown = match posts {
            0 => shared.unknown(),
            _ if over => vec![role; posts.saturating_sub(people.len())],
            _ => shared.ended.clone(),
        };
        let is_short = people.len() + unknown.len() < posts;
        for (number, role) in unknown.into_iter().enumerate() {
            let id = ["seat-", &*decimal(number + 1), "-", &region.code].concat();
            people.extend(self.placeholder(role, id, None, Some(region)));
        }
        let post = own_row.map_or(row.record.post, |row| row.record.post);
        let is_unknown = redrawn || over || !own.ended.is_empty();
        let mut vacant = false;
        people.extend(own.known.iter().cloned());
        if let (Some(post), true) = (post, own.known.is_empty()) {
            if is_unknown {
                let roles = if own.ended.is_empty() { vec![post] } else { own.unknown() };
                for role in roles {
                    let id = ["seat-", &self.seat_code(seat)].concat();
                    people.extend(self.placeholder(role, id, Some(seat), None));
                }
            } else {
                vacant = true;
            }
        }
        // What the campaign wants comes first; the rest keeps its order.
        // The order is that of the table, unless somebody is missing in it.
        if people.len() == known.len() {
            people = known;
        }
        // The standard library's sorting would be a kilobyte for every visitor.
        let mut sorted: Vec<Rc<Person>> = Vec::new();
        for person in people {
            let at = sorted.iter().take_while(|other| other.rank <= person.rank).count();
            sorted.insert(at, person);
        }
        let people = sorted;
        Some(Representation { seat, people, vacant, is_short, ended, redrawn })
    }

    /// Whoever holds a seat, where the records do not know: a letter can go to the seat. Has no name.
    fn placeholder(
        &self,
        role: u8,
        id: String,
        seat: Option<Seat>,
        region: Option<&RegionRecord>,
    ) -> Option<Rc<Person>> {
        let mut person = Rc::clone(self.unknown.get(usize::from(role))?);
        let own = Rc::make_mut(&mut person);
        own.id = id.into();
        own.seat = seat;
        own.region = region.map(|region| Rc::clone(&region.code));
        Some(person)
    }

    /// How a seat gets its name on pages.
    pub fn naming(&self, seat: Seat) -> Naming {
        self.row(seat).map_or(Naming::Region, |row| row.record.naming)
    }

    /// The seat's name in the language of the records, as one writes it in a letter after "I live in".
    pub fn name_in_letter(&self, seat: Seat) -> String {
        let Some(region) = self.region(seat) else { return String::new() };
        match self.row(seat) {
            Some(Row { record: SeatRecord { naming: Naming::Own, name, .. }, .. }) => (**name).to_owned(),
            Some(Row { record: SeatRecord { naming: Naming::Numbered(number), .. }, .. }) => {
                let possessive = if region.name.ends_with('s') { "\u{2019} " } else { "\u{2019}s " };
                [&*region.name, possessive, &ordinal(*number), " congressional district"].concat()
            }
            _ => (*region.name).to_owned(),
        }
    }

    /// The name of a region in the language of the records.
    pub fn region_in_letter(&self, code: &str) -> &str {
        self.regions.iter().find(|region| *region.code == *code).map_or("", |region| &region.name)
    }

    /// The seat's code, for keys and marks that are the same in every language: `CA-14`, `E14001063`.
    pub fn seat_code(&self, seat: Seat) -> String {
        match self.row(seat) {
            Some(row) => self.code_of(row),
            None => self.region(seat).map(|region| (*region.code).to_owned()).unwrap_or_default(),
        }
    }

    fn code_of(&self, row: &Row) -> String {
        let region = self.regions.get(usize::from(row.record.region)).map_or("", |region| &region.code);
        match row.record.naming {
            Naming::Own => (*row.record.code).to_owned(),
            Naming::Numbered(number) => [region, "-", &*decimal(usize::from(number))].concat(),
            Naming::Region | Naming::AtLarge => region.to_owned(),
        }
    }
}

/// `14th`, as English writes it.
fn ordinal(number: u16) -> String {
    let suffix = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    [&*decimal(usize::from(number)), suffix].concat()
}

#[cfg(test)]
mod tests;
