//! The pages of directories of legislatures from folders.

use std::rc::Rc;

use anyhow::Result;
use yew::prelude::*;

use pages::Context;
use pages::listed::{ListedDirectory, Page, Props};

use super::renderer::{Renderer, file};
use crate::file::File;

/// The index of regions and the pages of each, for every legislature from a folder.
pub fn directory(renderer: &Renderer<'_>, context: &Context, credits: &AttrValue) -> Result<Vec<File>> {
    let id = &context.campaign.facts.id;
    let mut files = Vec::new();
    for listed in context.listed.iter() {
        for page in Page::all(listed) {
            let path = |language| page.path(id, language, listed);
            let address = path(context.language());
            let mut head = renderer.head(context, None, &address, path);
            head.title = [&page.title(listed), " – ", &context.words.title].concat().into();
            head.further.extend(renderer.leave());
            let props = Props { context: context.clone(), listed: Rc::clone(listed), page, credits: credits.clone() };
            files.push(file(&address, head, "directory-page", html! { <ListedDirectory ..props /> })?);
        }
    }
    Ok(files)
}
