//! Everything that can be checked without a browser, step by step: all faults, not the first.

pub mod borders;

use std::process::Command;
use std::time::Instant;

use anyhow::Result;

use crate::tools::rust;
use crate::{deny, process, scripts, workspace};

/// Steps that have run, and which of them found faults.
#[derive(Debug, Default)]
pub struct Report {
    failed: Vec<String>,
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

    /// Whether every step was good so far.
    pub fn is_good(&self) -> bool {
        self.failed.is_empty()
    }

    /// Prints what failed, or that nothing did.
    pub fn print_end(&self) {
        match self.failed.as_slice() {
            [] => println!("\nAll good."),
            failed => println!("\nFaults in: {}. Their messages are above.", failed.join(", ")),
        }
    }
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
        passes(
            process::cargo()
                .args(["clippy", "--quiet", "--all-targets", "-p", "undersigned", "-p", "xtask"])
                .args(lints),
        )
    });
    // Not among all targets, because it needs a built site.
    report.step("clippy, end to end", || {
        passes(process::cargo().args(["clippy", "--quiet", "--test", "e2e", "-p", "undersigned"]).args(lints))
    });
    report.step("clippy, in the browser", || {
        rust::ready()?;
        let target = ["--target", rust::WASM];
        passes(
            process::cargo()
                .args(["clippy", "--quiet", "-p", "undersigned", "--lib", "--bins"])
                .args(target)
                .args(lints),
        )
    });
    report.step("small scripts", || {
        let outdated = scripts::outdated()?;
        for script in &outdated {
            println!("{script} is not what its source gives; run `cargo xtask scripts`");
        }
        Ok(outdated.is_empty())
    });
    report.step("borders between rooms", || {
        let faults = borders::check(&workspace::root())?;
        for fault in &faults {
            println!("{fault}");
        }
        Ok(faults.is_empty())
    });
    report.step("licences and sources of crates", deny::check);
    report
        .step("campaigns", || passes(process::cargo().args(["run", "--quiet", "--bin", "undersigned", "--", "check"])));
}

/// Whether a program ends well.
pub fn passes(command: &mut Command) -> Result<bool> {
    Ok(process::status(command)?.success())
}
