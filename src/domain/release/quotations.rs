//! Who is quoted, and with which words.

use serde::Serialize;

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

/// Who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Speaker {
    name: Option<String>,
    role: Option<String>,
    words: Option<String>,
}

/// Finds the quotations among paragraphs.
pub fn parts(paragraphs: &[String]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut announced: Option<Speaker> = None; // "X said:" above
    let mut unfinished: Option<Speaker> = None; // the quotation above was not closed
    let mut last: Option<Speaker> = None; // for "he added"
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let next_is_quoted = paragraphs.get(at + 1).is_some_and(|next| next.starts_with(is_mark));
        if let Some(speaker) = announcement(paragraph, last.as_ref()).filter(|_| next_is_quoted) {
            announced = Some(speaker);
            continue;
        }
        if let Some(Part::Quotation(quote)) = parts.last_mut().filter(|_| paragraph.starts_with(['–', '—']))
            && quote.speaker.is_none()
            && quote.attribution.is_none()
            && paragraph.split_whitespace().count() <= 16
        {
            // A line below the quotation: "— Jane Doe, Director".
            let (name, role) = name_and_role(paragraph);
            (quote.speaker, quote.role, quote.attribution) = (name, role, Some(paragraph.clone()));
            continue;
        }
        match said(paragraph, last.as_ref()) {
            Some((text, closed, speaker)) => {
                let speaker = speaker.or_else(|| announced.take()).or_else(|| unfinished.take());
                let carried = speaker.clone().map(|speaker| Speaker { words: None, ..speaker });
                last = carried.clone().or(last);
                unfinished = carried.filter(|_| !closed);
                let Speaker { name, role, words } = speaker.unwrap_or(Speaker { name: None, role: None, words: None });
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
    let pieces: Vec<&str> = paragraph.split(is_mark).collect();
    match pieces.as_slice() {
        // “Text   (goes on in the next paragraph)
        ["", text] if !text.trim().is_empty() => Some((tidy(text), false, None)),
        // “Text.”
        ["", text, rest] if !has_words(rest) && has_words(text) => Some((tidy(text), true, None)),
        // “Text,” said X.
        ["", text, rest] => Some((sentence(text), true, Some(attribution(rest, last)?))),
        // “Text,” said X. “More.”
        ["", text, middle, more, rest] if !has_words(rest) => {
            Some((join(text, middle, more), true, Some(attribution(middle, last)?)))
        }
        // “Text,” said X. “More   (goes on)
        ["", text, middle, more] if has_words(more) => {
            Some((join(text, middle, more), false, Some(attribution(middle, last)?)))
        }
        // X said: “Text.”
        [before, text, rest] if !has_words(rest) && has_words(text) => {
            Some((tidy(text), true, Some(announcement(before, last)?)))
        }
        [before, text] if has_words(text) => Some((tidy(text), false, Some(announcement(before, last)?))),
        _ => None,
    }
}

/// Who speaks, in words that end as an announcement does: "X, President of Y, said:".
fn announcement(text: &str, last: Option<&Speaker>) -> Option<Speaker> {
    let trimmed = text.trim_end();
    let stem = trimmed.strip_suffix([':', ','])?;
    let verb = stem.rsplit(|c: char| !c.is_alphabetic()).next()?;
    (trimmed.ends_with(':') || is_verb(verb)).then(|| attribution(text, last)).flatten()
}

/// Who speaks, in words with a verb of speech; `None` if these are no such words.
fn attribution(text: &str, last: Option<&Speaker>) -> Option<Speaker> {
    if text.split_whitespace().count() > 30 {
        return None;
    }
    let (start, verb) = words(text).find(|(_, word)| is_verb(word))?;
    let (before, after) = (text.get(..start)?, text.get(start + verb.len()..)?);
    let who = if has_words(before) { before } else { after };
    // Two sentences tell more than who speaks.
    if before.contains(". ") && before.split_whitespace().count() > 8 {
        return None;
    }
    let words = Some(text.trim().to_owned());
    let pronoun = who.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    if ["he", "she", "they"].contains(&pronoun.as_str()) {
        let (name, role) = last.map(|speaker| (speaker.name.clone(), speaker.role.clone())).unwrap_or_default();
        return Some(Speaker { name, role, words });
    }
    let (name, role) = name_and_role(who);
    Some(Speaker { name, role, words })
}

/// The name and the role in "Jane Doe, Director of X" or "The X’s Director, Jane Doe".
fn name_and_role(text: &str) -> (Option<String>, Option<String>) {
    let outer = |c: char| c.is_whitespace() || matches!(c, ',' | '.' | ':' | ';' | '–' | '—');
    let mut segments: Vec<&str> =
        text.split(',').map(|segment| segment.trim_matches(outer)).filter(|s| has_words(s)).collect();
    if segments.is_empty() {
        return (None, None);
    }
    let name = segments.remove(segments.iter().position(|segment| is_name(segment)).unwrap_or(0));
    (Some(name.to_owned()), (!segments.is_empty()).then(|| segments.join(", ")))
}

/// Whether words look like a person's name: two to five, capitalised, and no office among them.
fn is_name(text: &str) -> bool {
    const OFFICES: [&str; 10] =
        ["president", "director", "chair", "secretary", "officer", "head", "manager", "spokesperson", "chief", "the"];
    const PARTICLES: [&str; 9] = ["de", "da", "van", "von", "der", "bin", "al", "el", "la"];
    let words: Vec<&str> = text.split_whitespace().collect();
    (2..=5).contains(&words.len())
        && words.iter().all(|word| {
            let lower = word.to_lowercase();
            PARTICLES.contains(&lower.as_str())
                || (word.starts_with(char::is_uppercase)
                    && !OFFICES.contains(&lower.as_str())
                    && !lower.ends_with("’s")
                    && !lower.ends_with("'s"))
        })
}

/// Two halves of what was said; what stands between them ended a sentence or did not.
fn join(text: &str, middle: &str, more: &str) -> String {
    let first = if middle.trim_end().ends_with('.') { sentence(text) } else { tidy(text) };
    format!("{first} {}", tidy(more))
}

/// What was said, as a sentence: the comma before "said X" was not the speaker's.
fn sentence(text: &str) -> String {
    let tidy = tidy(text);
    tidy.strip_suffix(',').map_or(tidy.clone(), |stem| format!("{stem}."))
}

fn tidy(text: &str) -> String {
    text.trim().to_owned()
}

fn is_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂')
}

fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

fn is_verb(word: &str) -> bool {
    const VERBS: [&str; 16] = [
        "said",
        "says",
        "stated",
        "added",
        "commented",
        "explained",
        "noted",
        "warned",
        "wrote",
        "told",
        "continued",
        "concluded",
        "declared",
        "remarked",
        "comments",
        "adds",
    ];
    VERBS.contains(&word.to_lowercase().as_str())
}
