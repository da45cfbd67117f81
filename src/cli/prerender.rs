//! `undersigned prerender`: writes the whole site; Trunk calls it after each build.

mod program;

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;

use campaign::Campaign;
use files::Files;
use layout::phase;
use publish::pictures::{self, Typesetter};
use publish::{Failure, Materials, PageSet, Renderer, Sources, site_file};
use records::legislature;

use crate::cli::exit::Exit;
use crate::cli::site_folder::{Compressed, Outcome, SiteFolder};
use crate::cli::terminal;
use crate::cli::terminal::progress::Progress;
use crate::cli::{age, check, cores, disk};

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
    /// Folder of the scripts that go inside pages: the sources, or minified by a build.
    #[arg(long, value_name = "FOLDER", env = "UNDERSIGNED_SCRIPTS", default_value = "assets")]
    pub scripts: PathBuf,
    /// Cores to use [default: all]. The pages are the same with any number.
    #[arg(long, value_name = "NUMBER", env = "UNDERSIGNED_CORES")]
    pub cores: Option<NonZeroUsize>,
    /// Check everything but write no pages; a build writes them once its program has its final name.
    #[arg(long, env = "UNDERSIGNED_DRAW_LATER", hide = true)]
    pub draw_later: bool,
    /// Public address, instead of the one in the site file.
    #[arg(long, env = "UNDERSIGNED_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// Whether the tables still hold.
    #[command(flatten)]
    pub dates: age::Dates,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let sources = sources(arguments);
    let campaigns = match publish::read_campaigns(&sources) {
        Ok(campaigns) => campaigns,
        Err(Failure::Campaigns(faults)) => return check::report(&faults),
        Err(Failure::Other(error)) => {
            terminal::complain(error);
            return Exit::CouldNotRun;
        }
    };
    let own = legislature::own_of_open(&sources.files, &arguments.campaigns, &campaigns);
    if let Err(failure) = age::judge(&sources.files, &arguments.data, own, &arguments.dates) {
        terminal::complain(&failure);
        return Exit::from(&failure);
    }
    match write_site(arguments, sources, campaigns) {
        Ok(written) => {
            terminal::say(format_args!("{written} in {}", arguments.out.display()));
            let read = |name: &str| std::fs::read_to_string(arguments.out.join(name)).unwrap_or_default();
            publish::refused_by_hosts(read).iter().for_each(terminal::complain);
            Exit::Good
        }
        Err(error) => {
            terminal::complain(error);
            Exit::CouldNotRun
        }
    }
}

/// The project's own files that pages are made from.
const ASSETS: &str = "assets";

/// Reads everything from the disk, once; but the built program.
pub fn sources(arguments: &Arguments) -> Sources {
    let Arguments { campaigns, data, site, heights, fonts, scripts, public_url, .. } = arguments;
    let fonts: Vec<PathBuf> = if fonts.is_empty() { Vec::new() } else { std::env::split_paths(fonts).collect() };
    let mut files = Files::default();
    disk::campaigns(&mut files, campaigns);
    disk::data(&mut files, data);
    disk::assets(&mut files, Path::new(ASSETS));
    disk::assets(&mut files, scripts);
    for file in fonts.iter().chain(heights).chain([site]) {
        files.read_file(file);
    }
    Sources {
        files,
        campaigns: campaigns.clone(),
        data: data.clone(),
        site: site.clone(),
        assets: ASSETS.into(),
        scripts: scripts.clone(),
        heights: heights.clone(),
        fonts,
        public_url: public_url.clone(),
        program: publish::Program::default(),
    }
}

/// The name of the program in file names.
pub const PROGRAM: &str = "undersigned";

/// Writes the site and returns a summary.
fn write_site(arguments: &Arguments, mut sources: Sources, campaigns: Vec<Campaign>) -> Result<String> {
    // Report what is missing or wrong before writing anything.
    site_file::read(&sources.files, &sources.site, sources.public_url.as_deref())?;
    let keep_for = site_file::keep_old_files_for(&sources.files, &sources.site)?;
    sources.program = program::find(&arguments.out, PROGRAM)?;
    let mut materials = Materials::of(&sources, campaigns)?;
    if arguments.draw_later {
        return Ok("no pages yet".to_owned());
    }
    let folder = SiteFolder::open(&arguments.out, keep_for, Compressed::Renewed)?;
    let threads = arguments.cores.unwrap_or_else(cores::all);
    materials.logos()?.iter().try_for_each(|(path, picture)| folder.write(path, picture))?;
    materials.pictures = write_pictures(&sources, &materials, threads, &folder)?;
    materials.shared_files().try_for_each(|(path, bytes)| folder.write(path, bytes))?;
    materials.program_files().iter().try_for_each(|path| folder.keep(path))?;
    let sets = PageSet::all(&materials);
    let progress = Progress::new("Drawing pages", sets.len());
    let drawn = cores::each(
        threads,
        &sets,
        &progress,
        || Renderer::new(&materials),
        |renderer, set| {
            let mut files = set.draw(renderer)?;
            files.sort_by_key(|file| phase(&file.path));
            files.iter().try_for_each(|file| folder.write(&file.path, &file.bytes))?;
            Ok(files.len())
        },
    )?;
    drop(progress);
    let pages = drawn.iter().sum::<usize>();
    let Outcome { changed, old, removed } = folder.finish()?;
    let old = if old == 0 { String::new() } else { format!("{old} old ones kept for now, ") };
    Ok(format!("{pages} pages, {changed} files changed, {old}{removed} removed,"))
}

/// Writes the picture of every campaign in every language and returns their paths in the site.
fn write_pictures(
    sources: &Sources,
    materials: &Materials,
    threads: NonZeroUsize,
    folder: &SiteFolder,
) -> Result<BTreeSet<String>> {
    if sources.fonts.is_empty() {
        terminal::say("Preview pictures skipped: no fonts given (`--fonts`)");
        return Ok(BTreeSet::new());
    }
    let jobs = pictures::wanted(&materials.campaigns);
    let progress = Progress::new("Drawing pictures", jobs.len());
    let begin = || Typesetter::with_fonts(&sources.files, &sources.fonts);
    let drawn = cores::each(threads, &jobs, &progress, begin, |typesetter, wanted| {
        let picture = pictures::picture(typesetter, wanted)?;
        let path = wanted.path.trim_start_matches('/');
        picture.iter().try_for_each(|picture| folder.write(path, picture))?;
        Ok((wanted.path.clone(), picture.is_some()))
    })?;
    drop(progress);
    for (path, _) in drawn.iter().filter(|(_, is_there)| !is_there) {
        terminal::say(format_args!("{path} skipped: the fonts lack one of its letters"));
    }
    Ok(drawn.into_iter().filter_map(|(path, is_there)| is_there.then_some(path)).collect())
}
