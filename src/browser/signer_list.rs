//! The prerendered list of signers: it is the data that the search runs on, and what the search shows and hides.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::domain::signer_search::Row;

/// The items of a list, read once.
#[derive(Debug, Default)]
pub struct SignerList {
    /// What each item says of its signer, in the list's order.
    pub rows: Vec<Row>,
    // Private: of the same length as `rows`.
    items: Vec<(HtmlElement, bool)>,
}

impl SignerList {
    /// Reads the list with this id; an absent list is empty.
    pub fn read(id: &str) -> SignerList {
        let mut list = SignerList::default();
        let mut next = gloo::utils::document().get_element_by_id(id).and_then(|list| list.first_element_child());
        while let Some(item) = next {
            next = item.next_element_sibling();
            let (Some(name), Ok(element)) = (item.get_attribute("data-name"), item.dyn_into::<HtmlElement>()) else {
                continue;
            };
            let country = element.get_attribute("data-country").unwrap_or_default();
            list.rows.push(Row::new(name, country));
            list.items.push((element, true));
        }
        list
    }

    /// Shows the items at these positions (ascending) and hides the others. Touches only what changes.
    pub fn show_only(&mut self, shown: &[usize]) {
        let mut shown = shown.iter().copied().peekable();
        for (at, (item, is_shown)) in self.items.iter_mut().enumerate() {
            let show = shown.next_if_eq(&at).is_some();
            if show != *is_shown {
                item.set_hidden(!show);
                *is_shown = show;
            }
        }
    }
}
