//! Focus follows the screen.

use yew::prelude::*;

use crate::browser;

/// Moves the focus to the element with the id `to` whenever `screen` changes, but not on the first render: a page must
/// not take the focus by itself. A screen reader reads the new heading once, because it receives the focus.
#[hook]
pub fn use_focus_on_change(screen: AttrValue, to: &'static str) {
    let seen = use_mut_ref(|| None::<AttrValue>);
    use_effect_with(screen, move |screen| {
        let before = seen.borrow_mut().replace(screen.clone());
        if before.is_some_and(|before| before != *screen) {
            browser::focus::move_to(to);
        }
    });
}
