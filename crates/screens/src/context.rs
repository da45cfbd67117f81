//! What every live component needs: the words of the interface and of the campaign, shared by pointer.

use std::mem::take;
use std::rc::Rc;

use yew::html::ImplicitClone;

use places::assembly::{Assembly, Naming};
use places::decimal::decimal;
use places::legislature::{Person, Seat};
use places::people;
use visit::Visit;
use visit::catalogue::{Catalogue, Message};
use visit::island::LivePage;
use visit::letter::words::Letter;
use visit::letter::{self, Draft, Guide, Part, Recipient, Script, Sheet, Source};

/// Cheap to clone; two are equal if they are the same one.
#[derive(Clone, Debug)]
pub struct Live(Rc<Content>);

#[derive(Debug)]
struct Content {
    catalogue: Catalogue,
    page: LivePage,
    people: Rc<Vec<Rc<Person>>>,
    letter: Rc<Letter>,
}

impl ImplicitClone for Live {}

impl PartialEq for Live {
    fn eq(&self, other: &Live) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Live {
    /// Takes the data island of a part.
    pub fn new(mut page: LivePage) -> Live {
        let catalogue = Catalogue::new(page.language, take(&mut page.texts));
        let people = people::from_texts(take(&mut page.people)).into();
        let letter = take(&mut page.letter).into();
        Live(Rc::new(Content { catalogue, page, people, letter }))
    }

    /// People whom the campaign names; empty where there is a legislature.
    pub fn people(&self) -> Rc<Vec<Rc<Person>>> {
        Rc::clone(&self.0.people)
    }

    /// The campaign's letter.
    pub fn letter(&self) -> &Rc<Letter> {
        &self.0.letter
    }

    /// The data island, but for texts, people and letter, which are taken out of it.
    pub fn page(&self) -> &LivePage {
        &self.0.page
    }

    /// The words of the interface.
    pub fn catalogue(&self) -> &Catalogue {
        &self.0.catalogue
    }

    /// A text of the interface.
    pub fn text(&self, message: Message) -> &str {
        self.0.catalogue.get(message)
    }

    /// A text of the interface with values put in.
    pub fn fill(&self, message: Message, values: &[(&str, &str)]) -> String {
        self.0.catalogue.fill(message, values)
    }

    /// A text that goes with a number.
    pub fn count(&self, message: Message, count: usize, values: &[(&str, &str)]) -> String {
        self.0.catalogue.count(message, count, values)
    }

    /// A region's name in the page's language.
    pub(crate) fn region_name(&self, code: &str) -> &str {
        let found = self.0.page.regions.iter().find(|(known, _)| **known == *code);
        found.map_or("", |(_, name)| name)
    }

    /// A seat's name in the page's language: "Vermont, at large", "New York, district 12"; or its own, which is the same in all.
    pub(crate) fn seat_name(&self, legislature: Option<&Assembly>, seat: Seat) -> String {
        let Some(legislature) = legislature else { return String::new() };
        let region = legislature.region(seat).map(|region| self.region_name(&region.code)).unwrap_or_default();
        let state = ("state", region);
        match legislature.naming(seat) {
            Naming::Own => legislature.name_in_letter(seat),
            Naming::Region => region.to_owned(),
            Naming::AtLarge => self.fill(Message::DistrictAtLarge, &[state]),
            Naming::Numbered(number) => {
                self.fill(Message::District, &[state, ("number", &decimal(usize::from(number)))])
            }
        }
    }

    /// Where somebody sits: for their seat, for a whole region, or in a country.
    pub(crate) fn sits_for(&self, legislature: Option<&Assembly>, person: &Person) -> String {
        match (person.seat, &person.region) {
            (Some(seat), _) => self.seat_name(legislature, seat),
            (None, Some(code)) => self.region_name(code).to_owned(),
            (None, None) => person.place.as_deref().unwrap_or_default().to_owned(),
        }
    }

    /// The language of [`Live::seat_name`] (BCP 47).
    pub(crate) fn seat_language<'a>(&'a self, legislature: Option<&'a Assembly>, seat: Option<Seat>) -> &'a str {
        match (legislature, seat) {
            (Some(legislature), Some(seat)) if legislature.naming(seat) == Naming::Own => legislature.names_in(),
            _ => self.0.catalogue.language.lang_attribute(),
        }
    }

    /// The best official finder of members; empty without one.
    pub fn finder(&self) -> Rc<str> {
        self.0.page.finders.first().map(|(address, _)| Rc::clone(address)).unwrap_or_default()
    }

    /// The letter to `recipient` with what a supporter put into it.
    pub fn draft(&self, guide: &Guide, recipient: &Recipient) -> Draft {
        letter::assemble(&self.0.letter, guide, recipient, &self.0.page.title)
    }

    /// Whether the campaign gives its letter in the page's language, too.
    pub(crate) fn has_translation(&self) -> bool {
        self.0.page.translation.is_some()
    }

    /// What a part of the letter says in the page's language, while it is as the campaign wrote it.
    pub fn translation(&self, part: Part, visit: &Visit) -> Option<String> {
        let reader = visit.recipient(&*visit.reader()?);
        let is_own = matches!(part, Part::Answer(_)) || visit.source().is_changed(part, &reader);
        let letter = self.0.page.translation.as_ref().filter(|_| !is_own)?;
        let place = visit.home.map(|home| self.seat_name(visit.legislature(), home));
        let reader = Recipient { place: place.unwrap_or_else(|| reader.place.clone()), ..reader };
        let source = Source { letter, title: &self.0.page.title, guide: &visit.guide, sheet: &Sheet::default() };
        Some(source.part(part, &reader))
    }

    /// An address under which a browser saves these letters as one file.
    pub(crate) fn letters_file(&self, letters: &[Draft]) -> String {
        letter::mail_file::text_address(letters)
    }

    /// The campaign's call script for `recipient`.
    pub fn script(&self, recipient: &Recipient) -> Script {
        letter::script(&self.0.page.call, recipient, &self.0.page.title)
    }

    /// The campaign's public post about `recipient`, if it gives one.
    pub fn post(&self, recipient: &Recipient) -> Option<String> {
        let post = self.0.page.post.as_deref()?;
        Some(letter::merge(post, recipient, &self.0.page.title))
    }
}
