//! `words.<tag>.json`: interface texts of one legislature that differ from those of all others from folders.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use files::Files;
use places::language::Language;
use visit::catalogue::Message;

use crate::catalogues;
use crate::fault::Fault;

/// Reads the files; what is wrong goes to `faults`. A text that one language has, each of the others must have, too.
pub fn read(files: &Files, folder: &Path, faults: &mut Vec<Fault>) -> BTreeMap<Language, Vec<(Message, String)>> {
    let mut words: BTreeMap<Language, Vec<(Message, String)>> = BTreeMap::new();
    let named = Language::ALL.map(|language| format!("words.{}.json", language.tag()));
    let inside = files.inside(folder).unwrap_or_default();
    let names = inside.into_iter().map(|path| path.file_name().unwrap_or_default().to_string_lossy().into_owned());
    for file in names.filter(|file| file.starts_with("words.") && file.ends_with(".json") && !named.contains(file)) {
        let problem = format!("is no language of the interface; there are {}", named.join(", "));
        faults.push(Fault::new(&file, "whole file", problem));
    }
    for (language, name) in Language::ALL.into_iter().zip(named) {
        if !files.has(&folder.join(&name)) {
            continue;
        }
        match catalogues::overlay(files, folder, &name) {
            Ok(texts) => {
                for (message, problem) in catalogues::problems_in(&texts, language) {
                    faults.push(Fault::new(&name, catalogues::name_of(message), problem));
                }
                let owned = texts.into_iter().map(|(message, text)| (message, text.to_string()));
                words.insert(language, owned.collect());
            }
            Err(problems) => faults.extend(problems.iter().map(|problem| told(folder, &name, problem))),
        }
    }
    let all: BTreeSet<Message> = words.values().flatten().map(|(message, _)| *message).collect();
    for (language, texts) in &words {
        let own: BTreeSet<Message> = texts.iter().map(|(message, _)| *message).collect();
        for message in all.difference(&own) {
            let file = format!("words.{}.json", language.tag());
            faults.push(Fault::new(
                &file,
                "whole file",
                format_args!("no `{}`, which another language has", catalogues::name_of(*message)),
            ));
        }
    }
    words
}

/// A problem with its place: the message that it is about, where it names one. The file is told once.
fn told(folder: &Path, name: &str, problem: &str) -> Fault {
    let path = folder.join(name).display().to_string();
    let rest = [path.as_str(), name].into_iter().find_map(|file| problem.strip_prefix(file)?.strip_prefix(": "));
    let rest = rest.unwrap_or(problem);
    match rest.strip_prefix('/').and_then(|rest| rest.split_once(": ")) {
        Some((message, problem)) => Fault::new(name, message, problem),
        None => Fault::new(name, "whole file", rest),
    }
}
