//! How high each campaign's page is in a frame: measured on the built site, for the code that partners paste.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde::Serialize;
use serde_json::json;

use super::pages::Drawing;
use crate::published::{self, Campaign};
use crate::visit::{Stage, Visitor};
use crate::webdriver::Engine;
use crate::{process, workspace};

/// The width of the column in which frames are measured, in CSS pixels: that of an article's text on most sites.
///
/// In a narrower or wider frame the page is higher or lower; there, the loader gives the frame its height.
pub const COLUMN: u32 = 640;

/// How high the page in the window is, in the steps in which `assets/frame.js` tells a host.
const HEIGHT: &str = "return Math.ceil(document.body.getBoundingClientRect().height / 64) * 64";

/// The heights of one campaign, as `heights.json` has them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Heights {
    column: u32,
    heights: BTreeMap<String, u32>,
}

/// Measures a built site, and draws its pages again if they contain other heights. Without a browser, uses the heights in the
/// campaigns' folders.
pub(crate) fn bake(dist: &Path, drawing: Drawing<'_>) -> Result<()> {
    if process::find("chromedriver").is_none() {
        println!(
            "Heights of frames: not measured, because there is no Chromium here; those in the campaigns' folders count."
        );
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

fn measure(dist: &Path) -> Result<BTreeMap<String, Heights>> {
    println!("Measuring how high each campaign is in a frame …");
    let stage = Stage::build(dist)?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.browser.set_size(COLUMN, 1_200)?;
    // Frames keep room for a scroll bar, as on most large screens.
    visitor.browser.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": false }))?;
    let mut found = BTreeMap::new();
    for campaign in &stage.campaigns {
        let mut heights = BTreeMap::new();
        for language in &campaign.languages {
            visitor.open(&campaign.embed(language))?;
            if campaign.is_open() {
                visitor.wait_until_ready()?;
            }
            let height = visitor.browser.script(HEIGHT, &[])?.as_u64().context("the page has no height")?;
            heights.insert(language.clone(), u32::try_from(height)?);
        }
        found.insert(campaign.id.clone(), Heights { column: COLUMN, heights });
    }
    Ok(found)
}
