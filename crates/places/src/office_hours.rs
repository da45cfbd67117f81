//! Whether somebody is likely to answer an office's telephone now, by the clock on the office's own wall. Browsers know the time zones of
//! the whole world (`Intl`), so visitors download none.

use std::rc::Rc;

/// The time zone of Washington, by its name in the database of IANA.
pub const WASHINGTON: &str = "America/New_York";

/// The time zone of London.
pub const LONDON: &str = "Europe/London";

/// How weekdays begin in English, the weekend first. A browser that writes another language is not understood.
const DAYS: [&str; 7] = ["Sat", "Sun", "Mon", "Tue", "Wed", "Thu", "Fri"];

/// What the clock on an office's wall shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Whether it is Saturday or Sunday.
    pub is_weekend: bool,
    /// `09:05`
    pub time: Rc<str>,
}

impl Clock {
    /// Reads a weekday and a time of 24 hours, as browsers write them in English: "Mon 09:05", "Sunday, 18:30". `None` for anything else.
    pub fn read(text: &str) -> Option<Clock> {
        let time = text.get(text.len().checked_sub(5)?..)?;
        let [first, second, b':', third, fourth] = time.as_bytes() else { return None };
        let is_time = [first, second, third, fourth].iter().all(|digit| digit.is_ascii_digit());
        let weekday = DAYS.iter().position(|day| text.starts_with(day))?;
        is_time.then(|| Clock { is_weekend: weekday < 2, time: time.into() })
    }

    /// Whether offices are usually open: Monday to Friday, nine to five.
    pub fn is_office_hour(&self) -> bool {
        !self.is_weekend && ("09:00".."17:00").contains(&&*self.time)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_answer_from_monday_to_friday_nine_to_five() {
        for (text, time, is_weekend, open) in [
            ("Wed 09:05", "09:05", false, true),
            ("Wed, 08:59", "08:59", false, false),
            ("Friday 16:59", "16:59", false, true),
            ("Fri 17:00", "17:00", false, false),
            ("Thu 00:00", "00:00", false, false),
            ("Sat 10:00", "10:00", true, false),
            ("Sunday, 10:00", "10:00", true, false),
        ] {
            let clock = Clock::read(text).unwrap();
            assert_eq!((&*clock.time, clock.is_weekend, clock.is_office_hour()), (time, is_weekend, open), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in [
            "",
            "Mon",
            "Mon 9:05",
            "Mon 09.05",
            "Mon 09:05 AM",
            "星期一 九時正",
            "周六 10:00",
            "sam. 10:00",
            "10:00",
            "١٢:٣٤",
        ] {
            assert_eq!(Clock::read(text), None, "{text}");
        }
    }
}
