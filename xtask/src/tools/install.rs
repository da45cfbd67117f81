//! Installing one tool: built aside, then renamed, so that an interrupted one is not taken for done.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use super::{Tool, packages};
use crate::{process, workspace};

/// Installs a tool into its folder.
pub fn install(tool: Tool, cache: &Path, folder: &Path) -> Result<()> {
    let aside = cache.join(format!(".installing-{}-{}", tool.package(), std::process::id()));
    std::fs::create_dir_all(&aside).with_context(|| format!("could not make {}", aside.display()))?;
    let result = if tool.is_from_npm() { with_npm(tool, &aside) } else { with_cargo(tool, &aside) }
        .and_then(|()| replace(&aside.join("done"), folder));
    // What is left aside is rubbish, whether it went well or not.
    let _ = std::fs::remove_dir_all(&aside);
    result.with_context(|| format!("could not install {} {}", tool.package(), tool.version()))
}

/// The recipe that is quick to build and quick enough to run; optimised, Trunk takes 13 minutes.
fn with_cargo(tool: Tool, aside: &Path) -> Result<()> {
    // Away from the project: its toolchain is wanted, its cargo configuration is not.
    let mut cargo = process::cargo();
    cargo
        .current_dir(aside)
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .args(["install", tool.package(), "--version", tool.version(), "--root"])
        .arg(aside.join("done"))
        .arg("--target-dir")
        .arg(aside.join("build"));
    match tool {
        Tool::Trunk => cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0").args([
            "--locked",
            "--no-default-features",
            "--features",
            "rustls",
        ]),
        Tool::Deny | Tool::Geckodriver => cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0").arg("--locked"),
        // Not `--locked`: its lock file may want a crate version that the registry lacks.
        _ => cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    };
    process::run(&mut cargo)
}

/// Exactly what the committed lock file in `xtask/npm` names, each package compared with its hash before anything of it
/// is used.
fn with_npm(tool: Tool, aside: &Path) -> Result<()> {
    packages::ready("npm", &["nodejs", "npm"])?;
    let done = aside.join("done");
    std::fs::create_dir_all(&done)?;
    let locked = npm_folder(tool);
    for file in ["package.json", "package-lock.json"] {
        let from = locked.join(file);
        std::fs::copy(&from, done.join(file)).with_context(|| format!("could not copy {}", from.display()))?;
    }
    process::run(Command::new("npm").args(["ci", "--no-audit", "--no-fund", "--silent", "--prefix"]).arg(&done))
}

/// Where the lock file of a tool from npm is committed.
fn npm_folder(tool: Tool) -> PathBuf {
    workspace::root().join("xtask/npm").join(tool.package())
}

/// Puts a finished installation in its place, over a damaged one if need be.
fn replace(done: &Path, folder: &Path) -> Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder).with_context(|| format!("could not remove {}", folder.display()))?;
    }
    std::fs::rename(done, folder).with_context(|| format!("could not move the tool to {}", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_package_from_npm_is_locked_to_the_pinned_version_by_its_hash() {
        for tool in Tool::FOR_A_BUILD.into_iter().chain([Tool::Axe, Tool::Validator]).filter(|tool| tool.is_from_npm())
        {
            let file = npm_folder(tool).join("package-lock.json");
            let lock: serde_json::Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
            let packages = lock["packages"].as_object().unwrap();
            let own = &packages[&format!("node_modules/{}", tool.package())];
            // Binaryen counts releases with one number, npm with three.
            let version = own["version"].as_str().unwrap();
            assert_eq!(version.strip_suffix(".0.0").unwrap_or(version), tool.version(), "{}", tool.package());
            for (name, package) in packages.iter().filter(|(name, _)| !name.is_empty()) {
                assert!(package["integrity"].as_str().unwrap().starts_with("sha512-"), "{name}");
                assert!(package.get("resolved").is_none(), "{name}: names a host");
            }
        }
    }
}
