//! What a page looks like: data in, callbacks out.
//!
//! The first render is pure and runs at build time and again in the browser. Most of a page is drawn at build time only
//! ([`page`]); one part is taken over by the browser: the [`action`].

pub mod action;
pub mod draw;
pub mod field;
pub mod hooks;
pub mod link;
pub mod live;
pub mod page;
pub mod person_lines;
pub mod place_problem;
pub mod share_links;
