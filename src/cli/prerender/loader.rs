//! The loader that host pages may use, and how our two hand-written scripts are made small.
//!
//! They are written with comments on lines of their own, a semicolon after each statement, texts in double quotes only,
//! and neither spaces nor quotes in patterns.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use sha2::{Digest, Sha384};

use super::pages::File;

/// The readable loader.
pub const SOURCE: &str = "assets/embed/v1.js";
/// For those who want what is newest.
pub const NEWEST: &str = "embed/v1.js";
/// For those who pin a version by its hash: once released, its bytes stay. A change to the loader raises the number, and
/// the released file stays beside it.
pub const PINNED: &str = "embed/v1.0.0.js";
/// The hashes of pinned versions.
pub const INTEGRITY: &str = "embed/integrity.json";

/// Short names for the loader's own; a name that is also a property's would break it.
const SHORT: [(&str, &str); 17] = [
    ("all", "a"),
    ("askLater", "l"),
    ("fit", "t"),
    ("fitting", "x"),
    ("frame", "f"),
    ("isNew", "c"),
    ("isOpaque", "q"),
    ("isOurs", "u"),
    ("isPage", "i"),
    ("moment", "n"),
    ("once", "o"),
    ("pages", "p"),
    ("say", "y"),
    ("script", "s"),
    ("state", "b"),
    ("target", "w"),
    ("wanted", "h"),
];

/// The newest loader, the same as a pinned version, and the hashes.
pub fn files(source: &str) -> Vec<File> {
    let loader = shipped(source);
    let hash = ["sha384-", &STANDARD.encode(Sha384::digest(loader.as_bytes()))].concat();
    let name = PINNED.trim_start_matches("embed/");
    vec![
        (NEWEST.to_owned(), loader.clone()),
        (PINNED.to_owned(), loader),
        (INTEGRITY.to_owned(), format!("{:#}\n", json!({ name: hash }))),
    ]
}

fn shipped(source: &str) -> String {
    shortened(&tightened(source), &SHORT)
}

/// A script, its comments gone already, without the spaces and semicolons that it can do without.
pub fn tightened(script: &str) -> String {
    let mut kept = String::with_capacity(script.len());
    let mut parts = script.split('"');
    while let Some(code) = parts.next() {
        tighten(code, &mut kept);
        if let Some(text) = parts.next() {
            kept.extend(["\"", text, "\""]);
        }
    }
    kept
}

/// Keeps a space only between two words, and no semicolon at the end of a block.
fn tighten(code: &str, kept: &mut String) {
    let mut spaced = false;
    for character in code.chars() {
        if character.is_whitespace() {
            spaced = true;
            continue;
        }
        if spaced && is_of_word(character) && kept.ends_with(is_of_word) {
            kept.push(' ');
        }
        if character == '}' && kept.ends_with(';') {
            kept.pop();
        }
        spaced = false;
        kept.push(character);
    }
}

fn shortened(script: &str, names: &[(&str, &str)]) -> String {
    let mut short = String::with_capacity(script.len());
    for word in script.split_inclusive(|character| !is_of_word(character)) {
        let (name, end) = word
            .char_indices()
            .next_back()
            .filter(|(_, last)| !is_of_word(*last))
            .map_or_else(|| (word, ""), |(at, _)| word.split_at(at));
        let known = names.iter().find(|(long, _)| *long == name);
        short.push_str(known.map_or(name, |(_, short)| short));
        short.push_str(end);
    }
    short
}

fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_' || character == '$'
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::style;
    use super::*;

    fn source() -> String {
        style::read(Path::new(SOURCE)).unwrap()
    }

    #[test]
    fn spaces_stay_between_words_and_in_texts() {
        for (script, tight) in [
            ("const a = () => {\nreturn b;\n};\n", "const a=()=>{return b};"),
            ("a(\" b ; } \");\nif (c) d();\n", "a(\" b ; } \");if(c)d();"),
            ("\"x\" in y || z;\n", "\"x\"in y||z;"),
        ] {
            assert_eq!(tightened(script), tight);
        }
    }

    #[test]
    fn names_are_shortened_as_whole_words() {
        let names = [("frame", "f"), ("all", "a")];
        assert_eq!(shortened("all(frame.x,iframe,frames)+frame", &names), "a(f.x,iframe,frames)+f");
    }

    #[test]
    fn no_shortened_name_is_a_property_or_in_a_text() {
        let source = tightened(&source());
        for (name, short) in SHORT {
            let is_used = |before: &str, after: &str| source.contains(&[before, name, after].concat());
            for (before, after) in [(".", ""), ("", ":"), ("\"", ""), ("-", "")] {
                assert!(!is_used(before, after), "{name} is a property or in a text");
            }
            assert!(source.contains(name) && short.len() == 1, "{name}");
        }
    }

    #[test]
    fn the_loader_and_the_boot_script_stay_small() {
        let boot = tightened(&style::read(Path::new("assets/boot.js")).unwrap());
        assert!(shipped(&source()).len() <= 1_500, "{}", shipped(&source()).len());
        assert!(boot.len() <= 2_000, "{}", boot.len());
    }

    #[test]
    fn a_pinned_version_has_its_hash() {
        let files = files(&source());
        let [(_, newest), (_, pinned), (_, integrity)] = files.as_slice() else { panic!("{files:?}") };
        assert_eq!(newest, pinned);
        assert!(integrity.contains("\"v1.0.0.js\": \"sha384-"), "{integrity}");
    }
}
