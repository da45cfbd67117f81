//! What is wrong in a table, and where.

use std::fmt;

use campaign::shown::line;

/// One problem in one place of one file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Name of the file, without folder.
    pub file: String,
    /// Row, entry or person: "line 7", "entry 12 (C000127)".
    pub place: String,
    /// What is wrong and, where that is not plain, what to do.
    pub problem: String,
}

impl Fault {
    /// A problem of a file at a place.
    pub fn new(file: &str, place: impl fmt::Display, problem: impl fmt::Display) -> Fault {
        Fault { file: file.to_owned(), place: place.to_string(), problem: problem.to_string() }
    }
}

impl fmt::Display for Fault {
    /// One line, without the control characters that a file may hold.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", line(&self.file), line(&self.place), line(&self.problem))
    }
}

/// Why a command that works on tables stopped.
#[derive(Debug)]
pub enum Failure {
    /// Something could not be read or written: which, and why.
    CouldNotRun(String),
    /// Everything that is wrong.
    Faults(Vec<Fault>),
}

impl Failure {
    /// What is wrong; nothing where the command could not run.
    pub fn faults(&self) -> &[Fault] {
        match self {
            Failure::CouldNotRun(_) => &[],
            Failure::Faults(faults) => faults,
        }
    }
}

impl fmt::Display for Failure {
    /// One line per problem.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::CouldNotRun(why) => f.write_str(&line(why)),
            Failure::Faults(faults) => {
                for (at, fault) in faults.iter().enumerate() {
                    if at > 0 {
                        f.write_str("\n")?;
                    }
                    fault.fmt(f)?;
                }
                Ok(())
            }
        }
    }
}

impl std::error::Error for Failure {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_one_line_that_cannot_drive_a_terminal() {
        let fault = Fault::new("a.csv", "line 2", "`\u{1b}[31mred\nnext\u{202e}` is not a name");
        assert_eq!(fault.to_string(), "a.csv: line 2: `\\u{1b}[31mred\\u{a}next\\u{202e}` is not a name");
    }
}
