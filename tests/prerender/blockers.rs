//! No name of an element or a file is one that ad blockers know.

use std::collections::BTreeSet;

use super::all_pages;
use super::blocked_words::WORDS;
use super::published::{files, project, shipped};

/// Names in attributes of which blockers make rules.
const NAMING: [&str; 4] = ["class", "id", "name", "data-action"];

#[test]
fn what_lists_hide_is_known_and_other_names_are_not() {
    for name in [
        "share-links",
        "shareLinks",
        "social_bar",
        "ad-slot",
        "AdBox ads",
        "cookie-note",
        "follow-us",
        "kit-newsletter",
    ] {
        assert!(blocked_word(name).is_some(), "{name}");
    }
    for name in ["pass-on", "shared", "address", "read-more", "lead", "masthead", "campaigns", "adopt"] {
        assert_eq!(blocked_word(name), None, "{name}");
    }
}

#[test]
fn no_name_on_a_page_is_one_that_blockers_know() {
    let mut names = BTreeSet::new();
    for page in all_pages() {
        for element in page.all("body, body *") {
            for (attribute, value) in element.value().attrs() {
                if NAMING.contains(&attribute) {
                    names.extend(value.split_ascii_whitespace().map(str::to_owned));
                } else if attribute.starts_with("data-") {
                    names.insert(attribute.to_owned());
                }
            }
        }
    }
    assert!(names.len() > 80, "{names:?}");
    for name in names {
        assert_eq!(blocked_word(&name), None, "{name}");
    }
}

#[test]
fn no_name_in_a_screen_is_one_that_blockers_know() {
    let mut names = BTreeSet::new();
    let sources = ["crates/screens", "crates/pages", "crates/browser"]
        .map(|folder| testbench::measure::files(&project(folder)).unwrap());
    for source in sources.concat() {
        let text = std::fs::read_to_string(&source).unwrap();
        let text = text.split("#[cfg(test)]").next().unwrap();
        // What a program draws says its names in quotation marks: classes, ids, attributes and actions are small letters.
        let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for quoted in lines.flat_map(quoted) {
            if quoted
                .chars()
                .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || " -".contains(letter))
            {
                names.extend(quoted.split_ascii_whitespace().map(str::to_owned));
            }
        }
    }
    assert!(names.contains("pass-on") && names.contains("letter-body") && names.len() > 150, "{names:?}");
    for name in names {
        assert_eq!(blocked_word(&name), None, "{name}");
    }
}

#[test]
fn no_file_has_a_name_that_blockers_know() {
    let mut paths = BTreeSet::new();
    for file in files(shipped()).into_keys() {
        // Names of campaigns are their publishers' own.
        paths.extend(file.split('/').map(str::to_owned));
    }
    assert!(paths.len() > 20, "{paths:?}");
    for path in paths {
        assert_eq!(blocked_word(&without_fingerprint(&path)), None, "{path}");
    }
}

/// A name without its fingerprint, whose figures may spell anything.
fn without_fingerprint(name: &str) -> String {
    let is_fingerprint = |part: &&str| part.len() == 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    name.split(['-', '.', '_']).filter(|part| !is_fingerprint(part)).collect::<Vec<_>>().join("-")
}

/// What stands in quotation marks, but for the names of values that are put into a message: `("share", &share)`.
fn quoted(line: &str) -> Vec<&str> {
    let parts: Vec<&str> = line.split('"').collect();
    let is_value = |at: &usize| parts.get(at + 1).is_some_and(|after| after.starts_with(", &"));
    (1..parts.len()).step_by(2).filter(|at| !is_value(at)).map(|at| parts[at]).collect()
}

/// The words of a name: parted at every mark and before every capital letter.
fn words_of(name: &str) -> Vec<String> {
    let mut parted = String::new();
    for character in name.chars() {
        if character.is_ascii_uppercase() {
            parted.push(' ');
        }
        parted.push(if character.is_ascii_alphabetic() { character.to_ascii_lowercase() } else { ' ' });
    }
    parted.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The first word of a name that blockers know.
fn blocked_word(name: &str) -> Option<String> {
    words_of(name).into_iter().find(|word| WORDS.contains(&word.as_str()))
}
