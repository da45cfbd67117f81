//! Campaign folders from disk.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use campaign::Campaign;
use campaign::check::{FACTS_FILE, Folder, Neighbours, check, status_of};
use campaign::fault::{Fault, FaultKind, LimitFault};

use crate::cli::legislature;

/// Larger files are no campaign's: ten thousand signers take less than two megabytes.
const MOST_BYTES: u64 = 8 << 20;

/// Reads the campaign in a folder. The folders beside it are looked at for the campaign to which it points, and those of `data`
/// for the legislatures to which it writes.
///
/// # Errors
/// Every fault of every file, with the folder in its path. [`FaultKind::CannotRead`] where the disk refused.
pub fn load(folder: &Path, data: &Path) -> Result<Campaign, Vec<Fault>> {
    let cannot_read =
        |error: io::Error| vec![Fault::of_file(&name_of(folder), FaultKind::CannotRead(error.to_string()))];
    let real = folder.canonicalize().map_err(cannot_read)?;
    let name = real.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let (files, unread) = files(&real).map_err(cannot_read)?;
    let neighbours = real.parent().map(neighbours).unwrap_or_default();
    let mut outcome = check(&Folder { name, files, legislatures: legislature::known(data, &real) }, &neighbours);
    if !unread.is_empty() {
        // What could not be read is not also missing.
        let mut faults = outcome.err().unwrap_or_default();
        faults.retain(|fault| !unread.iter().any(|refused| refused.file == fault.file));
        faults.extend(unread);
        outcome = Err(faults);
    }
    outcome.map_err(|mut faults| {
        for fault in &mut faults {
            fault.file = name_of(&folder.join(&fault.file));
        }
        faults
    })
}

/// Reads every campaign in a folder of campaigns, ordered by name. Hidden folders are passed over.
///
/// # Errors
/// Every fault of every campaign; a folder without campaigns is one.
pub fn load_all(campaigns: &Path, data: &Path) -> Result<Vec<Campaign>, Vec<Fault>> {
    let folders = folders(campaigns)
        .and_then(|folders| match folders.is_empty() {
            true => Err(io::Error::new(io::ErrorKind::NotFound, "there is no campaign folder in it")),
            false => Ok(folders),
        })
        .map_err(|error| vec![Fault::of_file(&name_of(campaigns), FaultKind::CannotRead(error.to_string()))])?;
    gather(folders.iter().map(|folder| load(folder, data)))
}

/// All campaigns, or all faults.
pub fn gather(outcomes: impl Iterator<Item = Result<Campaign, Vec<Fault>>>) -> Result<Vec<Campaign>, Vec<Fault>> {
    let (mut campaigns, mut faults) = (Vec::new(), Vec::new());
    for outcome in outcomes {
        match outcome {
            Ok(campaign) => campaigns.push(campaign),
            Err(found) => faults.extend(found),
        }
    }
    if faults.is_empty() { Ok(campaigns) } else { Err(faults) }
}

/// A path as it is shown, with `/` on every system.
fn name_of(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

/// The folders in a folder, by name.
fn folders(parent: &Path) -> io::Result<Vec<PathBuf>> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(parent)? {
        let path = entry?.path();
        if path.is_dir() && !is_hidden(path.file_name()) {
            folders.push(path);
        }
    }
    folders.sort();
    Ok(folders)
}

fn is_hidden(name: Option<&OsStr>) -> bool {
    name.is_none_or(|name| name.to_string_lossy().starts_with('.'))
}

/// The status of each campaign in a folder of campaigns.
fn neighbours(campaigns: &Path) -> Neighbours {
    let folders = folders(campaigns).unwrap_or_default();
    let statuses = folders.into_iter().filter_map(|folder| {
        let status = status_of(&read(&folder.join(FACTS_FILE)).ok()?);
        Some((folder.file_name()?.to_string_lossy().into_owned(), status))
    });
    statuses.collect()
}

/// Files by name, and the faults of those that the disk refused.
type Contents = (BTreeMap<String, Vec<u8>>, Vec<Fault>);

/// The JSON files, lists and pictures of a folder, and those that could not be read.
fn files(folder: &Path) -> io::Result<Contents> {
    let (mut files, mut unread) = (BTreeMap::new(), Vec::new());
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        if (path.is_dir() && !path.is_symlink())
            || is_hidden(path.file_name())
            || !["json", "csv", "svg", "png", "webp"].contains(&&*ending)
        {
            continue;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        match read(&path) {
            Ok(bytes) => {
                files.insert(name, bytes);
            }
            Err(_) if path.is_symlink() => unread.push(Fault::of_file(&name, FaultKind::Limit(LimitFault::Link))),
            Err(error) => unread.push(Fault::of_file(&name, FaultKind::CannotRead(error.to_string()))),
        }
    }
    unread.sort_by(|one, other| one.file.cmp(&other.file));
    Ok((files, unread))
}

/// The bytes of an ordinary file of a sensible size. A link is none: what it leads to may be anything.
///
/// # Errors
/// Whatever the disk says, and where the file is a link, no file, or too large.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let metadata = fs::symlink_metadata(path)?;
    match metadata.is_file() && metadata.len() <= MOST_BYTES {
        true => fs::read(path),
        false => Err(io::Error::new(io::ErrorKind::InvalidInput, "not an ordinary file of at most 8 MB")),
    }
}
