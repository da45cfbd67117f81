//! The page that tells partners how to put a campaign on their sites.

use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;

use anyhow::Result;
use serde_json::json;
use yew::prelude::*;

use campaign::{Campaign, Status};
use pages::Context;
use pages::direction::isolated;
use pages::kit::{Content, Kit, Offer, Props};
use pages::site;
use pages::snippet::Snippet;
use places::language::Language;
use visit::catalogue::Message;

use super::live_parts::LiveParts;
use super::loader;
use super::pages::{File, Workshop, file};
use super::previews::script_safe;
use super::scripts;
use super::style;

/// What only this page needs.
pub struct Parts {
    /// The style sheet, to follow the campaign's.
    pub style: String,
    /// The script that carries out choices.
    pub script: String,
}

/// Reads the parts from the project's own files; the script is in `folder`.
pub fn read(folder: &Path) -> Result<Parts> {
    Ok(Parts { style: style::read(Path::new("assets/kit.css"))?, script: scripts::read(&folder.join("kit.js"))? })
}

/// The page of a campaign in one language.
pub fn page(workshop: &Workshop, context: &Context) -> Result<File> {
    let campaign = &context.campaign;
    let contexts = campaign.facts.languages.iter().map(|language| workshop.context(campaign, *language));
    let contexts = contexts.collect::<Result<Vec<_>>>()?;
    let offers: BTreeMap<Language, Snippet> =
        contexts.iter().map(|context| (context.language(), snippet(workshop, context))).collect();
    let content = Content {
        context: context.clone(),
        offer: Offer { language: context.language(), snippet: snippet(workshop, context) },
        column: campaign.heights.column,
        loader: workshop.site.path(&["/", loader::NEWEST].concat()),
        island: island(workshop, campaign, &offers).into(),
        script: workshop.kit.script.clone().into(),
    };
    let path = site::partners(&campaign.facts, context.language());
    let none = LiveParts::default();
    let mut head = workshop.head(context, &none, &path, |language| site::partners(&campaign.facts, language));
    head.title = [&*context.catalogue.text(Message::KitTitle), " – ", &*isolated(&context.words.title)].concat().into();
    head.description = context.text(Message::KitIntro);
    head.second_style = Some(workshop.kit.style.clone().into());
    head.further.extend(workshop.leave());
    head.preview = Some(workshop.kit.script.clone().into());
    file(&path, head, "kit-page", html! { <Kit ..Props { content: Rc::new(content) } /> })
}

/// What partners paste for a campaign in one language.
pub fn snippet(workshop: &Workshop, context: &Context) -> Snippet {
    let facts = &context.campaign.facts;
    let title = &context.words.title;
    Snippet {
        embed: workshop.site.address(&site::embed(&facts.id, context.language())),
        landing: workshop.site.address(&site::landing(&facts.id, context.language())),
        frame_title: match facts.status {
            Status::Open => context.catalogue.fill(Message::KitFrameTitle, &[("title", title)]),
            Status::Closed | Status::Won => title.clone(),
        },
        link_text: context.catalogue.fill(Message::KitLinkText, &[("title", title)]),
        height: context.campaign.heights.of(context.language()),
        loader: workshop.site.address(&["/", loader::NEWEST].concat()),
        pinned_loader: workshop.site.address(&["/", workshop.loaders.newest.path].concat()),
        pinned_integrity: workshop.loaders.newest.integrity.clone(),
    }
}

/// The code of every language, for the script: it puts choices behind the addresses.
fn island(workshop: &Workshop, campaign: &Campaign, offers: &BTreeMap<Language, Snippet>) -> String {
    let languages: serde_json::Map<_, _> = offers
        .iter()
        .map(|(language, snippet)| {
            let offer = json!({
                "embed": snippet.embed,
                "landing": snippet.landing,
                "path": workshop.site.path(&site::embed(&campaign.facts.id, *language)),
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
