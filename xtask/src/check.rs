//! Everything that can be checked without a browser, step by step: all faults, not only the first.

pub mod fields;

use std::process::Command;
use std::time::Instant;

use anyhow::Result;
use testbench::tools::rust;
use testbench::{process, workspace};

use crate::{deny, scripts};

/// Steps that have run, which of them found faults, and which tests could not run on this machine.
#[derive(Debug, Default)]
pub struct Report {
    failed: Vec<String>,
    skipped: Vec<Skipped>,
    remarks: Vec<String>,
}

/// Tests that did not run.
#[derive(Debug)]
struct Skipped {
    what: String,
    tests: usize,
    why: String,
}

impl Report {
    /// Runs a step under its name, says how long it took, and remembers whether it was good.
    pub fn step(&mut self, name: &str, step: impl FnOnce() -> Result<bool>) {
        println!("\n── {name}");
        let start = Instant::now();
        let good = match step() {
            Ok(good) => good,
            Err(error) => {
                eprintln!("{error:#}");
                false
            }
        };
        let word = if good { "ok" } else { "FAULTS" };
        println!("── {name}: {word} ({:.1} s)", start.elapsed().as_secs_f64());
        if !good {
            self.failed.push(name.to_owned());
        }
    }

    /// Reports that some tests don't run on this machine, and why. The summary repeats and counts them; they are no failure.
    pub fn skip(&mut self, what: &str, tests: usize, why: &str) {
        println!("\n── {what}: SKIPPED, {} ({why})", counted(tests));
        self.skipped.push(Skipped { what: what.to_owned(), tests, why: why.to_owned() });
    }

    /// Adds what the summary says at its end, for those who see only the last lines. It is no failure by itself.
    pub fn remark(&mut self, remark: String) {
        self.remarks.push(remark);
    }

    /// Whether every step was good so far.
    pub fn is_good(&self) -> bool {
        self.failed.is_empty()
    }

    /// Prints what failed, or that nothing did, and what was skipped.
    pub fn print_end(&self) {
        println!("\n{}", self.end());
    }

    pub(crate) fn end(&self) -> String {
        let mut end = match self.failed.as_slice() {
            [] if !self.remarks.is_empty() => "All passed, but some tests are flaky: see below.".to_owned(),
            [] if self.skipped.is_empty() => "All good.".to_owned(),
            [] => "All good, as far as it ran.".to_owned(),
            failed => format!("Faults in: {}. Their messages are above.", failed.join(", ")),
        };
        if !self.skipped.is_empty() {
            let tests = self.skipped.iter().map(|skipped| skipped.tests).sum();
            end.push_str(&format!("\nSkipped {}:", counted(tests)));
        }
        for Skipped { what, tests, why } in &self.skipped {
            end.push_str(&format!("\n  {what}, {}: {why}", counted(*tests)));
        }
        for remark in &self.remarks {
            end.push_str(&format!("\n\n{}", remark.trim_end()));
        }
        end
    }
}

fn counted(tests: usize) -> String {
    if tests == 1 { "1 test".to_owned() } else { format!("{tests} tests") }
}

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

    #[test]
    fn the_end_names_faults_and_counts_what_was_skipped() {
        let mut report = Report::default();
        assert_eq!(report.end(), "All good.");
        report.skip("WordPress", 7, "needs root");
        report.skip("Caddy", 1, "caddy missing");
        assert!(report.is_good());
        assert_eq!(
            report.end(),
            "All good, as far as it ran.\nSkipped 8 tests:\n  WordPress, 7 tests: needs root\n  Caddy, 1 test: caddy missing"
        );
        report.step("lints", || Ok(false));
        assert!(!report.is_good() && report.end().starts_with("Faults in: lints."), "{}", report.end());
    }
}
