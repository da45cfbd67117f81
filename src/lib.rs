//! Campaign pages that partner organisations embed: a statement, who signed it, and the way to act on it.
//!
//! The rooms are packages in `crates`, so the compiler keeps their borders; docs/architecture.md has a line on each. Here are the two
//! programs that are made of them: `start` runs in a visitor's browser, `cli` in a shell.

// Each word of a template is a step of the macro that reads it.
#![recursion_limit = "1024"]

#[cfg(not(target_arch = "wasm32"))]
#[deny(clippy::print_stdout, clippy::print_stderr)]
pub mod cli;
#[cfg(target_arch = "wasm32")]
pub mod start;

// In the browser only, where its size counts.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
