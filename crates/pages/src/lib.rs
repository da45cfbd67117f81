//! The parts of a page that are drawn at build time only, and whole pages made of them.

// Each word of a template is a step of the macro that reads it.
#![recursion_limit = "1024"]

pub mod campaign_list;
pub mod closed;
mod copy_button;
pub mod credit;
pub mod direction;
pub mod directory;
mod directory_entry;
pub mod document;
mod draft_question;
pub mod embed;
mod field;
mod footer;
pub mod headline;
mod host_card;
pub mod kit;
pub mod landing;
pub mod leave;
mod link;
pub mod listed;
mod masthead;
pub mod parts;
mod people_who_signed;
mod phrases;
mod share_links;
pub mod signer_search;
pub mod signers;
pub mod signers_page;
pub mod site;
pub mod snippet;
pub mod statement;
mod static_action;
mod static_letter;
mod sub_page;

use std::rc::Rc;
use std::sync::Arc;

use yew::AttrValue;
use yew::html::ImplicitClone;

use campaign::{Campaign, Words};
use places::language::Language;
use places::names::Places;
use visit::catalogue::{Catalogue, Message};

use crate::site::Site;

/// What every part of one campaign's pages in one language needs. Cheap to clone; equal if it is the same one.
#[derive(Clone, Debug)]
pub struct Context(Rc<Content>);

/// See [`Context`].
#[derive(Debug)]
pub struct Content {
    /// Where the site is published.
    pub site: Site,
    /// The campaign.
    pub campaign: Arc<Campaign>,
    /// Its words in the page's language.
    pub words: Words,
    /// The words of the interface.
    pub catalogue: Catalogue,
    /// Names of states and countries.
    pub places: Places,
    /// What the licences of the tables ask to be said word for word, in English, wherever the tables are credited.
    pub licences: Rc<[AttrValue]>,
    /// The legislatures from folders to which the campaign writes.
    pub listed: Vec<Rc<listed::Listed>>,
}

impl ImplicitClone for Context {}

impl PartialEq for Context {
    fn eq(&self, other: &Context) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for Context {
    type Target = Content;

    fn deref(&self) -> &Content {
        &self.0
    }
}

impl Context {
    /// Shares what the parts of a page need.
    pub fn new(content: Content) -> Context {
        Context(Rc::new(content))
    }

    /// A text of the interface.
    pub fn text(&self, message: Message) -> AttrValue {
        self.catalogue.text(message).into()
    }

    /// A text of the interface with values put in.
    pub fn fill(&self, message: Message, values: &[(&str, &str)]) -> AttrValue {
        self.catalogue.fill(message, values).into()
    }

    /// A text that goes with a number.
    pub fn count(&self, message: Message, count: usize, values: &[(&str, &str)]) -> AttrValue {
        self.catalogue.count(message, count, values).into()
    }

    /// The page's language.
    pub fn language(&self) -> Language {
        self.catalogue.language
    }
}
