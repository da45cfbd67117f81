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

/// Puts a text into the field with this id, if there is one and it is empty.
pub fn fill_if_empty(id: &str, text: &str) {
    let element = gloo::utils::document().get_element_by_id(id);
    if let Some(field) = element.and_then(|element| element.dyn_into::<HtmlInputElement>().ok())
        && field.value().is_empty()
    {
        field.set_value(text);
    }
}

/// Selects everything in a field, so that a press of the copy key takes it.
pub fn select_all(id: &str) {
    let Some(element) = gloo::utils::document().get_element_by_id(id) else { return };
    super::focus::move_to(id);
    if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        area.select();
    } else if let Some(field) = element.dyn_ref::<HtmlInputElement>() {
        field.select();
    }
}
