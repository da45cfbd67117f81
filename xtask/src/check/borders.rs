//! The borders between the four rooms, and a front door that is short.

use std::fmt;
use std::path::Path;

use anyhow::{Context as _, Result};

use crate::measure;

/// A breach, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, relative to the project.
    pub file: String,
    /// Counted from 1; the last line where the README is too long.
    pub line: usize,
    /// What is wrong, and what to do.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// The front door is short.
const LONGEST_README: usize = 100;

/// What must not be mentioned where.
struct Border {
    /// Whether the rule is about this file.
    about: fn(&str) -> bool,
    forbidden: &'static [&'static str],
    reason: &'static str,
}

const BORDERS: [Border; 8] = [
    Border {
        about: in_domain,
        forbidden: &[
            "yew",
            "web_sys",
            "gloo",
            "wasm_bindgen",
            "js_sys",
            "std::fs",
            "std::time",
            "std::env",
            "std::process",
        ],
        reason: "`domain` knows no page, browser, file or clock; hand the value in",
    },
    Border {
        about: in_domain,
        forbidden: &["crate::view", "crate::browser", "crate::cli"],
        reason: "`domain` depends on no other room",
    },
    Border {
        about: in_view,
        forbidden: &["wasm_bindgen", "js_sys", "std::fs", "std::time"],
        reason: "the first render is pure and runs at build time too; do it in `browser`, called from a hook",
    },
    Border {
        about: in_view,
        forbidden: &["crate::cli"],
        reason: "`view` depends on `domain`, and its hooks on `browser`",
    },
    Border {
        about: |file| in_view(file) && !file.starts_with("src/view/hooks"),
        forbidden: &["crate::browser"],
        reason: "only hooks (src/view/hooks…) reach the browser; take a callback or a hook",
    },
    Border {
        about: |file| file.starts_with("src/browser"),
        forbidden: &["crate::view", "crate::cli"],
        reason: "`browser` knows nothing of what is drawn",
    },
    Border {
        about: |file| file.starts_with("src/") && !file.starts_with("src/browser") && file != "src/main.rs",
        forbidden: &["web_sys", "gloo"],
        reason: "the browser's interfaces are used in `browser` only",
    },
    Border {
        about: |file| file.starts_with("src/cli") && file != "src/cli/terminal.rs",
        forbidden: &["println", "print", "eprintln", "eprint", "stdout", "stderr"],
        reason: "control characters may be in it; print with `cli::terminal`",
    },
];

fn in_domain(file: &str) -> bool {
    file == "src/domain.rs" || file.starts_with("src/domain/")
}

fn in_view(file: &str) -> bool {
    file == "src/view.rs" || file.starts_with("src/view/")
}

/// Checks the project in a folder. The list is in order of files and lines.
pub fn check(root: &Path) -> Result<Vec<Fault>> {
    let mut faults = Vec::new();
    for path in measure::files(&root.join("src"))? {
        if path.extension().is_none_or(|kind| kind != "rs") {
            continue;
        }
        let text = std::fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
        let file = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        faults.extend(check_source(&file, &text));
    }
    let readme = std::fs::read_to_string(root.join("README.md")).unwrap_or_default();
    faults.extend(check_length("README.md", &readme, LONGEST_README));
    Ok(faults)
}

/// Checks one source file.
fn check_source(file: &str, text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("//") {
            continue;
        }
        for border in BORDERS.iter().filter(|border| (border.about)(file)) {
            for word in border.forbidden.iter().filter(|word| mentions(line, word)) {
                let message = format!("mentions `{word}`: {}", border.reason);
                faults.push(Fault { file: file.to_owned(), line: index + 1, message });
            }
        }
    }
    faults
}

fn check_length(file: &str, text: &str, longest: usize) -> Option<Fault> {
    let line = text.lines().count();
    let message = format!("{line} lines, {longest} are enough; split it where a reader would pause");
    (line > longest).then(|| Fault { file: file.to_owned(), line, message })
}

/// Whether a line has the word, not as a part of a longer name.
fn mentions(line: &str, word: &str) -> bool {
    let is_name = |character: char| character.is_alphanumeric() || character == '_';
    line.match_indices(word).any(|(start, _)| {
        let before = line.get(..start).and_then(|text| text.chars().next_back());
        let after = line.get(start + word.len()..).and_then(|text| text.chars().next());
        // `gloo_net` is gloo too: only what comes before a name makes it another one.
        !before.is_some_and(is_name) && (word == "gloo" || !after.is_some_and(is_name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn planted_breaches_are_found() {
        for (file, line, breaches) in [
            ("src/domain/letter.rs", "use yew::AttrValue;", 1),
            ("src/domain.rs", "use std::time::Instant;", 1),
            ("src/domain/date.rs", "let now = std::env::var(\"NOW\");", 1),
            ("src/domain/date.rs", "use crate::view::Page;", 1),
            ("src/domain/date.rs", "use crate::browser::clock;", 1),
            // `domain` may not, and it is outside `browser`.
            ("src/domain/date.rs", "web_sys::window()", 2),
            ("src/view/card.rs", "use gloo::events::EventListener;", 1),
            ("src/view/card.rs", "gloo_utils::window()", 1),
            ("src/view/card.rs", "use wasm_bindgen::JsCast;", 1),
            ("src/view/card.rs", "use crate::cli::exit::Exit;", 1),
            ("src/view/card.rs", "use crate::browser::clipboard;", 1),
            ("src/view/hooks/clipboard.rs", "web_sys::window()", 1),
            ("src/browser/frame.rs", "use crate::view::Page;", 1),
            ("src/browser.rs", "use crate::cli;", 1),
            ("src/cli/check.rs", "use web_sys::Window;", 1),
            ("src/cli/check.rs", "println!(\"{name}\");", 1),
            ("src/cli/lookup/us.rs", "writeln!(io::stderr(), \"{name}\")", 1),
        ] {
            assert_eq!(check_source(file, line).len(), breaches, "{file}: {line}");
        }
    }

    #[test]
    fn what_is_allowed_is_left_alone() {
        for (file, line) in [
            ("src/domain/date.rs", "/// Not `std::time`: no clock here."),
            ("src/domain/date.rs", "    // yew draws this elsewhere"),
            ("src/domain/date.rs", "let viewed = renewed;"),
            ("src/view/card.rs", "use yew::prelude::*;"),
            ("src/view/hooks/clipboard.rs", "use crate::browser::clipboard;"),
            ("src/view/hooks.rs", "use crate::browser;"),
            ("src/browser/frame.rs", "use web_sys::Window;"),
            ("src/main.rs", "web_sys::window()"),
            ("src/cli/check.rs", "use std::fs;"),
            ("src/cli/prerender.rs", "use crate::view::Page;"),
        ] {
            assert_eq!(check_source(file, line), [], "{file}: {line}");
        }
    }

    #[test]
    fn a_long_readme_is_a_fault() {
        assert_eq!(check_length("README.md", &"\n".repeat(100), LONGEST_README), None);
        assert!(check_length("README.md", &"\n".repeat(101), LONGEST_README).is_some());
    }

    #[test]
    fn a_fault_names_its_place() {
        let faults = check_source("src/domain/date.rs", "//! Dates.\nuse std::fs;\n");
        assert_eq!(
            faults.first().unwrap().to_string(),
            "src/domain/date.rs:2: mentions `std::fs`: `domain` knows no page, browser, file or clock; hand the value in"
        );
    }
}
