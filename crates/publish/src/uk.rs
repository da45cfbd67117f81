//! The House of Commons on the site: its table, its credits and the pages of its directory.

use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use anyhow::Result;
use yew::prelude::*;

use campaign::{Campaign, Status};
use files::Files;
use pages::Context;
use pages::site;
use pages::uk_directory::{Props, UkDirectory, UkListed};
use places::assembly::Assembly;
use places::commons::REGIONS;
use places::legislature::LegislatureId;
use records::fault::Failure;
use records::tables::uk::sources::Sources;
use records::tables::{compact_path, uk};
use visit::catalogue::{Catalogue, Message};

use super::live_parts::LiveParts;
use super::manifest::File;
use super::renderer::{Renderer, file};

/// The table of the Commons, made for visitors.
#[derive(Debug)]
pub struct UkFile {
    /// The compact file.
    pub bytes: Vec<u8>,
    /// Relative to the site: `data/uk/commons-0123abcd.bin`.
    pub path: String,
    /// Where it comes from.
    pub sources: Sources,
}

/// Makes the table if one of the campaigns needs it. `data` is the folder of all tables.
pub fn build(files: &Files, data: &Path, campaigns: &[Arc<Campaign>]) -> Result<Option<UkFile>, Failure> {
    if !campaigns.iter().any(|campaign| is_target(campaign)) {
        return Ok(None);
    }
    let tables = uk::load(files, &data.join("uk"))?;
    let path = compact_path("uk", "commons", &tables.bytes);
    Ok(Some(UkFile { path, bytes: tables.bytes, sources: tables.sources }))
}

/// Whether supporters of a campaign may now write to the Commons.
pub fn is_target(campaign: &Campaign) -> bool {
    let mut legislatures = campaign.facts.legislatures();
    campaign.facts.status == Status::Open && legislatures.any(|legislature| legislature == LegislatureId::UK_COMMONS)
}

impl UkFile {
    /// The table as a visitor's browser reads it, on an English page.
    pub fn assembly(&self) -> Result<Assembly, Failure> {
        uk::assembly(&self.bytes)
    }

    /// How old the records are, in the language of a page.
    pub fn credits(&self, catalogue: &Catalogue) -> String {
        let members = catalogue.language.date(self.sources.validity.as_of);
        let postcodes = catalogue.language.date(self.sources.postcodes_as_of);
        catalogue.fill(Message::CreditsUk, &[("members", &members), ("postcodes", &postcodes)])
    }

    /// What the licences require pages to say, word for word.
    pub fn licences(&self) -> Rc<[AttrValue]> {
        self.sources.credits.iter().map(|line| AttrValue::from(line.clone())).collect()
    }
}

/// The index of regions and a page for each.
pub fn directory(renderer: &Renderer<'_>, context: &Context, credits: &AttrValue) -> Result<Vec<File>> {
    let Some(commons) = renderer.commons.as_ref().filter(|_| is_target(&context.campaign)) else {
        return Ok(Vec::new());
    };
    let id = &context.campaign.facts.id;
    let none = LiveParts::default();
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
        let mut head = renderer.head(context, &none, &address, path);
        head.title = [&title, " – ", &context.words.title].concat().into();
        head.further.extend(renderer.leave());
        let props = Props { context: context.clone(), listed: listed.clone(), credits: credits.clone() };
        file(&address, head, "directory-page", html! { <UkDirectory ..props /> })
    });
    pages.collect()
}
