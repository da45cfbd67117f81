//! Legislatures from folders on the site: their tables and the pages of their directories.

use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use anyhow::Result;
use yew::prelude::*;

use campaign::facts::Slug;
use campaign::{Campaign, Status};
use files::Files;
use pages::Context;
use pages::listed::{ListedDirectory, Page, Props};
use places::legislature::LegislatureId;
use records::fault::Failure;
use records::legislature::{self, Folder};

use super::live_parts::LiveParts;
use super::manifest::File;
use super::renderer::{Renderer, file};

/// The legislatures from folders to which campaigns write. Each campaign has its own, since it may bring one.
pub type Folders = BTreeMap<(Slug, LegislatureId), Arc<Folder>>;

/// Reads them. `data` is the folder of all tables.
pub fn read(
    files: &Files,
    data: &Path,
    campaigns_folder: &Path,
    campaigns: &[Arc<Campaign>],
) -> Result<Folders, Failure> {
    let mut folders = Folders::new();
    for campaign in campaigns.iter().filter(|campaign| campaign.facts.status == Status::Open) {
        for folder in legislature::of_campaign(files, data, campaigns_folder, campaign)? {
            folders.insert((campaign.facts.id.clone(), folder.id.clone()), Arc::new(folder));
        }
    }
    Ok(folders)
}

/// The index of regions and the pages of each, for every legislature from a folder.
pub fn directory(renderer: &Renderer<'_>, context: &Context, credits: &AttrValue) -> Result<Vec<File>> {
    let id = &context.campaign.facts.id;
    let none = LiveParts::default();
    let mut files = Vec::new();
    for listed in context.listed.iter() {
        for page in Page::all(listed) {
            let path = |language| page.path(id, language, listed);
            let address = path(context.language());
            let mut head = renderer.head(context, &none, &address, path);
            head.title = [&page.title(listed), " – ", &context.words.title].concat().into();
            head.further.extend(renderer.leave());
            let props = Props { context: context.clone(), listed: Rc::clone(listed), page, credits: credits.clone() };
            files.push(file(&address, head, "directory-page", html! { <ListedDirectory ..props /> })?);
        }
    }
    Ok(files)
}
