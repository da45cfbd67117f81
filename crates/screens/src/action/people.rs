//! What is said around the people who were found: the place, gaps, and how old the records are.

use places::legislature::Representation;
use visit::catalogue::Message;
use visit::{Answer, Event, Visit};

use crate::action::controls::{outside, press};
use crate::context::Live;
use crate::draw;
use crate::draw::Pen;

/// Says that the cards lack the local offices, and tries again.
pub fn offices_failed(pen: &mut Pen<'_>) {
    draw!(pen;
        p(class="hint place") {
            span { ~OfficesFailed }
            [press(pen, Event::OfficesAsked, "link", "retry-offices", Message::TablesRetry)]
        }
    );
}

/// The place as the visitor gave it: "05401 · Vermont, at large"; and the way to another.
pub fn place(pen: &mut Pen<'_>) {
    let visit = pen.visit();
    if !visit.named.0.is_empty() {
        return;
    }
    let home = visit.home;
    let name = match (home, &visit.answer) {
        (Some(home), answer) => {
            let name = pen.live.seat_name(visit.legislature(), home);
            if answer.is_located() { pen.live.fill(Message::LocatedIn, &[("place", &name)]) } else { name }
        }
        (None, Answer::Region(region)) => pen.live.region_name(region).to_owned(),
        (None, _) => String::new(),
    };
    let typed = match &visit.answer {
        Answer::Postcode(postcode) => postcode.text(),
        _ => String::new(),
    };
    let between = if typed.is_empty() || name.is_empty() { "" } else { " · " };
    draw!(pen;
        p(class="place") {
            span { (typed) (between) span(lang={pen.live.seat_language(visit.legislature(), home)}) { (name) } }
            [press(pen, Event::PlaceForgotten, "link", "change", Message::PeopleChange)]
        }
    );
}

/// Seats that nobody holds, and what is to be said of the region.
pub fn notes(pen: &mut Pen<'_>, found: &Representation) {
    let (live, visit) = (pen.live, pen.visit());
    let mut note = |text: &str| draw!(pen; p(class="note") { (text) });
    let region = visit.legislature().and_then(|legislature| legislature.region(found.seat));
    let notes = &live.page().manner.notes;
    if let Some((_, text)) = notes.iter().find(|(code, _)| region.is_some_and(|region| region.code == *code)) {
        note(text);
    }
    if found.is_short {
        note(live.text(Message::SenateVacantNote));
    }
    if found.vacant {
        let place = live.seat_name(visit.legislature(), found.seat);
        note(&live.fill(Message::SeatVacantNote, &[("place", &place), ("date", &as_of_day(live, visit))]));
    }
}

/// The day of the records; empty while there are none.
fn as_of_day(live: &Live, visit: &Visit) -> String {
    visit
        .legislature()
        .map(|legislature| live.catalogue().language.date(legislature.validity().as_of))
        .unwrap_or_default()
}

/// How old the records are, and the official finder.
pub fn records(pen: &mut Pen<'_>) {
    let (live, visit) = (pen.live, pen.visit());
    let valid_to = visit.legislature().map(|legislature| legislature.validity().valid_to);
    let outdated = valid_to.filter(|valid_to| visit.browser.today.is_some_and(|today| today > *valid_to));
    let age = match outdated {
        Some(valid_to) => live.fill(Message::PeopleOutdated, &[("date", &live.catalogue().language.date(valid_to))]),
        None => live.fill(Message::PeopleAsOf, &[("date", &as_of_day(live, visit))]),
    };
    let note = &live.page().manner.note;
    draw!(pen; p(class="hint") { (age) (live.catalogue().language.space()) (note) (live.catalogue().language.space()) [outside(pen, &live.finder(), live.text(Message::ChooseUnsure))] });
}
