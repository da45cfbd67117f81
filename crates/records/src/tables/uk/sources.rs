//! `data/uk/sources.toml`: where the tables come from, what their licences ask to be said, and when they hold.

use serde::{Deserialize, Serialize};

use places::date::Date;
use places::legislature::Validity;

use crate::fault::Fault;
use crate::tables::upstream;

/// The whole file.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SourcesFile {
    /// What is the same for every member.
    pub parliament: Parliament,
    /// The committed tables.
    pub table: Vec<Table>,
    /// The files that they were made from.
    pub source: Vec<Input>,
}

/// What is the same for every member, with where it is from.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Parliament {
    /// First day of the boundaries.
    pub valid_from: Date,
    /// The last day on which the members can sit without another election.
    pub valid_to: Date,
    /// How many seats the House has.
    pub seats: usize,
    /// How many seats may have no member in the records without being listed one by one.
    #[serde(default)]
    pub vacant_up_to: usize,
    /// Where letters go, one line.
    pub address: String,
    /// A member's official page: what is before their number.
    pub page_before: String,
    /// And behind it.
    pub page_after: String,
    /// Where all this is from.
    pub source: String,
}

/// A committed table.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Its file name.
    pub file: String,
    /// The inputs.
    pub from: Vec<String>,
    /// Day of the records.
    pub as_of: Date,
    /// How many rows it has.
    pub rows: usize,
    /// Checksum of the file.
    pub sha256: String,
}

/// An upstream file.
pub type Input = upstream::Input<Format>;

/// What an upstream file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// `mp_lookup.csv` of dfe-analytical-services/mp-lookup.
    MpLookup,
    /// `outward,first_inward,gss_code`.
    PostcodeRuns,
}

/// What pages need of the file.
#[derive(Clone, Debug)]
pub struct Sources {
    /// When members and boundaries hold.
    pub validity: Validity,
    /// Day of the postcodes.
    pub postcodes_as_of: Date,
    /// Where letters go, one line.
    pub address: String,
    /// A member's official page: what is before their number.
    pub page_before: String,
    /// And behind it.
    pub page_after: String,
    /// What the licences ask to be said, word for word, in English.
    pub credits: Vec<String>,
}

impl Sources {
    /// Reads the file.
    pub fn parse(bytes: &[u8]) -> Result<Sources, Fault> {
        let fault = |problem: String| Fault::new("sources.toml", "whole file", problem);
        let text = str::from_utf8(bytes).map_err(|error| fault(error.to_string()))?;
        let file: SourcesFile = toml::from_str(text).map_err(|error| fault(error.to_string()))?;
        let day = |name: &str| {
            let table = file.table.iter().find(|table| table.file == name);
            table.map(|table| table.as_of).ok_or_else(|| fault(format!("no table {name}")))
        };
        let Parliament { valid_from, valid_to, address, page_before, page_after, .. } = file.parliament;
        if valid_from >= valid_to {
            return Err(fault("valid_from must be before valid_to".to_owned()));
        }
        Ok(Sources {
            validity: Validity { as_of: day("members.csv")?, valid_from, valid_to },
            postcodes_as_of: day("postcodes.csv")?,
            address,
            page_before,
            page_after,
            credits: file.source.into_iter().flat_map(|source| source.credit).collect(),
        })
    }
}
