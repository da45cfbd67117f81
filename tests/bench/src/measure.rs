//! What a built site weighs, measured on the shipped files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde::Deserialize;
use walkdir::WalkDir;

use layout::{DATA, Kind};

use crate::bytes;

/// Bytes as downloaded, of the parts that have limits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weights {
    /// All JavaScript and Wasm of a visit in the United States, without the loader that host pages may use.
    pub program: u64,
    /// The lookup table and the officials of the United States.
    pub data: Option<u64>,
    /// The shapes of the districts and the script that reads them, which come when somebody says where they are.
    pub shapes: Option<u64>,
    /// What maps of ZIP codes are drawn from and the script that draws them, which come when somebody asks for the map.
    pub map: Option<u64>,
    /// The two files of texts that a program reads, the largest of each.
    pub texts: Option<u64>,
    /// The largest page below `/e/`.
    pub embed_page: Option<u64>,
    /// The largest landing page: `/c/<campaign>/<language>/`.
    pub landing_page: Option<u64>,
    /// The largest table of another legislature: regions, seats, people and postcodes.
    pub other_data: Option<u64>,
    /// The largest outlines of another legislature, which come when somebody says where they are.
    pub other_shapes: Option<u64>,
    /// The largest page of a directory, of any legislature, or of a list of signers: `/c/<campaign>/<language>/…/`.
    pub directory_page: Option<u64>,
    /// The loader `/embed/v1.js`, as it is.
    pub loader: Option<u64>,
    /// The largest page, and its address.
    pub largest_page: Option<(String, u64)>,
}

/// Weighs a built site.
pub fn weights(dist: &Path) -> Result<Weights> {
    let mut weights = Weights::default();
    // What a campaign says, and the words of the interface: one of each is fetched.
    let (mut parts, mut words) = (0, 0);
    for file in site_files(dist)? {
        let name = file.strip_prefix(dist).unwrap_or(&file).to_string_lossy().into_owned();
        let size = bytes::downloaded(&file)?;
        if layout::is_twin(&name) {
            continue;
        }
        let grows = |weight: &mut Option<u64>| *weight = Some(weight.unwrap_or(0) + size);
        let largest = |weight: &mut Option<u64>| *weight = (*weight).max(Some(size));
        let ending = name.rsplit('.').next();
        match Kind::of(&name) {
            Kind::NotForVisitors | Kind::PinnedLoader | Kind::Integrity => {}
            Kind::Loader => weights.loader = Some(std::fs::metadata(&file)?.len()),
            Kind::Program | Kind::Other if name.starts_with("locate-") => grows(&mut weights.shapes),
            Kind::Program | Kind::Other if name.starts_with("map-") => grows(&mut weights.map),
            Kind::Data => match name.strip_prefix(DATA).unwrap_or_default() {
                // Fetched afterwards, and the page does without.
                name if name.starts_with("us/offices") => {}
                name if name.starts_with("us/districts") => grows(&mut weights.shapes),
                name if name.starts_with("us/close-ups") => grows(&mut weights.map),
                name if name.starts_with("us/") => grows(&mut weights.data),
                name if name.starts_with("parts/") => parts = parts.max(size),
                name if name.starts_with("words/") => words = words.max(size),
                name if name.contains("/shapes-") => largest(&mut weights.other_shapes),
                name if name.ends_with(".bin") => largest(&mut weights.other_data),
                _ => {}
            },
            // Whatever else runs counts as the program, known or not.
            _ if matches!(ending, Some("js" | "mjs" | "wasm")) => weights.program += size,
            kind if ending == Some("html") => {
                match kind {
                    Kind::Embed => largest(&mut weights.embed_page),
                    Kind::Page if name.split('/').count() == 4 => largest(&mut weights.landing_page),
                    Kind::Page if name.split('/').count() > 4 => largest(&mut weights.directory_page),
                    _ => {}
                }
                if weights.largest_page.as_ref().is_none_or(|(_, largest)| size > *largest) {
                    weights.largest_page = Some((format!("/{}", name.trim_end_matches("index.html")), size));
                }
            }
            _ => {}
        }
    }
    weights.texts = Some(parts + words).filter(|size| *size > 0);
    Ok(weights)
}

/// The files of a site in order of their path, without those of former builds that stay for a while.
pub fn site_files(dist: &Path) -> Result<Vec<PathBuf>> {
    let old = std::fs::read(dist.join("old-files.json")).ok();
    let old: OldFiles = old.and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default();
    let mut found = files(dist)?;
    found.retain(|file| {
        let name = file.strip_prefix(dist).unwrap_or(file).to_string_lossy().replace('\\', "/");
        !old.old.contains_key(layout::without_twin(&name))
    });
    Ok(found)
}

/// What the program notes of former builds.
#[derive(Default, Deserialize)]
struct OldFiles {
    old: BTreeMap<String, u64>,
}

/// All files below a folder, in order of their path.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.with_context(|| format!("could not look into {}", folder.display()))?;
        if !entry.file_type().is_dir() {
            found.push(entry.into_path());
        }
    }
    Ok(found)
}

/// What a limit or goal is about, measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The row of the table.
    pub what: &'static str,
    /// The measure, or nothing where the site has no such part yet.
    pub measured: Option<u64>,
    /// What we want.
    pub goal: u64,
    /// What fails the test command.
    pub limit: u64,
    /// The unit.
    pub unit: Unit,
}

/// What a bar counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Bytes as downloaded.
    Bytes,
    /// Things: requests, entries, crates.
    Count,
    /// Milliseconds.
    Milliseconds,
    /// Millionths of a second, shown as milliseconds.
    Microseconds,
    /// A ratio, times 100.
    Hundredths,
    /// A share, times 1000.
    Thousandths,
}

/// How a measure compares with its bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Not to be measured yet.
    Missing,
    /// As good as we want.
    Goal,
    /// Good enough to ship.
    Limit,
    /// Too much.
    Over,
}

impl Verdict {
    /// One word for tables.
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Missing => "none yet",
            Verdict::Goal => "goal met",
            Verdict::Limit => "in limit",
            Verdict::Over => "OVER",
        }
    }
}

impl Bar {
    /// A bar with its measure, rounded to the unit.
    pub(crate) fn measured(what: &'static str, measure: f64, goal: u64, limit: u64, unit: Unit) -> Bar {
        Bar { what, measured: Some(measure.round() as u64), goal, limit, unit }
    }

    /// A time as a ratio to that of the last release in the same run; missing if it is 0.
    pub fn ratio(what: &'static str, ratio: f64) -> Bar {
        let measured = (ratio > 0.0).then(|| (ratio * 100.0).round() as u64);
        Bar { what, measured, goal: 100, limit: 120, unit: Unit::Hundredths }
    }

    /// How the measure compares.
    pub fn verdict(&self) -> Verdict {
        match self.measured {
            None => Verdict::Missing,
            Some(measured) if measured <= self.goal => Verdict::Goal,
            Some(measured) if measured <= self.limit => Verdict::Limit,
            Some(_) => Verdict::Over,
        }
    }

    /// A number in this bar's unit, for people.
    pub fn shown(&self, number: u64) -> String {
        match self.unit {
            Unit::Bytes => bytes::shown(number),
            Unit::Count => number.to_string(),
            Unit::Milliseconds => format!("{number} ms"),
            Unit::Microseconds => format!("{}.{} ms", number / 1000, number % 1000 / 100),
            Unit::Hundredths => format!("{}.{:02}", number / 100, number % 100),
            Unit::Thousandths => format!("{}.{:03}", number / 1000, number % 1000),
        }
    }

    /// The row as a line of a table.
    pub fn line(&self) -> String {
        let measured = self.measured.map_or_else(|| "–".to_owned(), |number| self.shown(number));
        let (goal, limit) = (self.shown(self.goal), self.shown(self.limit));
        format!("{:<54}{measured:>10}{goal:>10}{limit:>10}  {}", self.what, self.verdict().word())
    }
}

/// The heading over [`Bar::line`].
pub fn heading() -> String {
    format!("{:<54}{:>10}{:>10}{:>10}", "", "measured", "goal", "limit")
}

/// The bars for bytes; limits may be tightened, never loosened.
pub fn byte_bars(weights: &Weights) -> Vec<Bar> {
    let bar = |what, measured, goal, limit| Bar { what, measured, goal, limit, unit: Unit::Bytes };
    vec![
        bar("JS and Wasm, brotli", Some(weights.program), 60_000, 82_000),
        bar("Lookup table and officials, brotli", weights.data, 32_000, 40_000),
        bar("Table of another legislature, the largest, brotli", weights.other_data, 61_500, 62_600),
        bar(
            "Outlines of another legislature, the largest, on demand only, brotli",
            weights.other_shapes,
            100_000,
            160_000,
        ),
        bar("Shapes of the districts, on demand only, brotli", weights.shapes, 100_000, 160_000),
        bar("Map of any ZIP code, on demand only, brotli", weights.map, 250_000, 400_000),
        bar("Texts of an action, two files beside the page, brotli", weights.texts, 5_000, 8_000),
        bar("Largest embed page, brotli", weights.embed_page, 13_000, 14_600),
        bar("Largest landing page, brotli", weights.landing_page, 13_000, 14_600),
        bar("Largest directory page, brotli", weights.directory_page, 13_000, 14_600),
        bar("Loader embed/v1.js", weights.loader, 1_200, 1_500),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measure_is_judged_by_its_goal_then_its_limit() {
        for (measured, verdict) in [
            (None, Verdict::Missing),
            (Some(10), Verdict::Goal),
            (Some(11), Verdict::Limit),
            (Some(20), Verdict::Limit),
            (Some(21), Verdict::Over),
        ] {
            let bar = Bar { what: "x", measured, goal: 10, limit: 20, unit: Unit::Count };
            assert_eq!(bar.verdict(), verdict, "{measured:?}");
        }
    }

    #[test]
    fn a_time_is_compared_with_that_of_the_last_release_where_there_is_one() {
        for (now, before, shown, verdict) in [
            (50.0, 100.0, "0.50", Verdict::Goal),
            (100.0, 100.0, "1.00", Verdict::Goal),
            (119.9, 100.0, "1.20", Verdict::Limit),
            (121.0, 100.0, "1.21", Verdict::Over),
        ] {
            let bar = Bar::ratio("x", now / before);
            assert_eq!((&*bar.shown(bar.measured.unwrap()), bar.verdict()), (shown, verdict));
        }
        assert_eq!(Bar::ratio("x", 0.0).verdict(), Verdict::Missing);
    }

    #[test]
    fn every_kind_of_file_is_weighed_where_it_belongs() -> Result<()> {
        let dist = std::env::temp_dir().join(format!("undersigned-weights-{}", std::process::id()));
        for (name, size) in [
            ("index.html", 10),
            ("e/x/en/index.html", 30),
            ("c/x/en/index.html", 50),
            ("c/x/en/us/vt/index.html", 45),
            ("app.js", 100),
            ("app.wasm", 200),
            ("app.wasm.br", 70),
            ("app.wasm.gz", 90),
            ("undersigned-old.wasm", 1000),
            ("undersigned-old.wasm.br", 900),
            ("data/us/zip.bin", 400),
            ("data/us/officials.json", 40),
            ("data/us/offices-1.bin", 1),
            ("data/uk/people-1.bin", 33),
            ("data/x/people-1.bin", 34),
            ("data/x/shapes-1.bin", 35),
            ("c/x/en/uk/e12/index.html", 46),
            ("data/us/districts-1.bin", 75),
            ("locate-1.js", 5),
            ("data/us/close-ups-1.bin", 300),
            ("map-1.js", 6),
            ("data/parts/x.en.json", 60),
            ("data/parts/x.zh.json", 20),
            ("data/words/zh.json", 50),
            ("embed/v1.js", 7),
        ] {
            let file = dist.join(name);
            std::fs::create_dir_all(file.parent().unwrap())?;
            std::fs::write(file, "x".repeat(size))?;
        }
        std::fs::write(dist.join("old-files.json"), r#"{"old": {"undersigned-old.wasm": 1}, "removed": {}}"#)?;
        let weights = weights(&dist)?;
        std::fs::remove_dir_all(&dist)?;
        let expected = Weights {
            program: 170,
            data: Some(440),
            shapes: Some(80),
            map: Some(306),
            texts: Some(110),
            embed_page: Some(30),
            landing_page: Some(50),
            other_data: Some(34),
            other_shapes: Some(35),
            directory_page: Some(46),
            loader: Some(7),
            largest_page: Some(("/c/x/en/".to_owned(), 50)),
        };
        assert_eq!(weights, expected);
        Ok(())
    }
}
