//! The legislatures to which campaigns write: their tables, made for visitors.

use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use yew::AttrValue;

use campaign::facts::Slug;
use campaign::{Campaign, Status};
use files::Files;
use places::assembly::Assembly;
use places::legislature::LegislatureId;
use records::fault::Failure;
use records::legislature::{self, Folder};
use records::tables::uk::sources::Sources;
use records::tables::{compact_path, uk};
use visit::catalogue::{Catalogue, Message};

/// The legislatures from folders to which campaigns write. Each campaign has its own, since it may bring one.
pub type Folders = BTreeMap<(Slug, LegislatureId), Arc<Folder>>;

/// Reads the folders to which campaigns write. `data` is the folder of all tables.
pub fn folders(
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

/// Makes the table of the Commons if one of the campaigns needs it. `data` is the folder of all tables.
pub fn commons(files: &Files, data: &Path, campaigns: &[Arc<Campaign>]) -> Result<Option<UkFile>, Failure> {
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
