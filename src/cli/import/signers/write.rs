//! Signers as JSON that people can read: one on a line.

use std::io;

use serde::{Deserialize, Serialize};
use serde_json::ser::{CompactFormatter, Formatter};
use serde_json::value::RawValue;

use campaign::Signers;

/// The signers as the value of `signers`, the first line without indentation, later ones by `indent`.
pub fn text(signers: &Signers, indent: &str) -> serde_json::Result<String> {
    let list = |name: &str, items: Vec<String>| {
        let items: Vec<String> = items.iter().map(|item| format!("\n{indent}    {item}")).collect();
        format!("\n{indent}  \"{name}\": [{}\n{indent}  ]", items.join(","))
    };
    let mut fields = vec![
        format!("\n{indent}  \"stated\": {}", one_line(&signers.stated)?),
        format!("\n{indent}  \"order\": {}", one_line(&signers.order)?),
        list("listed", signers.listed.iter().map(one_line).collect::<Result<_, _>>()?),
    ];
    if !signers.people.is_empty() {
        fields.push(list("people", signers.people.iter().map(one_line).collect::<Result<_, _>>()?));
    }
    Ok(format!("{{{}\n{indent}}}", fields.join(",")))
}

/// A campaign's facts with other signers. Everything else stays the same, byte for byte.
pub fn into_facts(facts: &str, signers: &Signers) -> serde_json::Result<String> {
    #[derive(Deserialize)]
    struct Facts<'a> {
        #[serde(borrow)]
        signers: &'a RawValue,
    }
    let body = facts.strip_prefix('\u{feff}').unwrap_or(facts);
    let old = serde_json::from_str::<Facts<'_>>(body)?.signers.get();
    let start = old.as_ptr() as usize - facts.as_ptr() as usize;
    let (before, after) = (facts.get(..start).unwrap_or_default(), facts.get(start + old.len()..).unwrap_or_default());
    let line = before.rsplit('\n').next().unwrap_or_default();
    let indent: String = line.chars().take_while(|character| character.is_whitespace()).collect();
    Ok([before, &text(signers, &indent)?, after].concat())
}

/// A value on one line, with room between its parts.
fn one_line(value: &impl Serialize) -> serde_json::Result<String> {
    let mut line = Vec::new();
    value.serialize(&mut serde_json::Serializer::with_formatter(&mut line, OneLine(CompactFormatter)))?;
    Ok(String::from_utf8_lossy(&line).into_owned())
}

struct OneLine(CompactFormatter);

impl Formatter for OneLine {
    fn begin_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b"{ ")
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b" }")
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object_value(writer)?;
        writer.write_all(b" ")
    }
}
