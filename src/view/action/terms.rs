//! Says whose term has ended and where lines have changed.

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::legislature::Representation;
use crate::view::live::Live;

/// Whether the records do not know who holds one of the seats now: then the official finder comes first.
pub fn are_over(found: &Representation) -> bool {
    found.people.iter().any(|person| person.name.is_empty())
}

/// Adds what there is to say to `notes`.
pub fn notes(live: &Live, found: &Representation, place: &str, notes: &mut Vec<AttrValue>) {
    for ended in &found.ended {
        let date = live.catalogue().language.date(ended.until);
        notes.push(live.fill(Message::SeatEnded, &[("name", &ended.name), ("date", &date)]));
    }
    if found.redrawn {
        notes.push(live.fill(Message::SeatRedrawn, &[("place", place)]));
    }
    if are_over(found) {
        notes.push(live.text(Message::SeatUnknown));
    }
}
