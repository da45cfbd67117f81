//! How a build grows with campaigns and with signers. What doubles may cost double, and no more.

use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use super::fixture::{self, Campaigns};
use super::median::median;
use crate::measure::{Bar, Unit};
use crate::{bytes, measure};

/// Each campaign has two.
const LANGUAGES: [&str; 2] = ["en", "zh-Hant"];

/// The campaign whose words all of them have: one that is bundled in both.
const LIKE: &str = "cfhk-blinken-2023";

/// So many signers has a campaign where only campaigns grow.
const SIGNERS: usize = 53;

/// How many campaigns, and how often each build is timed.
const CAMPAIGNS: [(usize, usize); 3] = [(1, 3), (10, 3), (100, 1)];

/// How many signers one campaign has.
const LISTS: [usize; 4] = [53, 500, 1_000, 5_000];

/// One build.
#[derive(Clone, Copy, Debug)]
struct Build {
    campaigns: usize,
    signers: usize,
    pages: usize,
    /// In milliseconds.
    time: f64,
    /// Of all files, without twins.
    bytes: u64,
    /// Of the largest landing page, brotli.
    page: u64,
}

/// What was built, and how it grows.
#[derive(Clone, Debug)]
pub struct Scaling {
    builds: Vec<Build>,
    /// How many times as much ten times as many campaigns, and ten times as many signers, cost.
    pub bars: Vec<Bar>,
}

/// Builds sites of one to a hundred campaigns, and of one campaign with up to 5,000 signers.
pub fn measure(dist: &Path) -> Result<Scaling> {
    let mut by_campaigns = Vec::new();
    for (campaigns, times) in CAMPAIGNS {
        println!("Building {campaigns} × {} pages …", LANGUAGES.len());
        by_campaigns.push(build(dist, &vec![SIGNERS; campaigns], times)?);
    }
    let mut by_signers = Vec::new();
    for signers in LISTS {
        println!("Building {signers} signers …");
        by_signers.push(build(dist, &[signers], 3)?);
    }
    let growth = |builds: &[Build], of: fn(&Build) -> f64| -> Result<f64> {
        let [.., before, last] = builds else { anyhow::bail!("nothing grew") };
        Ok(of(last) / of(before) * 100.0)
    };
    let row = |what, measured, goal, limit| Bar::measured(what, measured, goal, limit, Unit::Hundredths);
    let (time, bytes) = (|build: &Build| build.time, |build: &Build| build.bytes as f64);
    Ok(Scaling {
        bars: vec![
            row("Build time, 100 campaigns ÷ 10", growth(&by_campaigns, time)?, 1_000, 1_200),
            row("Size of the site, 100 campaigns ÷ 10", growth(&by_campaigns, bytes)?, 1_000, 1_100),
            row("Build time, 5,000 signers ÷ 1,000", growth(&by_signers, time)?, 500, 600),
            row("Landing page, 5,000 signers ÷ 1,000", growth(&by_signers, |build| build.page as f64)?, 500, 550),
        ],
        builds: by_campaigns.into_iter().chain(by_signers).collect(),
    })
}

fn build(dist: &Path, signers: &[usize], times: usize) -> Result<Build> {
    let campaigns = Campaigns { signers, languages: &LANGUAGES, partners: 0, like: Some(LIKE), each_target: false };
    let mut site = fixture::site(dist, "scaling", campaigns)?;
    let mut took = vec![site.took.as_secs_f64() * 1000.0];
    while took.len() < times {
        site = fixture::site(dist, "scaling", campaigns)?;
        took.push(site.took.as_secs_f64() * 1000.0);
    }
    let files = measure::files(&site.folder)?;
    let mut bytes = 0;
    for file in &files {
        bytes += std::fs::metadata(file).with_context(|| format!("could not read {}", file.display()))?.len();
    }
    let page = std::fs::read(site.folder.join(format!("c/{}/en/index.html", fixture::id(1))))?;
    Ok(Build {
        campaigns: signers.len(),
        signers: signers.first().copied().unwrap_or_default(),
        pages: files.iter().filter(|file| file.extension().is_some_and(|kind| kind == "html")).count(),
        time: median(took),
        bytes,
        page: bytes::brotli(&page)?.len() as u64,
    })
}

impl Scaling {
    /// The builds as a table for people.
    pub fn table(&self) -> String {
        let head = "| campaigns × 2 languages | signers each | pages | build | site | a landing page, brotli |\n|---|---|---|---|---|---|\n";
        let row = |build: &Build| {
            format!(
                "| {} | {} | {} | {:.1} s | {:.1} MB | {} |\n",
                build.campaigns,
                build.signers,
                build.pages,
                build.time / 1000.0,
                build.bytes as f64 / 1e6,
                bytes::shown(build.page),
            )
        };
        [head.to_owned(), self.builds.iter().map(row).collect()].concat()
    }

    /// The same for other programs.
    pub(super) fn report(&self) -> Value {
        let builds = self.builds.iter().map(|build| {
            json!({
                "campaigns": build.campaigns,
                "signers": build.signers,
                "pages": build.pages,
                "milliseconds": build.time.round(),
                "bytes": build.bytes,
                "landing_page_bytes": build.page,
            })
        });
        builds.collect()
    }
}
