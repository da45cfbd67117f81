//! Two builds from two folders: with the sources, anybody can prove that a published site was built from them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};
use testbench::{measure, process, workspace};

use crate::dist::address;

/// The two copies: their folders below `target/reproduce`, of different depth and length, and what else is not the same
/// for whoever builds there.
const COPIES: [(&str, [(&str, &str); 2]); 2] = [
    ("one", [("TZ", "UTC"), ("LC_ALL", "C.UTF-8")]),
    ("another/place/two", [("TZ", "Asia/Hong_Kong"), ("LC_ALL", "C")]),
];

/// Builds the shipping site in two fresh copies of the tracked files, and returns the names of files that differ.
///
/// `warm` reuses what was compiled there the last time: quicker, and enough to see whether a fix helps.
pub fn compare(warm: bool) -> Result<Vec<String>> {
    let folder = workspace::target().join("reproduce");
    let files = tracked()?;
    for (name, _) in COPIES {
        let copy = folder.join(name);
        empty(&copy, warm)?;
        copy_files(&files, &copy)?;
    }
    // Only now: whoever goes on working meanwhile changes neither.
    for (number, (name, surroundings)) in (1..).zip(COPIES) {
        let (copy, start) = (folder.join(name), Instant::now());
        println!("\n── Build {number} of {}, in {}", COPIES.len(), workspace::shown(&copy));
        let tools = folder.join("xtask");
        forget(&copy, &tools)?;
        build(&copy, &tools, &surroundings)?;
        println!("   built in {} s", start.elapsed().as_secs());
    }
    println!("\n── Comparing");
    let [one, two] = COPIES.map(|(name, _)| folder.join(name).join("dist"));
    differing(&one, &two)
}

/// The files that git knows, with what they hold now.
fn tracked() -> Result<Vec<PathBuf>> {
    let mut list = Command::new("git");
    list.current_dir(workspace::root()).args(["ls-files", "-z"]);
    let names = process::output(&mut list).context("the project is not a git repository")?;
    Ok(names.split('\0').filter(|name| !name.is_empty()).map(PathBuf::from).collect())
}

/// Empties a folder, optionally except for what was compiled in it.
fn empty(copy: &Path, keep_compiled: bool) -> Result<()> {
    let failed = || format!("could not empty {}", copy.display());
    if !copy.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(copy).with_context(failed)? {
        let entry = entry.with_context(failed)?;
        if keep_compiled && entry.file_name() == "target" {
            continue;
        }
        let path = entry.path();
        if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) }.with_context(failed)?;
    }
    Ok(())
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

/// Our own packages among the tools.
const OURS: [&str; 2] = ["xtask", "testbench"];

/// Removes what was compiled of them in another copy. Cargo takes a project in another folder for the same one, and would not build
/// it again.
fn forget(copy: &Path, tools: &Path) -> Result<()> {
    let packages = OURS.iter().flat_map(|name| ["--package", name]);
    let mut clean = process::cargo();
    process::run(as_a_stranger(&mut clean, copy).args(["clean", "--quiet"]).args(packages).env(TARGET, tools))
}

/// `cargo xtask dist`, as somebody would run it who has just fetched the sources. Only what xtask itself depends on is kept
/// in `tools` from one build to the next: none of it reaches the site.
pub(crate) fn build(copy: &Path, tools: &Path, surroundings: &[(&str, &str)]) -> Result<()> {
    println!("   its own xtask (a minute or two, the first time) …");
    process::run(
        as_a_stranger(&mut process::cargo(), copy).args(["build", "--quiet", "--package", "xtask"]).env(TARGET, tools),
    )?;
    println!("   the site: Wasm, the program that draws the pages, the pages (two or three minutes) …");
    let mut dist = Command::new(tools.join("debug/xtask"));
    process::run(
        as_a_stranger(&mut dist, copy)
            .args(["dist", "--with-samples", "--public-url", address::LOCAL])
            .envs(surroundings.iter().copied()),
    )
}

/// Where cargo puts what it builds.
const TARGET: &str = "CARGO_TARGET_DIR";

/// Runs in a copy, without what cargo tells the programs that it runs: that is about our own folder.
fn as_a_stranger<'a>(command: &'a mut Command, copy: &Path) -> &'a mut Command {
    let ours = |name: &str| name.starts_with("CARGO_") && !["CARGO_HOME", "CARGO_BUILD_JOBS"].contains(&name);
    for (name, _) in std::env::vars_os().filter(|(name, _)| ours(&name.to_string_lossy())) {
        command.env_remove(name);
    }
    command.current_dir(copy)
}

/// The names of files that are in only one folder, or differ.
fn differing(one: &Path, two: &Path) -> Result<Vec<String>> {
    let names = |folder: &Path| -> Result<BTreeSet<PathBuf>> {
        let files = measure::files(folder)?;
        Ok(files.iter().filter_map(|file| file.strip_prefix(folder).ok()).map(Path::to_path_buf).collect())
    };
    let all: BTreeSet<PathBuf> = names(one)?.union(&names(two)?).cloned().collect();
    if !all.contains(Path::new(layout::SUMS)) {
        bail!("the build left no {}", layout::SUMS);
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
