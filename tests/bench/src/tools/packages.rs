//! Programs from the system's package manager: installed as root; otherwise the user is told what to install.

use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::process;

/// Makes sure that a program is on `PATH`, installing Debian packages as root if it is not.
pub fn ready(program: &str, packages: &[&str]) -> Result<()> {
    if process::find(program).is_some() {
        return Ok(());
    }
    install(packages)?;
    if process::find(program).is_none() {
        bail!("`{program}` is still missing after installing {}; install it by hand", packages.join(" "));
    }
    Ok(())
}

/// Why packages cannot be installed here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The machine has no apt: it is not Debian or a derivative.
    NotDebian,
    /// Only root may install.
    NotRoot,
}

impl Obstacle {
    /// What a person can do about it.
    pub fn advice(self, packages: &[&str]) -> String {
        let names = packages.join(" ");
        match self {
            Obstacle::NotDebian => {
                format!("not Debian: install {names} (Debian's names) with your package manager, then run this again")
            }
            Obstacle::NotRoot => format!("not root: run `sudo apt-get install -y {names}`, then run this again"),
        }
    }
}

/// What keeps this machine from installing packages, if anything does.
pub fn obstacle() -> Option<Obstacle> {
    if process::find("apt-get").is_none() {
        return Some(Obstacle::NotDebian);
    }
    let root = process::glance(Command::new("id").arg("-u")).as_deref() == Some("0");
    (!root).then_some(Obstacle::NotRoot)
}

/// Installs Debian packages, or fails with their names.
pub fn install(packages: &[&str]) -> Result<()> {
    let names = packages.join(" ");
    if let Some(obstacle) = obstacle() {
        bail!("missing on this machine: {names} ({})", obstacle.advice(packages));
    }
    println!("Installing {names} with apt-get …");
    let apt = |arguments: &[&str]| {
        process::run(Command::new("apt-get").env("DEBIAN_FRONTEND", "noninteractive").arg("-qq").args(arguments))
    };
    apt(&["update"]).context("could not refresh the list of packages")?;
    let mut arguments = vec!["install", "-y", "--no-install-recommends"];
    arguments.extend(packages);
    apt(&arguments)
}
