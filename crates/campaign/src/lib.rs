//! A campaign as its folder tells it: [`Facts`] once (`campaign.json`) and [`Words`] per language (`en.json`, …).
//!
//! Field names follow OSDI `advocacy_campaign` and `organization` where those have one.

pub mod check;
pub mod contrast;
pub mod country;
pub mod email_address;
pub mod facts;
pub mod fault;
pub mod folding;
pub mod heights;
pub mod malformed;
pub mod partner;
mod public_host;
pub mod release;
pub mod schema;
pub mod sentence;
pub mod sheet;
pub mod shown;
pub mod telephone;
pub mod words;

use std::collections::BTreeMap;

use places::language::Language;
use places::people::NamedPerson;

pub use facts::{Facts, Signer, Signers, Stated, Status};
pub use heights::Heights;
pub use partner::{Partner, PartnerSlug};
pub use words::{ActionWords, Block, Words};

/// A campaign whose folder has no faults: there are words for each of its languages, and for no other.
#[derive(Clone, Debug, PartialEq)]
pub struct Campaign {
    /// What is the same in every language.
    pub facts: Facts,
    /// What it says, per language.
    pub words: BTreeMap<Language, Words>,
    /// The people whom it names itself, in the order of its lists.
    pub people: Vec<NamedPerson>,
    /// How high its page is in a frame.
    pub heights: Heights,
}
