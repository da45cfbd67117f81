//! `cargo xtask check`: what to run before a commit.

use anyhow::Result;
use clap::Args;
use testbench::runs::Report;

use super::Exit;
use crate::check;

/// Check formatting, lints (native and Wasm), the loader that hosts pin, fields, licences and sources of crates, and all campaigns.
/// Needs no browser.
#[derive(Debug, Args)]
pub struct Arguments {}

pub fn run(_arguments: &Arguments) -> Result<Exit> {
    let mut report = Report::default();
    check::run(&mut report);
    report.print_end();
    Ok(if report.is_good() { Exit::Good } else { Exit::ProblemsFound })
}
