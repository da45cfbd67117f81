//! Where the view meets the browser: the only files of `view` that call [`crate::browser`].

pub mod followed;
pub mod visitor;
pub mod visitor_acts;
