//! Who represents the visitor.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::congress::{Delegation, Division, HouseSeat, StateKind};
use crate::domain::visit::{Answer, Event, Tables, Visit, people};
use crate::view::action::division_choice::HOUSE_FINDER;
use crate::view::action::person_card::person_card;
use crate::view::hooks::use_visit::Visitor;
use crate::view::link::outside;
use crate::view::live::Live;
use crate::view::piece::{button, heading};

/// A card for each official; the next one who was not contacted yet comes with the primary button.
pub fn people_screen(live: &Live, visitor: &Visitor, delegation: &Delegation) -> Html {
    let home = delegation.division;
    let visit = &visitor.visit;
    let officials = people(delegation);
    let next = officials.iter().find(|person| !visit.is_done(person)).map(|next| Rc::clone(&next.id));
    let done = officials.iter().filter(|person| visit.is_done(person)).count();
    let title = match home.state.kind() {
        StateKind::State => live.count(Message::PeopleTitle, officials.len(), &[]),
        StateKind::District | StateKind::Territory => live.text(Message::PeopleTitleDelegate),
    };
    let progress = match done {
        0 => AttrValue::default(),
        _ => live.count(Message::PeopleProgress, officials.len(), &[("done", &live.catalogue().language.number(done))]),
    };
    let change = visitor.on(Event::PlaceForgotten);
    let finish = visitor.on(Event::Finished);
    let cards = officials.iter().map(|official| {
        let primary = next.as_ref() == Some(&official.id);
        person_card(live, visitor, official, primary)
    });
    let notes = notes(live, visit, delegation).into_iter().enumerate().map(|(at, note)| {
        html! { <p key={at} class="note">{ note }</p> }
    });
    html! {
        <div>
            { heading(title) }
            <p class="hint place">
                <span>{ place(live, visitor, home) }</span>
                { button("link", "change", change, live.text(Message::PeopleChange)) }
            </p>
            { for notes }
            <ul class="people">{ for cards }</ul>
            <p class="hint" role="status">{ progress }</p>
            <div class="finish" hidden={done == 0}>
                { button("button quiet", "finish", finish, live.text(Message::PeopleFinish)) }
            </div>
            <p class="hint">{ as_of(live, visit) }{ " " }{ outside(HOUSE_FINDER, live.text(Message::ChooseUnsure)) }</p>
        </div>
    }
}

/// The place as the visitor gave it: "ZIP code 05401 · Vermont, at large".
fn place(live: &Live, visitor: &Visitor, home: Division) -> AttrValue {
    let division = live.division_name(home);
    match &visitor.visit.answer {
        Answer::Zip(zip) => [&zip.to_string(), " · ", division.as_str()].concat().into(),
        _ => division,
    }
}

fn notes(live: &Live, visit: &Visit, delegation: &Delegation) -> Vec<AttrValue> {
    let home = delegation.division;
    let mut notes = Vec::new();
    if home.state.kind() != StateKind::State {
        notes.push(live.fill(Message::PeopleDelegateNote, &[("place", &live.state_name(home.state))]));
    } else if delegation.senators.len() == 1 {
        notes.push(live.text(Message::SenateVacantNote));
    }
    if delegation.house == HouseSeat::Vacant {
        notes.push(
            live.fill(
                Message::SeatVacantNote,
                &[("place", &live.division_name(home)), ("date", &as_of_day(live, visit))],
            ),
        );
    }
    notes
}

/// The day of the records of officials; empty while there are none.
fn as_of_day(live: &Live, visit: &Visit) -> String {
    match &visit.tables {
        Tables::Ready(congress) => live.catalogue().language.date(congress.0.validity().as_of),
        Tables::Untouched | Tables::Loading | Tables::Failed => String::new(),
    }
}

fn as_of(live: &Live, visit: &Visit) -> AttrValue {
    let Tables::Ready(congress) = &visit.tables else { return AttrValue::default() };
    let validity = congress.0.validity();
    let language = live.catalogue().language;
    if visit.browser.today.is_some_and(|today| today > validity.valid_to) {
        live.fill(Message::PeopleOutdated, &[("date", &language.date(validity.valid_to))])
    } else {
        live.fill(Message::PeopleAsOf, &[("date", &as_of_day(live, visit))])
    }
}
