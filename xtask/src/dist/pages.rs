//! Drawing the pages of a built site, once every file that they refer to has its final name, and publishing them.

use std::ffi::OsStr;
use std::path::Path;

use anyhow::{Context as _, Result};
use testbench::{process, workspace};

use super::SMALL_ONLY;

/// What pages are drawn with, besides campaigns and tables.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Drawing<'a> {
    /// Where the site will be reached.
    pub public_url: &'a str,
    /// Font files for link preview images, separated as in `PATH`.
    pub fonts: &'a OsStr,
    /// A file of heights of frames, by campaign.
    pub heights: Option<&'a Path>,
    /// Whether expired tables are accepted.
    pub outdated: bool,
}

impl Drawing<'_> {
    /// Draws every page into a folder that holds the built program. Unchanged files are not written.
    pub fn draw(&self, dist: &Path) -> Result<()> {
        let mut prerender = process::cargo();
        prerender.args(["run", "--quiet", "--bin", "undersigned", "--", "prerender", "--out"]).arg(dist);
        prerender.arg("--fonts").arg(self.fonts);
        workspace::ship_scripts(&mut prerender);
        prerender.args(["--public-url", self.public_url]);
        if let Some(heights) = self.heights {
            prerender.arg("--heights").arg(heights);
        }
        if self.outdated {
            prerender.env(workspace::ALLOW_OUTDATED, "true");
        }
        for name in SMALL_ONLY {
            prerender.env_remove(name);
        }
        process::run(&mut prerender).context("the pages were not drawn")
    }
}

/// Copies a site that was built aside into its folder.
pub fn publish(site: &Path, dist: &Path) -> Result<()> {
    let mut publish = process::cargo();
    publish.args(["run", "--quiet", "--bin", "undersigned", "--", "publish"]).arg(site).arg(dist);
    for name in SMALL_ONLY {
        publish.env_remove(name);
    }
    process::run(&mut publish).context("the site was not published")
}
