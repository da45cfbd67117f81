//! Texts of files, within sentences.

/// A text, cut where a line would no longer be one.
pub(super) fn quoted(text: &str) -> String {
    format!("`{}`", cut(text))
}

/// The beginning of a text, so that a line stays a line.
pub(super) fn cut(text: &str) -> String {
    match text.char_indices().nth(80) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(text)),
        None => text.to_owned(),
    }
}
