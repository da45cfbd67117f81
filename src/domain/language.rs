//! The languages of the interface: tags, direction, and the forms of dates and numbers.

use serde::{Deserialize, Serialize};

/// A language that the interface speaks. Its words are in `assets/languages/<tag>.json`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Language {
    /// English.
    #[serde(rename = "en")]
    English,
    /// Traditional Chinese as written in Hong Kong.
    #[serde(rename = "zh-Hant")]
    TraditionalChinese,
}

impl Language {
    /// Every language, in the order in which the page offers them.
    pub const ALL: [Language; 2] = [Language::English, Language::TraditionalChinese];

    /// The part of an address and the stem of a words file: `en`, `zh-Hant`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::TraditionalChinese => "zh-Hant",
        }
    }
}
