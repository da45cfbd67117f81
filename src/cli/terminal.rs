//! The only way to the terminal: what a file, a file name or an argument contains is shown, never obeyed.
//!
//! Clippy keeps every other file of `cli` from printing by itself (`clippy.toml`).

pub mod progress;

use std::fmt::Display;
use std::io::{self, IsTerminal as _, Write as _};

use campaign::shown::{line, lines};

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
