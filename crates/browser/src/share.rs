//! The device's own share sheet.

use js_sys::Reflect;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::ShareData;

/// Whether this browser has a share sheet and lets this frame use it.
pub fn available() -> bool {
    let navigator = gloo::utils::window().navigator();
    Reflect::has(&navigator, &"canShare".into()).unwrap_or(false)
}

/// Opens the share sheet. Must be called while a click is being handled.
pub fn open(title: &str, text: &str, address: &str) {
    let data = ShareData::new();
    data.set_title(title);
    data.set_text(text);
    data.set_url(address);
    let promise = gloo::utils::window().navigator().share_with_data(&data);
    spawn_local(async move {
        // Closing the sheet without sharing is an answer, too; the links below remain.
        let _ = JsFuture::from(promise).await;
    });
}
