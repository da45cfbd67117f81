//! The legislatures from folders to which campaigns write.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::Path;
use std::sync::Arc;

use campaign::facts::Slug;
use campaign::{Campaign, Status};
use files::Files;
use places::legislature::LegislatureId;
use records::fault::Failure;
use records::legislature::{self, Folder};

/// The legislatures from folders to which campaigns write. Each campaign has its own, since it may bring one.
pub type Folders = BTreeMap<(Slug, LegislatureId), Arc<Folder>>;

/// Reads the folders to which campaigns write, each once. `data` is the folder of all tables.
pub fn folders(
    files: &Files,
    data: &Path,
    campaigns_folder: &Path,
    campaigns: &[Arc<Campaign>],
) -> Result<Folders, Failure> {
    let (mut folders, mut read) = (Folders::new(), BTreeMap::new());
    for campaign in campaigns.iter().filter(|campaign| campaign.facts.status == Status::Open) {
        for path in legislature::folders_of(files, data, campaigns_folder, campaign) {
            let folder = match read.entry(path) {
                Entry::Occupied(folder) => Arc::clone(folder.get()),
                Entry::Vacant(path) => {
                    let folder = Arc::new(legislature::read(files, path.key())?);
                    Arc::clone(path.insert(folder))
                }
            };
            folders.insert((campaign.facts.id.clone(), folder.id.clone()), folder);
        }
    }
    Ok(folders)
}
