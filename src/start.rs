//! Hands the live parts of a prerendered page over to the browser.

use crate::browser::{fetch, page, part};
use crate::domain::live::{ACTION, LivePage};
use crate::domain::program::Program;
use crate::view::action::{Action, Props};
use crate::view::live::Live;

/// Takes over the parts that wait for this program. A page without any is left alone; where a data island does not read,
/// the page falls back to what works without Wasm.
pub fn take_over(program: Program) {
    for part in part::waiting(program.name) {
        let root = part.root;
        match part.island {
            // Drawn at build time, its texts in the page.
            None => match page::data_block(ACTION.data).and_then(LivePage::from_island) {
                Some(data) => {
                    yew::Renderer::<Action>::with_root_and_props(root, props(data, program)).hydrate();
                }
                None => page::give_up(),
            },
            Some(island) => fetch::bytes(
                island,
                Box::new(move |answer| {
                    let texts = answer.ok().and_then(|bytes| page::texts(&String::from_utf8(bytes).ok()?));
                    match texts.and_then(LivePage::from_island) {
                        Some(data) => {
                            yew::Renderer::<Action>::with_root_and_props(root, props(data, program)).render();
                        }
                        None => page::give_up(),
                    }
                }),
            ),
        }
    }
}

fn props(data: LivePage, program: Program) -> Props {
    Props { live: Live::new(data, program) }
}
