//! Campaign pages that partner organisations embed: a statement, who signed it, and the way to act on it.
//!
//! Four rooms, whose borders `cargo xtask check` enforces:
//! [`domain`] is what is true, [`view`] what it looks like, [`browser`] the outside world, `cli` the native tools.

// Each word of a template is a step of the macro that reads it.
#![recursion_limit = "1024"]

pub mod browser;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod domain;
#[cfg(target_arch = "wasm32")]
pub mod start;
pub mod view;

// In the browser only, where its size counts.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
