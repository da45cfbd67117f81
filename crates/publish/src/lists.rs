//! Pages that list campaigns.

use std::rc::Rc;
use std::sync::Arc;

use anyhow::Result;
use yew::prelude::*;

use campaign::{Campaign, Status};
use layout::{INDEX_PAGE, Kind, NOT_FOUND};
use pages::campaign_list::{CampaignList, Listing, Props as ListProps};
use pages::document::{Head, Pick};
use pages::site;
use places::language::Language;
use visit::catalogue::Message;

use crate::file::File;
use crate::renderer::{Renderer, document};

/// The list of campaigns, and the page for what is not there.
pub fn front(renderer: &Renderer<'_>) -> Result<Vec<File>> {
    Ok(vec![
        list(
            renderer,
            INDEX_PAGE,
            renderer.materials.campaigns.clone(),
            (Message::ListTitle, Message::ListIntro),
            Some("/"),
        )?,
        list(
            renderer,
            NOT_FOUND,
            renderer.materials.campaigns.clone(),
            (Message::NotFoundTitle, Message::NotFoundText),
            None,
        )?,
    ])
}

/// The page of a campaign that picks a language.
pub fn languages_of(renderer: &Renderer<'_>, campaign: &Arc<Campaign>) -> Result<Vec<File>> {
    let path = [site::languages(&campaign.facts.id).trim_start_matches('/'), INDEX_PAGE].concat();
    let page = list(renderer, &path, vec![Arc::clone(campaign)], (Message::ListTitle, Message::ListIntro), None);
    page.map(|page| vec![page])
}

fn list(
    renderer: &Renderer<'_>,
    path: &str,
    mut campaigns: Vec<Arc<Campaign>>,
    (title, intro): (Message, Message),
    canonical: Option<&str>,
) -> Result<File> {
    // Pages below `/c/` have their campaign's accent, because they have its headers.
    let own = campaigns.first().filter(|_| Kind::of(path) == Kind::Page);
    let style =
        own.map_or_else(|| renderer.materials.style.clone(), |campaign| renderer.materials.campaign_style(campaign));
    let pick = own.map(|campaign| Pick {
        languages: tags(&campaigns).into(),
        path: renderer.materials.site.path(&site::languages(&campaign.facts.id)).into(),
        script: renderer.materials.scripts.pick.clone().into(),
    });
    let catalogue = renderer.language(Language::English)?.catalogue.clone();
    let leave = campaigns
        .iter()
        .any(|campaign| campaign.facts.leave_quickly.is_some())
        .then(|| renderer.materials.scripts.leave.clone());
    campaigns.sort_by_key(|campaign| campaign.facts.status != Status::Open);
    let head = Head {
        language: catalogue.language,
        title: catalogue.text(title).into(),
        description: catalogue.text(Message::ListIntro).into(),
        canonical: canonical.map(|path| renderer.materials.site.address(path).into()),
        alternates: Vec::new(),
        open_graph: Vec::new(),
        oembed: None,
        json_ld: None,
        pick,
        origin: renderer.materials.site.origin().to_owned().into(),
        style: style.into(),
        second_style: None,
        icon: renderer.icon(),
        script: renderer.materials.scripts.page.clone().into(),
        // The page for what is not there may be asked for in a frame.
        further: [renderer.materials.scripts.frame.clone()]
            .into_iter()
            .filter(|_| path == NOT_FOUND)
            .chain(leave)
            .map(AttrValue::from)
            .collect(),
        preview: None,
        program: None,
    };
    let listing = Rc::new(Listing { site: renderer.materials.site.clone(), catalogue, campaigns });
    let props = ListProps { listing, title, intro, framed: path == NOT_FOUND };
    document(head, "list", html! { <CampaignList ..props /> }).map(|html| File::new(path, html))
}

/// The language tags of campaigns, separated by spaces.
fn tags(campaigns: &[Arc<Campaign>]) -> String {
    let languages = campaigns.iter().flat_map(|campaign| &campaign.facts.languages);
    languages.map(|language| language.tag()).collect::<Vec<_>>().join(" ")
}
