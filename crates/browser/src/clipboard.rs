//! Copying text, within the visitor's own click.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlElement, HtmlTextAreaElement};

/// Copies `text` and says whether the browser did. Must be called while a click is being handled.
///
/// It is done by selecting and `execCommand`, which is finished when it returns, works in a frame without the
/// `clipboard-write` permission, and is not undone when the same click opens a new tab.
pub fn copy(text: &str) -> bool {
    copied(text).unwrap_or(false)
}

fn copied(text: &str) -> Option<bool> {
    let document: HtmlDocument = gloo::utils::document().unchecked_into();
    let before = document.active_element();
    let holder: HtmlTextAreaElement = document.create_element("textarea").ok()?.unchecked_into();
    holder.set_value(text);
    holder.set_read_only(true);
    holder.set_class_name("off-screen");
    let body = document.body()?;
    body.append_child(&holder).ok()?;
    holder.select();
    let done = document.exec_command("copy").unwrap_or(false);
    holder.remove();
    if let Some(before) = before {
        // Losing the focus is worse than not knowing why it could not be given back.
        let _ = before.unchecked_into::<HtmlElement>().focus();
    }
    Some(done)
}
