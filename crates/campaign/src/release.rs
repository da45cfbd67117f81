//! Press releases as plain text: what is the title, what are the dates, who is quoted, what is only the site around it.
//!
//! A guess for people to correct. It may put a word in the wrong place; it never drops one, and it names nobody of whom the
//! text leaves a doubt.

mod dates;
mod layout;
mod marks;
mod quotations;
mod speakers;

use serde::Serialize;

use layout::Layout;
use places::date::Date;

pub use quotations::{Part, Quote};

/// A release, taken apart. Every word of the text is in `title`, `date_lines`, `parts`, `chrome` or `aside`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Release {
    /// The headline; empty if there is no text.
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
    /// What is for journalists: contacts, notes to editors, what comes after "ENDS".
    pub aside: Vec<String>,
}

/// A release as a file tells it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// Its text, with empty lines between paragraphs.
    pub text: String,
    /// Its headline, if the file marks one.
    pub title: Option<String>,
    /// Its day, if the file says it apart from the text.
    pub issued: Option<Date>,
}

/// Takes a release apart. Empty lines separate paragraphs; in a text without any, each line is one.
pub fn parse(source: &Source) -> Release {
    let Layout { title, issued, updated, date_lines, chrome, aside, body } =
        layout::of(&source.text, source.title.as_deref());
    let parts = quotations::parts(&body);
    Release { title, issued: issued.or(source.issued), updated, date_lines, parts, chrome, aside }
}

/// The day that a text is, in any of the forms in which a release writes it.
pub fn day_in(text: &str) -> Option<Date> {
    dates::find(text).map(|(_, _, date)| date)
}

/// A number as Chinese texts write it: 31, ３１, 三十一, 二零二三.
pub fn chinese_number(text: &str) -> Option<u16> {
    dates::chinese_number(text)
}

#[cfg(test)]
mod tests;
