//! Focus, eye, history and the field for the postcode follow the screen.

use std::rc::Rc;

use yew::prelude::*;

use visit::{Event, Step};

use crate::hooks::visitor::POSTCODE_FIELD;

pub use browser::history::Listener;

/// What showed after a render.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Followed {
    /// The step, of which the browser's history keeps one entry each.
    pub step: Step,
    /// The screen.
    pub screen: &'static str,
    /// The part of the screen that is in use: a card, a letter that is open.
    pub part: Rc<str>,
}

impl Followed {
    /// Moves the focus to the element with the id `to` when the screen is another than `before`, and brings the top of the card
    /// to the top of the window; to that with the id `part_to` when only the part changes. Not after the first render: a page
    /// must not take the focus by itself. A screen reader reads the new heading once, because it receives the focus.
    ///
    /// The browser's Back button goes one step back: history holds the step's number and nothing else.
    pub fn follow(&self, before: Option<&Followed>, to: &str, part_to: &str, typed: &str) {
        if before.is_none_or(|before| before.step != self.step) {
            browser::history::go_to(self.step as usize);
        }
        if before.is_none_or(|before| before.screen != self.screen) {
            // The field is not controlled: a controlled one loses what is typed before the Wasm is there.
            browser::field::fill_if_empty(POSTCODE_FIELD, typed);
        }
        let Some(before) = before else { return };
        if before.screen != self.screen {
            browser::focus::move_to(to);
            browser::focus::show_card(to);
        } else if before.part != self.part {
            browser::focus::move_to(part_to);
        }
    }
}

/// Tells to which step the visitor went by the browser's own buttons, while the part with this `root` is in the page: several
/// parts share one history.
pub fn listen(root: NodeRef, tell: Callback<Event>) -> Listener {
    browser::history::listen(move |number| {
        if root.get().is_some_and(|root| root.is_connected())
            && let Some(step) = Step::ALL.get(number)
        {
            tell.emit(Event::WentTo(*step));
        }
    })
}
