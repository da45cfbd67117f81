//! Ways to reach people, written short: most addresses follow from a name or an identifier, and differ in a number at most.
//!
//! A line is empty for nothing; a space and the text where it follows nothing; or the place of a template, as a character from
//! `!` on, and what goes into its slots, parted by tabs. The last slot is empty where it counts on from the one before in its
//! column.

use std::collections::BTreeMap;

use super::PersonRecord;

const ID: char = '\u{1}';
const FAMILY: char = '\u{2}';
const GIVEN: char = '\u{3}';
const SLOT: char = '\u{4}';
const SITE: char = '\u{5}';

/// The first template's character.
const FIRST: u8 = b'!';
/// As many as characters from [`FIRST`] to `~`.
const MOST: usize = 90;
/// A template that fewer texts follow saves nothing.
const FEWEST: usize = 3;

/// Of whom a text tells.
pub(super) struct Subject<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) family: &'a str,
    pub(super) site: &'a str,
}

impl Subject<'_> {
    fn value(&self, token: char) -> Option<String> {
        match token {
            ID => Some(self.id.to_owned()),
            SITE => Some(self.site.to_owned()),
            FAMILY => Some(letters(self.family)),
            GIVEN => Some(letters(self.name.strip_suffix(self.family).unwrap_or_default())),
            _ => None,
        }
    }
}

/// The code with the number at its end counted up by one: `E14001064` after `E14001063`.
pub(super) fn next_number(code: &str) -> String {
    let mut bytes = code.as_bytes().to_vec();
    for byte in bytes.iter_mut().rev() {
        match byte {
            b'9' => *byte = b'0',
            b'0'..=b'8' => {
                *byte += 1;
                break;
            }
            _ => break,
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// The letters of a name as addresses have them.
fn letters(name: &str) -> String {
    let mut letters = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphabetic() {
            letters.push(char::from(byte.to_ascii_lowercase()));
        }
    }
    letters
}

/// The text of a line; `None` if there is no such template. `last` is what went into the last slot before, in this column.
pub(super) fn long(line: &str, templates: &[&str], of: &Subject<'_>, last: &mut String) -> Option<String> {
    if line.is_empty() {
        return Some(String::new());
    }
    let (first, rest) = line.split_at_checked(1)?;
    if first == " " {
        return Some(rest.to_owned());
    }
    let place = first.bytes().next()?.checked_sub(FIRST)?;
    let template = *templates.get(usize::from(place))?;
    if template.contains(SLOT) {
        let mut slot = "";
        for next in rest.split('\t') {
            slot = next;
        }
        *last = if slot.is_empty() { next_number(last) } else { slot.to_owned() };
    }
    let mut slots = rest.split('\t').filter(|slot| !slot.is_empty());
    let mut text = String::new();
    for token in template.chars() {
        match of.value(token) {
            Some(value) => text.push_str(&value),
            None if token == SLOT => text.push_str(slots.next().unwrap_or(last)),
            None => text.push(token),
        }
    }
    Some(text)
}

/// A text as a template and what goes into its slots. All of what is before an `@` goes into one where `is_whole`.
fn parts(text: &str, of: &Subject<'_>, is_whole: bool) -> (String, Vec<String>) {
    let (mut template, mut slots) = (String::new(), Vec::new());
    let mut rest = text;
    if !of.site.is_empty() && text != of.site && text.starts_with(of.site) {
        template.push(SITE);
        rest = text.strip_prefix(of.site).unwrap_or_default();
    }
    if let Some((before, host)) = rest.split_once('@') {
        let known: Vec<(String, char)> =
            [GIVEN, FAMILY].iter().filter_map(|token| Some((of.value(*token)?, *token))).collect();
        let word = |word: &str| {
            let token = known.iter().find(|(value, _)| !value.is_empty() && value == word);
            token.map_or_else(|| word.to_owned(), |(_, token)| token.to_string())
        };
        if is_whole {
            template.push(SLOT);
            slots.push(before.to_owned());
        } else {
            template.push_str(&before.split('.').map(word).collect::<Vec<_>>().join("."));
        }
        template.push('@');
        template.push_str(host);
        return (template, slots);
    }
    let family = letters(of.family);
    while let Some(letter) = rest.chars().next() {
        let digits = rest.chars().take_while(char::is_ascii_digit).count();
        let boundary = !template.ends_with(|last: char| last.is_ascii_alphanumeric());
        let (token, length) = if of.id.len() > 2 && rest.starts_with(of.id) {
            (ID, of.id.len())
        } else if boundary && family.len() > 1 && rest.starts_with(&family) {
            (FAMILY, family.len())
        } else if digits > 0 {
            slots.push(rest.get(..digits).unwrap_or_default().to_owned());
            (SLOT, digits)
        } else {
            (letter, letter.len_utf8())
        };
        template.push(token);
        rest = rest.get(length..).unwrap_or_default();
    }
    (template, slots)
}

/// What people's texts have in common.
#[derive(Default)]
pub(super) struct Regular {
    /// How often a value goes into a slot of a template.
    values: BTreeMap<(String, usize, String), usize>,
    /// How often a template occurs.
    counts: BTreeMap<String, usize>,
    /// Those that save something.
    pub(super) templates: Vec<String>,
}

impl Regular {
    /// A text as a template and what goes into its slots; what a quarter of its kind have in a slot belongs to the template.
    fn parts(&self, text: &str, of: &Subject<'_>, is_whole: bool) -> (String, Vec<String>) {
        let (general, slots) = parts(text, of, is_whole);
        let total = self.counts.get(&general).copied().unwrap_or_default();
        let is_usual = |at: usize, value: &String| {
            self.values
                .get(&(general.clone(), at, value.clone()))
                .is_some_and(|count| *count >= FEWEST && *count * 8 >= total)
        };
        let (mut template, mut open, mut at) = (String::new(), Vec::new(), 0);
        for token in general.chars() {
            let value = slots.get(at).filter(|_| token == SLOT);
            at += usize::from(value.is_some());
            match value {
                Some(value) if is_usual(at - 1, value) => template.push_str(value),
                Some(value) => {
                    template.push(SLOT);
                    open.push(value.clone());
                }
                None => template.push(token),
            }
        }
        (template, open)
    }

    /// The closest template that there is.
    fn chosen(&self, text: &str, of: &Subject<'_>) -> (String, Vec<String>) {
        let close = self.parts(text, of, false);
        if self.templates.contains(&close.0) { close } else { self.parts(text, of, true) }
    }

    /// What these people's texts have in common.
    pub(super) fn of(people: &[PersonRecord]) -> Regular {
        let texts = || {
            people.iter().flat_map(|person| {
                let texts = person.ways.iter().enumerate().filter(|(_, text)| !text.is_empty());
                texts.map(move |(at, text)| (text, of_column(person, at)))
            })
        };
        let mut regular = Regular::default();
        for (text, of) in texts() {
            let (template, slots) = parts(text, &of, true);
            for (at, value) in slots.into_iter().enumerate() {
                *regular.values.entry((template.clone(), at, value)).or_default() += 1;
            }
            *regular.counts.entry(template).or_default() += 1;
        }
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for (text, of) in texts() {
            for is_whole in [false, true] {
                *counts.entry(regular.parts(text, &of, is_whole).0).or_default() += 1;
            }
        }
        let mut templates: Vec<(usize, String)> =
            counts.into_iter().map(|(template, count)| (count, template)).collect();
        templates.retain(|(count, _)| *count >= FEWEST);
        templates.sort_by(|one, other| other.cmp(one));
        templates.truncate(MOST);
        regular.templates = templates.into_iter().map(|(_, template)| template).collect();
        regular
    }

    /// The line of a text: see the module. `last` is as for [`long`].
    pub(super) fn short(&self, text: &str, at: usize, person: &PersonRecord, last: &mut String) -> String {
        if text.is_empty() {
            return String::new();
        }
        let of = of_column(person, at);
        let (template, mut slots) = self.chosen(text, &of);
        if let Some(slot) = slots.last_mut().filter(|slot| **slot == next_number(last)) {
            slot.clear();
        }
        let place = self.templates.iter().position(|known| *known == template);
        let line = place.map(|place| [char::from(FIRST + place as u8).to_string(), slots.join("\t")].concat());
        let known: Vec<&str> = self.templates.iter().map(String::as_str).collect();
        // Whatever would not come back is written whole.
        let mut then = last.clone();
        match line.filter(|line| long(line, &known, &of, &mut then).as_deref() == Some(text)) {
            Some(line) => {
                *last = then;
                line
            }
            None => [" ", text].concat(),
        }
    }
}

/// Of whom somebody's texts tell.
fn subject(person: &PersonRecord) -> Subject<'_> {
    let [_, _, site, ..] = &person.ways;
    Subject { id: &person.id, name: &person.name, family: &person.family_name, site }
}

/// A site doesn't follow from itself.
fn of_column(person: &PersonRecord, at: usize) -> Subject<'_> {
    let subject = subject(person);
    if at == 2 { Subject { site: "", ..subject } } else { subject }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_back_and_regular_ones_are_short() {
        let person = |id: &str, given: &str, family: &str, ways: [&str; 5]| PersonRecord {
            id: id.to_owned(),
            name: [given, " ", family].concat(),
            family_name: family.to_owned(),
            ways: ways.map(str::to_owned),
            ..PersonRecord::default()
        };
        let regular = |number: usize| {
            let (id, family) = (format!("E00000{number}"), ["One", "Two", "Three", "Four"][number]);
            let (host, digits) = (format!("https://{}.example.org", family.to_lowercase()), number + 1000);
            let ways = [
                format!("ann.{}@example.org", family.to_lowercase()),
                format!("202-225-{digits}"),
                host.clone(),
                format!("{host}/contact"),
                format!("{digits} Example House, 20515-{digits}"),
            ];
            person(&id, "Ann", family, ways.each_ref().map(String::as_str))
        };
        let odd = person(
            "E000009",
            "Ann",
            "Ex-Ample",
            ["x@y.example", "1", "https://E000009.example", " ", "\u{e9} 7 \u{9999}"],
        );
        let people: Vec<PersonRecord> = (0..4).map(regular).chain([odd]).collect();
        let regular = Regular::of(&people);
        let known: Vec<&str> = regular.templates.iter().map(String::as_str).collect();
        let (mut written, mut read): ([String; 5], [String; 5]) = Default::default();
        for person in &people {
            for (at, text) in person.ways.iter().enumerate() {
                let line = regular.short(text, at, person, &mut written[at]);
                assert_eq!(long(&line, &known, &of_column(person, at), &mut read[at]).as_ref(), Some(text));
                assert!(line.len() <= if person.id == "E000009" { 30 } else { 16 }, "{line:?}");
            }
        }
        assert_eq!(long("~", &known, &subject(&people[0]), &mut String::new()), None);
    }
}
