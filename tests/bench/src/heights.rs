//! How high each campaign's page is in a frame: measured on a built site.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde::Serialize;
use serde_json::json;

use crate::visit::{Stage, Visitor};
use crate::webdriver::Engine;

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
    /// In CSS pixels, by language.
    pub heights: BTreeMap<String, u32>,
}

/// The heights of every campaign of a built site, by its folder's name. Needs Chromium.
pub fn measure(dist: &Path) -> Result<BTreeMap<String, Heights>> {
    println!("Measuring the height of each campaign in a frame …");
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
