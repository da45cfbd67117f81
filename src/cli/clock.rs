//! What time it is, for commands.

use jiff::Timestamp;
use jiff::tz::Offset;

use places::date::Date;
use records::days;

/// Today in UTC; `None` if the clock is far off.
pub fn today() -> Option<Date> {
    days::from_civil(Offset::UTC.to_datetime(Timestamp::now()).date())
}

/// Now in UTC, for people: `2026-11-29 23:40:05 UTC`.
pub fn moment() -> String {
    Timestamp::now().strftime("%F %T UTC").to_string()
}
