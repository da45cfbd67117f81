//! Hands the live parts of a prerendered page over to the browser.

use std::rc::Rc;

use crate::browser::page;
use crate::domain::live::{ACTION, LivePage, SEARCH, SearchData};
use crate::view::action::{Action, Props as ActionProps};
use crate::view::live::Live;
use crate::view::signer_search::{Props as SearchProps, Search, SignerSearch};

/// Takes over each live part that the page has. A page without one is left alone, and so is a part whose
/// data island does not read: the page then falls back to what works without Wasm.
pub fn take_over() {
    if let Some(root) = page::root(ACTION.root) {
        match page::data_block(ACTION.data).and_then(LivePage::from_island) {
            Some(data) => {
                yew::Renderer::<Action>::with_root_and_props(root, ActionProps { live: Live::new(data) }).hydrate();
            }
            None => page::give_up(),
        }
    }
    if let (Some(root), Some(data)) =
        (page::root(SEARCH.root), page::data_block(SEARCH.data).and_then(SearchData::from_island))
    {
        yew::Renderer::<SignerSearch>::with_root_and_props(root, SearchProps { data: Rc::new(Search::new(data)) })
            .hydrate();
    }
}
