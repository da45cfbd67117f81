//! Time zones of district offices, by state.

use places::congress::State;

/// IANA's name for the zone of a state or territory, if all of it has the same one.
pub fn of_state(state: State) -> Option<&'static str> {
    const ZONES: [(&str, &str); 10] = [
        ("America/New_York", "CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV"),
        ("America/Chicago", "AL AR IA IL LA MN MO MS OK WI"),
        ("America/Denver", "CO MT NM UT WY"),
        ("America/Los_Angeles", "CA WA"),
        ("America/Anchorage", "AK"),
        ("America/Phoenix", "AZ"),
        ("Pacific/Honolulu", "HI"),
        ("America/Puerto_Rico", "PR VI"),
        ("Pacific/Guam", "GU MP"),
        ("Pacific/Pago_Pago", "AS"),
    ];
    let holds = |states: &str| states.split(' ').any(|code| code == state.code());
    ZONES.into_iter().find(|(_, states)| holds(states)).map(|(name, _)| name)
}

/// Whether the database of IANA has a zone of this name, other than the one that stands for none.
pub fn is_known(name: &str) -> bool {
    name != "Etc/Unknown" && jiff::tz::TimeZone::get(name).is_ok()
}

#[cfg(test)]
mod tests {
    use places::office_hours::{LONDON, WASHINGTON};

    use super::*;

    #[test]
    fn every_zone_is_in_the_database() {
        let all = State::ALL.into_iter().filter_map(of_state).chain([WASHINGTON, LONDON]);
        let unknown: Vec<&str> = all.filter(|name| !is_known(name)).collect();
        assert_eq!(unknown, [""; 0]);
        assert!(!is_known("America/Washington") && !is_known("") && !is_known("Etc/Unknown"));
    }

    #[test]
    fn a_state_with_two_zones_has_none() {
        let known = State::ALL.into_iter().filter(|state| of_state(*state).is_some()).count();
        assert_eq!(known, 43);
        for state in ["FL", "ID", "IN", "KS", "KY", "MI", "ND", "NE", "NV", "OR", "SD", "TN", "TX"] {
            assert_eq!(of_state(State::from_code(state).unwrap()), None, "{state}");
        }
    }
}
