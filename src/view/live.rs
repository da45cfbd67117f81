//! What every live component needs: the words of the interface and of the campaign, shared by pointer.

use std::rc::Rc;

use yew::AttrValue;
use yew::html::ImplicitClone;

use crate::domain::catalogue::{Catalogue, Message};
use crate::domain::congress::{Division, State};
use crate::domain::letter::{self, Draft, Guide, Recipient, Script};
use crate::domain::live::LivePage;

/// Cheap to clone; two are equal if they are the same one.
#[derive(Clone, Debug)]
pub struct Live(Rc<Content>);

#[derive(Debug)]
struct Content {
    catalogue: Catalogue,
    page: LivePage,
}

impl ImplicitClone for Live {}

impl PartialEq for Live {
    fn eq(&self, other: &Live) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Live {
    /// Takes the data island of a page.
    pub fn new(page: LivePage) -> Live {
        let catalogue = Catalogue::new(page.language, page.texts.clone());
        Live(Rc::new(Content { catalogue, page }))
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

    /// A state's name in the page's language.
    pub fn state_name(&self, state: State) -> AttrValue {
        let code = state.code();
        let found = self.0.page.states.iter().find(|(known, _)| **known == *code);
        found.map_or(AttrValue::Static(code), |(_, name)| Rc::clone(name).into())
    }

    /// A division's name in the page's language: "Vermont, at large", "New York, district 12"; a territory's own name.
    pub fn division_name(&self, division: Division) -> AttrValue {
        crate::view::person_lines::division_name(&self.0.catalogue, &self.state_name(division.state), division)
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
