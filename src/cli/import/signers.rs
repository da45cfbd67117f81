//! `undersigned import signers`: turns a list of those who signed into the signers of a campaign.

mod columns;
mod countries;
mod entries;
mod gather;
mod mend;
mod report;
mod write;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow};
use clap::{Args, ValueEnum};

use campaign::check::FACTS_FILE;
use campaign::facts::{SignerOrder, Signers, Stated};
use places::names::Places;
use places::web_address::{HttpsUrl, NotHttps};

use crate::cli::exit::Exit;
use crate::cli::{files, terminal};
use countries::Countries;

/// Larger files are no list of signers.
const MOST_BYTES: u64 = 8 << 20;

/// Turn a list of signers into the signers of a campaign.
///
/// Takes a CSV file as any spreadsheet saves it, with a row that names the columns in any order (organisation, country,
/// website, signed; for people: name, role), or a Markdown list. Countries may be names or codes. Repairs what is safe to
/// repair: spaces, line breaks, a missing https://. Leaves out duplicates and names that look alike. The report names each
/// row that needs attention, by its number in the spreadsheet.
///
/// With --into, adds the signers to a campaign. Without it, prints them as JSON, with the report on standard error.
#[derive(Debug, Args)]
#[command(after_help = "Exit codes: 0 every row was taken or already listed, 1 rows were left out, 2 could not run.")]
pub struct Arguments {
    /// The list: a .csv file, or a Markdown list.
    #[arg(value_name = "LIST")]
    list: PathBuf,
    /// The public page that lists them as signers.
    #[arg(long, value_name = "URL", value_parser = source)]
    source: HttpsUrl,
    /// Folder of the campaign to add them to.
    #[arg(long, value_name = "FOLDER")]
    into: Option<PathBuf>,
    /// Report what would be done, and write nothing.
    #[arg(long)]
    dry_run: bool,
    /// Treat every name as a person who signed for themselves.
    #[arg(long)]
    people: bool,
    /// Order of the signers [default: the campaign's, else alphabetical].
    #[arg(long, value_enum)]
    order: Option<Order>,
}

/// The order of signers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Order {
    /// By name.
    Alphabetical,
    /// As in the list.
    AsPublished,
}

fn source(text: &str) -> Result<HttpsUrl, NotHttps> {
    HttpsUrl::try_from(text.to_owned())
}

pub fn run(arguments: &Arguments) -> Exit {
    match import(arguments) {
        Ok(exit) => exit,
        Err(error) => {
            terminal::complain(error);
            Exit::CouldNotRun
        }
    }
}

fn import(arguments: &Arguments) -> Result<Exit> {
    let place = || arguments.list.display().to_string();
    let bytes = files::read(&arguments.list, MOST_BYTES).with_context(place)?;
    let list = entries::read(&bytes, arguments.people).with_context(place)?;
    let countries = countries()?;
    let campaign = arguments.into.as_deref().map(Campaign::read).transpose()?;
    let nobody = Signers {
        stated: Stated { count: 1, besides: 0, people: None },
        order: SignerOrder::Alphabetical,
        listed: Vec::new(),
        people: Vec::new(),
    };
    let mut signers = campaign.as_ref().map_or(nobody, |campaign| campaign.signers.clone());
    match arguments.order {
        Some(Order::Alphabetical) => signers.order = SignerOrder::Alphabetical,
        Some(Order::AsPublished) => signers.order = SignerOrder::AsPublished,
        None => {}
    }
    let mut report = gather::add(&mut signers, list, &arguments.source, &countries);
    match &campaign {
        Some(campaign) => {
            report.also.extend(stated(&signers));
            if arguments.dry_run {
                report.also.push("Nothing was written (--dry-run).".to_owned());
            } else {
                campaign.write(&signers)?;
                report.also.push(format!("Written: {}", campaign.file.display()));
            }
            terminal::say(&report);
        }
        None if arguments.dry_run => terminal::say(&report),
        None => {
            signers.stated.count = u32::try_from(signers.listed.len()).unwrap_or(u32::MAX);
            signers.stated.people = u32::try_from(signers.people.len()).ok().filter(|count| *count > 0);
            report.also.push(
                "The number under `stated` is from this list; replace it with the one the source states.".to_owned(),
            );
            terminal::say(write::text(&signers, "")?);
            terminal::complain(&report);
        }
    }
    Ok(if report.refused.is_empty() { Exit::Good } else { Exit::ProblemsFound })
}

/// What the campaign's own numbers no longer fit.
fn stated(signers: &Signers) -> Vec<String> {
    let Stated { count, besides, people } = signers.stated;
    let mut lines = Vec::new();
    if signers.listed.len() > count.saturating_add(besides) as usize {
        lines.push(format!(
            "{} organisations are listed now, and `signers.stated.count` is {count}: enter the number the source states.",
            signers.listed.len()
        ));
    }
    if people.is_some_and(|people| signers.people.len() > people as usize)
        || people.is_none() && !signers.people.is_empty()
    {
        lines.push(format!(
            "{} people are listed now: enter the number the source states in `signers.stated.people`.",
            signers.people.len()
        ));
    }
    lines
}

fn countries() -> Result<Countries> {
    let places = |text: &str| serde_json::from_str::<Places>(text);
    let languages = [
        places(include_str!("../../../assets/languages/places.en.json"))?,
        places(include_str!("../../../assets/languages/places.zh-Hant.json"))?,
    ];
    Ok(Countries::new(&languages))
}

/// The campaign that the signers are added to.
struct Campaign {
    file: PathBuf,
    text: String,
    signers: Signers,
}

impl Campaign {
    fn read(folder: &Path) -> Result<Campaign> {
        #[derive(serde::Deserialize)]
        struct Facts {
            signers: Signers,
        }
        let file = folder.join(FACTS_FILE);
        let place = file.display();
        let text = fs::read_to_string(&file).with_context(|| place.to_string())?;
        let facts: Facts = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
            anyhow!("{place}: {error}; `undersigned check {}` says what is wrong with it", folder.display())
        })?;
        Ok(Campaign { signers: facts.signers, file, text })
    }

    /// Writes the new facts beside the old ones and puts them in their place, so that neither is ever half there.
    fn write(&self, signers: &Signers) -> Result<()> {
        let place = || self.file.display().to_string();
        let text = write::into_facts(&self.text, signers).with_context(place)?;
        files::replace(&self.file, text.as_bytes()).with_context(place)
    }
}

#[cfg(test)]
mod tests;
