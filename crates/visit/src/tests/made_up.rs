//! A made-up Congress, and visits in it.

use std::collections::BTreeMap;
use std::rc::Rc;

use places::assembly::Assembly;
use places::congress::{Congress, Division, Official, Role, State, Validity, Zip, english};
use places::date::Date;
use places::legislature::{Person, Postcode, Seat};

use crate::letter::words::{Lead, Letter, Point, Variant};
use crate::{Event, Field, Question, Screen, Shared, Step, Visit, WhyRegions};

pub fn division(text: &str) -> Division {
    let (code, district) = text.split_at(2);
    Division { state: State::from_code(code).unwrap(), district: district.parse().unwrap() }
}

pub fn divisions(texts: &[&str]) -> Vec<Division> {
    texts.iter().map(|text| division(text)).collect()
}

/// Made-up people: senators of Vermont and New Hampshire, members for `VT0`, `NH1` and `DC0`; `NH2` is vacant.
pub fn officials() -> Vec<Official> {
    use Role::{Delegate, Representative, Senator};
    let seats = [
        ("E000001", Senator, "VT0"),
        ("E000002", Senator, "VT0"),
        ("E000003", Representative, "VT0"),
        ("E000004", Senator, "NH0"),
        ("E000005", Senator, "NH0"),
        ("E000006", Representative, "NH1"),
        ("E000007", Delegate, "DC0"),
    ];
    let person = |(bioguide, role, seat): (&str, Role, &str)| {
        Official::new(bioguide, &["Example ", bioguide].concat(), bioguide, role, division(seat))
    };
    seats.map(person).into()
}

thread_local! {
    static TABLES: Rc<Assembly> = Rc::new(assembly());
}

pub fn tables() -> Event {
    Event::TablesLoaded(Shared(TABLES.with(Rc::clone)))
}

fn assembly() -> Assembly {
    let day = |text: &str| text.parse::<Date>().unwrap();
    let validity = Validity { as_of: day("2026-06-15"), valid_from: day("2025-01-03"), valid_to: day("2027-01-03") };
    let zips: BTreeMap<Zip, Vec<Division>> = [
        (5401, &["VT0"][..]),
        (3101, &["NH1"]),
        (3301, &["NH1", "NH2"]),
        (3576, &["NH1", "VT0"]),
        (3755, &["NH2"]),
        (20001, &["DC0"]),
    ]
    .into_iter()
    .map(|(zip, seats)| (Zip::from_number(zip).unwrap(), divisions(seats)))
    .collect();
    let congress = Congress::new(validity, divisions(&SEATS), officials(), &zips).unwrap();
    let table = Assembly::bytes(&congress.records()).unwrap();
    Assembly::from_bytes(&table, &english()).unwrap()
}

pub fn zip(text: &str) -> Event {
    Event::PostcodeEntered(text.to_owned(), Zip::parse(text).map(Postcode::Zip))
}

pub fn region(code: &str) -> Rc<str> {
    code.into()
}

/// In the order of the table.
const SEATS: [&str; 4] = ["DC0", "NH1", "NH2", "VT0"];

pub fn seat(text: &str) -> Seat {
    Seat::at(SEATS.iter().position(|known| *known == text).unwrap() as u16)
}

pub fn continued(visit: &Rc<Visit>, events: impl IntoIterator<Item = Event>) -> Rc<Visit> {
    let mut visit = (**visit).clone();
    events.into_iter().for_each(|event| visit.apply(event));
    Rc::new(visit)
}

/// A made-up letter, with other words for one senator of New Hampshire.
pub fn letter() -> Letter {
    let point = |text: &str| Point { label: text.to_owned(), text: text.to_owned() };
    Letter {
        subject: "From {{place}}".to_owned(),
        prompts: vec!["Why?".to_owned(), "Where?".to_owned()],
        opening: "I live in {{place}}.".to_owned(),
        lead: Some(Lead { one: "One:".to_owned(), several: "Some:".to_owned() }),
        points: vec![point("First."), point("Second, {{target.name}}.")],
        ask: "Please act.".to_owned(),
        closing: "Yours,".to_owned(),
        variants: vec![Variant {
            audience: vec!["E000005".to_owned()],
            opening: Some("Thank you for what you did in {{place}}.".to_owned()),
            ..Variant::default()
        }],
        ..Letter::default()
    }
}

/// A visit to a campaign with [`letter`], nothing done yet.
pub fn begun() -> Rc<Visit> {
    Rc::new(Visit { letter: Shared(Rc::new(letter())), ..Visit::default() })
}

/// A visit with the tables loaded, and then these events.
pub fn visit(events: impl IntoIterator<Item = Event>) -> Rc<Visit> {
    continued(&continued(&begun(), [Event::TablesAsked, tables()]), events)
}

/// Somebody in Vermont who writes, and then these events.
pub fn writing(events: impl IntoIterator<Item = Event>) -> Rc<Visit> {
    continued(&visit([zip("05401"), Event::WentTo(Step::Write)]), events)
}

/// Screen and what is on it, short enough for a table: `people E000001 E000002 E000003`.
pub fn shown(visit: &Visit) -> String {
    let codes = |seats: Vec<Seat>| {
        let code = |seat| visit.legislature().map(|legislature| legislature.seat_code(seat));
        seats.into_iter().filter_map(code).collect::<Vec<_>>().join(" ")
    };
    match visit.screen() {
        Screen::Place(Question::Open) => "place".to_owned(),
        Screen::Place(Question::Waiting) => "waiting".to_owned(),
        Screen::Place(Question::Refused(fault)) => format!("refused {fault:?}"),
        Screen::Regions(WhyRegions::Asked) => "regions".to_owned(),
        Screen::Regions(WhyRegions::Unknown(postcode)) => format!("regions, {postcode} unknown"),
        Screen::Regions(WhyRegions::Military(postcode)) => format!("regions, {postcode} military"),
        Screen::Regions(WhyRegions::Outside(postcode)) => format!("regions, {postcode} not represented"),
        Screen::Seats(found, _) => {
            let people: Vec<_> = visit.people().iter().map(|person| person.id.to_string()).collect();
            format!("seats {}: {}", codes(found), people.join(" ")).trim_end_matches(": ").to_owned()
        }
        Screen::People(found) => {
            let people = visit.people();
            let ids: Vec<&str> = people.iter().map(|person| &*person.id).collect();
            let seat = if found.as_ref().is_some_and(|found| found.vacant) { ", seat vacant" } else { "" };
            let home = found.map(|found| codes(vec![found.seat])).unwrap_or_default();
            format!("people of {home}: {}{seat}", ids.join(" "))
        }
        Screen::Write => format!("write to {}", visit.ticked().len()),
        Screen::Send => match visit.current() {
            Some(person) => format!("send to {}, {:?}", person.id, visit.copied),
            None => "send, all done".to_owned(),
        },
        Screen::Thanks => "thanks".to_owned(),
        Screen::Unavailable => "unavailable".to_owned(),
    }
}

/// The person with this identifier.
pub fn official(bioguide: &str) -> Rc<Person> {
    let visit = visit([]);
    let assembly = visit.legislature().unwrap();
    let people = SEATS.iter().flat_map(|code| assembly.represent(seat(code)).unwrap().people);
    let mut people = people;
    let found = people.find(|person| *person.id == *bioguide);
    found.unwrap()
}

/// This is typed as the letter to one person alone.
pub fn own(whose: &str, text: &str) -> Event {
    Event::Typed(Field::OwnBody(whose.into()), text.to_owned())
}

pub const VERMONT: &str = "people of VT: E000001 E000002 E000003";
