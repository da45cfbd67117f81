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
        const ALL: [State; 56] = [$(State(*$code)),*];
        const CODES: [&str; 56] = [$(match std::str::from_utf8($code) { Ok(code) => code, Err(_) => "" }),*];
        const NAMES: [&str; 56] = [$($name),*];
    };
}

// In the order of the codes, which `index` relies on. Codes: USPS Publication 28, appendix B.
states! {
    b"AK" "Alaska", b"AL" "Alabama", b"AR" "Arkansas", b"AS" "American Samoa", b"AZ" "Arizona", b"CA" "California",
    b"CO" "Colorado", b"CT" "Connecticut", b"DC" "District of Columbia", b"DE" "Delaware", b"FL" "Florida",
    b"GA" "Georgia", b"GU" "Guam", b"HI" "Hawaii", b"IA" "Iowa", b"ID" "Idaho", b"IL" "Illinois", b"IN" "Indiana",
    b"KS" "Kansas", b"KY" "Kentucky", b"LA" "Louisiana", b"MA" "Massachusetts", b"MD" "Maryland", b"ME" "Maine",
    b"MI" "Michigan", b"MN" "Minnesota", b"MO" "Missouri", b"MP" "Northern Mariana Islands", b"MS" "Mississippi",
    b"MT" "Montana", b"NC" "North Carolina", b"ND" "North Dakota", b"NE" "Nebraska", b"NH" "New Hampshire",
    b"NJ" "New Jersey", b"NM" "New Mexico", b"NV" "Nevada", b"NY" "New York", b"OH" "Ohio", b"OK" "Oklahoma",
    b"OR" "Oregon", b"PA" "Pennsylvania", b"PR" "Puerto Rico", b"RI" "Rhode Island", b"SC" "South Carolina",
    b"SD" "South Dakota", b"TN" "Tennessee", b"TX" "Texas", b"UT" "Utah", b"VA" "Virginia",
    b"VI" "U.S. Virgin Islands", b"VT" "Vermont", b"WA" "Washington", b"WI" "Wisconsin", b"WV" "West Virginia",
    b"WY" "Wyoming",
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
        CODES.get(self.index()).copied().unwrap_or_default()
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
        NAMES.get(self.index()).copied().unwrap_or_default()
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

    /// Where it stands in [`State::ALL`], 0 to 55.
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
