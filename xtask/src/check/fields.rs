//! Every field is made in one way: what people type must not reach the disk. The screens of the action do not write markup:
//! `crates/screens/src/draw.rs` marks every field that they draw.

use std::fmt;
use std::path::Path;

use anyhow::{Context as _, Result};
use testbench::measure;

/// A field that is made by itself, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, relative to the project.
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    /// What is wrong, and what to do.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// The file that has the one way.
const MAKER: &str = "crates/pages/src/field.rs";

/// Elements that take what people type or choose.
const FIELDS: [&str; 3] = ["input", "select", "textarea"];

/// How [`MAKER`] is called.
const CALL: &str = "field! {";

/// Checks the project in a folder. The list is in order of files and lines.
pub fn check(root: &Path) -> Result<Vec<Fault>> {
    let mut faults = Vec::new();
    let rooms = [measure::files(&root.join("src"))?, measure::files(&root.join("crates"))?];
    for path in rooms.into_iter().flatten() {
        let file = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        if path.extension().is_some_and(|kind| kind == "rs") && file != MAKER {
            let text = std::fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
            faults.extend(check_source(&file, &text));
        }
    }
    Ok(faults)
}

fn check_source(file: &str, text: &str) -> Vec<Fault> {
    let mut before = "";
    let mut faults = Vec::new();
    for (index, line) in text.lines().enumerate() {
        for element in FIELDS {
            let tag = ["<", element].concat();
            let made = line.match_indices(&tag).filter(|(start, _)| {
                let after = line.get(start + tag.len()..).and_then(|rest| rest.chars().next());
                let ours = line.get(..*start).unwrap_or_default().trim_end();
                let ours = if ours.is_empty() { before.trim_end() } else { ours };
                !after.is_some_and(|character| character.is_alphanumeric() || character == '-') && !ours.ends_with(CALL)
            });
            let message = format!("makes `{tag}>` by itself; `field!` ({MAKER}) keeps what is typed off the disk");
            faults.extend(made.map(|_| Fault { file: file.to_owned(), line: index + 1, message: message.clone() }));
        }
        if !line.trim_start().starts_with("//") && !line.trim().is_empty() {
            before = line;
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_of_every_kind_are_made_in_one_way() {
        for (text, faults) in [
            (r#"html! { <input type="text" /> }"#, 1),
            ("html! {\n    <textarea\n        class=\"field\" />\n}", 1),
            ("html! { <select>{ for options }</select> }", 1),
            (r#"html! { <p>{ field! { <input /> } }<input /></p> }"#, 1),
            (r#"field! { <input type="text" /> }"#, 0),
            ("{ field! {\n    // Why.\n\n    <select>{ for options }</select>\n} }", 0),
            ("html! { <selection-list /> }", 0),
            ("fn value(field: HtmlInputElement)", 0),
        ] {
            assert_eq!(check_source("crates/pages/src/x.rs", text).len(), faults, "{text}");
        }
    }

    #[test]
    fn the_project_has_no_other() {
        let faults: Vec<String> =
            check(&testbench::workspace::root()).unwrap().iter().map(ToString::to_string).collect();
        assert_eq!(faults, [""; 0]);
    }
}
