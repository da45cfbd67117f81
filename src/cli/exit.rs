//! How a command ends.

use std::process::ExitCode;

use records::fault::Failure;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// It did what was asked.
    Good,
    /// It ran, and what it looked at has faults.
    ProblemsFound,
    /// It could not run: a file is missing, an argument makes no sense.
    CouldNotRun,
    /// It wrote something new. Only `undersigned refresh` ends so.
    Changed,
}

impl From<&Failure> for Exit {
    fn from(failure: &Failure) -> Exit {
        match failure {
            Failure::CouldNotRun(_) => Exit::CouldNotRun,
            Failure::Faults(_) => Exit::ProblemsFound,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(match exit {
            Exit::Good => 0,
            Exit::ProblemsFound => 1,
            Exit::CouldNotRun => 2,
            Exit::Changed => 3,
        })
    }
}
