//! What a page says of a legislature in its own language: titles, salutations, names of groups.

use std::rc::Rc;

use super::Gender;
use crate::legislature::Person;

/// Part of a page's data island; empty where the campaign names people itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Manner {
    /// The language of the names of seats and parties (BCP 47).
    pub names_in: String,
    /// What people type as a postcode: [`Manner::ZIP`], [`Manner::UK`], or forms as [`super::read_code`] reads them. Empty where
    /// nobody is asked for one.
    pub postcodes: Vec<String>,
    /// One for each role, flat: see [`RoleWords::to_texts`].
    pub roles: Vec<String>,
    /// Groups with a name of their own, such as parties: id and name.
    pub groups: Vec<(Rc<str>, Rc<str>)>,
    /// Whom the campaign wants to be written to first: identifiers and groups, in that order.
    pub first: Vec<String>,
    /// What is to be said of some regions, by their code, such as that nobody sits for them in one of the chambers.
    pub notes: Vec<(Rc<str>, Rc<str>)>,
    /// What else is to be said about the records, such as that addresses are older than names.
    pub note: String,
    /// Whom a letter addresses that is to nobody in particular: title, salutation, and what stands for the writer's place.
    pub anyone: Vec<String>,
    /// The city in which the main offices are, and IANA's name of its time zone; empty where that isn't known.
    pub capital: Vec<String>,
}

/// How somebody in a role is called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoleWords {
    /// Audiences for variants of a campaign's texts, separated by spaces: the legislature and the chamber.
    pub audiences: String,
    /// In place of a name, where the holder of a seat is not known.
    pub vacant: String,
    /// For no gender, a woman and a man.
    pub forms: [Forms; 3],
}

/// `{name}` stands for the whole name, `{family}` for the family name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forms {
    /// On the page, in its language: "{name} MP".
    pub shown: String,
    /// In a letter, in its language: "MP".
    pub title: String,
    /// In a letter, behind "Dear": "{name}".
    pub salutation: String,
    /// Above the address of a letter on paper: "{name} MP".
    pub addressed: String,
}

/// How many texts tell of a role.
const TEXTS: usize = 14;

impl RoleWords {
    /// As texts of a data island.
    pub fn to_texts(&self) -> Vec<String> {
        let mut texts = vec![self.audiences.clone(), self.vacant.clone()];
        for Forms { shown, title, salutation, addressed } in &self.forms {
            texts.extend([shown.clone(), title.clone(), salutation.clone(), addressed.clone()]);
        }
        texts
    }
}

impl Manner {
    /// Stands for ZIP codes in [`Manner::postcodes`].
    pub const ZIP: &str = "zip";
    /// Stands for postcodes of the United Kingdom in [`Manner::postcodes`].
    pub const UK: &str = "uk";

    /// A text of a role; empty for a role that there is not.
    fn role_text(&self, role: u8, at: usize) -> &str {
        self.roles.get(usize::from(role) * TEXTS + at).map_or("", String::as_str)
    }

    pub(super) fn count_of_roles(&self) -> u8 {
        (self.roles.len() / TEXTS) as u8
    }

    /// Somebody of whom nothing else is known.
    pub(super) fn person(&self, role: u8, gender: Gender, id: &str, name: &str, family: &str) -> Person {
        let form =
            |at: usize| -> Rc<str> { filled(self.role_text(role, 2 + 4 * gender as usize + at), name, family).into() };
        Person {
            id: id.into(),
            name: name.into(),
            family_name: family.into(),
            shown: form(0),
            title: form(1),
            salutation: form(2),
            addressed: form(3),
            groups: self.role_text(role, 0).split(' ').map(Rc::from).collect(),
            ..Person::default()
        }
    }

    /// Whoever holds a seat in this role. Is addressed by their title.
    pub(super) fn unknown(&self, role: u8) -> Person {
        let person = self.person(role, Gender::Other, "", "", "");
        Person {
            shown: self.role_text(role, 1).into(),
            salutation: Rc::clone(&person.title),
            addressed: Rc::clone(&person.title),
            ..person
        }
    }

    /// The name of a party: that of a group, or as the records write it.
    pub(super) fn party<'a>(&'a self, party: &'a str) -> &'a str {
        self.groups.iter().find(|(id, _)| **id == *party).map_or(party, |(_, name)| name)
    }
}

fn filled(form: &str, name: &str, family: &str) -> String {
    let mut text = String::new();
    for part in form.split('{') {
        let (value, rest) = match part.split_once('}') {
            Some(("name", rest)) => (name, rest),
            Some(("family", rest)) => (family, rest),
            _ => ("", part),
        };
        text.push_str(value);
        text.push_str(rest);
    }
    text
}
