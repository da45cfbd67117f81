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
    /// Finds breaches of WCAG on a page (`axe.min.js`). Only tests need it.
    Axe,
    /// Finds invalid HTML: the checker of the W3C and the WHATWG. It needs Java; only tests need it.
    Validator,
    /// Drives Firefox. No build needs it; see [`browsers::ready`].
    Geckodriver,
}

/// How a tool is installed, and what it consists of.
struct Recipe {
    registry: Registry,
    /// Its name in the registry.
    package: &'static str,
    version: &'static str,
    /// Where its files are inside the folder of the installation.
    inside: &'static str,
    /// The programs, or other files, that are used.
    files: &'static [&'static str],
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Registry {
    /// Each tool is built in a folder of its own.
    CratesIo,
    /// All tools come in one folder, as `tests/bench/npm/package-lock.json` says.
    Npm,
}

impl Tool {
    /// What a build needs, in the order in which it is installed.
    pub const FOR_A_BUILD: [Tool; 5] = [Tool::Binaryen, Tool::Esbuild, Tool::Fonts, Tool::Trunk, Tool::WasmBindgen];

    fn recipe(self) -> Recipe {
        let built =
            |package, version, files| Recipe { registry: Registry::CratesIo, package, version, inside: "bin", files };
        let fetched =
            |package, version, inside, files| Recipe { registry: Registry::Npm, package, version, inside, files };
        match self {
            Tool::Trunk => built("trunk", "0.21.14", &["trunk"]),
            Tool::WasmBindgen => built("wasm-bindgen-cli", "0.2.130", &["wasm-bindgen", "wasm-bindgen-test-runner"]),
            Tool::Deny => built("cargo-deny", "0.20.2", &["cargo-deny"]),
            Tool::Geckodriver => built("geckodriver", "0.37.1", &["geckodriver"]),
            Tool::Binaryen => fetched("binaryen", "132", "node_modules/.bin", &["wasm-opt"]),
            Tool::Esbuild => fetched("esbuild", "0.28.2", "node_modules/.bin", &["esbuild"]),
            Tool::Fonts => fetched(
                "@expo-google-fonts/noto-serif-hk",
                "0.4.3",
                "node_modules/@expo-google-fonts/noto-serif-hk",
                &["400Regular/NotoSerifHK_400Regular.ttf", "600SemiBold/NotoSerifHK_600SemiBold.ttf"],
            ),
            Tool::Axe => fetched("axe-core", "4.14.1", "node_modules/axe-core", &["axe.min.js"]),
            Tool::Validator => fetched("vnu-jar", "26.9.27", "node_modules/vnu-jar/build/dist", &["vnu.jar"]),
        }
    }

    /// The name of the package, as its registry knows it.
    pub fn package(self) -> &'static str {
        self.recipe().package
    }

    /// The one version that is used.
    pub fn version(self) -> &'static str {
        self.recipe().version
    }
}

impl Recipe {
    /// The name of its folder in the cache.
    fn folder(&self) -> Result<String> {
        Ok(match self.registry {
            Registry::CratesIo => format!("{}-{}", self.package.trim_end_matches("-cli"), self.version),
            Registry::Npm => format!("npm-{}", install::npm_lock()?),
        })
    }

    /// Whether all of its files are there. An installation appears in one step, when it is complete.
    fn is_in(&self, folder: &Path) -> bool {
        self.files.iter().all(|file| folder.join(self.inside).join(file).is_file())
    }

    /// Whether the right version is already on `PATH`. Tools from npm install in seconds, so `PATH` doesn't count for them.
    fn is_on_path(&self) -> bool {
        let answers = |program: &&str| {
            let file = process::find(program)?;
            process::glance(Command::new(file).arg("--version"))
        };
        self.registry == Registry::CratesIo
            && self
                .files
                .iter()
                .all(|program| answers(program).is_some_and(|answer| answers_with(&answer, self.version)))
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
        for recipe in tools.iter().map(|tool| tool.recipe()).filter(|recipe| !recipe.is_on_path()) {
            let folder = cache.join(recipe.folder()?);
            if !recipe.is_in(&folder) {
                install::install(&recipe, &cache, &folder)?;
            }
            folders.push(folder.join(recipe.inside));
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
        tool.recipe().files.iter().map(|name| self.program(name)).collect()
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
    let recipe = tool.recipe();
    let ours = || Some(cache_folder().ok()?.join(recipe.folder().ok()?).join(recipe.inside).join(name));
    ours().filter(|file| file.is_file()).or_else(|| process::find(name))
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
             Make them equal: change `Tool::recipe` in tests/bench/src/tools.rs, or the version in Cargo.toml"
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
