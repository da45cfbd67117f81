//! A text with slots that the page fills in for each reader, and edits that leave those slots whole.
//!
//! A slot is one noncharacter of Unicode, which nobody can type and no campaign file may hold.

use std::ops::Range;

use super::Recipient;
use crate::letter::token::{Piece, Token, pieces};

const NAME: char = '\u{fdd0}';
const ROLE: char = '\u{fdd1}';
const SALUTATION: char = '\u{fdd2}';
const PLACE: char = '\u{fdd3}';

/// A campaign's text as a template.
pub fn template(text: &str, campaign_title: &str) -> String {
    let mut template = String::with_capacity(text.len());
    for piece in pieces(text) {
        match piece {
            Piece::Text(text) | Piece::Unpaired(text) => template.push_str(text),
            Piece::Unknown(_) => {}
            Piece::Token(Token::CampaignTitle) => template.push_str(campaign_title),
            Piece::Token(Token::TargetName) => template.push(NAME),
            Piece::Token(Token::TargetRole) => template.push(ROLE),
            Piece::Token(Token::TargetSalutation) => template.push(SALUTATION),
            Piece::Token(Token::Place) => template.push(PLACE),
        }
    }
    template
}

/// What somebody typed, without any character that would be taken for a slot.
pub fn typed(text: &str) -> String {
    text.replace([NAME, ROLE, SALUTATION, PLACE], "")
}

fn slot(letter: char, recipient: &Recipient) -> Option<&str> {
    match letter {
        NAME => Some(&recipient.name),
        ROLE => Some(&recipient.role),
        SALUTATION => Some(&recipient.salutation),
        PLACE => Some(&recipient.place),
        _ => None,
    }
}

/// The text as one reader gets it.
pub fn filled(template: &str, recipient: &Recipient) -> String {
    let mut text = String::with_capacity(template.len() + 32);
    for letter in template.chars() {
        match slot(letter, recipient) {
            Some(value) => text.push_str(value),
            None => text.push(letter),
        }
    }
    text
}

/// The template after `gone`, a range of bytes of what `recipient` gets, was replaced by `new`.
///
/// What names the reader goes as a whole or stays as a whole, so that nobody is addressed by another's name. The writer's own
/// place may be changed in part; it is then the same for every reader.
pub fn replaced(template: &str, recipient: &Recipient, gone: Range<usize>, new: &str) -> String {
    let mut result = String::with_capacity(template.len() + new.len());
    let mut new = Some(new);
    let mut at = 0;
    for letter in template.chars() {
        let value = slot(letter, recipient);
        let end = at + value.map_or(letter.len_utf8(), str::len);
        if gone.start <= at {
            result.push_str(new.take().unwrap_or_default());
        }
        let is_cut = !gone.is_empty() && at < gone.end && gone.start < end;
        let is_inside = at < gone.start && gone.start < end;
        match value {
            Some(value) if letter == PLACE && (is_cut || is_inside) => {
                let part = |range: Range<usize>| value.get(range).unwrap_or_default();
                if is_inside {
                    result.push_str(part(0..gone.start - at));
                    result.push_str(new.take().unwrap_or_default());
                }
                result.push_str(part(gone.end.saturating_sub(at).min(value.len())..value.len()));
            }
            _ if is_cut => {}
            _ => result.push(letter),
        }
        at = end;
    }
    result.push_str(new.unwrap_or_default());
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reader() -> Recipient {
        Recipient { salutation: "Senator Doe".into(), ..Recipient::unknown("Senator", "Vermont") }
    }

    #[test]
    fn an_edit_leaves_slots_whole() {
        let text = template("I, of {{place}}, write to {{target.salutation}}.", "");
        // "I, of Vermont, write to Senator Doe."
        for (what, gone, new, other) in [
            ("typed before", 0..0, "Yes: ", "Yes: I, of Maine, write to MP."),
            ("typed behind", 36..36, " Hear me.", "I, of Maine, write to MP. Hear me."),
            ("before a slot", 6..6, "rural ", "I, of rural Maine, write to MP."),
            ("behind a slot", 13..13, " State", "I, of Maine State, write to MP."),
            ("inside a place", 7..7, "-", "I, of V-ermont, write to MP."),
            ("part of a place", 6..9, "Pied", "I, of Piedmont, write to MP."),
            ("the whole place", 6..13, "Kowloon", "I, of Kowloon, write to MP."),
            ("inside a name", 26..26, "x", "I, of Maine, write to MPx."),
            ("part of a name", 32..35, "Smith", "I, of Maine, write to Smith."),
            ("a name and more", 15..36, "speak up.", "I, of Maine, speak up."),
            ("everything", 0..36, "Free them.", "Free them."),
        ] {
            let edited = replaced(&text, &reader(), gone, new);
            let maine = Recipient { salutation: "MP".into(), ..Recipient::unknown("MP", "Maine") };
            assert_eq!(filled(&edited, &maine), other, "{what}");
        }
    }

    #[test]
    fn nobody_types_a_slot() {
        assert_eq!(typed("a\u{fdd0}b\u{fdd3}c"), "abc");
    }
}
