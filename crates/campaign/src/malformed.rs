//! A text that is not of its form.

use std::fmt;

/// A text that breaks the rule of its type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// The text.
    pub text: String,
    /// The rule, to follow the text in a sentence.
    pub rule: &'static str,
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` {}", self.text, self.rule)
    }
}

impl std::error::Error for Malformed {}
