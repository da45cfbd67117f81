//! `cargo xtask bench`: the quality table, measured.

use anyhow::{Context as _, Result};
use clap::Args;
use testbench::bench::{self, Measures, Part, pure, scaling};
use testbench::measure::{self, Verdict};
use testbench::tools::browsers;
use testbench::webdriver::Engine;
use testbench::workspace;

use super::Exit;
use crate::{dist, reference};

/// Measure the shipping site against its goals and limits. Also writes `target/bench/report.json`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Measure the last build in `dist/`
    #[arg(long)]
    no_build: bool,
    /// Measure only these rows
    #[arg(long, value_name = "ROWS", value_delimiter = ',', conflicts_with = "write")]
    only: Vec<Part>,
    /// Also measure how builds grow, up to 100 campaigns and 5,000 signers
    #[arg(long)]
    scaling: bool,
    /// Also time the pure parts, natively
    #[arg(long)]
    pure: bool,
    /// Measure everything and write it into docs/performance.md, with three lines in the README
    #[arg(long)]
    write: bool,
}

pub fn run(arguments: &Arguments) -> Result<Exit> {
    browsers::ready(Engine::Chromium)?;
    let site = dist::shipping(arguments.no_build)?;
    let parts = if arguments.only.is_empty() { &Part::ALL[..] } else { &arguments.only };
    let measures = Measures {
        rows: bench::measure(&site, parts, reference::site)?,
        scaling: (arguments.scaling || arguments.write).then(|| scaling::measure(&site)).transpose()?,
        pure: (arguments.pure || arguments.write).then(pure::measure).transpose()?,
    };
    println!("\n{}", measure::heading());
    for bar in measures.bars() {
        println!("{}", bar.line());
    }
    if let Some(scaling) = &measures.scaling {
        println!("\n{}", scaling.table());
    }
    if let Some(benches) = &measures.pure {
        println!("\n{}", pure::table(benches));
    }
    let folder = workspace::target().join("bench");
    std::fs::create_dir_all(&folder).with_context(|| format!("could not make {}", folder.display()))?;
    let file = folder.join("report.json");
    let text = serde_json::to_string_pretty(&measures.report())?;
    std::fs::write(&file, text + "\n").with_context(|| format!("could not write {}", file.display()))?;
    println!("\n{}", workspace::shown(&file));
    if arguments.write {
        bench::document::write(&measures)?;
    }
    let over = measures.bars().any(|bar| bar.verdict() == Verdict::Over);
    Ok(if over { Exit::ProblemsFound } else { Exit::Good })
}
