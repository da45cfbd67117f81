//! Hands the live part of a prerendered page over to the browser.

use crate::browser::page;
use crate::browser::task::later;
use crate::domain::live::{ACTION, LivePage};
use crate::view::action::{Action, Props};
use crate::view::live::Live;

/// Takes over the live part if the page has it. A page without it is left alone, and so is one whose data island does not
/// read: the page then falls back to what works without Wasm.
///
/// Starting the program, reading the island and drawing are a task each: all together, a slow phone would leave a touch
/// unanswered for longer than anybody likes.
pub fn take_over() {
    if let Some(root) = page::root(ACTION.root) {
        later(Box::new(move || match page::data_block(ACTION.data).and_then(LivePage::from_island) {
            Some(data) => {
                let live = Live::new(data);
                later(Box::new(move || {
                    yew::Renderer::<Action>::with_root_and_props(root, Props { live }).hydrate();
                }));
            }
            None => page::give_up(),
        }));
    }
}
