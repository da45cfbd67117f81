//! What is true about campaigns. Plain Rust and serde: no Yew, no browser, no files, no clock.

pub mod campaign;
pub mod congress;
pub mod date;
pub mod language;
#[cfg(not(target_arch = "wasm32"))]
pub mod release;
pub mod web_address;
