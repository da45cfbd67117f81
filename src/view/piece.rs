//! The small pieces that every screen of the action is made of: a heading, a hint, a button.
//!
//! Functions, not components, and not markup at each place: what a screen repeats, every visitor downloads again.

use yew::prelude::*;

/// The id of each screen's heading, where the focus goes.
pub const TITLE: &str = "action-title";

/// The heading of a screen.
pub fn heading(content: AttrValue) -> Html {
    html! { <h2 id={TITLE} tabindex="-1">{ content }</h2> }
}

/// A line that explains, quieter than text.
pub fn hint_line(content: AttrValue) -> Html {
    html! { <p class="hint">{ content }</p> }
}

/// A button. `action` is what tests know it by.
pub fn button(class: &'static str, action: &'static str, onclick: Callback<MouseEvent>, content: AttrValue) -> Html {
    labelled_button(true, class, action, onclick, None, content)
}

/// A button that is there, but does not show unless `shown`.
pub fn button_if(
    shown: bool,
    class: &'static str,
    action: &'static str,
    onclick: Callback<MouseEvent>,
    content: AttrValue,
) -> Html {
    labelled_button(shown, class, action, onclick, None, content)
}

/// The same with another name for those who do not see where it stands.
pub fn labelled_button(
    shown: bool,
    class: &'static str,
    action: &'static str,
    onclick: Callback<MouseEvent>,
    label: Option<AttrValue>,
    content: AttrValue,
) -> Html {
    html! {
        <button {class} type="button" {onclick} hidden={!shown} data-action={action} aria-label={label}>{ content }</button>
    }
}
