//! The parts of a site that are drawn one by one, on any core.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use serde_json::json;

use campaign::Campaign;
use places::language::Language;

use super::pages::{File, Workshop};
use super::{directory, headers};
use crate::cli::site_folder::INDEX;

/// A part of a site. A number is a campaign's place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Job {
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

impl Job {
    /// Every part of a site with these campaigns, in the order of campaigns and languages.
    pub fn all<'c>(campaigns: impl IntoIterator<Item = &'c Campaign>) -> impl Iterator<Item = Job> {
        let of_campaign = |(at, campaign): (usize, &'c Campaign)| {
            let languages = campaign.facts.languages.iter();
            let in_language = move |language: &Language| [Job::Campaign(at, *language), Job::Directory(at, *language)];
            std::iter::once(Job::Languages(at)).chain(languages.flat_map(in_language))
        };
        let campaigns = campaigns.into_iter().enumerate().flat_map(of_campaign);
        std::iter::once(Job::Front).chain(campaigns).chain([Job::Rest])
    }

    /// Draws the part.
    pub fn draw(self, workshop: &Workshop) -> Result<Vec<File>> {
        let campaign = |at: usize| workshop.campaigns.get(at).with_context(|| format!("there is no campaign {at}"));
        match self {
            Job::Front => workshop.front(),
            Job::Languages(at) => workshop.languages_of(campaign(at)?),
            Job::Campaign(at, language) => workshop.campaign_pages(campaign(at)?, language),
            Job::Directory(at, language) => directory::pages(workshop, campaign(at)?, language),
            Job::Rest => {
                let mut files = headers::files(workshop);
                files.push((INDEX.to_owned(), campaign_index(workshop)?));
                files.extend(workshop.loaders.files());
                Ok(files)
            }
        }
    }
}

/// `campaigns.json`: what `cargo xtask` and other tools need to know about the site.
fn campaign_index(workshop: &Workshop) -> Result<String> {
    let entries = workshop.campaigns.iter().map(|campaign| {
        let facts = &campaign.facts;
        let title = facts.languages.first().and_then(|language| campaign.words.get(language)).map(|words| &words.title);
        let heights = facts.languages.iter().map(|language| (language.tag(), campaign.heights.of(*language)));
        let heights: BTreeMap<_, _> = heights.collect();
        json!({"id": facts.id, "title": title, "languages": facts.languages, "status": facts.status, "heights": heights})
    });
    Ok(serde_json::to_string_pretty(&entries.collect::<Vec<_>>())?)
}
