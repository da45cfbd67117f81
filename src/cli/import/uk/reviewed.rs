//! `reviewed.toml`: what a person has looked at before upstream records become tables.

use serde::Deserialize;

use places::date::Date;
use records::tables::uk::sources::{Input, Parliament};

use crate::cli::import::reviewed::Correction;

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reviewed {
    /// What is the same for every member.
    pub parliament: Parliament,
    /// The files to read.
    pub input: Vec<Input>,
    /// Seats that nobody holds.
    #[serde(default)]
    pub vacant: Vec<Vacant>,
    /// Slips of upstream in `constituency`, `name`, `party` or `email`.
    #[serde(default)]
    pub correction: Vec<Correction>,
    /// Members without a published e-mail address.
    #[serde(default)]
    pub no_email: Vec<Noted>,
    /// Members with an e-mail address at another host than Parliament's.
    #[serde(default)]
    pub own_host: Vec<Noted>,
}

/// A seat that nobody holds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vacant {
    /// GSS code.
    pub code: String,
    /// The constituency's name.
    pub name: String,
    /// GSS code of its region.
    pub region: String,
    /// How we know.
    #[serde(rename = "source")]
    pub _source: String,
    /// When it was looked up.
    #[serde(rename = "date")]
    pub _date: Date,
}

/// Something that was looked at and is so.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Noted {
    /// GSS code of the constituency.
    pub code: String,
    /// Who and why.
    #[serde(rename = "why")]
    pub _why: String,
}

/// Whether a constituency is among these.
pub fn lists(noted: &[Noted], code: &str) -> bool {
    noted.iter().any(|noted| noted.code == code)
}
