//! The loader that host pages may use. `cargo xtask scripts` makes its small form, which is committed: the bytes that
//! hosts pin by their hash do not depend on a tool's version.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use sha2::{Digest, Sha384};

use super::pages::File;

/// The loader as it ships.
pub const SHIPPED: &str = "assets/embed/v1.0.0.js";
/// For those who want what is newest.
pub const NEWEST: &str = "embed/v1.js";
/// For those who pin a version by its hash.
pub const PINNED: &str = "embed/v1.0.0.js";
/// The hashes of pinned versions.
pub const INTEGRITY: &str = "embed/integrity.json";

/// `sha384-…` of a script, as hosts pin it.
pub fn integrity(script: &str) -> String {
    ["sha384-", &STANDARD.encode(Sha384::digest(script.as_bytes()))].concat()
}

/// The newest loader, the same as a pinned version, and the hashes.
pub fn files(loader: &str) -> Vec<File> {
    let hash = integrity(loader);
    let name = PINNED.trim_start_matches("embed/");
    vec![
        (NEWEST.to_owned(), loader.to_owned()),
        (PINNED.to_owned(), loader.to_owned()),
        (INTEGRITY.to_owned(), format!("{:#}\n", json!({ name: hash }))),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_stays_small() {
        let size = super::super::scripts::read(std::path::Path::new(SHIPPED)).unwrap().len();
        assert!(size <= 1_500, "{size}");
    }

    #[test]
    fn a_pinned_version_has_its_hash() {
        let files = files("example");
        let [(_, newest), (_, pinned), (_, integrity)] = files.as_slice() else { panic!("{files:?}") };
        assert_eq!(newest, pinned);
        assert!(integrity.contains("\"v1.0.0.js\": \"sha384-"), "{integrity}");
    }
}
