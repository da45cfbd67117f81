//! The pages that list the members of Congress of each state, and what other legislatures have: the way to act without
//! scripts.

use std::rc::Rc;
use std::sync::Arc;

use anyhow::Result;
use yew::prelude::*;

use campaign::{Campaign, Status};
use pages::Context;
use pages::direction::isolated;
use pages::directory::{Directory, Listed, Part, Props};
use pages::site;
use places::language::Language;
use places::legislature::LegislatureId;
use visit::catalogue::Message;

use super::listed;
use super::renderer::{Renderer, file};
use crate::file::File;

/// The directory of a campaign in one language; none where there is nothing left to do.
pub fn pages(renderer: &Renderer<'_>, campaign: &Arc<Campaign>, language: Language) -> Result<Vec<File>> {
    if campaign.facts.status != Status::Open {
        return Ok(Vec::new());
    }
    let context = renderer.context(campaign, language)?;
    let credits = renderer.credits(campaign, &context.catalogue);
    let mut files = Vec::new();
    if campaign.facts.legislatures().any(|legislature| legislature == LegislatureId::US_CONGRESS) {
        files.extend(us(renderer, &context, &credits)?);
    }
    files.extend(listed::directory(renderer, &context, &credits)?);
    Ok(files)
}

/// The index of states and the pages of each.
fn us(renderer: &Renderer<'_>, context: &Context, credits: &AttrValue) -> Result<Vec<File>> {
    let (id, language) = (&context.campaign.facts.id, context.language());
    let page = |listed: Listed, title: Rc<str>, path: &dyn Fn(Language) -> String| {
        let mut head = renderer.head(context, None, &path(language), path);
        head.title = [&*title, " – ", &*isolated(&context.words.title)].concat().into();
        head.further.extend(renderer.leave());
        let props =
            Props { context: context.clone(), listed, credits: credits.clone(), offices: Rc::clone(&renderer.offices) };
        file(&path(language), head, "directory-page", html! { <Directory ..props /> })
    };
    let title = context.catalogue.text(Message::DirectoryIndexTitle);
    let mut files = vec![page(Listed::States, title, &|language| site::directory(id, language))?];
    for part in
        renderer.materials.states.iter().flat_map(|state| Part::all(&renderer.materials.tables.congress, *state))
    {
        let (state, number) = (part.state, part.number);
        let title = context.catalogue.fill(Message::DirectoryTitle, &[("state", context.places.state(state))]);
        let path = |language| site::directory_of(id, language, state, number);
        files.push(page(Listed::Members(part), title.into(), &path)?);
    }
    Ok(files)
}
