//! The page around the live parts, and the agreement with its scripts (`assets/page.js`, `assets/start.js`).
//!
//! They mark the root element: `data-tier` says what works, `data-pending` what was pressed before the Wasm
//! was there. The Wasm answers with `data-ready`.

use js_sys::{Array, JSON};
use wasm_bindgen::JsCast;
use web_sys::Element;

use places::date::Date;

/// The texts of a list in JSON.
pub fn texts(json: &str) -> Option<Vec<String>> {
    let list: Array = JSON::parse(json).ok()?.dyn_into().ok()?;
    list.iter().map(|text| text.as_string()).collect()
}

/// Tells the start script, and whoever waits, that the live parts are alive.
pub fn mark_ready() {
    // A root element without attributes does not exist in any browser.
    let _ = gloo::utils::document_element().set_attribute("data-ready", "");
}

/// Leaves the page to what works without this part, as the start script does where its program does not come.
pub fn give_up(part: &Element) {
    // An element takes any attribute.
    let _ = part.set_attribute("data-failed", "");
    let _ = gloo::utils::document_element().set_attribute("data-tier", "2");
}

/// What was pressed before the live parts were there, by its `data-pending-press`. Asking forgets it.
pub fn take_pending() -> Option<String> {
    let root = gloo::utils::document_element();
    let pending = root.get_attribute("data-pending");
    // Removing what is not there is no error.
    let _ = root.remove_attribute("data-pending");
    pending
}

/// Today in the visitor's time zone.
pub fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    Date::new(now.get_full_year() as u16, now.get_month() as u8 + 1, now.get_date() as u8)
}
