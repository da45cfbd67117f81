//! A letter and a call script for one official: merge tokens, salutation by role, and the place one writes from.
//!
//! Letters to the US Congress are English in every language of the interface, because the offices that read them are.

use crate::domain::campaign::token::{Piece, Token, pieces};
use crate::domain::campaign::words::{Call, Letter};
use crate::domain::congress::{Division, Official, Role, StateKind};

/// A letter that a supporter can copy: plain text, lines parted by `\n`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// One line.
    pub subject: String,
    /// Salutation, paragraphs parted by empty lines, closing.
    pub body: String,
}

/// The values of the merge tokens.
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
}

impl Recipient {
    /// Who a supporter from `home` addresses when writing to `official`.
    pub fn official(official: &Official, home: Division) -> Recipient {
        let role = role(official.role);
        Recipient {
            name: official.name.to_string(),
            role,
            salutation: [role, " ", &official.family_name].concat(),
            place: match official.role {
                Role::Senator => home.state.english_name().to_owned(),
                Role::Representative | Role::Delegate | Role::ResidentCommissioner => place(home),
            },
        }
    }

    /// Either a senator or a member of the House, for a letter that nobody has addressed yet. `place` is what stands for
    /// the writer's place, such as the name of a state.
    pub fn unknown(place: &str) -> Recipient {
        Recipient {
            name: "Senator or Representative".to_owned(),
            role: "Senator or Representative",
            salutation: "Senator or Representative".to_owned(),
            place: place.to_owned(),
        }
    }
}

/// The title by which an official is addressed in English.
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Senator => "Senator",
        Role::Representative => "Representative",
        Role::Delegate => "Delegate",
        Role::ResidentCommissioner => "Resident Commissioner",
    }
}

/// A division as one writes it in a letter: "Vermont", "California’s 14th congressional district", "the District of
/// Columbia".
pub fn place(division: Division) -> String {
    let state = division.state.english_name();
    match (division.district, division.state.kind()) {
        (0, StateKind::District) => ["the ", state].concat(),
        (0, _) => state.to_owned(),
        (number, _) => {
            let possessive = if state.ends_with('s') { "\u{2019} " } else { "\u{2019}s " };
            [state, possessive, &ordinal(number), " congressional district"].concat()
        }
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

/// The letter as it reaches the supporter: salutation, opening, every point, ask, closing.
pub fn assemble(letter: &Letter, recipient: &Recipient, campaign_title: &str) -> Draft {
    let merge = |text: &str| merge(text, recipient, campaign_title);
    let mut body = ["Dear ", &recipient.salutation, ","].concat();
    let points = letter.points.iter().map(|point| &point.text);
    let parts = std::iter::once(&letter.opening).chain(points).chain([&letter.ask, &letter.closing]);
    for part in parts {
        body.push_str("\n\n");
        body.push_str(&merge(part));
    }
    body.push('\n');
    Draft { subject: merge(&letter.subject), body }
}

/// A call script with its voicemail variant, paragraph by paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// What to say when somebody answers.
    pub paragraphs: Vec<String>,
    /// What to leave on an answering machine.
    pub voicemail: String,
}

/// The call script for one official.
pub fn script(call: &Call, recipient: &Recipient, campaign_title: &str) -> Script {
    Script {
        paragraphs: call.script.iter().map(|text| merge(text, recipient, campaign_title)).collect(),
        voicemail: merge(&call.voicemail, recipient, campaign_title),
    }
}

/// Puts values for merge tokens. `undersigned check` refuses unknown ones, so none is left for a visitor to see.
fn merge(text: &str, recipient: &Recipient, campaign_title: &str) -> String {
    let value = |piece| match piece {
        Piece::Text(text) | Piece::Unpaired(text) => text,
        Piece::Unknown(_) => "",
        Piece::Token(Token::TargetName) => &recipient.name,
        Piece::Token(Token::TargetRole) => recipient.role,
        Piece::Token(Token::TargetSalutation) => &recipient.salutation,
        Piece::Token(Token::Place) => &recipient.place,
        Piece::Token(Token::CampaignTitle) => campaign_title,
    };
    pieces(text).into_iter().map(value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::campaign::words::Point;
    use crate::domain::congress::State;

    fn division(state: &str, district: u8) -> Division {
        Division { state: State::from_code(state).unwrap(), district }
    }

    #[test]
    fn places_read_as_english_does() {
        for (state, district, text) in [
            ("VT", 0, "Vermont"),
            ("DC", 0, "the District of Columbia"),
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
    fn a_letter_has_its_parts_in_order_and_no_token_left() {
        let letter = Letter {
            subject: "About {{campaign.title}}".into(),
            opening: "I live in {{place}}.".into(),
            points: vec![Point { label: "One".into(), text: "First, {{target.salutation}}.".into() }],
            ask: "Please act, {{target.role}}.".into(),
            closing: "Sincerely,".into(),
        };
        let draft = assemble(&letter, &Recipient::unknown("Example"), "A {{place}} title");
        assert_eq!(draft.subject, "About A {{place}} title");
        assert_eq!(
            draft.body,
            "Dear Senator or Representative,\n\nI live in Example.\n\nFirst, Senator or Representative.\n\n\
             Please act, Senator or Representative.\n\nSincerely,\n"
        );
    }

    #[test]
    fn an_unclosed_token_is_left_as_it_stands() {
        assert_eq!(merge("a {{place", &Recipient::unknown("x"), ""), "a {{place");
    }
}
