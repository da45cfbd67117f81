//! A campaign as its folder tells it: [`Facts`] once (`campaign.json`) and [`Words`] per language (`en.json`, …).
//!
//! Field names follow OSDI `advocacy_campaign` and `organization` where those have one.

pub mod facts;
pub mod words;

pub use facts::{Facts, Signer, Signers, Stated, Status};
pub use words::{ActionWords, Block, Letter, Words};
