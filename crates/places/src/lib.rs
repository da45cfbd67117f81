//! Who represents a place, and how to reach them: one format for the legislatures of every country.
//!
//! **Invariant:** no page, browser, file or clock. What a function must know, it is given.

pub mod assembly;
pub mod congress;
pub mod date;
pub mod decimal;
pub mod language;
pub mod legislature;
pub mod names;
pub mod office_hours;
pub mod people;
pub mod uk_postcode;
pub mod web_address;
