//! What a built site says about itself in `campaigns.json`.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

use crate::workspace;

/// A campaign of the site.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Campaign {
    /// Its folder's name, part of every address.
    pub id: String,
    /// Its headline, in its first language.
    pub title: String,
    /// The languages it is written in, the first one first.
    pub languages: Vec<String>,
    /// Whether one can act: `open` or `closed`.
    pub status: String,
    /// How high the snippet makes the frame, per language, in CSS pixels.
    pub heights: BTreeMap<String, u32>,
}

impl Campaign {
    /// The path of its landing page.
    pub fn landing(&self, language: &str) -> String {
        format!("/c/{}/{language}/", self.id)
    }

    /// The path of its embed document.
    pub fn embed(&self, language: &str) -> String {
        format!("/e/{}/{language}/", self.id)
    }

    /// The height of the frame in the snippet, in CSS pixels.
    pub fn height(&self, language: &str) -> u32 {
        self.heights.get(language).copied().unwrap_or_default()
    }

    /// Whether supporters can act.
    pub(crate) fn is_open(&self) -> bool {
        self.status == "open"
    }
}

/// Fails, saying how to build one, if a folder holds no built site.
pub fn require(dist: &Path) -> Result<()> {
    if dist.join("index.html").is_file() {
        return Ok(());
    }
    bail!("{} contains no site; run `cargo xtask dist` first", workspace::shown(dist))
}

/// The campaigns of a built site.
pub fn campaigns(dist: &Path) -> Result<Vec<Campaign>> {
    let file = dist.join(layout::INDEX);
    let text = std::fs::read_to_string(&file)
        .with_context(|| format!("could not read {}; run `cargo xtask dist` to rebuild the site", file.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is not as expected", file.display()))
}
