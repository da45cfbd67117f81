//! Tests that need real browsers and servers. Those fail now and then for reasons of the machine, so what failed beside other
//! tests is run once more, alone. What fails then as well is a fault; what passes is unsteady, and the report says so with its
//! first message: it may be a race in what ships.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};

use crate::check::Report;

/// More unsteady tests than this in one run are a fault: then it is not the machine.
const UNSTEADY: usize = 3;

/// Lines of a message that the report repeats.
const LINES: usize = 12;

/// A test that failed.
#[derive(Debug, PartialEq, Eq)]
struct Failure {
    /// Its path, as `--exact` takes it.
    name: String,
    /// What it printed, without the stack.
    message: String,
}

/// Runs tests as a step of the report. `tests` makes the command of one run, up to the `--` before the runner's own arguments.
pub fn step(report: &mut Report, name: &str, tests: impl Fn() -> Result<Command>) {
    let mut failures = Vec::new();
    let mut steady = true;
    report.step(name, || {
        let (good, first) = run(&mut tests()?)?;
        failures = first;
        if good || failures.is_empty() {
            return Ok(good);
        }
        println!("\n── {name}: once more, alone: {}", names(&failures).join(", "));
        let mut again = tests()?;
        again.args(["--exact", "--test-threads=1"]).args(names(&failures));
        let (good, second) = run(&mut again)?;
        steady = good;
        if !good {
            failures = second;
        }
        Ok(good && failures.len() <= UNSTEADY)
    });
    let what = if steady { "unsteady: failed beside others, passed alone" } else { "failed twice" };
    for Failure { name, message } in failures {
        report.remark(format!("{name}, {what}\n{message}"));
    }
}

fn names(failures: &[Failure]) -> Vec<&str> {
    failures.iter().map(|failure| failure.name.as_str()).collect()
}

/// Runs tests with their output on the terminal. Whether all passed, and which did not.
fn run(command: &mut Command) -> Result<(bool, Vec<Failure>)> {
    // The chain of contexts tells the place; stacks of the runner would bury it.
    let mut child =
        command.env("RUST_BACKTRACE", "0").stdout(Stdio::piped()).spawn().context("could not start the tests")?;
    let lines = BufReader::new(child.stdout.take().context("the tests print nothing")?);
    let mut output = String::new();
    let mut terminal = std::io::stdout();
    for line in lines.lines() {
        let line = line.context("could not read what the tests print")?;
        writeln!(terminal, "{line}")?;
        output.push_str(&line);
        output.push('\n');
    }
    Ok((child.wait().context("could not wait for the tests")?.success(), failures(&output)))
}

/// What failed, from the output of Rust's test runner: blocks `---- NAME stdout ----`.
fn failures(output: &str) -> Vec<Failure> {
    let mut failures: Vec<Failure> = Vec::new();
    let mut inside = false;
    for line in output.lines() {
        let name = line.strip_prefix("---- ").and_then(|rest| rest.strip_suffix(" stdout ----"));
        if let Some(name) = name {
            failures.push(Failure { name: name.to_owned(), message: String::new() });
            inside = true;
        } else if line == "failures:" {
            // The list of names, which follows the blocks.
            inside = false;
        } else if let (true, false, Some(Failure { message, .. })) = (inside, line.is_empty(), failures.last_mut())
            && message.lines().count() < LINES
        {
            message.push_str(&format!("    {line}\n"));
        }
    }
    failures
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTPUT: &str = "
running 3 tests
..F
failures:

---- rooms::first stdout ----
Error: waited 15 s

Caused by:
    no answer

---- second stdout ----

thread 'second' panicked at tests/e2e/second.rs:3:5:
3


failures:
    rooms::first
    second

test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.00s
";

    #[test]
    fn what_failed_is_found_with_its_message() {
        let found = failures(OUTPUT);
        assert_eq!(names(&found), ["rooms::first", "second"]);
        let messages: Vec<&str> = found.iter().map(|failure| failure.message.as_str()).collect();
        let second = "    thread 'second' panicked at tests/e2e/second.rs:3:5:\n    3\n";
        assert_eq!(messages, ["    Error: waited 15 s\n    Caused by:\n        no answer\n", second]);
        assert_eq!(failures("running 1 test\n.\ntest result: ok.\n"), []);
    }

    /// Tests of a shell's: the first run fails, and leaves a mark for the second.
    fn stepped(script: &str) -> Report {
        let folder = crate::workspace::target().join("tmp").join(script.len().to_string());
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        let mut report = Report::default();
        step(&mut report, "made-up tests", || {
            let mut shell = Command::new("sh");
            shell.args(["-c", script, "sh"]).current_dir(&folder);
            Ok(shell)
        });
        report
    }

    #[test]
    fn what_fails_alone_as_well_is_a_fault() {
        let fails = "echo '---- one stdout ----'; echo 'no answer'; echo 'failures:'; ";
        let twice = stepped(&format!("{fails} exit 101"));
        assert!(!twice.is_good());
        assert!(twice.end().contains("one, failed twice\n    no answer"), "{}", twice.end());
        let once = stepped(&format!("test \"$3\" = one && exit 0; {fails} exit 101"));
        assert!(once.is_good());
        assert!(once.end().contains("one, unsteady"), "{}", once.end());
        // What stops without saying which test failed is no matter of chance.
        assert!(!stepped("exit 101").is_good());
    }

    #[test]
    fn many_unsteady_tests_are_a_fault() {
        let many = "test -n \"$3\" && exit 0; for i in 1 2 3 4; do echo \"---- $i stdout ----\"; done; exit 101";
        assert!(!stepped(many).is_good());
    }
}
