//! Renders the live parts of a page, with the data islands from which the browser takes them over.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use super::pages::Workshop;
use super::previews::script_safe;
use super::render::markup;
use crate::domain::campaign::{ActionWords, Status};
use crate::domain::live::{ACTION, LivePage, SEARCH, SearchData};
use crate::domain::site;
use crate::view::action::{Action, Props as ActionProps};
use crate::view::live::Live;
use crate::view::page::Context;
use crate::view::page::document::data_block;
use crate::view::page::signers::SEARCH_FROM;
use crate::view::signer_search::{Props as SearchProps, Search, SignerSearch};

/// The live parts of a page as markup; empty where the page has none.
pub struct LiveParts {
    /// The action.
    pub action: AttrValue,
    /// The search among signers.
    pub search: AttrValue,
    /// The data islands of both.
    pub islands: Html,
}

impl LiveParts {
    /// Whether the page needs the Wasm at all.
    pub fn any(&self) -> bool {
        !self.action.is_empty() || !self.search.is_empty()
    }
}

/// Renders the live parts of a campaign's pages.
pub fn render(workshop: &Workshop, context: &Context) -> Result<LiveParts, String> {
    let (mut action, mut search) = (AttrValue::default(), AttrValue::default());
    let mut islands = Vec::new();
    let open = context.campaign.facts.status == Status::Open;
    if let Some(words) = context.words.action.as_ref().filter(|_| open) {
        let page = live_page(workshop, context, words);
        islands.push(island(ACTION.data, &page.to_island())?);
        action = markup::<Action>(ActionProps { live: Live::new(page) }, true)?.into();
    }
    if context.campaign.facts.signers.listed.len() >= SEARCH_FROM {
        let data = search_data(context);
        islands.push(island(SEARCH.data, &data.to_island())?);
        search = markup::<SignerSearch>(SearchProps { data: Rc::new(Search::new(data)) }, true)?.into();
    }
    Ok(LiveParts { action, search, islands: html! { <>{ for islands }</> } })
}

fn island(id: &'static str, data: &[String]) -> Result<Html, String> {
    let json = serde_json::to_string(data).map_err(|error| error.to_string())?;
    Ok(data_block(id, "application/json", &script_safe(&json).into()))
}

fn live_page(workshop: &Workshop, context: &Context, action: &ActionWords) -> LivePage {
    let id = &context.campaign.facts.id;
    let language = context.language();
    let states = context.places.states_in_order();
    LivePage {
        language,
        texts: context.catalogue.live_texts().to_vec(),
        title: context.words.title.clone(),
        address: context.site.address(&site::landing(id, language)),
        directory: context.site.path(&site::directory(id, language)),
        states: states.into_iter().map(|(state, name)| (state.code().into(), name.into())).collect(),
        action: action.clone(),
        share_text: context.words.share_text.clone(),
        congress: context.site.path(&["/", &workshop.tables.congress_path].concat()),
        offices: context.site.path(&["/", &workshop.tables.offices_path].concat()),
    }
}

fn search_data(context: &Context) -> SearchData {
    let listed = &context.campaign.facts.signers.listed;
    let codes: BTreeSet<&str> = listed.iter().filter_map(|signer| signer.country.as_deref()).collect();
    let mut countries: Vec<(Rc<str>, Rc<str>)> =
        codes.into_iter().map(|code| (code.into(), context.places.region(code).into())).collect();
    countries.sort_by(|one, other| one.1.cmp(&other.1));
    SearchData { language: context.language(), texts: context.catalogue.live_texts().to_vec(), countries }
}
