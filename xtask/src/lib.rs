//! Everything the project's commands and end-to-end tests need: tools, builds, a server, browsers.
//!
//! Commands are thin files beside `main.rs`; what two of them share is here.

pub mod bench;
pub mod bytes;
pub mod check;
pub mod deny;
pub mod dist;
pub mod fuzz;
pub mod host_page;
pub mod hosted;
pub mod measure;
pub mod process;
pub mod profile;
pub mod published;
pub mod reproduce;
pub mod scripts;
pub mod server;
pub mod shots;
pub mod tools;
pub mod visit;
pub mod webdriver;
pub mod workspace;
