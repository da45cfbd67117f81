//! Whom a letter is to: name, title and salutation by role, the place one writes from, and the groups they belong to.

use crate::domain::campaign::words::Variant;
use crate::domain::congress::{Division, Official, Party, Role, State, StateKind};

/// The values of the merge tokens, and what decides between variants of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// `{{target.name}}`
    pub name: String,
    /// `{{target.role}}`: "Senator".
    pub role: &'static str,
    /// `{{target.salutation}}`: "Senator Welch".
    pub salutation: String,
    /// `{{place}}`: "Vermont", "New York’s 12th congressional district".
    pub place: String,
    /// What [`Variant::audience`] may call them: their own identifier, and groups of [`GROUPS`].
    pub audiences: Vec<String>,
}

/// The groups for which a campaign may write variants of a text.
pub const GROUPS: [&str; 6] = [CONGRESS, SENATE, HOUSE, DEMOCRATS, REPUBLICANS, COMMONS];

const CONGRESS: &str = "us-congress";
const SENATE: &str = "us-senate";
const HOUSE: &str = "us-house";
const DEMOCRATS: &str = "us-democrats";
const REPUBLICANS: &str = "us-republicans";
const COMMONS: &str = "uk-commons";

impl Recipient {
    /// Who a supporter from `home` addresses when writing to `official`.
    pub fn official(official: &Official, home: Division) -> Recipient {
        let title = role(official.role);
        let chamber = if official.role == Role::Senator { SENATE } else { HOUSE };
        let caucus = match official.caucus.unwrap_or(official.party) {
            Party::Democrat => DEMOCRATS,
            Party::Republican => REPUBLICANS,
            Party::Independent => CONGRESS,
        };
        Recipient {
            name: official.name.to_string(),
            role: title,
            salutation: [title, " ", &official.family_name].concat(),
            place: match official.role {
                Role::Senator => state_place(home.state),
                _ => place(home),
            },
            audiences: [&official.bioguide, CONGRESS, chamber, caucus].map(str::to_owned).into(),
        }
    }

    /// Somebody of this title, for a letter that nobody has addressed yet. `place` is what stands for the writer's place,
    /// such as the name of a state.
    pub fn unknown(role: &'static str, place: &str) -> Recipient {
        let salutation = [role, " [name]"].concat();
        let audiences = vec![CONGRESS.to_owned()];
        Recipient { name: "[name]".to_owned(), role, salutation, place: place.to_owned(), audiences }
    }

    /// Whether a variant is written for them.
    pub fn is_addressed_by(&self, variant: &Variant) -> bool {
        variant.audience.iter().any(|one| self.audiences.contains(one))
    }
}

/// Whether a text may stand for an official in [`Variant::audience`]: a Bioguide identifier (`S000033`) or the code of a
/// constituency (`E14001063`).
pub fn is_identifier(text: &str) -> bool {
    let digits = text.get(1..).unwrap_or_default();
    text.starts_with(|letter: char| letter.is_ascii_uppercase())
        && matches!(digits.len(), 6 | 8)
        && digits.bytes().all(|digit| digit.is_ascii_digit())
}

/// The title for whoever represents a state, while nobody is named.
pub const EITHER: &str = "Senator or Representative";

/// The title by which an official is addressed in English.
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Senator => "Senator",
        Role::Representative => "Representative",
        Role::Delegate => "Delegate",
        Role::ResidentCommissioner => "Resident Commissioner",
        Role::MemberOfParliament => "MP",
        Role::Named => "",
    }
}

/// A division as one writes it in a letter: "Vermont", "California’s 14th congressional district", "the District of
/// Columbia".
pub fn place(division: Division) -> String {
    let state = division.state.english_name();
    match division.district {
        0 => state_place(division.state),
        number => {
            let possessive = if state.ends_with('s') { "\u{2019} " } else { "\u{2019}s " };
            [state, possessive, &ordinal(number), " congressional district"].concat()
        }
    }
}

/// A state as one writes it after "in": "Vermont", "the District of Columbia".
pub fn state_place(state: State) -> String {
    let name = state.english_name();
    if state.kind() == StateKind::District || name.ends_with("Islands") {
        ["the ", name].concat()
    } else {
        name.to_owned()
    }
}

fn ordinal(number: u8) -> String {
    let suffix = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    [&number.to_string(), suffix].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn division(state: &str, district: u8) -> Division {
        Division { state: State::from_code(state).unwrap(), district }
    }

    #[test]
    fn places_read_as_english_does() {
        for (state, district, text) in [
            ("VT", 0, "Vermont"),
            ("DC", 0, "the District of Columbia"),
            ("VI", 0, "the U.S. Virgin Islands"),
            ("MP", 0, "the Northern Mariana Islands"),
            ("GU", 0, "Guam"),
            ("NY", 12, "New York\u{2019}s 12th congressional district"),
            ("TX", 21, "Texas\u{2019} 21st congressional district"),
            ("CA", 2, "California\u{2019}s 2nd congressional district"),
            ("CA", 43, "California\u{2019}s 43rd congressional district"),
            ("FL", 11, "Florida\u{2019}s 11th congressional district"),
        ] {
            assert_eq!(place(division(state, district)), text);
        }
    }

    #[test]
    fn an_official_belongs_to_their_chamber_and_the_party_they_sit_with() {
        for (role, party, caucus, groups) in [
            (Role::Senator, Party::Democrat, None, [CONGRESS, SENATE, DEMOCRATS]),
            (Role::Senator, Party::Independent, Some(Party::Democrat), [CONGRESS, SENATE, DEMOCRATS]),
            (Role::Representative, Party::Republican, None, [CONGRESS, HOUSE, REPUBLICANS]),
            (Role::Delegate, Party::Independent, None, [CONGRESS, HOUSE, CONGRESS]),
        ] {
            let official = super::super::tests::official(role, party, caucus);
            let recipient = Recipient::official(&official, official.division);
            assert_eq!(recipient.audiences[1..], groups);
            for (audience, addressed) in [("E000001", true), (groups[1], true), (COMMONS, false), ("E000002", false)] {
                let variant = Variant { audience: vec![COMMONS.into(), audience.into()], ..Variant::default() };
                assert_eq!(recipient.is_addressed_by(&variant), addressed, "{audience}");
            }
        }
    }

    #[test]
    fn identifiers_have_their_form() {
        for (text, is) in [
            ("S000033", true),
            ("E14001063", true),
            ("s000033", false),
            ("S00033", false),
            ("S0000334", false),
            ("us-senate", false),
            ("", false),
            ("\u{6797}000033", false),
        ] {
            assert_eq!(is_identifier(text), is, "{text}");
        }
    }
}
