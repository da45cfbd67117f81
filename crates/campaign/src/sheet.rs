//! Lists as spreadsheets save them: any separator, UTF-8 or UTF-16, any line ends, to rows numbered as the spreadsheet shows
//! them. What cannot be read for certain is told as one cause, never as its consequences.

use std::fmt;

/// A table whose first row names its columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What is above the columns' names: a title, a note.
    pub above: Vec<Row>,
    /// The first row that names columns; if none does, the first that is not empty.
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
        /// What is around it, if it is Windows-1252; empty where that would be nonsense.
        guess: String,
    },
    /// Rows whose fields are separated by another character than those of the header.
    OtherSeparator {
        /// The first of them.
        row: u64,
        /// The separator of the header.
        header: char,
        /// That of the rows.
        rows: char,
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
            SheetFault::OldEncoding { row, guess } if guess.is_empty() => {
                write!(
                    f,
                    "row {row} isn't UTF-8 text, but in an older encoding, which can't be known for certain; {SAVE}"
                )
            }
            SheetFault::OldEncoding { row, guess } => write!(
                f,
                "row {row} isn't UTF-8 text (perhaps `{guess}`, in an older encoding, which can't be known for certain); {SAVE}"
            ),
            SheetFault::OtherSeparator { row, header, rows } => write!(
                f,
                "from row {row} on, fields are separated by {}, and in the header by {}; use one of them, or {SAVE}",
                separator_name(*rows),
                separator_name(*header)
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
    let mut rows = rows(text, separator)?;
    // A table that was saved as one column: each row is a field.
    let is_one_column = rows.iter().all(|row| row.filled() == 1);
    if is_one_column
        && rows.iter().take(1).any(|row| row.first().split(separator).filter(|name| known(name)).count() > 1)
    {
        let (mut text, mut next) = (String::new(), 1);
        for row in &rows {
            text.extend((next..row.number).map(|_| "\n").chain([row.first(), "\n"]));
            next = row.number + 1;
        }
        rows = self::rows(&text, separator)?;
    }
    let named = |row: &Row| row.fields.iter().filter(|name| known(name)).count();
    let first = rows.first().ok_or(SheetFault::Empty)?;
    let header = if named(first) > 0 { 0 } else { rows.iter().take(10).position(|row| named(row) > 1).unwrap_or(0) };
    let later = rows.split_off(header + 1);
    let mut header = rows.pop().ok_or(SheetFault::Empty)?;
    for name in &mut header.fields {
        *name = name.trim().to_owned();
    }
    if let Some(fault) = other_separator(&header, &later, separator) {
        return Err(fault);
    }
    Ok(Sheet { above: rows, header, rows: later })
}

impl Row {
    /// How many fields hold something.
    fn filled(&self) -> usize {
        self.fields.iter().filter(|field| !field.trim().is_empty()).count()
    }

    /// The first field.
    fn first(&self) -> &str {
        self.fields.first().map_or("", String::as_str)
    }
}

/// All rows that are not empty.
fn rows(text: &str, separator: char) -> Result<Vec<Row>, SheetFault> {
    let lines = plain_lines(text, separator)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(separator).ok().filter(u8::is_ascii).unwrap_or(UNIT))
        .from_reader(lines.as_bytes());
    let records = reader.records().map_while(Result::ok);
    let rows = (1..).zip(records).map(|(number, record)| Row { number, fields: record.iter().map(cell).collect() });
    Ok(rows.filter(|row| row.filled() > 0).collect())
}

/// What a cell shows: without spaces around it, `="05401"` as `05401`, and `'+44` as `+44`.
fn cell(field: &str) -> String {
    let formula = || field.trim().strip_prefix("=\"")?.strip_suffix('"');
    // An apostrophe keeps a spreadsheet from calculating.
    let text = || field.trim().strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@']));
    formula().or_else(text).unwrap_or(field).to_owned()
}

/// The fault of rows that are one field each, and have in it what separates the header's names in another file.
fn other_separator(header: &Row, rows: &[Row], separator: char) -> Option<SheetFault> {
    let least = header.fields.len() / 2;
    let first = rows.first().filter(|_| least > 0 && rows.iter().all(|row| row.fields.len() == 1))?;
    let separates =
        |other: &char| *other != separator && rows.iter().all(|row| row.first().matches(*other).count() >= least);
    let other = SEPARATORS.into_iter().find(separates)?;
    Some(SheetFault::OtherSeparator { row: first.number, header: separator, rows: other })
}

fn separator_name(separator: char) -> String {
    match separator {
        '\t' => "tabs".to_owned(),
        other => format!("`{other}`"),
    }
}

/// What separates fields, besides what a file names itself. The last of equals counts: a comma.
const SEPARATORS: [char; 9] = ['^', '~', '、', '，', '；', '|', ';', '\t', ','];

/// Stands for a separator that is not ASCII, which the CSV reader doesn't know.
const UNIT: u8 = 0x1f;

/// What a file is by its first bytes, if it is no text.
fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    let holds = |words: &[u8]| bytes.windows(words.len()).take(1 << 16).any(|window| window == words);
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let begins = |words: &[u8]| bytes.get(..words.len()).is_some_and(|start| start.eq_ignore_ascii_case(words));
    Some(match bytes {
        _ if begins(b"PK") && holds(b"application/vnd.oasis.opendocument.spreadsheet") => {
            "an OpenDocument table (.ods)"
        }
        _ if begins(b"PK") && holds(b"Index/") => "a Numbers document (.numbers)",
        _ if begins(b"PK\x03\x04") || begins(b"PK\x05\x06") => "an Excel workbook (.xlsx) or another zipped file",
        _ if begins(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") => "an old Excel workbook (.xls), or one with a password",
        _ if begins(b"ID;P") => "a SYLK spreadsheet (.slk)",
        _ if begins(b"TABLE\r\n0,1") || begins(b"TABLE\n0,1") => "a DIF spreadsheet (.dif)",
        _ if begins(b"BEGIN:VCARD") => "a list of contacts (.vcf)",
        _ if begins(b"MIME-Version:") || begins(b"From:") => "a saved mail or web page",
        _ if begins(b"{\"") || begins(b"[{") || begins(b"[\n") || begins(b"{\n") || begins(b"{\r") => "a JSON file",
        _ if begins(b"SQLite format 3") => "a database",
        _ if begins(b"Rar!") || begins(b"7z\xbc\xaf\x27\x1c") => "a compressed file",
        _ if begins(b"%PDF") => "a PDF",
        _ if begins(b"{\\rtf") => "a rich text document (.rtf)",
        _ if begins(b"\x1f\x8b") => "a compressed file (.gz)",
        [b'<', b'a'..=b'z' | b'A'..=b'Z' | b'!', ..] => "a web page",
        _ if begins(b"<?xml") => "an XML file",
        _ if begins(b"\x89PNG") || begins(b"\xff\xd8\xff") || begins(b"GIF8") => "a picture",
        _ => return None,
    })
}

/// The text of a file in UTF-8 or UTF-16, with or without a mark at its beginning.
fn text_of(bytes: &[u8]) -> Result<String, SheetFault> {
    let text = match utf16(bytes) {
        Some(text) => text.ok_or(SheetFault::NotAList("damaged text in UTF-16"))?,
        None => {
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            str::from_utf8(bytes).map_err(|error| old_encoding(bytes, error.valid_up_to()))?.to_owned()
        }
    };
    if text.contains('\0') {
        return Err(SheetFault::NotAList("a file that holds no text"));
    }
    // Some programs put the mark before each text that they join.
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

/// UTF-16 by its mark, or because every second byte of Latin letters and separators is nought; inside, nothing if it is damaged.
fn utf16(bytes: &[u8]) -> Option<Option<String>> {
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
    Some(encoding.decode_without_bom_handling_and_without_replacement(rest).map(std::borrow::Cow::into_owned))
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
    // Of European languages, few letters are not ASCII; of others, all are.
    let is_plain = !field.windows(2).any(|pair| pair.iter().all(|byte| !byte.is_ascii()));
    let (guess, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(if is_plain { field } else { b"" });
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
        Some(said) => said.trim_start().chars().next(),
        None => return (None, text),
    };
    (said, rest.strip_prefix('\n').unwrap_or(rest))
}

/// The separator with which one of the first rows names most columns that are known, else the first row most columns.
fn likely_separator(text: &str, known: impl Fn(&str) -> bool) -> char {
    let lines = text.split(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']).filter(|line| !line.trim().is_empty());
    let first: Vec<&str> = lines.take(10).collect();
    let names = |line: &str, separator: char| {
        let names = line.split(separator).map(|name| name.trim().trim_matches('"').trim());
        (names.clone().filter(|name| known(name)).count(), names.count())
    };
    let best = |separator: char| {
        let most = first.iter().map(|line| names(line, separator).0).max().unwrap_or_default();
        (most, first.first().map_or(0, |line| names(line, separator).1))
    };
    SEPARATORS.into_iter().max_by_key(|separator| best(*separator)).unwrap_or(',')
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
        if matches!(character, '\r' | '\u{85}' | '\u{2028}' | '\u{2029}') {
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
        plain.push(if character == separator && opened.is_none() && !separator.is_ascii() {
            char::from(UNIT)
        } else {
            character
        });
        line = character == '\n' && opened.is_none();
        field = line || (character == separator && opened.is_none());
    }
    opened.map_or(Ok(plain), |row| Err(SheetFault::QuoteOpen(row)))
}

#[cfg(test)]
mod tests;
