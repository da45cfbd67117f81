//! Offers every division that a place may lie in. Never guesses.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::congress::{Division, HouseSeat};
use crate::domain::visit::{Answer, Event, Tables};
use crate::view::hooks::use_visit::Visitor;
use crate::view::link::outside;
use crate::view::live::Live;
use crate::view::piece::{button, heading, hint_line};

/// The official finder of the House, by full address.
pub const HOUSE_FINDER: &str = "https://www.house.gov/representatives/find-your-representative";
/// The Senate's list of its members.
pub const SENATE_LIST: &str = "https://www.senate.gov/senators/senators-contact.htm";

/// One button for each division, with the name of who represents it.
pub fn division_choice(live: &Live, visitor: &Visitor, divisions: &[Division]) -> Html {
    let (title, hint) = match &visitor.visit.answer {
        Answer::State(state) => (
            live.fill(Message::ChooseStateTitle, &[("state", &live.state_name(*state))]),
            live.text(Message::ChooseStateHint),
        ),
        _ if across_states(divisions) => (live.text(Message::ChooseTitleStates), live.text(Message::ChooseHint)),
        _ => (live.text(Message::ChooseTitle), live.text(Message::ChooseHint)),
    };
    let back = visitor.on(match visitor.visit.answer {
        Answer::State(_) => Event::ByStateChosen,
        _ => Event::PlaceForgotten,
    });
    let choices = divisions.iter().map(|division| choice(live, visitor, *division));
    html! {
        <div>
            { heading(title) }
            { hint_line(hint) }
            <ul class="choices">{ for choices }</ul>
            <p class="hint">
                { outside(HOUSE_FINDER, live.text(Message::ChooseUnsure)) }
            </p>
            { button("link", "back", back, live.text(Message::Back)) }
        </div>
    }
}

fn across_states(divisions: &[Division]) -> bool {
    divisions.iter().zip(divisions.iter().skip(1)).any(|(one, next)| one.state != next.state)
}

fn choice(live: &Live, visitor: &Visitor, division: Division) -> Html {
    let onclick = visitor.on(Event::DivisionChosen(division));
    let who = match house_seat(visitor, division) {
        Some(HouseSeat::Held(official)) => AttrValue::from(Rc::clone(&official.name)),
        Some(HouseSeat::Vacant) => live.text(Message::SeatVacant),
        None => AttrValue::default(),
    };
    let key = [division.state.code(), &division.district.to_string()].concat();
    let choice = key.clone();
    html! {
        <li {key}>
            <button class="choice" type="button" {onclick} data-choice={choice}>
                <span class="choice-name">{ live.division_name(division) }</span>
                <span class="role">{ who }</span>
            </button>
        </li>
    }
}

fn house_seat(visitor: &Visitor, division: Division) -> Option<HouseSeat> {
    match &visitor.visit.tables {
        Tables::Ready(congress) => congress.0.delegation(division).map(|delegation| delegation.house),
        Tables::Untouched | Tables::Loading | Tables::Failed => None,
    }
}
