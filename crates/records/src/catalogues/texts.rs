//! What is wrong inside the texts of the interface: placeholders that nothing fills in, and texts that nobody translated.

use std::collections::{BTreeMap, BTreeSet};

use campaign::check::foreign_text::foreign;
use campaign::fault::nearest;
use places::language::Language;
use visit::catalogue::{FORM_SEPARATOR, MESSAGES};

use super::{LanguageFiles, OTHERS};

/// Everything that is wrong, one line each.
pub fn problems(languages: &BTreeMap<Language, LanguageFiles>) -> Vec<String> {
    let Some(english) = languages.get(&Language::English) else { return Vec::new() };
    let all = MESSAGES.iter().flat_map(|(message, _)| names(&english.catalogue.text(*message)));
    let used = all.fold(BTreeMap::new(), |mut used: BTreeMap<String, usize>, name| {
        *used.entry(name).or_default() += 1;
        used
    });
    let mut found = Vec::new();
    for (language, files) in languages {
        let main = format!("{}.json", language.tag());
        for (message, name) in MESSAGES {
            let mut expected = names(&english.catalogue.text(*message));
            let text = files.catalogue.text(*message);
            if let Some((wrong, meant)) = misspelt_in_english(&expected, &names(&text), &used) {
                found.push(format!("en.json: /{name}: nothing fills in {{{wrong}}}; did you mean {{{meant}}}?"));
                expected.remove(&wrong);
                expected.insert(meant);
            }
            found.extend(in_text(&text, &expected, *language).map(|problem| format!("{main}: /{name}: {problem}")));
            // A text that takes a value in English takes it in every language.
            for missing in expected.difference(&names(&text)) {
                found.push(format!("{main}: /{name}: {{{missing}}} is missing; en.json has it"));
            }
        }
        for (part, stem) in OTHERS {
            for (message, text) in files.others.get(&part).into_iter().flatten() {
                let name = MESSAGES.iter().find(|(other, _)| other == message).map_or("", |(_, name)| name);
                let expected = names(&english.catalogue.text(*message));
                found.extend(
                    in_text(text, &expected, *language).map(|problem| format!("{stem}.{main}: /{name}: {problem}")),
                );
            }
        }
    }
    found
}

/// A name that only this English text has, and the one that another language has in its place.
fn misspelt_in_english(
    english: &BTreeSet<String>,
    other: &BTreeSet<String>,
    used: &BTreeMap<String, usize>,
) -> Option<(String, String)> {
    let wrong = english.difference(other).find(|name| used.get(*name) == Some(&1))?;
    let meant = nearest(wrong, other.difference(english).map(String::as_str))?;
    used.contains_key(&meant).then(|| (wrong.clone(), meant))
}

/// What is wrong in one text, in all its forms; `expected` are the values that are filled in.
pub fn in_text(text: &str, expected: &BTreeSet<String>, language: Language) -> impl Iterator<Item = String> {
    let mut found = Vec::new();
    for name in names(text).difference(expected) {
        let near = nearest(name, expected.iter().map(String::as_str));
        let what = match (near, expected.is_empty()) {
            (Some(near), _) => format!("did you mean {{{near}}}?"),
            (None, true) => "this text takes no values; write it without".to_owned(),
            (None, false) => format!(
                "there are {}",
                expected.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(", ")
            ),
        };
        found.push(format!("nothing fills in {{{name}}}; {what}"));
    }
    if text.contains(['｛', '｝']) || !is_paired(text) {
        found.push("a brace stands alone; a value is written {so}, with plain braces".to_owned());
    }
    if let Some(stretch) = text.split(FORM_SEPARATOR).find_map(|form| foreign(form, language)) {
        found.push(format!("`{stretch}` is in another language than {}; translate it", language.tag()));
    }
    found.into_iter()
}

/// The names between braces, in all forms of a text. A form for one may leave out the number.
pub fn names(text: &str) -> BTreeSet<String> {
    text.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0.to_owned())).collect()
}

/// Whether each brace that opens is closed before the next.
fn is_paired(text: &str) -> bool {
    let mut open = false;
    text.chars().filter(|c| matches!(c, '{' | '}')).all(|brace| {
        let good = open == (brace == '}');
        open = brace == '{';
        good
    }) && !open
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::super::Overlay;
    use super::*;
    use crate::catalogues::tests::shipped;
    use visit::catalogue::{Catalogue, Message};

    fn problems_of(language: Language, message: Message, text: &str) -> Vec<String> {
        let mut languages = shipped();
        let files = languages.get_mut(&language).unwrap();
        files.catalogue = files.catalogue.with(&[(message, Rc::from(text))]);
        problems(&languages)
    }

    #[test]
    fn misspelt_placeholders_and_texts_left_in_english_are_told() {
        use Language::{English, TraditionalChinese};
        for (language, message, text, part) in [
            (TraditionalChinese, Message::SignersListed, "此處列出其中 {count} 個。", ""),
            (
                TraditionalChinese,
                Message::SignersListed,
                "此處列出其中 {cuont} 個。",
                "zh-Hant.json: /signers.listed: nothing fills in {cuont}; did you mean {count}?",
            ),
            (TraditionalChinese, Message::SignersListed, "此處列出其中 個。", "/signers.listed: {count} is missing"),
            (TraditionalChinese, Message::SignersListed, "此處列出其中 {count 個。", "a brace stands alone"),
            (TraditionalChinese, Message::SignersListed, "此處列出其中 ｛count｝ 個。", "a brace stands alone"),
            (TraditionalChinese, Message::SignersListed, "此處列出其中 {{count}} 個。", "a brace stands alone"),
            (TraditionalChinese, Message::SignersListed, "{count} are named here.", "is in another language"),
            (
                TraditionalChinese,
                Message::SignersTitle,
                "Who signed the letter",
                "`Who signed the letter` is in another language",
            ),
            (English, Message::SignersTitle, "誰人聯署", "is in another language"),
            (
                English,
                Message::SignersListed,
                "{cuont} are named here.",
                "en.json: /signers.listed: nothing fills in {cuont}; did you mean {count}?",
            ),
            (English, Message::SignersTitle, "Who {name}", "zh-Hant.json: /signers.title: {name} is missing"),
        ] {
            let found = problems_of(language, message, text);
            assert!(
                if part.is_empty() { found.is_empty() } else { found.iter().any(|line| line.contains(part)) },
                "{text}: {found:?}"
            );
        }
        // What reads otherwise in one country.
        let mut languages = shipped();
        let others = &mut languages.get_mut(&TraditionalChinese).unwrap().others;
        others.insert(Overlay::Folder, vec![(Message::SignersListed, Rc::from("{nmae} 個"))]);
        assert!(
            problems(&languages)
                .iter()
                .any(|line| line.starts_with("legislature.zh-Hant.json: /signers.listed: nothing fills in {nmae}"))
        );
    }

    #[test]
    fn forms_for_one_may_leave_out_the_number() {
        let packed = ["One is named here.", "{count} are named here."].join(&FORM_SEPARATOR.to_string());
        assert_eq!(problems_of(Language::English, Message::SignersListed, &packed), Vec::<String>::new());
        assert_eq!(Catalogue::new(Language::English, Vec::new()).text(Message::SignersListed).len(), 0);
    }
}
