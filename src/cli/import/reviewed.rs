//! What the importers of all countries have in common: `reviewed.toml`, where a person says what they have looked at, the
//! upstream files that it names, and how an import ends.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use records::fault::{Failure, Fault};
use records::tables::lines::Texts;
use records::tables::upstream::Input;
use records::tables::{hex, sha256_hex};

use crate::cli::exit::Exit;
use crate::cli::terminal;
use crate::cli::terminal::progress::Progress;

/// Name of the file in messages.
pub const FILE: &str = "reviewed.toml";

/// Where an importer reads and writes. Each command gives its own folders as defaults.
#[derive(Debug, Args)]
pub struct Folders {
    /// Folder with the upstream files.
    #[arg(long, value_name = "FOLDER")]
    pub from: PathBuf,
    /// Folder for the tables.
    #[arg(long, value_name = "FOLDER")]
    pub to: PathBuf,
    /// What a person has reviewed: inputs, vacancies, corrections [default: reviewed.toml in the --to folder].
    #[arg(long, value_name = "FILE")]
    reviewed: Option<PathBuf>,
}

/// What of the tables is made again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Everything; what `reviewed.toml` lists in vain is a fault.
    Whole,
    /// People and what belongs to them, as `undersigned refresh` does: the rest may stay, a few people may be missing, and what
    /// is listed in vain is said.
    People,
}

/// Tables that passed every check, not yet written.
pub struct Derived {
    /// By file name.
    pub texts: Texts,
    /// How much of everything.
    pub summary: String,
    /// What `reviewed.toml` lists in vain.
    pub notes: Vec<Fault>,
}

/// A slip of upstream, repaired.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// Of whom or what: a member's id, in the United States the Bioguide identifier, in the United Kingdom the constituency's
    /// GSS code.
    #[serde(alias = "bioguide", alias = "code")]
    pub id: String,
    /// A column of the tables.
    pub field: String,
    /// What comes of upstream, after the importer's own tidying; when something else does, the correction is a fault.
    pub upstream: String,
    /// What it should be.
    pub value: String,
    /// Why.
    #[serde(rename = "why")]
    _why: String,
}

/// Why a correction was not made.
pub enum NotCorrected {
    /// Upstream says the same by now.
    InVain(String),
    /// There is no such column, or the slip is another one by now.
    Fault(String),
}

impl Correction {
    /// Repairs the slip in its column; `None` if there is no such column.
    ///
    /// # Errors
    ///
    /// Says why it changed nothing.
    pub fn repair(&self, column: Option<&mut String>) -> Result<(), NotCorrected> {
        let Correction { field, upstream, value, .. } = self;
        match column {
            None => Err(NotCorrected::Fault(format!("{FILE} corrects `{field}`, which is not a column"))),
            Some(found) if found == value => {
                Err(NotCorrected::InVain(format!("{field} is now `{value}` upstream; delete the correction")))
            }
            Some(found) if found == upstream => {
                value.clone_into(found);
                Ok(())
            }
            Some(found) => Err(NotCorrected::Fault(format!(
                "{FILE} corrects {field} `{upstream}`, but it is now `{found}`; look again"
            ))),
        }
    }
}

/// Imports what was looked at, and says what came of it.
pub fn run(folders: &Folders, import: impl FnOnce(&Path) -> Result<String, Failure>) -> Exit {
    match import(&folders.reviewed.clone().unwrap_or_else(|| folders.to.join(FILE))) {
        Ok(summary) => {
            terminal::say(summary);
            Exit::Good
        }
        Err(failure) => {
            terminal::complain(&failure);
            if let Failure::Faults(faults) = &failure {
                let noun = if faults.len() == 1 { "problem" } else { "problems" };
                terminal::complain(format_args!("{} {noun}; nothing was written", faults.len()));
            }
            Exit::from(&failure)
        }
    }
}

/// Reads `reviewed.toml`; what does not read is a fault with its line.
pub fn read<Reviewed: DeserializeOwned>(path: &Path) -> Result<Reviewed, Failure> {
    parse(FILE, &String::from_utf8_lossy(&file(path)?))
}

/// Reads a TOML file's text; what does not read is a fault with its line.
pub fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Failure> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().and_then(|span| text.get(..span.start)).map_or(1, |before| before.lines().count());
        Failure::Faults(vec![Fault::new(file, format_args!("line {line}"), error.message())])
    })
}

/// The one upstream file in one of these formats, with its bytes. That it is not the one that was looked at is a fault.
pub fn input<'a, Format: PartialEq + std::fmt::Debug>(
    from: &Path,
    inputs: &'a [Input<Format>],
    formats: &[Format],
    faults: &mut Vec<Fault>,
) -> Result<(&'a Input<Format>, Vec<u8>), Failure> {
    let input = only(inputs, formats)?;
    let bytes = file(&from.join(&input.file))?;
    compare(&sha256_hex(&bytes), input, faults);
    Ok((input, bytes))
}

/// The one input in one of these formats; that there are none or several is a fault.
pub fn only<'a, Format: PartialEq + std::fmt::Debug>(
    inputs: &'a [Input<Format>],
    formats: &[Format],
) -> Result<&'a Input<Format>, Failure> {
    let found: Vec<_> = inputs.iter().filter(|input| formats.contains(&input.format)).collect();
    let &[input] = found.as_slice() else {
        let problem = format!("needs exactly one input in the format {formats:?}, has {}", found.len());
        return Err(Failure::Faults(vec![Fault::new(FILE, "input", problem)]));
    };
    Ok(input)
}

/// An upstream file, and what is in it.
pub type WithBytes<'a, Format> = (&'a Input<Format>, Vec<u8>);

/// As [`input`], for a file that a country can do without: `None` if [`FILE`] names none of that format.
pub fn optional_input<'a, Format: PartialEq + std::fmt::Debug>(
    from: &Path,
    inputs: &'a [Input<Format>],
    format: Format,
    faults: &mut Vec<Fault>,
) -> Result<Option<WithBytes<'a, Format>>, Failure> {
    let named = inputs.iter().any(|input| input.format == format);
    if named { input(from, inputs, &[format], faults).map(Some) } else { Ok(None) }
}

fn compare<Format>(sha256: &str, input: &Input<Format>, faults: &mut Vec<Fault>) {
    if sha256 != input.sha256 {
        let problem = format!(
            "checksum {sha256} is not the one in {FILE}; check the new file, then enter it there with its date"
        );
        faults.push(Fault::new(&input.file, "whole file", problem));
    }
}

/// An upstream file that is read piece by piece, because it may be longer than memory. Counts its megabytes on the terminal.
pub struct Streamed {
    file: fs::File,
    sum: Sha256,
    progress: Progress,
    /// Bytes since the last step.
    since: usize,
}

impl Streamed {
    /// Opens the file that an input names.
    pub fn open<Format>(from: &Path, input: &Input<Format>) -> Result<Streamed, Failure> {
        let path = from.join(&input.file);
        let failed = |error: std::io::Error| Failure::CouldNotRun(format!("{}: {error}", path.display()));
        let file = fs::File::open(&path).map_err(failed)?;
        let size = file.metadata().map_err(failed)?.len() as usize;
        let progress = Progress::new("Reading megabytes", size.div_ceil(MEGABYTE));
        Ok(Streamed { file, sum: Sha256::new(), progress, since: 0 })
    }

    /// Reads what is left, and notes a fault if the file is not the one that was looked at.
    pub fn finish<Format>(mut self, input: &Input<Format>, faults: &mut Vec<Fault>) {
        if let Err(error) = std::io::copy(&mut self, &mut std::io::sink()) {
            faults.push(Fault::new(&input.file, "whole file", error));
            return;
        }
        compare(&hex(&self.sum.finalize()), input, faults);
    }
}

impl Read for Streamed {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.file.read(buffer)?;
        self.sum.update(buffer.get(..count).unwrap_or_default());
        self.since += count;
        while self.since >= MEGABYTE {
            self.since -= MEGABYTE;
            self.progress.step();
        }
        Ok(count)
    }
}

const MEGABYTE: usize = 1_000_000;

fn file(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| Failure::CouldNotRun(format!("{}: {error}", path.display())))
}
