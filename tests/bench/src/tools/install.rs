//! Installing a tool: built aside, then renamed, so that an interrupted installation doesn't count as done.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};

use super::{Recipe, Registry, packages};
use crate::{process, workspace};

/// Installs a tool into its folder. Says what it does, and how long that takes.
pub(super) fn install(recipe: &Recipe, cache: &Path, folder: &Path) -> Result<()> {
    let (what, patience) = match recipe.registry {
        Registry::CratesIo => (format!("{} {}", recipe.package, recipe.version), "about 2 minutes"),
        Registry::Npm => ("the tools from npm".to_owned(), "a few seconds"),
    };
    println!("Installing {what} ({patience}, once) …");
    let aside = cache.join(format!(".installing-{}", std::process::id()));
    std::fs::create_dir_all(&aside).with_context(|| format!("could not make {}", aside.display()))?;
    let result = match recipe.registry {
        Registry::CratesIo => with_cargo(recipe, &aside),
        Registry::Npm => with_npm(&aside),
    }
    .and_then(|()| replace(&aside.join("done"), folder));
    // Nothing that is left here is needed, whether it worked or not.
    let _ = std::fs::remove_dir_all(&aside);
    result.with_context(|| format!("could not install {what}"))
}

/// Quick to build, and quick enough to run; optimised, Trunk takes 13 minutes.
fn with_cargo(recipe: &Recipe, aside: &Path) -> Result<()> {
    // Outside the project: we want its toolchain, but not its cargo configuration.
    let mut cargo = process::cargo();
    cargo
        .current_dir(aside)
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .args(["install", recipe.package, "--version", recipe.version, "--root"])
        .arg(aside.join("done"))
        .arg("--target-dir")
        .arg(aside.join("build"));
    match recipe.package {
        // Not `--locked`: its lock file may want a crate version that the registry lacks.
        "wasm-bindgen-cli" => cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
        "trunk" => cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0").args([
            "--locked",
            "--no-default-features",
            "--features",
            "rustls",
        ]),
        _ => cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0").arg("--locked"),
    };
    process::run(&mut cargo)
}

/// The committed list of packages from npm, and the lock file with their hashes.
const NPM: &str = "tests/bench/npm";
const LOCK: &str = "package-lock.json";

/// A name for the content of the lock file, so that a changed one makes another installation.
pub(super) fn npm_lock() -> Result<String> {
    let file = workspace::root().join(NPM).join(LOCK);
    let lock = std::fs::read(&file).with_context(|| format!("could not read {}", file.display()))?;
    Ok(Sha256::digest(lock).iter().take(4).map(|byte| format!("{byte:02x}")).collect())
}

/// Installs exactly what the lock file lists. npm compares each package with its hash before using any of it.
fn with_npm(aside: &Path) -> Result<()> {
    packages::ready("npm", &["nodejs", "npm"])?;
    let done = aside.join("done");
    std::fs::create_dir_all(&done)?;
    for file in ["package.json", LOCK] {
        let from = workspace::root().join(NPM).join(file);
        std::fs::copy(&from, done.join(file)).with_context(|| format!("could not copy {}", from.display()))?;
    }
    process::run(Command::new("npm").args(["ci", "--no-audit", "--no-fund", "--silent", "--prefix"]).arg(&done))
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
    use crate::tools::Tool;

    #[test]
    fn every_package_from_npm_is_locked_to_the_pinned_version_by_its_hash() {
        let text = std::fs::read(workspace::root().join(NPM).join(LOCK)).unwrap();
        let lock: serde_json::Value = serde_json::from_slice(&text).unwrap();
        let packages = lock["packages"].as_object().unwrap();
        for tool in [Tool::Axe, Tool::Binaryen, Tool::Esbuild, Tool::Fonts, Tool::Validator] {
            // Binaryen counts releases with one number, npm with three.
            let version = packages[&format!("node_modules/{}", tool.package())]["version"].as_str().unwrap();
            assert_eq!(version.strip_suffix(".0.0").unwrap_or(version), tool.version(), "{}", tool.package());
        }
        for (name, package) in packages.iter().filter(|(name, _)| !name.is_empty()) {
            assert!(package["integrity"].as_str().unwrap().starts_with("sha512-"), "{name}");
            assert!(package.get("resolved").is_none(), "{name}: names a host");
        }
    }
}
