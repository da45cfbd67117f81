//! Whether somebody is likely to answer an office's telephone now, by the clock on the office's own wall.
//!
//! The world outside says what time it is. Only the rules of the United States (second Sunday of March to first Sunday
//! of November) and of the United Kingdom (last Sundays of March and October) are known.

use crate::congress::State;
use crate::decimal::decimal;

/// A moment in UTC, as far as these rules need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// 0 for Sunday.
    pub weekday: u8,
    /// Minutes since midnight.
    pub minutes: u16,
}

/// A time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone {
    /// Hours ahead of UTC in winter.
    ahead: i8,
    rule: Rule,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    Never,
    American,
    European,
}

impl Zone {
    /// As a number from 1 on, for tables and data islands.
    pub fn number(self) -> u8 {
        (self.ahead + 12) as u8 * 3 + self.rule as u8 + 1
    }

    /// The zone of a number; `None` for 0.
    pub fn from_number(number: u8) -> Option<Zone> {
        let number = number.checked_sub(1)?;
        let rule = match number % 3 {
            0 => Rule::Never,
            1 => Rule::American,
            _ => Rule::European,
        };
        Some(Zone { ahead: (number / 3) as i8 - 12, rule })
    }
}

/// The zone of Washington.
pub const WASHINGTON: Zone = Zone { ahead: -5, rule: Rule::American };

/// The zone of London.
pub const LONDON: Zone = Zone { ahead: 0, rule: Rule::European };

/// The zone of a state or territory, if all of it has the same one.
pub fn zone_of(state: State) -> Option<Zone> {
    const ONE_ZONE: [(i8, &str); 5] = [
        (-5, "CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV"),
        (-6, "AL AR IA IL LA MN MO MS OK WI"),
        (-7, "CO MT NM UT WY"),
        (-8, "CA WA"),
        (-9, "AK"),
    ];
    const WITHOUT_SUMMER: [(i8, &str); 5] = [(-7, "AZ"), (-10, "HI"), (-4, "PR VI"), (10, "GU MP"), (-11, "AS")];
    let holds = |states: &str| states.split(' ').any(|code| code == state.code());
    let listed = |list: &[(i8, &str)]| list.iter().find(|(_, states)| holds(states)).map(|found| found.0);
    let zone = |rule| move |ahead| Zone { ahead, rule };
    listed(&ONE_ZONE).map(zone(Rule::American)).or_else(|| listed(&WITHOUT_SUMMER).map(zone(Rule::Never)))
}

/// The clock on an office's wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// 0 for Sunday.
    pub weekday: u8,
    /// Minutes since midnight.
    pub minutes: u16,
}

impl Clock {
    /// What the clock in a zone shows. The hour in which clocks are changed, at night, may be off by one.
    pub fn in_zone(zone: Zone, now: Moment) -> Clock {
        // The day of the month on which the last Sunday was, today included; 0 or less if in the month before.
        let sunday = i16::from(now.day) - i16::from(now.weekday);
        let summer = match (zone.rule, now.month) {
            (Rule::American, 3) => sunday >= 8,
            (Rule::American, 4..=10) => true,
            (Rule::American, 11) => sunday < 1,
            (Rule::European, 3) => sunday >= 25,
            (Rule::European, 4..=9) => true,
            (Rule::European, 10) => sunday < 25,
            _ => false,
        };
        let ahead = 60 * (i16::from(zone.ahead) + i16::from(summer));
        let minutes = now.minutes as i16 + ahead;
        let days = minutes.div_euclid(1440);
        Clock { weekday: (i16::from(now.weekday) + days).rem_euclid(7) as u8, minutes: minutes.rem_euclid(1440) as u16 }
    }

    /// Whether offices are usually open: Monday to Friday, nine to five.
    pub fn is_office_hour(self) -> bool {
        (1..=5).contains(&self.weekday) && (540..1020).contains(&self.minutes)
    }

    /// `09:05`
    pub fn time(self) -> String {
        let two = |number: u16| [if number < 10 { "0" } else { "" }, &decimal(usize::from(number))].concat();
        [&two(self.minutes / 60), ":", &two(self.minutes % 60)].concat()
    }
}

#[cfg(test)]
mod tests {
    use jiff::tz::{Offset, TimeZone};
    use jiff::{SignedDuration, Timestamp};

    use super::*;

    fn moment(month: u8, day: u8, weekday: u8, hour: u16, minute: u16) -> Moment {
        Moment { month, day, weekday, minutes: hour * 60 + minute }
    }

    fn zone(state: &str) -> Zone {
        zone_of(State::from_code(state).unwrap()).unwrap()
    }

    #[test]
    fn the_office_has_its_own_time_and_summer() {
        for (what, place, now, time, weekday, open) in [
            ("a winter afternoon", WASHINGTON, moment(1, 14, 3, 14, 5), "09:05", 3, true),
            ("too early by a minute", WASHINGTON, moment(1, 14, 3, 13, 59), "08:59", 3, false),
            ("a summer afternoon", WASHINGTON, moment(7, 15, 3, 20, 59), "16:59", 3, true),
            ("five o'clock", WASHINGTON, moment(7, 15, 3, 21, 0), "17:00", 3, false),
            ("Sunday in UTC, still Saturday there", WASHINGTON, moment(7, 19, 0, 2, 0), "22:00", 6, false),
            ("the Saturday before summer time, 2026", WASHINGTON, moment(3, 7, 6, 15, 0), "10:00", 6, false),
            ("its first day", WASHINGTON, moment(3, 8, 0, 15, 0), "11:00", 0, false),
            ("the day after", WASHINGTON, moment(3, 9, 1, 15, 0), "11:00", 1, true),
            ("its last day", WASHINGTON, moment(10, 31, 6, 15, 0), "11:00", 6, false),
            ("the first day of winter time", WASHINGTON, moment(11, 1, 0, 15, 0), "10:00", 0, false),
            ("November", WASHINGTON, moment(11, 25, 3, 15, 0), "10:00", 3, true),
            ("Hawaii", zone("HI"), moment(7, 15, 3, 20, 0), "10:00", 3, true),
            ("Guam, a day ahead", zone("GU"), moment(7, 19, 0, 23, 30), "09:30", 1, true),
            ("American Samoa", zone("AS"), moment(7, 15, 3, 5, 0), "18:00", 2, false),
            ("Arizona in summer", zone("AZ"), moment(7, 15, 3, 17, 0), "10:00", 3, true),
            ("California in summer", zone("CA"), moment(7, 15, 3, 17, 0), "10:00", 3, true),
            ("London in winter", LONDON, moment(1, 14, 3, 9, 0), "09:00", 3, true),
            ("London before the last Sunday of March", LONDON, moment(3, 28, 6, 9, 0), "09:00", 6, false),
            ("and after it", LONDON, moment(3, 30, 1, 9, 0), "10:00", 1, true),
            ("London before the last Sunday of October", LONDON, moment(10, 23, 5, 9, 0), "10:00", 5, true),
            ("and after it", LONDON, moment(10, 26, 1, 9, 0), "09:00", 1, true),
        ] {
            let clock = Clock::in_zone(place, now);
            assert_eq!((&*clock.time(), clock.weekday, clock.is_office_hour()), (time, weekday, open), "{what}");
        }
    }

    /// Every hour of five years, in every zone that is known, but for the nights in which clocks are changed.
    #[test]
    fn clocks_are_those_of_the_time_zone_database() {
        let zones = [
            ("CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV", "America/New_York"),
            ("AL AR IA IL LA MN MO MS OK WI", "America/Chicago"),
            ("CO MT NM UT WY", "America/Denver"),
            ("AZ", "America/Phoenix"),
            ("CA WA", "America/Los_Angeles"),
            ("AK", "America/Anchorage"),
            ("HI", "Pacific/Honolulu"),
            ("PR VI", "America/Puerto_Rico"),
            ("GU MP", "Pacific/Guam"),
            ("AS", "Pacific/Pago_Pago"),
        ];
        let states = zones.iter().flat_map(|(states, name)| states.split(' ').map(|state| (zone(state), *name)));
        let mut all: Vec<_> = states.chain([(WASHINGTON, "America/New_York"), (LONDON, "Europe/London")]).collect();
        assert_eq!(all.len(), 43 + 2, "every state of one zone");
        all.dedup();
        let first: Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
        let weekday = |date: jiff::civil::Date| date.weekday().to_sunday_zero_offset() as u8;
        for (ours, name) in all {
            let theirs = TimeZone::get(name).unwrap();
            for hours in 0..5 * 365 * 24 {
                let then = |hours| first + SignedDuration::from_hours(hours);
                if theirs.to_offset(then(hours - 12)) != theirs.to_offset(then(hours + 12)) {
                    continue;
                }
                let utc = Offset::UTC.to_datetime(then(hours));
                let now = moment(utc.month() as u8, utc.day() as u8, weekday(utc.date()), utc.hour() as u16, 0);
                let clock = Clock::in_zone(ours, now);
                let local = theirs.to_datetime(then(hours));
                let expected = (weekday(local.date()), local.hour() as u16 * 60);
                assert_eq!((clock.weekday, clock.minutes), expected, "{name}, {utc}");
            }
        }
    }

    #[test]
    fn a_state_with_two_zones_has_none() {
        let known = State::ALL.into_iter().filter(|state| zone_of(*state).is_some()).count();
        assert_eq!(known, 43);
        for state in ["FL", "ID", "IN", "KS", "KY", "MI", "ND", "NE", "NV", "OR", "SD", "TN", "TX"] {
            assert_eq!(zone_of(State::from_code(state).unwrap()), None, "{state}");
        }
    }
}
