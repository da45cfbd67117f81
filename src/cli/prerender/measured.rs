//! Heights of frames that the build measured, instead of those in the campaigns' folders.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::domain::campaign::{Campaign, Heights};

/// Puts the heights of a file, by campaign, in place of those that the folders say. Campaigns that it lacks keep theirs.
pub fn apply(file: &Path, campaigns: &mut [Campaign]) -> Result<(), String> {
    let problem = |error: String| format!("{}: {error}", file.display());
    let text = fs::read_to_string(file).map_err(|error| problem(error.to_string()))?;
    let mut measured: BTreeMap<String, Heights> =
        serde_json::from_str(&text).map_err(|error| problem(error.to_string()))?;
    for campaign in campaigns {
        if let Some(heights) = measured.remove(campaign.facts.id.as_str()) {
            campaign.heights = heights;
        }
    }
    Ok(())
}
