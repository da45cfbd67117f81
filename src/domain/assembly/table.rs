//! The compact file of a legislature from a folder.
//!
//! In the envelope of [`crate::domain::legislature::bytes`]: the three days of [`Validity`]; the general postal address, and what
//! stands before and behind an identifier in the address of a page, as a column of three lines; the codes of regions as lines;
//! how many seats, then a column each for codes, names and regions. Parties as lines and groups as lines, in the order in which
//! they first occur. How many people, then a column each for: seats and regions (a number of them, then each twice its place, one
//! more for a region, as a zigzag distance from the one before); role times three and gender; party, counted from 1; groups (a
//! number of them, then their places). Lines for identifiers, names, family names (empty for a name's last word), e-mail,
//! telephone, site (`=` for the general page), contact form and address. Then what [`super::codes`] describes.

use std::rc::Rc;

use super::codes::Codes;
use super::{Assembly, Gender, Home, Manner, PersonRecord, Records, Row};
use crate::domain::legislature::bytes::{Kind, Reader, Writer, open, seal};
use crate::domain::legislature::{Affiliation, Person, Role, Seat, TableFault, Validity};
use crate::domain::web_address::HttpsUrl;

const GENERAL: &str = "=";

impl Assembly {
    /// Reads what [`Assembly::bytes`] wrote, in the manner of a page. Bytes that are anything else are a fault, never a panic.
    pub fn from_bytes(bytes: &[u8], manner: &Manner) -> Result<Assembly, TableFault> {
        let mut reader = open(Kind::Assembly, bytes)?;
        let validity = Validity { as_of: reader.date()?, valid_from: reader.date()?, valid_to: reader.date()? };
        let mut general = reader.lines()?;
        let general = [general.line()?, general.line()?, general.line()?];
        let regions = lines(&mut reader)?;
        let mut seats = Vec::new();
        let count = reader.number()?;
        let (mut codes, mut names, mut of) = (reader.lines()?, reader.lines()?, reader.column()?);
        for _ in 0..count {
            let region = of.number()?;
            if region as usize >= regions.len() {
                return Err(TableFault::Content);
            }
            let (code, name) = (codes.line()?.into(), names.line()?.into());
            seats.push(Row { code, name, region: region as u16, people: Vec::new(), is_held: false });
        }
        people(&mut reader, general, manner, &mut seats)?;
        for row in &mut seats {
            // What the campaign wants comes first; the rest keeps its order.
            row.people.sort_by_key(|(_, person)| person.rank);
        }
        let postcodes = Codes::read(seats.len(), &mut reader)?;
        if !reader.is_empty() {
            return Err(TableFault::Content);
        }
        let unknown = (0..manner.count_of_roles()).map(|role| {
            let [_, title, _] = manner.forms(role, Gender::Other, "", "");
            let person = Person::new("seat-".into(), "".into(), "".into(), Role::Listed);
            let shown = Some(manner.vacant(role).into());
            Rc::new(Person { shown, title: Some(title), groups: manner.audiences(role), ..person })
        });
        let names_in = manner.names_in.as_str().into();
        Ok(Assembly { validity, today: None, names_in, unknown: unknown.collect(), regions, seats, postcodes })
    }

    /// The compact file of these records. They have been checked; this writes what it is given.
    pub fn bytes(records: &Records) -> Vec<u8> {
        let mut content = Writer::default();
        for date in [records.validity.as_of, records.validity.valid_from, records.validity.valid_to] {
            content.date(date);
        }
        let page = general_page(&records.people);
        content.lines(&[&records.address, &page.0, &page.1]);
        content.lines(&records.regions.iter().map(|code| &**code).collect::<Vec<_>>());
        content.number(records.seats.len() as u32);
        content.lines(&records.seats.iter().map(|seat| &*seat.code).collect::<Vec<_>>());
        content.lines(&records.seats.iter().map(|seat| &*seat.name).collect::<Vec<_>>());
        let mut regions = Writer::default();
        records.seats.iter().for_each(|seat| regions.number(u32::from(seat.region)));
        content.column(&regions.bytes);
        write_people(&records.people, &page, &mut content);
        let mut codes: Vec<_> = records.postcodes.iter().map(|row| (Rc::clone(&row.code), row.seats.clone())).collect();
        codes.sort();
        Codes::write(&codes, &mut content);
        seal(Kind::Assembly, &content.bytes)
    }
}

fn lines(reader: &mut Reader<'_>) -> Result<Vec<Rc<str>>, TableFault> {
    let mut lines = reader.lines()?;
    let mut texts = Vec::new();
    while let Ok(line) = lines.line() {
        texts.push(line.into());
    }
    Ok(texts)
}

fn people(
    reader: &mut Reader<'_>,
    [address, before, behind]: [&str; 3],
    manner: &Manner,
    seats: &mut [Row],
) -> Result<(), TableFault> {
    let (parties, groups) = (lines(reader)?, lines(reader)?);
    let count = reader.number()?;
    let (mut homes, mut roles, mut party, mut member_of) =
        (reader.column()?, reader.column()?, reader.column()?, reader.column()?);
    let (mut ids, mut names, mut families) = (reader.lines()?, reader.lines()?, reader.lines()?);
    let (mut emails, mut phones, mut sites) = (reader.lines()?, reader.lines()?, reader.lines()?);
    let (mut forms, mut addresses) = (reader.lines()?, reader.lines()?);
    let mut last = 0;
    for _ in 0..count {
        let (id, name, family): (Rc<str>, _, _) = (ids.line()?.into(), names.line()?, families.line()?);
        let family = if family.is_empty() { name.rsplit(' ').next().unwrap_or_default() } else { family };
        let code = roles.byte()?;
        let (role, gender) = match (code / 3, code % 3) {
            (role, 0) => (role, Gender::Other),
            (role, 1) => (role, Gender::Female),
            (role, _) => (role, Gender::Male),
        };
        if role >= manner.count_of_roles() {
            return Err(TableFault::Content);
        }
        let [shown, title, salutation] = manner.forms(role, gender, name, family);
        let mut audiences = manner.audiences(role);
        let affiliation = match (party.number()? as usize).checked_sub(1) {
            None => Affiliation::Untold,
            Some(at) => {
                let party = parties.get(at).ok_or(TableFault::Content)?;
                audiences.push(Rc::clone(party));
                Affiliation::Called(manner.party(party).into())
            }
        };
        for _ in 0..member_of.number()? {
            audiences.push(groups.get(member_of.number()? as usize).cloned().ok_or(TableFault::Content)?);
        }
        let site = match sites.line()? {
            GENERAL => [before, &*id, behind].concat(),
            own => own.to_owned(),
        };
        let own_address = addresses.line()?;
        let rank = manner.first.iter().position(|one| **one == *id || audiences.iter().any(|group| **group == **one));
        let mut person = Person {
            shown: Some(shown),
            title: Some(title),
            salutation: Some(salutation),
            party: affiliation,
            groups: audiences,
            rank: rank.map_or(u8::MAX, |rank| rank as u8),
            email: some(emails.line()?),
            phone: some(phones.line()?),
            site: url(site)?,
            contact_form: url(forms.line()?.to_owned())?,
            address: some(if own_address.is_empty() { address } else { own_address }),
            ..Person::new(id, name.into(), family.into(), Role::Listed)
        };
        let mut of = Vec::new();
        for _ in 0..homes.number()? {
            let zigzag = homes.number()? as i32;
            last += zigzag >> 1 ^ -(zigzag & 1);
            of.push(last);
        }
        if let [only] = &*of {
            person.seat = (only & 1 == 0).then_some(Seat::Listed((only >> 1) as u16));
        }
        let person = Rc::new(person);
        for (place, row) in seats.iter_mut().enumerate() {
            let is_own = of.contains(&((place as i32) << 1));
            if is_own || of.contains(&(i32::from(row.region) << 1 | 1)) {
                row.is_held |= is_own;
                row.people.push((role, Rc::clone(&person)));
            }
        }
    }
    Ok(())
}

fn some(text: &str) -> Option<Rc<str>> {
    if text.is_empty() { None } else { Some(text.into()) }
}

fn url(text: String) -> Result<Option<HttpsUrl>, TableFault> {
    if text.is_empty() { Ok(None) } else { HttpsUrl::try_from(text).map(Some).map_err(|_| TableFault::Content) }
}

/// What stands before and behind the identifier in the address of most people's pages.
fn general_page(people: &[PersonRecord]) -> (String, String) {
    let parts = |person: &PersonRecord| -> Option<(String, String)> {
        let [_, _, site, ..] = &person.ways;
        site.rsplit_once(&person.id).map(|(before, behind)| (before.to_owned(), behind.to_owned()))
    };
    people.iter().find_map(parts).unwrap_or_default()
}

fn write_people(people: &[PersonRecord], page: &(String, String), content: &mut Writer) {
    let (mut parties, mut groups): (Vec<&str>, Vec<&str>) = Default::default();
    let mut columns: [Writer; 12] = Default::default();
    let [homes, roles, party, member_of, ids, names, families, emails, phones, sites, forms, addresses] = &mut columns;
    let mut last = 0;
    for person in people {
        homes.number(person.homes.len() as u32);
        for home in &person.homes {
            let code = match home {
                Home::Seat(place) => i32::from(*place) << 1,
                Home::Region(place) => i32::from(*place) << 1 | 1,
            };
            let distance = code - last;
            homes.number((distance << 1 ^ distance >> 31) as u32);
            last = code;
        }
        roles.byte(person.role * 3 + person.gender as u8);
        party.number(if person.party.is_empty() { 0 } else { place_of(&mut parties, &person.party) + 1 });
        member_of.number(person.groups.len() as u32);
        person.groups.iter().for_each(|group| member_of.number(place_of(&mut groups, group)));
        ids.line(&person.id);
        names.line(&person.name);
        let is_last_word = person.name.rsplit(' ').next() == Some(&person.family_name);
        families.line(if is_last_word { "" } else { &person.family_name });
        let [email, phone, site, form, address] = &person.ways;
        let is_general = !site.is_empty() && *site == [&*page.0, &*person.id, &*page.1].concat();
        for (column, text) in [(&mut *emails, email), (phones, phone), (forms, form), (addresses, address)] {
            column.line(text);
        }
        sites.line(if is_general { GENERAL } else { site });
    }
    content.lines(&parties);
    content.lines(&groups);
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
