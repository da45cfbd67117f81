//! Frame heights that the build measured, used instead of those in the campaigns' folders.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result};

use campaign::{Campaign, Heights};
use files::Files;

/// Replaces the heights of campaigns with those in a file. Campaigns that the file lacks keep theirs.
pub fn apply(files: &Files, file: &Path, campaigns: &mut [Campaign]) -> Result<()> {
    let place = || file.display().to_string();
    let text = files.text(file).with_context(place)?;
    let mut measured: BTreeMap<String, Heights> = serde_json::from_str(text).with_context(place)?;
    for campaign in campaigns {
        if let Some(heights) = measured.remove(campaign.facts.id.as_str()) {
            campaign.heights = heights;
        }
    }
    Ok(())
}
