//! Reads folders for the rooms that know no file system.

use std::path::Path;

use files::Files;
use publish::campaigns::MOST_BYTES;

/// Reads a folder of campaigns: each campaign's files, and the legislature that it may bring.
pub fn campaigns(files: &mut Files, folder: &Path) {
    files.read_folder(folder, 3, |depth| if depth == 2 { MOST_BYTES } else { u64::MAX });
}

/// Reads a campaign with what is looked at beside it: the other campaigns' facts, for the one to which it points.
pub fn campaign(files: &mut Files, folder: &Path) {
    if let Some(above) = folder.parent() {
        // Their names alone.
        files.read_folder(above, 1, |_| 0);
        let beside = files.inside(above).unwrap_or_default();
        let facts: Vec<_> = beside.into_iter().map(|other| other.join(campaign::check::FACTS_FILE)).collect();
        facts.iter().for_each(|facts| files.read_folder(facts, 0, |_| MOST_BYTES));
    }
    files.read_folder(folder, 2, |depth| if depth == 1 { MOST_BYTES } else { u64::MAX });
}

/// Reads a folder of tables: those of every legislature.
pub fn data(files: &mut Files, folder: &Path) {
    files.read_folder(folder, 2, |_| u64::MAX);
}

/// Reads the tables of one legislature.
pub fn legislature(folder: &Path) -> Files {
    let mut files = Files::default();
    files.read_folder(folder, 1, |_| u64::MAX);
    files
}

/// Reads the project's own files.
pub fn assets(files: &mut Files, folder: &Path) {
    files.read_folder(folder, 2, |_| u64::MAX);
}
