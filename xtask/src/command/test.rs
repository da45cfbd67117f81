//! `cargo xtask test`: everything, as continuous integration runs it.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use testbench::bench::long_lists;
use testbench::measure::{self, Verdict};
use testbench::runs::{Report, hosted, retry};
use testbench::tools::{Tool, Toolbox, browsers, rust};
use testbench::webdriver::Engine;
use testbench::{process, published, workspace};

use super::Exit;
use crate::check::{self, passes};
use crate::dist::{Build, Flavour, address};
use crate::fuzz::{self, Extent};
use crate::room;

/// Install what is missing, then run every check and test: native, in a browser, end to end, and the byte limits.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Run only the native tests: the quick loop while working
    #[arg(long, conflicts_with = "e2e")]
    native: bool,
    /// Only build the site, run the end-to-end tests and weigh it
    #[arg(long)]
    e2e: bool,
    /// Only build the site and try it on real host software: servers, content management systems, frameworks
    #[arg(long, conflicts_with_all = ["native", "e2e"])]
    hosted: bool,
    /// Test the last build in `dist/`
    #[arg(long)]
    no_build: bool,
}

pub fn run(arguments: &Arguments) -> Result<Exit> {
    let mut report = Report::default();
    if arguments.native {
        report.step("native tests", native);
        return Ok(end(&report));
    }
    if let Some(warning) = room::warning() {
        eprintln!("{warning}");
    }
    report.step("tools and browsers", || {
        Toolbox::ready()?;
        Engine::ALL.into_iter().try_for_each(browsers::ready)?;
        Toolbox::with(&[Tool::Axe])?;
        Ok(true)
    });
    if !report.is_good() {
        // Everything after this would fail for the same reason.
        return Ok(end(&report));
    }
    if !arguments.e2e && !arguments.hosted {
        check::run(&mut report);
        report.step("native tests", native);
        report.step("made-up campaign files", || fuzz::run(&Extent::Short));
        report.step("tests in a browser", in_browser);
    }
    let folder = workspace::dist();
    if !arguments.no_build {
        report.step("the site that ships", || {
            Build {
                flavour: Flavour::Small,
                dist: folder.clone(),
                public_url: address::LOCAL.to_owned(),
                outdated: true,
            }
            .run()?;
            Ok(true)
        });
    }
    // The new build alone: `dist/` keeps files of earlier builds for a while.
    let folder = if arguments.no_build { folder } else { workspace::target().join("site") };
    if let Err(error) = published::require(&folder) {
        report.step("end to end", || Err(error));
        return Ok(end(&report));
    }
    hosted::run(&mut report, &folder);
    if arguments.hosted {
        return Ok(end(&report));
    }
    retry::step(&mut report, "end to end", || {
        let mut cargo = process::cargo();
        cargo.args(["test", "--quiet", "--test", "e2e", "--"]).env("UNDERSIGNED_DIST", &folder);
        Ok(cargo)
    });
    report.step("byte limits", || limits(folder.clone()));
    Ok(end(&report))
}

fn end(report: &Report) -> Exit {
    report.print_end();
    if report.is_good() {
        return Exit::Good;
    }
    if let Some(remark) = room::remark() {
        println!("\n{remark}");
    }
    Exit::ProblemsFound
}

fn native() -> Result<bool> {
    passes(process::cargo().args(["test", "--quiet", "--workspace"]))
}

/// Tests compiled to Wasm, run by wasm-bindgen's runner in Chromium. `webdriver.json` holds the browser's flags. What native tests
/// published before is published once more.
fn in_browser() -> Result<bool> {
    let tools = Toolbox::ready()?;
    let published = workspace::scratch().join("publish");
    let run = |test: &[&str]| {
        let mut cargo = process::cargo();
        // No `--quiet`: cargo passes it on, and the runner doesn't know it.
        cargo
            .args(["test", "--target", rust::WASM])
            .args(test)
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools.program("wasm-bindgen-test-runner")?)
            .env("WASM_BINDGEN_TEST_TIMEOUT", "300")
            .env("UNDERSIGNED_SOURCES", published.join("sources"))
            .env("UNDERSIGNED_SUMS", published.join("sums"));
        if let Some(driver) = process::find("chromedriver") {
            cargo.env("CHROMEDRIVER", driver);
        }
        tools.equip(&mut cargo)?;
        passes(&mut cargo)
    };
    let taken_over = run(&["--test", "taking_over"])?;
    Ok(run(&["--package", "publish", "--test", "in_browser"])? && taken_over)
}

fn limits(folder: PathBuf) -> Result<bool> {
    let mut bars = measure::byte_bars(&measure::weights(&folder)?);
    bars.extend(long_lists::bars(&folder)?);
    println!("{}", measure::heading());
    for bar in &bars {
        println!("{}", bar.line());
    }
    Ok(bars.iter().all(|bar| bar.verdict() != Verdict::Over))
}
