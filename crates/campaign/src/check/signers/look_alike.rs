//! Signers whose names look like others: an organisation that signed must not be passed off with foreign letters.
//!
//! What looks alike is said by Unicode (UTS 39, "skeletons"); what belongs to which script by UAX 24.

use std::collections::BTreeMap;

use serde_json::Value;
use unicode_script::{Script, UnicodeScript as _};
use unicode_security::skeleton;

use crate::check::{FACTS_FILE, text_at};
use crate::fault::{Fault, FaultKind, LookAlike};
use crate::folding::folded;

/// Longer names have a fault already.
const LONGEST: usize = 500;

/// Scripts whose letters pass for each other.
const ALIKE: [Script; 6] =
    [Script::Latin, Script::Cyrillic, Script::Greek, Script::Armenian, Script::Cherokee, Script::Lisu];

pub(super) fn check(facts: &Value, faults: &mut Vec<Fault>) {
    let listed = facts.pointer("/signers/listed").and_then(Value::as_array).into_iter().flatten();
    let mut seen: BTreeMap<String, (String, String, String)> = BTreeMap::new();
    for (at, signer) in listed.enumerate() {
        let Some(name) = text_at(signer, "/organization").filter(|name| name.len() <= LONGEST) else { continue };
        let place = format!("/signers/listed/{at}/organization");
        let mut push = |kind| faults.push(Fault::at(FACTS_FILE, &place, FaultKind::LookAlike(kind)));
        of_name(name).into_iter().for_each(&mut push);
        let plain = folded(name);
        // Small and large letters of one script may look like others of another.
        for look in [looks(&plain), looks(name)] {
            match seen.get(&look) {
                Some((known, other, first)) if *known != plain => {
                    push(LookAlike::Signer { name: name.to_owned(), other: other.clone(), first: first.clone() });
                    break;
                }
                Some(_) => {}
                None => {
                    seen.insert(look, (plain.clone(), name.to_owned(), place.clone()));
                }
            }
        }
    }
}

fn looks(name: &str) -> String {
    skeleton(name).filter(|letter| !letter.is_whitespace()).collect()
}

/// What is wrong with a name by itself.
fn of_name(name: &str) -> Vec<LookAlike> {
    let words: Vec<&str> =
        name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_latin_name = words.iter().any(|word| scripts(word).all(|(script, _)| script == Script::Latin));
    let mut found = Vec::new();
    for word in words {
        let mut scripts = scripts(word);
        let Some((first, _)) = scripts.next() else { continue };
        if let Some((_, letter)) = scripts.find(|(script, _)| *script != first) {
            found.push(LookAlike::Mixed { word: word.to_owned(), letter });
        } else if first != Script::Latin && is_latin_name && skeleton(word).all(|letter| letter.is_ascii_alphanumeric())
        {
            found.push(LookAlike::Foreign(word.to_owned()));
        }
    }
    found
}

/// The letters of a word that may pass for others, with their scripts.
fn scripts(word: &str) -> impl Iterator<Item = (Script, char)> {
    word.chars().map(|letter| (letter.script(), letter)).filter(|(script, _)| ALIKE.contains(script))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn found(names: &[&str]) -> Vec<String> {
        let listed: Vec<Value> = names.iter().map(|name| json!({ "organization": name })).collect();
        let mut faults = Vec::new();
        check(&json!({ "signers": { "listed": listed } }), &mut faults);
        faults.iter().map(|fault| format!("{} {:?}", fault.place, fault.kind)).collect()
    }

    #[test]
    fn names_in_foreign_letters_are_told_with_both_rows() {
        for names in [
            // Cyrillic е, a whole Cyrillic word, capitals, Greek, a mathematical letter, small letters.
            ["Example House", "Exampl\u{435} House"],
            ["Example HOME", "Example \u{41d}\u{41e}\u{41c}\u{415}"],
            ["SCOPE", "\u{405}\u{421}\u{41e}\u{420}\u{415}"],
            ["Example AKT", "Example \u{391}\u{39a}\u{3a4}"],
            ["Example One", "Example \u{1d7ce}ne"],
            ["paypal Example", "p\u{430}yp\u{430}l Example"],
        ] {
            let found = found(&names);
            assert!(!found.is_empty(), "{names:?}");
        }
        let found = found(&["Example House", "Exampl\u{435} House"]);
        assert!(
            found.iter().any(|fault| fault.contains("Signer") && fault.contains("/signers/listed/0/organization")),
            "{found:?}"
        );
    }

    #[test]
    fn names_in_one_script_or_in_two_that_nobody_mixes_up_pass() {
        let names = [
            "Example Organisation 01",
            "Example Organisation 10",
            "Мемориал (Memorial)",
            "Общество Example",
            "Ελληνική Example",
            "香港 Watch",
            "CFHK基金會",
            "Café Müller",
            "Türkiye Derneği",
            "한국 Example",
            "日本のExampleクラブ",
            "منظمة Example",
            "Example 4 You",
            "O’Neill & Sons",
        ];
        assert_eq!(found(&names), Vec::<String>::new());
        assert_eq!(found(&["Example House", "example  house"]), Vec::<String>::new(), "typing is another rule's");
    }
}
