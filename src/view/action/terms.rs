//! Says whose term has ended, and leads to the official finder before a letter goes to a seat.

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::legislature::Representation;
use crate::domain::visit::Visit;
use crate::view::link::button_outside;
use crate::view::live::Live;

/// Nothing where the records know everybody.
pub fn terms(live: &Live, visit: &Visit, found: &Representation) -> Option<Html> {
    if found.people.iter().all(|person| !person.name.is_empty()) {
        return None;
    }
    let mut text = String::new();
    let mut say = |sentence: AttrValue| {
        text.push_str(&sentence);
        text.push(' ');
    };
    for ended in &found.ended {
        let date = live.catalogue().language.date(ended.until);
        say(live.fill(Message::SeatEnded, &[("name", &ended.name), ("date", &date)]));
    }
    if found.redrawn {
        let place = live.seat_name(visit.legislature(), found.seat);
        say(live.fill(Message::SeatRedrawn, &[("place", &place)]));
    }
    say(live.text(Message::SeatUnknown));
    Some(html! {
        <div key="terms" class="note">
            <p>{ text }</p>
            { button_outside(live.page().finder.clone(), "button wide", "finder", None, live.text(Message::FinderHouse)) }
        </div>
    })
}
