//! `docs/security.md` names tests as proof: they exist.
#![cfg(not(target_arch = "wasm32"))]
// A helper that fails is a failed test.
#![allow(clippy::unwrap_used)]

use std::path::Path;

/// The text of all tests in a folder.
fn tests(folder: &Path) -> String {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let text = |path: std::path::PathBuf| match path.is_dir() {
        true => tests(&path),
        false => std::fs::read_to_string(&path).unwrap_or_default(),
    };
    entries.map(text).collect()
}

#[test]
fn every_test_that_is_named_as_proof_exists() {
    let project = testbench::workspace::root();
    let document = std::fs::read_to_string(project.join("docs/security.md")).unwrap();
    // Rules are tested beside their code.
    let tests = ["tests", "src", "crates", "xtask/src"].map(|folder| tests(&project.join(folder))).concat();
    let quoted = document.split('`').skip(1).step_by(2);
    // A sentence, not the name of a module or function.
    let named: Vec<&str> =
        quoted.filter_map(|text| text.rsplit("::").next()).filter(|name| name.matches('_').count() >= 3).collect();
    assert!(named.len() > 12, "{named:?}");
    for name in named {
        assert!(tests.contains(&format!("fn {name}(")), "{name}");
    }
}
