//! Says whose term has ended, and leads to the official finder before a letter goes to a seat.

use places::legislature::Representation;
use visit::catalogue::Message;

use crate::draw;
use crate::draw::Pen;

/// Nothing where the records know everybody.
pub fn terms(pen: &mut Pen<'_>, found: &Representation) {
    if found.people.iter().all(|person| !person.name.is_empty()) {
        return;
    }
    let live = pen.live;
    let (address, finder) = live.page().finders.first().cloned().unwrap_or_default();
    let space = live.catalogue().language.space();
    let mut text = String::new();
    for ended in &found.ended {
        let date = live.catalogue().language.date(ended.until);
        text.push_str(&live.fill(Message::SeatEnded, &[("name", &ended.name), ("date", &date)]));
        text.push_str(space);
    }
    if found.redrawn {
        let place = live.seat_name(pen.visit().legislature(), found.seat);
        text.push_str(&live.fill(Message::SeatRedrawn, &[("place", &place)]));
        text.push_str(space);
    }
    text.push_str(live.text(Message::SeatUnknown));
    draw!(pen;
        div(class="note") {
            p { (text) }
            a(class="button quiet wide" data-action="finder" href={address} target="_blank" rel="noopener noreferrer") { (finder) }
        }
    );
}
