//! Hands the live parts of a prerendered page over to the program.
//!
//! A part is drawn again in the place of what was drawn at build time, which reads the same. Nothing is replaced under the
//! visitor's hands: while they type or press, the program waits.

use browser::task::later;
use browser::{field, page, part};
use screens::action::{Action, Props};
use screens::context::Live;
use screens::hooks::visitor::{POSTCODE_FIELD, REGION_FIELD};
use visit::island::LivePage;

/// Takes over the parts that wait, and those that will.
pub fn run() {
    take_over();
    part::whenever_one_waits(take_over);
}

/// Takes over the parts that wait. A page without any is left alone; where a data island does not read, the page falls back
/// to what works without Wasm.
///
/// Starting the program, reading the island and drawing are a task each: all together, a slow phone would leave a touch
/// unanswered for longer than anybody likes.
pub fn take_over() {
    for part in part::waiting() {
        later(Box::new(move || {
            let Some(page) = page::texts(&part.texts).and_then(LivePage::from_island) else {
                return page::give_up(&part.root);
            };
            let live = Live::new(page);
            let draw = move |root| {
                let first = if live.page().asks_for_postcodes() { POSTCODE_FIELD } else { REGION_FIELD };
                let props = Props { live, typed: field::with_id(first) };
                yew::Renderer::<Action>::with_root_and_props(root, props).render();
            };
            later(Box::new(move || part::once_at_rest(part.root, Box::new(draw))));
        }));
    }
}
