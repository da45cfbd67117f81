//! What pages are made from: read and checked once, and shared by all threads that draw.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result};

use campaign::Campaign;
use campaign::facts::Slug;
use campaign::fault::Fault;
use files::Files;
use pages::site::{self, Site};
use places::congress::State;
use places::date::Date;
use records::legislature::Folder;
use records::sources::{self, Source};
use records::tables::{self, TableFiles};

use crate::legislatures::{self, Folders};
use crate::loader::Loaders;
use crate::scripts::{Named, Scripts};
use crate::{campaigns, credits, icon, measured, scripts, site_file, style};

/// What a site is made from.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// Everything that is read, by the paths below.
    pub files: Files,
    /// Folder of campaigns.
    pub campaigns: PathBuf,
    /// Folder of tables.
    pub data: PathBuf,
    /// The site file; nothing needs to be there.
    pub site: PathBuf,
    /// Folder of styles, languages and the loader.
    pub assets: PathBuf,
    /// Folder of the scripts inside pages: `assets`, or smaller ones that a build made.
    pub scripts: PathBuf,
    /// File of measured frame heights, used instead of those in the campaigns' folders.
    pub heights: Option<PathBuf>,
    /// Font files for preview pictures; without any, there are no pictures.
    pub fonts: Vec<PathBuf>,
    /// Public address, instead of the one in the site file.
    pub public_url: Option<String>,
    /// The built program.
    pub program: Program,
}

/// Names of the built program's files below the site's folder, and the hash that browsers check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Program {
    /// File name of the JavaScript module.
    pub glue: String,
    /// File name of the Wasm.
    pub wasm: String,
    /// Subresource integrity of the Wasm: `sha384-…`.
    pub integrity: String,
    /// SHA-256 of the module and of the Wasm, hexadecimal.
    pub sums: [String; 2],
    /// What they are made of (CycloneDX 1.6, JSON), if the build said it.
    pub bill: Option<Vec<u8>>,
}

/// Why nothing can be drawn.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Campaigns have faults.
    #[error("{}", .0.iter().map(campaign::sentence::line).collect::<Vec<_>>().join("\n"))]
    Campaigns(Vec<Fault>),
    /// Something else has.
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

/// Everything that pages are drawn from.
#[derive(Debug)]
pub struct Materials {
    /// What else is read while pages are drawn: each thread makes the interface texts its own.
    files: Files,
    /// Folder of these texts.
    languages: PathBuf,
    /// Where the site is published.
    pub site: Site,
    /// The built program.
    pub program: Program,
    /// The style sheet without an accent.
    pub style: String,
    /// The style sheet of what only the program draws; it comes with the texts.
    pub action_style: String,
    /// The scripts inside pages.
    pub scripts: Scripts,
    /// The loader that host pages may use, in all its versions.
    pub loaders: Loaders,
    /// The style sheet that the page for partners has besides, to follow the campaign's.
    pub partners_style: String,
    /// The script that carries out its choices.
    pub partners_script: String,
    /// The picture in a browser's tab.
    pub icon: Vec<u8>,
    /// The tables of Congress.
    pub tables: TableFiles,
    /// The legislatures from folders to which campaigns write.
    pub folders: Folders,
    /// What the tables were made from, by legislature.
    pub sources: BTreeMap<String, Vec<Source>>,
    /// The day of the ZIP table.
    pub zips_as_of: Date,
    /// The states that get directory pages: all of them, but where pages are only looked at.
    pub states: Vec<State>,
    /// Every campaign.
    pub campaigns: Vec<Arc<Campaign>>,
    /// Folder of campaigns.
    campaigns_folder: PathBuf,
    /// The paths of the pictures for previews.
    pub pictures: BTreeSet<String>,
}

/// Every campaign, with the heights that were measured.
///
/// # Errors
/// [`Failure::Campaigns`] with every fault of every campaign.
pub fn campaigns(sources: &Sources) -> Result<Vec<Campaign>, Failure> {
    let Sources { files, campaigns, data, heights, .. } = sources;
    let mut all = campaigns::load_all(files, campaigns, data).map_err(Failure::Campaigns)?;
    if let Some(heights) = heights {
        measured::apply(files, heights, &mut all)?;
    }
    Ok(all)
}

impl Materials {
    /// Reads everything that pages are drawn from.
    ///
    /// # Errors
    /// [`Failure`] where a file is missing or has a fault.
    pub fn read(sources: &Sources) -> Result<Materials, Failure> {
        let campaigns = campaigns(sources)?;
        Ok(Materials::of(sources, campaigns)?)
    }

    /// The same for these campaigns.
    ///
    /// # Errors
    /// What is wrong first in something else than a campaign.
    pub fn of(sources: &Sources, campaigns: Vec<Campaign>) -> Result<Materials> {
        let Sources { files, assets, data, .. } = sources;
        let us = data.join("us");
        let tables = tables::build(files, &us)?;
        let campaigns: Vec<Arc<Campaign>> = campaigns.into_iter().map(Arc::new).collect();
        let languages = assets.join("languages");
        records::catalogues::read(files, &languages)?;
        let folders = legislatures::folders(files, data, &sources.campaigns, &campaigns)?;
        let mut listed = BTreeMap::from([("us".to_owned(), sources::of(files, &us))]);
        let of = |((campaign, _), folder): (&(Slug, _), &Arc<Folder>)| {
            (folder.unique_name(campaign.as_str()), folder.listed_sources())
        };
        listed.extend(folders.iter().map(of));
        Ok(Materials {
            languages,
            site: site_file::read(files, &sources.site, sources.public_url.as_deref())?,
            program: sources.program.clone(),
            style: style::read(files, &assets.join("style.css"))?,
            action_style: style::read(files, &assets.join("action.css"))?,
            scripts: Scripts::read(files, &sources.scripts, tables.maps.as_ref())?,
            loaders: Loaders::read(files, assets)?,
            partners_style: style::read(files, &assets.join("kit.css"))?,
            partners_script: scripts::read(files, &sources.scripts.join("kit.js"))?,
            icon: icon::read(files, assets)?,
            zips_as_of: credits::zips_as_of(files, &us)?,
            tables,
            folders,
            sources: listed,
            states: State::ALL.to_vec(),
            campaigns,
            campaigns_folder: sources.campaigns.clone(),
            pictures: BTreeSet::new(),
            files: files.clone(),
        })
    }

    /// Where the interface texts are.
    pub(crate) fn languages(&self) -> (&Files, &Path) {
        (&self.files, &self.languages)
    }

    /// What every page names, by its path in the site: tables, and scripts with a name of their own version. It is there
    /// before the pages are.
    pub fn shared_files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let tables = self.tables.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
        let folders = self.folders.values().flat_map(|folder| {
            let shapes = folder.shapes.as_ref().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
            std::iter::once((folder.path.as_str(), folder.bytes.as_slice())).chain(shapes)
        });
        tables.chain(folders).chain(self.named_scripts().map(|script| (script.name.as_str(), script.text.as_bytes())))
    }

    /// The pictures of signers, by their path in the site.
    ///
    /// # Errors
    /// The path of the first that cannot be read.
    pub fn logos(&self) -> Result<Vec<(String, &[u8])>> {
        let logo = |id: &Slug, file: &str| {
            let from = self.campaigns_folder.join(id.as_str()).join(file);
            let picture = campaigns::read(&self.files, &from).with_context(|| from.display().to_string())?;
            Ok((site::logo(id, file).trim_start_matches('/').to_owned(), picture))
        };
        let of = |campaign: &'_ Arc<Campaign>| {
            let files = campaign.facts.signers.listed.iter().filter_map(|signer| signer.logo_image_url.as_ref());
            files.map(|file| logo(&campaign.facts.id, file)).collect::<Vec<_>>()
        };
        self.campaigns.iter().flat_map(of).collect()
    }

    fn named_scripts(&self) -> impl Iterator<Item = &Named> {
        let on_a_press = self.tables.maps.as_ref().map(|_| [&self.scripts.locate, &self.scripts.map]);
        [&self.scripts.action, &self.scripts.search].into_iter().chain(on_a_press.into_iter().flatten())
    }

    /// The style sheet of one campaign's pages.
    pub(crate) fn campaign_style(&self, campaign: &Campaign) -> String {
        [self.style.as_str(), &style::accent(&campaign.facts.theme.accent)].concat()
    }

    /// The names of everything that runs in browsers and may be kept for ever.
    pub fn program_files(&self) -> Vec<String> {
        let program = [&self.program.glue, &self.program.wasm];
        program.into_iter().chain(self.named_scripts().map(|script| &script.name)).cloned().collect()
    }
}
