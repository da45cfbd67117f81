//! A button that copies a text of the page. It needs scripts, but no Wasm, and shows only where there are any.

use yew::prelude::*;

/// What a copy button says: before, when it is done, and when the browser refused and the text is only selected.
#[derive(Clone, Debug, PartialEq)]
pub struct Labels {
    /// On the button.
    pub label: AttrValue,
    /// Said beside it afterwards.
    pub done: AttrValue,
    /// Said beside it if the browser refused.
    pub refused: AttrValue,
}

/// A button that copies the text of the element with the id `of`. `described_by` is the id of what tells several such
/// buttons apart, where their labels do not.
pub fn copy_button(of: &str, described_by: Option<&str>, labels: Labels) -> Html {
    let Labels { label, done, refused } = labels;
    let described_by = described_by.map(str::to_owned);
    html! {
        <p class="scripted copy">
            <button class="button quiet" type="button" data-copy={of.to_owned()} data-done={done} data-refused={refused} aria-describedby={described_by}>{ label }</button>
            <span class="hint" role="status"></span>
        </p>
    }
}
