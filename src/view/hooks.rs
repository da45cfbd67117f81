//! Where components meet the browser: the only files of `view` that call [`crate::browser`].

pub mod use_focus_on_change;
pub mod use_typed_again;
pub mod use_visit;
pub mod visitor_acts;
