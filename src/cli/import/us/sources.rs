//! `data/us/sources.toml`.

use serde::{Deserialize, Serialize};

use places::date::Date;

use super::reviewed::Input;

/// The whole file: where the tables come from.
#[derive(Deserialize, Serialize)]
pub struct Sources {
    /// The committed tables.
    pub table: Vec<Table>,
    /// The files that they were made from.
    pub source: Vec<Input>,
}

/// A committed table.
#[derive(Deserialize, Serialize)]
pub struct Table {
    /// Its file name.
    pub file: String,
    /// The inputs.
    pub from: Vec<String>,
    /// Day of the records.
    pub as_of: Date,
    /// First day on which it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Date>,
    /// Last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<Date>,
    /// How many rows it has.
    pub rows: usize,
    /// Checksum of the file.
    pub sha256: String,
    /// How many candidates a person is offered on average, in thousandths, where the map tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub candidates_per_thousand_people: Option<u64>,
    /// What a reader should know.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}
