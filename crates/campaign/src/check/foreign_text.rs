//! Texts that were left in another language than their file's: copied to be translated, and forgotten.

use std::collections::BTreeMap;

use serde_json::Value;
use unicode_script::{Script, UnicodeScript as _};

use places::language::Language;

use super::json::step;
use super::text::FILL_IN;
use super::words_file;
use crate::fault::{Fault, FaultKind};

/// So many English words in a row inside a Chinese text are a sentence, not a name.
const WORDS_IN_A_ROW: usize = 8;
/// So many Chinese signs in a row inside an English text are one, if there is punctuation among them.
const SIGNS_IN_A_ROW: usize = 12;
/// So many without any are one, too.
const SIGNS_WITHOUT_PUNCTUATION: usize = 16;
/// So many simplified signs are no name that is written so.
const SIMPLIFIED_SIGNS: usize = 4;

/// Frequent signs that only simplified Chinese has.
const SIMPLIFIED: &str = "简这们国发会时说对关议员请过进还样问题动东车马门间闻风飞为书产业电话网络权让应压历双变听团圣处备复头夺奋妇学宁实审层岁币师帮带张当录总战执扩扬护报拥择挂换无旧显晓术机杀杂条来杨极构枪标树桥检欢欧残毁气汉济测满灭灵炼热爱独狱环现监盘众码确种称离竞笔签类紧红约级纪纯纲纳纷纸线组细织终绍经结给绝统继续维绿编罗罚职联脑节药获营蓝虑虽补见观规视览觉订认讨训记讲许论设访证评识诉词译试诗诚该详语误课调谁谈谋谢质贡财责败货购贵费资赛赞赶跃践车转轮软轻载较输达迁运远违连迟适选递释针钟钱铁银锁错键长闭阳阴阵际陆陈险随难须顾顿领频颜额风饭馆驻验鲁龙";

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
        let shown = ["/prompts/", "/translation/"].iter().any(|part| place.contains(part));
        let sent = place.starts_with("/action/letter/") && last != "label" && !shown;
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
        Language::TraditionalChinese => english_in(text).or_else(|| simplified_in(text)),
        Language::English => chinese_in(text).or_else(|| in_other_letters(text)),
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
        let is_sentence = signs >= SIGNS_IN_A_ROW && stretch.contains(['，', '。', '；']);
        (is_sentence || signs >= SIGNS_WITHOUT_PUNCTUATION).then(|| stretch.to_owned())
    })
}

/// A text all of whose letters are of one script that is not Latin, such as Cyrillic; with Chinese signs, if it is Japanese.
fn in_other_letters(text: &str) -> Option<String> {
    let script = |c: char| match c.script() {
        Script::Katakana => Script::Hiragana,
        script => script,
    };
    let mut letters = text.chars().filter(|c| c.is_alphabetic() && !is_han(*c)).map(script);
    let first =
        letters.next().filter(|script| !matches!(script, Script::Latin | Script::Common | Script::Inherited))?;
    let more = letters.clone().count();
    (more >= 7 && letters.all(|script| script == first || script == Script::Common)).then(|| text.to_owned())
}

/// A text with signs of simplified Chinese, but for titles, which stay as they are.
fn simplified_in(text: &str) -> Option<String> {
    let count = untitled(text).chars().filter(|c| SIMPLIFIED.contains(*c)).count();
    (count >= SIMPLIFIED_SIGNS).then(|| text.to_owned())
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
            ("The Foundation 基金會要求議程涵蓋遭不公正拘押或迫害的人 said.", English, true),
            ("Девять групп требуют ответов.", English, true),
            ("تسع مجموعات تطالب بإجابات.", English, true),
            ("九つの団体が答えを求めています。", English, true),
            ("Девять Groups (Nine Groups of Example Town)", English, false),
            ("九个组织要求当局公开答复，并请国会议员关注。", TraditionalChinese, true),
            ("这是一段简体中文文字，发表于网站。", TraditionalChinese, true),
            ("九個組織引述《这是一个标题说对》指出", TraditionalChinese, false),
            ("范先生與里長在台北户外，决定說明情況", TraditionalChinese, false),
            ("The Hong Kong Free Press (香港自由新聞)", English, false),
            ("Nine groups ask for answers", English, false),
            ("2023", English, false),
        ] {
            assert_eq!(foreign(text, language).is_some(), found, "{text}");
        }
    }
}
