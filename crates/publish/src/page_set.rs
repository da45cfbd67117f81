//! The parts of a site that are drawn one by one, on any thread.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use serde_json::json;

use layout::{ICON, INDEX};
use places::language::Language;

use crate::file::File;
use crate::materials::Materials;
use crate::renderer::Renderer;
use crate::{bill, campaign_pages, directory, headers, lists};

/// A part of a site. A number is a campaign's place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageSet {
    /// The list of campaigns, and the page for missing addresses.
    Front,
    /// The page of a campaign that picks a language.
    Languages(usize),
    /// What a campaign has in one language, but its directory.
    Campaign(usize, Language),
    /// The directory of a campaign in one language.
    Directory(usize, Language),
    /// Files that are not for people: headers, scripts for hosts, lists for other tools.
    Rest,
}

impl PageSet {
    /// Every part of a site, in the order of campaigns and languages.
    pub fn all(materials: &Materials) -> Vec<PageSet> {
        let mut sets = vec![PageSet::Front];
        for (at, campaign) in materials.campaigns.iter().enumerate() {
            sets.push(PageSet::Languages(at));
            for language in &campaign.facts.languages {
                sets.extend([PageSet::Campaign(at, *language), PageSet::Directory(at, *language)]);
            }
        }
        sets.push(PageSet::Rest);
        sets
    }

    /// Draws the part.
    pub fn draw(self, renderer: &Renderer<'_>) -> Result<Vec<File>> {
        let campaign =
            |at: usize| renderer.materials.campaigns.get(at).with_context(|| format!("there is no campaign {at}"));
        match self {
            PageSet::Front => lists::front(renderer),
            PageSet::Languages(at) => lists::languages_of(renderer, campaign(at)?),
            PageSet::Campaign(at, language) => campaign_pages::pages(renderer, campaign(at)?, language),
            PageSet::Directory(at, language) => directory::pages(renderer, campaign(at)?, language),
            PageSet::Rest => {
                let mut files = headers::files(renderer.materials);
                files.push(File::new(INDEX, campaign_index(renderer)?));
                files.push(File::new(ICON, renderer.materials.icon.clone()));
                files.extend(renderer.materials.loaders.files());
                files.extend(bill::file(renderer.materials)?);
                Ok(files)
            }
        }
    }
}

/// `campaigns.json`: what `cargo xtask` and other tools need to know about the site.
fn campaign_index(renderer: &Renderer<'_>) -> Result<String> {
    let entries = renderer.materials.campaigns.iter().map(|campaign| {
        let facts = &campaign.facts;
        let title = facts.languages.first().and_then(|language| campaign.words.get(language)).map(|words| &words.title);
        let heights = facts.languages.iter().map(|language| (language.tag(), campaign.heights.of(*language)));
        let heights: BTreeMap<_, _> = heights.collect();
        json!({"id": facts.id, "title": title, "languages": facts.languages, "status": facts.status, "heights": heights})
    });
    Ok(serde_json::to_string_pretty(&entries.collect::<Vec<_>>())?)
}
