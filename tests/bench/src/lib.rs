//! The test bench: what drives real browsers on a built site, for tests, pictures and measures. A server with faults, pages of
//! made-up partners, visitors; and what these stand on, which `xtask` uses too: pinned tools, other programs, the project's folders.

pub mod bench;
pub mod bytes;
pub mod compress;
pub mod heights;
pub mod host_page;
pub mod measure;
pub mod process;
pub mod published;
pub mod runs;
pub mod server;
pub mod shots;
pub mod tools;
pub mod visit;
pub mod wasm;
pub mod webdriver;
pub mod workspace;
