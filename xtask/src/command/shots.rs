//! `cargo xtask shots`: pictures of every state of the page.

use anyhow::Result;
use clap::Args;
use testbench::tools::browsers;
use testbench::webdriver::Engine;
use testbench::{shots, workspace};

use super::Exit;
use crate::dist;

/// Take screenshots of every state of the page into `target/shots/`, with an `index.html` that shows them all.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Only screenshots whose name contains this, such as `embed-en-360` or `write`
    #[arg(default_value = "")]
    only: String,
    /// Show the last build in `dist/`
    #[arg(long)]
    no_build: bool,
}

pub fn run(arguments: &Arguments) -> Result<Exit> {
    browsers::ready(Engine::Chromium)?;
    let site = dist::shipping(arguments.no_build)?;
    let folder = workspace::target().join("shots");
    let album = shots::take(&site, &folder, &arguments.only)?;
    let page = folder.join("index.html");
    std::fs::write(&page, shots::gallery(&album.taken))?;
    println!("\n{} pictures: {}", album.taken.len(), workspace::shown(&page));
    if album.failed.is_empty() {
        return Ok(Exit::Good);
    }
    println!("{} failed: {}", album.failed.len(), album.failed.join(", "));
    Ok(Exit::ProblemsFound)
}
