//! Sites of made-up campaigns, as many and as long as a measure needs. They are written below `target` and never ship.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};

use crate::{dist, measure, process, workspace};

/// What the campaigns are.
#[derive(Clone, Copy, Debug)]
pub struct Campaigns<'a> {
    /// How many signers each campaign has; their number is that of the campaigns.
    pub signers: &'a [usize],
    /// In which languages; the words are the same.
    pub languages: &'a [&'a str],
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
    for (at, signers) in campaigns.signers.iter().enumerate() {
        write(&sources.join(id(at + 1)), &id(at + 1), *signers, campaigns.languages)?;
    }
    std::fs::create_dir_all(&site)?;
    for file in measure::site_files(dist)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if ["undersigned-", "world-"].iter().any(|program| name.starts_with(program)) && file.parent() == Some(dist) {
            std::fs::copy(&file, site.join(&*name)).with_context(|| format!("could not copy {}", file.display()))?;
        }
    }
    let mut prerender = Command::new(program()?);
    prerender.env(dist::ALLOW_OUTDATED, "true");
    prerender.current_dir(workspace::root()).arg("prerender").arg("--out").arg(&site).arg("--campaigns").arg(&sources);
    let begun = Instant::now();
    process::output(&mut prerender).context("the made-up campaigns were not published")?;
    Ok(Site { folder: site, took: begun.elapsed() })
}

/// The native program, built with what is here now, to be timed without cargo.
fn program() -> Result<PathBuf> {
    process::run(process::cargo().args(["build", "--quiet", "--bin", "undersigned"]))?;
    let ours = std::env::current_exe().context("this program does not know where it is")?;
    match ours.parent().map(|folder| folder.join("undersigned")) {
        Some(program) if program.is_file() => Ok(program),
        _ => bail!("the program `undersigned` is not beside {}", ours.display()),
    }
}

/// Writes a campaign from the example that `undersigned new` starts with.
fn write(folder: &Path, id: &str, signers: usize, languages: &[&str]) -> Result<()> {
    let example = workspace::root().join("src/cli/new/example");
    let read = |name: &str| -> Result<Value> {
        let text = std::fs::read_to_string(example.join(name)).with_context(|| format!("could not read {name}"))?;
        Ok(serde_json::from_str(&text.replace("FILL IN: ", "Example: ").replace("fill-in.example", "example.org"))?)
    };
    let mut facts = read("campaign.json")?;
    let fields = facts.as_object_mut().context("the example's facts are no object")?;
    fields.remove("partners");
    fields.insert("id".to_owned(), json!(id));
    fields.insert("languages".to_owned(), json!(languages));
    let listed: Vec<Value> = (1..=signers).map(signer).collect();
    let stated = json!({ "count": signers, "besides": 0 });
    fields.insert("signers".to_owned(), json!({ "stated": stated, "order": "as_published", "listed": listed }));
    let words = read("words.json")?;
    std::fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))?;
    std::fs::write(folder.join("campaign.json"), facts.to_string())?;
    for language in languages {
        std::fs::write(folder.join(format!("{language}.json")), words.to_string())?;
    }
    Ok(())
}

fn signer(number: usize) -> Value {
    let country = ["GB", "FR", "TW"].get(number % 3);
    json!({ "organization": format!("Example Organisation {number:04}"), "country": country, "source": "https://example.org/" })
}
