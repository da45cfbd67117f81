//! The heights of frames, for the code that partners paste: into the pages of a built site, and into the campaigns' folders.

use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::json;
use testbench::heights::{COLUMN, measure};
use testbench::published::{self, Campaign};
use testbench::{process, workspace};

use super::pages::Drawing;

/// Measures a built site, and draws its pages again if they contain other heights. Without a browser, uses the heights in the
/// campaigns' folders.
pub(crate) fn bake(dist: &Path, drawing: Drawing<'_>) -> Result<()> {
    if process::find("chromedriver").is_none() {
        println!("Frame heights not measured: no Chromium here. Using those in the campaigns' folders.");
        return Ok(());
    }
    let heights = measure(dist)?;
    let as_said =
        |campaign: &Campaign| heights.get(&campaign.id).is_some_and(|found| found.heights == campaign.heights);
    if published::campaigns(dist)?.iter().all(as_said) {
        return Ok(());
    }
    let file = workspace::target().join("heights.json");
    std::fs::write(&file, serde_json::to_string(&heights)?)
        .with_context(|| format!("could not write {}", file.display()))?;
    Drawing { heights: Some(&file), ..drawing }.draw(dist)
}

/// Writes the heights of a built site into the campaigns' folders, for builds without a browser.
pub fn keep(dist: &Path) -> Result<()> {
    for Campaign { id, heights, .. } in published::campaigns(dist)? {
        let file = workspace::root().join("campaigns").join(id).join("heights.json");
        let text = format!("{:#}\n", json!({ "column": COLUMN, "heights": heights }));
        std::fs::write(&file, text).with_context(|| format!("could not write {}", file.display()))?;
        println!("{}", workspace::shown(&file));
    }
    Ok(())
}
