//! The contents of form fields.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlInputElement, HtmlTextAreaElement};

/// The contents of the field that an event came from; empty if it is no field.
pub fn of_event(event: &Event) -> String {
    event.target().map(|target| value(&target)).unwrap_or_default()
}

/// The contents of the field with this id; empty if there is none.
pub fn with_id(id: &str) -> String {
    gloo::utils::document().get_element_by_id(id).map(|element| value(&element)).unwrap_or_default()
}

fn value(field: &JsValue) -> String {
    Reflect::get(field, &"value".into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
}

/// Puts a text into the field with this id, if there is one and it is empty.
pub fn fill_if_empty(id: &str, text: &str) {
    if let Some(field) = gloo::utils::document().get_element_by_id(id)
        && value(&field).is_empty()
    {
        field.unchecked_into::<HtmlInputElement>().set_value(text);
    }
}

/// Selects everything in a field, so that a press of the copy key takes it. A field that is folded away is shown.
pub fn select_all(id: &str) {
    let Some(element) = gloo::utils::document().get_element_by_id(id) else { return };
    if let Some(fold) = element.closest("details").ok().flatten() {
        // An element takes any attribute.
        let _ = fold.set_attribute("open", "");
    }
    super::focus::move_to(id);
    element.unchecked_into::<HtmlTextAreaElement>().select();
}
