//! The compact file of a legislature.
//!
//! In the envelope of [`crate::legislature::bytes`]: the three days of [`Validity`], and the first day on which nobody holds
//! a seat; the general postal address as a line. Regions: columns for codes, names, and the shared role and how many posts it
//! has. How many seats, then a column each for codes and names (lines; of those only that have their own, a code empty where it follows the one before), where the name
//! comes from (0 for its own, 1 for the region's, 2 at large, from 3 on the number), the region as a distance from the one before,
//! and the post, counted from 1. Lines: parties, groups, and the templates of [`super::regular`]. Days on which terms end. How many
//! people, then a column each for: seats and regions (a number of them, then each as a zigzag distance from the last of its
//! kind, twice, one more for a region); role times three and gender; party, counted from 1; groups (a number of them, then
//! their places); the end of the term, counted from 1. Lines for identifiers, names, family names (empty for a name's last word),
//! e-mail, telephone, site, contact form and address. The scheme of postcodes, and their table ([`super::codes`],
//! [`super::zips`], [`super::runs`]); what [`super::special`] describes; regions with new boundaries, and the day.

use std::rc::Rc;

use super::codes::Codes;
use super::regular::{self, Regular, Subject, next_number};
use super::runs::Runs;
use super::special::Specials;
use super::zips::Zips;
use super::{
    Assembly, Gender, Home, Manner, Member, Naming, PersonRecord, Postcodes, Records, RegionRecord, Row, SeatRecord,
    Shared, Tables, WHOLE,
};
use crate::legislature::bytes::{Kind, Lines, Reader, Writer, open, seal, unzigzag, zigzag};
use crate::legislature::{Seat, TableFault, Validity};
use crate::web_address::HttpsUrl;

impl Assembly {
    /// Reads what [`Assembly::bytes`] wrote, in the manner of a page. Bytes that are anything else are a fault, never a panic.
    pub fn from_bytes(bytes: &[u8], manner: &Manner) -> Result<Assembly, TableFault> {
        let mut reader = open(Kind::Assembly, bytes)?;
        let validity = Validity { as_of: reader.date(), valid_from: reader.date(), valid_to: reader.date() };
        let over_from = reader.date();
        let address = reader.lines().line();
        let regions = regions(&mut reader);
        let mut seats = seats(&mut reader, regions.len());
        // The places of regions come after those of seats.
        if regions.len().max(seats.len()) >= usize::from(WHOLE) {
            return Err(TableFault::Content);
        }
        people(&mut reader, address, manner, &regions, &mut seats);
        let postcodes = match reader.byte() {
            0 => Tables::Codes(Codes::read(seats.len(), &mut reader)?),
            1 => Tables::Zips(Zips::read(seats.len(), &mut reader)?),
            2 => Tables::Runs(Runs::read(seats.len() as u32, &mut reader)?),
            _ => return Err(TableFault::Content),
        };
        let special = Specials::read(&mut reader)?;
        let mut places = reader.column();
        let mut redrawn = (Vec::new(), reader.date());
        while !places.is_empty() {
            redrawn.0.push(places.number() as u16);
        }
        reader.end()?;
        let unknown = (0..manner.count_of_roles()).map(|role| Rc::new(manner.unknown(role))).collect();
        let names_in = manner.names_in.as_str().into();
        Ok(Assembly {
            validity,
            over_from,
            today: None,
            names_in,
            unknown,
            regions,
            seats,
            postcodes,
            special,
            redrawn,
        })
    }

    /// The compact file of these records. They have been checked; what they contradict each other in is refused when it is read.
    ///
    /// # Errors
    /// [`TableFault::Content`] when runs of postcodes are out of order.
    pub fn bytes(records: &Records) -> Result<Vec<u8>, TableFault> {
        let mut content = Writer::default();
        for date in [records.validity.as_of, records.validity.valid_from, records.validity.valid_to, records.over_from]
        {
            content.date(date);
        }
        content.lines(&[&records.address]);
        write_regions(&records.regions, &mut content);
        write_seats(&records.seats, &mut content);
        write_people(&records.people, &mut content);
        match &records.postcodes {
            Postcodes::Codes(rows) => {
                content.byte(0);
                let mut codes: Vec<_> = rows.iter().map(|row| (Rc::clone(&row.code), row.seats.clone())).collect();
                codes.sort();
                Codes::write(&codes, &mut content);
            }
            Postcodes::Zips(zips) => {
                content.byte(1);
                Zips::new(zips).write(&mut content);
            }
            Postcodes::Runs(runs) => {
                content.byte(2);
                Runs::new(runs)?.write(records.seats.len() as u32, &mut content);
            }
        }
        Specials::write(&records.special, &mut content);
        let mut redrawn = Writer::default();
        records.redrawn.0.iter().for_each(|place| redrawn.number(u32::from(*place)));
        content.column(&redrawn.bytes);
        content.date(records.redrawn.1);
        Ok(seal(Kind::Assembly, &content.bytes))
    }
}

fn regions(reader: &mut Reader<'_>) -> Vec<RegionRecord> {
    let (mut codes, mut names, mut shared) = (reader.lines(), reader.lines(), reader.column());
    let mut regions = Vec::new();
    while !shared.is_empty() {
        regions.push(RegionRecord {
            code: codes.line().into(),
            name: names.line().into(),
            shared: Shared { role: shared.byte(), posts: shared.byte() },
        });
    }
    regions
}

fn write_regions(regions: &[RegionRecord], content: &mut Writer) {
    let mut columns: [Writer; 3] = Default::default();
    let [codes, names, shared] = &mut columns;
    for region in regions {
        codes.line(&region.code);
        names.line(&region.name);
        shared.byte(region.shared.role);
        shared.byte(region.shared.posts);
    }
    for column in columns {
        content.column(&column.bytes);
    }
}

fn seats(reader: &mut Reader<'_>, regions: usize) -> Vec<Row> {
    let count = reader.number();
    let (mut codes, mut names, mut naming) = (reader.lines(), reader.lines(), reader.column());
    let (mut of, mut posts) = (reader.column(), reader.column());
    let mut seats = Vec::new();
    let (mut region, mut last_code) = (0, String::new());
    for _ in 0..count {
        if !reader.is_sound() {
            break;
        }
        region = i32::wrapping_add(region, unzigzag(of.number()));
        if usize::try_from(region).map_or(true, |region| region >= regions) {
            reader.fail();
        }
        let naming = match naming.number() {
            0 => Naming::Own,
            1 => Naming::Region,
            2 => Naming::AtLarge,
            number => Naming::Numbered((number - 2) as u16),
        };
        let (mut code, mut name) = (String::new(), "");
        if naming == Naming::Own {
            (code, name) = (codes.line().to_owned(), names.line());
            if code.is_empty() {
                code = next_number(&last_code);
            }
            last_code.clone_from(&code);
        }
        let post = posts.byte().checked_sub(1);
        let record = SeatRecord { code: code.into(), name: name.into(), naming, region: region as u16, post };
        seats.push(Row { record, members: Vec::new() });
    }
    seats
}

fn write_seats(seats: &[SeatRecord], content: &mut Writer) {
    let mut columns: [Writer; 5] = Default::default();
    let [codes, names, naming, of, posts] = &mut columns;
    let (mut last, mut last_code) = (0, "");
    for seat in seats {
        naming.number(match seat.naming {
            Naming::Own => 0,
            Naming::Region => 1,
            Naming::AtLarge => 2,
            Naming::Numbered(number) => u32::from(number) + 2,
        });
        if seat.naming == Naming::Own {
            codes.line(if *seat.code == *next_number(last_code) { "" } else { &seat.code });
            last_code = &seat.code;
            names.line(&seat.name);
        }
        of.number(zigzag(i32::from(seat.region) - last));
        last = i32::from(seat.region);
        posts.byte(seat.post.map_or(0, |post| post + 1));
    }
    content.number(seats.len() as u32);
    for column in columns {
        content.column(&column.bytes);
    }
}

fn people(reader: &mut Reader<'_>, address: &str, manner: &Manner, regions: &[RegionRecord], seats: &mut [Row]) {
    let (parties, groups, templates) = (lines(reader), lines(reader), lines(reader));
    let (mut days, mut ends) = (reader.column(), Vec::new());
    while !days.is_empty() {
        ends.push(days.date());
    }
    let count = reader.number();
    let (mut homes, mut roles, mut party, mut member_of, mut terms) =
        (reader.column(), reader.column(), reader.column(), reader.column(), reader.column());
    let (mut ids, mut names, mut families) = (reader.lines(), reader.lines(), reader.lines());
    let mut ways: [Lines<'_>; 5] = std::array::from_fn(|_| reader.lines());
    let (mut last_seat, mut last_region) = (0, 0);
    let mut written: [String; 5] = Default::default();
    for _ in 0..count {
        let (id, name, family) = (ids.line(), names.line(), families.line());
        let family = if family.is_empty() { last_word(name) } else { family };
        let code = roles.byte();
        let (role, gender) = match (code / 3, code % 3) {
            (role, 0) => (role, Gender::Other),
            (role, 1) => (role, Gender::Female),
            (role, _) => (role, Gender::Male),
        };
        let mut person = manner.person(role, gender, id, name, family);
        if let Some(place) = (party.number() as usize).checked_sub(1) {
            let party = parties.get(place).copied().unwrap_or_default();
            person.groups.push(party.into());
            person.party = some(manner.party(party));
        }
        for _ in 0..member_of.number() {
            if let Some(group) = groups.get(member_of.number() as usize).filter(|_| member_of.is_sound()) {
                person.groups.push((*group).into());
            } else {
                member_of.fail();
                break;
            }
        }
        let until = (terms.number() as usize).checked_sub(1).and_then(|place| ends.get(place).copied());
        let is_named = |one: &String| **one == *id || person.groups.iter().any(|group| **group == **one);
        person.rank = manner.first.iter().position(is_named).map_or(u8::MAX, |rank| rank as u8);
        // The site comes first: others begin as it does.
        let mut texts: [String; 5] = Default::default();
        for way in [2, 0, 1, 3, 4] {
            let (Some(lines), Some(last)) = (ways.get_mut(way), written.get_mut(way)) else { break };
            let of = Subject { id, name, family, site: if way == 2 { "" } else { site_of(&texts) } };
            let text = regular::long(lines.line(), &templates, &of, last);
            match (text, texts.get_mut(way)) {
                (Some(text), Some(place)) => *place = text,
                _ => reader.fail(),
            }
        }
        let [email, phone, site, form, own] = texts;
        (person.email, person.phone) = (some(&email), some(&phone));
        (person.site, person.contact_form) = (HttpsUrl::try_from(site).ok(), HttpsUrl::try_from(form).ok());
        person.address = some(if own.is_empty() { address } else { &own });
        let mut of = Vec::new();
        for _ in 0..homes.number() {
            let code = homes.number();
            let last = if code & 1 == 0 { &mut last_seat } else { &mut last_region };
            *last = i32::wrapping_add(*last, unzigzag(code >> 1));
            of.push((code & 1 == 1, *last));
            if !homes.is_sound() {
                break;
            }
        }
        match &*of {
            [(false, place)] => person.seat = Some(Seat(*place as u16)),
            [(true, place)] => person.region = regions.get(*place as usize).map(|region| Rc::clone(&region.code)),
            _ => {}
        }
        if role >= manner.count_of_roles() {
            reader.fail();
        }
        if !reader.is_sound() {
            break;
        }
        let person = Rc::new(person);
        for (place, row) in seats.iter_mut().enumerate() {
            let is_here = |(is_region, home): &&(bool, i32)| {
                *home == if *is_region { i32::from(row.record.region) } else { place as i32 }
            };
            if let Some((is_shared, _)) = of.iter().find(is_here) {
                row.members.push(Member { role, is_shared: *is_shared, until, person: Rc::clone(&person) });
            }
        }
    }
}

fn site_of(texts: &[String; 5]) -> &str {
    let [_, _, site, ..] = texts;
    site
}

fn last_word(name: &str) -> &str {
    let after = name.bytes().rposition(|byte| byte == b' ').map_or(0, |at| at + 1);
    name.get(after..).unwrap_or_default()
}

fn lines<'a>(reader: &mut Reader<'a>) -> Vec<&'a str> {
    let mut lines = reader.lines();
    let mut texts = Vec::new();
    while !lines.is_empty() {
        texts.push(lines.line());
    }
    texts
}

fn some(text: &str) -> Option<Rc<str>> {
    if text.is_empty() { None } else { Some(text.into()) }
}

fn write_people(people: &[PersonRecord], content: &mut Writer) {
    let regular = Regular::of(people);
    let (mut parties, mut groups): (Vec<&str>, Vec<&str>) = Default::default();
    let (mut days, mut ends) = (Writer::default(), Vec::new());
    let mut columns: [Writer; 13] = Default::default();
    let [homes, roles, party, member_of, terms, ids, names, families, ways @ ..] = &mut columns;
    let mut written: [String; 5] = Default::default();
    let (mut last_seat, mut last_region) = (0, 0);
    for person in people {
        homes.number(person.homes.len() as u32);
        for home in &person.homes {
            let (kind, place, last) = match home {
                Home::Seat(place) => (0, i32::from(*place), &mut last_seat),
                Home::Region(place) => (1, i32::from(*place), &mut last_region),
            };
            homes.number(zigzag(place - *last) << 1 | kind);
            *last = place;
        }
        roles.byte(person.role * 3 + person.gender as u8);
        party.number(if person.party.is_empty() { 0 } else { place_of(&mut parties, &person.party) + 1 });
        member_of.number(person.groups.len() as u32);
        person.groups.iter().for_each(|group| member_of.number(place_of(&mut groups, group)));
        terms.number(match person.until {
            None => 0,
            Some(end) => {
                let place = ends.iter().position(|known| *known == end).unwrap_or_else(|| {
                    ends.push(end);
                    days.date(end);
                    ends.len() - 1
                });
                place as u32 + 1
            }
        });
        ids.line(&person.id);
        names.line(&person.name);
        let is_last_word = person.name.rsplit(' ').next() == Some(&person.family_name);
        families.line(if is_last_word { "" } else { &person.family_name });
        for (at, ((text, column), last)) in person.ways.iter().zip(ways.iter_mut()).zip(&mut written).enumerate() {
            column.line(&regular.short(text, at, person, last));
        }
    }
    content.lines(&parties);
    content.lines(&groups);
    content.lines(&regular.templates.iter().map(String::as_str).collect::<Vec<_>>());
    content.column(&days.bytes);
    content.number(people.len() as u32);
    for column in columns {
        content.column(&column.bytes);
    }
}

/// The place of a text among those that occurred, which it joins.
fn place_of<'a>(texts: &mut Vec<&'a str>, text: &'a str) -> u32 {
    let place = texts.iter().position(|known| *known == text).unwrap_or_else(|| {
        texts.push(text);
        texts.len() - 1
    });
    place as u32
}
