//! A letter and a call script for one official: merge tokens, salutation by role, and the place one writes from.
//!
//! Letters to the US Congress are English in every language of the interface, because the offices that read them are.

use crate::domain::campaign::token::{Piece, Token, pieces};
use crate::domain::campaign::words::{Call, Letter};
use crate::domain::congress::{Division, Official, Role, State, StateKind};
use crate::domain::date::Date;
use crate::domain::language::Language;
use crate::domain::web_address::HttpsUrl;

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
                Role::Senator => state_place(home.state),
                _ => place(home),
            },
        }
    }

    /// Somebody of this title, for a letter that nobody has addressed yet. `place` is what stands for the writer's place,
    /// such as the name of a state.
    pub fn unknown(role: &'static str, place: &str) -> Recipient {
        let salutation = [role, " [name]"].concat();
        Recipient { name: "[name]".to_owned(), role, salutation, place: place.to_owned() }
    }
}

/// The title for whoever represents a state, while nobody is named.
pub const EITHER: &str = "Senator or Representative";

/// Where a letter to an official goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination<'a> {
    /// A page made for writing to them.
    ContactForm(&'a HttpsUrl),
    /// Their site; the visitor must look for the form.
    Site(&'a HttpsUrl),
    /// Nothing is published.
    Unknown,
}

/// The best place for a letter to an official. Only 2 of 437 members of the House have a published form.
pub fn destination(official: &Official) -> Destination<'_> {
    match (&official.contact_form, &official.site) {
        (Some(form), _) => Destination::ContactForm(form),
        (None, Some(site)) => Destination::Site(site),
        (None, None) => Destination::Unknown,
    }
}

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

/// The letter as it reaches the supporter: salutation, opening, every point, ask, closing, and room for the signature.
pub fn assemble(letter: &Letter, recipient: &Recipient, campaign_title: &str) -> Draft {
    let merge = |text: &str| merge(text, recipient, campaign_title);
    let mut body = ["Dear ", &recipient.salutation, ","].concat();
    let points = letter.points.iter().map(|point| &point.text);
    let parts = std::iter::once(&letter.opening).chain(points).chain([&letter.ask, &letter.closing]);
    for part in parts {
        body.push_str("\n\n");
        body.push_str(&merge(part));
    }
    body.push_str("\n[your name]\n[your postal address]\n");
    Draft { subject: merge(&letter.subject), body }
}

/// A letter on paper: to whom and where, the day, the subject, the letter.
pub fn sheet(official: &Official, draft: &Draft, today: Option<Date>) -> String {
    let mut sheet = [role(official.role), " ", &official.name].concat();
    let day = today.map(|today| Language::English.date(today));
    for line in [official.address.as_deref(), day.as_deref(), Some(draft.subject.as_str())].into_iter().flatten() {
        sheet.push_str("\n\n");
        sheet.push_str(line);
    }
    sheet.push_str("\n\n");
    sheet.push_str(&draft.body);
    sheet
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
    fn a_letter_has_its_parts_in_order_and_no_token_left() {
        let letter = Letter {
            subject: "About {{campaign.title}}".into(),
            opening: "I live in {{place}}.".into(),
            points: vec![Point { label: "One".into(), text: "First, {{target.salutation}}.".into() }],
            ask: "Please act, {{target.role}}.".into(),
            closing: "Sincerely,".into(),
        };
        let draft = assemble(&letter, &Recipient::unknown("Senator", "Example"), "A {{place}} title");
        assert_eq!(draft.subject, "About A {{place}} title");
        assert_eq!(
            draft.body,
            "Dear Senator [name],\n\nI live in Example.\n\nFirst, Senator [name].\n\nPlease act, Senator.\n\n\
             Sincerely,\n[your name]\n[your postal address]\n"
        );
    }

    #[test]
    fn an_unclosed_token_is_left_as_it_stands() {
        assert_eq!(merge("a {{place", &Recipient::unknown("Senator", "x"), ""), "a {{place");
    }

    #[test]
    fn a_letter_goes_to_the_form_else_to_the_site() {
        let url = |text: &str| HttpsUrl::try_from(text.to_owned()).unwrap();
        let (form, site) = (url("https://example.house.gov/contact"), url("https://example.house.gov"));
        let official = |contact_form: Option<&HttpsUrl>, site: Option<&HttpsUrl>| Official {
            bioguide: "E000001".into(),
            name: "Example Member 01".into(),
            family_name: "Member".into(),
            role: Role::Representative,
            division: division("VT", 0),
            party: crate::domain::congress::Party::Independent,
            caucus: None,
            phone: None,
            site: site.cloned(),
            contact_form: contact_form.cloned(),
            address: Some("1 Example Building, Washington, DC 20515".into()),
        };
        for (contact_form, page, goal) in [
            (Some(&form), Some(&site), Destination::ContactForm(&form)),
            (None, Some(&site), Destination::Site(&site)),
            (None, None, Destination::Unknown),
        ] {
            assert_eq!(destination(&official(contact_form, page)), goal);
        }
        let draft = Draft { subject: "Subject".into(), body: "Body".into() };
        assert_eq!(
            sheet(&official(None, None), &draft, Date::new(2026, 6, 15)),
            "Representative Example Member 01\n\n1 Example Building, Washington, DC 20515\n\n15 June 2026\n\nSubject\n\nBody"
        );
    }
}
