//! `.br` and `.gz` twins of shipped files, the same on every run.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context as _, Result, anyhow};

use crate::{bytes, measure};

/// Files of these kinds shrink; pictures do not.
const KINDS: [&str; 12] =
    ["html", "css", "js", "mjs", "json", "svg", "txt", "xml", "wasm", "bin", "csv", "webmanifest"];

/// Below this a twin costs more than it saves.
const SMALLEST: u64 = 200;

/// Writes the twins of every file in a folder, on all cores, and removes twins of files that are gone.
pub fn compress_folder(folder: &Path) -> Result<()> {
    let files = measure::files(folder)?;
    for twin in files.iter().filter(|file| is_twin(file)) {
        std::fs::remove_file(twin).with_context(|| format!("could not remove {}", twin.display()))?;
    }
    let mut wanted: Vec<PathBuf> = files.into_iter().filter(|file| is_wanted(file)).collect();
    // The largest first, so that no core is left with it at the end.
    wanted.sort_by_key(|file| std::cmp::Reverse(std::fs::metadata(file).map_or(0, |data| data.len())));
    let next = AtomicUsize::new(0);
    let work = || -> Result<()> {
        while let Some(file) = wanted.get(next.fetch_add(1, Ordering::Relaxed)) {
            compress(file)?;
        }
        Ok(())
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| worker.join().map_err(|_| anyhow!("a compressing thread died"))?)
    })
}

fn compress(file: &Path) -> Result<()> {
    let content = std::fs::read(file).with_context(|| format!("could not read {}", file.display()))?;
    for (suffix, smaller) in [("br", bytes::brotli(&content)?), ("gz", bytes::gzip(&content)?)] {
        let mut twin = file.as_os_str().to_owned();
        twin.push(".");
        twin.push(suffix);
        std::fs::write(&twin, smaller).with_context(|| format!("could not write beside {}", file.display()))?;
    }
    Ok(())
}

fn is_twin(file: &Path) -> bool {
    has_kind(file, &["br", "gz"])
}

fn is_wanted(file: &Path) -> bool {
    has_kind(file, &KINDS) && std::fs::metadata(file).is_ok_and(|data| data.len() >= SMALLEST)
}

fn has_kind(file: &Path, kinds: &[&str]) -> bool {
    file.extension().is_some_and(|kind| kinds.iter().any(|known| kind == *known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_text_gets_twins_and_old_twins_go() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("undersigned-compress-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        std::fs::write(folder.join("page.html"), "<p>word</p>".repeat(60))?;
        std::fs::write(folder.join("tiny.html"), "<p>word</p>")?;
        std::fs::write(folder.join("picture.png"), "x".repeat(600))?;
        std::fs::write(folder.join("gone.html.br"), "old")?;
        compress_folder(&folder)?;
        let mut names: Vec<String> = Vec::new();
        for file in measure::files(&folder)? {
            names.push(file.file_name().unwrap().to_string_lossy().into_owned());
        }
        std::fs::remove_dir_all(&folder)?;
        assert_eq!(names, ["page.html", "page.html.br", "page.html.gz", "picture.png", "tiny.html"]);
        Ok(())
    }
}
