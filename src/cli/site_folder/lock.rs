//! One run at a time writes a folder. The operating system ends the lock with its process, however that ends.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::{FolderFault, disk};
use crate::cli::clock;

/// Where a run keeps its lock and what it writes aside; gone when it is done.
pub(super) const FOLDER: &str = ".publishing";

/// The lock, in that folder. Says whose it is.
const FILE: &str = "lock";

/// How often the folder may go away under our hands, because another run has just ended.
const TRIES: usize = 20;

/// A folder that is ours until this is dropped.
#[derive(Debug)]
pub struct FolderLock {
    folder: PathBuf,
    // Holds the lock.
    _file: File,
}

impl FolderLock {
    /// Takes the lock of a site's folder. What a run that was killed left behind is cleared away.
    pub fn take(root: &Path) -> Result<FolderLock, FolderFault> {
        let folder = root.join(FOLDER);
        for _ in 0..TRIES {
            match try_to_take(&folder) {
                Ok(Some(mut file)) => {
                    clear(&folder);
                    let who = format!("process {}, since {}", std::process::id(), clock::moment());
                    file.set_len(0).and_then(|()| file.write_all(who.as_bytes())).map_err(disk(&folder))?;
                    return Ok(FolderLock { folder, _file: file });
                }
                Ok(None) => return Err(FolderFault::Busy { folder: root.to_owned(), who: whose(&folder) }),
                // The run that had it has just taken its folder away.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(FolderFault::Disk { path: folder, error }),
            }
        }
        Err(FolderFault::Busy { folder: root.to_owned(), who: whose(&folder) })
    }

    /// Where a file is written before it is renamed; on the same disk as its place.
    pub(super) fn aside(&self, number: usize) -> PathBuf {
        self.folder.join(number.to_string())
    }
}

impl Drop for FolderLock {
    fn drop(&mut self) {
        // Still locked: nobody else has it. What cannot be removed does no harm, and the next run tries again.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The locked file; nothing where another process has it.
fn try_to_take(folder: &Path) -> io::Result<Option<File>> {
    fs::create_dir_all(folder)?;
    let path = folder.join(FILE);
    let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path)?;
    match file.try_lock() {
        Ok(()) if is_at(&file, &path)? => Ok(Some(file)),
        // Locked, but removed by the run before.
        Ok(()) => Err(io::ErrorKind::NotFound.into()),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Whether an open file is the one that a path leads to.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt as _;
    let (open, there) = (file.metadata()?, fs::metadata(path)?);
    Ok((open.dev(), open.ino()) == (there.dev(), there.ino()))
}

/// Elsewhere, a file that is open cannot be removed.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> io::Result<bool> {
    Ok(true)
}

/// Removes what a killed run had written aside.
fn clear(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name() != FILE {
            // It would only take room.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// What the run that has the lock says about itself.
fn whose(folder: &Path) -> String {
    let mut who = String::new();
    let read = File::open(folder.join(FILE)).and_then(|file| file.take(200).read_to_string(&mut who));
    if read.is_ok() && !who.is_empty() { who } else { "it has just begun or ended".to_owned() }
}
