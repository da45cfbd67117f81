//! `undersigned prerender`: writes the whole site; Trunk calls it after each build.

pub(super) mod catalogues;
mod credits;
mod directory;
mod headers;
mod icon;
mod job;
mod kit;
mod listed;
mod live_parts;
mod loader;
mod measured;
mod oembed;
mod pages;
mod pictures;
mod previews;
mod program;
mod render;
mod scripts;
mod signers;
pub mod site_file;
mod style;
pub mod uk;

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Context as _, Result, anyhow};
use clap::Args;

use campaign::Campaign;
use campaign::fault::Fault;

use crate::cli::exit::Exit;
use crate::cli::site_folder::{Compressed, Outcome, SiteFolder, phase};
use crate::cli::terminal;
use crate::cli::terminal::progress::Progress;
use crate::cli::{check, cores, legislature, tables};
use job::Job;
use loader::Loaders;
pub use pages::{File, Workshop};
use places::congress::State;
use scripts::Scripts;

/// Write the static site into a folder that holds the built programs.
///
/// If a campaign, a table or a language file has a fault, all faults are listed and nothing is written. Unchanged files are
/// left alone; the others are replaced whole, and what pages refer to is written before the pages. Files from earlier runs
/// that open pages may still request are kept for `keep_old_files_days` (site.toml).
#[derive(Debug, Args)]
pub struct Arguments {
    /// Folder to write; already holds the built Wasm.
    #[arg(long, env = "TRUNK_STAGING_DIR", default_value = "dist")]
    pub out: PathBuf,
    /// Folder of campaigns.
    #[arg(long, default_value = "campaigns")]
    pub campaigns: PathBuf,
    /// Folder of tables.
    #[arg(long, default_value = "data")]
    pub data: PathBuf,
    /// The site file: where the site is published.
    #[arg(long, default_value = "site.toml")]
    pub site: PathBuf,
    /// File of measured frame heights, used instead of those in the campaigns' folders.
    #[arg(long, value_name = "FILE")]
    pub heights: Option<PathBuf>,
    /// Font files for link preview images, separated as in PATH; omit to skip preview images.
    #[arg(long, value_name = "FILES", env = "UNDERSIGNED_FONTS", default_value = "", hide_default_value = true)]
    pub fonts: OsString,
    /// Folder of the scripts inside pages: as they are written, or made smaller by a build.
    #[arg(long, value_name = "FOLDER", env = "UNDERSIGNED_SCRIPTS", default_value = "assets")]
    pub scripts: PathBuf,
    /// Cores to use [default: all]. The pages are the same.
    #[arg(long, value_name = "NUMBER", env = "UNDERSIGNED_CORES")]
    pub cores: Option<NonZeroUsize>,
    /// Check everything and draw nothing: a build draws when its program has its last name.
    #[arg(long, env = "UNDERSIGNED_DRAW_LATER", hide = true)]
    pub draw_later: bool,
    /// Public address, instead of the one in the site file.
    #[arg(long, env = "UNDERSIGNED_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// Whether the tables still hold.
    #[command(flatten)]
    pub dates: tables::age::Dates,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Exit {
    let campaigns = match campaigns(arguments) {
        Ok(campaigns) => campaigns,
        Err(Refused::Faults(faults)) => return check::report(&faults),
        Err(Refused::Heights(error)) => {
            terminal::complain(error);
            return Exit::CouldNotRun;
        }
    };
    if let Err(failure) = tables::age::judge(
        &arguments.data,
        legislature::own_of_open(&arguments.campaigns, &campaigns),
        &arguments.dates,
    ) {
        terminal::complain(&failure);
        return failure.exit();
    }
    match write_site(arguments, &campaigns) {
        Ok(written) => {
            terminal::say(format_args!("{written} in {}", arguments.out.display()));
            headers::limits::exceeded(&arguments.out).iter().for_each(terminal::complain);
            Exit::Good
        }
        Err(error) => {
            terminal::complain(error);
            Exit::CouldNotRun
        }
    }
}

/// Why campaigns cannot be drawn.
enum Refused {
    /// Their files have faults.
    Faults(Vec<Fault>),
    /// The file of measured heights does not read.
    Heights(anyhow::Error),
}

/// Every campaign, with the heights that were measured.
fn campaigns(arguments: &Arguments) -> Result<Vec<Campaign>, Refused> {
    let mut campaigns = check::load_all(&arguments.campaigns, &arguments.data).map_err(Refused::Faults)?;
    let measured = arguments.heights.as_ref().map_or(Ok(()), |file| measured::apply(file, &mut campaigns));
    measured.map_err(Refused::Heights).map(|()| campaigns)
}

/// What is wrong with everything that pages are drawn from, except campaigns. Writes nothing and needs no built program.
pub fn source_problems(public_url: Option<&str>) -> Vec<String> {
    let site = site_file::read(Path::new("site.toml"), public_url).err().map(|error| format!("{error:#}"));
    let languages = catalogues::read(Path::new("assets/languages")).err().map(|faults| faults.to_string());
    let us = tables::load(Path::new("data/us")).err().map(|failure| failure.to_string());
    let uk = tables::uk::load(Path::new("data/uk")).err().map(|failure| failure.to_string());
    let folders = legislature::folders(Path::new("data"), Path::new("campaigns"));
    let folders =
        folders.iter().filter_map(|folder| legislature::read(folder).err()).map(|failure| failure.to_string());
    [site, languages, us, uk].into_iter().flatten().chain(folders).collect()
}

/// Reads everything that pages are drawn from, except campaigns.
pub fn workshop(arguments: &Arguments) -> Result<Workshop> {
    let site = site_file::read(&arguments.site, arguments.public_url.as_deref())?;
    let languages = catalogues::read(Path::new("assets/languages"))?;
    let us = arguments.data.join("us");
    let program = program::find(&arguments.out, PROGRAM)?;
    let style = style::read(Path::new("assets/style.css"))?;
    let action_style = style::read(Path::new("assets/action.css"))?;
    let loaders = Loaders::read()?;
    let kit = kit::read(&arguments.scripts)?;
    let zips_as_of = credits::zips_as_of(&us)?;
    let tables = tables::build(&us)?;
    let scripts = Scripts::read(&arguments.scripts, tables.maps.as_ref())?;
    Ok(Workshop {
        site,
        languages,
        program,
        style,
        action_style,
        scripts,
        loaders,
        kit,
        tables,
        uk: None,
        folders: listed::Folders::new(),
        zips_as_of,
        states: State::ALL.to_vec(),
        campaigns: Vec::new(),
        pictures: BTreeSet::new(),
    })
}

/// The name of the program in file names.
pub const PROGRAM: &str = "undersigned";

/// Every file of a site as text, in memory: pages, headers, scripts for hosts, and what other tools read.
pub fn draw(workshop: &Workshop) -> Result<Vec<File>> {
    let mut files = Vec::new();
    for job in Job::all(workshop.campaigns.iter().map(Rc::as_ref)) {
        files.extend(job.draw(workshop)?);
    }
    Ok(files)
}

/// Writes the site and returns a summary.
fn write_site(arguments: &Arguments, campaigns: &[Campaign]) -> Result<String> {
    if arguments.draw_later {
        return whole_workshop(arguments, BTreeSet::new()).map(|_| "no pages yet".to_owned());
    }
    // Report what is missing or wrong before writing anything.
    site_file::read(&arguments.site, arguments.public_url.as_deref())?;
    let keep_for = site_file::keep_old_files_for(&arguments.site)?;
    program::find(&arguments.out, PROGRAM)?;
    let folder = SiteFolder::open(&arguments.out, keep_for, Compressed::Renewed)?;
    let threads = arguments.cores.unwrap_or_else(cores::all);
    copy_logos(arguments, campaigns, &folder)?;
    let pictures = pictures::write(campaigns, &arguments.fonts, threads, &folder)?;
    let jobs: Vec<Job> = Job::all(campaigns).collect();
    let progress = Progress::new("Drawing pages", jobs.len());
    // Each thread writes what its pages refer to before it draws any.
    let begin = || {
        let workshop = whole_workshop(arguments, pictures.clone())?;
        workshop.shared_files().try_for_each(|(path, bytes)| folder.write(path, bytes))?;
        workshop.program_files().iter().try_for_each(|path| folder.keep(path))?;
        Ok(workshop)
    };
    let drawn = cores::each(threads, &jobs, &progress, begin, |workshop, job| {
        let mut files = job.draw(workshop)?;
        files.sort_by_key(|(path, _)| phase(path));
        files.iter().try_for_each(|(path, content)| folder.write(path, content.as_bytes()))?;
        Ok(files.len())
    })?;
    drop(progress);
    icon::write(&folder)?;
    let pages = drawn.iter().sum::<usize>();
    let Outcome { changed, old, removed } = folder.finish()?;
    let old = if old == 0 { String::new() } else { format!("{old} old ones kept for now, ") };
    Ok(format!("{pages} pages, {changed} files changed, {old}{removed} removed,"))
}

/// Everything that pages are drawn from, campaigns included. They have been checked; each thread reads its own, because Yew's
/// values stay on one thread.
pub fn whole_workshop(arguments: &Arguments, pictures: BTreeSet<String>) -> Result<Workshop> {
    let campaigns = campaigns(arguments).map_err(|_| anyhow!("the campaigns changed while they were drawn"))?;
    let campaigns: Vec<Rc<Campaign>> = campaigns.into_iter().map(Rc::new).collect();
    let uk = uk::build(&arguments.data, &campaigns)?;
    let folders = listed::read(&arguments.data, &arguments.campaigns, &campaigns)?;
    Ok(Workshop { campaigns, uk, folders, pictures, ..workshop(arguments)? })
}

fn copy_logos(arguments: &Arguments, campaigns: &[Campaign], folder: &SiteFolder) -> Result<()> {
    for campaign in campaigns {
        let id = campaign.facts.id.as_str();
        for file in campaign.facts.signers.listed.iter().filter_map(|signer| signer.logo_image_url.as_ref()) {
            let from = arguments.campaigns.join(id).join(file);
            let picture = check::read(&from).with_context(|| from.display().to_string())?;
            folder.write(&["logos/", id, "/", file].concat(), &picture)?;
        }
    }
    Ok(())
}
