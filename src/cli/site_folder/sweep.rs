//! The end of a run: what earlier runs published and this one has not is kept for a while if open pages may still request
//! it, and removed otherwise. Anything else in the folder is left alone.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use walkdir::WalkDir;

use campaign::facts::Slug;
use layout::{DATA, INDEX, Kind, OfCampaign, SUMS, TWINS, front_of, is_fingerprinted, is_twin, without_twin};
use records::tables::sha256_hex;

use super::{Compressed, FolderFault, Outcome, SiteFolder, disk, is_same, record};

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
            changed: folder.changed.lock().map_or(0, |changed| changed.len()),
            old,
            removed: gone.iter().filter(|path| !is_twin(path)).count(),
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
        self.list_sums(&kept)?;
        Ok(outcome(&self, count))
    }

    /// Writes the sums of all files of this run, with their compressed copies.
    fn list_sums(&self, kept: &BTreeSet<String>) -> Result<(), FolderFault> {
        let mut sums = BTreeMap::new();
        for path in kept.iter().flat_map(|path| ["", TWINS[0], TWINS[1]].map(|ending| [path, ending].concat())) {
            match fs::read(self.root.join(&path)) {
                Ok(bytes) => drop(sums.insert(path, sha256_hex(&bytes))),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(disk(&self.root.join(path))(error)),
            }
        }
        let list = publish::sums::list(&sums);
        if is_same(&self.root.join(SUMS), list.as_bytes()) { Ok(()) } else { self.replace(SUMS, list.as_bytes()) }
    }

    /// Files of ours in the folder that this run has not published, compressed copies not counted.
    fn left(&self, kept: &BTreeSet<String>) -> Result<BTreeSet<String>, FolderFault> {
        let below = |folder: &str| files_below(&self.root, folder, ALL);
        let mut found = Vec::new();
        for campaign in self.before.iter().map(Slug::as_str) {
            for place in Kind::ALL.into_iter().filter_map(Kind::of_campaign) {
                match place {
                    OfCampaign::Folder(folder) => found.extend(below(&[folder, campaign].concat())?),
                    OfCampaign::Named(folder) => {
                        let start = [folder, campaign, "."].concat();
                        found.extend(below(folder)?.into_iter().filter(|path| path.starts_with(&start)));
                    }
                }
            }
        }
        if !self.before.is_empty() {
            let named = below(DATA)?.into_iter().chain(files_below(&self.root, "", 1)?);
            found.extend(named.filter(|path| is_fingerprinted(path)));
        }
        // Known as ours, whoever's they were.
        found.extend(self.record.old.keys().filter(|path| is_fingerprinted(path)).cloned());
        let paths = found.iter().map(|path| without_twin(path));
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
        let originals = kept.iter().filter(|path| !is_twin(path));
        for twin in originals.flat_map(|path| TWINS.map(|twin| [path, twin].concat())) {
            if !kept.contains(&twin) {
                remove_if_there(&self.root.join(twin))?;
            }
        }
        Ok(())
    }
}

/// Whether a page that a browser or a cache still has may refer to a file. Pictures go at once with their campaign, because
/// whoever takes one down wants it gone.
fn is_still_named(path: &str, kept: &BTreeSet<String>) -> bool {
    let campaign = match (Kind::of(path), path.split_once('/')) {
        (Kind::Logo, Some((_, rest))) => rest.split('/').next(),
        (Kind::Picture, Some((_, name))) => name.split('.').next(),
        _ => return is_fingerprinted(path),
    };
    campaign.is_some_and(|campaign| kept.contains(&front_of(campaign)))
}

/// Whether it was there.
fn remove_if_there(file: &Path) -> Result<bool, FolderFault> {
    match fs::remove_file(file) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(disk(file)(error)),
    }
}

/// The paths of all files below a folder, down to a depth. Links are not followed. No folder, no files.
pub(super) fn files_below(root: &Path, folder: &str, depth: usize) -> Result<Vec<String>, FolderFault> {
    let top = root.join(folder);
    if !top.is_dir() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for entry in WalkDir::new(&top).min_depth(1).max_depth(depth) {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(&top).to_owned();
            FolderFault::Disk { path, error: error.into_io_error().unwrap_or(io::ErrorKind::Other.into()) }
        })?;
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(root).unwrap_or(entry.path());
            let names = path.components().map(|name| name.as_os_str().to_string_lossy());
            found.push(names.collect::<Vec<_>>().join("/"));
        }
    }
    Ok(found)
}

/// As deep as there are folders.
pub(super) const ALL: usize = usize::MAX;
