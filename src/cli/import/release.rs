//! `undersigned import release`: turns a press release into a draft of a campaign.

mod source;

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;

use campaign::check::text::is_hidden;
use campaign::facts::Slug;
use campaign::release::{Part, Quote, Release, parse};
use campaign::words::Quotation;
use campaign::{Block, Campaign};
use places::language::Language;

use crate::cli::exit::Exit;
use crate::cli::files;
use crate::cli::new;
use crate::cli::terminal;

/// Larger files are no release.
const MOST_BYTES: u64 = 8 << 20;

/// Turn a press release into a draft campaign.
///
/// Reads plain text, saved web pages, and Word and LibreOffice documents. Finds the title, dates, paragraphs and quotations
/// with their speakers, and sets aside site navigation and notes for journalists. Where it isn't certain who speaks, the
/// draft asks. With --id, starts a campaign folder; without it, prints JSON.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The release: .txt (UTF-8), .html, .docx or .odt.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Start a campaign with this name.
    #[arg(long, value_parser = new::slug)]
    id: Option<Slug>,
    /// Folder of campaigns.
    #[arg(long = "in", value_name = "FOLDER", default_value = "campaigns", requires = "id")]
    campaigns: PathBuf,
    /// Language of the release.
    #[arg(long, value_name = "TAG", default_value = "en", value_parser = new::language, requires = "id")]
    language: Language,
}

pub fn run(arguments: &Arguments) -> Exit {
    match read(arguments).and_then(|release| draft(arguments, &release)) {
        Ok(exit) => exit,
        Err(error) => {
            terminal::complain(error.context(arguments.file.display().to_string()));
            Exit::CouldNotRun
        }
    }
}

fn read(arguments: &Arguments) -> Result<Release> {
    let bytes = files::read(&arguments.file, MOST_BYTES)?;
    Ok(parse(&source::read(&bytes)?))
}

fn draft(arguments: &Arguments, release: &Release) -> Result<Exit> {
    if release.title.is_empty() {
        bail!("contains no text");
    }
    let Some(id) = &arguments.id else {
        let json = serde_json::to_string_pretty(release)?;
        terminal::say(escaped(&json));
        return Ok(Exit::Good);
    };
    let issued = release.issued.unwrap_or_else(new::today);
    let mut campaign = new::example(id, issued, &[arguments.language])?;
    fill(&mut campaign, release);
    let todo = remaining(release);
    let exit = new::finish(&arguments.campaigns, &campaign, None, &todo);
    if exit == Exit::Good {
        terminal::say(todo.trim_end());
    }
    Ok(exit)
}

/// Puts what the release tells in the place of the example's texts.
fn fill(campaign: &mut Campaign, release: &Release) {
    campaign.facts.updated = release.updated;
    for words in campaign.words.values_mut() {
        words.title = release.title.clone();
        words.statement = release.parts.iter().map(block).collect();
    }
}

fn block(part: &Part) -> Block {
    match part {
        Part::Paragraph(text) => Block::Paragraph(text.clone()),
        Part::Quotation(Quote { text, speaker, role, .. }) => Block::Quotation(Quotation {
            text: text.clone(),
            speaker: speaker.clone().unwrap_or_else(|| "FILL IN: who said it".to_owned()),
            role: role.clone(),
        }),
    }
}

/// What the program cannot know, as a list for the draft's README.
fn remaining(release: &Release) -> String {
    let mut lines = vec!["".to_owned(), "## Read from a release".to_owned(), "".to_owned()];
    lines.push(match release.issued {
        Some(date) => format!("- Issued {date}: compare it with the release."),
        None => "- No date was found; `issued` is today. Enter the day of the release.".to_owned(),
    });
    if let Some(date) = release.updated {
        lines.push(format!("- Updated {date}: compare it with the release."));
    }
    let quoted = release.parts.iter().filter_map(|part| match part {
        Part::Quotation(quote) => Some(quote),
        Part::Paragraph(_) => None,
    });
    for quote in quoted {
        let role = quote.role.as_ref().map(|role| format!(" ({role})")).unwrap_or_default();
        lines.push(match &quote.speaker {
            Some(name) => format!("- Quotation of {name}{role}: compare the words, the name and the role."),
            None => match &quote.attribution {
                Some(words) => format!("- Whose words are “{}”? The release says: {words}", beginning(&quote.text)),
                None => format!("- A quotation without a speaker: “{}”", beginning(&quote.text)),
            },
        });
    }
    lines.extend(release.date_lines.iter().map(|line| format!("- Left out of the statement as a date: {line}")));
    lines.extend(release.chrome.iter().map(|line| format!("- Left out as part of the site: {line}")));
    lines.extend(release.aside.iter().map(|line| format!("- Left out as a note for journalists: {line}")));
    lines.push("- The statement is the release's own text. Ask its issuer, or put it in your own words.".to_owned());
    lines.push("- A release has no signers, action or letter; write these yourself.".to_owned());
    lines.join("\n") + "\n"
}

fn beginning(text: &str) -> String {
    text.split_whitespace().take(8).collect::<Vec<_>>().join(" ") + " …"
}

/// JSON with the hidden characters of its texts escaped, so that it is safe in a terminal and still the same JSON.
fn escaped(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for character in json.chars() {
        if character != '\n' && is_hidden(character) {
            let mut units = [0; 2];
            escaped.extend(character.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            escaped.push(character);
        }
    }
    escaped
}
