//! Texts that were left in another language than their file's: copied to be translated, and forgotten.

use std::collections::BTreeMap;

use serde_json::Value;

use super::json::step;
use super::text::FILL_IN;
use super::words_file;
use crate::domain::campaign::fault::{Fault, FaultKind};
use crate::domain::language::Language;

/// So many English words in a row inside a Chinese text are a sentence, not a name.
const WORDS_IN_A_ROW: usize = 8;
/// So many Chinese signs in a row inside an English text are one, if there is punctuation among them.
const SIGNS_IN_A_ROW: usize = 12;

/// Small words, which a name seldom has three of.
const SMALL: [&str; 34] = [
    "the", "a", "an", "of", "and", "or", "to", "in", "on", "at", "for", "with", "by", "from", "as", "is", "are", "was",
    "were", "be", "been", "that", "this", "it", "its", "not", "we", "you", "they", "will", "have", "has", "who",
    "which",
];

pub(super) fn check(words: &BTreeMap<Language, Value>, faults: &mut Vec<Fault>) {
    for (language, value) in words {
        let office = value.pointer("/action/letter/language").and_then(|tag| serde_json::from_value(tag.clone()).ok());
        let english = words.get(&Language::English).filter(|_| *language != Language::English);
        let office = office.unwrap_or(Language::English);
        Walk { file: words_file(*language), language: *language, office, english, faults }.value(value, "");
    }
}

struct Walk<'a> {
    file: String,
    language: Language,
    /// The language of the office that receives letters and calls.
    office: Language,
    english: Option<&'a Value>,
    faults: &'a mut Vec<Fault>,
}

impl Walk<'_> {
    fn value(&mut self, value: &Value, place: &str) {
        match value {
            Value::Object(fields) => fields.iter().for_each(|(name, value)| self.value(value, &step(place, name))),
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(at, value)| self.value(value, &step(place, &at.to_string())));
            }
            Value::String(text) => self.text(text, place),
            _ => {}
        }
    }

    fn text(&mut self, text: &str, place: &str) {
        let last = place.rsplit('/').next().unwrap_or_default();
        let no_prose = last == "speaker" || last == "language" || place == "/$schema" || place.contains("/for/");
        if no_prose || text.trim_start().starts_with(FILL_IN) {
            return;
        }
        let sent = place.starts_with("/action/letter/") && last != "label" && !place.contains("/prompts/");
        let language = match sent || place.starts_with("/action/call/") || place == "/action/post" {
            true => self.office,
            false => self.language,
        };
        let same = || self.english.and_then(|english| english.pointer(place)).and_then(Value::as_str) == Some(text);
        // One word may be a name in both; a role that is the same was not translated.
        let copied =
            language == self.language && language != Language::English && same() && (last == "role" || has_prose(text));
        let found = if copied && !text.chars().any(is_han) { Some(text.to_owned()) } else { foreign(text, language) };
        if let Some(found) = found {
            let kind = FaultKind::ForeignText { language, found: found.chars().take(60).collect() };
            self.faults.push(Fault::at(&self.file, place, kind));
        }
    }
}

/// The stretch of a text that is in another language than it should be.
pub fn foreign(text: &str, language: Language) -> Option<String> {
    match language {
        Language::TraditionalChinese => english_in(text),
        Language::English => chinese_in(text),
    }
}

/// A text without any Chinese that is prose, or a long stretch of English inside one.
fn english_in(text: &str) -> Option<String> {
    if !text.chars().any(is_han) {
        let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
        return (words >= 3 && has_prose(text)).then(|| text.to_owned());
    }
    let breaks = |c: char| {
        is_han(c)
            || matches!(c, '，' | '。' | '、' | '；' | '：' | '（' | '）' | '「' | '」' | '《' | '》' | '！' | '？')
    };
    untitled(text).split(breaks).map(str::trim).find_map(|stretch| {
        let words: Vec<&str> =
            stretch.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).collect();
        let small =
            words.iter().filter(|word| SMALL.contains(&word.trim_matches(|c: char| !c.is_alphabetic()))).count();
        (words.len() >= WORDS_IN_A_ROW && small >= 3).then(|| stretch.to_owned())
    })
}

/// A text without what stands in the marks of titles, which may be in any language.
fn untitled(text: &str) -> String {
    let mut rest = text;
    let mut plain = String::new();
    while let Some((before, after)) = rest.split_once('《') {
        plain.push_str(before);
        rest = after.split_once('》').map_or("", |(_, after)| after);
    }
    plain + rest
}

/// A text without any Latin letter, or a long stretch of Chinese with punctuation inside one.
fn chinese_in(text: &str) -> Option<String> {
    if !text.chars().any(|c| c.is_alphabetic() && !is_han(c)) {
        return (text.chars().filter(|c| is_han(*c)).count() >= 2).then(|| text.to_owned());
    }
    let inside = |c: char| is_han(c) || matches!(c, '，' | '。' | '、' | '；' | '：') || c.is_ascii_digit();
    text.split(|c| !inside(c)).find_map(|stretch| {
        let signs = stretch.chars().filter(|c| is_han(*c)).count();
        (signs >= SIGNS_IN_A_ROW && stretch.contains(['，', '。', '；'])).then(|| stretch.to_owned())
    })
}

/// Whether a text has a word that a name seldom has: one in small letters.
fn has_prose(text: &str) -> bool {
    // Merge tokens are in every language the same.
    let mut outside = String::new();
    let mut depth = 0_u32;
    for character in text.chars() {
        match character {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(character),
            _ => {}
        }
    }
    outside.split_whitespace().any(|word| {
        word.chars().count() > 1 && word.starts_with(|c: char| c.is_ascii_lowercase()) && !word.contains("://")
    })
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_in_chinese_and_chinese_in_english_is_told() {
        use Language::{English, TraditionalChinese};
        for (text, language, found) in [
            ("Nine groups ask for answers", TraditionalChinese, true),
            ("We ask for answers.", TraditionalChinese, true),
            (
                "九個組織要求答覆。We ask for answers, and we will go on to ask for them in the open.",
                TraditionalChinese,
                true,
            ),
            ("president of the Example Group", TraditionalChinese, true),
            ("Please tell {{target.name}} about it", TraditionalChinese, true),
            ("九個組織要求答覆", TraditionalChinese, false),
            ("Freedom House", TraditionalChinese, false),
            ("Mark Clifford", TraditionalChinese, false),
            ("CFHK基金會與53個非政府組織", TraditionalChinese, false),
            (
                "《Example Organisation 01 Report on the Rights of the Child in Example Town》指出",
                TraditionalChinese,
                false,
            ),
            ("請把信寄給 {{target.name}}", TraditionalChinese, false),
            ("{{target.name}}", TraditionalChinese, false),
            ("Email", TraditionalChinese, false),
            ("https://example.org/a/b", TraditionalChinese, false),
            ("", TraditionalChinese, false),
            ("九個組織要求答覆。", English, true),
            ("Nine groups ask. 九個組織於今日發表聯合聲明，要求當局公開答覆。", English, true),
            ("The Hong Kong Free Press (香港自由新聞)", English, false),
            ("Nine groups ask for answers", English, false),
            ("2023", English, false),
        ] {
            assert_eq!(foreign(text, language).is_some(), found, "{text}");
        }
    }
}
