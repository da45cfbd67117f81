//! What a page carries to its live parts: the campaign's words, the interface's words, and where the tables are.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::domain::campaign::ActionWords;
use crate::domain::language::Language;

/// The data island of a page with an open campaign, as JSON. Written by the prerender, read once by the Wasm.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LivePage {
    /// The page's language.
    pub language: Language,
    /// The live messages in the order of [`crate::domain::catalogue::MESSAGES`].
    pub texts: Vec<Rc<str>>,
    /// The campaign's headline.
    pub title: String,
    /// The landing page's public address, for sharing.
    pub address: String,
    /// The path of the directory by state.
    pub directory: String,
    /// Postal code and name of every state and territory, in the order in which the page offers them.
    pub states: Vec<(Rc<str>, Rc<str>)>,
    /// What to write and say.
    pub action: ActionWords,
    /// The text that supporters pass on.
    pub share_text: String,
    /// The path of the tables of Congress.
    pub congress: String,
    /// The path of the district offices.
    pub offices: String,
}

/// A live part: where it stands in a page.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// The id of the element that is taken over.
    pub root: &'static str,
    /// The id of its data island.
    pub data: &'static str,
}

/// The action.
pub const ACTION: Part = Part { root: "action", data: "action-data" };

/// The search among signers.
pub const SEARCH: Part = Part { root: "signer-search", data: "signer-data" };
