//! Legislatures from folders on the site: their tables and the pages of their directories.

use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;

use anyhow::Result;
use yew::prelude::*;

use campaign::facts::Slug;
use campaign::{Campaign, Status};
use pages::Context;
use pages::listed::{Listed, ListedDirectory, Page, Props};
use places::language::Language;
use places::legislature::LegislatureId;

use super::catalogues::Overlay;
use super::live_parts::LiveParts;
use super::pages::{File, Workshop, file};
use crate::cli::legislature::{self, Folder};
use crate::cli::tables::fault::Failure;

/// The legislatures from folders to which campaigns write. Each campaign has its own, since it may bring one.
pub type Folders = BTreeMap<(Slug, LegislatureId), Rc<Folder>>;

/// Reads them. `data` is the folder of all tables.
pub fn read(data: &Path, campaigns_folder: &Path, campaigns: &[Rc<Campaign>]) -> Result<Folders, Failure> {
    let mut folders = Folders::new();
    for campaign in campaigns.iter().filter(|campaign| campaign.facts.status == Status::Open) {
        for folder in legislature::of_campaign(data, campaigns_folder, campaign)? {
            folders.insert((campaign.facts.id.clone(), folder.id.clone()), Rc::new(folder));
        }
    }
    Ok(folders)
}

impl Workshop {
    /// The folder of a legislature to which a campaign writes.
    pub fn folder(&self, campaign: &Campaign, id: &LegislatureId) -> Option<&Rc<Folder>> {
        self.folders.get(&(campaign.facts.id.clone(), id.clone()))
    }

    /// What the pages of a campaign in one language say of the legislatures from folders to which it writes.
    pub fn listed(&self, campaign: &Campaign, language: Language) -> Result<Vec<Rc<Listed>>> {
        let mut all = Vec::new();
        for id in campaign.facts.legislatures() {
            let Some(folder) = self.folder(campaign, &id) else { continue };
            let words = self.words_of(language, Overlay::Folder)?.with(folder.words(language));
            let files = self.language(language)?;
            let action = campaign.words.get(&language).and_then(|words| words.action.as_ref());
            let letter = action.map_or(language, |action| action.letter.language);
            let manner = folder.manner(&words, letter, &campaign.facts.ask_first);
            all.push(Rc::new(Listed {
                id,
                label: folder.label(language, &files.places),
                finder: folder.finder().to_owned(),
                valid_to: folder.valid_to(),
                regions: folder.regions(language, &files.places),
                members: folder.assembly(&manner)?,
                anyone: manner.anyone,
                names_in: manner.names_in,
                note: manner.note,
                words,
            }));
        }
        Ok(all)
    }
}

/// The index of regions and the pages of each, for every legislature from a folder.
pub fn directory(workshop: &Workshop, context: &Context, credits: &AttrValue) -> Result<Vec<File>> {
    let id = &context.campaign.facts.id;
    let none = LiveParts::default();
    let mut files = Vec::new();
    for listed in context.listed.iter() {
        for page in Page::all(listed) {
            let path = |language| page.path(id, language, listed);
            let address = path(context.language());
            let mut head = workshop.head(context, &none, &address, path);
            head.title = [&page.title(listed), " – ", &context.words.title].concat().into();
            head.further.extend(workshop.leave());
            let props = Props { context: context.clone(), listed: Rc::clone(listed), page, credits: credits.clone() };
            files.push(file(&address, head, "directory-page", html! { <ListedDirectory ..props /> })?);
        }
    }
    Ok(files)
}
