//! Parting long work, so that a touch in between is answered.

use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    // Those of `gloo` and `web_sys` give a handle and an error, which would cost every visitor bytes.
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(work: &JsValue, milliseconds: u32);
}

/// Does something in a task of its own, once the browser has looked after the visitor.
pub fn later(work: Box<dyn FnOnce()>) {
    after(0, work);
}

/// Does something in so many milliseconds. Boxed, so that one closure serves all.
pub fn after(milliseconds: u32, work: Box<dyn FnOnce()>) {
    set_timeout(&Closure::once_into_js(work), milliseconds);
}
