//! What a letter and a call say, as a campaign's words file and the island have it. Lengths are in characters.

use serde::{Deserialize, Serialize};

use places::language::Language;

/// A letter in parts. The page sets the salutation by role and language, and the supporter's own words before the opening.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Letter {
    /// The language that its readers read; English if absent.
    #[serde(default = "english")]
    pub language: Language,
    /// One line.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 120)))]
    pub subject: String,
    /// Short questions whose answers become the supporter's own words: "Why does this matter to you?"
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(length(max = 3), inner(length(min = 1, max = 120))))]
    pub prompts: Vec<String>,
    /// Who writes, and why.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 1000)))]
    pub opening: String,
    /// The sentence before the chosen points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<Lead>,
    /// The matters that a supporter may raise, in the campaign's order.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 12)))]
    pub points: Vec<Point>,
    /// What the official should do.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 1000)))]
    pub ask: String,
    /// The last line above the name: "Sincerely,".
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 120)))]
    pub closing: String,
    /// Other texts for some of those who are written to, the general ones first: the last that fits counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(length(max = 24)))]
    pub variants: Vec<Variant>,
    /// The same texts in the page's language, where the letter is in another: shown beside them, and never sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translation: Option<Translation>,
}

/// A letter's texts in the page's language, for a supporter who reads that better.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Translation {
    /// Of the subject.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 120)))]
    pub subject: String,
    /// Of the opening.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 1000)))]
    pub opening: String,
    /// Of the sentence before the points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<Lead>,
    /// Of each point's paragraph, in the same order.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 12), inner(length(min = 1, max = 1000))))]
    pub points: Vec<String>,
    /// Of what the official should do.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 1000)))]
    pub ask: String,
    /// Of the last line above the name.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 120)))]
    pub closing: String,
    /// Of the variants, for the same readers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(length(max = 24)))]
    pub variants: Vec<Variant>,
}

impl Translation {
    /// The translation as a letter, to put together as the letter is.
    pub fn to_letter(&self, language: Language) -> Letter {
        let point = |text: &String| Point { label: String::new(), text: text.clone() };
        Letter {
            language,
            subject: self.subject.clone(),
            prompts: Vec::new(),
            opening: self.opening.clone(),
            lead: self.lead.clone(),
            points: self.points.iter().map(point).collect(),
            ask: self.ask.clone(),
            closing: self.closing.clone(),
            variants: self.variants.clone(),
            translation: None,
        }
    }
}

fn english() -> Language {
    Language::English
}

/// A sentence that leads to the points, for one and for several of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Lead {
    /// Before a single point.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 200)))]
    pub one: String,
    /// Before two or more.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 200)))]
    pub several: String,
}

/// Other texts for some of those who are written to. What is absent stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// Groups (`us-congress`, `us-senate`, `us-house`, `us-democrats`, `us-republicans`, `uk-commons`), and identifiers of
    /// single officials, such as of those who already spoke up.
    #[serde(rename = "for")]
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 700), inner(length(min = 1, max = 40))))]
    pub audience: Vec<String>,
    /// In place of the letter's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 120)))]
    pub subject: Option<String>,
    /// In place of the letter's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 1000)))]
    pub opening: Option<String>,
    /// In place of the letter's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 1000)))]
    pub ask: Option<String>,
}

/// One matter of a letter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// Its name in a list to choose from.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 60)))]
    pub label: String,
    /// Its paragraph in the letter.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 1000)))]
    pub text: String,
}

/// What to say on the phone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Call {
    /// Paragraphs to read aloud. `[your name]` and the like are for the caller to fill in.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 12), inner(length(min = 1, max = 1000))))]
    pub script: Vec<String>,
    /// The message to leave on voicemail.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 1000)))]
    pub voicemail: String,
}
