//! Splits the names of members of the European Parliament, which writes family names in capitals.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The whole name in ordinary spelling, and the family name at its end. `official` is the name with the family name in
/// capitals; without one that fits, the family name is the part of `name` in capitals or, failing that, its last word.
///
/// A family name that `official` tells and `name` does not end in stays empty, so that somebody looks at it.
pub fn parts(name: &str, official: Option<&str>) -> (String, String) {
    let words: Vec<&str> = name.split_whitespace().collect();
    let shouted = capitals(&words);
    let family = match official.map(|official| official.split_whitespace().collect::<Vec<_>>()) {
        Some(official) => {
            let family = official.get(official.len() - capitals(&official)..).unwrap_or_default();
            let tail = words.len().checked_sub(family.len()).and_then(|from| words.get(from..)).unwrap_or_default();
            let same =
                tail.len() == family.len() && tail.iter().zip(family).all(|(one, other)| folded(one) == folded(other));
            if same { family.len() } else { 0 }
        }
        None => shouted.max(1),
    };
    let ordinary: Vec<String> = words
        .iter()
        .enumerate()
        .map(|(at, word)| if at + shouted >= words.len() { capitalised(word) } else { (*word).to_owned() })
        .collect();
    (ordinary.join(" "), ordinary.get(ordinary.len() - family.min(ordinary.len())..).unwrap_or_default().join(" "))
}

/// How many words at the end are in capitals.
fn capitals(words: &[&str]) -> usize {
    let is_shouted = |word: &&&str| word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase);
    // Somebody's whole name in capitals would leave no first name.
    words.iter().rev().take_while(is_shouted).count().min(words.len().saturating_sub(1))
}

/// `VASILE-VOICULESCU` as `Vasile-Voiculescu`.
fn capitalised(word: &str) -> String {
    let mut after_letter = false;
    let letter = |character: char| {
        let keep = !after_letter;
        after_letter = character.is_alphabetic();
        if keep { character.to_string() } else { character.to_lowercase().to_string() }
    };
    word.chars().map(letter).collect()
}

fn folded(word: &str) -> String {
    word.nfd().filter(|character| !is_combining_mark(*character)).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_family_name_is_what_the_parliament_writes_in_capitals() {
        for (name, official, whole, family) in [
            ("Example Person", Some("Example PERSON"), "Example Person", "Person"),
            ("Example al-Person", Some("Example AL-PERSON"), "Example al-Person", "al-Person"),
            ("Example van der Person", Some("Example VAN DER PERSON"), "Example van der Person", "van der Person"),
            ("Example Middle Person", Some("Example PERSON"), "Example Middle Person", "Person"),
            ("Éxample Pérsön", Some("Example PERSÖN"), "Éxample Pérsön", "Pérsön"),
            ("Example PERSON-TWO", Some("Example PERSON-TWO"), "Example Person-Two", "Person-Two"),
            ("Example O’PERSON", None, "Example O’Person", "O’Person"),
            ("Example Middle Person", None, "Example Middle Person", "Person"),
            ("EXAMPLE PERSON", None, "EXAMPLE Person", "Person"),
            // Which part of it is the family name needs somebody to say.
            ("Example Person", Some("Example PERSON TWO"), "Example Person", ""),
            ("Example Person-Two", Some("Example PERSON"), "Example Person-Two", ""),
            ("Example", Some("Another Example PERSON TWO"), "Example", ""),
        ] {
            assert_eq!(parts(name, official), (whole.to_owned(), family.to_owned()), "{name}");
        }
    }
}
