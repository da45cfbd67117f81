//! The folder that a site goes to: only what has changed is written, and what the last run published and this one does
//! not is removed. Whatever else lies there is left alone.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde::Deserialize;

use crate::domain::campaign::facts::Slug;

/// What a run says of its campaigns, for the next one and for other tools.
pub const INDEX: &str = "campaigns.json";

/// What stands beside a file for hosts that do not compress.
const TWINS: [&str; 2] = [".br", ".gz"];

/// The folder while it is written, by several threads if need be.
pub struct SiteFolder {
    root: PathBuf,
    /// The campaigns that the last run published.
    before: Vec<Slug>,
    /// Everything that this run has published, by its path in the site.
    kept: Mutex<BTreeSet<String>>,
    changed: AtomicUsize,
}

#[derive(Deserialize)]
struct Published {
    id: Slug,
}

impl SiteFolder {
    /// Takes a folder, with what the last run left there.
    pub fn open(root: &Path) -> SiteFolder {
        let index = fs::read(root.join(INDEX)).ok();
        let before: Option<Vec<Published>> = index.and_then(|index| serde_json::from_slice(&index).ok());
        SiteFolder {
            root: root.to_owned(),
            // Without a list that reads, nothing is known to be ours.
            before: before.unwrap_or_default().into_iter().map(|campaign| campaign.id).collect(),
            kept: Mutex::default(),
            changed: AtomicUsize::new(0),
        }
    }

    /// Puts a file in its place, unless the same bytes are there.
    pub fn write(&self, path: &str, content: &[u8]) -> Result<(), String> {
        let file = self.root.join(path);
        let problem = |error: std::io::Error| format!("{}: {error}", file.display());
        if !is_same(&file, content) {
            file.parent().map_or(Ok(()), fs::create_dir_all).map_err(problem)?;
            fs::write(&file, content).map_err(problem)?;
            self.changed.fetch_add(1, Ordering::Relaxed);
        }
        self.keep(path)
    }

    /// Says that a file that is there already belongs to this run.
    pub fn keep(&self, path: &str) -> Result<(), String> {
        self.kept.lock().map(|mut kept| kept.insert(path.to_owned())).map(drop).map_err(|error| error.to_string())
    }

    /// How many files were not there, or held something else.
    pub fn changed(&self) -> usize {
        self.changed.load(Ordering::Relaxed)
    }

    /// Removes what the last run published and this one has not; returns how many files, twins not counted.
    pub fn sweep(self) -> Result<usize, String> {
        let kept = self.kept.into_inner().map_err(|error| error.to_string())?;
        let mut found = Vec::new();
        for campaign in self.before.iter().map(Slug::as_str) {
            for folder in ["c", "e", "partners", "logos"] {
                gather(&self.root, &[folder, "/", campaign].concat(), &|_| true, &mut found)?;
            }
            for folder in ["oembed", "pictures", "data/parts"] {
                let is_ours = |name: &str| name.strip_prefix(campaign).is_some_and(|rest| rest.starts_with('.'));
                gather(&self.root, folder, &is_ours, &mut found)?;
            }
        }
        if !self.before.is_empty() {
            gather(&self.root, "data", &is_table, &mut found)?;
            let names = names(&self.root)?.into_iter().map(|(name, _)| name);
            let is_script =
                |name: &String| ["action-", "search-"].iter().any(|stem| has_fingerprint(name, stem, ".js"));
            found.extend(names.filter(is_script));
        }
        let stale: BTreeSet<&String> = found.iter().filter(|path| !kept.contains(without_twin(path))).collect();
        for path in &stale {
            let file = self.root.join(path);
            fs::remove_file(&file).map_err(|error| format!("{}: {error}", file.display()))?;
            // Folders that are empty now go, too; others refuse.
            let mut folders = file.ancestors().skip(1).take_while(|folder| *folder != self.root);
            let _ = folders.try_for_each(fs::remove_dir);
        }
        Ok(stale.iter().filter(|path| without_twin(path) == path.as_str()).count())
    }
}

/// Whether a file holds exactly these bytes. One of another length is not read.
fn is_same(file: &Path, content: &[u8]) -> bool {
    let length = fs::metadata(file).ok().and_then(|data| usize::try_from(data.len()).ok());
    length == Some(content.len()) && fs::read(file).is_ok_and(|found| found == content)
}

/// The paths of all files below a folder, links not followed, whose names are ours. No folder, no files.
fn gather(root: &Path, path: &str, is_ours: &dyn Fn(&str) -> bool, found: &mut Vec<String>) -> Result<(), String> {
    let folder = root.join(path);
    if !folder.is_dir() {
        return Ok(());
    }
    for (name, kind) in names(&folder)? {
        let path = [path, "/", &name].concat();
        match kind {
            kind if kind.is_dir() => gather(root, &path, is_ours, found)?,
            kind if kind.is_file() && is_ours(&name) => found.push(path),
            _ => {}
        }
    }
    Ok(())
}

fn names(folder: &Path) -> Result<Vec<(String, fs::FileType)>, String> {
    let problem = |error: std::io::Error| format!("{}: {error}", folder.display());
    let entries = fs::read_dir(folder).map_err(problem)?;
    let named = entries.map(|entry| {
        let entry = entry?;
        Ok((entry.file_name().to_string_lossy().into_owned(), entry.file_type()?))
    });
    named.collect::<Result<_, _>>().map_err(problem)
}

fn without_twin(path: &str) -> &str {
    TWINS.iter().find_map(|twin| path.strip_suffix(twin)).unwrap_or(path)
}

/// `congress-0123abcd.bin`
fn is_table(name: &str) -> bool {
    let name = without_twin(name);
    name.split_once('-').is_some_and(|(stem, _)| has_fingerprint(name, &[stem, "-"].concat(), ".bin"))
}

fn has_fingerprint(name: &str, stem: &str, kind: &str) -> bool {
    let middle = without_twin(name).strip_prefix(stem).and_then(|rest| rest.strip_suffix(kind));
    middle.is_some_and(|middle| middle.len() == 8 && middle.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scratch(name: &str) -> PathBuf {
        let root = std::env::temp_dir().join(format!("undersigned-folder-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(&root).unwrap();
        root
    }

    #[test]
    fn only_what_the_last_run_published_is_swept() {
        let root = scratch("swept");
        for (path, content) in [
            ("campaigns.json", r#"[{"id": "gone"}, {"id": "stays"}]"#),
            ("c/gone/en/index.html", "old"),
            ("c/gone/en/index.html.br", "old"),
            ("c/stays/en/index.html", "old"),
            ("c/stays/en/index.html.gz", "old"),
            ("c/stays/en/us/index.html", "old"),
            ("c/theirs/en/index.html", "theirs"),
            ("pictures/gone.en.png", "old"),
            ("pictures/gone-too.en.png", "theirs"),
            ("data/us/congress-0123abcd.bin.br", "old"),
            ("data/us/congress-0123abcd.bin", "old"),
            ("data/us/notes.txt", "theirs"),
            ("search-0123abcd.js", "old"),
            ("about.html", "theirs"),
        ] {
            fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
            fs::write(root.join(path), content).unwrap();
        }
        let folder = SiteFolder::open(&root);
        folder.write("c/stays/en/index.html", b"old").unwrap();
        folder.write("campaigns.json", b"[]").unwrap();
        assert_eq!(folder.changed(), 1);
        assert_eq!(folder.sweep(), Ok(5));
        let mut left = Vec::new();
        for folder in ["c", "data", "pictures"] {
            gather(&root, folder, &|_| true, &mut left).unwrap();
        }
        left.sort();
        let expected = [
            "c/stays/en/index.html",
            "c/stays/en/index.html.gz",
            "c/theirs/en/index.html",
            "data/us/notes.txt",
            "pictures/gone-too.en.png",
        ];
        assert_eq!(left, expected);
        assert!(root.join("about.html").exists() && !root.join("search-0123abcd.js").exists());
        assert!(!root.join("c/gone").exists());
        fs::remove_dir_all(&root).unwrap();
    }

    #[test]
    fn a_list_that_does_not_read_sweeps_nothing() {
        for (name, index) in [("none", None), ("odd", Some("{}")), ("outside", Some(r#"[{"id": "../x"}]"#))] {
            let root = scratch(name);
            fs::create_dir_all(root.join("c/x")).unwrap();
            fs::write(root.join("c/x/index.html"), "x").unwrap();
            if let Some(index) = index {
                fs::write(root.join(INDEX), index).unwrap();
            }
            assert_eq!(SiteFolder::open(&root).sweep(), Ok(0), "{name}");
            assert!(root.join("c/x/index.html").exists());
            fs::remove_dir_all(&root).unwrap();
        }
    }
}
