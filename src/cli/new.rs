//! `undersigned new`: starts a campaign folder from a commented example, with a legislature of its own if one is asked for.

mod own_legislature;

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use clap::Args;

use campaign::check::{FACTS_FILE, words_file};
use campaign::facts::Slug;
use campaign::malformed::Malformed;
use campaign::{Campaign, Facts, Heights, Words};
use places::date::Date;
use places::language::Language;
use places::legislature::LegislatureId;

use crate::cli::clock;
use crate::cli::exit::Exit;
use crate::cli::terminal;

/// Start a campaign folder.
///
/// Each text says what to write in its place, and `undersigned check` lists what is still missing. Never overwrites anything.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  undersigned new save-the-library
  undersigned new save-the-library --languages en,zh-Hant
  undersigned new save-the-library --legislature example-city
      with campaigns/save-the-library/legislature/, a folder for a city council or any other
      legislature that only this campaign writes to. In an existing campaign, adds just the folder.

Exit codes: 0 written, 2 could not run.")]
pub struct Arguments {
    /// The campaign's name in addresses: 1 to 64 of a-z, 0-9 and -.
    #[arg(value_parser = slug)]
    id: Slug,
    /// Folder of campaigns.
    #[arg(long = "in", value_name = "FOLDER", default_value = "campaigns")]
    campaigns: PathBuf,
    /// Languages, the default first.
    #[arg(long, value_name = "TAG", value_delimiter = ',', default_value = "en", value_parser = language)]
    languages: Vec<Language>,
    /// Also create a folder for the campaign's own legislature, with this name: 1 to 64 of a-z, 0-9 and -.
    #[arg(long, value_name = "ID", value_parser = own_legislature::name)]
    legislature: Option<LegislatureId>,
}

pub fn run(arguments: &Arguments) -> Exit {
    let folder = arguments.campaigns.join(arguments.id.as_str());
    if let Some(there) = arguments.legislature.as_ref().and_then(own_legislature::of_everybody) {
        terminal::complain(format_args!("{}: is available to every campaign; name it in `targets`", there.display()));
        return Exit::CouldNotRun;
    }
    if let Some(legislature) = arguments.legislature.as_ref().filter(|_| folder.join(FACTS_FILE).exists()) {
        return own_legislature::add(&folder, legislature);
    }
    match example(&arguments.id, today(), &arguments.languages) {
        Ok(mut campaign) => {
            if let Some(legislature) = &arguments.legislature {
                own_legislature::aim(&mut campaign, legislature);
            }
            finish(&arguments.campaigns, &campaign, arguments.legislature.as_ref(), "")
        }
        Err(error) => {
            terminal::complain(format_args!("the example cannot be read: {error}"));
            Exit::CouldNotRun
        }
    }
}

/// A campaign whose texts say what to write in their place.
///
/// # Errors
/// Only if the example that is built in does not fit the types.
pub fn example(id: &Slug, issued: Date, languages: &[Language]) -> serde_json::Result<Campaign> {
    let mut facts: Facts = serde_json::from_str(include_str!("new/example/campaign.json"))?;
    let words: Words = serde_json::from_str(include_str!("new/example/words.json"))?;
    let words: BTreeMap<_, _> = languages.iter().map(|language| (*language, in_language(&words, *language))).collect();
    facts.id = id.clone();
    facts.issued = issued;
    facts.languages = languages.to_vec();
    facts.languages.dedup();
    Ok(Campaign { facts, words, heights: Heights::default(), people: Vec::new() })
}

/// The example's words for a file in a language: what is written out in English is to be translated.
fn in_language(example: &Words, language: Language) -> Words {
    let mut words = example.clone();
    if let Some(action) = words.action.as_mut().filter(|_| language != Language::English) {
        action.contact_note = format!("FILL IN: in the language of this file: {}", action.contact_note);
    }
    words
}

/// Writes a draft, with the folder of a legislature of its own if it has one, and says what to do next. `more` is added to its
/// README.
pub fn finish(campaigns: &Path, draft: &Campaign, legislature: Option<&LegislatureId>, more: &str) -> Exit {
    let folder = campaigns.join(draft.facts.id.as_str());
    let name = folder.display();
    let more = legislature.map_or(more, |_| own_legislature::README);
    let written = write(&folder, draft, more).and_then(|()| match legislature {
        Some(legislature) => own_legislature::write(&folder, legislature),
        None => Ok(()),
    });
    match written {
        Ok(()) => {
            terminal::say(format_args!("{name}: created. To see what's left to write: undersigned check {name}"));
            Exit::Good
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            terminal::complain(format_args!("{name}: already exists and was left as it is; choose another name"));
            Exit::CouldNotRun
        }
        Err(error) => {
            terminal::complain(format_args!("{name}: cannot be written: {error}"));
            Exit::CouldNotRun
        }
    }
}

/// Writes the files of a campaign into a new folder.
fn write(folder: &Path, draft: &Campaign, more: &str) -> io::Result<()> {
    let readme = include_str!("new/example/README.md").replace("{id}", draft.facts.id.as_str()).replace("{more}", more);
    let mut files = vec![
        (FACTS_FILE.to_owned(), serde_json::to_string_pretty(&draft.facts)? + "\n"),
        ("README.md".to_owned(), readme.trim_end().to_owned() + "\n"),
    ];
    for (language, words) in &draft.words {
        files.push((words_file(*language), serde_json::to_string_pretty(words)? + "\n"));
    }
    // The folder of campaigns may be missing; the campaign's own must be.
    fs::create_dir_all(folder.parent().unwrap_or(folder))?;
    fs::create_dir(folder)?;
    for (name, text) in files {
        fs::File::create_new(folder.join(name))?.write_all(text.as_bytes())?;
    }
    Ok(())
}

/// Reads a campaign's name from an argument.
pub fn slug(text: &str) -> Result<Slug, Malformed> {
    Slug::try_from(text.to_owned())
}

/// Reads a language from an argument.
pub fn language(text: &str) -> Result<Language> {
    let known = Language::ALL.map(Language::tag).join(", ");
    let language = Language::ALL.into_iter().find(|language| language.tag() == text);
    language.with_context(|| format!("the interface comes in {known}"))
}

/// Today in UTC; the first day of 2000 where the clock makes no sense.
pub fn today() -> Date {
    clock::today().unwrap_or(Date::FALLBACK)
}
