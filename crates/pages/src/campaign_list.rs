//! The list of campaigns, and the page for addresses that do not exist.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use campaign::{Campaign, Status};
use places::language::Language;
use visit::catalogue::{Catalogue, Message};

use crate::site::{self, Site};

/// What the list is made of. Equal if it is the same one.
#[derive(Debug)]
pub struct Listing {
    /// Where the site is published.
    pub site: Site,
    /// The words of the interface.
    pub catalogue: Catalogue,
    /// Every campaign, open ones first.
    pub campaigns: Vec<Arc<Campaign>>,
}

impl PartialEq for Listing {
    fn eq(&self, other: &Listing) -> bool {
        std::ptr::eq(self, other)
    }
}

/// See [`CampaignList`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the list is made of.
    pub listing: Rc<Listing>,
    /// Title of the page.
    pub title: Message,
    /// The sentence under it.
    pub intro: Message,
    /// Whether the page may be in a partner's frame: then what is not framed opens by itself.
    pub framed: bool,
}

/// Every campaign in every language it speaks.
#[component]
pub fn CampaignList(props: &Props) -> Html {
    let Props { listing, title, intro, framed } = props;
    let text = |message| AttrValue::from(listing.catalogue.text(message));
    let items = listing.campaigns.iter().map(|campaign| item(listing, campaign, *framed));
    let empty = listing.campaigns.is_empty().then(|| html! { <p key="empty">{ text(Message::ListEmpty) }</p> });
    html! {
        <div class="page narrow">
            <main>
                <h1 class="headline">{ text(*title) }</h1>
                <p class="standfirst">{ text(*intro) }</p>
                { for empty }
                <ul class="campaigns">{ for items }</ul>
            </main>
            <footer class="foot"><p>{ text(Message::PrivacyLine) }</p></footer>
        </div>
    }
}

fn item(listing: &Listing, campaign: &Campaign, framed: bool) -> Html {
    let facts = &campaign.facts;
    let status = match facts.status {
        Status::Open => Message::ListOpen,
        Status::Closed | Status::Won => Message::ListClosed,
    };
    let titles = facts.languages.iter().filter_map(|language| {
        let words = campaign.words.get(language)?;
        Some(html! { <p key={language.tag()}>{ link(listing, campaign, (*language, framed), &words.title) }</p> })
    });
    html! {
        <li key={facts.id.as_str().to_owned()}>
            <p class="kicker"><b>{ AttrValue::from(listing.catalogue.text(status)) }</b>{ " · " }
                <time datetime={facts.issued.to_string()}>{ listing.catalogue.language.date(facts.issued) }</time></p>
            { for titles }
        </li>
    }
}

fn link(listing: &Listing, campaign: &Campaign, (language, framed): (Language, bool), title: &str) -> Html {
    let href = listing.site.path(&site::landing(&campaign.facts.id, language));
    let lang = language.lang_attribute();
    let (target, rel) = (framed.then_some("_blank"), framed.then_some("noopener"));
    html! { <a {href} {lang} hreflang={lang} {target} {rel}>{ title.to_owned() }</a> }
}
