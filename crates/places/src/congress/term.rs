//! What a day changes: whose term has ended by then, and which states have new lines.

use super::Role;
use super::{Congress, Date, Division, Official, State, Validity};
use crate::decimal::decimal;

/// Terms of Congress begin and end on the third of January in odd years (20th Amendment).
const JANUARY: u8 = 1;
const THIRD: u8 = 3;

/// The first day on which somebody holds their seat no longer, whose term ends on `end` by the records. A term that ends on
/// another day than the third of January ends with the oath of whoever was elected in their place, at the latest when the
/// next Congress begins. Records end the term of Puerto Rico's Resident Commissioner with each Congress, but it is four years
/// (48 U.S.C. 891).
pub fn held_until(role: Role, end: Date) -> Date {
    let years = if role == Role::ResidentCommissioner { 4 } else { 2 };
    let regular = |year: u16| Date::new(year, JANUARY, THIRD).filter(|day| *day >= end && year % years == 1);
    (end.year()..end.year().saturating_add(5)).find_map(regular).unwrap_or(end)
}

impl Division {
    /// Stands for a whole state whose new districts are not known.
    pub const WHOLE: u8 = u8::MAX;

    /// Whether it is a whole state whose new districts are not known.
    pub(crate) fn is_whole_state(self) -> bool {
        self.district == Division::WHOLE
    }

    /// As people who work with districts write it: `CA-14`; `VT` where the whole state is one.
    pub fn text(self) -> String {
        let code = self.state.code();
        if self.district == 0 || self.is_whole_state() {
            return code.to_owned();
        }
        [code, "-", &decimal(usize::from(self.district))].concat()
    }
}

impl Congress {
    /// The tables as they read on a day: nobody holds a seat after the end of their term, and where lines have changed, a ZIP
    /// code gives only its state. Without a day nothing ever ends.
    pub fn on(mut self, today: Option<Date>) -> Congress {
        self.today = today;
        self
    }

    /// The day from which a state has new districts, if it gets any.
    pub fn redrawn_on(&self, state: State) -> Option<Date> {
        let (states, from) = &self.redrawn;
        states.contains(&state).then_some(*from)
    }

    /// Whether somebody's term has ended.
    pub(super) fn has_ended(&self, official: &Official) -> bool {
        self.today >= Some(official.term_end)
    }

    /// Whether a state has new districts by now.
    pub(super) fn is_redrawn(&self, state: State) -> bool {
        self.redrawn_on(state).is_some_and(|from| self.today >= Some(from))
    }

    /// Whether the Congress of which the records tell is over.
    pub(super) fn is_over(&self) -> bool {
        let Validity { as_of, valid_to, .. } = self.validity;
        as_of < valid_to && self.today >= Some(valid_to)
    }

    /// Seats as they are known today: themselves, or once their state.
    pub(super) fn known_today(&self, divisions: &mut dyn Iterator<Item = Division>) -> Vec<Division> {
        let mut known = Vec::new();
        for mut division in divisions {
            if self.is_redrawn(division.state) {
                division.district = Division::WHOLE;
            }
            if !known.contains(&division) {
                known.push(division);
            }
        }
        known
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::assembly::Assembly;
    use crate::congress::english;
    use crate::congress::{Finding, HouseSeat, Zip};
    use crate::legislature::{Place, Postcode};

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn terms_end_in_january_or_with_the_oath_of_a_successor() {
        for (end, expected) in [
            ("2027-01-03", "2027-01-03"),
            ("2029-01-03", "2029-01-03"),
            // Appointed until the election of 3 November 2026: the winner is sworn in by January.
            ("2026-11-03", "2027-01-03"),
            ("2027-01-04", "2029-01-03"),
            ("2028-01-03", "2029-01-03"),
            ("2027-11-02", "2029-01-03"),
            ("2199-12-31", "2199-12-31"),
        ] {
            assert_eq!(held_until(Role::Senator, day(end)), day(expected), "{end}");
        }
        for (end, expected) in
            [("2027-01-03", "2029-01-03"), ("2029-01-03", "2029-01-03"), ("2029-01-04", "2033-01-03")]
        {
            assert_eq!(held_until(Role::ResidentCommissioner, day(end)), day(expected), "{end}");
        }
    }

    /// Ohio with two districts and new lines, New Hampshire with two and old ones; each with a senator who stays, and one
    /// who goes. District 2 of both is vacant.
    fn congress() -> Congress {
        let at = |code: &str, district| Division { state: State::from_code(code).unwrap(), district };
        let person = |id: &str, role, division, end: &str| Official {
            term_end: held_until(role, day(end)),
            ..Official::new(id, id, "Person", role, division)
        };
        let people = [
            person("E000001", Role::Senator, at("OH", 0), "2029-01-03"),
            person("E000002", Role::Senator, at("OH", 0), "2026-11-03"),
            person("E000003", Role::Representative, at("OH", 1), "2027-01-03"),
            person("E000004", Role::Senator, at("NH", 0), "2027-01-03"),
            person("E000005", Role::Senator, at("NH", 0), "2031-01-03"),
            person("E000006", Role::Representative, at("NH", 1), "2027-01-03"),
        ];
        let zips = BTreeMap::from([
            (Zip::from_number(43001).unwrap(), vec![at("OH", 1), at("OH", 2)]),
            (Zip::from_number(43002).unwrap(), vec![at("OH", 1), at("NH", 2)]),
            (Zip::from_number(3801).unwrap(), vec![at("NH", 1), at("NH", 2)]),
        ]);
        let validity =
            Validity { as_of: day("2026-06-15"), valid_from: day("2025-01-03"), valid_to: day("2027-01-03") };
        let divisions = [at("OH", 1), at("OH", 2), at("NH", 1), at("NH", 2)];
        let congress = Congress::new(validity, divisions, people, &zips).unwrap();
        congress.with_redrawn(vec![State::from_code("OH").unwrap()], day("2027-01-03"))
    }

    #[test]
    fn each_day_offers_whoever_holds_a_seat_then() {
        for (today, zips, people) in [
            (None, "43001: OH-1 OH-2, 43002: OH-1 NH-2, 03801: NH-1 NH-2", "E000001 E000002 E000003 ended"),
            (
                Some("2026-11-29"),
                "43001: OH-1 OH-2, 43002: OH-1 NH-2, 03801: NH-1 NH-2",
                "E000001 E000002 E000003 ended",
            ),
            (
                Some("2027-01-02"),
                "43001: OH-1 OH-2, 43002: OH-1 NH-2, 03801: NH-1 NH-2",
                "E000001 E000002 E000003 ended",
            ),
            (Some("2027-01-04"), "43001: OH, 43002: OH NH-2, 03801: NH-1 NH-2", "E000001 ended E000002"),
            (Some("2027-07-01"), "43001: OH, 43002: OH NH-2, 03801: NH-1 NH-2", "E000001 ended E000002"),
            (Some("2029-01-03"), "43001: OH, 43002: OH NH-2, 03801: NH-1 NH-2", "ended E000001 E000002"),
        ] {
            let congress = congress().on(today.map(day));
            let shown = [43001, 43002, 3801].map(|number| {
                let zip = Zip::from_number(number).unwrap();
                let Finding::Divisions(found) = congress.find(zip) else { panic!("{zip}") };
                let found: Vec<String> = found.iter().map(ToString::to_string).collect();
                format!("{zip}: {}", found.join(" "))
            });
            assert_eq!(shown.join(", "), zips, "{today:?}");
            let Finding::Divisions(found) = congress.find(Zip::from_number(43001).unwrap()) else { panic!() };
            let delegation = congress.delegation(found[0]).unwrap();
            let member = match &delegation.house {
                HouseSeat::Held(member) => Some(member),
                HouseSeat::Vacant | HouseSeat::Unknown => None,
            };
            let ids: Vec<&str> = delegation.senators.iter().chain(member).map(|person| &*person.bioguide).collect();
            let ended: Vec<&str> = delegation.ended.iter().map(|person| &*person.name).collect();
            assert_eq!([&ids[..], &["ended"], &ended[..]].concat().join(" "), people, "{today:?}");
            assert_eq!(delegation.redrawn, today.is_some_and(|today| today >= "2027-01-03"), "{today:?}");
        }
    }

    #[test]
    fn a_letter_can_go_to_a_seat_whose_holder_is_not_known() {
        let table = Assembly::bytes(&congress().records()).unwrap();
        let represent = |today: &str, code: &str, at: usize| {
            let assembly = Assembly::from_bytes(&table, &english()).unwrap().on(Some(day(today)));
            assembly.represent(assembly.seats_of(code)[at]).unwrap()
        };
        for (today, code, people, ended) in [
            ("2027-01-02", "NH", "E000004 E000005 E000006", 0),
            ("2027-01-04", "NH", "E000005 seat-1-NH seat-NH-1", 2),
            ("2027-01-04", "OH", "E000001 seat-1-OH seat-OH", 1),
        ] {
            let found = represent(today, code, 0);
            let ids: Vec<&str> = found.people.iter().map(|person| &*person.id).collect();
            assert_eq!((ids.join(" ").as_str(), found.ended.len()), (people, ended), "{today} {code}");
            assert!(!found.vacant, "{today} {code}");
        }
        // Also one that was vacant before.
        let found = represent("2027-01-04", "NH", 1);
        assert_eq!(found.people.last().map(|person| &*person.id), Some("seat-NH-2"));
        assert!(represent("2027-01-02", "NH", 1).vacant);
    }

    /// The table that visitors get says of every ZIP code, seat and day what Congress does.
    #[test]
    fn the_table_of_visitors_says_the_same_on_every_day() {
        let table = Assembly::bytes(&congress().records()).unwrap();
        for today in [None, Some("2026-11-29"), Some("2027-01-03"), Some("2027-07-01"), Some("2029-01-03")] {
            let today = today.map(day);
            let (congress, assembly) =
                (congress().on(today), Assembly::from_bytes(&table, &english()).unwrap().on(today));
            // Every code that means something besides the table, and some that mean nothing.
            let special = (0..1200).chain(9_000..9_900).chain(34_000..34_100).chain(96_000..97_000);
            for number in special.chain([3801, 43001, 43002]) {
                let zip = Zip::from_number(number).unwrap();
                let same = match (congress.find(zip), assembly.find(Postcode::Zip(zip))) {
                    (Finding::Divisions(divisions), Place::Seats(seats)) => {
                        let names: Vec<String> = divisions.iter().map(ToString::to_string).collect();
                        seats.iter().map(|seat| assembly.seat_code(*seat)).collect::<Vec<_>>() == names
                    }
                    (Finding::Military, Place::Military)
                    | (Finding::Outside, Place::Outside)
                    | (Finding::Unknown, Place::Unknown) => true,
                    _ => false,
                };
                assert!(same, "{zip} {today:?}");
            }
        }
    }
}
