//! Texts from files and arguments as people may see them: what controls a terminal is shown, never obeyed.

use crate::check::text::is_hidden;

/// A text on one line that is safe in a terminal: what controls it, or hides or reorders what is read, is escaped.
pub fn line(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        match is_hidden(character) {
            true => shown.extend(character.escape_unicode()),
            false => shown.push(character),
        }
    }
    shown
}

/// The same for several lines.
pub fn lines(text: &str) -> String {
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_drive_a_terminal_or_turn_the_text_is_spelled_out() {
        for (text, shown) in [
            ("plain, 一, ø", "plain, 一, ø"),
            ("\u{1b}[31mred\u{9b}2J", "\\u{1b}[31mred\\u{9b}2J"),
            ("bell\u{7}, back\u{8}, over\rwritten, \u{7f}", "bell\\u{7}, back\\u{8}, over\\u{d}written, \\u{7f}"),
            ("\u{202e}turned\u{2069}\u{61c}", "\\u{202e}turned\\u{2069}\\u{61c}"),
            ("one\ntwo", "one\ntwo"),
        ] {
            assert_eq!(lines(text), shown);
        }
        assert_eq!(line("one\ntwo"), "one\\u{a}two");
    }
}
