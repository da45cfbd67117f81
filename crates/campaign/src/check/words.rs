//! Rules of the words files: merge tokens, and parts that one language has and another lacks.

use std::collections::BTreeMap;
use std::mem::discriminant;

use serde_json::Value;

use places::language::Language;
use visit::letter::token::{Piece, Token, pieces};

use super::dates_and_links::status;
use super::json::step;
use super::{Audiences, audiences, words_file};
use crate::facts::Status;
use crate::fault::{Fault, FaultKind, Tally, nearest};

pub(super) fn check(
    facts: Option<&Value>,
    words: &BTreeMap<Language, Value>,
    audiences: &Audiences,
    faults: &mut Vec<Fault>,
) {
    for (language, value) in words {
        let file = words_file(*language);
        let mut tally = Tally::default();
        tokens(&file, value, "", &mut tally, faults);
        faults.extend(tally.rest().map(|kind| Fault::of_file(&file, kind)));
        variants(&file, value, "/action/letter/variants", audiences, faults);
        variants(&file, value, "/action/letter/translation/variants", audiences, faults);
        translation(&file, value, faults);
        let mut missing = |place: &str, kind: FaultKind| {
            if has(value, place) {
                return;
            }
            let other = words.iter().find(|(_, other)| has(other, place)).map(|(other, _)| words_file(*other));
            // What the status asks for comes first; a part that another language has is missing in any case.
            match (required(facts, place), other) {
                (true, _) => faults.push(Fault::at(&file, place, kind)),
                (false, Some(other)) => faults.push(Fault::at(&file, place, FaultKind::PartMissing(other))),
                (false, None) => {}
            }
        };
        missing("/action", FaultKind::OpenWithoutAction);
        missing("/aftermath", FaultKind::EndedWithoutAftermath(facts.and_then(status).unwrap_or(Status::Closed)));
    }
    // What a supporter chose or wrote belongs to a place in a list, so lists are as long in each language.
    for parts in ["points", "prompts", "variants"] {
        let place = ["/action/letter/", parts].concat();
        let mut counted = words.iter().filter(|(_, value)| has(value, "/action/letter")).map(|(language, value)| {
            (words_file(*language), value.pointer(&place).and_then(Value::as_array).map_or(0, Vec::len))
        });
        if let Some((first, there)) = counted.next() {
            for (file, here) in counted.filter(|(_, here)| *here != there) {
                let kind = FaultKind::PartsDiffer { parts, here, there, file: first.clone() };
                faults.push(Fault::at(&file, &place, kind));
            }
        }
    }
}

/// A translation is shown beside its letter, text by text.
fn translation(file: &str, words: &Value, faults: &mut Vec<Fault>) {
    let count = |place: &str| words.pointer(place).and_then(Value::as_array).map_or(0, Vec::len);
    if !has(words, "/action/letter/translation") {
        return;
    }
    for parts in ["points", "variants"] {
        let place = ["/action/letter/translation/", parts].concat();
        let (here, there) = (count(&place), count(&["/action/letter/", parts].concat()));
        if here != there {
            faults.push(Fault::at(file, &place, FaultKind::PartsDiffer { parts, here, there, file: file.to_owned() }));
        }
    }
}

/// The faults of a letter's variants.
fn variants(file: &str, words: &Value, list: &str, audiences: &Audiences, faults: &mut Vec<Fault>) {
    let variants = words.pointer(list).and_then(Value::as_array).into_iter().flatten();
    for (at, variant) in variants.enumerate() {
        let place = step(list, &at.to_string());
        if variant.as_object().is_some_and(|fields| fields.keys().all(|name| name == "for")) {
            faults.push(Fault::at(file, &place, FaultKind::VariantEmpty));
        }
        let audience = variant.get("for").and_then(Value::as_array).into_iter().flatten();
        for (at, found) in audience.enumerate().filter_map(|(at, one)| Some((at, one.as_str()?))) {
            if let Some(kind) = audiences::fault(found, audiences) {
                faults.push(Fault::at(file, &step(&step(&place, "for"), &at.to_string()), kind));
            }
        }
    }
}

/// Whether a part is there; an empty list or `null` is not.
fn has(words: &Value, place: &str) -> bool {
    match words.pointer(place) {
        None | Some(Value::Null) => false,
        Some(Value::Array(items)) => !items.is_empty(),
        Some(_) => true,
    }
}

/// Whether the campaign's status asks for a part.
fn required(facts: Option<&Value>, place: &str) -> bool {
    match facts.and_then(status) {
        None => false,
        Some(Status::Open) => place == "/action",
        Some(Status::Closed | Status::Won) => place == "/aftermath",
    }
}

/// What looks like a merge token and is none: `{place}`, `｛｛place｝｝`, `[[place]]`, `%place%`.
fn single(text: &str) -> Option<String> {
    let pairs = [("{", "}"), ("｛｛", "｝｝"), ("｛", "｝"), ("[[", "]]"), ("<<", ">>"), ("%", "%")];
    pairs.into_iter().find_map(|(open, close)| {
        let (name, _) = text.split_once(open)?.1.split_once(close)?;
        let known = Token::ALL.iter().any(|token| token.name() == name.trim().to_lowercase());
        // Between braces, whatever looks like a name is meant as one.
        let meant = open != "%" && open != "<<" && nearest(name, Token::ALL.map(Token::name)).is_some();
        (known || meant).then(|| [open, name, close].concat())
    })
}

/// The faults of merge tokens in every text at or below a place.
fn tokens(file: &str, value: &Value, place: &str, tally: &mut Tally, faults: &mut Vec<Fault>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| tokens(file, value, &step(place, name), tally, faults));
        }
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(at, value)| tokens(file, value, &step(place, &at.to_string()), tally, faults));
        }
        Value::String(text) => {
            let filled_in =
                ["/action/letter/", "/action/call/", "/action/post"].iter().any(|part| place.starts_with(part));
            let kinds = pieces(text).into_iter().filter_map(|piece| match piece {
                Piece::Text(text) => filled_in.then(|| single(text)).flatten().map(FaultKind::TokenSingle),
                Piece::Token(_) if filled_in => None,
                Piece::Token(token) => Some(FaultKind::TokenMisplaced(token.name().to_owned())),
                Piece::Unknown(name) => {
                    let near = nearest(name, Token::ALL.map(Token::name));
                    Some(FaultKind::TokenUnknown { name: name.to_owned(), nearest: near })
                }
                Piece::Unpaired(braces) => Some(FaultKind::TokenUnpaired(braces.to_owned())),
            });
            let told = kinds.filter(|kind| tally.is_told(discriminant(kind)));
            faults.extend(told.map(|kind| Fault::at(file, place, kind)));
        }
        _ => {}
    }
}
