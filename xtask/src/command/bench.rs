//! `cargo xtask bench`: the quality table, measured.

use anyhow::{Context as _, Result};
use clap::Args;
use xtask::dist;
use xtask::measure::{self, Verdict};
use xtask::tools::browsers;
use xtask::webdriver::Engine;
use xtask::{bench, workspace};

use super::Exit;

/// Measure the site that ships against its goals and limits; the table also goes to `target/bench/report.json`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Measure what the last build left in `dist/`
    #[arg(long)]
    no_build: bool,
    /// Write the table into docs/performance.md, and three lines of it into the README
    #[arg(long)]
    write: bool,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<Exit> {
    browsers::ready(Engine::Chromium)?;
    let site = dist::shipping(arguments.no_build)?;
    let bars = bench::measure(&site)?;
    println!("\n{}", measure::heading());
    for bar in &bars {
        println!("{}", bar.line());
    }
    let folder = workspace::target().join("bench");
    std::fs::create_dir_all(&folder).with_context(|| format!("could not make {}", folder.display()))?;
    let file = folder.join("report.json");
    let text = serde_json::to_string_pretty(&bench::report(&bars))?;
    std::fs::write(&file, text + "\n").with_context(|| format!("could not write {}", file.display()))?;
    println!("\n{}", workspace::shown(&file));
    if arguments.write {
        bench::document::write(&bars)?;
    }
    let over = bars.iter().any(|bar| bar.verdict() == Verdict::Over);
    Ok(if over { Exit::ProblemsFound } else { Exit::Good })
}
