//! Reads folders from the disk.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use std::fs;
use std::io;
use std::path::Path;

use walkdir::WalkDir;

use super::{Content, Entry, Files};

impl Files {
    /// Reads a file. What the disk refuses is kept as such; a file that isn't there is left out.
    pub fn read_file(&mut self, path: &Path) {
        self.read_folder(path, 0, |_| u64::MAX);
    }

    /// Reads a folder, and folders in it down to `depth`: 1 for its files alone. `most` says how many bytes a file may have, by its
    /// depth. What the disk refuses, larger files, and what is neither file nor folder are kept as refused; a folder that isn't there
    /// is left out. Links are followed, and marked.
    pub fn read_folder(&mut self, folder: &Path, depth: usize, most: impl Fn(usize) -> u64) {
        for found in WalkDir::new(folder).max_depth(depth).follow_links(true) {
            match found {
                Ok(found) => {
                    let content = match fs::metadata(found.path()) {
                        Ok(metadata) if metadata.is_dir() => Ok(Content::Folder),
                        Ok(metadata) => file(found.path(), &metadata, most(found.depth())),
                        Err(error) => Err(error),
                    };
                    let content = content.unwrap_or_else(|error| Content::Refused(error.to_string().into()));
                    self.insert(found.path(), Entry { content, is_link: found.path_is_symlink() });
                }
                Err(error) => {
                    let Some(path) = error.path().map(Path::to_owned) else { continue };
                    let is_link = path.is_symlink();
                    // A link that leads nowhere is there all the same.
                    let is_absent = error.io_error().is_some_and(|error| error.kind() == io::ErrorKind::NotFound);
                    if !is_absent || is_link {
                        let why = error.io_error().map_or_else(|| error.to_string(), io::Error::to_string);
                        self.insert(path, Entry { content: Content::Refused(why.into()), is_link });
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
        fs::create_dir_all(root.join("one/two")).unwrap();
        fs::write(root.join("one/a.txt"), "a").unwrap();
        fs::write(root.join("one/two/b.txt"), "more").unwrap();
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("a.txt", root.join("one/link")).unwrap();
            std::os::unix::fs::symlink("nowhere", root.join("one/lost")).unwrap();
            std::os::unix::fs::symlink("..", root.join("one/round")).unwrap();
        }
        let mut files = Files::default();
        files.read_folder(&root, 3, |depth| if depth == 3 { 3 } else { 9 });
        files.read_file(&root.join("not there"));
        assert_eq!(files.read(&root.join("one/a.txt")), Ok(b"a".as_slice()));
        let most = "not an ordinary file of at most 0 MB";
        assert_eq!(files.read(&root.join("one/two/b.txt")), Err(FileFault::Refused(most.into())));
        assert_eq!(files.read(&root.join("not there")), Err(FileFault::Absent));
        assert!(!files.has(&root.join("not there")));
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
