//! A table of a legislature's folder: rows by the names of their columns.

use std::collections::BTreeMap;
use std::fmt;

use crate::cli::tables::fault::Fault;

/// Rows of a CSV file (RFC 4180, UTF-8, with a header) whose columns may stand in any order.
#[derive(Debug)]
pub struct Sheet {
    /// Its name.
    pub file: &'static str,
    /// In order, each with the line on which it stands.
    pub rows: Vec<Row>,
    columns: Vec<String>,
}

/// One row.
#[derive(Debug)]
pub struct Row {
    /// Counted from 1; the header is the first.
    pub line: u64,
    fields: BTreeMap<String, String>,
}

impl Sheet {
    /// Reads a file; what does not read goes to `faults` with its line.
    pub fn read(file: &'static str, bytes: &[u8], faults: &mut Vec<Fault>) -> Sheet {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut reader = csv::Reader::from_reader(bytes);
        let columns: Vec<String> =
            reader.headers().map(|names| names.iter().map(str::to_owned).collect()).unwrap_or_default();
        let mut rows = Vec::new();
        for record in reader.records() {
            match record {
                Ok(record) => {
                    let line = record.position().map_or(0, csv::Position::line);
                    let fields = columns.iter().cloned().zip(record.iter().map(|field| field.trim().to_owned()));
                    rows.push(Row { line, fields: fields.collect() });
                }
                Err(error) => {
                    let line = error.position().map_or(0, csv::Position::line);
                    faults.push(Fault::new(file, format_args!("line {line}"), error));
                }
            }
        }
        Sheet { file, rows, columns }
    }

    /// Reports columns that are missing, and those that nobody knows.
    pub fn expect(&self, required: &[&str], optional: &[&str], faults: &mut Vec<Fault>) {
        if self.columns.is_empty() {
            return;
        }
        let has = |name: &str| self.columns.iter().any(|column| column == name);
        for name in required.iter().filter(|name| !has(name)) {
            faults.push(Fault::new(self.file, "line 1", format_args!("no column `{name}`")));
        }
        let is_known = |column: &String| {
            let name = column.as_str();
            required.contains(&name)
                || optional
                    .iter()
                    .any(|known| *known == name || known.strip_suffix('*').is_some_and(|start| name.starts_with(start)))
        };
        for column in self.columns.iter().filter(|column| !is_known(column)) {
            let known = [required, optional].concat().join(", ");
            faults.push(Fault::new(
                self.file,
                "line 1",
                format_args!("no column is called `{column}`; there are {known}"),
            ));
        }
    }
}

impl Row {
    /// A field; empty where there is no such column.
    pub fn get(&self, column: &str) -> &str {
        self.fields.get(column).map_or("", String::as_str)
    }

    /// Every field whose column begins so, with the rest of the column's name.
    pub fn beginning<'a>(&'a self, start: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.fields.iter().filter_map(move |(column, field)| Some((column.strip_prefix(start)?, field.as_str())))
    }

    /// A fault in a column of this row.
    pub fn fault(&self, file: &str, column: &str, problem: impl fmt::Display) -> Fault {
        Fault::new(file, format_args!("line {}, {column}", self.line), problem)
    }
}
