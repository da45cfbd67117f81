//! Who sits in Congress, by seat and as columns.
//!
//! A column of bytes says for each state, in the order of the codes, how many senators and how many seats in the House
//! it has; a column of numbers, which of all seats in the House are vacant (each as the distance from the one before).
//! People follow in that order: a state's senators, then its members of the House by district. So seat and role need no
//! bytes. Then one column each for: party and caucus; the letter of the Bioguide identifier, 0 where it is that of the
//! family name; the identifier's number divided by 256; its remainder; given names; family names; the first two of the
//! phone number's last four digits (or [`NO_PHONE`], [`OTHER_PHONE`]); the other two; irregular phone numbers; sites;
//! contact pages; addresses; the last four digits of the ZIP codes in them (each as a zigzag distance from the one
//! before); the days on which terms end, one after another; of each person, which of these. The short forms are explained in [`super::short_forms`].

use std::rc::Rc;

use super::short_forms::{
    has_plus_four, long_address, long_contact_form, long_name, long_phone, long_site, short_address,
    short_contact_form, short_name, short_phone, short_site,
};
use super::{Date, Division, HttpsUrl, Official, Party, Role, State, TableFault};
use crate::domain::legislature::bytes::{Reader, Writer, push_digits};

const NO_PHONE: u8 = 0xff;
const OTHER_PHONE: u8 = 0xfe;

/// Seats and people in the order in which they are written.
pub(super) type Seats = (Vec<Division>, Vec<Rc<Official>>);

/// Officials as `Congress` keeps them: sorted by state, senators first.
pub(super) fn write(divisions: &[Division], officials: &[Rc<Official>], writer: &mut Writer) {
    let mut counts = Writer::default();
    for state in State::ALL {
        let senators = |official: &&Rc<Official>| official.role == Role::Senator && official.division.state == state;
        counts.byte(officials.iter().filter(senators).count() as u8);
        counts.byte(divisions.iter().filter(|division| division.state == state).count() as u8);
    }
    let held = |division: &Division| {
        officials.iter().any(|person| person.role != Role::Senator && person.division == *division)
    };
    let mut vacant = Writer::default();
    let mut next = 0;
    for (at, _) in divisions.iter().enumerate().filter(|(_, division)| !held(division)) {
        vacant.number(at as u32 - next);
        next = at as u32 + 1;
    }
    let mut columns = Columns::default();
    let [
        parties,
        letters,
        high,
        low,
        given,
        family,
        phone_first,
        phone_last,
        phones,
        sites,
        forms,
        rooms,
        plus_fours,
        days,
        terms,
        emails,
    ] = &mut columns;
    let mut ends: Vec<Date> = Vec::new();
    let mut last_plus_four = 0;
    for official in officials {
        let role = official.role;
        parties.byte(party_byte(Some(official.party)) | party_byte(official.caucus) << 2);
        let (letter, number) = bioguide_parts(&official.bioguide).unwrap_or_default();
        letters.byte(if official.family_name.starts_with(char::from(letter)) { 0 } else { letter });
        high.number(number >> 8);
        low.byte(number as u8);
        let (given_name, family_name) = short_name(&official.name, &official.family_name);
        given.line(&given_name);
        family.line(&family_name);
        let number = official.phone.as_deref().map(|phone| short_phone(phone, role).ok_or(phone));
        match number {
            None => phone_first.byte(NO_PHONE),
            Some(Ok(number)) => {
                phone_first.byte((number / 100) as u8);
                phone_last.byte((number % 100) as u8);
            }
            Some(Err(phone)) => {
                phone_first.byte(OTHER_PHONE);
                phones.line(phone);
            }
        }
        let site = official.site.as_ref().map(HttpsUrl::as_str);
        sites.line(short_site(site, role, &official.family_name));
        forms.line(short_contact_form(official.contact_form.as_ref().map(HttpsUrl::as_str), site));
        emails.line(official.email.as_deref().unwrap_or_default());
        let (room, plus_four) = short_address(official.address.as_deref(), role);
        rooms.line(&room);
        if let Some(plus_four) = plus_four {
            let distance = plus_four as i32 - last_plus_four;
            plus_fours.number((distance << 1 ^ distance >> 31) as u32);
            last_plus_four = plus_four as i32;
        }
        let end = official.term_end;
        let at = ends.iter().position(|other| *other == end).unwrap_or(ends.len());
        if at == ends.len() {
            ends.push(end);
            days.date(end);
        }
        terms.number(at as u32);
    }
    for column in [counts, vacant].iter().chain(&columns) {
        writer.column(&column.bytes);
    }
}

type Columns = [Writer; 16];

pub(super) fn read(reader: &mut Reader<'_>) -> Result<Seats, TableFault> {
    let mut seats = Vec::new();
    let mut divisions = Vec::new();
    let mut counts = reader.column()?;
    let mut vacant = reader.column()?;
    let mut next_vacant = next(&mut vacant, 0)?;
    for state in State::ALL {
        let senators = counts.byte()?;
        seats.extend((0..senators).map(|_| (Role::Senator, Division { state, district: 0 })));
        for district in districts(counts.byte()?) {
            let division = Division { state, district };
            if next_vacant == Some(divisions.len() as u32) {
                next_vacant = next(&mut vacant, divisions.len() as u32 + 1)?;
            } else {
                seats.push((Role::in_the_house(state), division));
            }
            divisions.push(division);
        }
    }
    let officials = people(reader, &seats)?;
    Ok((divisions, officials))
}

fn next(distances: &mut Reader<'_>, from: u32) -> Result<Option<u32>, TableFault> {
    if distances.is_empty() { Ok(None) } else { Ok(Some(from + distances.number()?)) }
}

fn people(reader: &mut Reader<'_>, seats: &[(Role, Division)]) -> Result<Vec<Rc<Official>>, TableFault> {
    let (mut parties, mut letters, mut high, mut low) =
        (reader.column()?, reader.column()?, reader.column()?, reader.column()?);
    let (mut given, mut family) = (reader.lines()?, reader.lines()?);
    let (mut phone_first, mut phone_last, mut phones) = (reader.column()?, reader.column()?, reader.lines()?);
    let (mut sites, mut forms, mut rooms) = (reader.lines()?, reader.lines()?, reader.lines()?);
    let (mut plus_fours, mut days, mut terms) = (reader.column()?, reader.column()?, reader.column()?);
    let mut emails = reader.lines()?;
    let mut ends = Vec::new();
    while !days.is_empty() {
        ends.push(days.date()?);
    }
    let mut last_plus_four = 0;
    let mut person = |role: Role, division: Division| {
        let party_and_caucus = parties.byte()?;
        let (name, family_name) = long_name(given.line()?, family.line()?);
        let letter = match letters.byte()? {
            0 => family_name.chars().next().ok_or(TableFault::Content)?,
            letter => char::from(letter),
        };
        let number = high.number()? << 8 | u32::from(low.byte()?);
        let mut bioguide = String::from(letter);
        push_digits(&mut bioguide, number, 6);
        let phone = match phone_first.byte()? {
            NO_PHONE => None,
            OTHER_PHONE => Some(phones.line()?.into()),
            first => Some(long_phone(u32::from(first) * 100 + u32::from(phone_last.byte()?), role).into()),
        };
        let site = long_site(sites.line()?, role, family_name);
        let contact_form = long_contact_form(forms.line()?, site.as_deref())?;
        let room = rooms.line()?;
        let plus_four = if has_plus_four(room, role) {
            let zigzag = plus_fours.number()? as i32;
            last_plus_four += zigzag >> 1 ^ -(zigzag & 1);
            Some(u32::try_from(last_plus_four).ok().filter(|number| *number < 10_000).ok_or(TableFault::Content)?)
        } else {
            None
        };
        Ok(Rc::new(Official {
            bioguide: bioguide.into(),
            name: name.into(),
            family_name: family_name.into(),
            role,
            division,
            party: party(party_and_caucus & 3)?.ok_or(TableFault::Content)?,
            caucus: party(party_and_caucus >> 2)?,
            phone,
            site: url(site)?,
            contact_form: url(contact_form)?,
            email: Some(emails.line()?).filter(|email| !email.is_empty()).map(Into::into),
            address: long_address(room, role, plus_four)?.map(Into::into),
            term_end: *ends.get(terms.number()? as usize).ok_or(TableFault::Content)?,
        }))
    };
    seats.iter().map(|(role, division)| person(*role, *division)).collect()
}

/// The numbers of that many seats: a single one is at large, which is 0.
pub(super) fn districts(count: u8) -> std::ops::RangeInclusive<u8> {
    if count == 1 { 0..=0 } else { 1..=count }
}

/// Letter and number of a Bioguide identifier; `None` if it is not one.
pub(super) fn bioguide_parts(bioguide: &str) -> Option<(u8, u32)> {
    let (&letter, digits) = bioguide.as_bytes().split_first()?;
    let good = letter.is_ascii_uppercase() && digits.len() == 6 && digits.iter().all(u8::is_ascii_digit);
    good.then(|| (letter, digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0'))))
}

fn url(text: Option<String>) -> Result<Option<HttpsUrl>, TableFault> {
    text.map(|text| HttpsUrl::try_from(text).map_err(|_| TableFault::Content)).transpose()
}

fn party_byte(party: Option<Party>) -> u8 {
    match party {
        None => 0,
        Some(Party::Democrat) => 1,
        Some(Party::Republican) => 2,
        Some(Party::Independent) => 3,
    }
}

fn party(byte: u8) -> Result<Option<Party>, TableFault> {
    match byte {
        0 => Ok(None),
        1 => Ok(Some(Party::Democrat)),
        2 => Ok(Some(Party::Republican)),
        3 => Ok(Some(Party::Independent)),
        _ => Err(TableFault::Content),
    }
}
