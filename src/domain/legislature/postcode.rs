//! A postcode of one of the countries, as people type it.

use std::fmt;

use crate::domain::commons::{UkPostcode, UkPostcodeFault};
use crate::domain::congress::{Zip, ZipFault};

/// What was typed, understood. Prints as people write it: `05401`, `SW1A 1AA`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Postcode {
    /// Of the United States.
    Zip(Zip),
    /// Of the United Kingdom.
    Uk(UkPostcode),
}

/// Why what was typed is not a postcode of the country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PostcodeFault {
    /// Of the United States.
    Zip(ZipFault),
    /// Of the United Kingdom.
    Uk(UkPostcodeFault),
}

impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Postcode::Zip(zip) => zip.fmt(f),
            Postcode::Uk(postcode) => postcode.fmt(f),
        }
    }
}
