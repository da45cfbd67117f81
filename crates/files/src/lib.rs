//! Files in memory, by their path. Invariant: nothing here touches a disk but `disk.rs`, which only programs and tests ask for. Rooms that draw and check get them passed in, so the same code runs in a shell, in a test and
//! in a browser, and nothing is read twice.

#[cfg(feature = "disk")]
mod disk;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[cfg(feature = "disk")]
pub use disk::Met;

/// A set of files and folders. Cheap to clone: the contents are shared.
#[derive(Clone, Debug, Default)]
pub struct Files(BTreeMap<PathBuf, Entry>);

/// What is at a path.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The file, the folder, or why there is neither.
    pub content: Content,
    /// Whether the path is a link, which may lead out of its folder.
    pub is_link: bool,
}

/// The content at a path.
#[derive(Clone, Debug)]
pub enum Content {
    /// The bytes of a file.
    File(Arc<[u8]>),
    /// A folder.
    Folder,
    /// The disk refused, or it is neither a file nor a folder.
    Refused {
        /// Why.
        why: Arc<str>,
        /// Whether it is a folder.
        is_folder: bool,
    },
}

/// Why there is nothing to read, in the words of Unix, as a disk says it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileFault {
    /// Nothing is at the path.
    #[error("No such file or directory (os error 2)")]
    Absent,
    /// A folder where a file was expected.
    #[error("Is a directory (os error 21)")]
    IsFolder,
    /// A file where a folder was expected.
    #[error("Not a directory (os error 20)")]
    IsFile,
    /// The disk refused.
    #[error("{0}")]
    Refused(Arc<str>),
    /// A byte that is not UTF-8 text; bytes are counted from 0.
    #[error("byte {0} is not UTF-8 text")]
    NotText(usize),
}

impl Files {
    /// Adds what is at a path, in place of what was there.
    pub fn insert(&mut self, path: impl Into<PathBuf>, entry: Entry) {
        self.0.insert(path.into(), entry);
    }

    /// Adds a file, and the folders that lead to it.
    pub fn add(&mut self, path: impl Into<PathBuf>, bytes: impl Into<Arc<[u8]>>) {
        let path = path.into();
        for folder in path.ancestors().skip(1) {
            let entry = || Entry { content: Content::Folder, is_link: false };
            self.0.entry(folder.to_owned()).or_insert_with(entry);
        }
        self.insert(path, Entry { content: Content::File(bytes.into()), is_link: false });
    }

    /// Adds everything that others hold, in place of what was there.
    pub fn extend(&mut self, others: Files) {
        self.0.extend(others.0);
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// [`FileFault`] where there is no file.
    pub fn read(&self, path: &Path) -> Result<&[u8], FileFault> {
        match self.0.get(path).map(|entry| &entry.content) {
            Some(Content::File(bytes)) => Ok(bytes),
            Some(Content::Folder) => Err(FileFault::IsFolder),
            Some(Content::Refused { why, .. }) => Err(FileFault::Refused(Arc::clone(why))),
            None => Err(self.why_absent(path)),
        }
    }

    /// The text of a file in UTF-8.
    ///
    /// # Errors
    /// [`FileFault`] where there is no file, or no text in it.
    pub fn text(&self, path: &Path) -> Result<&str, FileFault> {
        str::from_utf8(self.read(path)?).map_err(|error| FileFault::NotText(error.valid_up_to()))
    }

    /// The paths directly in a folder, in order.
    ///
    /// # Errors
    /// [`FileFault`] where there is no folder.
    pub fn inside(&self, folder: &Path) -> Result<Vec<&Path>, FileFault> {
        match self.0.get(folder).map(|entry| &entry.content) {
            Some(Content::Folder) => {}
            Some(Content::File(_)) => return Err(FileFault::IsFile),
            Some(Content::Refused { why, .. }) => return Err(FileFault::Refused(Arc::clone(why))),
            None => return Err(self.why_absent(folder)),
        }
        let below = self.0.range(folder.to_owned()..).map(|(path, _)| path.as_path()).skip(1);
        let below = below.take_while(|path| path.starts_with(folder));
        Ok(below.filter(|path| path.parent() == Some(folder)).collect())
    }

    /// Whether something is at a path.
    pub fn has(&self, path: &Path) -> bool {
        self.0.contains_key(path)
    }

    /// Whether a file is at a path, one that cannot be read too.
    pub fn is_file(&self, path: &Path) -> bool {
        let is_file =
            |content: &Content| matches!(content, Content::File(_) | Content::Refused { is_folder: false, .. });
        self.0.get(path).is_some_and(|entry| is_file(&entry.content))
    }

    /// Whether a folder is at a path, or a link to one; one that cannot be read too.
    pub fn is_folder(&self, path: &Path) -> bool {
        let is_folder =
            |content: &Content| matches!(content, Content::Folder | Content::Refused { is_folder: true, .. });
        self.0.get(path).is_some_and(|entry| is_folder(&entry.content))
    }

    /// Whether a path is a link.
    pub fn is_link(&self, path: &Path) -> bool {
        self.0.get(path).is_some_and(|entry| entry.is_link)
    }

    /// Every file with its path, in order.
    pub fn all(&self) -> impl Iterator<Item = (&Path, &[u8])> {
        self.0.iter().filter_map(|(path, entry)| match &entry.content {
            Content::File(bytes) => Some((path.as_path(), &**bytes)),
            Content::Folder | Content::Refused { .. } => None,
        })
    }

    /// A folder that refused to be read is why nothing is known of what is in it; in a file there is nothing.
    fn why_absent(&self, path: &Path) -> FileFault {
        let above = path.ancestors().skip(1).find_map(|folder| self.0.get(folder));
        match above.map(|entry| &entry.content) {
            Some(Content::Refused { why, .. }) => FileFault::Refused(Arc::clone(why)),
            Some(Content::File(_)) => FileFault::IsFile,
            Some(Content::Folder) | None => FileFault::Absent,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Files {
        let mut files = Files::default();
        files.add("a/b/c.txt", *b"c");
        files.add("a/b.txt", *b"b");
        files.add("a/b-x/d", *b"\xff");
        let refused = Content::Refused { why: "locked".into(), is_folder: true };
        files.insert("a/no", Entry { content: refused, is_link: false });
        files
    }

    #[test]
    fn a_folder_lists_what_is_directly_in_it() {
        let inside = |folder: &str| -> Result<Vec<String>, FileFault> {
            let files = files();
            let paths = files.inside(Path::new(folder))?;
            Ok(paths.into_iter().map(|path| path.display().to_string()).collect())
        };
        assert_eq!(inside("a").unwrap(), ["a/b", "a/b-x", "a/b.txt", "a/no"]);
        assert_eq!(inside("a/").unwrap(), ["a/b", "a/b-x", "a/b.txt", "a/no"]);
        assert_eq!(inside("a/b").unwrap(), ["a/b/c.txt"]);
        assert_eq!(inside("").unwrap(), ["a"]);
        assert_eq!(inside("a/b.txt"), Err(FileFault::IsFile));
        assert_eq!(inside("a/c"), Err(FileFault::Absent));
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        let files = files();
        assert_eq!(files.text(Path::new("a/b.txt")), Ok("b"));
        assert_eq!(files.text(Path::new("a/b-x/d")), Err(FileFault::NotText(0)));
        assert_eq!(files.read(Path::new("a/b")), Err(FileFault::IsFolder));
        for below in ["a/no", "a/no/x"] {
            assert_eq!(files.read(Path::new(below)), Err(FileFault::Refused("locked".into())), "{below}");
        }
        assert_eq!(files.read(Path::new("a/x")), Err(FileFault::Absent));
        assert!(files.is_folder(Path::new("a/no")) && !files.is_file(Path::new("a/no")), "it is there all the same");
    }
}
