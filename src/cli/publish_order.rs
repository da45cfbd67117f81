//! `undersigned publish-order`: in which order a site's files are put online, for scripts that upload them.

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, ValueEnum};

use layout::{INDEX, Phase, phase};

use super::exit::Exit;
use super::site_folder::{self, Record};
use super::terminal;

/// Print the files of a built site in the order in which to upload them.
///
/// Each line is a step, a space and a path. `first`: files that pages refer to (tables, texts, programs, pictures). `pages`:
/// pages and everything else. `remove`: files from earlier publications that may go once the pages are there. In this order,
/// no visitor gets a page whose files are missing.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The built site.
    #[arg(default_value = "dist")]
    dist: PathBuf,
    /// Print only the paths of this step, one per line, as `rsync --files-from` reads them.
    #[arg(long, value_name = "STEP")]
    only: Option<Step>,
}

/// A step of an upload.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Step {
    /// Files that pages refer to.
    First,
    /// Pages and everything else.
    Pages,
    /// Files that may go.
    Remove,
}

impl Step {
    fn name(self) -> &'static str {
        match self {
            Step::First => "first",
            Step::Pages => "pages",
            Step::Remove => "remove",
        }
    }
}

pub fn run(arguments: &Arguments) -> Exit {
    let dist = &arguments.dist;
    if !dist.join(INDEX).is_file() {
        terminal::complain(format_args!("{}: contains no built site; run `cargo xtask dist`", dist.display()));
        return Exit::CouldNotRun;
    }
    match order(arguments) {
        Ok(lines) => {
            for (step, path) in lines {
                match arguments.only {
                    None => terminal::say(format_args!("{} {path}", step.name())),
                    Some(_) => terminal::say(path),
                }
            }
            Exit::Good
        }
        Err(fault) => {
            terminal::complain(fault);
            Exit::CouldNotRun
        }
    }
}

fn order(arguments: &Arguments) -> Result<Vec<(Step, String)>> {
    let files = site_folder::files(&arguments.dist)?.into_iter().map(|path| match phase(&path) {
        Phase::First => (Step::First, path),
        Phase::Pages => (Step::Pages, path),
    });
    let removed = Record::read(&arguments.dist).removed.into_keys().map(|path| (Step::Remove, path));
    let is_asked_for = |(step, _): &(Step, String)| arguments.only.is_none_or(|only| only == *step);
    Ok(files.chain(removed).filter(is_asked_for).collect())
}
