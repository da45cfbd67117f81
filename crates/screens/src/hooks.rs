//! Where the screens meet the browser: the only files that call [`browser`].

pub mod followed;
pub mod visitor;
pub(crate) mod visitor_acts;

use places::office_hours::Clock;

/// What a clock in a time zone shows at a moment of [`visit::Browser::now`].
pub fn clock(zone: &str, now: i32) -> Option<Clock> {
    browser::clock::in_zone(zone, now)
}
