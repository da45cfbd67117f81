//! Whether a value has the form that its schema asks for. Finds every fault, where a deserializer stops at the first.
//!
//! Reads the schemas that `schemars` makes of our own types, and no others; a test proves that it knows every keyword
//! they use. Texts with a type of their own (dates, addresses, …) are given to that type.

use std::mem::discriminant;

use serde_json::{Map, Value};

use places::date::Date;
use places::web_address::{HttpsUrl, NotHttps};

use crate::check::json::step;
use crate::check::text;
use crate::facts::{Colour, Slug};
use crate::fault::{FaultKind, Tally, nearest};
use crate::partner::PartnerSlug;
use crate::public_host;

/// Browsers, mail programs and servers cut longer ones off.
pub(crate) const LONGEST_ADDRESS: usize = 2_000;

/// Every fault of form, with the JSON pointer of its place.
pub fn faults(schema: &Value, value: &Value) -> Vec<(String, FaultKind)> {
    let mut walk = Walk { root: schema, found: Vec::new(), tally: Tally::default() };
    walk.value(schema, value, "");
    let Walk { mut found, tally, .. } = walk;
    found.extend(tally.rest().map(|kind| (String::new(), kind)));
    found
}

/// No list of ours is longer; what is behind is not looked at.
const LONGEST_LIST: usize = 20_000;

struct Walk<'a> {
    root: &'a Value,
    found: Vec<(String, FaultKind)>,
    tally: Tally,
}

impl<'a> Walk<'a> {
    fn push(&mut self, place: &str, kind: FaultKind) {
        if self.tally.is_told(discriminant(&kind)) {
            self.found.push((place.to_owned(), kind));
        }
    }

    fn value(&mut self, schema: &'a Value, value: &Value, place: &str) {
        if let Some(name) = schema.get("$ref").and_then(Value::as_str).and_then(|path| path.strip_prefix("#/$defs/")) {
            return match (own_type(name), value) {
                (Some(parse), Value::String(text)) => {
                    if let Some(kind) = parse(text) {
                        self.push(place, kind);
                    }
                }
                _ => {
                    if let Some(definition) = self.root.get("$defs").and_then(|all| all.get(name)) {
                        self.value(definition, value, place);
                    }
                }
            };
        }
        if let Some(options) = schema.get("anyOf").and_then(Value::as_array) {
            // `schemars` writes `anyOf` only for "this, or null".
            if let Some(option) = options.iter().find(|option| !is_type(option, "null")).filter(|_| !value.is_null()) {
                self.value(option, value, place);
            }
            return;
        }
        if let Some(options) = schema.get("oneOf").and_then(Value::as_array) {
            return self.one_of(options, value, place);
        }
        match value {
            Value::Object(object) if is_type(schema, "object") => self.object(schema, object, place),
            Value::Array(items) if is_type(schema, "array") => self.list(schema, items, place),
            // `$schema` is for editors.
            Value::String(_) if is_type(schema, "string") && place == "/$schema" => {}
            Value::String(text) if is_type(schema, "string") => {
                let most = schema.get("maxLength").and_then(Value::as_u64);
                text::faults(text, most).into_iter().for_each(|kind| self.push(place, kind));
            }
            Value::Number(number) if is_type(schema, "integer") => {
                let least = schema.get("minimum").and_then(Value::as_u64).unwrap_or(0);
                let most = schema.get("maximum").and_then(Value::as_u64).unwrap_or(u64::from(u32::MAX));
                if !number.as_u64().is_some_and(|number| (least..=most).contains(&number)) {
                    self.push(place, FaultKind::NumberOutside { found: number.to_string(), least, most });
                }
            }
            Value::Null if is_type(schema, "null") => {}
            _ => self.push(place, FaultKind::WrongType { expected: asked(schema), found: name_of(value) }),
        }
    }

    fn object(&mut self, schema: &'a Value, object: &Map<String, Value>, place: &str) {
        let Some(fields) = schema.get("properties").and_then(Value::as_object) else { return };
        for (name, value) in object {
            match fields.get(name) {
                Some(field) => self.value(field, value, &step(place, name)),
                // Looking for what was meant takes its time.
                None if self.tally.is_told(discriminant(&FaultKind::FieldUnknown(None))) => {
                    let near = nearest(name, fields.keys().map(String::as_str));
                    self.found.push((step(place, name), FaultKind::FieldUnknown(near)));
                }
                None => {}
            }
        }
        let required = schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        for name in required.filter(|name| !object.contains_key(*name)) {
            self.push(&step(place, name), FaultKind::FieldMissing);
        }
    }

    fn list(&mut self, schema: &'a Value, items: &[Value], place: &str) {
        if let Some(least) =
            schema.get("minItems").and_then(Value::as_u64).filter(|least| (items.len() as u64) < *least)
        {
            self.push(place, FaultKind::ListTooShort { least });
        }
        if let Some(most) = schema.get("maxItems").and_then(Value::as_u64).filter(|most| items.len() as u64 > *most) {
            self.push(place, FaultKind::ListTooLong { most, found: items.len() });
        }
        if let Some(item_schema) = schema.get("items") {
            for (at, item) in items.iter().enumerate().take(LONGEST_LIST) {
                self.value(item_schema, item, &step(place, &at.to_string()));
            }
        }
    }

    /// An enum: of words (`const`), or of objects that are told apart by the name of their one field.
    fn one_of(&mut self, options: &'a [Value], value: &Value, place: &str) {
        let words: Vec<&str> = options.iter().filter_map(|option| option.get("const")?.as_str()).collect();
        if !words.is_empty() {
            return match value {
                Value::String(word) if words.contains(&word.as_str()) => {}
                Value::String(word) => self.push(
                    place,
                    FaultKind::NotAChoice {
                        found: word.clone(),
                        choices: words.iter().map(|word| (*word).to_owned()).collect(),
                        nearest: nearest(word, words.iter().copied()),
                    },
                ),
                _ => self.push(place, FaultKind::WrongType { expected: "a text", found: name_of(value) }),
            };
        }
        let Value::Object(object) = value else {
            return self.push(place, FaultKind::WrongType { expected: "an object", found: name_of(value) });
        };
        let name_of_option = |option: &'a Value| option.get("required")?.get(0)?.as_str();
        let mut fitting =
            options.iter().filter(|option| name_of_option(option).is_some_and(|name| object.contains_key(name)));
        match (fitting.next(), fitting.next()) {
            (Some(option), None) => self.value(option, value, place),
            _ => {
                let names = options.iter().filter_map(name_of_option).map(str::to_owned).collect();
                self.push(place, FaultKind::NotOneOf(names));
            }
        }
    }
}

/// The reader of a text that has a type of its own.
fn own_type(name: &str) -> Option<fn(&str) -> Option<FaultKind>> {
    Some(match name {
        "Date" => |text| text.parse::<Date>().err().map(FaultKind::Date),
        "HttpsUrl" => |text| match HttpsUrl::try_from(text.to_owned()) {
            Ok(url) if url.host() == text::FILL_IN_HOST => Some(FaultKind::StillToFillIn(text.to_owned())),
            Ok(url) if text.len() > LONGEST_ADDRESS || public_host::fault(url.host()).is_some() => {
                Some(FaultKind::Address(NotHttps(text.to_owned())))
            }
            Ok(_) => None,
            Err(fault) => Some(FaultKind::Address(fault)),
        },
        "Slug" => |text| Slug::try_from(text.to_owned()).err().map(|_| FaultKind::Slug(text.to_owned())),
        "PartnerSlug" => {
            |text| PartnerSlug::try_from(text.to_owned()).err().map(|_| FaultKind::PartnerSlug(text.to_owned()))
        }
        "Colour" => |text| Colour::try_from(text.to_owned()).err().map(|_| FaultKind::Colour(text.to_owned())),
        _ => return None,
    })
}

fn is_type(schema: &Value, name: &str) -> bool {
    match schema.get("type") {
        Some(Value::String(only)) => only == name,
        Some(Value::Array(several)) => several.iter().any(|one| one == name),
        _ => false,
    }
}

fn asked(schema: &Value) -> &'static str {
    [("string", "a text"), ("array", "a list"), ("object", "an object"), ("integer", "a whole number")]
        .into_iter()
        .find_map(|(name, shown)| is_type(schema, name).then_some(shown))
        .unwrap_or("another value")
}

fn name_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    #[test]
    fn every_keyword_of_our_schemas_is_known() {
        const READ: [&str; 13] = [
            "$ref",
            "anyOf",
            "oneOf",
            "type",
            "const",
            "properties",
            "required",
            "items",
            "minItems",
            "maxItems",
            "maxLength",
            "minimum",
            "maximum",
        ];
        // Texts may never be empty, unknown fields never pass, and patterns and formats belong to types or rules.
        const IMPLIED: [&str; 9] = [
            "minLength",
            "additionalProperties",
            "pattern",
            "format",
            "description",
            "title",
            "default",
            "$schema",
            "$defs",
        ];
        fn walk(schema: &Value) {
            for (word, value) in schema.as_object().unwrap() {
                assert!(READ.contains(&word.as_str()) || IMPLIED.contains(&word.as_str()), "{word}");
                match word.as_str() {
                    "properties" | "$defs" => value.as_object().unwrap().values().for_each(walk),
                    "anyOf" | "oneOf" => value.as_array().unwrap().iter().for_each(walk),
                    "items" => walk(value),
                    "additionalProperties" => assert_eq!(value, &Value::Bool(false)),
                    "minLength" => assert_eq!(value, &Value::from(1)),
                    _ => {}
                }
            }
        }
        walk(&schema::of_facts());
        walk(&schema::of_words());
    }

    #[test]
    fn all_faults_of_form_are_found_at_once() {
        let value = serde_json::json!({
            "titel": "x", "summary": 3, "byline": "", "signers_note": "n", "share_text": "s",
            "statement": [{"paragraf": "x"}, {"quotation": {"text": "t", "speaker": null}}, {"heading": "a", "paragraph": "b"}],
        });
        let mut found = faults(&schema::of_words(), &value);
        found.sort_by(|one, other| one.0.cmp(&other.0));
        let blocks = || FaultKind::NotOneOf(vec!["heading".into(), "paragraph".into(), "quotation".into()]);
        assert_eq!(
            found,
            [
                ("/byline".to_owned(), FaultKind::TextEmpty),
                ("/statement/0".to_owned(), blocks()),
                (
                    "/statement/1/quotation/speaker".to_owned(),
                    FaultKind::WrongType { expected: "a text", found: "null" }
                ),
                ("/statement/2".to_owned(), blocks()),
                ("/summary".to_owned(), FaultKind::WrongType { expected: "a text", found: "a number" }),
                ("/titel".to_owned(), FaultKind::FieldUnknown(Some("title".to_owned()))),
                ("/title".to_owned(), FaultKind::FieldMissing),
            ]
        );
    }
}
