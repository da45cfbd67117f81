//! The table for people.

use std::fmt::Write;

use super::Rule;

/// `docs/hosting/headers.md`.
pub fn page(rules: &[Rule]) -> String {
    let mut page = "# Headers for each path\n\n\
        Generated from the table in `crates/publish/src/headers.rs`; `UNDERSIGNED_WRITE=1 cargo test -p publish hosting` rewrites it.\n\
        `*` stands for any ending, `CAMPAIGN` for each campaign, and `sha256-…` for hashes that the build fills in.\n"
        .to_owned();
    for rule in rules {
        // Writing into a text cannot fail.
        let _ = write!(page, "\n## `{}`\n\n| header | value |\n|---|---|\n", rule.pattern);
        for (name, value) in &rule.headers {
            let _ = writeln!(page, "| {name} | `{value}` |");
        }
    }
    page
}
