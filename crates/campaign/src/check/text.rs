//! What every text of a campaign must be: not empty, not hiding anything, not still an example.

pub mod joiners;

use crate::fault::FaultKind;

/// Where a text of the example begins that says what to write there.
pub const FILL_IN: &str = "FILL IN:";
/// The host of an address that is still to be found.
pub const FILL_IN_HOST: &str = "fill-in.example";

/// The faults of one text, at most `most` characters long.
pub fn faults(text: &str, most: Option<u64>) -> Vec<FaultKind> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return vec![FaultKind::TextEmpty];
    }
    if trimmed.starts_with(FILL_IN) || is_placeholder(trimmed) {
        return vec![FaultKind::StillToFillIn(text.to_owned())];
    }
    let mut found = Vec::new();
    if trimmed.len() != text.len() {
        found.push(FaultKind::TextUntrimmed);
    }
    let length = text.chars().count();
    if let Some(most) = most.filter(|most| length as u64 > *most) {
        found.push(FaultKind::TextTooLong { most, found: length });
    }
    if has_wrong_letters(text) {
        found.push(FaultKind::Damaged(text.to_owned()));
    }
    found.extend(hidden(text).into_iter().map(FaultKind::HiddenCharacter));
    found
}

/// Whether a text only keeps the place of one: "TODO: the ask", "[tbc]", "Lorem ipsum …".
fn is_placeholder(text: &str) -> bool {
    const BEGINNINGS: [&str; 14] = [
        "todo",
        "tbd",
        "tbc",
        "tba",
        "fixme",
        "xxx",
        "lorem ipsum",
        "placeholder",
        "insert text",
        "insert here",
        "待補",
        "待填",
        "待譯",
        "待定",
    ];
    let lower = text.to_lowercase();
    let plain = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
    BEGINNINGS.iter().any(|start| {
        // "Todos" is a word, 待補充 is the same.
        plain.strip_prefix(start).is_some_and(|rest| !start.is_ascii() || !rest.starts_with(char::is_alphanumeric))
    })
}

/// Signs that a text was read in the wrong encoding before it came to us: "ZoÃ©", "Womenâ€™s".
pub fn has_wrong_letters(text: &str) -> bool {
    let characters: Vec<char> = text.chars().collect();
    characters.windows(2).any(|pair| match pair {
        ['Ã' | 'Â' | 'â' | 'Ð' | 'Ñ', next] => {
            matches!(next, '\u{80}'..='\u{bf}' | '€' | '‚' | '™' | '“' | '”' | '˜' | 'œ')
        }
        _ => false,
    })
}

/// The hidden characters of a text that should not be in it, each once. Joiners that spelling needs may stay.
pub fn hidden(text: &str) -> Vec<char> {
    let mut hidden = Vec::new();
    let mut before = None;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let needed = joiners::is_joiner(character) && joiners::is_needed(before, characters.peek().copied());
        if is_hidden(character) && !needed {
            hidden.push(character);
        }
        before = Some(character);
    }
    hidden.sort_unstable();
    hidden.dedup();
    hidden
}

/// A text without the hidden characters that should not be in it.
pub fn without_hidden(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let before = clean.chars().next_back();
        let needed = joiners::is_joiner(character) && joiners::is_needed(before, characters.peek().copied());
        if needed || !is_hidden(character) {
            clean.push(character);
        }
    }
    clean
}

/// Whether a character controls a terminal, takes no room, or changes the order in which others are read
/// (Unicode: Cc, the bidirectional controls of UAX 9, zero-width and tag characters, and the sign of lost text).
pub fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffd}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_keeps_the_place_of_a_text_is_still_to_be_written() {
        for text in [
            "TODO",
            "TODO: the ask",
            "Todo – write this",
            "[TBC]",
            "tbd.",
            "XXX",
            "FIXME later",
            "Lorem ipsum dolor sit amet",
            "[placeholder]",
            "Insert text here",
            "（待補）",
            "待譯：標題",
        ] {
            assert_eq!(faults(text, None), [FaultKind::StillToFillIn(text.to_owned())], "{text}");
        }
        for text in ["Todos los grupos", "What is still to do", "Placeholders for freedom", "Tbilisi", "待人接物"] {
            assert_eq!(faults(text, None), [], "{text}");
        }
    }

    #[test]
    fn letters_that_were_damaged_on_the_way_are_told() {
        for text in ["ZoÃ© wrote", "Womenâ€™s groups", "â€œWe askâ€\u{9d}", "Ð¿Ñ€Ð¸Ð¼ÐµÑ€", "CafÃ¨"]
        {
            assert!(faults(text, None).contains(&FaultKind::Damaged(text.to_owned())), "{text}");
        }
        for text in ["Zoé & Ñandú", "1 < 2 and b > a", "Q&A", "Ângela", "â la carte", "SÃO PAULO", "ÃO"] {
            assert_eq!(faults(text, None), [], "{text}");
        }
    }

    #[test]
    fn each_text_is_clean_or_says_why_not() {
        let cases: [(&str, &[FaultKind]); 10] = [
            ("Plain.", &[]),
            ("香港自由委員會（CFHK）基金會", &[]),
            ("Ελληνικά, عربي, naïve, 👩‍🦽 is not plain", &[FaultKind::HiddenCharacter('\u{200d}')]),
            ("", &[FaultKind::TextEmpty]),
            (" \n", &[FaultKind::TextEmpty]),
            (" a", &[FaultKind::TextUntrimmed]),
            ("a\nb", &[FaultKind::HiddenCharacter('\n')]),
            (
                "a\u{202e}b\u{1b}\u{202e}",
                &[FaultKind::HiddenCharacter('\u{1b}'), FaultKind::HiddenCharacter('\u{202e}')],
            ),
            ("FILL IN: headline", &[FaultKind::StillToFillIn(String::new())]),
            (
                "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一",
                &[FaultKind::TextTooLong { most: 40, found: 41 }],
            ),
        ];
        for (text, expected) in cases {
            let mut found = faults(text, Some(40));
            if let Some(FaultKind::StillToFillIn(text)) = found.first_mut() {
                text.clear();
            }
            assert_eq!(found, expected, "{text}");
        }
    }
}
