//! The last bytes of the program: short names between Wasm and glue, and a small glue.
//!
//! Imports and exports have long names that nobody reads, in both files. `wasm-opt` shortens them and reports how; `esbuild`
//! renames them in the glue. Notes for tools go, and so do hints that no browser needs; functions with similar code come to stand
//! side by side. Both files then get a name with the fingerprint of their new content.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use testbench::process;
use testbench::tools::Toolbox;
use testbench::wasm::{drop_alignment_hints, sort_functions};

/// What `wasm-opt` reports about the names that it gave.
#[derive(Debug, Deserialize)]
struct Renamed {
    /// Module, old name, new name.
    imports: Vec<(String, String, String)>,
    /// Old name, new name.
    exports: Vec<(String, String)>,
}

impl Renamed {
    /// Old names with their new ones, module names included, as far as the glue contains them. The glue need not use everything
    /// that the Wasm exports, but a Wasm that imports what the glue lacks would never start.
    fn names(self, glue: &str) -> Result<BTreeMap<String, String>> {
        let mut names = BTreeMap::new();
        for (module, old, new) in self.imports {
            if !glue.contains(&module) || !glue.contains(&old) {
                bail!("the glue does not know `{old}` of the Wasm");
            }
            names.insert(module, MODULE.to_owned());
            names.insert(old, new);
        }
        names.extend(self.exports.into_iter().filter(|(old, _)| glue.contains(old)));
        Ok(names)
    }
}

/// The one module from which everything is imported, as `wasm-opt` names it.
const MODULE: &str = "a";

/// The features of WebAssembly that the compiler and wasm-bindgen use and every browser has. With all of its features enabled,
/// `wasm-opt` would write code that no browser reads yet.
const FEATURES: [&str; 7] = [
    "--mvp-features",
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What compilers note in a Wasm for other tools: their versions, and which features they used.
const NOTES: [&str; 2] = ["--strip-producers", "--strip-target-features"];

/// How the files of the program begin.
const PROGRAM: &str = "undersigned";

/// Shrinks Wasm and glue in a built folder.
pub fn shrink(dist: &Path, tools: &Toolbox) -> Result<()> {
    let (glue, wasm) = (only(dist, ".js")?, only(dist, "_bg.wasm")?);
    let mut opt = Command::new(tools.program("wasm-opt")?);
    opt.arg(&wasm).arg("-o").arg(&wasm).args(FEATURES).args(NOTES).arg("--minify-imports-and-exports-and-modules");
    let renamed = process::output(&mut opt).context("the names in the Wasm were not shortened")?;
    let renamed: Renamed = serde_json::from_str(&renamed).context("wasm-opt does not say what it renamed")?;
    let text = std::fs::read_to_string(&glue).with_context(|| format!("could not read {}", glue.display()))?;
    suit_brotli(&wasm).with_context(|| format!("{} was not shrunk", wasm.display()))?;
    minify(&glue, &renamed.names(&text)?, tools)?;
    let print = fingerprint(&[&glue, &wasm])?;
    for (file, ending) in [(glue, ".js"), (wasm, "_bg.wasm")] {
        std::fs::rename(&file, dist.join([PROGRAM, "-", &print, ending].concat()))
            .with_context(|| format!("could not rename {}", file.display()))?;
    }
    Ok(())
}

/// Changes how the Wasm is written, not what it does, so that it compresses better.
fn suit_brotli(wasm: &Path) -> Result<()> {
    let sorted = sort_functions(&std::fs::read(wasm)?)?;
    Ok(std::fs::write(wasm, drop_alignment_hints(&sorted)?)?)
}

fn minify(glue: &Path, names: &BTreeMap<String, String>, tools: &Toolbox) -> Result<()> {
    let cache = glue.with_extension("names.json");
    std::fs::write(&cache, serde_json::to_vec(names)?).context("could not write the list of names")?;
    let mut esbuild = Command::new(tools.program("esbuild")?);
    esbuild
        .arg(glue)
        .args(["--minify", "--format=esm", "--mangle-quoted", "--allow-overwrite", "--log-level=warning"])
        .arg(["--mangle-props=", &pattern(names)].concat())
        .arg(["--mangle-cache=", &cache.to_string_lossy()].concat())
        .arg(["--outfile=", &glue.to_string_lossy()].concat());
    let done = process::run(&mut esbuild).context("the glue was not minified");
    std::fs::remove_file(&cache).context("could not remove the list of names")?;
    done
}

/// A regular expression for exactly these names.
fn pattern(names: &BTreeMap<String, String>) -> String {
    let names: Vec<String> = names.keys().map(|name| name.replace('.', "\\.")).collect();
    format!("^(?:{})$", names.join("|"))
}

/// A fingerprint of both files together: one never works with another version of the other.
fn fingerprint(files: &[&Path]) -> Result<String> {
    let mut hash = Sha256::new();
    for file in files {
        hash.update(std::fs::read(file).with_context(|| format!("could not read {}", file.display()))?);
    }
    Ok(hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect())
}

/// The one file of the program with this ending.
fn only(dist: &Path, ending: &str) -> Result<PathBuf> {
    let entries = std::fs::read_dir(dist).context("the site was not built")?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut found = names.filter(|name| name.starts_with(PROGRAM) && name.ends_with(ending));
    match (found.next(), found.next()) {
        (Some(name), None) => Ok(dist.join(name)),
        _ => bail!("{} does not hold exactly one {PROGRAM}*{ending}", dist.display()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_that_is_renamed_is_renamed_in_the_glue() -> Result<()> {
        let said = r#"{"imports": [["./u_bg.js", "__wbg_x", "a"], ["./u_bg.js", "__wbg_y", "b"]],
            "exports": [["memory", "c"], ["main", "d"]]}"#;
        let names = |glue| serde_json::from_str::<Renamed>(said)?.names(glue);
        assert!(names("'./u_bg.js' __wbg_x memory").is_err(), "an import is missing");
        let names = names("'./u_bg.js' __wbg_x __wbg_y memory")?;
        let expected = [("./u_bg.js", "a"), ("__wbg_x", "a"), ("__wbg_y", "b"), ("memory", "c")];
        assert_eq!(names, expected.map(|(old, new)| (old.to_owned(), new.to_owned())).into());
        assert_eq!(pattern(&names), r"^(?:\./u_bg\.js|__wbg_x|__wbg_y|memory)$");
        Ok(())
    }
}
