//! Publishing is a function: what a shell published (`tests/publish.rs`) is published again in a browser, and compared byte for byte.
#![cfg(target_arch = "wasm32")]
// Clippy knows tests by their attribute; what they share is test code too.
#![allow(clippy::unwrap_used)]

#[path = "../../../tests/publish/shared.rs"]
mod shared;

use std::path::{Path, PathBuf};

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use publish::publish;
use records::tables::sha256_hex;

wasm_bindgen_test_configure!(run_in_browser);

/// What the native half wrote.
const SOURCES: &[u8] =
    include_bytes!(env!("UNDERSIGNED_SOURCES", "`cargo xtask test` names the files that this test reads"));
const SUMS: &str = include_str!(env!("UNDERSIGNED_SUMS", "`cargo xtask test` names the files that this test reads"));

#[wasm_bindgen_test]
fn a_browser_publishes_the_same_bytes() {
    let files = shared::unpack(SOURCES);
    let fonts: Vec<PathBuf> = files.inside(Path::new("fonts")).unwrap().into_iter().map(Path::to_owned).collect();
    let files = publish(&shared::sources(files, fonts)).unwrap();
    let sums: Vec<String> = files.iter().map(|file| format!("{}  {}", sha256_hex(&file.bytes), file.path)).collect();
    let expected: Vec<&str> = SUMS.lines().collect();
    let other: Vec<&String> = sums.iter().filter(|sum| !expected.contains(&sum.as_str())).collect();
    assert!(other.is_empty() && sums.len() == expected.len(), "{} of {} files: {other:?}", other.len(), expected.len());
    assert!(sums.len() > 300, "{} files", sums.len());
}
