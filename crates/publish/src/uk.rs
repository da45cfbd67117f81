//! The pages of the directory of the House of Commons.

use std::rc::Rc;

use anyhow::Result;
use yew::prelude::*;

use pages::Context;
use pages::site;
use pages::uk_directory::{Props, UkDirectory, UkListed};
use places::commons::REGIONS;
use visit::catalogue::Message;

use super::legislatures::is_target;
use super::renderer::{Renderer, file};
use crate::file::File;

/// The index of regions and a page for each.
pub fn directory(renderer: &Renderer<'_>, context: &Context, credits: &AttrValue) -> Result<Vec<File>> {
    let Some(commons) = renderer.commons.as_ref().filter(|_| is_target(&context.campaign)) else {
        return Ok(Vec::new());
    };
    let id = &context.campaign.facts.id;
    let regions = REGIONS.into_iter().map(|region| UkListed::Members(region, Rc::clone(commons)));
    let pages = std::iter::once(UkListed::Regions).chain(regions).map(|listed| {
        let path = |language| match &listed {
            UkListed::Members(region, _) => site::uk_directory_of(id, language, region),
            UkListed::Regions => site::uk_directory(id, language),
        };
        let title = match &listed {
            UkListed::Regions => context.text(Message::UkDirectoryIndexTitle),
            UkListed::Members(region, _) => {
                context.fill(Message::UkDirectoryTitle, &[("region", context.places.uk_region(region))])
            }
        };
        let address = path(context.language());
        let mut head = renderer.head(context, None, &address, path);
        head.title = [&title, " – ", &context.words.title].concat().into();
        head.further.extend(renderer.leave());
        let props = Props { context: context.clone(), listed: listed.clone(), credits: credits.clone() };
        file(&address, head, "directory-page", html! { <UkDirectory ..props /> })
    });
    pages.collect()
}
