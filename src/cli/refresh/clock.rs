//! Which day it is, for commands that compare it with the days in the tables.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::domain::date::Date;

const SECONDS_PER_DAY: u64 = 86_400;

/// Today in UTC; `None` if the clock is far off.
pub fn today() -> Option<Date> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    Date::from_unix_days(i64::try_from(seconds / SECONDS_PER_DAY).ok()?)
}
