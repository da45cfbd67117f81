//! Reads which states get new lines that the ZIP codes do not know.

use std::path::Path;

use serde::Deserialize;

use places::date::Date;
use records::fault::{Failure, Fault};
use records::tables::fields;
use records::tables::lines::{rows, rows_of, texts};
use records::tables::rows::LinesRow;

use super::reviewed::{Format, Input, Reviewed};
use crate::cli::disk;
use crate::cli::import::reviewed as shared;
use crate::cli::import::reviewed::How;

const TABLE: &str = "lines.csv";

/// The first day of the 120th Congress.
const FROM: (u16, u8, u8) = (2027, 1, 3);

#[derive(Deserialize)]
struct Row {
    state: String,
    in_force_for_120th: String,
    plan: String,
    date: String,
    basis: String,
}

/// The states, with the file that names them; none if [`shared::FILE`] names no file.
pub fn read(
    from: &Path,
    to: &Path,
    reviewed: &Reviewed,
    how: How,
    faults: &mut Vec<Fault>,
) -> Result<(Option<Input>, Vec<LinesRow>), Failure> {
    let named = reviewed.input.iter().find(|input| input.format == Format::Lines);
    if how == How::People {
        let kept = texts(&disk::folder(to), to, &[TABLE], "undersigned import us")?;
        let kept = rows(&kept, TABLE, faults, |row: LinesRow| Ok(row));
        return Ok((named.cloned(), kept.into_iter().map(|(_, row)| row).collect()));
    }
    let Some((input, bytes)) = shared::optional_input(from, &reviewed.input, Format::Lines, faults)? else {
        return Ok((None, Vec::new()));
    };
    if reviewed.input.iter().any(|input| input.format == Format::BlockDistricts) {
        faults.push(Fault::new(
            &input.file,
            "whole file",
            "the ZIP codes already follow the new lines; remove this file",
        ));
    }
    let found = rows_of(&bytes, &input.file, faults, |row: Row| {
        fields::state(&row.state)?;
        Ok(row)
    });
    let changed = found.into_iter().map(|(_, row)| row).filter(|row| row.in_force_for_120th == "yes");
    let (year, month, day) = FROM;
    let Some(from) = Date::new(year, month, day) else { return Ok((None, Vec::new())) };
    let changed =
        changed.map(|row| LinesRow { state: row.state, from, plan: row.plan, date: row.date, basis: row.basis });
    Ok((Some(input.clone()), changed.collect()))
}
