//! Finds the programs that Trunk built: Wasm and glue of each.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use layout::BILL;
use publish::Program;
use records::tables::sha256_hex;

use crate::cli::site_folder::Record;

/// Finds the program of this name in a folder: exactly one `NAME*.js` and one `NAME*_bg.wasm`. Those that are kept from
/// earlier builds don't count.
pub fn find(out: &Path, program: &str) -> Result<Program> {
    let place = || out.display().to_string();
    let mut names: Vec<String> = Vec::new();
    for entry in fs::read_dir(out).with_context(place)? {
        names.push(entry.with_context(place)?.file_name().to_string_lossy().into_owned());
    }
    let old = Record::read(out).old;
    names.retain(|name| !old.contains_key(name));
    let glue = only(&names, program, ".js", out)?;
    let wasm = only(&names, program, "_bg.wasm", out)?;
    let bytes = fs::read(out.join(&wasm)).with_context(place)?;
    let integrity = ["sha384-", &STANDARD.encode(Sha384::digest(&bytes))].concat();
    let sums = [sha256_hex(&fs::read(out.join(&glue)).with_context(place)?), sha256_hex(&bytes)];
    Ok(Program { glue, wasm, integrity, sums, bill: fs::read(out.join(BILL)).ok() })
}

fn only(names: &[String], program: &str, ending: &str, out: &Path) -> Result<String> {
    let mut found = names.iter().filter(|name| name.starts_with(program) && name.ends_with(ending));
    match (found.next(), found.next()) {
        (Some(name), None) => Ok(name.clone()),
        (None, _) => bail!("{}: contains no built program ({program}*{ending}); run `cargo xtask dist`", out.display()),
        (Some(_), Some(_)) => {
            bail!("{}: more than one {program}*{ending}; empty the folder first", out.display())
        }
    }
}
