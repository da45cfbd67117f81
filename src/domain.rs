//! What is true about campaigns. Plain Rust and serde: no Yew, no browser, no files, no clock.

pub mod campaign;
pub mod catalogue;
pub mod channel;
pub mod commons;
pub mod congress;
pub mod date;
pub mod direction;
#[cfg(not(target_arch = "wasm32"))]
pub mod email_address;
#[cfg(not(target_arch = "wasm32"))]
pub mod folding;
pub mod language;
pub mod legislature;
pub mod letter;
pub mod live;
pub mod office_hours;
pub mod people;
pub mod places;
pub mod program;
#[cfg(not(target_arch = "wasm32"))]
pub mod release;
pub mod share;
pub mod site;
pub mod snippet;
pub mod visit;
pub mod web_address;
