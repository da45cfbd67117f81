//! The languages of the interface: tags, direction, and the forms of dates, numbers and plurals.
//!
//! Dates and numbers agree with the browser's `Intl` (`en-GB` and `zh-Hant-HK`, `dateStyle: "long"`); a browser test
//! compares them, so a page drawn at build time and one drawn by a visitor's browser say the same.

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::decimal::decimal;

/// A language that the interface speaks. Its words are in `assets/languages/<tag>.json`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Language {
    /// English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Traditional Chinese as written in Hong Kong.
    #[serde(rename = "zh-Hant")]
    TraditionalChinese,
}

/// Which form of a text goes with a number (CLDR plural categories that our languages use).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// Exactly one, in languages that mark it.
    One,
    /// Every other number.
    Other,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

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

    /// The value of the `lang` attribute (BCP 47), with the region whose forms we write.
    pub fn lang_attribute(self) -> &'static str {
        match self {
            Language::English => "en-GB",
            Language::TraditionalChinese => "zh-Hant-HK",
        }
    }

    /// The value of Open Graph's `og:locale`.
    pub fn open_graph_locale(self) -> &'static str {
        match self {
            Language::English => "en_GB",
            Language::TraditionalChinese => "zh_HK",
        }
    }

    /// The language's name in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::TraditionalChinese => "繁體中文",
        }
    }

    /// The value of the `dir` attribute.
    pub fn direction(self) -> &'static str {
        match self {
            Language::English | Language::TraditionalChinese => "ltr",
        }
    }

    /// The form that goes with `count`.
    pub fn plural(self, count: usize) -> Plural {
        match self {
            Language::English if count == 1 => Plural::One,
            Language::English | Language::TraditionalChinese => Plural::Other,
        }
    }

    /// A day in full: `31 January 2023`, `2023年1月31日`.
    pub fn date(self, date: Date) -> String {
        let (year, day) = (usize::from(date.year()), usize::from(date.day()));
        let month = usize::from(date.month());
        match self {
            Language::English => {
                let name = MONTHS.get(month.wrapping_sub(1)).copied().unwrap_or_default();
                [&*decimal(day), " ", name, " ", &decimal(year)].concat()
            }
            Language::TraditionalChinese => {
                [&*decimal(year), "年", &decimal(month), "月", &decimal(day), "日"].concat()
            }
        }
    }

    /// A whole number with the language's grouping: `5,000`.
    pub fn number(self, number: usize) -> String {
        let digits = decimal(number);
        let mut grouped = String::new();
        for (at, digit) in digits.char_indices() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                grouped.push_str(self.thousands());
            }
            grouped.push(digit);
        }
        grouped
    }

    /// What is between each three digits of a number.
    pub fn thousands(self) -> &'static str {
        match self {
            Language::English | Language::TraditionalChinese => ",",
        }
    }

    /// The comma, with the space that follows it.
    pub fn comma(self) -> &'static str {
        match self {
            Language::English => ", ",
            Language::TraditionalChinese => "，",
        }
    }

    /// What parts two words, and two sentences.
    pub fn space(self) -> &'static str {
        match self {
            Language::English => " ",
            Language::TraditionalChinese => "",
        }
    }

    /// What is between the names of a list.
    pub fn between_names(self) -> &'static str {
        match self {
            Language::English => ", ",
            Language::TraditionalChinese => "、",
        }
    }

    /// The marks that open and close a quotation.
    pub fn quotation_marks(self) -> (&'static str, &'static str) {
        match self {
            Language::English => ("\u{201c}", "\u{201d}"),
            Language::TraditionalChinese => ("「", "」"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_the_language_writes_them() {
        let date = Date::new(2023, 1, 31).unwrap();
        assert_eq!(Language::English.date(date), "31 January 2023");
        assert_eq!(Language::TraditionalChinese.date(date), "2023年1月31日");
    }

    #[test]
    fn thousands_are_grouped() {
        for (number, text) in [(0, "0"), (53, "53"), (999, "999"), (5000, "5,000"), (1234567, "1,234,567")] {
            assert_eq!(Language::English.number(number), text);
        }
    }
}
