//! One person who was found: ticked or not, and the ways to reach them besides a letter.

use std::rc::Rc;

use places::legislature::Person;
use visit::{Event, MOST_READERS};

use crate::action::reach::reach;
use crate::draw;
use crate::draw::Pen;
use crate::person_lines;

/// The id of the open card's heading, where the focus goes.
pub const CURRENT: &str = "current-person";

/// A row with a box to tick, where there are several, and telephone and offices, folded; where there are many, those wait for
/// the card on which the letter is sent.
pub fn person_card(pen: &mut Pen<'_>, person: &Rc<Person>, found: usize) {
    let id = &person.id;
    let visit = pen.visit();
    let is_ticked = visit.is_ticked(person, found);
    let is_full = visit.is_many(found) && !is_ticked && visit.ticked().len() >= MOST_READERS;
    // Nobody chooses among one; who was unticked among several must still be within reach.
    let is_choice = found > 1 || !is_ticked;
    draw!(pen;
        li(key={id} data-person={id}) {
            label(class="person") {
                [if is_choice {
                    draw!(pen; input(type="checkbox" data-action="tick" disabled=?{is_full.then_some("")} checked={is_ticked} on={Event::PersonToggled(Rc::clone(id))}));
                }]
                [who(pen, person, None)]
            }
            [if !visit.is_many(found) { reach(pen, person) }]
        }
    );
}

/// Monogram, name and role, and what was done about them. The name is a heading where `is_open` says whether it is that of the
/// open card.
pub fn who(pen: &mut Pen<'_>, person: &Person, is_open: Option<bool>) {
    let catalogue = pen.live.catalogue();
    let party = person.party.as_deref().unwrap_or_default();
    let comma = if party.is_empty() { "" } else { catalogue.language.comma() };
    let done = person_lines::done(catalogue, pen.visit().channels(person));
    let name = &person.shown;
    let seat = pen.live.sits_for(pen.visit().legislature(), person);
    draw!(pen;
        span(class="monogram" aria-hidden="true") { (person_lines::monogram(&person.name)) }
        span {
            [match is_open {
                None => draw!(pen; span(class="name") { (name) }),
                Some(true) => draw!(pen; h3(class="name" id={CURRENT} tabindex="-1") { (name) }),
                Some(false) => draw!(pen; h3(class="name") { (name) }),
            }]
            span(class="role") { (party) (comma) span(lang={pen.live.seat_language(pen.visit().legislature(), person.seat)}) { (seat) } }
        }
        span(class="tag") { (done) }
    );
}
