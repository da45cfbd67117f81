//! Reads tables of other people row by row, however long they are.

use std::collections::BTreeSet;
use std::io::Read;

use places::congress::{Division, Zip};
use records::fault::Fault;
use records::tables::fields::FieldFault;

/// Pairs of a ZIP code and a division in which it may lie.
pub type Pairs = BTreeSet<(Zip, Division)>;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Hands over the named columns of each row; what is wrong with one goes to `faults` with its line. Nothing but the row is
/// kept in memory.
pub fn each(
    bytes: impl Read,
    file: &str,
    delimiter: u8,
    names: &[&str],
    faults: &mut Vec<Fault>,
    mut row: impl FnMut(&[&str]) -> Result<(), FieldFault>,
) {
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).buffer_capacity(1 << 16).from_reader(bytes);
    let headers = match reader.byte_headers() {
        Ok(headers) => headers.clone(),
        Err(error) => return faults.push(Fault::new(file, "line 1", error)),
    };
    let mut columns = Vec::new();
    for name in names {
        let named = |header: &[u8]| header.strip_prefix(BYTE_ORDER_MARK).unwrap_or(header) == name.as_bytes();
        match headers.iter().position(named) {
            Some(column) => columns.push(column),
            None => faults.push(Fault::new(file, "line 1", format_args!("no column {name}"))),
        }
    }
    if columns.len() < names.len() {
        return;
    }
    let mut record = csv::StringRecord::new();
    loop {
        let line = reader.position().line();
        match reader.read_record(&mut record) {
            Ok(false) => return,
            Ok(true) => {}
            Err(error) => {
                let line = error.position().map_or(line, csv::Position::line);
                let broken = matches!(error.kind(), csv::ErrorKind::Io(_));
                faults.push(Fault::new(file, format_args!("line {line}"), error));
                if broken {
                    return;
                }
                continue;
            }
        }
        let line = record.position().map_or(line, csv::Position::line);
        let mut fields = [""; 4];
        for (field, column) in fields.iter_mut().zip(&columns) {
            *field = record.get(*column).unwrap_or_default();
        }
        if let Err(problem) = row(fields.get(..columns.len()).unwrap_or_default()) {
            faults.push(Fault::new(file, format_args!("line {line}"), problem));
        }
    }
}
