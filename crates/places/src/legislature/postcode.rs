//! A postcode of one of the countries, as people type it.

use std::fmt;

use super::Country;
use crate::assembly::{Code, Manner, read_code};
use crate::congress::Zip;
use crate::uk_postcode::UkPostcode;

/// What was typed, understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Postcode {
    /// Of the United States.
    Zip(Zip),
    /// Of the United Kingdom.
    Uk(UkPostcode),
    /// Of a legislature from a folder.
    Code(Code),
}

/// Why what was typed is not a postcode of the country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PostcodeFault {
    /// Nothing was typed.
    Empty,
    /// Only the beginning of one; how many letters and digits.
    TooShort(usize),
    /// Digits alone, but too many of them; how many.
    TooLong(usize),
    /// There is none in it, or it could be read in several ways.
    Absent,
    /// It is one of another country.
    Of(Country),
}

impl Postcode {
    /// The postcode in what somebody typed, in a country whose pages have this [`Manner`].
    pub fn read(manner: &Manner, country: &str, typed: &str) -> Result<Postcode, PostcodeFault> {
        match manner.postcodes.first().map(String::as_str) {
            Some(Manner::ZIP) => Zip::parse(typed).map(Postcode::Zip),
            Some(Manner::UK) => UkPostcode::parse(typed).map(Postcode::Uk),
            _ => read_code(&manner.postcodes, country, typed).map(Postcode::Code),
        }
    }

    /// Whether its form says that it is in no country with a table.
    pub(crate) fn is_abroad(self) -> bool {
        matches!(self, Postcode::Uk(postcode) if postcode.is_abroad())
    }

    /// As people write it: `05401`, `SW1A 1AA`.
    pub fn text(self) -> String {
        match self {
            Postcode::Zip(zip) => zip.text(),
            Postcode::Uk(postcode) => postcode.text(),
            Postcode::Code(code) => code.text(),
        }
    }
}

impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}
