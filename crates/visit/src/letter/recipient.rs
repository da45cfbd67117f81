//! Whom a letter is to: name, title and salutation by role, the place one writes from, and the groups they belong to.

use places::legislature::{LegislatureId, Person};
use places::people;

use crate::letter::words::Variant;

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
pub const GROUPS: [&str; 7] =
    [CONGRESS, "us-senate", "us-house", "us-democrats", "us-republicans", "uk-commons", people::AUDIENCE];

const CONGRESS: &str = "us-congress";

impl Recipient {
    /// Whom a supporter addresses who writes to `person` from `place`, as one writes it after "I live in".
    pub fn person(person: &Person, place: String) -> Recipient {
        let name = if person.name.is_empty() { &person.title } else { &person.name };
        let audiences = std::iter::once(&person.id).chain(&person.groups);
        Recipient {
            name: (**name).to_owned(),
            role: (*person.title).to_owned(),
            salutation: (*person.salutation).to_owned(),
            place,
            audiences: audiences.map(|one| (**one).to_owned()).collect(),
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

    /// Any member of a legislature, in the words of [`places::assembly::Manner::anyone`].
    pub fn anyone(legislature: Option<&LegislatureId>, words: &[String]) -> Recipient {
        let word = |at: usize| words.get(at).cloned().unwrap_or_default();
        Recipient {
            name: "[name]".to_owned(),
            role: word(0),
            salutation: word(1),
            place: word(2),
            audiences: legislature.map(|id| id.name().to_owned()).into_iter().collect(),
        }
    }

    /// Whether a variant is written for them.
    pub(crate) fn is_addressed_by(&self, variant: &Variant) -> bool {
        variant.audience.iter().any(|one| self.audiences.contains(one))
    }
}

/// Whether a text may stand for a person in [`Variant::audience`]: a Bioguide identifier (`S000033`) or the number of a
/// member of the UK Parliament (`172`).
pub fn is_identifier(text: &str) -> bool {
    let digits = text.strip_prefix(|letter: char| letter.is_ascii_uppercase());
    let lengths = if digits.is_some() { 6..=6 } else { 1..=6 };
    let digits = digits.unwrap_or(text);
    lengths.contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

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
