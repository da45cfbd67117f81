//! What every live component needs: the words of the interface and of the campaign, shared by pointer.

use std::rc::Rc;

use yew::AttrValue;
use yew::html::ImplicitClone;

use crate::domain::catalogue::{Catalogue, Message};
use crate::domain::legislature::{Legislature, Person, Seat};
use crate::domain::letter::{self, Draft, Guide, Recipient, Script};
use crate::domain::live::LivePage;
use crate::domain::program::Program;
use crate::view::person_lines;

/// Cheap to clone; two are equal if they are the same one.
#[derive(Clone, Debug)]
pub struct Live(Rc<Content>);

#[derive(Debug)]
struct Content {
    catalogue: Catalogue,
    page: LivePage,
    people: Rc<[Rc<Person>]>,
    program: Program,
}

impl ImplicitClone for Live {}

impl PartialEq for Live {
    fn eq(&self, other: &Live) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Live {
    /// Takes the data island of a part, for the program that takes it over.
    pub fn new(page: LivePage, program: Program) -> Live {
        let catalogue = Catalogue::new(page.language, page.texts.clone());
        let people = (program.people)(page.people.clone()).into();
        Live(Rc::new(Content { catalogue, page, people, program }))
    }

    /// What the program reads and writes.
    pub fn program(&self) -> &Program {
        &self.0.program
    }

    /// People whom the campaign names; empty where there is a legislature.
    pub fn people(&self) -> Rc<[Rc<Person>]> {
        Rc::clone(&self.0.people)
    }

    /// The data island.
    pub fn page(&self) -> &LivePage {
        &self.0.page
    }

    /// The words of the interface.
    pub fn catalogue(&self) -> &Catalogue {
        &self.0.catalogue
    }

    /// A text of the interface.
    pub fn text(&self, message: Message) -> AttrValue {
        self.0.catalogue.text(message).into()
    }

    /// A text of the interface with values put in.
    pub fn fill(&self, message: Message, values: &[(&str, &str)]) -> AttrValue {
        self.0.catalogue.fill(message, values).into()
    }

    /// A text that goes with a number.
    pub fn count(&self, message: Message, count: usize, values: &[(&str, &str)]) -> AttrValue {
        self.0.catalogue.count(message, count, values).into()
    }

    /// A region's name in the page's language.
    pub fn region_name(&self, code: &str) -> AttrValue {
        let found = self.0.page.regions.iter().find(|(known, _)| **known == *code);
        found.map(|(_, name)| Rc::clone(name).into()).unwrap_or_default()
    }

    /// A seat's name in the page's language: "Vermont, at large", "New York, district 12"; a territory's own name; a
    /// constituency's own name.
    pub fn seat_name(&self, legislature: Option<&dyn Legislature>, seat: Seat) -> AttrValue {
        match (seat, legislature) {
            (Seat::Congress(division), _) => {
                person_lines::division_name(&self.0.catalogue, &self.region_name(division.state.code()), division)
            }
            (seat, Some(legislature)) => legislature.seat_name(seat).unwrap_or_default().to_owned().into(),
            (_, None) => AttrValue::default(),
        }
    }

    /// The letter to `recipient` with what a supporter put into it.
    pub fn letter(&self, guide: &Guide, recipient: &Recipient) -> Draft {
        letter::assemble(&self.0.page.action.letter, guide, recipient, &self.0.page.title)
    }

    /// The campaign's call script for `recipient`.
    pub fn script(&self, recipient: &Recipient) -> Script {
        letter::script(&self.0.page.action.call, recipient, &self.0.page.title)
    }

    /// The campaign's public post about `recipient`, if it gives one.
    pub fn post(&self, recipient: &Recipient) -> Option<String> {
        let post = self.0.page.action.post.as_deref()?;
        Some(letter::merge(post, recipient, &self.0.page.title))
    }
}
