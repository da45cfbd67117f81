//! Everything that can be checked without a browser, step by step: all faults, not only the first.

pub mod fields;

use std::process::Command;

use anyhow::Result;
use testbench::runs::Report;
use testbench::tools::rust;
use testbench::{process, workspace};

use crate::{deny, scripts};

/// Runs all checks.
pub fn run(report: &mut Report) {
    let lints = ["--", "-D", "warnings"];
    report.step("formatting", || {
        let good = passes(process::cargo().args(["fmt", "--all", "--", "--check"]))?;
        if !good {
            println!("Run `cargo fmt --all`.");
        }
        Ok(good)
    });
    report.step("clippy, native", || {
        passes(process::cargo().args(["clippy", "--quiet", "--all-targets", "--workspace"]).args(lints))
    });
    // Not among all targets, because they need a built site.
    report.step("clippy, end to end", || {
        let targets = ["--test", "e2e", "--test", "hosted", "-p", "undersigned"];
        passes(process::cargo().args(["clippy", "--quiet"]).args(targets).args(lints))
    });
    report.step("clippy, in the browser", || {
        rust::ready()?;
        let good = |what: &[&str]| {
            let mut cargo = process::cargo();
            cargo.args(["clippy", "--quiet", "--target", rust::WASM]).args(what).args(lints);
            // Any files will do, because nothing is run.
            let file = workspace::root().join("Cargo.toml");
            passes(cargo.env("UNDERSIGNED_SOURCES", &file).env("UNDERSIGNED_SUMS", &file))
        };
        let visitor = good(&["-p", "undersigned", "--lib", "--bins", "--test", "taking_over"])?;
        Ok(good(&["-p", "publish", "--lib", "--test", "in_browser"])? && visitor)
    });
    report.step("the loader's small form", || scripts::check_loader().map(|()| true));
    report.step("fields", || {
        let faults = fields::check(&workspace::root())?;
        for fault in &faults {
            println!("{fault}");
        }
        Ok(faults.is_empty())
    });
    report.step("licences and sources of crates", deny::check);
    report.step("campaigns", || {
        let mut check = process::cargo();
        check.args(["run", "--quiet", "--bin", "undersigned", "--", "check"]);
        // When a term ends, the code is no worse; a build of the site reports it.
        passes(check.env(workspace::ALLOW_OUTDATED, "true"))
    });
}

/// Whether a program ends well.
pub fn passes(command: &mut Command) -> Result<bool> {
    Ok(process::status(command)?.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The compiler can't see this border, because hooks are in the package of the screens: the first render is pure.
    #[test]
    fn only_hooks_reach_the_browser() {
        let screens = workspace::root().join("crates/screens/src");
        for file in testbench::measure::files(&screens).unwrap() {
            let text = std::fs::read_to_string(&file).unwrap();
            let is_hook = file.starts_with(screens.join("hooks")) || file == screens.join("hooks.rs");
            let reaches = text.lines().filter(|line| !line.trim_start().starts_with("//")).any(|line| {
                line.match_indices("browser::")
                    .any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
            });
            assert!(is_hook || !reaches, "{}: call the browser from a hook", workspace::shown(&file));
        }
    }

    #[test]
    fn the_readme_is_short() {
        let readme = std::fs::read_to_string(workspace::root().join("README.md")).unwrap();
        assert!(readme.lines().count() <= 100, "split it where a reader would pause");
    }
}
