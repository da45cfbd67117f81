//! The lines of a release, told apart: what is the text, and what only the site and the press office around it.

pub mod lines;
mod press;

use places::date::Date;

use crate::release::dates;
use lines::paragraphs_of;
use press::Kind;

#[cfg(test)]
pub use press::is_chrome;

/// A release without what is around its text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The headline.
    pub title: String,
    /// The day in the dateline.
    pub issued: Option<Date>,
    /// The day after "Updated:".
    pub updated: Option<Date>,
    /// The texts that hold the dates, as they stood.
    pub date_lines: Vec<String>,
    /// What belongs to the site.
    pub chrome: Vec<String>,
    /// What is for journalists: contacts, notes to editors, what comes after the end.
    pub aside: Vec<String>,
    /// The paragraphs.
    pub body: Vec<String>,
}

/// Takes a text apart. `title` is the headline, if the file itself says which it is.
pub fn of(text: &str, title: Option<&str>) -> Layout {
    let mut layout = Layout::default();
    let paragraphs = paragraphs_of(text);
    let mut rest: Vec<String> = Vec::new();
    // Where "PRESS RELEASE" stood: a letterhead is before it, a headline behind.
    let mut marker: Option<usize> = None;
    let mut ended = false;
    let mut at = 0;
    while let Some(paragraph) = paragraphs.get(at) {
        at += 1;
        let kind = press::kind(paragraph, rest.len() + usize::from(title.is_some()));
        // "Contact" is a word of menus too, but not above an address.
        let more = press::contact_goes_on(paragraphs.get(at..).unwrap_or_default(), paragraph);
        let kind = if press::is_contact_heading(paragraph) && more > 0 { Kind::Contact } else { kind };
        if ended && kind != Kind::Chrome {
            layout.aside.push(paragraph.clone());
            continue;
        }
        match kind {
            Kind::Chrome => layout.chrome.push(paragraph.clone()),
            Kind::Marker => {
                marker.get_or_insert(rest.len());
                layout.chrome.push(paragraph.clone());
            }
            Kind::End | Kind::Notes => {
                ended = true;
                layout.aside.push(paragraph.clone());
            }
            Kind::Contact => {
                layout.aside.push(paragraph.clone());
                layout.aside.extend(paragraphs.iter().skip(at).take(more).cloned());
                at += more;
            }
            Kind::Text => match dates::line(paragraph) {
                Some((label, date)) => {
                    if press::begins_with_marker(paragraph) {
                        marker.get_or_insert(rest.len());
                    }
                    let slot = if label == dates::Label::Updated { &mut layout.updated } else { &mut layout.issued };
                    slot.get_or_insert(date);
                    layout.date_lines.push(paragraph.clone());
                }
                None => rest.push(paragraph.clone()),
            },
        }
    }
    // What a site puts below a text.
    while let Some(last) = rest.pop_if(|last| press::is_navigation(last)) {
        layout.chrome.push(last);
    }
    take_title(&mut layout, &mut rest, title, marker);
    // The dateline opens the text, under a subtitle at most.
    for paragraph in rest.iter_mut().take(2) {
        if let Some((dateline, date, behind)) = dates::dateline(paragraph) {
            layout.issued.get_or_insert(date);
            layout.date_lines.push(dateline.to_owned());
            *paragraph = behind.to_owned();
            break;
        }
    }
    rest.retain(|paragraph| !paragraph.is_empty());
    layout.body = rest;
    layout
}

/// The headline: the one that the file names, else the first paragraph behind "PRESS RELEASE" that looks like one, else the
/// first of all.
fn take_title(layout: &mut Layout, rest: &mut Vec<String>, title: Option<&str>, marker: Option<usize>) {
    if rest.is_empty() {
        layout.title = title.unwrap_or_default().to_owned();
        return;
    }
    let named = title.and_then(|title| rest.iter().position(|paragraph| same(paragraph, title)));
    let marked = marker.filter(|at| *at > 0 && rest.get(*at).is_some_and(|paragraph| looks_like_title(paragraph)));
    let at = match (named, title) {
        (Some(at), _) => at,
        (None, Some(title)) => {
            layout.title = title.to_owned();
            return;
        }
        (None, None) => marked.unwrap_or(0),
    };
    let mut before: Vec<String> = rest.drain(..=at).collect();
    let found = before.pop().unwrap_or_default();
    // A letterhead, or what a site has above the headline.
    layout.chrome.append(&mut before);
    let (label, bare) = press::without_label(&found);
    if !label.is_empty() {
        layout.chrome.push(label.to_owned());
    }
    // A headline that is signed with its date: "Example Groups Ask for Answers – 31 January 2023".
    let (bare, dated) =
        press::without_date(bare.trim_matches(|c: char| matches!(c, '*' | '_' | '#') || c.is_whitespace()));
    if let Some((line, date)) = dated {
        layout.issued.get_or_insert(date);
        layout.date_lines.push(line.to_owned());
    }
    layout.title = bare.to_owned();
}

fn same(one: &str, other: &str) -> bool {
    let plain =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    plain(one) == plain(other)
}

/// Short, and no sentence.
fn looks_like_title(text: &str) -> bool {
    text.split_whitespace().count() <= 25
        && text.chars().count() <= 160
        && !text.ends_with(['.', '。', ':', '：', '”', '"', '」'])
}
