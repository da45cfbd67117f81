//! Two builds from two folders: whoever has the sources can prove that a published site is made of them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::dist::sums;
use crate::{measure, process, workspace};

/// Builds the shipping site in two fresh copies of the tracked files, under paths of different length, and gives the
/// names of the files that differ.
pub fn compare() -> Result<Vec<String>> {
    let folder = workspace::target().join("reproduce");
    let copies = [folder.join("one"), folder.join("another/place/two")];
    let files = tracked()?;
    for copy in &copies {
        if copy.exists() {
            fs::remove_dir_all(copy).with_context(|| format!("could not empty {}", copy.display()))?;
        }
        copy_files(&files, copy)?;
        println!("\n── Building in {}", workspace::shown(copy));
        build(copy)?;
    }
    let [one, two] = copies.map(|copy| copy.join("dist"));
    differing(&one, &two)
}

/// The files that git knows, with what they hold now.
fn tracked() -> Result<Vec<PathBuf>> {
    let mut list = Command::new("git");
    list.current_dir(workspace::root()).args(["ls-files", "-z"]);
    let names = process::output(&mut list).context("the project is not a git repository")?;
    Ok(names.split('\0').filter(|name| !name.is_empty()).map(PathBuf::from).collect())
}

fn copy_files(files: &[PathBuf], to: &Path) -> Result<()> {
    for file in files {
        let (from, to) = (workspace::root().join(file), to.join(file));
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))?;
        }
        fs::copy(&from, &to).with_context(|| format!("could not copy {}", from.display()))?;
    }
    Ok(())
}

/// `cargo xtask dist`, as somebody would run it who has just fetched the sources.
fn build(copy: &Path) -> Result<()> {
    let mut cargo = process::cargo();
    cargo.current_dir(copy).args(["run", "--quiet", "--package", "xtask", "--", "dist"]);
    // What cargo tells the programs that it runs is about our own folder.
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("CARGO_")) {
        if !["CARGO_HOME", "CARGO_BUILD_JOBS"].contains(&&*name.to_string_lossy()) {
            cargo.env_remove(name);
        }
    }
    process::run(&mut cargo)
}

/// The names of files that are in one folder only or not the same in both.
fn differing(one: &Path, two: &Path) -> Result<Vec<String>> {
    let names = |folder: &Path| -> Result<BTreeSet<PathBuf>> {
        let files = measure::files(folder)?;
        Ok(files.iter().filter_map(|file| file.strip_prefix(folder).ok()).map(Path::to_path_buf).collect())
    };
    let all: BTreeSet<PathBuf> = names(one)?.union(&names(two)?).cloned().collect();
    if !all.contains(Path::new(sums::FILE)) {
        bail!("the build left no {}", sums::FILE);
    }
    let differ = all.iter().filter(|name| fs::read(one.join(name)).ok() != fs::read(two.join(name)).ok());
    Ok(differ.map(|name| name.display().to_string()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_or_is_missing_is_named() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("undersigned-reproduce-{}", std::process::id()));
        let (one, two) = (folder.join("one"), folder.join("two"));
        for (folder, files) in [
            (&one, [("SHA256SUMS", "x"), ("same.js", "1"), ("e/other.html", "1"), ("only-one", "")]),
            (&two, [("SHA256SUMS", "x"), ("same.js", "1"), ("e/other.html", "2"), ("only-two", "")]),
        ] {
            fs::create_dir_all(folder.join("e"))?;
            for (name, content) in files {
                fs::write(folder.join(name), content)?;
            }
        }
        assert_eq!(differing(&one, &two)?, ["e/other.html", "only-one", "only-two"]);
        assert_eq!(differing(&one, &one)?, Vec::<String>::new());
        fs::remove_dir_all(&folder)?;
        Ok(())
    }
}
