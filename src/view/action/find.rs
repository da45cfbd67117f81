//! The people who were found, each with a tick, and the one question that may still be open.

use crate::domain::catalogue::Message;
use crate::domain::legislature::{Representation, Seat};
use crate::domain::share::Network;
use crate::domain::visit::{Event, Step, WhySeats};
use crate::draw;
use crate::view::action::controls::{hint, press, press_named, step_heading};
use crate::view::action::people::{has_no_senators, notes, offices_failed, place, records};
use crate::view::action::person_card::person_card;
use crate::view::action::seat_choice::seat_choice;
use crate::view::action::terms::terms;
use crate::view::action::thanks::pass_on;
use crate::view::draw::Pen;

/// Everybody who is known, and below them the seats among which the visitor chooses, if there are several.
pub fn find_screen(pen: &mut Pen<'_>, found: Option<&Representation>, open: Option<(&[Seat], &WhySeats)>) {
    let visit = pen.visit();
    let people = visit.people();
    let title = match open {
        Some(_) => pen.live.text(Message::FoundTitle).to_string(),
        None if people.is_empty() => pen.live.text(Message::FoundTitle).to_string(),
        None if found.is_some_and(has_no_senators) => pen.live.text(Message::PeopleTitleDelegate).to_string(),
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
            [if !people.is_empty() {
                draw!(pen; ul(class="who") { [for person in &people { person_card(pen, person) }] });
            }]
            div(role="status") { [if visit.offices_failed { offices_failed(pen) }] }
            [if let Some((seats, why)) = open { seat_choice(pen, seats, why) }]
            [if !people.is_empty() { go_on(pen, people.len()) }]
            [if open.is_some() && !people.is_empty() { hint(pen, &pen.live.text(Message::ChooseLater)) }]
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

/// One press on to the letter: "Write to all 3".
fn go_on(pen: &mut Pen<'_>, found: usize) {
    let visit = pen.visit();
    let ticked = visit.ticked();
    let is_all = found == ticked.len() && (visit.home.is_some() || !visit.named.is_empty());
    let label = match (&*ticked, is_all) {
        ([], _) => return draw!(pen; p(class="hint" role="status") { ~GoNone }),
        ([one], _) => pen.live.fill(Message::WriteTo, &[("name", &pen.live.name_of(one))]),
        ([_, _], true) => pen.live.text(Message::GoBoth).to_string(),
        (all, true) => pen.live.count(Message::GoAll, all.len(), &[]),
        (some, false) => pen.live.count(Message::GoSome, some.len(), &[]),
    };
    press_named(pen, Event::WentTo(Step::Write), "button wide", "write", &label);
}
