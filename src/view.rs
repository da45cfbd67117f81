//! What a page looks like: data in, callbacks out.
//!
//! The first render is pure and runs at build time and again in the browser. Most of a page is drawn at build time only
//! ([`page`]); two parts are taken over by the browser: [`action`] and [`signer_search`].

pub mod action;
pub mod hooks;
pub mod link;
pub mod live;
pub mod page;
pub mod person_lines;
pub mod share_links;
pub mod signer_search;
