//! Fetching the tables from our own host.

use gloo::utils::window;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{RequestCache, RequestInit, Response};

/// Reads a file; whether it is what it should be. Boxed, so that one future serves all.
pub type Read = Box<dyn Fn(&[u8]) -> bool>;

/// Fetches a file and hands its bytes to `read`. If it does not come, or is not what it should be, the host is asked once
/// more, past every cache: a browser may keep a broken file, or that there was none. If that fails too, `failed` is called.
pub fn bytes(path: String, read: Read, failed: Box<dyn FnOnce()>) {
    spawn_local(async move {
        for cache in [RequestCache::Default, RequestCache::Reload] {
            if fetched(&path, cache).await.is_some_and(|bytes| read(&bytes)) {
                return;
            }
        }
        failed();
    });
}

/// The bytes of a file; nothing where the host does not answer, or not with the file, or not to the end.
async fn fetched(path: &str, cache: RequestCache) -> Option<Vec<u8>> {
    let init = RequestInit::new();
    init.set_cache(cache);
    let answer = JsFuture::from(window().fetch_with_str_and_init(path, &init)).await.ok()?;
    let answer: Response = answer.unchecked_into();
    if !answer.ok() {
        return None;
    }
    let body = JsFuture::from(answer.array_buffer().ok()?).await.ok()?;
    Some(Uint8Array::new(&body).to_vec())
}
