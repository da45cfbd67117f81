//! The JSON Schemas of campaign files, made from the Rust types so that the two cannot disagree.

use schemars::generate::SchemaSettings;
use serde_json::Value;

use crate::facts::Facts;
use crate::words::Words;

/// The schema of `campaign.json`, JSON Schema draft 2020-12.
pub(crate) fn of_facts() -> Value {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Facts>().to_value()
}

/// The schema of a words file (`en.json`, …), JSON Schema draft 2020-12.
pub(crate) fn of_words() -> Value {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Words>().to_value()
}

/// The files in which the schemas are committed, beside the campaigns, and their texts.
pub fn files() -> [(&'static str, String); 2] {
    [("campaign.schema.json", of_facts()), ("words.schema.json", of_words())]
        .map(|(name, schema)| (name, format!("{schema:#}\n")))
}
