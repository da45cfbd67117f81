//! What a page says of a legislature from a folder in its own language: titles, salutations, names of groups.

use std::rc::Rc;

use super::Gender;

/// Part of a page's data island; empty for a legislature that is not from a folder.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Manner {
    /// The language of the names of seats and parties (BCP 47).
    pub names_in: String,
    /// The forms of its postcodes, as [`super::read_code`] reads them; empty where none are asked for.
    pub postcode_forms: Vec<String>,
    /// One for each role, flat: see [`RoleWords::to_texts`].
    pub roles: Vec<String>,
    /// Groups with a name of their own, such as parties: id and name.
    pub groups: Vec<(Rc<str>, Rc<str>)>,
    /// Whom the campaign wants to be written to first: identifiers and groups, in that order.
    pub first: Vec<String>,
    /// What else is to be said about the records, such as that addresses are older than names.
    pub note: String,
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
}

/// How many texts tell of a role.
const TEXTS: usize = 11;

impl RoleWords {
    /// As texts of a data island.
    pub fn to_texts(&self) -> Vec<String> {
        let mut texts = vec![self.audiences.clone(), self.vacant.clone()];
        for Forms { shown, title, salutation } in &self.forms {
            texts.extend([shown.clone(), title.clone(), salutation.clone()]);
        }
        texts
    }
}

impl Manner {
    /// A text of a role; empty for a role that there is not.
    fn role_text(&self, role: u8, at: usize) -> &str {
        self.roles.get(usize::from(role) * TEXTS + at).map_or("", String::as_str)
    }

    pub(super) fn count_of_roles(&self) -> u8 {
        (self.roles.len() / TEXTS) as u8
    }

    pub(super) fn audiences(&self, role: u8) -> Vec<Rc<str>> {
        self.role_text(role, 0).split(' ').map(Rc::from).collect()
    }

    pub(super) fn vacant(&self, role: u8) -> &str {
        self.role_text(role, 1)
    }

    /// How somebody is shown, their title, and how they are greeted.
    pub(super) fn forms(&self, role: u8, gender: Gender, name: &str, family: &str) -> [Rc<str>; 3] {
        [0, 1, 2].map(|form| filled(self.role_text(role, 2 + 3 * gender as usize + form), name, family).into())
    }

    /// The title of the first role, for a letter that nobody has addressed yet.
    pub fn any_title(&self) -> &str {
        self.role_text(0, 3)
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
