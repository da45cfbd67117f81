//! What the importers of all countries have in common: `reviewed.toml`, where a person says what they have looked at, the
//! upstream files that it names, and how an import ends.

use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use crate::cli::exit::Exit;
use crate::cli::tables::fault::{Failure, Fault};
use crate::cli::tables::sha256_hex;
use crate::cli::tables::upstream::Input;
use crate::cli::terminal;

/// Name of the file in messages.
pub const FILE: &str = "reviewed.toml";

/// Imports what was looked at, as `reviewed` says or the file in the folder `to`, and says what came of it.
pub fn run(reviewed: Option<&PathBuf>, to: &Path, import: impl FnOnce(&Path) -> Result<String, Failure>) -> Exit {
    match import(&reviewed.cloned().unwrap_or_else(|| to.join(FILE))) {
        Ok(summary) => {
            terminal::say(summary);
            Exit::Good
        }
        Err(failure) => {
            terminal::complain(&failure);
            if let Failure::Faults(faults) = &failure {
                terminal::complain(format_args!("{} problems; nothing was written", faults.len()));
            }
            failure.exit()
        }
    }
}

/// Reads `reviewed.toml`; what does not read is a fault with its line.
pub fn read<Reviewed: DeserializeOwned>(path: &Path) -> Result<Reviewed, Failure> {
    let text = String::from_utf8_lossy(&file(path)?).into_owned();
    toml::from_str(&text).map_err(|error| {
        let line = error.span().and_then(|span| text.get(..span.start)).map_or(1, |before| before.lines().count());
        Failure::Faults(vec![Fault::new(FILE, format_args!("line {line}"), error.message())])
    })
}

/// The one upstream file in one of these formats, with its bytes. That it is not the one that was looked at is a fault.
pub fn input<'a, Format: PartialEq + std::fmt::Debug>(
    from: &Path,
    inputs: &'a [Input<Format>],
    formats: &[Format],
    faults: &mut Vec<Fault>,
) -> Result<(&'a Input<Format>, Vec<u8>), Failure> {
    let found: Vec<_> = inputs.iter().filter(|input| formats.contains(&input.format)).collect();
    let &[input] = found.as_slice() else {
        let problem = format!("needs exactly one input in the format {formats:?}, has {}", found.len());
        return Err(Failure::Faults(vec![Fault::new(FILE, "input", problem)]));
    };
    let bytes = file(&from.join(&input.file))?;
    let sha256 = sha256_hex(&bytes);
    if sha256 != input.sha256 {
        let problem =
            format!("checksum {sha256} is not that of {FILE}; look at the new file, then enter it there with its date");
        faults.push(Fault::new(&input.file, "whole file", problem));
    }
    Ok((input, bytes))
}

/// Repairs a slip of upstream in the column `name`, and says why if it cannot: there is no such column, or the slip is
/// another one by now.
pub fn repair(column: Option<&mut String>, name: &str, upstream: &str, value: &str) -> Option<String> {
    match column {
        None => Some(format!("{FILE} corrects `{name}`, which is no column")),
        Some(found) if *found == upstream => {
            value.clone_into(found);
            None
        }
        Some(found) => Some(format!("{FILE} corrects {name} `{upstream}`, but it is now `{found}`; look again")),
    }
}

fn file(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| Failure::CouldNotRun(format!("{}: {error}", path.display())))
}
