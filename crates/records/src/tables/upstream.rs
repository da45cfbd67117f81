//! A file of somebody else's from which tables are made, as `reviewed.toml` and `sources.toml` tell of it.

use serde::{Deserialize, Serialize};

use places::date::Date;

/// An upstream file. `Format` names the forms that the importer of one country reads.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Input<Format> {
    /// Its name in the folder that is imported from.
    pub file: String,
    /// How it is written.
    pub format: Format,
    /// Who publishes it, for the page.
    pub source: String,
    /// Where.
    pub address: String,
    /// From where `undersigned refresh` fetches it again, over https; none for what does not change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fetch: Option<String>,
    /// Under which terms.
    pub licence: String,
    /// What those terms ask to be said, word for word; empty where they ask for nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub credit: Vec<String>,
    /// Day of the records.
    pub date: Date,
    /// Checksum of the file that was looked at.
    pub sha256: String,
    /// What is known to be missing or wrong in it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}
