//! The way to act: from a ZIP code to a letter in hand. A live part.
//!
//! Its screens are functions of what is known, not components: a component costs every visitor a kilobyte.

pub mod call;
pub mod division_choice;
pub mod letter;
pub mod people;
pub mod person_card;
pub mod state_choice;
pub mod steps;
pub mod thanks;
pub mod unavailable;
pub mod zip_form;

use yew::prelude::*;

use crate::domain::visit::Screen;
use crate::view::hooks::use_focus_on_change::use_focus_on_change;
use crate::view::hooks::use_typed_again::use_typed_again;
use crate::view::hooks::use_visit::{ZIP_FIELD, use_visit};
use crate::view::live::Live;
use crate::view::piece::TITLE;
use call::call_screen;
use division_choice::division_choice;
use letter::letter_screen;
use people::people_screen;
use state_choice::state_choice;
use steps::{Step, steps};
use thanks::thanks;
use unavailable::unavailable;
use zip_form::zip_form;

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
        Screen::Letter(official, ..) => ("write", Step::Write, official.bioguide.to_string()),
        Screen::Call(official, _) => ("call", Step::Write, official.bioguide.to_string()),
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
        Screen::Letter(official, home, copied) => letter_screen(live, &visitor, official, *home, *copied),
        Screen::Call(official, home) => call_screen(live, &visitor, official, *home),
        Screen::Thanks => thanks(live, &visitor),
    };
    html! {
        <div class="action">
            { steps(live, step) }
            <div class="screen" {key} data-step={name}>{ content }</div>
        </div>
    }
}
