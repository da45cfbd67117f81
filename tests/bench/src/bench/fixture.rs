//! Sites of made-up campaigns, as many and as long as a measure needs. They are written below `target` and never ship.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use crate::{measure, process, workspace};

/// What the campaigns are.
#[derive(Clone, Copy, Debug)]
pub struct Campaigns<'a> {
    /// How many signers each campaign has; their number is that of the campaigns.
    pub signers: &'a [usize],
    /// In which languages; those that `undersigned new` starts with have English words only.
    pub languages: &'a [&'a str],
    /// How many partners each campaign has, besides.
    pub partners: usize,
    /// A folder of `campaigns` whose facts and words they have; none for those that `undersigned new` starts with.
    pub like: Option<&'a str>,
    /// Whether each is made once more for every one of its targets, with that alone.
    pub each_target: bool,
}

/// How many targets a bundled campaign has.
pub(super) fn targets(like: &str) -> Result<usize> {
    let path = workspace::root().join("campaigns").join(like).join("campaign.json");
    let text = std::fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
    let facts: Value = serde_json::from_str(&text).with_context(|| format!("could not read {}", path.display()))?;
    Ok(facts.get("targets").and_then(Value::as_array).map_or(0, Vec::len))
}

/// A site that was made.
#[derive(Debug)]
pub struct Site {
    /// Its folder, without compressed twins.
    pub folder: PathBuf,
    /// How long drawing and writing took.
    pub took: Duration,
}

/// The name of a campaign, counted from 1.
pub fn id(number: usize) -> String {
    format!("example-{number:03}")
}

/// Makes a site, with the program of a built one.
pub fn site(dist: &Path, name: &str, campaigns: Campaigns<'_>) -> Result<Site> {
    let folder = workspace::target().join("bench").join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).with_context(|| format!("could not empty {}", folder.display()))?;
    }
    let (sources, site) = (folder.join("campaigns"), folder.join("site"));
    let single = match campaigns.like {
        Some(like) if campaigns.each_target => targets(like)?,
        _ => 0,
    };
    let targets = || [None].into_iter().chain((0..single).map(Some));
    let made = targets().flat_map(|target| campaigns.signers.iter().map(move |signers| (target, *signers)));
    for (at, (target, signers)) in made.enumerate() {
        write(&sources.join(id(at + 1)), &id(at + 1), signers, target, campaigns)?;
    }
    std::fs::create_dir_all(&site)?;
    for file in measure::site_files(dist)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with("undersigned-") && file.parent() == Some(dist) {
            std::fs::copy(&file, site.join(&*name)).with_context(|| format!("could not copy {}", file.display()))?;
        }
    }
    let mut prerender = Command::new(program()?);
    workspace::ship_scripts(&mut prerender).env(workspace::ALLOW_OUTDATED, "true");
    prerender.current_dir(workspace::root()).arg("prerender").arg("--out").arg(&site).arg("--campaigns").arg(&sources);
    let begun = Instant::now();
    process::output(&mut prerender).context("the made-up campaigns were not published")?;
    Ok(Site { folder: site, took: begun.elapsed() })
}

/// The native program, built with what is here now, to be timed without cargo.
fn program() -> Result<PathBuf> {
    process::run(process::cargo().args(["build", "--quiet", "--bin", "undersigned"]))?;
    let ours = std::env::current_exe().context("this program does not know where it is")?;
    // Tests lie in a folder below.
    let beside = ours.ancestors().skip(1).take(2).map(|folder| folder.join("undersigned"));
    let found = beside.into_iter().find(|program| program.is_file());
    found.with_context(|| format!("the program `undersigned` is not beside {}", ours.display()))
}

/// Writes a campaign with made-up signers and partners, and with one of its targets if it is named.
fn write(folder: &Path, id: &str, signers: usize, target: Option<usize>, campaigns: Campaigns<'_>) -> Result<()> {
    let example = workspace::root().join("src/cli/new/example");
    let source = campaigns.like.map_or(example, |like| workspace::root().join("campaigns").join(like));
    let read = |name: &str| -> Result<Value> {
        let text = std::fs::read_to_string(source.join(name)).with_context(|| format!("could not read {name}"))?;
        Ok(serde_json::from_str(&text.replace("FILL IN: ", "Example: ").replace("fill-in.example", "example.org"))?)
    };
    let mut facts = read("campaign.json")?;
    let fields = facts.as_object_mut().context("the example's facts are no object")?;
    fields.insert("id".to_owned(), json!(id));
    fields.insert("languages".to_owned(), json!(campaigns.languages));
    fields.insert("partners".to_owned(), (1..=campaigns.partners).map(partner).collect());
    fields.remove("next_campaign");
    if let (Some(target), Some(targets)) = (target, fields.get_mut("targets").and_then(Value::as_array_mut)) {
        *targets = targets.get(target).cloned().into_iter().collect();
    }
    let listed: Vec<Value> = (1..=signers).map(signer).collect();
    let stated = json!({ "count": signers, "besides": 0 });
    fields.insert("signers".to_owned(), json!({ "stated": stated, "order": "as_published", "listed": listed }));
    std::fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))?;
    std::fs::write(folder.join("campaign.json"), facts.to_string())?;
    for language in campaigns.languages {
        let file = format!("{language}.json");
        let mut words = read(if campaigns.like.is_some() { &file } else { "words.json" })?;
        // It may tell how many signed.
        let byline = if *language == "en" { "Example byline" } else { "示例署名" };
        words.as_object_mut().context("the example's words are no object")?.insert("byline".to_owned(), json!(byline));
        std::fs::write(folder.join(file), words.to_string())?;
    }
    Ok(())
}

/// Of words that real names have, in as many orders, so that they compress no better.
const WORDS: [&str; 40] = [
    "Action",
    "Alliance",
    "Assembly",
    "Association",
    "Campaign",
    "Centre",
    "Citizens",
    "Coalition",
    "Committee",
    "Community",
    "Conscience",
    "Council",
    "Defenders",
    "Democracy",
    "Dialogue",
    "Diaspora",
    "Forum",
    "Foundation",
    "Freedom",
    "Friends",
    "Harbour",
    "Human",
    "Initiative",
    "Institute",
    "Justice",
    "Law",
    "Letters",
    "Liberty",
    "Lighthouse",
    "Memorial",
    "Monitor",
    "Network",
    "Observatory",
    "Press",
    "Project",
    "Rights",
    "Solidarity",
    "Students",
    "Union",
    "Watch",
];

/// Countries of seats.
const COUNTRIES: [&str; 24] = [
    "AU", "AT", "BE", "CA", "CZ", "DE", "DK", "ES", "FI", "FR", "GB", "IE", "IN", "IT", "JP", "KR", "LT", "NL", "NO",
    "NZ", "PL", "SE", "TW", "US",
];

/// As varied as real ones, plainly made up, and the same each time: a name of two to four words, a site, a seat, a source.
fn signer(number: usize) -> Value {
    // Knuth's multiplicative hashing (The Art of Computer Programming, 6.4) spreads the numbers.
    let pick =
        |salt: usize, of: usize| (((number * 8 + salt) as u64 * 2_654_435_761 % (1 << 32) * of as u64) >> 32) as usize;
    let words: Vec<&str> = (0..2 + pick(0, 3)).filter_map(|at| WORDS.get(pick(1 + at, WORDS.len())).copied()).collect();
    let site = words.iter().rev().map(|word| word.to_lowercase()).collect::<Vec<_>>().join("-");
    let mut signer = json!({
        "organization": format!("Example {} {number:04}", words.join(" ")),
        "country": COUNTRIES.get(pick(6, COUNTRIES.len())),
        "source": format!("https://{site}-{number:04}.example/statements/{:x}", pick(7, 1 << 16)),
    });
    // Four of five have a site.
    if let (Some(fields), true) = (signer.as_object_mut(), pick(5, 5) > 0) {
        fields.insert("site_url".to_owned(), json!(format!("https://{site}-{number:04}.example/")));
    }
    signer
}

fn partner(number: usize) -> Value {
    json!({
        "slug": format!("example-partner-{number:02}"),
        "name": format!("Example Partner {number:02}"),
        "site": format!("https://partner-{number:02}.example/"),
    })
}
