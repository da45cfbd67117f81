//! `cargo xtask fuzz`: made-up campaign files, for as long as you like.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::Result;
use clap::Args;
use testbench::workspace;

use super::Exit;
use crate::fuzz::{self, Extent};

/// Try made-up campaign files: whatever gets published must be sound, inert pages.
///
/// The fuzzer starts from `fuzz/corpus` and looks for files that reach new code. Each one is checked and published in memory.
/// An independent HTML parser reads every page; elements, attributes and addresses outside the allow-list of
/// `tests/hostile/audit.rs` are faults. `cargo xtask test` does the same for seconds, with a fixed number of cases.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cargo xtask fuzz --minutes 10\n  cargo xtask fuzz --input target/fuzz/found-crash-…\n\n\
                        What it finds of interest is kept in target/fuzz/corpus, and what breaks something in \
                        target/fuzz/found-…:\nput a small form of that into fuzz/corpus, with the repair.\n\
                        Exit codes: 0 nothing found, 1 a fault was found, 2 could not run."
)]
pub struct Arguments {
    /// How long to look, not counting the build (about 4 minutes, once)
    #[arg(long, value_name = "N", default_value_t = 5, conflicts_with = "input", value_parser = clap::value_parser!(u64).range(1..=10_080))]
    minutes: u64,
    /// Run as briefly as `cargo xtask test` does
    #[arg(long, conflicts_with_all = ["minutes", "input"])]
    short: bool,
    /// Run only this input, found before
    #[arg(long, value_name = "FILE")]
    input: Option<PathBuf>,
}

pub fn run(arguments: &Arguments) -> Result<Exit> {
    let extent = match &arguments.input {
        Some(input) => Extent::Input(input.clone()),
        None if arguments.short => Extent::Short,
        None => Extent::Time(Duration::from_secs(arguments.minutes * 60)),
    };
    if fuzz::run(&extent)? {
        println!("\nNothing found.");
        return Ok(Exit::Good);
    }
    println!("\nA fault was found; its input is in {}.", workspace::shown(&workspace::target().join("fuzz")));
    Ok(Exit::ProblemsFound)
}
