//! What `cargo xtask` and the end-to-end tests share: tools, builds, a server, browsers.

pub mod bench;
pub mod bytes;
pub mod check;
mod deny;
pub mod dist;
pub mod fuzz;
pub mod host_page;
pub mod hosted;
pub mod measure;
pub mod process;
pub mod published;
pub mod reproduce;
pub mod retry;
pub mod scripts;
pub mod server;
pub mod shots;
pub mod tools;
pub mod visit;
pub mod webdriver;
pub mod workspace;
