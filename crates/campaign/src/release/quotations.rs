//! Who is quoted, and with which words.

use serde::Serialize;

use super::marks;
use super::speakers::{Speaker, announcement, attribution, has_words, signature};

/// A part of a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// Told by the issuer.
    Paragraph(String),
    /// Said by someone.
    Quotation(Quote),
}

/// Words of a person. A quotation over several paragraphs is one of these for each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Quote {
    /// What was said, without quotation marks.
    pub text: String,
    /// Who said it, where the text tells.
    pub speaker: Option<String>,
    /// As what.
    pub role: Option<String>,
    /// The words that tell it, as they stood: "Jane Doe, Director of Example Organisation 01, said:".
    pub attribution: Option<String>,
}

/// Finds the quotations among paragraphs.
pub fn parts(paragraphs: &[String]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut announced: Option<Speaker> = None; // "X said:" above
    let mut unfinished: Option<Speaker> = None; // the quotation above was not closed
    let mut last: Option<Speaker> = None; // for "he added"
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let next_is_quoted = paragraphs.get(at + 1).is_some_and(|next| marks::begins_quoted(next));
        if next_is_quoted && !marks::begins_quoted(paragraph) {
            // What was told before the announcement is told all the same.
            let (told, own) = last_sentence(paragraph);
            if let Some(speaker) = announcement(own, last.as_ref()) {
                if has_words(told) {
                    parts.push(Part::Paragraph(told.to_owned()));
                }
                announced = Some(speaker);
                continue;
            }
        }
        if let Some(Part::Quotation(quote)) = parts.last_mut()
            && quote.speaker.is_none()
            && quote.attribution.is_none()
            && let Some(speaker) = signature(paragraph)
        {
            last = Some(Speaker { words: None, ..speaker.clone() }).filter(|speaker| speaker.name.is_some()).or(last);
            (quote.speaker, quote.role, quote.attribution) = (speaker.name, speaker.role, speaker.words);
            continue;
        }
        let (told, own) = before_announcement(paragraph);
        match said(own, last.as_ref()) {
            Some((text, closed, speaker)) => {
                if has_words(told) {
                    parts.push(Part::Paragraph(told.to_owned()));
                }
                let speaker = speaker.or_else(|| announced.take()).or_else(|| unfinished.take());
                let carried = speaker.clone().map(|speaker| Speaker { words: None, ..speaker });
                last = carried.clone().filter(|speaker| speaker.name.is_some()).or(last);
                unfinished = carried.filter(|_| !closed);
                let Speaker { name, role, words } = speaker.unwrap_or_default();
                parts.push(Part::Quotation(Quote { text, speaker: name, role, attribution: words }));
            }
            None => {
                unfinished = None;
                parts.push(Part::Paragraph(paragraph.clone()));
            }
        }
        // An announcement that was not used is not lost.
        if let Some(words) = announced.take().and_then(|speaker| speaker.words) {
            parts.insert(parts.len().saturating_sub(1), Part::Paragraph(words));
        }
    }
    parts
}

/// The quotation that a paragraph is, whether it is closed, and who speaks if the paragraph tells.
fn said(paragraph: &str, last: Option<&Speaker>) -> Option<(String, bool, Option<Speaker>)> {
    let marks::Pieces { outside, inside, closed } = marks::cut(paragraph);
    if !inside.iter().any(|text| has_words(text)) {
        return None;
    }
    // What is told around the words: at most once, and who speaks.
    let mut told = outside.iter().enumerate().filter(|(_, text)| has_words(text));
    let (first, more) = (told.next(), told.next());
    let one = |at: usize| inside.get(at).copied().unwrap_or_default();
    match (first, more) {
        // “Text.” or “Text   (goes on in the next paragraph)
        (None, None) => Some((joined(&inside), closed, None)),
        // X said: “Text.”
        (Some((0, before)), None) if inside.len() == 1 => {
            Some((tidy(one(0)), closed, Some(announcement(before, last)?)))
        }
        (Some((0, before)), None) => Some((joined(&inside), closed, Some(announcement(before, last)?))),
        // “Text,” said X. “More.”
        (Some((at, middle)), None) => {
            let speaker =
                attribution(middle, last).or_else(|| signature(middle).filter(|_| at == inside.len() && closed))?;
            let (before, after) = inside.split_at_checked(at)?;
            let text = match after {
                [] => sentence(&joined(before)),
                more => join(&joined(before), middle, &joined(more)),
            };
            Some((text, closed, Some(speaker)))
        }
        _ => None,
    }
}

/// What is told before the last sentence, and that sentence.
fn last_sentence(paragraph: &str) -> (&str, &str) {
    let abbreviated = |text: &str| {
        let word = text.rsplit(' ').next().unwrap_or_default();
        word.chars().filter(|c| c.is_alphabetic()).count() <= 2
            || ["Prof", "Rev", "Gen", "Sen", "Rep", "Hon"].contains(&word)
    };
    let mut ends = paragraph.char_indices().filter_map(|(at, c)| {
        let after = paragraph.get(at + c.len_utf8()..)?;
        match c {
            '。' | '！' | '？' => Some(at + c.len_utf8()),
            '.' | '!' | '?' if after.starts_with(' ') && !abbreviated(paragraph.get(..at)?) => Some(at + 1),
            _ => None,
        }
    });
    match ends.rfind(|end| paragraph.get(*end..).is_some_and(has_words)) {
        Some(end) => (paragraph.get(..end).unwrap_or_default().trim(), paragraph.get(end..).unwrap_or_default().trim()),
        None => ("", paragraph),
    }
}

/// The sentences before "X said: “Text.”" in one paragraph, and the rest.
fn before_announcement(paragraph: &str) -> (&str, &str) {
    let pieces = marks::cut(paragraph);
    let Some(before) = pieces.outside.first().filter(|before| has_words(before)) else { return ("", paragraph) };
    let (told, _) = last_sentence(before);
    (told, paragraph.get(told.len()..).unwrap_or(paragraph).trim())
}

fn joined(texts: &[&str]) -> String {
    texts.iter().map(|text| tidy(text)).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Two halves of what was said; what is between them ended a sentence or did not.
fn join(text: &str, middle: &str, more: &str) -> String {
    let first = if middle.trim_end().ends_with('.') { sentence(text) } else { tidy(text) };
    let wide = first.ends_with(['。', '，', '！', '？']);
    format!("{first}{}{}", if wide { "" } else { " " }, tidy(more))
}

/// What was said, as a sentence: the comma before "said X" was not the speaker's.
fn sentence(text: &str) -> String {
    let tidy = tidy(text);
    match (tidy.strip_suffix(','), tidy.strip_suffix('，')) {
        (Some(stem), _) => format!("{stem}."),
        (_, Some(stem)) => format!("{stem}。"),
        _ => tidy,
    }
}

fn tidy(text: &str) -> String {
    text.trim().to_owned()
}
