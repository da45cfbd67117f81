//! People whom a campaign names itself: embassies, ministers, company directors.
//!
//! A list is a CSV file in the campaign's folder (`campaign::check::people` reads it). The page carries its few people in
//! its data island, [`to_texts`] and [`from_texts`]; nothing is fetched for them.

use std::rc::Rc;

use crate::legislature::Person;

/// Somebody in a campaign's list, in no language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NamedPerson {
    /// `file.csv:3` for the third row of a list.
    pub id: String,
    /// First and last name.
    pub name: String,
    /// For the salutation.
    pub family_name: String,
    /// In the letter's language; empty for none.
    pub title: String,
    /// For constituents.
    pub email: Option<String>,
    /// With `+` and the country's code.
    pub phone: Option<String>,
    /// ISO 3166-1 code of the country where they work, in upper case.
    pub country: Option<String>,
}

impl NamedPerson {
    /// The person as a page shows them, with the name of their country in the page's language.
    pub fn shown(&self, country_name: impl Fn(&str) -> String) -> Rc<Person> {
        let text = |text: &Option<String>| text.as_deref().map(Rc::from);
        Rc::new(Person {
            place: self.country.as_deref().map(|code| country_name(code).into()),
            email: text(&self.email),
            phone: text(&self.phone),
            ..named(
                self.id.as_str().into(),
                self.name.as_str().into(),
                self.family_name.as_str().into(),
                self.title.as_str().into(),
            )
        })
    }
}

/// The audience of everybody whom a campaign names.
pub const AUDIENCE: &str = "people";

/// Somebody whom a campaign names, of whom nothing else is known. Whoever has no title is addressed by their name.
pub fn named(id: Rc<str>, name: Rc<str>, family_name: Rc<str>, title: Rc<str>) -> Person {
    let with_title = |name: &str| [&*title, beside(&title), name].concat().into();
    let shown: Rc<str> = with_title(&name);
    let salutation = if title.is_empty() { Rc::clone(&name) } else { with_title(&family_name) };
    let addressed = Rc::clone(&shown);
    Person {
        id,
        name,
        family_name,
        shown,
        title,
        salutation,
        addressed,
        groups: vec![AUDIENCE.into()],
        ..Person::default()
    }
}

/// What parts a title from a name: only letters of China and its neighbours stand beside others without a space.
pub fn beside(title: &str) -> &'static str {
    if title.ends_with(|letter| letter < '\u{2e80}') { " " } else { "" }
}

/// How many texts tell of one person.
const TEXTS: usize = 7;

/// The people as texts for a data island; an empty text stands for what is not known.
pub fn to_texts(people: &[Rc<Person>]) -> Vec<String> {
    let some = |text: &Option<Rc<str>>| text.as_deref().unwrap_or_default().to_owned();
    let texts = |person: &Rc<Person>| -> [String; TEXTS] {
        let Person { id, name, family_name, title, place, email, phone, .. } = &**person;
        [
            id.to_string(),
            name.to_string(),
            family_name.to_string(),
            title.to_string(),
            some(place),
            some(email),
            some(phone),
        ]
    };
    people.iter().flat_map(texts).collect()
}

/// The people of whom [`to_texts`] told; what is left over is dropped.
pub fn from_texts(texts: Vec<String>) -> Vec<Rc<Person>> {
    let mut texts = texts.into_iter().map(Rc::<str>::from);
    let mut people = Vec::new();
    while let (Some(id), Some(name), Some(family_name), Some(title), Some(place), Some(email), Some(phone)) =
        (texts.next(), texts.next(), texts.next(), texts.next(), texts.next(), texts.next(), texts.next())
    {
        let some = |text: Rc<str>| if text.is_empty() { None } else { Some(text) };
        people.push(Rc::new(Person {
            place: some(place),
            email: some(email),
            phone: some(phone),
            ..named(id, name, family_name, title)
        }));
    }
    people
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_parted_from_the_name_by_a_space_where_its_letters_need_one() {
        for (title, shown) in [
            ("Ambassador", "Ambassador Example Alfa"),
            ("Député", "Député Example Alfa"),
            ("Посол", "Посол Example Alfa"),
            ("大使", "大使Example Alfa"),
            ("", "Example Alfa"),
        ] {
            assert_eq!(
                *super::named("a.csv:2".into(), "Example Alfa".into(), "Alfa".into(), title.into()).shown,
                *shown
            );
        }
    }

    #[test]
    fn people_come_back_from_an_island() {
        let named = |at: u8, email: Option<&str>| NamedPerson {
            id: format!("a.csv:{at}"),
            name: "Example Person".to_owned(),
            family_name: "Person".to_owned(),
            title: "Ambassador".to_owned(),
            email: email.map(str::to_owned),
            country: Some("GB".to_owned()),
            ..NamedPerson::default()
        };
        let people = [named(2, None), named(3, Some("someone@example.org"))]
            .map(|named| named.shown(|code| format!("({code})")));
        assert_eq!(people[0].place.as_deref(), Some("(GB)"));
        let mut texts = to_texts(&people);
        assert_eq!(from_texts(texts.clone()), people);
        texts.pop();
        assert_eq!(from_texts(texts), people[..1]);
    }
}
