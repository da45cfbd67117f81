//! The pinned programs a build needs, installed once into a cache outside the project.

pub mod browsers;
pub mod packages;
pub mod rust;

mod install;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::{process, workspace};

/// A program built by cargo or fetched by npm, at exactly one version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Drives the page's build.
    Trunk,
    /// Makes the glue between Wasm and the browser, and runs the tests in a browser.
    WasmBindgen,
    /// Makes Wasm smaller (`wasm-opt`).
    Binaryen,
    /// Makes the glue smaller; Trunk's own minifier fails on it.
    Esbuild,
    /// Checks licences, sources and known faults of the crates (`cargo deny`).
    Deny,
    /// Draws the letters of preview pictures, Chinese ones included: Noto Serif HK, under the Open Font Licence.
    Fonts,
    /// Finds faults against WCAG on a page (`axe.min.js`). Only tests need it.
    Axe,
    /// Says what is not valid HTML: the checker of the W3C and the WHATWG. It needs Java; only tests need it.
    Validator,
    /// Drives Firefox. No build needs it; see [`browsers::ready`].
    Geckodriver,
}

impl Tool {
    /// What a build needs, in the order in which it is installed.
    pub const FOR_A_BUILD: [Tool; 5] = [Tool::Binaryen, Tool::Esbuild, Tool::Fonts, Tool::Trunk, Tool::WasmBindgen];

    /// The name of the package, as its registry knows it.
    pub fn package(self) -> &'static str {
        match self {
            Tool::Trunk => "trunk",
            Tool::WasmBindgen => "wasm-bindgen-cli",
            Tool::Binaryen => "binaryen",
            Tool::Esbuild => "esbuild",
            Tool::Deny => "cargo-deny",
            Tool::Fonts => "@expo-google-fonts/noto-serif-hk",
            Tool::Axe => "axe-core",
            Tool::Validator => "vnu-jar",
            Tool::Geckodriver => "geckodriver",
        }
    }

    /// The one version that is used.
    pub fn version(self) -> &'static str {
        match self {
            Tool::Trunk => "0.21.14",
            Tool::WasmBindgen => "0.2.130",
            Tool::Binaryen => "132",
            Tool::Esbuild => "0.28.2",
            Tool::Deny => "0.20.2",
            Tool::Fonts => "0.4.3",
            Tool::Axe => "4.14.1",
            Tool::Validator => "26.9.27",
            Tool::Geckodriver => "0.37.1",
        }
    }

    /// The name of its folder in the cache.
    fn folder(self) -> String {
        let name = match self {
            Tool::Trunk => "trunk",
            Tool::WasmBindgen => "wasm-bindgen",
            Tool::Binaryen => "binaryen",
            Tool::Esbuild => "esbuild",
            Tool::Deny => "cargo-deny",
            Tool::Fonts => "noto-serif-hk",
            Tool::Axe => "axe-core",
            Tool::Validator => "vnu-jar",
            Tool::Geckodriver => "geckodriver",
        };
        format!("{name}-{}", self.version())
    }

    /// The programs, or other files, it consists of; the first program tells its version.
    fn programs(self) -> &'static [&'static str] {
        match self {
            Tool::Trunk => &["trunk"],
            Tool::WasmBindgen => &["wasm-bindgen", "wasm-bindgen-test-runner"],
            Tool::Binaryen => &["wasm-opt"],
            Tool::Esbuild => &["esbuild"],
            Tool::Deny => &["cargo-deny"],
            Tool::Axe => &["axe.min.js"],
            Tool::Validator => &["vnu.jar"],
            Tool::Fonts => &["400Regular/NotoSerifHK_400Regular.ttf", "600SemiBold/NotoSerifHK_600SemiBold.ttf"],
            Tool::Geckodriver => &["geckodriver"],
        }
    }

    /// Where its programs are inside its folder.
    fn programs_folder(self) -> &'static str {
        match self {
            Tool::Fonts => "node_modules/@expo-google-fonts/noto-serif-hk",
            Tool::Axe => "node_modules/axe-core",
            Tool::Validator => "node_modules/vnu-jar/build/dist",
            tool if tool.is_from_npm() => "node_modules/.bin",
            _ => "bin",
        }
    }

    /// Whether npm brings it; cargo builds the others.
    fn is_from_npm(self) -> bool {
        matches!(self, Tool::Axe | Tool::Binaryen | Tool::Esbuild | Tool::Fonts | Tool::Validator)
    }

    /// How long an installation takes on two cores.
    fn patience(self) -> &'static str {
        if self.is_from_npm() { "a few seconds, once" } else { "about 2 minutes, once" }
    }
}

/// The pinned tools, present.
#[derive(Clone, Debug)]
pub struct Toolbox {
    folders: Vec<PathBuf>,
}

impl Toolbox {
    /// Finds the tools, installing those that are missing. Says what it does, and how long that takes.
    pub fn ready() -> Result<Toolbox> {
        rust::ready()?;
        check_wasm_bindgen_matches_lock()?;
        Toolbox::with(&Tool::FOR_A_BUILD)
    }

    /// The same with these tools only.
    pub fn with(tools: &[Tool]) -> Result<Toolbox> {
        let cache = cache_folder()?;
        let mut folders = Vec::new();
        for tool in tools.iter().copied() {
            if on_path(tool) {
                continue;
            }
            let folder = cache.join(tool.folder());
            if !has_programs(tool, &folder) {
                println!("Installing {} {} ({}) …", tool.package(), tool.version(), tool.patience());
                install::install(tool, &cache, &folder)?;
            }
            folders.push(folder.join(tool.programs_folder()));
        }
        Ok(Toolbox { folders })
    }

    /// Puts the tools first on a command's `PATH`.
    pub fn equip(&self, command: &mut Command) -> Result<()> {
        command.env("PATH", process::path_with(self.folders.iter().map(PathBuf::as_path))?);
        Ok(())
    }

    /// The full paths of the files that a tool consists of.
    pub fn files(&self, tool: Tool) -> Result<Vec<PathBuf>> {
        tool.programs().iter().map(|name| self.program(name)).collect()
    }

    /// The full path of a pinned program.
    pub fn program(&self, name: &str) -> Result<PathBuf> {
        let ours = self.folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file());
        ours.or_else(|| process::find(name))
            .with_context(|| format!("`{name}` is in no tool folder; remove the cache folder and run again"))
    }
}

/// A program that is on `PATH` or, pinned, in the tools' cache.
pub fn program(tool: Tool, name: &str) -> Option<PathBuf> {
    let ours = cache_folder().ok().map(|cache| cache.join(tool.folder()).join(tool.programs_folder()).join(name));
    ours.filter(|file| file.is_file()).or_else(|| process::find(name))
}

/// Where tools are kept: `UNDERSIGNED_TOOLS`, else `undersigned/tools` in the user's cache folder.
pub fn cache_folder() -> Result<PathBuf> {
    let from = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(folder) = from("UNDERSIGNED_TOOLS") {
        return Ok(folder);
    }
    let cache = from("XDG_CACHE_HOME")
        .or_else(|| from("HOME").map(|home| home.join(".cache")))
        .context("no home folder: set UNDERSIGNED_TOOLS to a folder for tools")?;
    Ok(cache.join("undersigned").join("tools"))
}

/// Whether a tool's programs are all there: an installation appears at once, when it is done.
fn has_programs(tool: Tool, folder: &Path) -> bool {
    tool.programs().iter().all(|program| folder.join(tool.programs_folder()).join(program).is_file())
}

/// Whether the right version is already on `PATH`.
fn on_path(tool: Tool) -> bool {
    if matches!(tool, Tool::Axe | Tool::Fonts | Tool::Validator) {
        return false;
    }
    tool.programs().iter().all(|program| {
        process::find(program)
            .and_then(|file| process::glance(Command::new(file).arg("--version")))
            .is_some_and(|answer| answers_with(&answer, tool.version()))
    })
}

/// Whether an answer to `--version` names exactly this version.
fn answers_with(answer: &str, version: &str) -> bool {
    answer.split_whitespace().any(|word| word == version)
}

/// The glue and the library must be of the same version.
fn check_wasm_bindgen_matches_lock() -> Result<()> {
    let file = workspace::root().join("Cargo.lock");
    let lock = std::fs::read_to_string(&file).context("could not read Cargo.lock; run `cargo generate-lockfile`")?;
    let locked = locked_version(&lock, "wasm-bindgen").context("Cargo.lock has no wasm-bindgen")?;
    let pinned = Tool::WasmBindgen.version();
    if locked != pinned {
        bail!(
            "Cargo.lock has wasm-bindgen {locked}, but the tool is pinned to {pinned}.\n\
             Make them equal: change `Tool::version` in xtask/src/tools.rs, or the version in Cargo.toml"
        );
    }
    Ok(())
}

/// The version of a package in a lock file.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == name)?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_counts_only_as_a_whole_word() {
        for (answer, version, expected) in [
            ("trunk 0.21.14", "0.21.14", true),
            ("trunk 0.21.140", "0.21.14", false),
            ("wasm-opt version 132 (version_132)", "132", true),
            ("wasm-opt version 108", "132", false),
            ("", "132", false),
        ] {
            assert_eq!(answers_with(answer, version), expected, "{answer}");
        }
    }

    #[test]
    fn the_lock_file_names_a_version_after_the_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "yew"), None);
    }
}
