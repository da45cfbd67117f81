//! The end of a run: what former runs published and this one has not is kept for a while where open pages may still ask
//! for it, and removed otherwise. Whatever else lies in the folder is left alone.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::names::{self, PARTS, TWINS};
use super::{Compressed, FolderFault, INDEX, Outcome, SiteFolder, disk, record};
use crate::domain::campaign::facts::Slug;

impl SiteFolder {
    /// Sweeps, and writes what the next run needs to know.
    pub fn finish(mut self) -> Result<Outcome, FolderFault> {
        let kept = std::mem::take(self.kept.get_mut().map_err(|_| FolderFault::ThreadDied)?);
        let index = self.index.get_mut().map_err(|_| FolderFault::ThreadDied)?.take();
        let mut old = BTreeMap::new();
        let mut gone = Vec::new();
        for path in self.left(&kept)? {
            let since = self.record.since(&path, self.now);
            if is_still_named(&path, &kept) && self.now - since < self.keep_for.as_secs() {
                old.insert(path, since);
            } else {
                gone.extend(self.remove(&path)?);
            }
        }
        if self.compressed == Compressed::Given {
            self.remove_lone_twins(&kept)?;
        }
        let outcome = |folder: &SiteFolder, old| Outcome {
            changed: folder.changed.load(std::sync::atomic::Ordering::Relaxed),
            old,
            removed: gone.iter().filter(|path| names::without_twin(path) == path.as_str()).count(),
        };
        let count = old.len();
        let record = std::mem::take(&mut self.record).after(old, &gone, &kept, self.now);
        match record.text() {
            Some(text) => self.replace(record::FILE, &text)?,
            None => remove_if_there(&self.root.join(record::FILE)).map(drop)?,
        }
        if let Some(index) = index {
            self.put(INDEX, &index)?;
        }
        Ok(outcome(&self, count))
    }

    /// Files of ours in the folder that this run has not published, compressed copies not counted.
    fn left(&self, kept: &BTreeSet<String>) -> Result<BTreeSet<String>, FolderFault> {
        let mut found = Vec::new();
        for campaign in self.before.iter().map(Slug::as_str) {
            for folder in ["c", "e", "partners", "logos"] {
                gather(&self.root, &[folder, "/", campaign].concat(), &|_| true, &mut found)?;
            }
            for folder in ["oembed", "pictures", PARTS] {
                let is_ours = |path: &str| {
                    let rest =
                        path.strip_prefix(folder).and_then(|name| name.strip_prefix('/')?.strip_prefix(campaign));
                    rest.is_some_and(|rest| rest.starts_with('.'))
                };
                gather(&self.root, folder, &is_ours, &mut found)?;
            }
        }
        if !self.before.is_empty() {
            gather(&self.root, "data", &|path| !path.starts_with(PARTS) && names::is_fingerprinted(path), &mut found)?;
            found.extend(
                entries(&self.root)?.into_iter().map(|(name, _)| name).filter(|name| names::is_fingerprinted(name)),
            );
        }
        // Known as ours, whoever's they were.
        found.extend(self.record.old.keys().filter(|path| names::is_fingerprinted(path)).cloned());
        let paths = found.iter().map(|path| names::without_twin(path));
        let is_left = |path: &&str| !kept.contains(*path) && self.root.join(path).exists();
        Ok(paths.filter(is_left).map(str::to_owned).collect())
    }

    /// Removes a file and its compressed copies, and folders that are empty then. Gives what was there.
    fn remove(&self, path: &str) -> Result<Vec<String>, FolderFault> {
        let mut gone = Vec::new();
        for path in ["", TWINS[0], TWINS[1]].map(|ending| [path, ending].concat()) {
            if remove_if_there(&self.root.join(&path))? {
                gone.push(path);
            }
        }
        // Others refuse.
        let file = self.root.join(path);
        let mut folders = file.ancestors().skip(1).take_while(|folder| *folder != self.root);
        let _ = folders.try_for_each(fs::remove_dir);
        Ok(gone)
    }

    /// A compressed copy that was not given with its file is that of another content.
    fn remove_lone_twins(&self, kept: &BTreeSet<String>) -> Result<(), FolderFault> {
        let originals = kept.iter().filter(|path| names::without_twin(path) == path.as_str());
        for twin in originals.flat_map(|path| TWINS.map(|twin| [path, twin].concat())) {
            if !kept.contains(&twin) {
                remove_if_there(&self.root.join(twin))?;
            }
        }
        Ok(())
    }
}

/// Whether a page that a browser, or a cache on the way, still has may name a file. Pictures go at once with their campaign:
/// whoever takes one down wants it gone.
fn is_still_named(path: &str, kept: &BTreeSet<String>) -> bool {
    let campaign = match path.split_once('/') {
        Some(("logos", rest)) => rest.split('/').next(),
        Some(("pictures", name)) => name.split('.').next(),
        _ => return names::is_fingerprinted(path),
    };
    campaign.is_some_and(|campaign| kept.contains(&["c/", campaign, "/index.html"].concat()))
}

/// Whether it was there.
fn remove_if_there(file: &Path) -> Result<bool, FolderFault> {
    match fs::remove_file(file) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(disk(file)(error)),
    }
}

/// The paths of all files below a folder, links not followed, that are ours. No folder, no files.
pub(super) fn gather(
    root: &Path,
    path: &str,
    is_ours: &dyn Fn(&str) -> bool,
    found: &mut Vec<String>,
) -> Result<(), FolderFault> {
    let folder = root.join(path);
    if !folder.is_dir() {
        return Ok(());
    }
    for (name, kind) in entries(&folder)? {
        let path = if path.is_empty() { name } else { [path, "/", &name].concat() };
        match kind {
            kind if kind.is_dir() => gather(root, &path, is_ours, found)?,
            kind if kind.is_file() && is_ours(&path) => found.push(path),
            _ => {}
        }
    }
    Ok(())
}

fn entries(folder: &Path) -> Result<Vec<(String, fs::FileType)>, FolderFault> {
    let entries = fs::read_dir(folder).map_err(disk(folder))?;
    let named = entries.map(|entry| {
        let entry = entry?;
        Ok((entry.file_name().to_string_lossy().into_owned(), entry.file_type()?))
    });
    named.collect::<Result<_, _>>().map_err(disk(folder))
}
