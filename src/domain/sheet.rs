//! Lists as spreadsheets save them: any separator, UTF-8 or UTF-16, any line ends, to rows numbered as the spreadsheet shows
//! them. What cannot be read for certain is told as one cause, never as its consequences.

use std::fmt;

/// A table whose first row names its columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The first row that is not empty.
    pub header: Row,
    /// All later rows that are not empty.
    pub rows: Vec<Row>,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// As a spreadsheet numbers it: the first is 1, empty ones count, one with line breaks in a field is one row.
    pub number: u64,
    /// What is in its fields, as it stands.
    pub fields: Vec<String>,
}

/// Why a file is no list that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetFault {
    /// Another kind of file, whatever its name says: "an Excel workbook (.xlsx)".
    NotAList(&'static str),
    /// Letters in an encoding that cannot be known for certain; the row of the first.
    OldEncoding {
        /// The row.
        row: u64,
        /// What stands around it, if it is Windows-1252.
        guess: String,
    },
    /// A quotation mark that opens a field and is never closed; the row where it is.
    QuoteOpen(u64),
    /// No row at all.
    Empty,
}

impl fmt::Display for SheetFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SAVE: &str = "in the spreadsheet, choose Save As (or Download) and “CSV UTF-8”";
        match self {
            SheetFault::NotAList(kind) => write!(f, "is {kind}, not a CSV file; open it and, {SAVE}"),
            SheetFault::OldEncoding { row, guess } => write!(
                f,
                "row {row} isn't UTF-8 text (perhaps `{guess}`, in an older encoding, which can't be known for certain); {SAVE}"
            ),
            SheetFault::QuoteOpen(row) => {
                write!(f, "a quotation mark in row {row} is never closed; close it, or {SAVE} to write the file again")
            }
            SheetFault::Empty => {
                write!(f, "has no rows; its first row names the columns, and each later one is an entry")
            }
        }
    }
}

impl std::error::Error for SheetFault {}

/// Reads a file. `known` says whether a text, as a column is called, is one that the reader waits for: it decides which
/// separator is meant.
///
/// # Errors
/// The one cause for which the file cannot be read.
pub fn read(bytes: &[u8], known: impl Fn(&str) -> bool) -> Result<Sheet, SheetFault> {
    if let Some(kind) = other_kind(bytes) {
        return Err(SheetFault::NotAList(kind));
    }
    let text = text_of(bytes)?;
    let (said, text) = separator_line(&text);
    let separator = said.unwrap_or_else(|| likely_separator(text, &known));
    let lines = plain_lines(text, separator)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(separator).unwrap_or(b','))
        .from_reader(lines.as_bytes());
    let records = reader.records().map_while(Result::ok);
    let mut rows =
        (1..).zip(records).map(|(number, record)| Row { number, fields: record.iter().map(str::to_owned).collect() });
    let mut filled = rows.by_ref().filter(|row| row.fields.iter().any(|field| !field.trim().is_empty()));
    let mut header = filled.next().ok_or(SheetFault::Empty)?;
    for name in &mut header.fields {
        *name = name.trim().to_owned();
    }
    Ok(Sheet { header, rows: filled.collect() })
}

/// What a file is by its first bytes, if it is no text.
fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    let holds = |words: &[u8]| bytes.windows(words.len()).take(1 << 16).any(|window| window == words);
    let begins = |words: &[u8]| bytes.get(..words.len()).is_some_and(|start| start.eq_ignore_ascii_case(words));
    Some(match bytes {
        _ if begins(b"PK") && holds(b"application/vnd.oasis.opendocument.spreadsheet") => {
            "an OpenDocument table (.ods)"
        }
        _ if begins(b"PK") && holds(b"Index/") => "a Numbers document (.numbers)",
        _ if begins(b"PK\x03\x04") || begins(b"PK\x05\x06") => "an Excel workbook (.xlsx) or another zipped file",
        _ if begins(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") => "an old Excel workbook (.xls)",
        _ if begins(b"%PDF") => "a PDF",
        _ if begins(b"{\\rtf") => "a rich text document (.rtf)",
        _ if begins(b"\x1f\x8b") => "a compressed file (.gz)",
        _ if begins(b"<!doctype html") || begins(b"<html") || begins(b"<table") => "a web page",
        _ if begins(b"<?xml") => "an XML file",
        _ if begins(b"\x89PNG") || begins(b"\xff\xd8\xff") || begins(b"GIF8") => "a picture",
        _ => return None,
    })
}

/// The text of a file in UTF-8 or UTF-16, with or without a mark at its beginning.
fn text_of(bytes: &[u8]) -> Result<String, SheetFault> {
    if let Some(text) = utf16(bytes) {
        return Ok(text);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = str::from_utf8(bytes).map_err(|error| old_encoding(bytes, error.valid_up_to()))?;
    if text.contains('\0') {
        return Err(SheetFault::NotAList("a file of numbers, not of text"));
    }
    Ok(text.to_owned())
}

/// UTF-16 by its mark, or because every second byte of Latin letters and separators is nought.
fn utf16(bytes: &[u8]) -> Option<String> {
    let count = |from: usize| bytes.iter().take(512).skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let mostly = bytes.len().min(512) / 8;
    let (encoding, rest) = match bytes {
        [0xff, 0xfe, rest @ ..] => (encoding_rs::UTF_16LE, rest),
        [0xfe, 0xff, rest @ ..] => (encoding_rs::UTF_16BE, rest),
        _ if bytes.len() < 4 => return None,
        _ if count(1) > mostly && count(1) > 4 * count(0) => (encoding_rs::UTF_16LE, bytes),
        _ if count(0) > mostly && count(0) > 4 * count(1) => (encoding_rs::UTF_16BE, bytes),
        _ => return None,
    };
    encoding.decode_without_bom_handling_and_without_replacement(rest).map(std::borrow::Cow::into_owned)
}

/// The fault of a byte that is not UTF-8, with what it may be.
fn old_encoding(bytes: &[u8], at: usize) -> SheetFault {
    let before = bytes.get(..at).unwrap_or(bytes);
    let breaks = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let row = String::from_utf8_lossy(before).replace("\r\n", "\n").matches(['\n', '\r']).count() as u64 + 1;
    let ends = |byte: &u8| breaks(byte) || matches!(byte, b',' | b';' | b'\t' | b'"');
    let start = before.iter().rposition(ends).map_or(0, |at| at + 1);
    let field = bytes.get(start..).unwrap_or_default();
    let field = field.split(ends).next().unwrap_or_default();
    let (guess, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(field);
    SheetFault::OldEncoding { row, guess: guess.chars().take(40).collect() }
}

/// Excel's own first line, `sep=;`, which it does not show, and the text after it.
fn separator_line(text: &str) -> (Option<char>, &str) {
    let (line, rest) = text.split_once(['\n', '\r']).unwrap_or((text, ""));
    let line = line.trim().trim_matches('"');
    let said = line.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).and(line.get(4..));
    let said = match said {
        // A tab at the end of the line was trimmed away with the spaces.
        Some("") => Some('\t'),
        Some("\\t") => Some('\t'),
        Some(said) => said.chars().next().filter(char::is_ascii),
        None => return (None, text),
    };
    (said, rest.strip_prefix('\n').unwrap_or(rest))
}

/// The separator with which the first row names most columns that are known, else most columns.
fn likely_separator(text: &str, known: impl Fn(&str) -> bool) -> char {
    let first = text.lines().flat_map(|line| line.split('\r')).find(|line| !line.trim().is_empty()).unwrap_or_default();
    let names = |separator: char| first.split(separator).map(|name| name.trim().trim_matches('"').trim());
    // The last of equals counts: a comma.
    [';', '\t', '|', ',']
        .into_iter()
        .max_by_key(|separator| (names(*separator).filter(|name| known(name)).count(), names(*separator).count()))
        .unwrap_or(',')
}

/// The text with a line feed at each end of a line, and with nothing in a row left out: the CSV reader passes over empty lines,
/// and counts lines where we count rows.
fn plain_lines(text: &str, separator: char) -> Result<String, SheetFault> {
    let mut plain = String::with_capacity(text.len() + 64);
    let mut characters = text.chars().peekable();
    let (mut row, mut opened) = (1, None);
    // Whether the next character begins a field, and a row.
    let (mut field, mut line) = (true, true);
    while let Some(mut character) = characters.next() {
        if character == '\r' || character == '\u{85}' || character == '\u{2028}' {
            characters.next_if(|next| character == '\r' && *next == '\n');
            character = '\n';
        }
        match character {
            '"' if opened.is_some() && characters.peek() == Some(&'"') => {
                characters.next();
                plain.push('"');
            }
            '"' if opened.is_some() => opened = None,
            '"' if field => opened = Some(row),
            '\n' if opened.is_none() => {
                if line {
                    plain.push_str("\"\"");
                }
                row += 1;
            }
            _ => {}
        }
        plain.push(character);
        line = character == '\n' && opened.is_none();
        field = line || (character == separator && opened.is_none());
    }
    opened.map_or(Ok(plain), |row| Err(SheetFault::QuoteOpen(row)))
}

#[cfg(test)]
mod tests;
