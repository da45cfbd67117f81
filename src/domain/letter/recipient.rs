//! Whom a letter is to: name, title and salutation by role, the place one writes from, and the groups they belong to.

use crate::domain::campaign::words::Variant;
use crate::domain::congress::{Division, Party, State, StateKind};
use crate::domain::decimal::decimal;
use crate::domain::legislature::{Affiliation, LegislatureId, Person, Role};

/// The values of the merge tokens, and what decides between variants of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// `{{target.name}}`
    pub name: String,
    /// `{{target.role}}`: "Senator".
    pub role: String,
    /// `{{target.salutation}}`: "Senator Welch".
    pub salutation: String,
    /// `{{place}}`: "Vermont", "New York’s 12th congressional district".
    pub place: String,
    /// What [`Variant::audience`] may call them: their own identifier, and groups of [`GROUPS`].
    pub audiences: Vec<String>,
}

/// The groups for which a campaign may write variants of a text.
#[cfg(not(target_arch = "wasm32"))]
pub const GROUPS: [&str; 7] = [CONGRESS, SENATE, HOUSE, DEMOCRATS, REPUBLICANS, COMMONS, PEOPLE];

const CONGRESS: &str = "us-congress";
const SENATE: &str = "us-senate";
const HOUSE: &str = "us-house";
const DEMOCRATS: &str = "us-democrats";
const REPUBLICANS: &str = "us-republicans";
const COMMONS: &str = "uk-commons";
/// Whom the campaign names in a list of its own.
const PEOPLE: &str = "people";

impl Recipient {
    /// Whom a supporter addresses who writes to `person` from `place`, as one writes it after "I live in".
    pub fn person(person: &Person, place: String) -> Recipient {
        let title = person.title.as_deref().unwrap_or(role(person.role));
        let chamber = match person.role {
            Role::Senator => [CONGRESS, SENATE],
            Role::MemberOfParliament => [COMMONS; 2],
            Role::Named => [PEOPLE; 2],
            Role::Listed => [""; 2],
            Role::Representative | Role::Delegate | Role::ResidentCommissioner => [CONGRESS, HOUSE],
        };
        let party = match person.party {
            Affiliation::Member(Party::Democrat) | Affiliation::SitsWith(Party::Democrat) => DEMOCRATS,
            Affiliation::Member(Party::Republican) | Affiliation::SitsWith(Party::Republican) => REPUBLICANS,
            _ => "",
        };
        let [legislature, chamber] = chamber;
        Recipient {
            name: if person.name.is_empty() { title.to_owned() } else { person.name.as_ref().to_owned() },
            role: title.to_owned(),
            salutation: match person.role {
                // A seat whose holder is not known.
                _ if person.name.is_empty() => title.to_owned(),
                Role::Listed => person.salutation.as_deref().unwrap_or_default().to_owned(),
                // Members of the House of Commons are addressed by their name, and so is whoever has no title.
                Role::MemberOfParliament => person.name.as_ref().to_owned(),
                _ if title.is_empty() => person.name.as_ref().to_owned(),
                _ => [title, " ", &person.family_name].concat(),
            },
            place,
            audiences: {
                let own = person.groups.iter().map(|group| &**group);
                [&person.id, legislature, chamber, party].into_iter().chain(own).map(str::to_owned).collect()
            },
        }
    }

    /// A member of Congress of this title, for a letter that nobody has addressed yet. `place` is what stands for the
    /// writer's place, such as the name of a state.
    pub fn unknown(role: &str, place: &str) -> Recipient {
        let salutation = [role, " [name]"].concat();
        let role = role.to_owned();
        let audiences = vec![CONGRESS.to_owned()];
        Recipient { name: "[name]".to_owned(), role, salutation, place: place.to_owned(), audiences }
    }

    /// Any member of a legislature; `title` is that of the members of one from a folder.
    pub fn member_of(legislature: &LegislatureId, title: &str) -> Recipient {
        let (title, place) = match legislature.name() {
            CONGRESS => return Recipient::unknown(EITHER, "[your state]"),
            COMMONS => (role(Role::MemberOfParliament), "[your constituency]"),
            _ => (title, "[your town]"),
        };
        let audiences = vec![legislature.name().to_owned()];
        Recipient { salutation: "[name]".to_owned(), audiences, ..Recipient::unknown(title, place) }
    }

    /// Whether a variant is written for them.
    pub fn is_addressed_by(&self, variant: &Variant) -> bool {
        variant.audience.iter().any(|one| self.audiences.contains(one))
    }
}

/// Whether a text may stand for a person in [`Variant::audience`]: a Bioguide identifier (`S000033`) or the number of a
/// member of the UK Parliament (`172`).
#[cfg(not(target_arch = "wasm32"))]
pub fn is_identifier(text: &str) -> bool {
    let digits = text.strip_prefix(|letter: char| letter.is_ascii_uppercase());
    let lengths = if digits.is_some() { 6..=6 } else { 1..=6 };
    let digits = digits.unwrap_or(text);
    lengths.contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit())
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
        Role::Listed | Role::Named => "",
    }
}

/// A division as one writes it in a letter: "Vermont", "California’s 14th congressional district", "the District of
/// Columbia".
pub fn place(division: Division) -> String {
    let state = division.state.english_name();
    match division.district {
        0 | Division::WHOLE => state_place(division.state),
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
    [&*decimal(usize::from(number)), suffix].concat()
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
    fn a_person_belongs_to_their_chamber_and_the_party_they_sit_with() {
        use Affiliation::{Member, SitsWith, Untold};
        for (role, party, groups) in [
            (Role::Senator, Member(Party::Democrat), [CONGRESS, SENATE, DEMOCRATS]),
            (Role::Senator, SitsWith(Party::Democrat), [CONGRESS, SENATE, DEMOCRATS]),
            (Role::Representative, Member(Party::Republican), [CONGRESS, HOUSE, REPUBLICANS]),
            (Role::Delegate, Member(Party::Independent), [CONGRESS, HOUSE, ""]),
            (Role::MemberOfParliament, Untold, [COMMONS, COMMONS, ""]),
            (Role::Named, Untold, [PEOPLE, PEOPLE, ""]),
        ] {
            let recipient = Recipient::person(&super::super::tests::person(role, party), "Vermont".into());
            assert_eq!(recipient.audiences[1..], groups);
            for (audience, addressed) in [("E000001", true), (groups[1], true), ("all", false), ("E000002", false)] {
                let variant = Variant { audience: vec!["none".into(), audience.into()], ..Variant::default() };
                assert_eq!(recipient.is_addressed_by(&variant), addressed, "{audience}");
            }
        }
    }

    #[test]
    fn each_role_is_addressed_as_it_should_be() {
        for (role, title, salutation) in [
            (Role::Senator, None, "Senator Member"),
            (Role::Delegate, None, "Delegate Member"),
            (Role::ResidentCommissioner, None, "Resident Commissioner Member"),
            (Role::MemberOfParliament, None, "Example Member 01"),
            (Role::Named, None, "Example Member 01"),
            (Role::Named, Some("Ambassador"), "Ambassador Member"),
        ] {
            let mut person = super::super::tests::person(role, Affiliation::Untold);
            person.title = title.map(Into::into);
            assert_eq!(Recipient::person(&person, "Vermont".into()).salutation, salutation);
            // A letter to the seat itself.
            person.name = "".into();
            let to_seat = Recipient::person(&person, "Vermont".into()).salutation;
            assert_eq!(to_seat, title.unwrap_or(super::role(role)), "{role:?}");
        }
    }

    #[test]
    fn identifiers_have_their_form() {
        for (text, is) in [
            ("S000033", true),
            ("172", true),
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
