//! `sbom.cdx.json`: what a site is made of (CycloneDX 1.6, <https://cyclonedx.org/docs/1.6/json/>). The build writes what the program
//! is made of; here come the records that the site's tables were made from.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use layout::BILL;
use records::sources::Source;

use crate::file::File;
use crate::materials::Materials;

/// What the references of records begin with.
const RECORDS: &str = "records:";

/// The bill of a site, if the program came with one.
///
/// # Errors
/// If the program's bill isn't JSON with a list of components.
pub(crate) fn file(materials: &Materials) -> Result<Option<File>> {
    let Some(text) = &materials.program.bill else { return Ok(None) };
    let bill = with_records(text, &materials.sources).with_context(|| BILL.to_owned())?;
    Ok(Some(File::new(BILL, bill)))
}

/// A bill with these sources, by what their references begin with, in place of those that it has.
fn with_records(bill: &[u8], sources: &BTreeMap<String, Vec<Source>>) -> Result<String> {
    let mut bill: Value = serde_json::from_slice(bill)?;
    let components = bill.get_mut("components").and_then(Value::as_array_mut).context("has no components")?;
    components.retain(|component| !reference(component).starts_with(RECORDS));
    components.push(json!({
        "type": "data", "bom-ref": format!("{RECORDS}unicode-cldr"), "name": "unicode-cldr", "version": "48",
        "description": "Names of countries", "licenses": [{"license": {"id": "Unicode-3.0"}}],
    }));
    for (of, sources) in sources {
        components.extend(sources.iter().map(|source| component(of, source)));
    }
    Ok(serde_json::to_string_pretty(&bill)? + "\n")
}

fn reference(component: &Value) -> &str {
    component.get("bom-ref").and_then(Value::as_str).unwrap_or_default()
}

fn component(of: &str, source: &Source) -> Value {
    let Source { file, source, address, licence, date, sha256 } = source;
    let mut component = json!({ "type": "data", "bom-ref": format!("{RECORDS}{of}/{file}"), "name": file });
    let parts = [
        ("version", date, json!(date)),
        ("description", source, json!(source)),
        ("licenses", licence, json!([{ "license": { "name": licence } }])),
        ("hashes", sha256, json!([{ "alg": "SHA-256", "content": sha256 }])),
        ("externalReferences", address, json!([{ "type": "distribution", "url": address }])),
    ];
    for (key, _, value) in parts.into_iter().filter(|(_, text, _)| !text.is_empty()) {
        component.as_object_mut().map(|component| component.insert(key.to_owned(), value));
    }
    component
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_take_the_place_of_those_of_the_last_run() {
        let program = br#"{"components": [{"type": "library", "bom-ref": "pkg:cargo/yew@0.23.0"}]}"#;
        let source = |file: &str| Source { file: file.to_owned(), licence: "CC0-1.0".to_owned(), ..Source::default() };
        let of = |files: &[&str]| [("us".to_owned(), files.iter().map(|file| source(file)).collect())].into();
        let first = with_records(program, &of(&["a.csv", "b.csv"])).unwrap();
        let second = with_records(first.as_bytes(), &of(&["b.csv"])).unwrap();
        let bill: Value = serde_json::from_str(&second).unwrap();
        let references: Vec<&str> = bill["components"].as_array().unwrap().iter().map(reference).collect();
        assert_eq!(references, ["pkg:cargo/yew@0.23.0", "records:unicode-cldr", "records:us/b.csv"]);
        assert_eq!(bill["components"][2]["licenses"], json!([{ "license": { "name": "CC0-1.0" } }]));
        assert_eq!(second, with_records(second.as_bytes(), &of(&["b.csv"])).unwrap());
        assert!(with_records(b"{}", &BTreeMap::new()).is_err());
    }
}
