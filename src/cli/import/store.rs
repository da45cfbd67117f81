//! Writes the committed tables, all or none.

use std::fs;
use std::path::Path;

use serde::Serialize;

use records::fault::Failure;
use records::tables::lines::Texts;

/// Rows with a header.
pub fn csv<Row: Serialize>(rows: impl Iterator<Item = Row>) -> Result<Vec<u8>, Failure> {
    let failed = |error: &dyn std::fmt::Display| Failure::CouldNotRun(error.to_string());
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.serialize(row).map_err(|error| failed(&error))?;
    }
    writer.into_inner().map_err(|error| failed(&error))
}

/// Writes beside the old files first and renames only when all are there.
pub fn write(folder: &Path, texts: &Texts) -> Result<(), Failure> {
    let failed = |path: &Path, error: std::io::Error| Failure::CouldNotRun(format!("{}: {error}", path.display()));
    fs::create_dir_all(folder).map_err(|error| failed(folder, error))?;
    let fresh = |name: &str| folder.join(format!(".{name}.new"));
    let written = texts.iter().try_for_each(|(name, bytes)| {
        let path = fresh(name);
        fs::write(&path, bytes).map_err(|error| failed(&path, error))
    });
    if let Err(failure) = written {
        for name in texts.keys() {
            // What could not be written cannot always be removed either; the old tables stay whole.
            let _ = fs::remove_file(fresh(name));
        }
        return Err(failure);
    }
    for name in texts.keys() {
        let path = folder.join(name);
        fs::rename(fresh(name), &path).map_err(|error| failed(&path, error))?;
    }
    Ok(())
}
