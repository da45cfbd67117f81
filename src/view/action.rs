//! The way to act: from a ZIP code to a letter in hand. A live part.
//!
//! Its screens are functions of what is known, not components: a component costs every visitor a kilobyte.

pub mod call;
pub mod controls;
pub mod division_choice;
pub mod letter;
pub mod on_paper;
pub mod people;
pub mod person_card;
pub mod points;
pub mod send;
pub mod state_choice;
pub mod steps;
pub mod thanks;
pub mod unavailable;
pub mod words;
pub mod zip_form;

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::congress::Division;
use crate::domain::legislature::Person;
use crate::domain::letter::Recipient;
use crate::domain::visit::{Screen, Task};
use crate::view::hooks::use_focus_on_change::use_focus_on_change;
use crate::view::hooks::use_typed_again::use_typed_again;
use crate::view::hooks::use_visit::{Visitor, ZIP_FIELD, use_visit};
use crate::view::live::Live;
use crate::view::person_lines;
use crate::view::piece::TITLE;
use call::call_screen;
use division_choice::division_choice;
use letter::{current, letter_screen};
use people::people_screen;
use points::points_screen;
use send::send_screen;
use state_choice::state_choice;
use steps::{Step, steps};
use thanks::thanks;
use unavailable::unavailable;
use words::words_screen;
use zip_form::zip_form;

/// One task with one person.
fn with(live: &Live, visitor: &Visitor, person: &Person, home: Division, task: Task) -> Html {
    let recipient = Recipient::person(person, home);
    let role = live.text(person_lines::role(person.role));
    let title = |message| live.fill(message, &[("role", role.as_str()), ("name", &person.name)]);
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
}

/// The action card: one question or one thing to do at a time.
#[component]
pub fn Action(props: &Props) -> Html {
    let live = &props.live;
    let visitor = use_visit(live);
    let screen = visitor.visit.screen();
    let (name, step, subject) = match &screen {
        Screen::Zip(_) => ("find", Step::Find, String::new()),
        Screen::States(_) => ("choose-state", Step::Find, String::new()),
        Screen::Divisions(_) => ("choose", Step::Find, String::new()),
        Screen::Unavailable => ("unavailable", Step::Find, String::new()),
        Screen::People(_) => ("people", Step::Write, String::new()),
        Screen::With(person, _, task) => {
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
    use_typed_again(key.clone().into(), ZIP_FIELD, visitor.visit.typed.clone());
    use_focus_on_change(key.clone().into(), TITLE);
    let content = match &screen {
        Screen::Zip(question) => zip_form(live, &visitor, question),
        Screen::States(why) => state_choice(live, &visitor, *why),
        Screen::Divisions(divisions) => division_choice(live, &visitor, divisions),
        Screen::Unavailable => unavailable(live, &visitor),
        Screen::People(delegation) => people_screen(live, &visitor, delegation),
        Screen::With(person, home, task) => with(live, &visitor, person, *home, *task),
        Screen::Thanks => thanks(live, &visitor),
    };
    html! {
        <div class="action" data-draft={visitor.visit.has_draft().then_some("")}>
            { steps(live, step) }
            <div class="screen" {key} data-step={name}>{ content }</div>
        </div>
    }
}
