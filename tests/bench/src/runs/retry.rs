//! Tests that need real browsers and servers. Those fail now and then for reasons of the machine, so what failed beside other
//! tests is run once more, alone. What fails then as well is a fault; what passes is flaky, and the report says so with its
//! first message: it may be a race in what ships.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};

use super::Report;

/// More flaky tests than this in one step are a fault: then it is not the machine.
const UNSTEADY: usize = 3;

/// Lines of a message that the report repeats.
const LINES: usize = 12;

/// A test that failed.
#[derive(Debug, PartialEq, Eq)]
struct Failure {
    /// Its path, as `--exact` takes it.
    name: String,
    /// What it printed, without the stack; empty where it printed nothing.
    message: String,
}

/// What came of a run.
#[derive(Debug)]
struct Outcome {
    /// Whether the program ended well.
    is_good: bool,
    /// How many tests passed, by the runner's own count.
    passed: usize,
    /// Which failed; `None` if the runner names other ones than it counts, or ended before it named any.
    failures: Option<Vec<Failure>>,
}

/// Runs tests as a step of the report. `tests` makes the command of one run, up to the `--` before the runner's own arguments.
pub fn step(report: &mut Report, name: &str, tests: impl Fn() -> Result<Command>) {
    let mut remarks = Vec::new();
    report.step(name, || {
        let first = run(&mut tests()?)?;
        let Some(failures) = first.failures.filter(|failures| !first.is_good && !failures.is_empty()) else {
            return Ok(first.is_good);
        };
        let names: Vec<&str> = failures.iter().map(|failure| failure.name.as_str()).collect();
        let is_many = names.len() > UNSTEADY;
        let second = if is_many {
            println!("\n── {name}: {} tests failed, too many to retry one by one", names.len());
            None
        } else {
            println!("\n── {name}: retrying alone: {}", names.join(", "));
            let mut again = tests()?;
            again.args(["--exact", "--test-threads=1"]).args(&names);
            run(&mut again).ok()
        };
        let is_steady = |name: &str| {
            second
                .as_ref()
                .and_then(|second| second.failures.as_ref())
                .is_some_and(|failures| failures.iter().all(|failure| failure.name != name))
        };
        for Failure { name, message } in &failures {
            let what = match (is_many, is_steady(name)) {
                (true, _) => "failed",
                (false, true) => "flaky: failed beside others, passed alone",
                (false, false) => "failed twice",
            };
            remarks.push(format!("{name}, {what}\n{message}"));
        }
        Ok(second.is_some_and(|second| second.is_good && second.passed == names.len()))
    });
    remarks.into_iter().for_each(|remark| report.remark(remark));
}

/// Runs tests with their output on the terminal.
fn run(command: &mut Command) -> Result<Outcome> {
    // The chain of contexts tells the place; stacks of the runner would bury it.
    let mut child =
        command.env("RUST_BACKTRACE", "0").stdout(Stdio::piped()).spawn().context("could not start the tests")?;
    let mut lines = BufReader::new(child.stdout.take().context("the tests print nothing")?);
    let (mut output, mut line) = (String::new(), Vec::new());
    let mut terminal = std::io::stdout();
    while lines.read_until(b'\n', &mut line).context("could not read what the tests print")? > 0 {
        terminal.write_all(&line)?;
        output.push_str(&String::from_utf8_lossy(&line));
        line.clear();
    }
    let is_good = child.wait().context("could not wait for the tests")?.success();
    let count = |word: &str| {
        let result = output.lines().rev().find_map(|line| line.strip_prefix("test result: "))?;
        let before = result.split(word).next()?.trim_end();
        before.rsplit(|character: char| !character.is_ascii_digit()).next()?.parse::<usize>().ok()
    };
    let failures = failures(&output);
    let failures = (count(" failed") == Some(failures.len())).then_some(failures);
    Ok(Outcome { is_good, passed: count(" passed").unwrap_or_default(), failures })
}

/// What failed, from the output of Rust's test runner: blocks `---- NAME stdout ----` of those that printed something, and the list
/// of names at its end.
fn failures(output: &str) -> Vec<Failure> {
    let mut failures: Vec<Failure> = Vec::new();
    let names = output.rsplit_once("\nfailures:\n").map_or("", |(_, list)| list);
    for name in names.lines().take_while(|line| !line.starts_with("test result: ")) {
        if let Some(name) = name.strip_prefix("    ") {
            failures.push(Failure { name: name.to_owned(), message: String::new() });
        }
    }
    let mut inside = None;
    for line in output.lines() {
        let block = line.strip_prefix("---- ").and_then(|rest| rest.strip_suffix(" stdout ----"));
        if block.is_some() || line == "failures:" {
            inside = block;
        } else if let Some(failure) = failures.iter_mut().find(|failure| Some(failure.name.as_str()) == inside)
            && !line.is_empty()
            && failure.message.lines().count() < LINES
        {
            failure.message.push_str(&format!("    {line}\n"));
        }
    }
    failures
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTPUT: &str = "
running 4 tests
..FF
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
    silent

test result: FAILED. 1 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.00s
";

    #[test]
    fn what_failed_is_found_with_its_message() {
        let found = failures(OUTPUT);
        let all: Vec<_> = found.iter().map(|failure| (failure.name.as_str(), failure.message.as_str())).collect();
        let second = "    thread 'second' panicked at tests/e2e/second.rs:3:5:\n    3\n";
        let first = "    Error: waited 15 s\n    Caused by:\n        no answer\n";
        assert_eq!(all, [("rooms::first", first), ("second", second), ("silent", "")]);
        assert_eq!(failures("running 1 test\n.\ntest result: ok.\n"), []);
    }

    /// Tests of a shell's. What it is called with says which run it is: the second one has names.
    fn stepped(script: &str) -> Report {
        let mut report = Report::default();
        step(&mut report, "made-up tests", || {
            let mut shell = Command::new("sh");
            shell.args(["-c", script, "sh"]);
            Ok(shell)
        });
        report
    }

    /// A run in which the named tests fail, as the runner tells it.
    fn fails(names: &[&str]) -> String {
        let list: String = names.iter().map(|name| format!("    {name}\\n")).collect();
        let count = names.len();
        format!("printf '\\nfailures:\\n{list}\\ntest result: FAILED. 0 passed; {count} failed;\\n'; exit 101")
    }

    fn passes(count: usize) -> String {
        format!("test -n \"$3\" && echo 'test result: ok. {count} passed; 0 failed;' && exit 0; ")
    }

    #[test]
    fn what_fails_alone_as_well_is_a_fault() {
        let twice = stepped(&fails(&["one"]));
        assert!(!twice.is_good() && twice.end().contains("one, failed twice"), "{}", twice.end());
        let once = stepped(&[passes(1), fails(&["one"])].concat());
        assert!(once.is_good() && once.end().contains("one, flaky"), "{}", once.end());
        assert!(!once.end().contains("All good."), "{}", once.end());
    }

    #[test]
    fn nothing_passes_that_did_not_run() {
        // What stops without saying which test failed is no matter of chance.
        assert!(!stepped("exit 101").is_good());
        // No test has the name, so none ran.
        assert!(!stepped(&[passes(0), fails(&["one"])].concat()).is_good());
        // One more is counted than named.
        let more = fails(&["one"]).replace("1 failed", "2 failed");
        assert!(!stepped(&[passes(1), more].concat()).is_good());
    }

    #[test]
    fn many_flaky_tests_are_a_fault() {
        let many = stepped(&[passes(4), fails(&["one", "two", "three", "four"])].concat());
        assert!(!many.is_good() && many.end().contains("four, failed"), "{}", many.end());
        assert!(stepped(&[passes(3), fails(&["one", "two", "three"])].concat()).is_good());
    }
}
