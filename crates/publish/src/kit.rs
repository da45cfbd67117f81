//! The page that tells partners how to put a campaign on their sites.

use std::collections::BTreeMap;
use std::rc::Rc;

use anyhow::Result;
use serde_json::json;
use yew::prelude::*;

use campaign::{Campaign, Status};
use layout::NEWEST_LOADER;
use pages::Context;
use pages::direction::isolated;
use pages::kit::{Content, Kit, Offer, Props};
use pages::site;
use pages::snippet::Snippet;
use places::language::Language;
use visit::catalogue::Message;

use super::previews::script_safe;
use super::renderer::{Renderer, file};
use crate::file::File;

/// The page of a campaign in one language.
pub fn page(renderer: &Renderer<'_>, context: &Context) -> Result<File> {
    let campaign = &context.campaign;
    let contexts = campaign.facts.languages.iter().map(|language| renderer.context(campaign, *language));
    let contexts = contexts.collect::<Result<Vec<_>>>()?;
    let offers: BTreeMap<Language, Snippet> =
        contexts.iter().map(|context| (context.language(), snippet(renderer, context))).collect();
    let content = Content {
        context: context.clone(),
        offer: Offer { language: context.language(), snippet: snippet(renderer, context) },
        column: campaign.heights.column,
        loader: renderer.materials.site.path(&["/", NEWEST_LOADER].concat()),
        island: island(renderer, campaign, &offers).into(),
        script: renderer.materials.partners_script.clone().into(),
    };
    let path = site::partners(&campaign.facts, context.language());
    let mut head = renderer.head(context, None, &path, |language| site::partners(&campaign.facts, language));
    head.title = [&*context.catalogue.text(Message::KitTitle), " – ", &*isolated(&context.words.title)].concat().into();
    head.description = context.text(Message::KitIntro);
    head.second_style = Some(renderer.materials.partners_style.clone().into());
    head.further.extend(renderer.leave());
    head.preview = Some(renderer.materials.partners_script.clone().into());
    file(&path, head, "kit-page", html! { <Kit ..Props { content: Rc::new(content) } /> })
}

/// What partners paste for a campaign in one language.
pub fn snippet(renderer: &Renderer<'_>, context: &Context) -> Snippet {
    let facts = &context.campaign.facts;
    let title = &context.words.title;
    Snippet {
        embed: renderer.materials.site.address(&site::embed(&facts.id, context.language())),
        landing: renderer.materials.site.address(&site::landing(&facts.id, context.language())),
        frame_title: match facts.status {
            Status::Open => context.catalogue.fill(Message::KitFrameTitle, &[("title", title)]),
            Status::Closed | Status::Won => title.clone(),
        },
        link_text: context.catalogue.fill(Message::KitLinkText, &[("title", title)]),
        height: context.campaign.heights.of(context.language()),
        loader: renderer.materials.site.address(&["/", NEWEST_LOADER].concat()),
        pinned_loader: renderer.materials.site.address(&["/", renderer.materials.loaders.newest.path].concat()),
        pinned_integrity: renderer.materials.loaders.newest.integrity.clone(),
    }
}

/// The code of every language, for the script: it puts choices behind the addresses.
fn island(renderer: &Renderer<'_>, campaign: &Campaign, offers: &BTreeMap<Language, Snippet>) -> String {
    let languages: serde_json::Map<_, _> = offers
        .iter()
        .map(|(language, snippet)| {
            let offer = json!({
                "embed": snippet.embed,
                "landing": snippet.landing,
                "path": renderer.materials.site.path(&site::embed(&campaign.facts.id, *language)),
                "title": snippet.frame_title,
                "height": snippet.height,
                "codes": {
                    "loader": snippet.frame_with_pinned_loader(),
                    "frame": snippet.frame(),
                    "card": snippet.card(),
                    "address": snippet.landing,
                    "newest": snippet.frame_with_newest_loader(),
                },
            });
            (language.tag().to_owned(), offer)
        })
        .collect();
    script_safe(&serde_json::Value::from(languages).to_string())
}
