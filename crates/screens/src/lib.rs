//! How the action looks: data in, callbacks out.
//!
//! **Invariant:** the first render is pure, and the same at build time and in the browser. Only [`hooks`] reach the browser.

// Each word of a template is a step of the macro that reads it.
#![recursion_limit = "1024"]

pub mod action;
pub mod context;
pub mod draw;
pub mod hooks;
pub mod person_lines;
mod place_problem;
