//! Reads upstream's own files, entry by entry: what is wrong with one does not hide the others.

use serde::de::DeserializeOwned;

use records::fault::Fault;
use records::tables::lines::{Lines, rows_of};

/// The entries of a JSON array, each with its place ("entry 12"); what does not read goes to `faults`.
pub fn json_entries<Entry: DeserializeOwned>(
    bytes: &[u8],
    file: &str,
    faults: &mut Vec<Fault>,
) -> Vec<(String, Entry)> {
    let values: Vec<serde_json::Value> = match serde_json::from_slice(bytes) {
        Ok(values) => values,
        Err(error) => {
            faults.push(Fault::new(file, "whole file", error));
            return Vec::new();
        }
    };
    let mut entries = Vec::new();
    for (at, value) in values.into_iter().enumerate() {
        let place = format!("entry {}", at + 1);
        match serde_json::from_value(value) {
            Ok(entry) => entries.push((place, entry)),
            Err(error) => faults.push(Fault::new(file, place, error)),
        }
    }
    entries
}

/// The rows of a CSV file with its place ("line 7"). A column that is not there is one fault, not one for each row.
pub fn csv_rows<Row: DeserializeOwned>(
    bytes: &[u8],
    file: &str,
    columns: &[&str],
    faults: &mut Vec<Fault>,
) -> Vec<(String, Row)> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let headers = csv::Reader::from_reader(bytes).headers().cloned().unwrap_or_default();
    let missing: Vec<&&str> =
        columns.iter().filter(|column| !headers.iter().any(|header| header == **column)).collect();
    if !missing.is_empty() {
        faults.extend(missing.iter().map(|column| Fault::new(file, "line 1", format_args!("no column `{column}`"))));
        return Vec::new();
    }
    let rows: Lines<Row> = rows_of(bytes, file, faults, Ok);
    rows.into_iter().map(|(line, row)| (format!("line {line}"), row)).collect()
}
