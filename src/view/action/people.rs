//! Who represents the visitor, or whom the campaign names.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::congress::StateKind;
use crate::domain::legislature::{Representation, Role, Seat};
use crate::domain::visit::{Answer, Event, Visit};
use crate::view::action::person_card::person_card;
use crate::view::action::terms;
use crate::view::hooks::use_visit::Visitor;
use crate::view::link::{button_outside, outside};
use crate::view::live::Live;
use crate::view::piece::{button, heading};

/// A card for each person; the next one who was not contacted yet comes with the primary button.
pub fn people_screen(live: &Live, visitor: &Visitor, found: Option<&Representation>) -> Html {
    let visit = &visitor.visit;
    let people = visit.people();
    let next = people.iter().find(|person| !visit.is_done(person)).map(|next| Rc::clone(&next.id));
    let done = people.iter().filter(|person| visit.is_done(person)).count();
    let title = if found.is_some_and(has_no_senators) {
        live.text(Message::PeopleTitleDelegate)
    } else {
        live.count(Message::PeopleTitle, people.len(), &[])
    };
    let progress = match done {
        0 => AttrValue::default(),
        _ => live.count(Message::PeopleProgress, people.len(), &[("done", &live.catalogue().language.number(done))]),
    };
    let finish = visitor.on(Event::Finished);
    let cards = people.iter().map(|person| {
        let primary = next.as_ref() == Some(&person.id);
        person_card(live, visitor, person, primary)
    });
    let place = found.map(|found| place(live, visitor, found.seat));
    let over = found.is_some_and(terms::are_over);
    let notes = found.map(|found| notes(live, visit, found)).unwrap_or_default();
    let notes = notes.into_iter().enumerate().map(|(at, note)| {
        html! { <p key={at} class="note">{ note }</p> }
    });
    html! {
        <div>
            { heading(title) }
            { for place }
            { for notes }
            { for over.then(|| button_outside(live.page().finder.clone(), "button wide", "finder", None, live.text(Message::FinderHouse))) }
            <ul class="people">{ for cards }</ul>
            <div role="status">{ for visit.offices_failed.then(|| offices_failed(live, visitor)) }</div>
            <p class="hint" role="status">{ progress }</p>
            <div class="finish" hidden={done == 0}>
                { button("button quiet", "finish", finish, live.text(Message::PeopleFinish)) }
            </div>
            { for found.map(|_| records(live, visit)) }
        </div>
    }
}

/// Says that the cards lack something, and tries again.
fn offices_failed(live: &Live, visitor: &Visitor) -> Html {
    let retry = visitor.on(Event::OfficesAsked);
    html! {
        <p key="offices" class="hint place">
            <span>{ live.text(Message::OfficesFailed) }</span>
            { button("link", "retry-offices", retry, live.text(Message::TablesRetry)) }
        </p>
    }
}

/// The District and the territories send nobody to the Senate.
fn has_no_senators(found: &Representation) -> bool {
    found.seat.division().is_some_and(|division| division.state.kind() != StateKind::State)
}

/// The place as the visitor gave it: "05401 · Vermont, at large"; and the way to another.
fn place(live: &Live, visitor: &Visitor, home: Seat) -> Html {
    let visit = &visitor.visit;
    let mut name = live.seat_name(visit.legislature(), home);
    if visit.answer.is_located() {
        name = live.fill(Message::LocatedIn, &[("place", &name)]);
    }
    let typed = match &visit.answer {
        Answer::Postcode(postcode) => [&postcode.to_string(), " · "].concat(),
        _ => String::new(),
    };
    let change = visitor.on(Event::PlaceForgotten);
    html! {
        <p class="hint place" key="place">
            <span>{ typed }<span lang={home.language()}>{ name }</span></span>
            { button("link", "change", change, live.text(Message::PeopleChange)) }
        </p>
    }
}

fn notes(live: &Live, visit: &Visit, found: &Representation) -> Vec<AttrValue> {
    let mut notes = Vec::new();
    if let (true, Some(home)) = (has_no_senators(found), found.seat.division()) {
        notes.push(live.fill(Message::PeopleDelegateNote, &[("place", &live.region_name(home.state.code()))]));
    } else if found.people.iter().filter(|person| person.role == Role::Senator).count() == 1 {
        notes.push(live.text(Message::SenateVacantNote));
    }
    let place = live.seat_name(visit.legislature(), found.seat);
    terms::notes(live, found, &place, &mut notes);
    if found.vacant {
        notes.push(live.fill(Message::SeatVacantNote, &[("place", &place), ("date", &as_of_day(live, visit))]));
    }
    notes
}

/// The day of the records; empty while there are none.
fn as_of_day(live: &Live, visit: &Visit) -> String {
    visit
        .legislature()
        .map(|legislature| live.catalogue().language.date(legislature.validity().as_of))
        .unwrap_or_default()
}

/// How old the records are, and the official finder.
fn records(live: &Live, visit: &Visit) -> Html {
    let valid_to = visit.legislature().map(|legislature| legislature.validity().valid_to);
    let outdated = valid_to.filter(|valid_to| visit.browser.today.is_some_and(|today| today > *valid_to));
    let age = match outdated {
        Some(valid_to) => live.fill(Message::PeopleOutdated, &[("date", &live.catalogue().language.date(valid_to))]),
        None => live.fill(Message::PeopleAsOf, &[("date", &as_of_day(live, visit))]),
    };
    html! {
        <p class="hint" key="records">{ age }{ " " }{ outside(live.page().finder.clone(), live.text(Message::ChooseUnsure)) }</p>
    }
}
