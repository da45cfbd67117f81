//! The last good copy of each fetched file, in a folder beside the tables.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use records::fault::Failure;
use records::tables::sha256_hex;

/// What is known of the copies: `fetched.toml`.
const INDEX: &str = "fetched.toml";
/// Where files lie until they have passed every check.
const NEW: &str = "new";

/// A folder such as `cache/us`.
pub struct Cache {
    folder: PathBuf,
    copies: BTreeMap<String, Copy>,
}

/// A file that passed every check.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Copy {
    /// From where.
    pub address: String,
    /// By which name its host asks whether it changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
    /// Its checksum.
    pub sha256: String,
}

impl Cache {
    /// Opens the folder, or begins without copies. What does not read is as if it were not there: it can be fetched again.
    pub fn open(folder: PathBuf) -> Cache {
        let text = fs::read_to_string(folder.join(INDEX)).unwrap_or_default();
        let copies = toml::from_str(&text).unwrap_or_default();
        Cache { folder, copies }
    }

    /// The last good copy of a file from an address, if it is whole.
    pub fn copy(&self, file: &str, address: &str) -> Option<(Vec<u8>, &Copy)> {
        let copy = self.copies.get(file).filter(|copy| copy.address == address)?;
        let bytes = fs::read(self.folder.join(file)).ok()?;
        (sha256_hex(&bytes) == copy.sha256).then_some((bytes, copy))
    }

    /// A folder with these files, to be imported from.
    pub fn stage(&self, files: &BTreeMap<String, Vec<u8>>) -> Result<PathBuf, Failure> {
        let folder = self.folder.join(NEW);
        let failed = |error: std::io::Error| Failure::CouldNotRun(format!("{}: {error}", folder.display()));
        fs::create_dir_all(&folder).map_err(failed)?;
        files.iter().try_for_each(|(file, bytes)| fs::write(folder.join(file), bytes)).map_err(failed)?;
        Ok(folder)
    }

    /// Puts the files that [`Cache::stage`] laid out in the place of the copies.
    pub fn keep(&mut self, copies: BTreeMap<String, Copy>) -> Result<(), Failure> {
        let from = self.folder.join(NEW);
        let failed = |path: &Path, error: std::io::Error| Failure::CouldNotRun(format!("{}: {error}", path.display()));
        for file in copies.keys() {
            let to = self.folder.join(file);
            fs::rename(from.join(file), &to).map_err(|error| failed(&to, error))?;
        }
        self.copies.extend(copies);
        let text = toml::to_string(&self.copies).map_err(|error| Failure::CouldNotRun(error.to_string()))?;
        let index = self.folder.join(INDEX);
        fs::write(&index, text).map_err(|error| failed(&index, error))
    }
}
