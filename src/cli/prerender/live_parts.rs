//! Renders the live part of a page, with the data island from which the browser takes it over.

use yew::prelude::*;

use super::pages::Workshop;
use super::previews::script_safe;
use super::render::markup;
use crate::domain::campaign::{ActionWords, Status};
use crate::domain::live::{ACTION, LivePage};
use crate::domain::site;
use crate::view::action::{Action, Props as ActionProps};
use crate::view::live::Live;
use crate::view::page::Context;
use crate::view::page::document::data_block;

/// The live part of a page as markup; empty where the page has none.
#[derive(Default)]
pub struct LivePart {
    /// The action.
    pub action: AttrValue,
    /// Its data island.
    pub island: Html,
}

impl LivePart {
    /// Whether the page needs the Wasm at all.
    pub fn is_there(&self) -> bool {
        !self.action.is_empty()
    }
}

/// Renders the live part of a campaign's pages.
pub fn render(workshop: &Workshop, context: &Context) -> Result<LivePart, String> {
    let open = context.campaign.facts.status == Status::Open;
    let Some(words) = context.words.action.as_ref().filter(|_| open) else { return Ok(LivePart::default()) };
    let page = live_page(workshop, context, words);
    let island = island(ACTION.data, &page.to_island())?;
    Ok(LivePart { action: markup::<Action>(ActionProps { live: Live::new(page) }, true)?.into(), island })
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
