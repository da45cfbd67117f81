//! Installing one tool: built aside, then renamed, so that an interrupted one is not taken for done.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};

use super::{Tool, packages};
use crate::process;

/// Installs a tool into its folder.
pub fn install(tool: Tool, cache: &Path, folder: &Path) -> Result<()> {
    let aside = cache.join(format!(".installing-{}-{}", tool.package(), std::process::id()));
    std::fs::create_dir_all(&aside).with_context(|| format!("could not make {}", aside.display()))?;
    let result = match tool {
        Tool::Trunk | Tool::WasmBindgen => with_cargo(tool, &aside),
        Tool::Binaryen | Tool::Esbuild => with_npm(tool, &aside),
    }
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
        // Not `--locked`: its lock file may want a crate version that the registry lacks.
        Tool::WasmBindgen | Tool::Binaryen | Tool::Esbuild => cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    };
    process::run(&mut cargo)
}

fn with_npm(tool: Tool, aside: &Path) -> Result<()> {
    packages::ready("npm", &["nodejs", "npm"])?;
    let done = aside.join("done");
    std::fs::create_dir_all(&done)?;
    // Binaryen counts releases with one number, npm with three.
    let rest = if tool == Tool::Binaryen { ".0.0" } else { "" };
    let what = format!("{}@{}{rest}", tool.package(), tool.version());
    process::run(
        Command::new("npm").args(["install", "--no-audit", "--no-fund", "--silent", "--prefix"]).arg(&done).arg(what),
    )
}

/// Puts a finished installation in its place, over a damaged one if need be.
fn replace(done: &Path, folder: &Path) -> Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder).with_context(|| format!("could not remove {}", folder.display()))?;
    }
    std::fs::rename(done, folder).with_context(|| format!("could not move the tool to {}", folder.display()))
}
