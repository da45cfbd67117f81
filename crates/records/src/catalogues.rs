//! Reads the words of the interface, and reports every message that a language lacks.

mod texts;

use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use files::Files;
use places::language::Language;
use places::names::Places;
use visit::catalogue::{Catalogue, FORM_SEPARATOR, MESSAGES, Message};

/// What the files of interface texts are called that all legislatures from folders share: `legislature.<tag>.json`.
const BASE: &str = "legislature";

/// What a page says in one language, besides the campaign.
#[derive(Clone, Debug)]
pub struct LanguageFiles {
    /// The words of the interface.
    pub catalogue: Catalogue,
    /// Texts that differ in some parts of the action.
    pub others: BTreeMap<Overlay, Vec<(Message, Rc<str>)>>,
    /// Names of states and countries.
    pub places: Places,
}

/// A message in a language file: one text, or one per plural category.
#[derive(Deserialize)]
#[serde(untagged)]
enum Entry {
    Text(String),
    Forms { one: Option<String>, other: String },
}

impl Entry {
    /// As pages carry it.
    fn packed(self) -> Rc<str> {
        match self {
            Entry::Text(text) => text.into(),
            Entry::Forms { one: Some(one), other } => [one, other].join(FORM_SEPARATOR.encode_utf8(&mut [0; 4])).into(),
            Entry::Forms { one: None, other } => other.into(),
        }
    }
}

/// Whose words differ: these files hold only those.
const OTHERS: [(Overlay, &str); 2] = [(Overlay::Folder, BASE), (Overlay::People, "people")];

/// For which parts of the action interface texts differ from those for Congress.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Overlay {
    /// Every legislature from a folder.
    Folder,
    /// People whom the campaign names.
    People,
}

/// All that is wrong with the words of the interface, one line for each fault: the file, the message, what to do.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.join("\n"))]
pub struct TextFaults(pub Vec<String>);

/// Reads `<tag>.json` and its companions for every language in a folder, or lists everything that is wrong.
pub fn read(files: &Files, folder: &Path) -> Result<BTreeMap<Language, LanguageFiles>, TextFaults> {
    let mut problems = Vec::new();
    let mut languages = BTreeMap::new();
    for language in Language::ALL {
        match read_one(files, folder, language) {
            Ok(files) => {
                languages.insert(language, files);
            }
            Err(found) => problems.extend(found),
        }
    }
    problems.extend(texts::problems(&languages));
    if problems.is_empty() { Ok(languages) } else { Err(TextFaults(problems)) }
}

fn read_one(files: &Files, folder: &Path, language: Language) -> Result<LanguageFiles, Vec<String>> {
    let name = format!("{}.json", language.tag());
    let entries: BTreeMap<String, Entry> = json(files, folder, &name)?;
    let places = json(files, folder, &format!("places.{name}"))?;
    let catalogue = catalogue(language, &name, entries)?;
    let mut others = BTreeMap::new();
    for (part, stem) in OTHERS {
        others.insert(part, overlay(files, folder, &format!("{stem}.{name}"))?);
    }
    Ok(LanguageFiles { catalogue, others, places })
}

/// Reads a file of texts that replace others.
pub fn overlay(files: &Files, folder: &Path, name: &str) -> Result<Vec<(Message, Rc<str>)>, Vec<String>> {
    replacements(name, json(files, folder, name)?)
}

/// What is wrong in texts that replace messages of the interface, beside what their English texts take.
pub(crate) fn problems_in(texts: &[(Message, Rc<str>)], language: Language) -> Vec<(Message, String)> {
    let english: BTreeMap<String, Entry> =
        serde_json::from_str(include_str!("../../../assets/languages/en.json")).unwrap_or_default();
    let english: BTreeMap<String, Rc<str>> = english.into_iter().map(|(name, entry)| (name, entry.packed())).collect();
    let problems = texts.iter().flat_map(|(message, text)| {
        let expected = texts::names(english.get(name_of(*message)).map_or("", |text| text));
        let problems: Vec<String> = texts::in_text(text, &expected, language).collect();
        problems.into_iter().map(|problem| (*message, problem))
    });
    problems.collect()
}

/// What a message is called in files of texts.
pub fn name_of(message: Message) -> &'static str {
    MESSAGES.get(message as usize).map_or("", |(_, name)| name)
}

fn json<T: DeserializeOwned>(files: &Files, folder: &Path, name: &str) -> Result<T, Vec<String>> {
    let path = folder.join(name);
    let text = files.text(&path).map_err(|error| vec![format!("{}: {error}", path.display())])?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str(text).map_err(|error| vec![format!("{}: {error}", path.display())])
}

fn catalogue(language: Language, file: &str, mut entries: BTreeMap<String, Entry>) -> Result<Catalogue, Vec<String>> {
    let mut problems = Vec::new();
    let mut texts: Vec<Rc<str>> = Vec::with_capacity(MESSAGES.len());
    for (_, name) in MESSAGES {
        match entries.remove(*name) {
            Some(entry) => texts.push(entry.packed()),
            None => problems.push(format!("{file}: /{name}: missing; write the text of this message")),
        }
    }
    problems.extend(entries.keys().map(|name| format!("{file}: /{name}: no message has this name; remove it")));
    if problems.is_empty() { Ok(Catalogue::new(language, texts)) } else { Err(problems) }
}

fn replacements(file: &str, mut entries: BTreeMap<String, Entry>) -> Result<Vec<(Message, Rc<str>)>, Vec<String>> {
    let known = MESSAGES.iter().filter_map(|(message, name)| Some((*message, entries.remove(*name)?.packed())));
    let known = known.collect();
    if entries.is_empty() {
        return Ok(known);
    }
    Err(entries.keys().map(|name| format!("{file}: /{name}: no message has this name; remove it")).collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    pub(super) fn shipped() -> BTreeMap<Language, LanguageFiles> {
        let folder = Path::new("../../assets/languages");
        let mut files = Files::default();
        files.read_folder(folder, |_| Some(u64::MAX));
        read(&files, folder).unwrap()
    }

    #[test]
    fn every_language_has_every_message_and_place() {
        for (language, files) in shipped() {
            assert_eq!(files.places.states.len(), 56, "{language:?}");
            assert!(files.places.regions.len() > 240, "{language:?}");
        }
    }

    #[test]
    fn every_language_has_the_same_placeholders() {
        let placeholders = |text: &str| -> BTreeSet<String> {
            let texts = text.split(FORM_SEPARATOR).next_back().unwrap_or_default();
            texts.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0.to_owned())).collect()
        };
        let languages = shipped();
        let english = &languages[&Language::English].catalogue;
        for files in languages.values() {
            for (message, name) in MESSAGES {
                let (ours, theirs) = (english.text(*message), files.catalogue.text(*message));
                assert_eq!(placeholders(&ours), placeholders(&theirs), "{name} in {:?}", files.catalogue.language);
            }
        }
    }

    #[test]
    fn missing_and_unknown_messages_are_all_listed() {
        let entries = BTreeMap::from([
            ("step.find".to_owned(), Entry::Text("x".into())),
            ("no.such".to_owned(), Entry::Text("y".into())),
        ]);
        let problems = catalogue(Language::English, "en.json", entries).unwrap_err();
        assert_eq!(problems.len(), MESSAGES.len());
        assert!(problems.iter().any(|problem| problem.starts_with("en.json: /step.write: missing")));
        assert!(problems.iter().any(|problem| problem.starts_with("en.json: /no.such: no message")));
    }
}
