//! What a campaign has in one language, but its directory.

use std::sync::Arc;

use anyhow::Result;
use yew::prelude::*;

use campaign::Campaign;
use pages::direction::isolated;
use pages::embed::Embed;
use pages::landing::{Landing, Props as CampaignProps};
use pages::site;
use places::language::Language;
use visit::catalogue::Message;

use crate::file::File;
use crate::renderer::{Renderer, file};
use crate::{kit, live_parts, oembed, previews, signers};

/// What a campaign has in one language, but its directory: pages, and what other sites ask for.
pub fn pages(renderer: &Renderer<'_>, campaign: &Arc<Campaign>, language: Language) -> Result<Vec<File>> {
    let context = renderer.context(campaign, language)?;
    let live = live_parts::render(renderer, &context)?;
    let (search, signers) = signers::besides(renderer, &context)?;
    let props = CampaignProps {
        context: context.clone(),
        action: live.action.clone(),
        parts: live.parts.clone(),
        search,
        credits: renderer.credits(campaign, &context.catalogue),
        next: next(renderer, campaign),
    };
    let id = &campaign.facts.id;
    let landing = site::landing(id, language);
    let mut head = renderer.head(&context, live.island(), &landing, |language| site::landing(id, language));
    head.open_graph = previews::open_graph(&context, renderer.picture(&context));
    head.further.extend(renderer.leave());
    head.oembed = Some(renderer.materials.site.address(&site::oembed(id, language)).into());
    head.json_ld = Some(previews::json_ld(&context).into());
    let landing_page = file(&landing, head, "landing", html! { <Landing ..props.clone() /> })?;

    let embed = site::embed(id, language);
    let mut head = renderer.head(&context, live.island(), &landing, |language| site::landing(id, language));
    head.title =
        [&*isolated(&context.words.title), " – ", &*context.catalogue.text(Message::ActionLabel)].concat().into();
    head.further.push(renderer.materials.scripts.frame.clone().into());
    // Editors ask the address of a pasted frame, too.
    head.oembed = Some(renderer.materials.site.address(&site::oembed(id, language)).into());
    if !campaign.facts.partners.is_empty() {
        head.further.push(renderer.materials.scripts.credit.clone().into());
    }
    let embed_page = file(&embed, head, "embedded", html! { <Embed ..props /> })?;
    let mut files = vec![landing_page, embed_page, kit::page(renderer, &context)?, oembed::file(renderer, &context)?];
    files.extend(live.files);
    files.extend(signers);
    Ok(files)
}

/// The campaign to which a closed one points.
fn next(renderer: &Renderer<'_>, campaign: &Campaign) -> Option<Arc<Campaign>> {
    let next = campaign.facts.next_campaign.as_ref()?;
    renderer.materials.campaigns.iter().find(|other| other.facts.id == *next).cloned()
}
