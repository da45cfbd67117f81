//! The 56 places that elect someone to Congress, under their postal codes.

use std::fmt;

use super::State;

/// What a place is: the wording of the page and the number of senators depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StateKind {
    /// One of the fifty, with two senators.
    State,
    /// The District of Columbia: a delegate, no senators.
    District,
    /// Puerto Rico, Guam, the Virgin Islands, American Samoa, the Northern Mariana Islands: the same.
    Territory,
}

macro_rules! states {
    ($($code:literal $name:literal),* $(,)?) => {
        const ALL: [State; 56] = [$(match $code.as_bytes() { &[first, second] => State([first, second]), _ => State([0; 2]) }),*];
        // One text each: a list of texts also takes an address and a length for each.
        const CODES: &str = concat!($($code),*);
        const NAMES: &str = concat!($($name, "|"),*);
    };
}

// In the order of the codes, which `index` relies on. Codes: USPS Publication 28, appendix B.
states! {
    "AK" "Alaska", "AL" "Alabama", "AR" "Arkansas", "AS" "American Samoa", "AZ" "Arizona", "CA" "California",
    "CO" "Colorado", "CT" "Connecticut", "DC" "District of Columbia", "DE" "Delaware", "FL" "Florida",
    "GA" "Georgia", "GU" "Guam", "HI" "Hawaii", "IA" "Iowa", "ID" "Idaho", "IL" "Illinois", "IN" "Indiana",
    "KS" "Kansas", "KY" "Kentucky", "LA" "Louisiana", "MA" "Massachusetts", "MD" "Maryland", "ME" "Maine",
    "MI" "Michigan", "MN" "Minnesota", "MO" "Missouri", "MP" "Northern Mariana Islands", "MS" "Mississippi",
    "MT" "Montana", "NC" "North Carolina", "ND" "North Dakota", "NE" "Nebraska", "NH" "New Hampshire",
    "NJ" "New Jersey", "NM" "New Mexico", "NV" "Nevada", "NY" "New York", "OH" "Ohio", "OK" "Oklahoma",
    "OR" "Oregon", "PA" "Pennsylvania", "PR" "Puerto Rico", "RI" "Rhode Island", "SC" "South Carolina",
    "SD" "South Dakota", "TN" "Tennessee", "TX" "Texas", "UT" "Utah", "VA" "Virginia",
    "VI" "U.S. Virgin Islands", "VT" "Vermont", "WA" "Washington", "WI" "Wisconsin", "WV" "West Virginia",
    "WY" "Wyoming",
}

impl State {
    /// All 56, in the order of their codes (not of their names: those belong to a language).
    pub const ALL: [State; 56] = ALL;

    /// The place with a two-letter postal code, in either case; `None` for any other text.
    pub fn from_code(code: &str) -> Option<State> {
        let &[first, second] = code.as_bytes() else { return None };
        let state = State([first.to_ascii_uppercase(), second.to_ascii_uppercase()]);
        State::ALL.contains(&state).then_some(state)
    }

    /// The postal code, upper case: `VT`.
    pub fn code(self) -> &'static str {
        let at = 2 * self.index();
        CODES.get(at..at + 2).unwrap_or_default()
    }

    /// Whether it is a state, the District of Columbia or a territory.
    pub fn kind(self) -> StateKind {
        match &self.0 {
            b"DC" => StateKind::District,
            b"AS" | b"GU" | b"MP" | b"PR" | b"VI" => StateKind::Territory,
            _ => StateKind::State,
        }
    }

    /// The English name, for letters and the command line. The page takes names from its language catalogues.
    pub fn english_name(self) -> &'static str {
        NAMES.split('|').nth(self.index()).unwrap_or_default()
    }

    /// The English name as one writes it after "in": "Vermont", "the District of Columbia".
    pub fn in_a_sentence(self) -> String {
        let name = self.english_name();
        if self.kind() == StateKind::District || name.ends_with("Islands") {
            ["the ", name].concat()
        } else {
            name.to_owned()
        }
    }

    /// Where it is in [`State::ALL`], 0 to 55.
    pub(super) fn index(self) -> usize {
        State::ALL.iter().position(|state| *state == self).unwrap_or_default()
    }
}

impl fmt::Display for State {
    /// The postal code.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_come_back_and_are_in_order() {
        for (at, state) in State::ALL.into_iter().enumerate() {
            assert_eq!(State::from_code(state.code()), Some(state));
            assert_eq!(State::from_code(&state.code().to_lowercase()), Some(state));
            assert_eq!(state.index(), at);
            assert!(!state.english_name().is_empty());
        }
        assert!(State::ALL.is_sorted());
    }

    #[test]
    fn there_are_fifty_states_one_district_and_five_territories() {
        let count = |kind| State::ALL.into_iter().filter(|state| state.kind() == kind).count();
        assert_eq!((count(StateKind::State), count(StateKind::District), count(StateKind::Territory)), (50, 1, 5));
    }

    #[test]
    fn names_read_as_english_does_in_a_sentence() {
        for (code, name) in [
            ("VT", "Vermont"),
            ("DC", "the District of Columbia"),
            ("VI", "the U.S. Virgin Islands"),
            ("MP", "the Northern Mariana Islands"),
            ("GU", "Guam"),
        ] {
            assert_eq!(State::from_code(code).unwrap().in_a_sentence(), name);
        }
    }

    #[test]
    fn other_texts_are_no_states() {
        for text in ["", "V", "VTX", "ZZ", "AE", "FM", "é", "V T"] {
            assert_eq!(State::from_code(text), None, "{text}");
        }
    }
}
