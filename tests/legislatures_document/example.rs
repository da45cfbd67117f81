//! The worked example of `docs/legislatures.md`, as files.

use std::collections::BTreeMap;
use std::fs;

/// The document.
pub fn document() -> String {
    fs::read_to_string(testbench::workspace::root().join("docs/legislatures.md")).unwrap()
}

/// The blocks of the worked example, each by the file that the line above it names.
pub fn example() -> BTreeMap<String, String> {
    let text = document();
    let part = text.split("\n## ").find(|part| part.starts_with("A worked example\n")).unwrap();
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let (mut name, mut inside) = (None, false);
    for line in part.lines() {
        if line.starts_with("```") {
            inside = !inside;
            name = name.filter(|_| inside);
        } else if inside {
            if let Some(name) = &name {
                *files.entry(String::clone(name)).or_default() += &format!("{line}\n");
            }
        } else if let Some(rest) = line.strip_prefix('`') {
            name = rest.split_once('`').map(|(name, _)| name.to_owned());
        }
    }
    files
}
