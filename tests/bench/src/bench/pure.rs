//! How long the pure parts take on this machine, natively, as Criterion times them (`benches/pure.rs`).

use std::path::Path;

use anyhow::{Context as _, Result};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{measure, process, workspace};

/// One bench.
#[derive(Clone, Debug, PartialEq)]
pub struct Timed {
    /// What was done.
    what: String,
    /// The median of its times, in nanoseconds; for one element, where it has several.
    nanoseconds: f64,
}

/// What Criterion says of a bench in `benchmark.json`.
#[derive(Debug, Deserialize)]
struct Benchmark {
    full_id: String,
    throughput: Option<Throughput>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Throughput {
    elements: Option<u64>,
}

/// What Criterion measured, in `estimates.json`.
#[derive(Debug, Deserialize)]
struct Estimates {
    median: Estimate,
}

#[derive(Debug, Deserialize)]
struct Estimate {
    point_estimate: f64,
}

/// Runs every bench, apart from those that somebody compares with the last time.
pub fn measure() -> Result<Vec<Timed>> {
    println!("Building and running the benches of the pure parts, which takes some minutes …");
    let home = workspace::target().join("bench/criterion");
    if home.exists() {
        std::fs::remove_dir_all(&home).with_context(|| format!("could not remove {}", home.display()))?;
    }
    process::run(process::cargo().args(["bench", "--quiet", "--bench", "pure"]).env("CRITERION_HOME", &home))?;
    let files = measure::files(&home)?;
    let of_last = files.iter().filter(|file| file.ends_with("new/benchmark.json"));
    of_last.map(|file| read(file, &file.with_file_name("estimates.json"))).collect()
}

fn read(benchmark: &Path, estimates: &Path) -> Result<Timed> {
    let open =
        |file: &Path| std::fs::read_to_string(file).with_context(|| format!("could not read {}", file.display()));
    timed(&open(benchmark)?, &open(estimates)?).with_context(|| format!("{} is not as expected", benchmark.display()))
}

fn timed(benchmark: &str, estimates: &str) -> Result<Timed> {
    let (benchmark, estimates): (Benchmark, Estimates) =
        (serde_json::from_str(benchmark)?, serde_json::from_str(estimates)?);
    let elements = benchmark.throughput.and_then(|throughput| throughput.elements);
    let what = match elements {
        Some(elements) => format!("{}, {elements} of them, each", benchmark.full_id),
        None => benchmark.full_id,
    };
    Ok(Timed { what, nanoseconds: estimates.median.point_estimate / elements.unwrap_or(1) as f64 })
}

/// For people.
pub fn table(benches: &[Timed]) -> String {
    let rows = benches.iter().map(|bench| format!("| {} | {} |\n", bench.what, shown(bench.nanoseconds)));
    ["| natively, one core | median |\n|---|---|\n".to_owned(), rows.collect()].concat()
}

/// For other programs.
pub(super) fn report(benches: &[Timed]) -> Value {
    benches.iter().map(|bench| json!({ "what": bench.what, "nanoseconds": bench.nanoseconds })).collect()
}

fn shown(nanoseconds: f64) -> String {
    match nanoseconds {
        small if small < 1e3 => format!("{small:.0} ns"),
        middle if middle < 1e6 => format!("{:.1} µs", middle / 1e3),
        large => format!("{:.1} ms", large / 1e6),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bench_of_many_is_told_for_one() -> Result<()> {
        let estimates = r#"{"mean":{"point_estimate":9.0},"median":{"point_estimate":3000000.0}}"#;
        let alone = timed(r#"{"full_id":"fill a message","throughput":null}"#, estimates)?;
        let many = timed(r#"{"full_id":"draw pages","throughput":{"Elements":40}}"#, estimates)?;
        assert_eq!(
            table(&[alone, many]).lines().skip(2).collect::<Vec<_>>(),
            ["| fill a message | 3.0 ms |", "| draw pages, 40 of them, each | 75.0 µs |"]
        );
        Ok(())
    }
}
