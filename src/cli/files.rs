//! Reads files that people pass in, and replaces files safely.

use std::fs;
use std::io;
use std::path::Path;

/// Why a file is not taken.
#[derive(Debug, thiserror::Error)]
pub enum FileFault {
    /// The disk refused.
    #[error("cannot be read")]
    Unreadable(#[from] io::Error),
    /// A folder, a device, or too large a file.
    #[error("not an ordinary file of at most {} MB", .most >> 20)]
    NotOrdinary {
        /// How many bytes it may have.
        most: u64,
    },
}

/// The bytes of an ordinary file of a sensible size.
pub fn read(path: &Path, most: u64) -> Result<Vec<u8>, FileFault> {
    let metadata = fs::metadata(path)?;
    if !metadata.is_file() || metadata.len() > most {
        return Err(FileFault::NotOrdinary { most });
    }
    Ok(fs::read(path)?)
}

/// Writes a file beside its place and moves it there: whoever reads finds the old one or the new one, whole.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut aside = path.file_name().unwrap_or_default().to_owned();
    aside.push(format!(".{}.part", std::process::id()));
    let aside = path.with_file_name(aside);
    let written = fs::write(&aside, bytes).and_then(|()| fs::rename(&aside, path));
    if written.is_err() {
        // Nothing of ours is left behind; that it cannot be removed says no more than the fault itself.
        let _ = fs::remove_file(&aside);
    }
    written
}
