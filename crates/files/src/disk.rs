//! Reads folders from the disk.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::{Content, Entry, Files};

/// A file or folder that was met.
#[derive(Clone, Copy, Debug)]
pub struct Met<'a> {
    /// Where.
    pub path: &'a Path,
    /// How deep below the folder that is read: 1 for what is directly in it.
    pub depth: usize,
    /// Whether it is a folder, or a link to one.
    pub is_folder: bool,
}

impl Files {
    /// Reads a file. What the disk refuses is kept as such; a file that isn't there is left out.
    pub fn read_file(&mut self, path: &Path) {
        self.read_folder(path, |_| Some(u64::MAX));
    }

    /// Reads a folder. `most` says how many bytes a file may have; `None` leaves a file out, and doesn't look into a folder. What the
    /// disk refuses, larger files, and what is neither file nor folder are kept as refused; a folder that isn't there is left out.
    /// Links are followed, and marked.
    pub fn read_folder(&mut self, folder: &Path, most: impl Fn(Met<'_>) -> Option<u64>) {
        let allowed = |found: &DirEntry| {
            let is_folder = found.file_type().is_dir();
            if found.depth() == 0 {
                Some(u64::MAX)
            } else {
                most(Met { path: found.path(), depth: found.depth(), is_folder })
            }
        };
        // The folder that is being listed, at each depth.
        let mut open: Vec<PathBuf> = Vec::new();
        for found in WalkDir::new(folder).follow_links(true).into_iter().filter_entry(|found| allowed(found).is_some())
        {
            match found {
                Ok(found) => {
                    let content = match fs::metadata(found.path()) {
                        Ok(metadata) if metadata.is_dir() => Ok(Content::Folder),
                        Ok(metadata) => file(found.path(), &metadata, allowed(&found).unwrap_or_default()),
                        Err(error) => Err(error),
                    };
                    let refused =
                        |error: io::Error| Content::Refused { why: error.to_string().into(), is_folder: false };
                    let content = content.unwrap_or_else(refused);
                    open.truncate(found.depth());
                    open.push(found.path().to_owned());
                    self.insert(found.path(), Entry { content, is_link: found.path_is_symlink() });
                }
                Err(error) => {
                    // An error in the middle of a folder names none.
                    let listed = || open.get(error.depth().checked_sub(1)?).cloned();
                    let Some(path) = error.path().map(Path::to_owned).or_else(listed) else { continue };
                    let is_link = path.is_symlink();
                    // A link that leads nowhere is there all the same.
                    let is_absent = error.io_error().is_some_and(|error| error.kind() == io::ErrorKind::NotFound);
                    if !is_absent || is_link {
                        let why = error.io_error().map_or_else(|| error.to_string(), io::Error::to_string);
                        let is_folder = self.is_folder(&path);
                        self.insert(path, Entry { content: Content::Refused { why: why.into(), is_folder }, is_link });
                    }
                }
            }
        }
    }
}

fn file(path: &Path, metadata: &fs::Metadata, most: u64) -> io::Result<Content> {
    if !metadata.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not an ordinary file"));
    }
    if metadata.len() > most {
        let why = format!("not an ordinary file of at most {} MB", most >> 20);
        return Err(io::Error::new(io::ErrorKind::InvalidInput, why));
    }
    Ok(Content::File(fs::read(path)?.into()))
}

#[cfg(test)]
mod tests {
    use crate::FileFault;

    use super::*;

    #[test]
    fn a_folder_is_read_as_it_is() {
        let root = std::env::temp_dir().join(format!("undersigned-files-{}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(root.join("one/two/deep")).unwrap();
        fs::create_dir_all(root.join("one/not")).unwrap();
        fs::write(root.join("one/a.txt"), "a").unwrap();
        fs::write(root.join("one/two/b.txt"), "more").unwrap();
        fs::write(root.join("one/not/c.txt"), "c").unwrap();
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("a.txt", root.join("one/link")).unwrap();
            std::os::unix::fs::symlink("nowhere", root.join("one/lost")).unwrap();
            std::os::unix::fs::symlink("..", root.join("one/round")).unwrap();
        }
        let mut files = Files::default();
        files.read_folder(&root, |met| match met {
            Met { depth: 3, is_folder, .. } => (!is_folder).then_some(3),
            Met { path, .. } => (!path.ends_with("not")).then_some(9),
        });
        files.read_file(&root.join("not there"));
        assert_eq!(files.read(&root.join("one/a.txt")), Ok(b"a".as_slice()));
        let most = "not an ordinary file of at most 0 MB";
        assert_eq!(files.read(&root.join("one/two/b.txt")), Err(FileFault::Refused(most.into())));
        assert_eq!(files.read(&root.join("not there")), Err(FileFault::Absent));
        for left_out in ["not there", "one/not", "one/not/c.txt", "one/two/deep"] {
            assert!(!files.has(&root.join(left_out)), "{left_out}");
        }
        #[cfg(unix)]
        {
            assert_eq!(files.read(&root.join("one/link")), Ok(b"a".as_slice()));
            for link in ["link", "lost", "round"] {
                assert!(files.is_link(&root.join("one").join(link)), "{link}");
            }
            assert!(files.read(&root.join("one/lost")).is_err() && files.has(&root.join("one/lost")));
        }
        fs::remove_dir_all(&root).unwrap();
    }
}
