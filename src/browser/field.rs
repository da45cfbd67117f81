//! What stands in form fields.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// What stands in the field that an event came from; empty if it is no field.
pub fn of_event(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    if let Some(field) = target.dyn_ref::<HtmlInputElement>() {
        field.value()
    } else if let Some(field) = target.dyn_ref::<HtmlTextAreaElement>() {
        field.value()
    } else if let Some(field) = target.dyn_ref::<HtmlSelectElement>() {
        field.value()
    } else {
        String::new()
    }
}

/// What stands in the field with this id; empty if there is none.
pub fn with_id(id: &str) -> String {
    let Some(element) = gloo::utils::document().get_element_by_id(id) else { return String::new() };
    match element.dyn_ref::<HtmlInputElement>() {
        Some(field) => field.value(),
        None => element.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value).unwrap_or_default(),
    }
}

/// Selects everything in a text area, so that a press of the copy key takes it.
pub fn select_all(id: &str) {
    let element = gloo::utils::document().get_element_by_id(id);
    if let Some(area) = element.and_then(|element| element.dyn_into::<HtmlTextAreaElement>().ok()) {
        // A field that cannot take the focus can still be selected by hand.
        let _ = area.focus();
        area.select();
    }
}
