//! Press releases as plain text: what is the title, what are the dates, who is quoted, what is only the site around it.
//!
//! A guess for people to correct. It may put a word in the wrong place; it never drops one.

mod dates;
mod quotations;

use serde::Serialize;

use crate::domain::date::Date;

pub use quotations::{Part, Quote};

/// A release, taken apart. Every word of the text is in `title`, `date_lines`, `parts` or `chrome`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Release {
    /// The first line that is neither a date nor part of the site; empty if there is none.
    pub title: String,
    /// The day in the dateline.
    pub issued: Option<Date>,
    /// The day after "Updated:".
    pub updated: Option<Date>,
    /// The texts that hold the dates, as they stood.
    pub date_lines: Vec<String>,
    /// Paragraphs and quotations in their order.
    pub parts: Vec<Part>,
    /// What belongs to the site and not to the release: "top of page", "76 views0 comments".
    pub chrome: Vec<String>,
}

/// Takes a text apart. Paragraphs are parted by empty lines; in a text without any, each line is one.
pub fn parse(text: &str) -> Release {
    let mut release = Release::default();
    let mut paragraphs = Vec::new();
    for line_or_paragraph in paragraphs_of(text, &mut release.chrome) {
        match dates::line(&line_or_paragraph) {
            Some((label, date)) => {
                let slot = if label == dates::Label::Updated { &mut release.updated } else { &mut release.issued };
                slot.get_or_insert(date);
                release.date_lines.push(line_or_paragraph);
            }
            None => paragraphs.push(line_or_paragraph),
        }
    }
    let mut paragraphs = paragraphs.into_iter();
    release.title = paragraphs.next().unwrap_or_default();
    let mut body: Vec<String> = paragraphs.collect();
    // The dateline opens the text, under a subtitle at most.
    for paragraph in body.iter_mut().take(2) {
        if let Some((dateline, date, rest)) = dates::dateline(paragraph) {
            release.issued.get_or_insert(date);
            release.date_lines.push(dateline.to_owned());
            *paragraph = rest.to_owned();
            break;
        }
    }
    body.retain(|paragraph| !paragraph.is_empty());
    release.parts = quotations::parts(&body);
    release
}

/// The paragraphs, each on one line; lines of the site go to `chrome`.
fn paragraphs_of(text: &str, chrome: &mut Vec<String>) -> Vec<String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).trim();
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let each_line = !lines.iter().any(|line| line.is_empty());
    let mut paragraphs = Vec::new();
    let mut current = String::new();
    for line in lines {
        let alone = current.is_empty();
        let ends = line.is_empty() || each_line || (is_chrome(line) && (alone || line.ends_with("of page")));
        if ends && !alone {
            paragraphs.push(std::mem::take(&mut current));
        }
        match line {
            "" => {}
            line if is_chrome(line) && ends => chrome.push(line.to_owned()),
            line if alone && dates::line(line).is_some() => paragraphs.push(line.to_owned()),
            line => {
                if !current.is_empty() {
                    current.push(' ');
                }
                current.push_str(line);
            }
        }
    }
    paragraphs.push(current);
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// Whether a line is what site builders and press offices put around a release.
fn is_chrome(line: &str) -> bool {
    const LINES: [&str; 22] = [
        "top of page",
        "bottom of page",
        "skip to content",
        "skip to main content",
        "share",
        "share this post",
        "print",
        "log in",
        "sign up",
        "menu",
        "home",
        "search",
        "recent posts",
        "related posts",
        "see all",
        "read more",
        "post not marked as liked",
        "write a comment...",
        "for immediate release",
        "press release",
        "ends",
        "###",
    ];
    let plain = line.to_lowercase();
    let words: Vec<&str> = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let counts = |word: &str| {
        let word = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let word = word.trim_end_matches(|c: char| c.is_ascii_digit());
        ["", "view", "views", "comment", "comments", "like", "likes", "min", "read"].contains(&word)
    };
    let counter = plain.starts_with(|c: char| c.is_ascii_digit())
        && words.iter().any(|word| word.chars().any(char::is_alphabetic))
        && words.iter().all(|word| counts(word));
    counter || LINES.contains(&plain.trim_end_matches(':'))
}

#[cfg(test)]
mod tests;
