//! Offers every seat that a place may lie in. Never guesses.

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::legislature::{LegislatureId, Role, Seat};
use crate::domain::visit::{Event, WhySeats};
use crate::view::action::locate::locate;
use crate::view::hooks::use_visit::Visitor;
use crate::view::link::outside;
use crate::view::live::Live;
use crate::view::piece::{button, heading, hint_line};

/// The official finder of the House, by full address.
pub const HOUSE_FINDER: &str = "https://www.house.gov/representatives/find-your-representative";
/// The Senate's list of its members.
pub const SENATE_LIST: &str = "https://www.senate.gov/senators/senators-contact.htm";
/// Parliament's own finder, by postcode or name.
pub const UK_FINDER: &str = "https://members.parliament.uk/FindYourMP";

/// The official finder of a legislature's members.
pub fn finder(legislature: LegislatureId) -> &'static str {
    match legislature {
        LegislatureId::UsCongress => HOUSE_FINDER,
        LegislatureId::UkCommons => UK_FINDER,
    }
}

/// One button for each seat, with the name of who sits in it.
pub fn seat_choice(live: &Live, visitor: &Visitor, seats: &[Seat], why: &WhySeats) -> Html {
    let of_region = |code| live.fill(Message::ChooseStateTitle, &[("state", &live.region_name(code))]);
    let (title, hint) = match why {
        WhySeats::Region(code) if code.starts_with(' ') => {
            (live.text(Message::ChooseTitle), live.text(Message::LocatedNear))
        }
        WhySeats::Region(code) => (of_region(code), live.text(Message::ChooseStateHint)),
        WhySeats::OnlyRegion(code) => (of_region(code), live.text(Message::ChooseOnlyRegion)),
        WhySeats::Postcode if across_states(seats) => {
            (live.text(Message::ChooseTitleStates), live.text(Message::ChooseHint))
        }
        WhySeats::Postcode => (live.text(Message::ChooseTitle), live.text(Message::ChooseHint)),
    };
    let back = visitor.on(match why {
        WhySeats::Region(code) if !code.starts_with(' ') => Event::ByRegionChosen,
        _ => Event::PlaceForgotten,
    });
    let settles = *why == WhySeats::Postcode && seats.first().is_some_and(|seat| seat.division().is_some());
    let choices = seats.iter().map(|seat| choice(live, visitor, *seat));
    html! {
        <div>
            { heading(title) }
            { hint_line(hint) }
            { for settles.then(|| locate(live, visitor)) }
            <ul class="choices">{ for choices }</ul>
            <p class="hint">
                { outside(live.page().finder.clone(), live.text(Message::ChooseUnsure)) }
            </p>
            { button("link", "back", back, live.text(Message::Back)) }
        </div>
    }
}

fn across_states(seats: &[Seat]) -> bool {
    let state = |seat: &Seat| seat.division().map(|division| division.state);
    seats.iter().zip(seats.iter().skip(1)).any(|(one, next)| state(one) != state(next))
}

fn choice(live: &Live, visitor: &Visitor, seat: Seat) -> Html {
    let onclick = visitor.on(Event::SeatChosen(seat));
    let legislature = visitor.visit.legislature();
    let who = match legislature.and_then(|legislature| legislature.represent(seat)) {
        Some(found) if found.vacant => live.text(Message::SeatVacant),
        Some(found) => {
            // Senators are the same for every seat of a state.
            let member = found.people.iter().find(|person| person.role != Role::Senator);
            member.map(|person| AttrValue::from(person.name.clone())).unwrap_or_default()
        }
        None => AttrValue::default(),
    };
    let key = legislature.map(|legislature| legislature.seat_code(seat)).unwrap_or_default();
    let choice = key.clone();
    html! {
        <li {key}>
            <button class="choice" type="button" {onclick} data-choice={choice}>
                <span class="choice-name" lang={seat.language()}>{ live.seat_name(legislature, seat) }</span>
                <span class="role">{ who }</span>
            </button>
        </li>
    }
}
