//! The site on other people's software, set up by following the documentation. `cargo xtask test` installs what is missing and
//! skips the modules of what it may not install (`xtask/src/hosted.rs`): a module for each piece of software, named alike.

mod apache;
mod caddy;
mod cloudfront;
mod nginx;
