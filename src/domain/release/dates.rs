//! Dates as English press releases write them.

use crate::domain::date::Date;

/// What a line with a date tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// When the release was issued.
    Issued,
    /// When it was last changed.
    Updated,
}

/// The date of a line that holds hardly anything else: "Updated: Jul 31, 2023".
pub fn line(text: &str) -> Option<(Label, Date)> {
    let (start, end, date) = find(text)?;
    let before: Vec<String> = words(text.get(..start)?).map(|(_, _, word)| word.to_lowercase()).collect();
    let labels = ["last", "updated", "published", "posted", "issued", "date", "on", "modified"];
    let known = before.iter().all(|word| labels.contains(&word.as_str()) || is_weekday(word));
    // "· 2 min read", "10:30 am GMT".
    let little_after = text.get(end..)?.chars().count() <= 16;
    let label = match before.iter().any(|word| word == "updated" || word == "modified") {
        true => Label::Updated,
        false => Label::Issued,
    };
    (known && little_after).then_some((label, date))
}

/// The dateline that opens a paragraph, its date, and the rest: "LONDON, 31 January 2023 – The …".
pub fn dateline(text: &str) -> Option<(&str, Date, &str)> {
    for (at, dash) in text.char_indices().take(90).filter(|(_, character)| matches!(character, '–' | '—' | '-' | ':'))
    {
        let (head, rest) = (text.get(..at)?, text.get(at + dash.len_utf8()..)?);
        let spaced = dash != '-' || (head.ends_with(' ') && rest.starts_with(' '));
        let Some((start, end, date)) = find(head).filter(|_| spaced) else { continue };
        let place = words(head.get(..start)?).count();
        if place <= 6 && words(head.get(end..)?).next().is_none() {
            return Some((head.trim(), date, rest.trim()));
        }
    }
    None
}

/// The first date in a text, with the bytes where it begins and ends.
fn find(text: &str) -> Option<(usize, usize, Date)> {
    let words: Vec<(usize, usize, &str)> = words(text).collect();
    let iso = words.iter().find_map(|(start, end, word)| Some((*start, *end, word.parse().ok()?)));
    let written = words.windows(3).find_map(|window| {
        let [(start, _, one), (_, _, two), (_, end, three)] = window else { return None };
        let (day, month) = match month(two) {
            Some(month) => (day(one)?, month),
            None => (day(two)?, month(one)?),
        };
        let between = text.get(*start..*end)?;
        let near = between.chars().all(|c| c.is_alphanumeric() || c.is_whitespace() || matches!(c, ',' | '.'));
        let year = (near && three.len() == 4).then(|| three.parse().ok()).flatten()?;
        Some((*start, *end, Date::new(year, month, day)?))
    });
    match (iso, written) {
        (Some(one), Some(other)) => Some(if one.0 < other.0 { one } else { other }),
        (one, other) => one.or(other),
    }
}

/// The words of a text with the bytes where they begin and end; `2023-01-31` is one word.
fn words(text: &str) -> impl Iterator<Item = (usize, usize, &str)> {
    text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| word.chars().any(char::is_alphanumeric)).map(
        |word| {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            (start, start + word.len(), word)
        },
    )
}

/// "31", "1st".
fn day(word: &str) -> Option<u8> {
    let lower = word.to_lowercase();
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| lower.strip_suffix(ending)).unwrap_or(&lower);
    (digits.len() <= 2).then(|| digits.parse().ok()).flatten()
}

/// "January", "Jan", "Sept".
fn month(word: &str) -> Option<u8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let lower = word.to_lowercase();
    let fits = |name: &&str| {
        *name == lower || (lower.len() == 3 && name.starts_with(&lower)) || (lower == "sept" && *name == "september")
    };
    (1..).zip(MONTHS).find(|(_, name)| fits(name)).map(|(number, _)| number)
}

fn is_weekday(word: &str) -> bool {
    word.len() >= 3
        && ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
            .iter()
            .any(|day| day.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_with_a_date_are_told_from_sentences() {
        for (text, expected) in [
            ("Updated: Jul 31, 2023", Some((Label::Updated, "2023-07-31"))),
            ("January 31, 2023", Some((Label::Issued, "2023-01-31"))),
            ("Tuesday, 31 January 2023", Some((Label::Issued, "2023-01-31"))),
            ("Published on 1st Sept. 2021", Some((Label::Issued, "2021-09-01"))),
            ("Jan 31, 2023 · 2 min read", Some((Label::Issued, "2023-01-31"))),
            ("2023-01-31", Some((Label::Issued, "2023-01-31"))),
            ("Last updated: 2 February 2023, 10:30", Some((Label::Updated, "2023-02-02"))),
            ("31 February 2023", None),
            ("31/01/2023", None),
            ("On 31 January 2023 the group wrote a letter.", None),
            ("The group met on 31 January 2023", None),
            ("May 2023", None),
            ("", None),
        ] {
            let found = line(text).map(|(label, date)| (label, date.to_string()));
            assert_eq!(found, expected.map(|(label, date)| (label, date.to_owned())), "{text}");
        }
    }

    #[test]
    fn datelines_are_cut_from_the_first_sentence() {
        for (text, expected) in [
            ("31 January 2023 – The group", Some(("31 January 2023", "The group"))),
            ("LONDON, January 31st, 2023 — The group", Some(("LONDON, January 31st, 2023", "The group"))),
            ("(Example City) – January 31, 2023 – The group", Some(("(Example City) – January 31, 2023", "The group"))),
            ("Example City (31 Jan. 2023) - The group", Some(("Example City (31 Jan. 2023)", "The group"))),
            ("2023-01-31: The group", Some(("2023-01-31", "The group"))),
            ("The group wrote on 31 January 2023 to ministers – twice", None),
            ("The well-known group – and others", None),
        ] {
            let found = dateline(text).map(|(dateline, _, rest)| (dateline, rest));
            assert_eq!(found, expected, "{text}");
        }
    }
}
