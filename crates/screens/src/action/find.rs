//! The people who were found, each with a tick, and the one question that may still be open.

use std::rc::Rc;

use places::legislature::{Person, Representation, Seat};
use visit::catalogue::Message;
use visit::share::Network;
use visit::{Event, Field, Step, WhySeats};

use crate::action::controls::{hint, press, press_named, step_heading};
use crate::action::pass_on::pass_on;
use crate::action::people::{notes, offices_failed, place, records};
use crate::action::person_card::person_card;
use crate::action::seat_choice::{FILTER, matches, seat_choice};
use crate::action::terms::terms;
use crate::draw;
use crate::draw::Pen;

/// Everybody who is known, and below them the seats among which the visitor chooses, if there are several.
pub fn find_screen(pen: &mut Pen<'_>, found: Option<&Representation>, open: Option<(&[Seat], &WhySeats)>) {
    let visit = pen.visit();
    let people = visit.people();
    let title = match open {
        Some(_) => pen.live.text(Message::FoundTitle).to_owned(),
        None if people.is_empty() => pen.live.text(Message::FoundTitle).to_owned(),
        None => pen.live.count(Message::PeopleTitle, people.len(), &[]),
    };
    draw!(pen;
        div {
            [step_heading(pen, &title)]
            [place(pen)]
            [if let Some(found) = found {
                notes(pen, found);
                terms(pen, found);
            }]
            [if visit.is_many(people.len()) { narrow(pen) }]
            [if !people.is_empty() { cards(pen, &people) }]
            div(role="status") { [if visit.offices_failed { offices_failed(pen) }] }
            [if let Some((seats, why)) = open { seat_choice(pen, seats, why) }]
            [if !people.is_empty() { go_on(pen, people.len()) }]
            [if open.is_some() && !people.is_empty() { hint(pen, pen.live.text(Message::ChooseLater)) }]
            [if people.iter().any(|person| visit.is_done(person)) {
                press(pen, Event::Finished, "link", "finish", Message::PeopleFinish);
            }]
            [if found.is_some() { records(pen) }]
            [if open.is_none() && people.is_empty() {
                pass_on(pen, &Network::ALL, &pen.live.page().share_text);
            }]
        }
    );
}

/// Where many represent a place: how many may be written to, and a field that narrows the list.
fn narrow(pen: &mut Pen<'_>) {
    let filter = &pen.visit().filter;
    draw!(pen;
        p(class="hint") { ~ManyHint }
        div {
            label(for={FILTER}) { ~ManyFilter }
            input(class="field" id={FILTER} type="text" value={filter} typed={Some(Field::Seats)})
        }
    );
}

/// Everybody whose name or party holds what the list was narrowed to, and whoever is ticked.
fn cards(pen: &mut Pen<'_>, people: &[Rc<Person>]) {
    let visit = pen.visit();
    let found = people.len();
    let mut has_none = true;
    draw!(pen;
        ul(class="who") {
            [for person in people {
                let text = [&*person.shown, " ", person.party.as_deref().unwrap_or_default()];
                if visit.filter.is_empty() || visit.is_ticked(person, found) || matches(&text.concat(), &visit.filter) {
                    has_none = false;
                    person_card(pen, person, found);
                }
            }]
        }
        p(class="hint" role="status") { [if has_none { pen.say(Message::ManyNone) }] }
    );
}

/// One press on to the letter: "Write to all 3".
fn go_on(pen: &mut Pen<'_>, found: usize) {
    let visit = pen.visit();
    let ticked = visit.ticked();
    let is_all = found == ticked.len() && (visit.home.is_some() || !visit.named.0.is_empty());
    let label = match (&*ticked, is_all) {
        ([], _) => return draw!(pen; p(class="hint" role="status") { ~GoNone }),
        ([one], _) => pen.live.fill(Message::WriteTo, &[("name", &one.shown)]),
        ([_, _], true) => pen.live.text(Message::GoBoth).to_owned(),
        (all, true) => pen.live.count(Message::GoAll, all.len(), &[]),
        (some, false) => pen.live.count(Message::GoSome, some.len(), &[]),
    };
    press_named(pen, Event::WentTo(Step::Write), "button wide", "write", &label);
}
