//! The way to act: from a postcode to a letter in hand. A live part.
//!
//! Its screens are functions of what is known, not components: a component costs every visitor a kilobyte.

pub mod call;
pub mod controls;
pub mod letter;
pub mod locate;
pub mod on_paper;
pub mod people;
pub mod person_card;
pub mod place_form;
pub mod points;
pub mod region_choice;
pub mod seat_choice;
pub mod send;
pub mod steps;
pub mod terms;
pub mod thanks;
pub mod unavailable;
pub mod words;

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::legislature::Person;
use crate::domain::letter::Recipient;
use crate::domain::visit::{Screen, Task};
use crate::view::hooks::use_focus_on_change::use_focus_on_change;
use crate::view::hooks::use_typed_again::use_typed_again;
use crate::view::hooks::use_visit::{POSTCODE_FIELD, Visitor, use_visit};
use crate::view::live::Live;
use crate::view::person_lines;
use crate::view::piece::TITLE;
use crate::view::replaceable::replaceable;
use call::call_screen;
use letter::{current, letter_screen};
use people::people_screen;
use place_form::place_form;
use points::points_screen;
use region_choice::region_choice;
use seat_choice::seat_choice;
use send::send_screen;
use steps::{Step, steps};
use thanks::thanks;
use unavailable::unavailable;
use words::words_screen;

/// One task with one person.
fn with(live: &Live, visitor: &Visitor, person: &Person, task: Task) -> Html {
    let visit = &visitor.visit;
    let place =
        visit.legislature().zip(visit.home).map(|(legislature, seat)| legislature.place_in_letter(seat, person.role));
    // Who writes to somebody whom the campaign names fills in where they live.
    let recipient = Recipient::person(person, place.unwrap_or_else(|| "[your town]".to_owned()));
    let title = |message| live.fill(message, &[("name", &person_lines::full_name(live.catalogue(), person))]);
    match task {
        Task::Words => words_screen(live, visitor),
        Task::Points => points_screen(live, visitor),
        Task::Letter => letter_screen(live, visitor, &person.id, &recipient, title(Message::LetterTitle)),
        Task::Send(copied) => {
            let draft = current(live, visitor, &person.id, &recipient);
            send_screen(live, visitor, person, &recipient, &draft, copied, title(Message::SendTitle))
        }
        Task::Call => call_screen(live, visitor, person, &recipient, title(Message::CallTitle)),
    }
}

/// See [`Action`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Words and tables of the campaign.
    pub live: Live,
    /// What was typed as a postcode before the program was there.
    pub typed: String,
}

/// The action card: one question or one thing to do at a time.
#[component]
pub fn Action(props: &Props) -> Html {
    let live = &props.live;
    let visitor = use_visit(live, &props.typed);
    let screen = visitor.visit.screen();
    let (name, step, subject) = match &screen {
        Screen::Place(_) => ("find", Step::Find, String::new()),
        Screen::Regions(_) => ("choose-state", Step::Find, String::new()),
        Screen::Seats(..) => ("choose", Step::Find, String::new()),
        Screen::Unavailable => ("unavailable", Step::Find, String::new()),
        Screen::People(_) => ("people", Step::Write, String::new()),
        Screen::With(person, task) => {
            let (name, step) = match task {
                Task::Words => ("words", Step::Write),
                Task::Points => ("points", Step::Write),
                Task::Letter => ("write", Step::Write),
                Task::Send(_) => ("send", Step::Send),
                Task::Call => ("call", Step::Write),
            };
            (name, step, person.id.to_string())
        }
        Screen::Thanks => ("thanks", Step::Send, String::new()),
    };
    let key = [name, &subject].concat();
    use_typed_again(key.clone().into(), POSTCODE_FIELD, visitor.visit.typed.clone());
    use_focus_on_change(key.clone().into(), TITLE);
    let content = match &screen {
        Screen::Place(question) => place_form(live, &visitor, question),
        Screen::Regions(why) => region_choice(live, &visitor, *why),
        Screen::Seats(seats, why) => seat_choice(live, &visitor, seats, why),
        Screen::Unavailable => unavailable(live, &visitor),
        Screen::People(found) => people_screen(live, &visitor, found.as_ref()),
        Screen::With(person, task) => with(live, &visitor, person, *task),
        Screen::Thanks => thanks(live, &visitor),
    };
    replaceable(html! {
        <div class="action" data-draft={visitor.visit.has_draft().then_some("")}>
            { steps(live, step) }
            <div class="screen" {key} data-step={name}>{ content }</div>
        </div>
    })
}
