//! Focus goes where the eye goes.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Moves the focus to the element with this id, and scrolls it into view if it is outside.
pub fn move_to(id: &str) {
    if let Some(element) = gloo::utils::document().get_element_by_id(id) {
        give_to(element);
    }
}

fn give_to(element: Element) {
    // Elements that are not HTML have the same method, or none; nothing is lost when a browser refuses.
    let _ = element.unchecked_into::<HtmlElement>().focus();
}

/// Brings the top of the card around the element with this id to the top of the window. In a frame,
/// `assets/frame.js` does that without scrolling the host.
pub fn show_card(id: &str) {
    let element = gloo::utils::document().get_element_by_id(id);
    if let Some(card) = element.and_then(|element| element.closest(".card").ok().flatten()) {
        card.set_scroll_top(0);
        if !gloo::utils::document_element().has_attribute("data-framed") {
            card.scroll_into_view();
        }
    }
}

/// Notes what within a part has the focus, by its id or by what it does, before the part is drawn again.
pub(crate) fn remember(part: &Element) {
    let Some(focused) = part.query_selector(":focus").ok().flatten() else { return };
    let selector = match focused.get_attribute("data-action") {
        Some(action) => ["[data-action='", &action, "']"].concat(),
        None => ["#", &focused.id()].concat(),
    };
    // The root element takes any attribute.
    let _ = gloo::utils::document_element().set_attribute("data-focus", &selector);
}

/// Gives the focus back to what [`remember`] noted.
pub fn restore() {
    let root = gloo::utils::document_element();
    let Some(selector) = root.get_attribute("data-focus") else { return };
    // Removing what is there is no error.
    let _ = root.remove_attribute("data-focus");
    if let Ok(Some(element)) = gloo::utils::document().query_selector(&selector) {
        give_to(element);
    }
}
