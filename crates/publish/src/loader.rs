//! The loader that host pages may use. `cargo xtask loader` makes its small form, which is committed: the bytes that
//! hosts pin by their hash do not depend on a tool's version.

use std::path::Path;

use anyhow::{Context as _, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};
use sha2::{Digest, Sha384};

use files::Files;
use layout::{INTEGRITY, LOADERS, NEWEST_LOADER};

use super::scripts;
use crate::file::File;

/// A version of the loader.
#[derive(Clone, Debug)]
pub struct Version {
    /// Its path below the site's folder.
    pub path: &'static str,
    /// The script, byte for byte.
    pub text: String,
    /// `sha384-…`, as hosts pin it.
    pub integrity: String,
}

/// All versions.
#[derive(Clone, Debug)]
pub struct Loaders {
    // Private: the newest one has been taken out.
    older: Vec<Version>,
    /// The newest one, which snippets name.
    pub newest: Version,
}

impl Loaders {
    /// Reads every version from the folder of assets.
    pub fn read(files: &Files, assets: &Path) -> Result<Loaders> {
        let version = |path: &'static str| {
            let text = scripts::read(files, &assets.join(path))?;
            Ok(Version { path, integrity: integrity(&text), text })
        };
        let mut older = LOADERS.into_iter().map(version).collect::<Result<Vec<_>>>()?;
        let newest = older.pop().context("there is no loader")?;
        Ok(Loaders { older, newest })
    }

    /// All versions, the newest one a second time by the name that stays, and the hashes.
    pub fn files(&self) -> Vec<File> {
        let versions = || self.older.iter().chain([&self.newest]);
        let hashes: Map<String, Value> = versions()
            .map(|version| (version.path.trim_start_matches("embed/").to_owned(), version.integrity.clone().into()))
            .collect();
        let mut files: Vec<File> = versions().map(|version| File::new(version.path, version.text.as_str())).collect();
        files.push(File::new(NEWEST_LOADER, self.newest.text.as_str()));
        files.push(File::new(INTEGRITY, format!("{:#}\n", Value::from(hashes))));
        files
    }
}

/// `sha384-…` of a script.
fn integrity(script: &str) -> String {
    ["sha384-", &STANDARD.encode(Sha384::digest(script.as_bytes()))].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped() -> Loaders {
        let assets = Path::new("../../assets");
        let mut files = Files::default();
        files.read_folder(assets, |_| Some(u64::MAX));
        Loaders::read(&files, assets).unwrap()
    }

    #[test]
    fn the_loader_stays_small() {
        let size = shipped().newest.text.len();
        assert!(size <= 1_500, "{size}");
    }

    #[test]
    fn what_pages_have_pinned_is_published_byte_for_byte() {
        let files = shipped().files();
        let text = |path: &str| {
            let file = files.iter().find(|file| file.path == path).unwrap();
            str::from_utf8(&file.bytes).unwrap()
        };
        let hashes: Value = serde_json::from_str(text(INTEGRITY)).unwrap();
        for (version, hash) in [
            ("v1.0.0.js", "sha384-TyLm3CRw7LbhUdZCl3hUpnUDb8woXXdq7MdvrBS//UvkVHeLq93M8/D8NngAbtHa"),
            ("v1.1.0.js", "sha384-HP5hnbQkUhBXWxHI2mknt1KvUdIczZ1oxXdw/2hcDXs7xii+F8/FXdv4SkF7EmKl"),
            ("v1.1.1.js", "sha384-pKb2Mq1vjNvMoLhLHXhgJc0Su+6Z5+e92YJSO/TYCGqmOu2pWUcFbD1CskVqD2Fy"),
        ] {
            assert_eq!(integrity(text(&["embed/", version].concat())), hash, "{version}");
            assert_eq!(hashes[version], hash);
        }
        assert_eq!(hashes.as_object().unwrap().len(), LOADERS.len(), "a version without its hash here");
        assert_eq!(text(NEWEST_LOADER), text("embed/v1.1.1.js"));
    }
}
