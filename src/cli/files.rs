//! Files that people hand in, and files that take the place of others.

use std::fs;
use std::io;
use std::path::Path;

/// The bytes of an ordinary file of a sensible size.
pub fn read(path: &Path, most: u64) -> Result<Vec<u8>, String> {
    let cannot = |error: io::Error| format!("cannot be read: {error}");
    let metadata = fs::metadata(path).map_err(cannot)?;
    if !metadata.is_file() || metadata.len() > most {
        return Err(format!("not an ordinary file of at most {} MB", most >> 20));
    }
    fs::read(path).map_err(cannot)
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
