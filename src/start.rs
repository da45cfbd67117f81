//! Hands the live parts of a prerendered page over to the browser.

use std::rc::Rc;

use serde::de::DeserializeOwned;

use crate::browser::page;
use crate::view::action::{Action, Props as ActionProps};
use crate::view::live::Live;
use crate::view::signer_search::{Props as SearchProps, SignerSearch};

/// The id of the action and of its data island.
pub const ACTION: (&str, &str) = ("action", "action-data");
/// The id of the search among signers and of its data island.
pub const SEARCH: (&str, &str) = ("signer-search", "signer-data");

/// Takes over each live part that the page has. A page without one is left alone.
pub fn take_over() {
    if let (Some(root), Some(data)) = (page::root(ACTION.0), island(ACTION.1)) {
        yew::Renderer::<Action>::with_root_and_props(root, ActionProps { live: Live::new(data) }).hydrate();
    }
    if let (Some(root), Some(data)) = (page::root(SEARCH.0), island(SEARCH.1)) {
        yew::Renderer::<SignerSearch>::with_root_and_props(root, SearchProps { data: Rc::new(data) }).hydrate();
    }
}

/// A data island that does not parse leaves its part as it was prerendered.
fn island<T: DeserializeOwned>(id: &str) -> Option<T> {
    serde_json::from_str(&page::data_block(id)?).ok()
}
