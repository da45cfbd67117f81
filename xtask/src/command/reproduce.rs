//! `cargo xtask reproduce`: whether a build depends on where and when it is made.

use anyhow::Result;
use clap::Args;

use super::Exit;
use crate::reproduce;

/// Build the shipping site twice, from two fresh copies of the tracked files under `target/reproduce`, and compare every
/// byte. Takes two full builds: 8 to 20 minutes on two cores.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Reuse what the last run compiled: 3 minutes, to see whether a fix helps. Proves less
    #[arg(long)]
    warm: bool,
}

pub fn run(arguments: &Arguments) -> Result<Exit> {
    let differing = reproduce::compare(arguments.warm)?;
    if differing.is_empty() {
        println!("\nBoth builds are the same, byte for byte.");
        return Ok(Exit::Good);
    }
    println!("\n{} files differ; both builds are kept in target/reproduce:", differing.len());
    for name in &differing {
        println!("  {name}");
    }
    Ok(Exit::ProblemsFound)
}
