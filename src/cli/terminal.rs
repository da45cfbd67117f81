//! The only way to the terminal: what a file, a file name or an argument contains is shown, never obeyed.
//!
//! Clippy keeps every other file of `cli` from printing by itself (`clippy.toml`).

pub mod progress;

use std::fmt::Display;
use std::io::{self, IsTerminal as _, Write as _};

use campaign::check::text::is_hidden;

/// Prints an answer and a line end.
pub fn say(answer: impl Display) {
    // Whoever reads may close the pipe early, as `head` does: no fault of ours.
    let _ = writeln!(io::stdout(), "{}", lines(&answer.to_string()));
}

/// Prints why something did not work, with all its causes, and a line end.
pub fn complain(problem: impl Display) {
    // The other form of an error of `anyhow` tells the causes; whatever else is printed has only one.
    let _ = writeln!(io::stderr(), "{}", lines(&format!("{problem:#}")));
}

/// Whether somebody is watching standard error, rather than a file or another program.
fn is_watched() -> bool {
    io::stderr().is_terminal()
}

/// Replaces the line that was written this way before; an empty text removes it.
fn write_over(text: &str) {
    let mut terminal = io::stderr().lock();
    // Back to the beginning, and erase to the end: ECMA-48, EL. A terminal that has gone is no fault of ours.
    let _ = write!(terminal, "\r\u{1b}[K{}", line(text)).and_then(|()| terminal.flush());
}

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
