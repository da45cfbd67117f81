//! The fuzzer: LLVM's libFuzzer on the pinned stable compiler. It needs no sanitizer, because no line of ours is `unsafe`.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, Result};
use testbench::tools::packages;
use testbench::{process, workspace};

/// Makes the compiler count which branches an input takes: what `cargo fuzz` asks for too, all of it stable.
const COUNT_BRANCHES: [&str; 7] = [
    "--cfg=fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Cllvm-args=-simplifycfg-branch-fold-threshold=0",
];

/// How far to look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Extent {
    /// As many inputs as seconds allow on most machines, the same ones every time: for every test.
    Short,
    /// For this long.
    Time(Duration),
    /// This one input, found before.
    Input(PathBuf),
}

/// How many inputs a short run takes, and the seconds after which a slow machine stops.
const SHORT: [&str; 3] = ["-runs=12000", "-max_total_time=30", "-seed=1"];

/// Runs the fuzz target; true if nothing was found.
///
/// New inputs of interest go to `target/fuzz/corpus`, or, when looking shortly, to a folder that is emptied each time; an input that breaks something to `target/fuzz/found-…`.
pub fn run(extent: &Extent) -> Result<bool> {
    let folder = workspace::target().join("fuzz");
    let corpus = folder.join(if *extent == Extent::Short { "short" } else { "corpus" });
    if *extent == Extent::Short && corpus.exists() {
        std::fs::remove_dir_all(&corpus).with_context(|| format!("could not empty {}", corpus.display()))?;
    }
    std::fs::create_dir_all(&corpus).with_context(|| format!("could not make {}", corpus.display()))?;
    let program = build(if *extent == Extent::Short { "short" } else { "release" })?;
    let mut fuzzer = Command::new(program);
    fuzzer.current_dir(workspace::root());
    match extent {
        Extent::Input(input) => fuzzer.arg(std::path::absolute(input)?),
        Extent::Short => fuzzer.args(SHORT),
        Extent::Time(time) => fuzzer.arg(format!("-max_total_time={}", time.as_secs())),
    };
    if !matches!(extent, Extent::Input(_)) {
        fuzzer
            .arg(&corpus)
            .arg("fuzz/corpus")
            .args(["-dict=fuzz/campaign-files.dict", "-max_len=8192", "-timeout=20", "-print_final_stats=1"])
            .arg(format!("-artifact_prefix={}/found-", folder.display()));
    }
    Ok(process::status(&mut fuzzer)?.success())
}

/// Builds the fuzz target in a profile of its own manifest, and gives its program.
fn build(profile: &str) -> Result<PathBuf> {
    packages::ready("c++", &["g++"])?;
    let target = workspace::target().join("fuzz/build");
    let host = host()?;
    let mut cargo = process::cargo();
    cargo
        .args(["build", "--quiet", "--profile", profile, "--locked", "--manifest-path", "fuzz/Cargo.toml"])
        // With a target named, build scripts and macros are built without the counters.
        .args(["--target", &host])
        .env("CARGO_TARGET_DIR", &target)
        .env("CARGO_ENCODED_RUSTFLAGS", COUNT_BRANCHES.join("\u{1f}"));
    process::run(&mut cargo).context("the fuzz target was not built")?;
    Ok(target.join(host).join(profile).join("campaign-files"))
}

/// The target that this machine is.
fn host() -> Result<String> {
    let said = process::output(Command::new("rustc").current_dir(workspace::root()).arg("-vV"))?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).context("rustc does not say what this machine is")
}
