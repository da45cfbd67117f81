//! Arithmetic of calendar days, by jiff, which visitors do not download.

use jiff::civil;

use places::date::Date;

/// The same day as jiff has it; `None` outside of 1900 to 2199.
pub fn from_civil(day: civil::Date) -> Option<Date> {
    Date::new(u16::try_from(day.year()).ok()?, day.month() as u8, day.day() as u8)
}

fn to_civil(day: Date) -> civil::Date {
    civil::date(day.year() as i16, day.month() as i8, day.day() as i8)
}

/// How many days `to` is after `from`; negative if it is before.
pub fn between(from: Date, to: Date) -> i64 {
    to_civil(to).duration_since(to_civil(from)).as_hours() / 24
}

/// The day after one; the last day that there is has none, and is given back.
pub fn after(day: Date) -> Date {
    to_civil(day).tomorrow().ok().and_then(from_civil).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_without_gap_through_all_years() {
        let first = Date::new(1900, 1, 1).unwrap();
        let mut before = first;
        let days = (1900..2200).flat_map(|year| (1..=12).map(move |month| (year, month)));
        let days = days.flat_map(|(year, month)| (1..=31).filter_map(move |day| Date::new(year, month, day)));
        for (count, day) in days.enumerate().skip(1) {
            assert_eq!((between(before, day), between(first, day), after(before)), (1, count as i64, day), "{day}");
            before = day;
        }
        assert_eq!(after(before), before);
        assert_eq!(between(before, first), -109_572);
    }
}
