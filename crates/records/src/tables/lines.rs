//! The lines of committed tables.

use std::collections::BTreeMap;
use std::path::Path;

use serde::de::DeserializeOwned;

use files::Files;

use super::fields::{FieldFault, RowFaults};
use crate::fault::{Failure, Fault};

/// The committed tables as text, by file name: from a folder, or fresh from the importer.
pub type Texts = BTreeMap<&'static str, Vec<u8>>;

/// Reads these files of a folder; a missing one names the command that writes it.
pub fn texts(files: &Files, folder: &Path, names: &[&'static str], writer: &str) -> Result<Texts, Failure> {
    let read = |name: &&'static str| {
        let path = folder.join(name);
        let bytes = files
            .read(&path)
            .map_err(|error| Failure::CouldNotRun(format!("{}: {error}; `{writer}` writes it", path.display())))?;
        Ok((*name, bytes.to_vec()))
    };
    names.iter().map(read).collect()
}

/// Parsed rows with the line they are on.
pub type Lines<T> = Vec<(u64, T)>;

/// The rows of a committed table; what does not parse goes to `faults` with its line.
pub fn rows<Row: DeserializeOwned, T>(
    texts: &Texts,
    file: &'static str,
    faults: &mut Vec<Fault>,
    parse: impl Fn(Row) -> Result<T, RowFaults>,
) -> Lines<T> {
    rows_of(texts.get(file).map(Vec::as_slice).unwrap_or_default(), file, faults, parse)
}

/// The rows of any CSV file with a header, upstream's too; what does not parse goes to `faults` with its line.
pub fn rows_of<Row: DeserializeOwned, T>(
    bytes: &[u8],
    file: &str,
    faults: &mut Vec<Fault>,
    parse: impl Fn(Row) -> Result<T, RowFaults>,
) -> Lines<T> {
    let mut reader = csv::Reader::from_reader(bytes);
    let headers = reader.headers().cloned().unwrap_or_default();
    let mut record = csv::StringRecord::new();
    let mut parsed = Vec::new();
    loop {
        let line = reader.position().line();
        match reader.read_record(&mut record) {
            Ok(false) => return parsed,
            Ok(true) => {}
            Err(error) => {
                faults.push(Fault::new(file, format_args!("line {line}"), error));
                if reader.is_done() {
                    return parsed;
                }
                continue;
            }
        }
        let line = record.position().map_or(line, csv::Position::line);
        let row = record.deserialize::<Row>(Some(&headers)).map_err(|error| RowFaults::from(FieldFault::row(error)));
        match row.and_then(&parse) {
            Ok(row) => parsed.push((line, row)),
            Err(RowFaults(problems)) => {
                faults.extend(problems.iter().map(|problem| Fault::new(file, format_args!("line {line}"), problem)));
            }
        }
    }
}
