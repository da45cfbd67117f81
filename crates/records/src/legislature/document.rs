//! A TOML file of a legislature's folder, and the lines on which its values are.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use campaign::check::text;
use campaign::fault::FaultKind;
use campaign::sentence::sentence;

use super::sheet::is_utf8;
use crate::fault::Fault;

/// A file that was read.
#[derive(Debug)]
pub struct Document<T> {
    /// What it says.
    pub content: T,
    /// Where it says it.
    pub places: Places,
}

/// The line of each value, by its path: `role.0.words.en.shown`.
#[derive(Debug, Default)]
pub struct Places(BTreeMap<String, usize>);

impl Places {
    /// "line 7, role.words.en.shown": where the value of this path is, or else what should hold it.
    pub fn of(&self, path: &str) -> String {
        let mut above = path;
        let line = loop {
            match (self.0.get(above), above.rsplit_once('.')) {
                (Some(line), _) => break *line,
                (None, Some((shorter, _))) => above = shorter,
                (None, None) => break 1,
            }
        };
        format!("line {line}, {}", shown(path))
    }

    fn add(&mut self, text: &str, path: String, span: &Range<usize>) {
        self.0.insert(path, line_of(text, span.start));
    }
}

/// A path as people read it, without the places in lists.
fn shown(path: &str) -> String {
    let steps = path.split('.').filter(|step| !step.bytes().all(|byte| byte.is_ascii_digit()));
    steps.collect::<Vec<_>>().join(".")
}

/// Counted from 1.
fn line_of(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count()
}

/// Reads a file; what is wrong goes to `faults`.
pub fn read<T: DeserializeOwned>(file: &str, bytes: &[u8], faults: &mut Vec<Fault>) -> Option<Document<T>> {
    let text = is_utf8(file, bytes, faults)?;
    if text.trim().is_empty() {
        faults.push(Fault::new(file, "whole file", "is empty; docs/legislatures.md says what it holds"));
        return None;
    }
    let wrong = |error: toml::de::Error| {
        let at = error.span().map_or(0, |span| span.start);
        let before = text.get(..at).unwrap_or_default();
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Fault::new(file, format_args!("line {}, column {column}", line_of(text, at)), error.message())
    };
    let table = match DeTable::parse(text) {
        Ok(table) => table,
        Err(error) => {
            faults.push(wrong(error));
            return None;
        }
    };
    let mut places = Places::default();
    let mut found = Vec::new();
    walk(text, "", table.get_ref(), &mut places, &mut found);
    let is_open = found.iter().any(|(_, kind)| matches!(kind, FaultKind::StillToFillIn(_)));
    faults.extend(found.iter().map(|(path, kind)| Fault::new(file, places.of(path), sentence(kind))));
    // What is still to be written is not also wrong.
    if is_open {
        return None;
    }
    match toml::from_str(text) {
        Ok(content) => Some(Document { content, places }),
        Err(error) => {
            faults.push(wrong(error));
            None
        }
    }
}

/// Notes the line of every value, and what is wrong in texts wherever they are.
fn walk(text: &str, above: &str, table: &DeTable<'_>, places: &mut Places, found: &mut Vec<(String, FaultKind)>) {
    for (key, value) in table {
        let path = if above.is_empty() { key.get_ref().to_string() } else { [above, ".", key.get_ref()].concat() };
        places.add(text, path.clone(), &key.span());
        walk_value(text, path, value, places, found);
    }
}

fn walk_value(
    text: &str,
    path: String,
    value: &Spanned<DeValue<'_>>,
    places: &mut Places,
    found: &mut Vec<(String, FaultKind)>,
) {
    match value.get_ref() {
        DeValue::String(content) => {
            let kinds = text::faults(content, None).into_iter().filter(is_about_text);
            found.extend(kinds.map(|kind| (path.clone(), kind)));
        }
        DeValue::Table(table) => walk(text, &path, table, places, found),
        DeValue::Array(values) => {
            for (at, value) in values.iter().enumerate() {
                let path = format!("{path}.{at}");
                places.add(text, path.clone(), &value.span());
                walk_value(text, path, value, places, found);
            }
        }
        _ => {}
    }
}

/// What is wrong in any text, whatever it is for: still the example's, in a wrong encoding, or hiding something. A note may have
/// several lines.
fn is_about_text(kind: &FaultKind) -> bool {
    match kind {
        FaultKind::HiddenCharacter(character) => !matches!(character, '\n' | '\r'),
        kind => matches!(kind, FaultKind::StillToFillIn(_) | FaultKind::Damaged(_)),
    }
}
