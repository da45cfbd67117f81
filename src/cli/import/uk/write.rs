//! The committed tables as text.

use std::collections::BTreeMap;

use records::fault::Failure;
use records::tables::lines::Texts;
use records::tables::sha256_hex;
use records::tables::uk::rows::RunsRow;
use records::tables::uk::sources::{Input, Parliament, SourcesFile, Table};

use super::members::SeatRows;
use super::postcodes::Runs;
use crate::cli::import::store::csv;

/// The files' contents. The same records give the same bytes.
pub fn texts(
    parliament: &Parliament,
    (members_file, seats): (&Input, &[SeatRows]),
    (postcodes_file, postcodes): (&Input, Vec<u8>),
) -> Result<Texts, Failure> {
    let members: Vec<_> = seats.iter().filter_map(|seat| seat.member.as_ref()).collect();
    let rows = postcodes.iter().filter(|byte| **byte == b'\n').count().saturating_sub(1);
    let row_counts = [("constituencies.csv", seats.len()), ("members.csv", members.len()), ("postcodes.csv", rows)];
    let mut texts = Texts::new();
    texts.insert("constituencies.csv", csv(seats.iter().map(|seat| &seat.constituency))?);
    texts.insert("members.csv", csv(members.into_iter())?);
    texts.insert("postcodes.csv", postcodes);
    let table = |(file, rows): (&'static str, usize)| {
        let input = if file == "postcodes.csv" { postcodes_file } else { members_file };
        let sha256 = sha256_hex(texts.get(file).map(Vec::as_slice).unwrap_or_default());
        Table { file: file.to_owned(), from: vec![input.file.clone()], as_of: input.date, rows, sha256 }
    };
    let sources = SourcesFile {
        parliament: parliament.clone(),
        table: row_counts.map(table).to_vec(),
        source: vec![members_file.clone(), postcodes_file.clone()],
    };
    let text = toml::to_string(&sources).map_err(|error| Failure::CouldNotRun(error.to_string()))?;
    let head = "# Written by `undersigned import uk`. To change it, change reviewed.toml and import again.\n\n";
    texts.insert("sources.toml", format!("{head}{text}").into_bytes());
    Ok(texts)
}

/// `postcodes.csv`.
pub fn postcodes(runs: &Runs) -> Result<Vec<u8>, Failure> {
    csv(runs_by_constituency(runs).iter())
}

/// One row for each outward code and constituency: 6,000 rows and a third of the bytes, and a moved boundary still shows
/// as a changed row.
fn runs_by_constituency(runs: &Runs) -> Vec<RunsRow> {
    let mut grouped: BTreeMap<(String, &str), Vec<String>> = BTreeMap::new();
    for (first, code) in runs {
        let text = first.to_string();
        if let Some((outward, inward)) = text.split_once(' ') {
            grouped.entry((outward.to_owned(), code)).or_default().push(inward.to_owned());
        }
    }
    let row = |((outward, code), from): ((String, &str), Vec<String>)| RunsRow {
        outward,
        constituency: code.to_owned(),
        from: from.join(" "),
    };
    grouped.into_iter().map(row).collect()
}
