//! What a campaign says in one language.
//!
//! Lengths are in characters. They keep a headline a headline; `undersigned check` enforces them.

use serde::{Deserialize, Serialize};

use visit::letter::words::{Call, Letter};

/// `en.json`, `zh-Hant.json`, …: every text of a campaign in one language. Plain text; nothing is read as markup.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[schemars(title = "Words of a campaign")]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Where an editor finds the schema; not read.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The headline.
    #[schemars(length(min = 1, max = 120))]
    pub title: String,
    /// One or two sentences under the headline, also the preview text elsewhere.
    #[schemars(length(min = 1, max = 300))]
    pub summary: String,
    /// Who speaks, beside the date: "CFHK Foundation and 53 NGOs".
    #[schemars(length(min = 1, max = 120))]
    pub byline: String,
    /// The statement.
    #[schemars(length(min = 1))]
    pub statement: Vec<Block>,
    /// What a reader should know about the list of signers and its completeness.
    #[schemars(length(min = 1, max = 600))]
    pub signers_note: String,
    /// The way to act. Required while the campaign is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<ActionWords>,
    /// What happened next. Required once the campaign is closed or won.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aftermath: Vec<Block>,
    /// The text that supporters pass on.
    #[schemars(length(min = 1, max = 240))]
    pub share_text: String,
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
pub enum Block {
    /// `{"heading": "…"}`
    Heading(#[schemars(length(min = 1, max = 120))] String),
    /// `{"paragraph": "…"}`
    Paragraph(#[schemars(length(min = 1, max = 2000))] String),
    /// `{"quotation": {"text": "…", "speaker": "…", "role": "…"}}`
    Quotation(Quotation),
}

/// Words of a named person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Quotation {
    /// What was said, without quotation marks: the page sets those of its language.
    #[schemars(length(min = 1, max = 2000))]
    pub text: String,
    /// Who said it.
    #[schemars(length(min = 1, max = 120))]
    pub speaker: String,
    /// As what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 160))]
    pub role: Option<String>,
}

/// The way to act, in words. Merge tokens are allowed in every text of [`Letter`] and [`Call`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActionWords {
    /// What is asked of the supporter: "Ask your representatives to speak up".
    #[schemars(length(min = 1, max = 120))]
    pub title: String,
    /// One sentence under it.
    #[schemars(length(min = 1, max = 300))]
    pub description: String,
    /// What a supporter should know before making contact: who will see their name, where replies go.
    #[schemars(length(min = 1, max = 600))]
    pub contact_note: String,
    /// What to write.
    pub letter: Letter,
    /// What to say on the phone.
    pub call: Call,
    /// What to post in public about the official, if the campaign wants that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 240))]
    pub post: Option<String>,
}
