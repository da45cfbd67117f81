//! Hands the live parts of a prerendered page over to the browser.

use std::rc::Rc;

use serde::de::DeserializeOwned;

use crate::browser::page;
use crate::domain::live::{ACTION, SEARCH};
use crate::view::action::{Action, Props as ActionProps};
use crate::view::live::Live;
use crate::view::signer_search::{Props as SearchProps, SignerSearch};

/// Takes over each live part that the page has. A page without one is left alone.
pub fn take_over() {
    if let (Some(root), Some(data)) = (page::root(ACTION.root), island(ACTION.data)) {
        yew::Renderer::<Action>::with_root_and_props(root, ActionProps { live: Live::new(data) }).hydrate();
    }
    if let (Some(root), Some(data)) = (page::root(SEARCH.root), island(SEARCH.data)) {
        yew::Renderer::<SignerSearch>::with_root_and_props(root, SearchProps { data: Rc::new(data) }).hydrate();
    }
}

/// A data island that does not parse leaves its part as it was prerendered.
fn island<T: DeserializeOwned>(id: &str) -> Option<T> {
    serde_json::from_str(&page::data_block(id)?).ok()
}
