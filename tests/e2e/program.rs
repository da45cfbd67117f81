//! What the shipped programs are made of.

use anyhow::{Result, ensure};
use testbench::{measure, wasm};

use crate::built;

#[test]
fn a_program_is_nothing_but_what_a_browser_runs() -> Result<()> {
    let files = measure::site_files(&built())?;
    let programs: Vec<_> = files.iter().filter(|file| file.extension().is_some_and(|kind| kind == "wasm")).collect();
    ensure!(programs.len() == 1, "not one program: {programs:?}");
    for program in programs {
        let bytes = std::fs::read(program)?;
        let sections = wasm::custom_sections(&bytes)?;
        ensure!(sections.is_empty(), "{} has sections for tools: {sections:?}", program.display());
        ensure!(wasm::drop_alignment_hints(&bytes)? == bytes, "{} has hints of alignment", program.display());
    }
    Ok(())
}
