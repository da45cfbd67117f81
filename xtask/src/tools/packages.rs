//! Programs that the system's package manager brings: installed as root, else named.

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

/// Installs Debian packages. Fails with their names when it may not.
pub fn install(packages: &[&str]) -> Result<()> {
    let names = packages.join(" ");
    if process::find("apt-get").is_none() {
        bail!(
            "missing on this machine: {names} (Debian's names). Install them with your package manager, then run this again"
        );
    }
    if process::glance(Command::new("id").arg("-u")).as_deref() != Some("0") {
        bail!("missing on this machine: {names}. Run `sudo apt-get install -y {names}`, then run this again");
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
