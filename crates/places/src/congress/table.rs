//! Seats, officials and ZIP codes together, as the command line and the directory read them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{
    Date, Delegation, Division, Ended, Finding, HouseSeat, Official, Role, State, StateKind, TableFault, Validity, Zip,
};

/// Everyone in Congress, every seat, and where every ZIP code lies.
#[derive(Clone, Debug, PartialEq)]
pub struct Congress {
    pub(super) validity: Validity,
    // Private: every official's division is among them, and so is every division of a ZIP code.
    pub(super) divisions: Vec<Division>,
    pub(super) officials: Vec<Arc<Official>>,
    pub(super) zips: BTreeMap<Zip, Vec<Division>>,
    /// States that get new lines, which the ZIP codes do not know, and the day from which these apply.
    pub(super) redrawn: (Vec<State>, Date),
    /// The day on which the tables are read.
    pub(super) today: Option<Date>,
}

impl Congress {
    /// Puts the tables together.
    ///
    /// Senators of a state keep their order. [`TableFault::Content`] when a seat has two holders, an official no seat,
    /// a state more than two senators, or a ZIP code a division that does not exist; the importer and the build say
    /// which, this only refuses.
    pub fn new(
        validity: Validity,
        divisions: impl IntoIterator<Item = Division>,
        officials: impl IntoIterator<Item = Official>,
        zips: &BTreeMap<Zip, Vec<Division>>,
    ) -> Result<Congress, TableFault> {
        let mut divisions: Vec<Division> = divisions.into_iter().collect();
        divisions.sort_unstable();
        let mut officials: Vec<Arc<Official>> = officials.into_iter().map(Arc::new).collect();
        officials.sort_by_key(|official| (official.division, official.role != Role::Senator));
        let zips = zips.iter().filter(|(_, divisions)| !divisions.is_empty());
        let zips = zips.map(|(zip, divisions)| (*zip, divisions.clone())).collect();
        let redrawn = (Vec::new(), validity.valid_to);
        Congress { validity, divisions, officials, zips, redrawn, today: None }.checked()
    }

    /// With the states that get new lines, and the day from which these apply.
    pub fn with_redrawn(self, states: Vec<State>, from: Date) -> Congress {
        Congress { redrawn: (states, from), ..self }
    }

    fn checked(self) -> Result<Congress, TableFault> {
        let numbered_without_gap = State::ALL.into_iter().all(|state| {
            let divisions = self.divisions_of(state);
            divisions.iter().map(|division| division.district).eq(districts(divisions.len() as u8))
        });
        let known = |division: &Division| self.divisions.binary_search(division).is_ok();
        let seated = self.officials.iter().all(|official| match official.role {
            Role::Senator => official.division.district == 0,
            role => role == Role::in_the_house(official.division.state) && known(&official.division),
        });
        let written = self.officials.iter().all(|official| {
            let texts =
                [Some(&official.name), Some(&official.family_name), official.phone.as_ref(), official.address.as_ref()];
            let good = |text: &Arc<str>| !text.is_empty() && !text.contains(char::is_control);
            texts.into_iter().flatten().all(good) && is_bioguide(&official.bioguide)
        });
        let one_each = self.officials.windows(2).all(|pair| match pair {
            [first, second] => first.role == Role::Senator || first.division != second.division,
            _ => true,
        });
        let senators = State::ALL.into_iter().all(|state| self.senators_of(state).len() <= 2);
        let postcodes = self.zips.values().flatten().all(known);
        if numbered_without_gap && seated && written && one_each && senators && postcodes {
            Ok(self)
        } else {
            Err(TableFault::Content)
        }
    }

    /// When the records and the lines hold.
    pub fn validity(&self) -> Validity {
        self.validity.clone()
    }

    /// Where people with this ZIP code may vote.
    pub fn find(&self, zip: Zip) -> Finding {
        match self.zips.get(&zip).map_or(&[][..], Vec::as_slice) {
            [] if zip.is_military() => Finding::Military,
            [] if zip.is_outside() => Finding::Outside,
            [] => match zip.territory().map(|state| Division { state, district: 0 }) {
                Some(division) if self.divisions.contains(&division) => Finding::Divisions(vec![division]),
                _ => Finding::Unknown,
            },
            divisions => Finding::Divisions(self.known_today(&mut divisions.iter().copied())),
        }
    }

    /// Who represents a division; `None` if there is no such division.
    pub fn delegation(&self, division: Division) -> Option<Delegation> {
        if !division.is_whole_state() {
            self.divisions.binary_search(&division).ok()?;
        }
        let (redrawn, over) = (self.is_redrawn(division.state), self.is_over());
        let (mut senators, mut ended) = (Vec::new(), Vec::new());
        // Once this Congress is over, an election has filled every seat.
        let mut house = if redrawn || over { HouseSeat::Unknown } else { HouseSeat::Vacant };
        let mut unknown_senators = 0;
        for official in self.officials.iter().filter(|official| official.division.state == division.state) {
            let role = official.role;
            let is_senator = role == Role::Senator;
            if !is_senator && official.division != division {
                continue;
            }
            match (self.has_ended(official), is_senator) {
                (false, true) => senators.push(Arc::clone(official)),
                (false, false) => house = HouseSeat::Held(Arc::clone(official)),
                (true, _) => {
                    ended.push(Ended { name: Arc::clone(&official.name), role, until: official.term_end });
                    if is_senator {
                        unknown_senators += 1;
                    } else {
                        house = HouseSeat::Unknown;
                    }
                }
            }
        }
        if over && division.state.kind() == StateKind::State {
            unknown_senators = 2usize.saturating_sub(senators.len());
        }
        Some(Delegation { division, senators, unknown_senators, house, ended, redrawn })
    }

    /// The seats of a state (`NY`), or those that are listed by their own codes (`NY-12 NY-10`), as they are known today.
    pub fn named(&self, codes: &str) -> Vec<Division> {
        let mut own = codes.split(' ').flat_map(|code| {
            let is_it = move |division: &Division| division.state.code() == code || division.text() == code;
            self.divisions.iter().copied().filter(is_it)
        });
        self.known_today(&mut own)
    }

    /// The seats of a state by number: one numbered 0, or 1, 2, 3 and so on. Where the districts are others by now, all of the
    /// state as one.
    pub fn divisions_of(&self, state: State) -> Vec<Division> {
        self.known_today(&mut self.divisions.iter().copied().filter(|division| division.state == state))
    }

    /// The senators of a state, senior first; none for DC and the territories.
    pub fn senators_of(&self, state: State) -> Vec<Arc<Official>> {
        let of_state = |official: &&Arc<Official>| official.role == Role::Senator && official.division.state == state;
        self.officials.iter().filter(of_state).cloned().collect()
    }

    /// Everyone, by state, senators before members of the House.
    pub fn officials(&self) -> &[Arc<Official>] {
        &self.officials
    }
}

/// The numbers of that many seats: a single one is at large, which is 0.
fn districts(count: u8) -> std::ops::RangeInclusive<u8> {
    if count == 1 { 0..=0 } else { 1..=count }
}

/// Whether a text is a Bioguide identifier.
fn is_bioguide(text: &str) -> bool {
    let digits = text.strip_prefix(|letter: char| letter.is_ascii_uppercase()).unwrap_or_default();
    digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn division(text: &str) -> Division {
        let (code, district) = text.split_at(2);
        Division { state: State::from_code(code).unwrap(), district: district.parse().unwrap() }
    }

    fn person(bioguide: &str, role: Role, seat: &str) -> Official {
        Official::new(bioguide, "Example Person", "Person", role, division(seat))
    }

    fn congress(seats: &[&str], people: Vec<Official>, zip: &str) -> Result<Congress, TableFault> {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let validity =
            Validity { as_of: day("2026-06-15"), valid_from: day("2025-01-03"), valid_to: day("2027-01-03") };
        let zips = BTreeMap::from([(Zip::from_number(5401).unwrap(), vec![division(zip)])]);
        Congress::new(validity, seats.iter().map(|seat| division(seat)), people, &zips)
    }

    #[test]
    fn contradictions_are_refused() {
        use Role::{Delegate, Representative, ResidentCommissioner, Senator};
        let of = |bioguide: &str, role, seat: &str| vec![person(bioguide, role, seat)];
        let named = |name: &str| vec![Official { name: name.into(), ..person("A000001", Representative, "VT0") }];
        for (what, seats, people, zip, good) in [
            ("one seat at large", &["VT0"][..], of("A000001", Representative, "VT0"), "VT0", true),
            ("two seats, one vacant", &["NH1", "NH2"], of("A000001", Representative, "NH2"), "NH1", true),
            ("a ZIP code in no seat", &["VT0"], vec![], "VT1", false),
            ("a single seat with a number", &["VT1"], vec![], "VT1", false),
            ("a gap in the numbers", &["NH1", "NH3"], vec![], "NH1", false),
            ("a seat twice", &["NH1", "NH1"], vec![], "NH1", false),
            ("a member without a seat", &["VT0"], of("A000001", Representative, "NH1"), "VT0", false),
            ("a delegate of a state", &["VT0"], of("A000001", Delegate, "VT0"), "VT0", false),
            ("a commissioner of Guam", &["GU0"], of("A000001", ResidentCommissioner, "GU0"), "GU0", false),
            ("a senator with a district", &["NH1", "NH2"], of("A000001", Senator, "NH1"), "NH1", false),
            ("a false identifier", &["VT0"], of("A00001", Representative, "VT0"), "VT0", false),
            ("control characters", &["VT0"], named("Example\nPerson"), "VT0", false),
            ("an empty name", &["VT0"], named(""), "VT0", false),
        ] {
            let table = congress(seats, people, zip);
            assert_eq!(table.is_ok(), good, "{what}");
        }
        let several = |ids: &[&str], role| ids.iter().map(|id| person(id, role, "VT0")).collect::<Vec<_>>();
        assert!(congress(&["VT0"], several(&["A000001", "A000002"], Representative), "VT0").is_err());
        assert!(congress(&["VT0"], several(&["A000001", "A000002"], Senator), "VT0").is_ok());
        assert!(congress(&["VT0"], several(&["A000001", "A000002", "A000003"], Senator), "VT0").is_err());
    }

    #[test]
    fn senators_keep_their_order_and_stand_apart_from_the_house() {
        let people = vec![
            person("C000003", Role::Representative, "VT0"),
            person("B000002", Role::Senator, "VT0"),
            person("A000001", Role::Senator, "VT0"),
        ];
        let delegation = congress(&["VT0"], people, "VT0").unwrap().delegation(division("VT0")).unwrap();
        let ids: Vec<&str> = delegation.senators.iter().map(|senator| &*senator.bioguide).collect();
        assert_eq!(ids, ["B000002", "A000001"]);
        assert!(matches!(delegation.house, HouseSeat::Held(member) if &*member.bioguide == "C000003"));
    }
}
