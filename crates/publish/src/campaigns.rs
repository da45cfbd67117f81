//! Campaign folders.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use campaign::Campaign;
use campaign::check::{FACTS_FILE, Folder, Neighbours, check, status_of};
use campaign::fault::{Fault, FaultKind, LimitFault};
use files::{FileFault, Files};
use records::legislature;

/// The files of a campaign: words and facts, lists of people, pictures of signers.
pub const ENDINGS: [&str; 5] = ["json", "csv", "svg", "png", "webp"];

/// Larger files are no campaign's: ten thousand signers take less than two megabytes.
pub const MOST_BYTES: u64 = 8 << 20;

/// Reads the campaign in a folder, which faults call `shown`. The folders beside it are looked at for the campaign to which it points, and those of `data`
/// for the legislatures to which it writes.
///
/// # Errors
/// Every fault of every file, with the folder in its path. [`FaultKind::CannotRead`] where the disk refused.
pub fn load(all: &Files, folder: &Path, shown: &Path, data: &Path) -> Result<Campaign, Vec<Fault>> {
    let cannot_read =
        |error: FileFault| vec![Fault::of_file(&name_of(shown), FaultKind::CannotRead(error.to_string()))];
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let (files, unread) = files(all, folder).map_err(cannot_read)?;
    let neighbours = folder.parent().map(|above| neighbours(all, above)).unwrap_or_default();
    let mut outcome = check(&Folder { name, files, legislatures: legislature::known(all, data, folder) }, &neighbours);
    if !unread.is_empty() {
        // What could not be read is not also missing.
        let mut faults = outcome.err().unwrap_or_default();
        faults.retain(|fault| !unread.iter().any(|refused| refused.file == fault.file));
        faults.extend(unread);
        outcome = Err(faults);
    }
    outcome.map_err(|mut faults| {
        for fault in &mut faults {
            fault.file = name_of(&shown.join(&fault.file));
        }
        faults
    })
}

/// Reads every campaign in a folder of campaigns, ordered by name. Hidden folders are passed over.
///
/// # Errors
/// Every fault of every campaign; a folder without campaigns is one.
pub fn load_all(files: &Files, campaigns: &Path, data: &Path) -> Result<Vec<Campaign>, Vec<Fault>> {
    let cannot_read = |why: String| vec![Fault::of_file(&name_of(campaigns), FaultKind::CannotRead(why))];
    let folders = folders(files, campaigns).map_err(|error| cannot_read(error.to_string()))?;
    if folders.is_empty() {
        return Err(cannot_read("contains no campaign folder".to_owned()));
    }
    gather(folders.iter().map(|folder| load(files, folder, folder, data)))
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
fn folders(files: &Files, parent: &Path) -> Result<Vec<PathBuf>, FileFault> {
    let inside = files.inside(parent)?.into_iter();
    let folders = inside.filter(|path| files.is_folder(path) && !is_hidden(path.file_name()));
    Ok(folders.map(Path::to_owned).collect())
}

fn is_hidden(name: Option<&OsStr>) -> bool {
    name.is_none_or(|name| name.to_string_lossy().starts_with('.'))
}

/// The status of each campaign in a folder of campaigns.
fn neighbours(files: &Files, campaigns: &Path) -> Neighbours {
    let folders = folders(files, campaigns).unwrap_or_default();
    let statuses = folders.into_iter().filter_map(|folder| {
        let status = status_of(read(files, &folder.join(FACTS_FILE)).ok()?);
        Some((folder.file_name()?.to_string_lossy().into_owned(), status))
    });
    statuses.collect()
}

/// Files by name, and the faults of those that the disk refused.
type Contents = (BTreeMap<String, Vec<u8>>, Vec<Fault>);

/// The JSON files, lists and pictures of a folder, and those that could not be read.
fn files(all: &Files, folder: &Path) -> Result<Contents, FileFault> {
    let (mut files, mut unread) = (BTreeMap::new(), Vec::new());
    for path in all.inside(folder)? {
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        if (all.is_folder(path) && !all.is_link(path)) || is_hidden(path.file_name()) || !ENDINGS.contains(&&*ending) {
            continue;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        match read(all, path) {
            Ok(bytes) => {
                files.insert(name, bytes.to_vec());
            }
            Err(_) if all.is_link(path) => unread.push(Fault::of_file(&name, FaultKind::Limit(LimitFault::Link))),
            Err(error) => unread.push(Fault::of_file(&name, FaultKind::CannotRead(error.to_string()))),
        }
    }
    unread.sort_by(|one, other| one.file.cmp(&other.file));
    Ok((files, unread))
}

/// The bytes of an ordinary file of a sensible size. A link is none: what it leads to may be anything.
///
/// # Errors
/// Whatever the disk said, and where the file is a link, no file, or too large.
pub fn read<'f>(files: &'f Files, path: &Path) -> Result<&'f [u8], FileFault> {
    let bytes = files.read(path)?;
    match !files.is_link(path) && bytes.len() as u64 <= MOST_BYTES {
        true => Ok(bytes),
        false => Err(FileFault::Refused("not an ordinary file of at most 8 MB".into())),
    }
}

#[cfg(test)]
mod tests {
    use files::{Content, Entry};

    use super::*;

    /// Whatever cannot be read must not pass for something that is not there: its pages would be removed.
    #[test]
    fn a_folder_that_cannot_be_read_is_a_fault() {
        let campaigns = Path::new("campaigns");
        let mut files = Files::default();
        let folder = |content| Entry { content, is_link: false };
        files.insert(campaigns, folder(Content::Folder));
        files.insert("campaigns/locked", folder(Content::Refused { why: "Permission denied".into(), is_folder: true }));
        let faults = load_all(&files, campaigns, Path::new("data")).unwrap_err();
        let faults: Vec<String> = faults.iter().map(campaign::sentence::line).collect();
        assert_eq!(faults, ["campaigns/locked: cannot be read: Permission denied"]);
    }
}
