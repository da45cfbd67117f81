//! `undersigned publish`: copies a built site into the folder that a server shows, without a moment in which something is
//! missing there.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::Args;

use files::Files;
use layout::{INDEX, SUMS, without_twin};

use super::exit::Exit;
use super::site_folder::{self, Compressed, FolderLock, Outcome, Record, SiteFolder};
use super::terminal;

/// Copy a built site into the folder that a web server shows.
///
/// Copies files in the order of `publish-order`, each one whole, so that no visitor gets a page whose files are missing. What
/// open pages may still request is kept for `keep_old_files_days` (site.toml); anything else left from the last publication
/// is removed. Files that are not part of a site are left alone. Only one run at a time may publish to a folder.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The built site.
    #[arg(value_name = "BUILT")]
    built: PathBuf,
    /// The folder that the server shows.
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
    /// The site file.
    #[arg(long, default_value = "site.toml")]
    site: PathBuf,
}

pub fn run(arguments: &Arguments) -> Exit {
    match copy(arguments) {
        Ok(Outcome { changed, old, removed }) => {
            let folder = arguments.folder.display();
            terminal::say(format_args!(
                "{folder}: {changed} files changed, {old} old ones kept for now, {removed} removed"
            ));
            Exit::Good
        }
        Err(fault) => {
            terminal::complain(fault);
            Exit::CouldNotRun
        }
    }
}

fn copy(arguments: &Arguments) -> Result<Outcome> {
    let Arguments { built, folder, site } = arguments;
    let mut files = Files::default();
    files.read_file(site);
    if !built.join(INDEX).is_file() {
        bail!("{}: contains no built site; run `cargo xtask dist`", built.display());
    }
    let keep_for = publish::site_file::keep_old_files_for(&files, site)?;
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    let real = |path: &Path| path.canonicalize().with_context(|| path.display().to_string());
    let (from, to) = (real(built)?, real(folder)?);
    if from.starts_with(&to) || to.starts_with(&from) {
        bail!("publish to another folder, not to the built site or inside it");
    }
    // A build must not change what is being copied.
    let _held = FolderLock::take(built)?;
    let target = SiteFolder::open(folder, keep_for, Compressed::Given)?;
    let old = Record::read(built).old;
    for path in site_folder::files(built)? {
        // The list of sums is made anew, of what is there then.
        if path == SUMS || old.contains_key(without_twin(&path)) {
            continue;
        }
        let file = built.join(&path);
        target.write(&path, &fs::read(&file).with_context(|| file.display().to_string())?)?;
    }
    Ok(target.finish()?)
}
