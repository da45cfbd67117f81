//! A fault of a page, whoever found it.

use std::fmt;

/// A fault of a page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Which check or rule found it.
    pub check: String,
    /// The element in words, such as `button.link "Back"`.
    pub element: String,
    /// What is wrong with it.
    pub what: String,
    /// The planted element that it is on or in, by its number on the page.
    pub planted: Option<usize>,
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {} {}", self.check, self.element, self.what)
    }
}

/// Collects faults of many places and fails once, with all of them.
#[derive(Debug, Default)]
pub struct Faults(Vec<String>);

impl Faults {
    /// Adds what was found somewhere.
    pub fn add(&mut self, place: &str, found: Vec<Fault>) {
        self.0.extend(found.into_iter().map(|fault| format!("{place}: {fault}")));
    }

    /// Fails with every fault on a line of its own, if there is one.
    pub fn assert_none(self) {
        assert!(self.0.is_empty(), "{} faults\n{}", self.0.len(), self.0.join("\n"));
    }
}
