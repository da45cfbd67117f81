//! JSON text to values, with what `serde_json` alone would not tell: duplicate fields.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use crate::fault::{FaultKind, MOST_OF_A_KIND};

/// A file's value, and the places of duplicate fields in one object (the last one counts).
#[derive(Debug)]
pub struct Json {
    /// The value.
    pub value: Value,
    /// JSON pointers, of the first hundred.
    pub twice: Vec<String>,
    /// How many there are.
    pub count: usize,
}

/// Reads a file. A byte-order mark is passed over.
///
/// # Errors
/// [`FaultKind::NotUtf8`] or [`FaultKind::Syntax`]; also for JSON nested deeper than 128 levels.
pub fn read(bytes: &[u8]) -> Result<Json, FaultKind> {
    let text = std::str::from_utf8(bytes).map_err(|error| FaultKind::NotUtf8(error.valid_up_to()))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut seen = Seen::default();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    At(&mut seen)
        .deserialize(&mut deserializer)
        .and_then(|value| deserializer.end().map(|()| value))
        .map(|value| Json { value, twice: seen.twice, count: seen.count })
        .map_err(|error| syntax(text, &error))
}

/// The fault with its column in characters; `serde_json` counts bytes.
fn syntax(text: &str, error: &serde_json::Error) -> FaultKind {
    let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    let before = line.as_bytes().get(..error.column()).unwrap_or(line.as_bytes());
    let said = error.to_string();
    let message = said.rsplit_once(" at line ").map_or(said.as_str(), |(message, _)| message);
    FaultKind::Syntax {
        line: error.line().max(1),
        column: String::from_utf8_lossy(before).chars().count().max(1),
        message: message.to_owned(),
    }
}

/// No field that we know has a longer name; of others the beginning is told.
const LONGEST_STEP: usize = 80;

/// Adds a step to a JSON pointer, shortened where it is no name of ours.
pub fn step(place: &str, name: &str) -> String {
    let cut = name.char_indices().nth(LONGEST_STEP).map_or("", |_| "…");
    let name: String = name.chars().take(LONGEST_STEP).collect();
    format!("{place}/{}{cut}", name.replace('~', "~0").replace('/', "~1"))
}

/// Where the reader is, and what it found on the way.
#[derive(Default)]
struct Seen {
    // One text for all places: a copy for each value would take time by the product of both.
    place: String,
    twice: Vec<String>,
    count: usize,
}

/// Reads the value at the place where the reader is.
struct At<'a>(&'a mut Seen);

impl<'de> DeserializeSeed<'de> for At<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for At<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        let here = self.0.place.len();
        loop {
            self.0.place.push('/');
            self.0.place.push_str(&list.len().to_string());
            let item = items.next_element_seed(At(self.0))?;
            self.0.place.truncate(here);
            match item {
                Some(item) => list.push(item),
                None => return Ok(Value::Array(list)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(name) = fields.next_key::<String>()? {
            let here = self.0.place.len();
            self.0.place.push_str(&step("", &name));
            if object.contains_key(&name) {
                self.0.count += 1;
                if self.0.twice.len() < MOST_OF_A_KIND {
                    self.0.twice.push(self.0.place.clone());
                }
            }
            let value = fields.next_value_seed(At(self.0))?;
            self.0.place.truncate(here);
            object.insert(name, value);
        }
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_that_stand_twice_are_told_with_their_place() {
        let json = read(br#"{"a": [{"b~/": 1, "b~/": 2}], "a": 3}"#).unwrap();
        assert_eq!(json.value, serde_json::json!({"a": 3}));
        assert_eq!(json.twice, ["/a/0/b~0~1", "/a"]);
    }

    #[test]
    fn syntax_is_told_with_line_and_column_in_characters() {
        for (text, line, column) in [
            ("{\n  \"a\": \"一二三\" \"b\"\n}", 2, 14),
            ("", 1, 1),
            ("{", 1, 1),
            ("{\"a\":1,}", 1, 8),
            ("{} x", 1, 4),
            ("\u{feff}[1,\n]", 2, 1),
        ] {
            let Err(FaultKind::Syntax { line: found_line, column: found_column, .. }) = read(text.as_bytes()) else {
                panic!("{text}")
            };
            assert_eq!((found_line, found_column), (line, column), "{text}");
        }
    }

    #[test]
    fn what_is_not_text_or_too_deep_is_a_fault() {
        assert_eq!(read(b"{\"a\": \"\xff\"}").unwrap_err(), FaultKind::NotUtf8(7));
        assert!(matches!(read("[".repeat(100_000).as_bytes()), Err(FaultKind::Syntax { .. })));
    }
}
