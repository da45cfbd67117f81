//! Everything the outside world can do to us; the only home of `web_sys`, `gloo` and `JsValue`.

pub mod clipboard;
pub mod clock;
pub mod fetch;
pub mod field;
pub mod focus;
pub mod history;
pub mod page;
pub mod part;
pub mod print;
pub mod share;
pub mod task;
