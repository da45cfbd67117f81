//! Who represents people where: the committed tables and the folders of legislatures. Reads and checks them, tells every fault with
//! its file and row, and makes the compact files that visitors fetch.

pub mod catalogues;
pub mod days;
pub mod fault;
pub mod legislature;
pub mod sources;
pub mod tables;
