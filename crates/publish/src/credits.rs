//! Where the tables come from, for the footer of a page.

use std::path::Path;

use anyhow::{Context as _, Result};
use serde::Deserialize;

use files::Files;
use places::date::Date;

#[derive(Deserialize)]
struct Sources {
    table: Vec<Table>,
}

#[derive(Deserialize)]
struct Table {
    file: String,
    as_of: Date,
}

/// The day of the ZIP table, from `sources.toml`.
pub fn zips_as_of(files: &Files, us: &Path) -> Result<Date> {
    let path = us.join("sources.toml");
    let text = files.text(&path).with_context(|| path.display().to_string())?;
    let sources: Sources = toml::from_str(text).with_context(|| path.display().to_string())?;
    let zips = sources.table.iter().find(|table| table.file.starts_with("zip-"));
    zips.map(|table| table.as_of).with_context(|| format!("{}: no table of ZIP codes is listed", path.display()))
}
