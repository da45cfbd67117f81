//! Focus goes where the eye goes.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Moves the focus to the element with this id, and scrolls it into view if it is outside.
pub fn move_to(id: &str) {
    let element = gloo::utils::document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Nothing is lost when a browser refuses.
        let _ = element.focus();
    }
}

/// Whether the element with this id has the focus.
pub fn is_at(id: &str) -> bool {
    gloo::utils::document().active_element().is_some_and(|element| element.id() == id)
}
