//! The folder that a site goes to, while one run at a time writes it.
//!
//! Invariants: whoever reads a file while it is replaced gets the old one or the new one, never a part of either; a second
//! run into the same folder is refused; a file that pages of the last run still name stays for a while.

mod lock;
mod record;
mod sweep;
#[cfg(test)]
mod tests;
mod twins;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::Deserialize;

use campaign::facts::Slug;
use layout::{INDEX, is_twin, phase};

pub use lock::FolderLock;
pub use record::Record;

/// The folder while it is written, by several threads if need be.
#[derive(Debug)]
pub struct SiteFolder {
    root: PathBuf,
    lock: FolderLock,
    /// The campaigns that the last run published.
    before: Vec<Slug>,
    /// Which files are left from earlier runs, and since when.
    record: Record,
    /// How long they stay.
    keep_for: Duration,
    /// In seconds since 1970.
    now: u64,
    /// Everything that this run has published, by its path in the site.
    kept: Mutex<BTreeSet<String>>,
    index: Mutex<Option<Vec<u8>>>,
    changed: Mutex<BTreeSet<String>>,
    aside: AtomicUsize,
    compressed: Compressed,
}

/// Where the compressed copies beside files come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compressed {
    /// A folder that has them gets new ones with each file that changes.
    Renewed,
    /// They are published like any other file.
    Given,
}

/// What a run did to a folder. Compressed copies are not counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Files that were not there, or held something else.
    pub changed: usize,
    /// Files of earlier runs that are kept for now.
    pub old: usize,
    /// Files of earlier runs that were removed.
    pub removed: usize,
}

/// Why a folder cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum FolderFault {
    /// Another run is writing it.
    #[error("{}: another run is publishing here ({who}); try again when it is done", .folder.display())]
    Busy {
        /// The folder.
        folder: PathBuf,
        /// What the other run says of itself.
        who: String,
    },
    /// The disk refused.
    #[error("{}", .path.display())]
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        #[source]
        error: io::Error,
    },
    /// A thread died while it wrote.
    #[error("a thread died; its message is above")]
    ThreadDied,
}

/// The disk's refusal, with the path it is about.
fn disk(path: &Path) -> impl FnOnce(io::Error) -> FolderFault + '_ {
    |error| FolderFault::Disk { path: path.to_owned(), error }
}

/// The files of a site in a folder, by their path in it, in the order in which to upload them. Files that only runs need
/// are left out.
pub fn files(root: &Path) -> Result<Vec<String>, FolderFault> {
    let mut found = sweep::files_below(root, "", sweep::ALL)?;
    found.retain(|path| path != record::FILE && !path.starts_with(lock::FOLDER));
    found.sort_by(|one, other| (phase(one), one).cmp(&(phase(other), other)));
    Ok(found)
}

#[derive(Deserialize)]
struct Published {
    id: Slug,
}

impl SiteFolder {
    /// Takes a folder, with what earlier runs left there. It is ours until the value is dropped.
    pub fn open(root: &Path, keep_for: Duration, compressed: Compressed) -> Result<SiteFolder, FolderFault> {
        SiteFolder::open_at(root, keep_for, compressed, now())
    }

    fn open_at(root: &Path, keep_for: Duration, compressed: Compressed, now: u64) -> Result<SiteFolder, FolderFault> {
        fs::create_dir_all(root).map_err(disk(root))?;
        let lock = FolderLock::take(root)?;
        let index = fs::read(root.join(INDEX)).ok();
        let before: Option<Vec<Published>> = index.and_then(|index| serde_json::from_slice(&index).ok());
        Ok(SiteFolder {
            root: root.to_owned(),
            lock,
            // Without a list that reads, nothing is known to be ours.
            before: before.unwrap_or_default().into_iter().map(|campaign| campaign.id).collect(),
            record: Record::read(root),
            keep_for,
            now,
            kept: Mutex::default(),
            index: Mutex::default(),
            changed: Mutex::default(),
            aside: AtomicUsize::new(0),
            compressed,
        })
    }

    /// Puts a file in its place, unless the same bytes are there.
    pub fn write(&self, path: &str, content: &[u8]) -> Result<(), FolderFault> {
        self.keep(path)?;
        if path == INDEX {
            *self.index.lock().map_err(|_| FolderFault::ThreadDied)? = Some(content.to_owned());
            return Ok(());
        }
        self.put(path, content)
    }

    fn put(&self, path: &str, content: &[u8]) -> Result<(), FolderFault> {
        if is_same(&self.root.join(path), content) {
            return Ok(());
        }
        if self.compressed == Compressed::Renewed {
            // First: if the run ends here, the next one finds the file itself changed, and renews them again.
            for (copy, bytes) in twins::renewed(&self.root, path, content).map_err(disk(&self.root.join(path)))? {
                self.replace(&copy, &bytes)?;
            }
        }
        self.replace(path, content)?;
        if !is_twin(path) {
            self.changed.lock().map_err(|_| FolderFault::ThreadDied)?.insert(path.to_owned());
        }
        Ok(())
    }

    /// Writes aside and renames: readers have the old file or the new one.
    fn replace(&self, path: &str, content: &[u8]) -> Result<(), FolderFault> {
        let file = self.root.join(path);
        let aside = self.lock.aside(self.aside.fetch_add(1, Ordering::Relaxed));
        file.parent().map_or(Ok(()), fs::create_dir_all).map_err(disk(&file))?;
        fs::write(&aside, content).and_then(|()| fs::rename(&aside, &file)).map_err(disk(&file))
    }

    /// Notes that an existing file belongs to this run.
    pub fn keep(&self, path: &str) -> Result<(), FolderFault> {
        self.kept.lock().map(|mut kept| kept.insert(path.to_owned())).map(drop).map_err(|_| FolderFault::ThreadDied)
    }
}

/// Seconds since 1970.
fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

/// Whether a file holds exactly these bytes. One of another length is not read.
fn is_same(file: &Path, content: &[u8]) -> bool {
    let length = fs::metadata(file).ok().and_then(|data| usize::try_from(data.len()).ok());
    length == Some(content.len()) && fs::read(file).is_ok_and(|found| found == content)
}
