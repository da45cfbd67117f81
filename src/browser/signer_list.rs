//! The prerendered list of signers: it is the data that the search runs on, and what the search shows and hides.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::domain::signer_search::Row;

/// Every signer of the list with this id, in its order.
pub fn rows(id: &str) -> Vec<Row> {
    items(id).iter().map(row).collect()
}

/// Shows the items at these positions (ascending) and hides the others. Touches only what changes.
pub fn show_only(id: &str, shown: &[usize]) {
    let mut shown = shown.iter().copied().peekable();
    for (at, item) in items(id).iter().enumerate() {
        let hidden = shown.next_if_eq(&at).is_none();
        if let Some(item) = item.dyn_ref::<HtmlElement>()
            && item.hidden() != hidden
        {
            item.set_hidden(hidden);
        }
    }
}

fn items(id: &str) -> Vec<Element> {
    let list = gloo::utils::document().get_element_by_id(id);
    let first = list.and_then(|list| list.first_element_child());
    std::iter::successors(first, Element::next_element_sibling).filter(|item| item.has_attribute("data-name")).collect()
}

fn row(item: &Element) -> Row {
    let attribute = |name| item.get_attribute(name).unwrap_or_default();
    Row::new(attribute("data-name"), attribute("data-country"))
}
