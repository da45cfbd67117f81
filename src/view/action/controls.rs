//! The buttons and fields of which every screen of the action is made.

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::language::Language;
use crate::domain::visit::Event;
use crate::view::field::field;
use crate::view::hooks::use_visit::Visitor;
use crate::view::live::Live;
use crate::view::piece::button;

/// A button that says that something happened. `action` is what tests know it by.
pub fn press(visitor: &Visitor, event: Event, class: &'static str, action: &'static str, label: AttrValue) -> Html {
    button(class, action, visitor.on(event), label)
}

/// The way back, at the top of a screen.
pub fn back(live: &Live, visitor: &Visitor, event: Event) -> Html {
    press(visitor, event, "link back", "back", live.text(Message::Back))
}

/// The way on, at the end of a screen.
pub fn next(live: &Live, visitor: &Visitor, event: Event) -> Html {
    press(visitor, event, "button wide", "next", live.text(Message::Next))
}

/// A labelled field of several lines; for reading only where nothing listens. What has a language of its own is a letter,
/// which translators leave alone.
pub fn area(
    id: impl Into<AttrValue>,
    label: AttrValue,
    language: Option<Language>,
    value: String,
    oninput: Option<Callback<InputEvent>>,
) -> Html {
    let id = id.into();
    let readonly = oninput.is_none();
    html! {
        <div>
            <label for={id.clone()}>{ label }</label>
            { field! { <textarea class="field" {id} rows="3" lang={language.map(Language::lang_attribute)}
                dir={language.map(Language::direction)} translate={language.map(|_| "no")} {readonly} {value} {oninput} /> } }
        </div>
    }
}
