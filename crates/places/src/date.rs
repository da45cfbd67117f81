//! Calendar days, as campaign files write them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A day of the Gregorian calendar from 1900 to 2199. Written `2023-01-31` (ISO 8601). Orders by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(with = "String", extend("format" = "date", "pattern" = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))
)]
pub struct Date {
    // Private: only real days exist.
    year: u16,
    month: u8,
    day: u8,
}

/// Why a text is not a [`Date`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// Not of the form `2023-01-31`.
    Form(String),
    /// Of that form, but no such day exists between 1900 and 2199.
    NoSuchDay(String),
}

impl Date {
    /// The first day of 2000, where any day must stand for none.
    pub const FALLBACK: Date = Date { year: 2000, month: 1, day: 1 };

    /// The last day that there is.
    pub const LAST: Date = Date { year: 2199, month: 12, day: 31 };

    /// The day, or `None` if the calendar has no such day between 1900 and 2199.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        ((1900..2200).contains(&year) && (1..=days).contains(&day)).then_some(Date { year, month, day })
    }

    /// 1900 to 2199.
    pub fn year(self) -> u16 {
        self.year
    }

    /// 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }
}

impl FromStr for Date {
    type Err = DateFault;

    fn from_str(text: &str) -> Result<Date, DateFault> {
        let form = || DateFault::Form(text.to_owned());
        let shaped = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !shaped {
            return Err(form());
        }
        let mut parts = text.split('-').map(|part| part.parse::<u16>());
        let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) = (parts.next(), parts.next(), parts.next()) else {
            return Err(form());
        };
        Date::new(year, month as u8, day as u8).ok_or_else(|| DateFault::NoSuchDay(text.to_owned()))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Display for DateFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DateFault::Form(text) => write!(f, "`{text}` is not a date; write it as 2023-01-31"),
            DateFault::NoSuchDay(text) => write!(f, "`{text}` is not a day of the calendar"),
        }
    }
}

impl std::error::Error for DateFault {}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_real_days_are_dates() {
        for (text, good) in [
            ("2023-01-31", true),
            ("2024-02-29", true),
            ("2023-02-29", false),
            ("2100-02-29", false),
            ("2023-13-01", false),
            ("2023-00-10", false),
            ("2023-1-31", false),
            ("31-01-2023", false),
            ("1899-12-31", false),
            ("2023-01-3一", false),
            ("", false),
        ] {
            let parsed = text.parse::<Date>();
            assert_eq!(parsed.is_ok(), good, "{text}");
            if let Ok(date) = parsed {
                assert_eq!(date.to_string(), text);
            }
        }
    }
}
