//! The languages that a campaign declares, and the words files that it has.

use serde_json::Value;

use places::language::Language;

use super::{FACTS_FILE, Folder, words_file};
use crate::fault::{Fault, FaultKind};
use crate::heights;

/// The declared languages: those for which a words file must be there. Without readable facts, none.
pub(super) fn declared(folder: &Folder, facts: Option<&Value>, faults: &mut Vec<Fault>) -> Vec<Language> {
    let mut declared = Vec::new();
    let listed = facts.and_then(|facts| facts.get("languages")).and_then(Value::as_array);
    for (at, tag) in listed.into_iter().flatten().enumerate() {
        let Some(language) = Language::ALL.into_iter().find(|language| tag == language.tag()) else { continue };
        if declared.contains(&language) {
            let kind = FaultKind::LanguageTwice(language.tag().to_owned());
            faults.push(Fault::at(FACTS_FILE, &format!("/languages/{at}"), kind));
        } else {
            declared.push(language);
        }
    }
    for file in folder.files.keys().filter(|file| ![FACTS_FILE, heights::FILE].contains(&file.as_str())) {
        let Some(tag) = file.strip_suffix(".json") else { continue };
        match Language::ALL.into_iter().find(|language| words_file(*language) == *file) {
            None => {
                let known = Language::ALL.map(words_file).to_vec();
                faults.push(Fault::of_file(file, FaultKind::NotALanguage(known)));
            }
            // A list that cannot be read declares nothing, and that was told already.
            Some(language) if listed.is_some() && !declared.contains(&language) => {
                faults.push(Fault::of_file(file, FaultKind::WordsUndeclared(tag.to_owned())));
            }
            Some(_) => {}
        }
    }
    declared
}
