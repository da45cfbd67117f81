//! Precompressed copies (`.br` and `.gz`) of shipped files, the same on every run.
//!
//! Trunk empties the site's folder at every build, so copies are kept elsewhere and reused for the same bytes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context as _, Result, anyhow};
use sha2::{Digest as _, Sha256};

use crate::{bytes, measure, workspace};

/// Compresses some bytes.
type Compressor = fn(&[u8]) -> Result<Vec<u8>>;

/// Endings of copies, and what makes them.
const TWINS: [(&str, Compressor); 2] = [("br", bytes::brotli), ("gz", bytes::gzip)];

/// Writes the copies of every file in a folder, on all cores, and removes copies of files that are gone. Compresses only what
/// is not in `store`, which afterwards holds the copies of this folder and no others.
pub fn compress_folder(folder: &Path, store: &Path) -> Result<()> {
    let (twins, files): (Vec<_>, Vec<_>) =
        measure::files(folder)?.into_iter().partition(|file| layout::is_twin(&file.to_string_lossy()));
    let mut wanted: Vec<PathBuf> = files.into_iter().filter(|file| is_wanted(file)).collect();
    // The largest first, so that no core starts it last.
    wanted.sort_by_key(|file| std::cmp::Reverse(fs::metadata(file).map_or(0, |data| data.len())));
    for twin in twins.iter().filter(|twin| !wanted.contains(&twin.with_extension(""))) {
        fs::remove_file(twin).with_context(|| format!("could not remove {}", twin.display()))?;
    }
    let store = Store::open(store)?;
    let next = AtomicUsize::new(0);
    let work = || -> Result<()> {
        while let Some(file) = wanted.get(next.fetch_add(1, Ordering::Relaxed)) {
            compress(file, &store)?;
        }
        Ok(())
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| worker.join().map_err(|_| anyhow!("a compressing thread died"))?)
    })?;
    store.close()
}

fn compress(file: &Path, store: &Store) -> Result<()> {
    let content = fs::read(file).with_context(|| format!("could not read {}", file.display()))?;
    for (ending, compressor) in TWINS {
        let smaller = store.twin(&content, ending, compressor)?;
        let mut twin = file.as_os_str().to_owned();
        twin.push(".");
        twin.push(ending);
        if fs::read(&twin).ok().as_ref() != Some(&smaller) {
            fs::write(&twin, smaller).with_context(|| format!("could not write beside {}", file.display()))?;
        }
    }
    Ok(())
}

/// Copies from earlier builds, by the hash of the original.
struct Store {
    folder: PathBuf,
    /// Other versions of the compressors, or other settings, may make other bytes.
    versions: Vec<u8>,
    used: Mutex<BTreeSet<String>>,
    /// How many copies were made.
    turn: AtomicUsize,
}

impl Store {
    fn open(folder: &Path) -> Result<Store> {
        fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))?;
        let mut versions = fs::read(workspace::root().join("Cargo.lock")).context("could not read Cargo.lock")?;
        versions.extend(include_bytes!("bytes.rs"));
        Ok(Store { folder: folder.to_owned(), versions, used: Mutex::default(), turn: AtomicUsize::new(0) })
    }

    fn twin(&self, content: &[u8], ending: &str, compressor: Compressor) -> Result<Vec<u8>> {
        let hash = Sha256::new().chain_update(&self.versions).chain_update(content).finalize();
        let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        let name = [&hash, ".", ending].concat();
        let kept = self.folder.join(&name);
        let twin = match fs::read(&kept) {
            Ok(twin) => twin,
            Err(_) => {
                let twin = compressor(content)?;
                // Renamed when it is complete, so that an interrupted build leaves no partial copy. Two cores may have files of the
                // same content.
                let turn = self.turn.fetch_add(1, Ordering::Relaxed);
                let aside = kept.with_extension(format!("{ending}-{}-{turn}", std::process::id()));
                let put = fs::write(&aside, &twin).and_then(|()| fs::rename(&aside, &kept));
                put.with_context(|| format!("could not write {}", kept.display()))?;
                twin
            }
        };
        self.used.lock().map(|mut used| used.insert(name)).map_err(|_| anyhow!("a compressing thread died"))?;
        Ok(twin)
    }

    /// Removes what was not used.
    fn close(self) -> Result<()> {
        let used = self.used.into_inner().map_err(|_| anyhow!("a compressing thread died"))?;
        for file in measure::files(&self.folder)? {
            if file.file_name().is_none_or(|name| !used.contains(&*name.to_string_lossy())) {
                fs::remove_file(&file).with_context(|| format!("could not remove {}", file.display()))?;
            }
        }
        Ok(())
    }
}

fn is_wanted(file: &Path) -> bool {
    fs::metadata(file).is_ok_and(|data| layout::is_compressed(&file.to_string_lossy(), data.len()))
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;

    use super::*;

    #[test]
    fn two_cores_may_have_files_of_the_same_content() -> Result<()> {
        static BOTH: Barrier = Barrier::new(2);
        // Both are at work before either is done.
        fn slow(content: &[u8]) -> Result<Vec<u8>> {
            BOTH.wait();
            Ok(content.to_owned())
        }
        let folder = workspace::scratch().join("same-content");
        let _ = fs::remove_dir_all(&folder);
        let store = Store::open(&folder)?;
        for round in 0..500_u32 {
            let twin = || store.twin(&round.to_le_bytes(), "gz", slow);
            let (one, other) = std::thread::scope(|scope| {
                let other = scope.spawn(twin);
                (twin(), other.join())
            });
            assert_eq!(one?, other.unwrap()?);
        }
        fs::remove_dir_all(folder)?;
        Ok(())
    }

    #[test]
    fn large_text_gets_twins_and_old_twins_go() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("undersigned-compress-{}", std::process::id()));
        let (site, store) = (folder.join("site"), folder.join("twins"));
        fs::create_dir_all(&site)?;
        let page = "<p>word</p>".repeat(60);
        for (name, content) in
            [("page.html", &*page), ("tiny.html", "<p>word</p>"), ("picture.png", &page), ("gone.html.br", "old")]
        {
            fs::write(site.join(name), content)?;
        }
        let names = |folder: &Path| -> Result<Vec<String>> {
            let files = measure::files(folder)?;
            Ok(files.iter().map(|file| file.file_name().unwrap().to_string_lossy().into_owned()).collect())
        };
        compress_folder(&site, &store)?;
        assert_eq!(names(&site)?, ["page.html", "page.html.br", "page.html.gz", "picture.png", "tiny.html"]);
        let (twin, kept) = (site.join("page.html.br"), names(&store)?);
        assert_eq!((fs::read(&twin)?, kept.len()), (bytes::brotli(page.as_bytes())?, 2));

        let written = fs::metadata(&twin)?.modified()?;
        compress_folder(&site, &store)?;
        assert_eq!(fs::metadata(&twin)?.modified()?, written, "the same twin is not written again");

        // What was kept is taken, and serves another folder as well.
        let marked = kept.iter().find(|name| name.ends_with(".br")).unwrap();
        fs::write(store.join(marked), "kept")?;
        fs::remove_file(&twin)?;
        compress_folder(&site, &store)?;
        assert_eq!(fs::read(&twin)?, b"kept");

        fs::write(site.join("page.html"), page.to_uppercase())?;
        compress_folder(&site, &store)?;
        assert_eq!(fs::read(&twin)?, bytes::brotli(page.to_uppercase().as_bytes())?);
        assert!(!names(&store)?.contains(marked), "what is of no more use goes");
        fs::remove_dir_all(&folder)?;
        Ok(())
    }
}
