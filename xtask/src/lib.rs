//! What `cargo xtask` does: builds, checks and what they need.

pub mod check;
mod deny;
pub mod dist;
pub mod fuzz;
pub mod hosted;
pub mod reference;
pub mod reproduce;
pub mod retry;
pub mod scripts;
