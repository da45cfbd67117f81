//! Dates as press releases write them, in English and in Chinese.

mod chinese;
mod dateline;

use places::date::Date;

use super::marks;

pub use chinese::number as chinese_number;
pub use dateline::dateline;

/// What a line with a date tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// When the release was issued.
    Issued,
    /// When it was last changed.
    Updated,
}

/// Words that may come before the date in a line of its own.
const BEFORE: [&str; 46] = [
    "last",
    "updated",
    "published",
    "posted",
    "issued",
    "released",
    "date",
    "dated",
    "on",
    "modified",
    "for",
    "immediate",
    "release",
    "press",
    "news",
    "media",
    "statement",
    "embargoed",
    "embargo",
    "embargoes",
    "until",
    "strictly",
    "under",
    "not",
    "publication",
    "before",
    "broadcast",
    "hold",
    "at",
    "the",
    "to",
    "be",
    "of",
    "from",
    "time",
    "local",
    "and",
    "use",
    "wednesdays",
    "noon",
    "midnight",
    "strict",
    "absolute",
    "version",
    "press-release",
    "dateline",
];

/// Words that may come around a date because they tell the time.
const TIMES: [&str; 28] = [
    "at", "gmt", "bst", "utc", "cet", "cest", "est", "edt", "et", "pst", "pdt", "pt", "hkt", "sgt", "am", "pm", "a",
    "p", "m", "hrs", "hours", "min", "mins", "minute", "read", "see", "all", "updates",
];

/// The date of a line that holds hardly anything else: "Updated: Jul 31, 2023", "EMBARGOED UNTIL 00:01, 31 JANUARY 2023",
/// "London, 31 January 2023".
pub fn line(text: &str) -> Option<(Label, Date)> {
    let (start, end, date) = find(text)?;
    let (head, tail) = (text.get(..start)?, text.get(end..)?);
    let before: Vec<String> = words(head).map(|(_, _, word)| word.to_lowercase()).collect();
    let known = |word: &String| {
        BEFORE.contains(&word.as_str()) || TIMES.contains(&word.as_str()) || is_weekday(word) || is_number(word)
    };
    // Whatever else it says: an embargo is no part of the text.
    let embargo = before.iter().any(|word| word.starts_with("embargo"))
        && words(text).count() <= 16
        && !text.ends_with('.')
        && marks::cut(text).inside.is_empty();
    let byline =
        head.starts_with("By ") && before.len() <= 8 && head.trim_end().ends_with(['|', '·', '–', '—', ',', '•']);
    let before_is_known =
        before.iter().all(known) || chinese::is_label(head) || dateline::is_place(head) || byline || embargo;
    let after_is_known = words(tail).all(|(_, _, word)| {
        let word = word.to_lowercase();
        TIMES.contains(&word.as_str()) || is_weekday(&word) || is_number(&word)
    }) || chinese::is_time(tail)
        || embargo
        // "Posted on January 31, 2023 by admin".
        || !before.is_empty() && tail.trim_start().starts_with("by ") && words(tail).count() <= 5
        || head.is_empty()
            && tail.trim_start().starts_with([',', '|', '·'])
            && dateline::is_place_name(tail)
            && !tail.ends_with('.');
    let label = match before.iter().any(|word| word == "updated" || word == "modified") || head.contains("更新") {
        true => Label::Updated,
        false => Label::Issued,
    };
    (before_is_known && after_is_known).then_some((label, date))
}

/// The first date in a text, with the bytes where it begins and ends.
pub fn find(text: &str) -> Option<(usize, usize, Date)> {
    [numeric(text), written(text), chinese::find(text)].into_iter().flatten().min_by_key(|(start, _, _)| *start)
}

/// `2023-01-31`, `31.01.2023`, `31/01/2023`, `31-Jan-2023`. Where day and month could be either, it is none.
fn numeric(text: &str) -> Option<(usize, usize, Date)> {
    let parts = |c: char| c.is_whitespace() || "()[]（）【】,;:，；：|·".contains(c);
    text.split(parts).find_map(|token| {
        let token = token.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        // `2023-01-31T09:00:00Z`.
        let token = token.split_once('T').map_or(token, |(day, _)| day);
        let separator = token.chars().find(|c| matches!(c, '-' | '/' | '.'))?;
        let mut fields = token.split(separator);
        let (one, two, three) = (fields.next()?, fields.next()?, fields.next()?);
        if fields.next().is_some() {
            return None;
        }
        let date = match (one.len(), three.len()) {
            (4, 1 | 2) => Date::new(one.parse().ok()?, two.parse().ok()?, three.parse().ok()?)?,
            (1 | 2, 4) => {
                let (year, one): (u16, u8) = (three.parse().ok()?, one.parse().ok()?);
                match (month(two), two.parse::<u8>().ok()) {
                    (Some(month), _) => Date::new(year, month, one)?,
                    (None, Some(two)) if separator == '.' || one > 12 || one == two => {
                        Date::new(year, two, one).or_else(|| Date::new(year, one, two))?
                    }
                    (None, Some(two)) if two > 12 => Date::new(year, one, two)?,
                    _ => return None,
                }
            }
            _ => return None,
        };
        let start = token.as_ptr() as usize - text.as_ptr() as usize;
        Some((start, start + token.len(), date))
    })
}

/// "31 January 2023", "January 31st, 2023", "the 31st of January 2023".
fn written(text: &str) -> Option<(usize, usize, Date)> {
    let words: Vec<(usize, usize, &str)> =
        words(text).filter(|(_, _, word)| !["of", "day"].contains(&word.to_lowercase().as_str())).collect();
    words.windows(3).find_map(|window| {
        let [(start, _, one), (_, _, two), (_, end, three)] = window else { return None };
        let (day, month) = match month(two) {
            Some(month) => (day(one)?, month),
            None => (day(two)?, month(one)?),
        };
        let between = text.get(*start..*end)?;
        let near = between.chars().all(|c| c.is_alphanumeric() || c.is_whitespace() || matches!(c, ',' | '.'));
        let year = match three.len() {
            4 if near => three.parse().ok()?,
            // "31 Jan 23", with nothing behind it.
            2 if near && *end == text.len() => 2000 + three.parse::<u16>().ok()?,
            _ => return None,
        };
        Some((*start, *end, Date::new(year, month, day)?))
    })
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

/// The number of a time: "00", "1030", "5pm", "T09", "00Z".
fn is_number(word: &str) -> bool {
    let word = word.strip_prefix('t').unwrap_or(word);
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = word.get(digits.len()..).unwrap_or_default();
    (1..=4).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && ["", "am", "pm", "h", "hrs", "gmt", "z"].contains(&unit)
}

#[cfg(test)]
mod tests;
