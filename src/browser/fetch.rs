//! Fetching the tables from our own host.

use gloo::utils::window;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;

/// Why a file could not be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchFault {
    /// No answer: no network, or blocked.
    NoAnswer,
    /// The host answered with this status, not with the file.
    Status(u16),
    /// The answer broke off.
    CutShort,
}

/// What is done with an answer. Boxed, so that one future serves all.
pub type Then = Box<dyn FnOnce(Result<Vec<u8>, FetchFault>)>;

/// Fetches a file and hands its bytes to `then`.
pub fn bytes(path: String, then: Then) {
    spawn_local(async move { then(fetched(&path).await) });
}

async fn fetched(path: &str) -> Result<Vec<u8>, FetchFault> {
    let answer = JsFuture::from(window().fetch_with_str(path)).await.map_err(|_| FetchFault::NoAnswer)?;
    let answer: Response = answer.dyn_into().map_err(|_| FetchFault::NoAnswer)?;
    if !answer.ok() {
        return Err(FetchFault::Status(answer.status()));
    }
    let body = answer.array_buffer().map_err(|_| FetchFault::CutShort)?;
    let body = JsFuture::from(body).await.map_err(|_| FetchFault::CutShort)?;
    Ok(Uint8Array::new(&body).to_vec())
}
