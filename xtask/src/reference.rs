//! The site of the last release, built once, so that times are compared within one run on one machine.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result};
use testbench::{process, workspace};

use crate::reproduce;

/// What counts as the last release until a commit has a tag.
const UNTIL_THEN: &str = "5f6ab50";

/// The folder of its site; nothing, with a word on the terminal, where git does not know it (a copy without history).
pub fn site() -> Result<Option<PathBuf>> {
    let mut tag = git();
    tag.args(["describe", "--tags", "--abbrev=0"]);
    let release = process::glance(&mut tag).unwrap_or_else(|| UNTIL_THEN.to_owned());
    let mut commit = git();
    commit.args(["rev-parse", "--quiet", "--verify", &[&release, "^{commit}"].concat()]);
    let Some(commit) = process::glance(&mut commit) else {
        println!("git does not know {release}: times are not compared with the last release");
        return Ok(None);
    };
    let folder = workspace::target().join("bench/reference").join(&commit);
    let site = folder.join("dist");
    if !site.join("index.html").is_file() {
        println!("Building {release}, with which times are compared. This happens once …");
        if folder.exists() {
            std::fs::remove_dir_all(&folder).with_context(|| format!("could not empty {}", folder.display()))?;
        }
        let mut clone = git();
        clone.args(["clone", "--quiet", "--shared", "--no-checkout"]).arg(workspace::root()).arg(&folder);
        process::run(&mut clone)?;
        let mut checkout = Command::new("git");
        process::run(checkout.current_dir(&folder).args(["checkout", "--quiet", "--detach", &commit]))?;
        reproduce::build(&folder, &folder.join("target/xtask"), &[])?;
        // Only the site is needed again.
        let built = folder.join("target");
        std::fs::remove_dir_all(&built).with_context(|| format!("could not remove {}", built.display()))?;
    }
    Ok(Some(site))
}

fn git() -> Command {
    let mut git = Command::new("git");
    git.current_dir(workspace::root());
    git
}
