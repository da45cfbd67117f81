//! Tests and checks as steps of a report: what failed, what was skipped and why.

pub mod hosted;
pub mod retry;

use std::time::Instant;

use anyhow::Result;

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

#[cfg(test)]
mod tests {
    use super::*;

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
