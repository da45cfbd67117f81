//! Parts of the Rust toolchain: rustup's automatic installation may be switched off.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::{process, workspace};

/// The target that browsers run.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure that the Wasm target and the standard library's source are there.
pub fn ready() -> Result<()> {
    let library = sysroot()?.join("lib/rustlib");
    if !library.join(WASM).join("lib").is_dir() {
        add(&["target", "add", WASM])?;
    }
    if !library.join("src/rust/library/std").is_dir() {
        add(&["component", "add", "rust-src"])?;
    }
    Ok(())
}

/// Where the toolchain is.
pub fn sysroot() -> Result<PathBuf> {
    let mut rustc = Command::new("rustc");
    rustc.current_dir(workspace::root()).args(["--print", "sysroot"]);
    Ok(PathBuf::from(process::output(&mut rustc)?))
}

fn add(arguments: &[&str]) -> Result<()> {
    let what = arguments.join(" ");
    if process::find("rustup").is_none() {
        bail!("this Rust has no rustup; it needs what `rustup {what}` adds: install that with your toolchain");
    }
    println!("Running `rustup {what}` …");
    process::run(Command::new("rustup").current_dir(workspace::root()).args(arguments))
        .context("could not complete the Rust toolchain")
}
