//! A table of a legislature's folder: rows by the names of their columns.

use std::collections::BTreeMap;
use std::fmt;

use csv::{Position, ReaderBuilder, StringRecord};

use campaign::check::text;
use campaign::fault::FaultKind;
use campaign::sentence::sentence;

use crate::fault::Fault;

/// Rows of a CSV file (RFC 4180, UTF-8, with a header) whose columns may come in any order. Rows and columns that are empty, as
/// spreadsheets leave them at the end, don't count.
#[derive(Debug)]
pub struct Sheet {
    /// Its name.
    pub file: &'static str,
    /// In order, each with its line.
    pub rows: Vec<Row>,
    /// Empty if the file could not be read; then that has been reported.
    columns: Vec<String>,
}

/// One row.
#[derive(Debug)]
pub struct Row {
    /// Counted from 1; the header is the first.
    pub line: u64,
    fields: BTreeMap<String, String>,
}

/// The text of a file, without the mark at its beginning that some programs write.
pub fn is_utf8<'a>(file: &str, bytes: &'a [u8], faults: &mut Vec<Fault>) -> Option<&'a str> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes);
    // In UTF-16, every other byte of a Latin text is zero.
    let zero = bytes.iter().position(|byte| *byte == 0);
    let Some(wrong) = zero.or(text.err().map(|error| error.valid_up_to())) else { return text.ok() };
    let before = bytes.get(..wrong).unwrap_or_default();
    let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
    let problem = "is not UTF-8 text; save the file with the encoding UTF-8";
    faults.push(Fault::new(file, format_args!("line {line}"), problem));
    None
}

impl Sheet {
    /// A file that is not there, which has been reported.
    pub fn absent(file: &'static str) -> Sheet {
        Sheet { file, rows: Vec::new(), columns: Vec::new() }
    }

    /// Reads a file; what is wrong goes to `faults` with its line.
    pub fn read(file: &'static str, bytes: &[u8], faults: &mut Vec<Fault>) -> Sheet {
        let Some(text) = is_utf8(file, bytes, faults) else { return Sheet::absent(file) };
        let mut fault =
            |line: u64, problem: String| faults.push(Fault::new(file, format_args!("line {line}"), problem));
        let mut reader = ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let columns: Vec<String> = match reader.headers() {
            Ok(names) => names.iter().map(|name| name.trim().to_owned()).collect(),
            Err(_) => Vec::new(),
        };
        if columns.iter().all(String::is_empty) {
            fault(1, "names no columns; docs/legislatures.md says which there are".to_owned());
            return Sheet::absent(file);
        }
        if let ([only], Some(other)) =
            (&*columns, text.lines().next().and_then(|line| line.chars().find(|c| ";\t".contains(*c))))
        {
            let other = if other == ';' { "semicolons" } else { "tabs" };
            fault(1, format!("`{only}`: there are {other} between its fields; save the table with commas"));
            return Sheet::absent(file);
        }
        for (at, name) in columns.iter().enumerate() {
            if !name.is_empty() && columns.get(..at).is_some_and(|before| before.contains(name)) {
                fault(1, format!("two columns are called `{name}`"));
            }
        }
        let mut rows = Vec::new();
        for record in reader.records().map_while(Result::ok) {
            let line = record.position().map_or(0, Position::line);
            if record.iter().all(|field| field.trim().is_empty()) {
                continue;
            }
            rows.push(row(file, line, &columns, &record, faults));
        }
        Sheet { file, rows, columns }
    }

    /// Whether there is a column of this name.
    pub fn has(&self, name: &str) -> bool {
        self.columns.iter().any(|column| column == name)
    }

    /// Reports columns that are missing, and those that nobody knows. Whether the rows can be understood.
    pub fn expect(&self, required: &[&str], optional: &[&str], faults: &mut Vec<Fault>) -> bool {
        if self.columns.is_empty() {
            return false;
        }
        let mut fault = |problem: String| faults.push(Fault::new(self.file, "line 1", problem));
        for name in required.iter().filter(|name| !self.has(name)) {
            fault(format!("there is no column `{name}`"));
        }
        let known = [required, optional].concat();
        for column in self.columns.iter().filter(|column| !column.is_empty() && !known.contains(&column.as_str())) {
            // `name.*` stands for a name in any language.
            match known.iter().find_map(|known| column.strip_prefix(known.strip_suffix('*')?)) {
                Some(tag) if is_tag(tag) => {}
                Some(tag) => fault(format!("{column}: `{tag}` is not a language such as en, fr or zh-Hant")),
                None => fault(format!("no column is called `{column}`; there are {}", known.join(", "))),
            }
        }
        required.iter().all(|name| self.has(name))
    }
}

/// A row by the names of its columns.
fn row(file: &str, line: u64, columns: &[String], record: &StringRecord, faults: &mut Vec<Fault>) -> Row {
    let mut fault =
        |place: String, problem: String| faults.push(Fault::new(file, format_args!("line {line}{place}"), problem));
    if record.len() < columns.len() {
        fault(String::new(), format!("has {} fields; line 1 names {} columns", record.len(), columns.len()));
    }
    let mut fields = BTreeMap::new();
    for (at, field) in record.iter().enumerate() {
        let field = &without_unseen_spaces(field);
        match columns.get(at).filter(|name| !name.is_empty()) {
            Some(name) => {
                for kind in text::faults(field, None).iter().filter(|kind| is_about_field(kind)) {
                    let problem = match kind {
                        FaultKind::HiddenCharacter('\n' | '\r') => {
                            "contains a line break; look for a quotation mark that is not closed".to_owned()
                        }
                        kind => sentence(kind),
                    };
                    fault(format!(", {name}"), problem);
                }
                fields.insert(name.clone(), field.to_owned());
            }
            None if field.is_empty() => {}
            None => {
                let problem = "belongs to no column of line 1; a text that holds commas stands in quotation marks";
                fault(format!(", column {}", at + 1), format!("`{field}` {problem}"));
            }
        }
    }
    Row { line, fields }
}

/// A field without the spaces that spreadsheets and web pages leave and nobody sees: at the ends, twice, and those that don't break.
/// Line breaks within it stay; they are a fault.
fn without_unseen_spaces(field: &str) -> String {
    let parts = field.trim().split(|letter: char| letter.is_whitespace() && !letter.is_control());
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What is wrong in a field, whatever it is for. Somebody may be called Todo.
fn is_about_field(kind: &FaultKind) -> bool {
    match kind {
        FaultKind::StillToFillIn(text) => text.starts_with(text::FILL_IN),
        kind => matches!(kind, FaultKind::Damaged(_) | FaultKind::HiddenCharacter(_)),
    }
}

/// Whether a text looks like a language tag (BCP 47), written as tags usually are: `zh-Hant-HK`.
pub fn is_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.all(|part| {
            let usual = match part.len() {
                2 => part.to_ascii_uppercase(),
                4 => [
                    part.get(..1).unwrap_or_default().to_ascii_uppercase(),
                    part.get(1..).unwrap_or_default().to_ascii_lowercase(),
                ]
                .concat(),
                _ => part.to_ascii_lowercase(),
            };
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()) && part == usual
        })
}

impl Row {
    /// A field; empty where there is no such column.
    pub fn get(&self, column: &str) -> &str {
        self.fields.get(column).map_or("", String::as_str)
    }

    /// Whether a field still holds the example's text, which has been reported.
    pub fn is_open(&self, column: &str) -> bool {
        self.get(column).starts_with(text::FILL_IN)
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
