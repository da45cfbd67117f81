//! Where the screens meet the browser: the only files that call [`browser`].

pub mod followed;
pub mod visitor;
pub mod visitor_acts;
