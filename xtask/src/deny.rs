//! `cargo deny`: licences, sources and duplicates of the crates, and known faults where their list can be reached.

use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};
use testbench::tools::{Tool, Toolbox};
use testbench::{process, workspace};

/// Checks every crate in Cargo.lock against `deny.toml`.
///
/// The list of known vulnerabilities (RustSec) is on the network. If it can't be reached, this is reported and doesn't fail.
pub fn check() -> Result<bool> {
    let tools = Toolbox::with(&[Tool::Deny])?;
    let deny = |arguments: &[&str]| -> Result<Command> {
        let mut command = Command::new(tools.program("cargo-deny")?);
        command.current_dir(workspace::root()).args(["--locked", "check", "--hide-inclusion-graph"]).args(arguments);
        Ok(command)
    };
    let offline = process::status(&mut deny(&["licenses", "bans", "sources"])?)?.success();
    let mut advisories = deny(&["advisories"])?;
    let output = advisories.stdin(Stdio::null()).output().context("could not start cargo-deny")?;
    let said = String::from_utf8_lossy(&output.stderr);
    let verdict = Verdict::of(output.status.success(), &said);
    match verdict {
        Verdict::Good => println!("advisories ok"),
        Verdict::Unreachable => {
            println!("advisories not checked: can't reach the advisory database")
        }
        Verdict::Faults => print!("{said}"),
    }
    Ok(offline && verdict != Verdict::Faults)
}

/// What came of the look at known faults.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Good,
    Unreachable,
    Faults,
}

impl Verdict {
    fn of(success: bool, said: &str) -> Verdict {
        match success {
            true => Verdict::Good,
            false if said.contains("failed to fetch advisory database") => Verdict::Unreachable,
            false => Verdict::Faults,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_maintains_is_decided_with_a_reason_while_it_is_there() -> Result<()> {
        let read = |file: &str| std::fs::read_to_string(workspace::root().join(file));
        let (decisions, lock, own) = (read("deny.toml")?, read("Cargo.lock")?, read("Cargo.toml")?);
        let advisories = decisions.split("[advisories]").nth(1).context("no decisions")?;
        for name in ["bincode", "proc-macro-error", "ttf-parser"] {
            let is_there = lock.contains(&format!("name = \"{name}\"\n"));
            assert_eq!(advisories.contains(name), is_there, "{name}");
            assert!(!own.contains(&format!("\n{name} =")), "{name} is our own choice: \"unmaintained\" fails for it");
        }
        Ok(())
    }

    #[test]
    fn only_a_list_that_cannot_be_reached_is_no_fault() {
        for (success, said, verdict) in [
            (true, "advisories ok", Verdict::Good),
            (false, "[ERROR] failed to fetch advisory database https://…", Verdict::Unreachable),
            (false, "error[vulnerability]: …", Verdict::Faults),
            (false, "", Verdict::Faults),
        ] {
            assert_eq!(Verdict::of(success, said), verdict, "{said}");
        }
    }
}
