//! Ways to reach people, written short: most addresses follow from a name or an identifier, and differ in a number at most.
//!
//! A line is empty for nothing; a space and the text where it follows nothing; or the place of a template, as a character from
//! `!` on, and what goes into its slots, parted by tabs.

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

/// The letters of a name as addresses have them.
fn letters(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphabetic).map(|letter| letter.to_ascii_lowercase()).collect()
}

/// The text of a line; `None` if there is no such template.
pub(super) fn long(line: &str, templates: &[&str], of: &Subject<'_>) -> Option<String> {
    let Some((first, rest)) = line.split_at_checked(1) else { return Some(String::new()) };
    if first == " " {
        return Some(rest.to_owned());
    }
    let place = first.bytes().next()?.checked_sub(FIRST)?;
    let mut slots = rest.split('\t');
    let mut text = String::new();
    for token in templates.get(usize::from(place))?.chars() {
        match of.value(token) {
            Some(value) => text.push_str(&value),
            None if token == SLOT => text.push_str(slots.next()?),
            None => text.push(token),
        }
    }
    Some(text)
}

/// A text as a template and what goes into its slots.
fn parts(text: &str, of: &Subject<'_>) -> (String, Vec<String>) {
    let (mut template, mut slots) = (String::new(), Vec::new());
    let mut rest = text;
    if !of.site.is_empty() && text != of.site && text.starts_with(of.site) {
        template.push(SITE);
        rest = text.strip_prefix(of.site).unwrap_or_default();
    }
    if let Some((before, host)) = rest.split_once('@') {
        let known: Vec<(String, char)> = [GIVEN, FAMILY].iter().filter_map(|token| Some((of.value(*token)?, *token))).collect();
        let mut words = Vec::new();
        for word in before.split('.') {
            let token = known.iter().find(|(value, _)| !value.is_empty() && value == word);
            words.push(token.map(|(_, token)| token.to_string()));
        }
        if words.iter().all(Option::is_some) {
            template.push_str(&words.into_iter().flatten().collect::<Vec<_>>().join("."));
        } else {
            template.push(SLOT);
            slots.push(before.to_owned());
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

/// What stands for nothing known of somebody, of whom a text tells.
fn subject(person: &PersonRecord) -> Subject<'_> {
    let [_, _, site, ..] = &person.ways;
    Subject { id: &person.id, name: &person.name, family: &person.family_name, site }
}

/// The templates that save something, and how a text is written with them.
pub(super) fn templates(people: &[PersonRecord]) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for person in people {
        for (at, text) in person.ways.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            *counts.entry(parts(text, &of_column(person, at)).0).or_default() += 1;
        }
    }
    let mut templates: Vec<(usize, String)> = counts.into_iter().map(|(template, count)| (count, template)).collect();
    templates.retain(|(count, _)| *count >= FEWEST);
    templates.sort_by(|one, other| other.cmp(one));
    templates.truncate(MOST);
    templates.into_iter().map(|(_, template)| template).collect()
}

/// A site doesn't follow from itself.
fn of_column(person: &PersonRecord, at: usize) -> Subject<'_> {
    let subject = subject(person);
    if at == 2 { Subject { site: "", ..subject } } else { subject }
}

/// The line of a text: see the module.
pub(super) fn short(text: &str, at: usize, templates: &[String], person: &PersonRecord) -> String {
    if text.is_empty() {
        return String::new();
    }
    let of = of_column(person, at);
    let (template, slots) = parts(text, &of);
    let place = templates.iter().position(|known| *known == template);
    let line = place.map(|place| [char::from(FIRST + place as u8).to_string(), slots.join("\t")].concat());
    let known: Vec<&str> = templates.iter().map(String::as_str).collect();
    // Whatever would not come back is written whole.
    line.filter(|line| long(line, &known, &of).as_deref() == Some(text)).unwrap_or_else(|| [" ", text].concat())
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
        let odd = person("E000009", "Ann", "Ex-Ample", ["x@y.example", "1", "https://E000009.example", " ", "\u{e9} 7 \u{9999}"]);
        let people: Vec<PersonRecord> = (0..4).map(regular).chain([odd]).collect();
        let templates = templates(&people);
        let known: Vec<&str> = templates.iter().map(String::as_str).collect();
        for person in &people {
            for (at, text) in person.ways.iter().enumerate() {
                let line = short(text, at, &templates, person);
                assert_eq!(long(&line, &known, &of_column(person, at)).as_ref(), Some(text));
                assert!(line.len() <= if person.id == "E000009" { 30 } else { 16 }, "{line:?}");
            }
        }
        assert_eq!(long("~", &known, &subject(&people[0])), None);
    }
}
