//! The dateline that opens a text: "LONDON, 31 January 2023 –", "(Example City, NY January 31, 2023)".

use places::date::Date;

use super::{chinese, find, words};

/// What news wires put between the date and the text.
const WIRES: [&str; 8] = ["prnewswire", "businesswire", "globenewswire", "newswire", "ap", "reuters", "afp", "wire"];

/// The dateline that opens a paragraph, its date, and the rest: "LONDON, 31 January 2023 – The …".
pub fn dateline(text: &str) -> Option<(&str, Date, &str)> {
    bracketed(text).or_else(|| before_dash(text)).or_else(|| place_and_bracket(text))
}

/// "(Example City, NY January 31, 2023) The …", 【香港2023年1月31日】.
fn bracketed(text: &str) -> Option<(&str, Date, &str)> {
    const BRACKETS: [(char, char); 5] = [('(', ')'), ('[', ']'), ('（', '）'), ('【', '】'), ('〔', '〕')];
    let (open, close) = BRACKETS.into_iter().find(|(open, _)| text.starts_with(*open))?;
    let (inside, rest) = text.strip_prefix(open)?.split_once(close)?;
    let (start, end, date) = find(inside)?;
    let after = inside.get(end..)?;
    let wire = chinese_wire(after) || words(after).all(|(_, _, word)| capital(word));
    let rest = rest.trim_start_matches(|c: char| is_dash(c) || c.is_whitespace() || c == ':' || c == '：');
    let short = words(inside).count() <= 12 && inside.chars().count() <= 90;
    let place = inside.get(..start)?;
    let head = text.get(..text.len() - rest.len())?;
    (short && wire && !rest.is_empty() && (place.is_empty() || is_place_name(place))).then_some((
        head.trim(),
        date,
        rest.trim(),
    ))
}

/// "LONDON, 31 January 2023 – The …", "Jan. 31, 2023 /PRNewswire/ -- The …".
fn before_dash(text: &str) -> Option<(&str, Date, &str)> {
    for (at, dash) in
        text.char_indices().take(110).filter(|(_, c)| is_dash(*c) || matches!(c, ':' | '：' | '|' | '／' | '/'))
    {
        let (head, rest) = (text.get(..at)?, text.get(at + dash.len_utf8()..)?);
        let rest = rest.trim_start_matches(|c: char| is_dash(c) && dash != ':');
        let spaced =
            !matches!(dash, '-' | '|' | '/') || (head.ends_with(' ') && (rest.starts_with(' ') || rest.is_empty()));
        let Some((start, end, date)) = find(head).filter(|_| spaced) else { continue };
        let place = head.get(..start)?;
        let after = words(head.get(end..)?).all(|(_, _, word)| WIRES.contains(&word.to_lowercase().as_str()));
        if after && (words(place).next().is_none() || is_place_name(place)) {
            return Some((head.trim(), date, rest.trim()));
        }
        // "31 January 2023, London – The …"
        let tail = head.get(end..)?;
        if words(place).next().is_none() && tail.starts_with([',', '，']) && is_place_name(tail) {
            return Some((head.trim(), date, rest.trim()));
        }
    }
    None
}

/// "LONDON (31 January 2023) The …": only where the place is in capitals.
fn place_and_bracket(text: &str) -> Option<(&str, Date, &str)> {
    let (place, rest) = text.split_once('(')?;
    let (inside, rest) = rest.split_once(')')?;
    let (start, end, date) = find(inside)?;
    let alone = words(inside.get(..start)?).next().is_none() && words(inside.get(end..)?).next().is_none();
    let loud = place.chars().any(char::is_alphabetic) && !place.chars().any(char::is_lowercase);
    let head = text.get(..text.len() - rest.len())?;
    (alone && loud && is_place_name(place) && !rest.trim().is_empty()).then_some((head.trim(), date, rest.trim()))
}

/// Whether the words before a date, in a line without other words, are a place: "London, ", "Washington, D.C. | ".
pub fn is_place(text: &str) -> bool {
    const NOT: [&str; 16] = [
        "letter",
        "statement",
        "declaration",
        "report",
        "rally",
        "march",
        "day",
        "vigil",
        "protest",
        "petition",
        "appeal",
        "call",
        "release",
        "update",
        "meeting",
        "conference",
    ];
    let parted = text.trim_end().ends_with([',', '|', '(', '–', '—', '-', '·', '/']);
    parted && is_place_name(text) && !words(text).any(|(_, _, word)| NOT.contains(&word.to_lowercase().as_str()))
}

/// At most six words, all of them with capitals but for small ones between.
pub fn is_place_name(text: &str) -> bool {
    const SMALL: [&str; 8] = ["and", "of", "the", "de", "du", "la", "am", "upon"];
    let mut all = words(text).map(|(_, _, word)| word).peekable();
    let first = all.peek().is_some_and(|word| capital(word));
    let words: Vec<&str> = all.collect();
    first
        && words.len() <= 6
        && words.iter().all(|word| capital(word) || SMALL.contains(word))
        && !has_sentence(text)
        && !["On", "In", "At", "Since", "By", "From", "Until", "Before", "After"].contains(words.first().unwrap_or(&""))
}

/// "Washington, D.C. " is none.
fn has_sentence(text: &str) -> bool {
    text.rsplit(". ").skip(1).any(|piece| words(piece).last().is_some_and(|(_, _, word)| word.chars().count() > 3))
}

/// Begins with a capital, or is of a script that has none.
fn capital(word: &str) -> bool {
    word.chars().next().is_some_and(|c| !c.is_lowercase() && c.is_alphabetic())
}

/// 電, 訊: what Chinese agencies put behind the date.
fn chinese_wire(text: &str) -> bool {
    let plain: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    plain.is_empty()
        || plain.chars().count() <= 4 && plain.ends_with(['電', '訊', '电', '讯'])
        || chinese::is_time(text)
}

fn is_dash(c: char) -> bool {
    matches!(c, '–' | '—' | '-' | '―' | '─' | '－' | '‒')
}
