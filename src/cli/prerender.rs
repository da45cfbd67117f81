//! `undersigned prerender`: writes the whole site; Trunk calls it after each build.

mod catalogues;
mod credits;
mod headers;
mod kit;
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
mod site_file;
mod style;
pub mod uk;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use clap::Args;

use crate::cli::check;
use crate::cli::exit::Exit;
use crate::cli::tables;
use crate::cli::terminal;
use crate::domain::campaign::Campaign;
use crate::domain::congress::State;
use crate::domain::program::{CONGRESS, Program, WORLD};
pub use pages::{File, Workshop};
use scripts::Scripts;

/// Write the static site into a folder that holds the built page.
///
/// Nothing is written if a campaign, a table or a language file has a fault: all faults are listed.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The folder that the site goes to. Holds the built Wasm already.
    #[arg(long, env = "TRUNK_STAGING_DIR", default_value = "dist")]
    pub out: PathBuf,
    /// The folder of campaign folders.
    #[arg(long, default_value = "campaigns")]
    pub campaigns: PathBuf,
    /// The folder of tables.
    #[arg(long, default_value = "data")]
    pub data: PathBuf,
    /// Where the site is published.
    #[arg(long, default_value = "site.toml")]
    pub site: PathBuf,
    /// A file of heights that were measured, by campaign, instead of those in the campaigns' folders.
    #[arg(long, value_name = "FILE")]
    pub heights: Option<PathBuf>,
    /// Font files for the pictures that other sites show beside a link, parted as in PATH. Without them there are none.
    #[arg(long, value_name = "FILES", env = "UNDERSIGNED_FONTS", default_value = "", hide_default_value = true)]
    pub fonts: OsString,
    /// The public address, instead of the one in the site file.
    #[arg(long, env = "UNDERSIGNED_PUBLIC_URL")]
    pub public_url: Option<String>,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Exit {
    let mut campaigns = match check::load_all(&arguments.campaigns) {
        Ok(campaigns) => campaigns,
        Err(faults) => return check::report(&faults),
    };
    let measured = arguments.heights.as_ref().map_or(Ok(()), |file| measured::apply(file, &mut campaigns));
    match measured.and_then(|()| write_site(arguments, campaigns.into_iter().map(Rc::new).collect())) {
        Ok(pages) => {
            terminal::say(format_args!("{pages} pages in {}", arguments.out.display()));
            Exit::Good
        }
        Err(problem) => {
            terminal::complain(problem);
            Exit::CouldNotRun
        }
    }
}

/// Reads everything that pages are drawn from besides campaigns, and writes the tables of Congress into the site's folder.
pub fn workshop(arguments: &Arguments) -> Result<Workshop, String> {
    let site = site_file::read(&arguments.site, arguments.public_url.as_deref())?;
    let languages = catalogues::read(Path::new("assets/languages"))?;
    let us = arguments.data.join("us");
    let built = |program: Program| program::find(&arguments.out, program.name).map(|built| (program.name, built));
    let programs = BTreeMap::from([built(CONGRESS)?, built(WORLD)?]);
    let style = style::read(Path::new("assets/style.css"))?;
    let scripts = Scripts::read(Path::new("assets"))?;
    let loader = scripts::read(Path::new(loader::SHIPPED))?;
    let kit = kit::read(&loader)?;
    let zips_as_of = credits::zips_as_of(&us)?;
    let tables = tables::build(&us, &arguments.out).map_err(|failure| failure.to_string())?;
    Ok(Workshop {
        site,
        languages,
        programs,
        style,
        scripts,
        loader,
        kit,
        tables,
        uk: None,
        zips_as_of,
        states: State::ALL.to_vec(),
        campaigns: Vec::new(),
        pictures: BTreeMap::new(),
    })
}

/// Every file of a site as text, in memory: pages, headers, scripts for hosts, and what other tools read.
pub fn draw(workshop: &Workshop) -> Result<Vec<File>, String> {
    let mut files = workshop.pages()?;
    files.extend(headers::files(workshop));
    files.push(("campaigns.json".to_owned(), pages::campaign_index(workshop)?));
    files.extend(loader::files(&workshop.loader));
    let scripts = [&workshop.scripts.action, &workshop.scripts.search];
    files.extend(scripts.map(|script| (script.name.clone(), script.text.clone())));
    Ok(files)
}

fn write_site(arguments: &Arguments, campaigns: Vec<Rc<Campaign>>) -> Result<usize, String> {
    let uk = uk::build(&arguments.data, &arguments.out, &campaigns).map_err(|failure| failure.to_string())?;
    let mut workshop = Workshop { campaigns, uk, ..workshop(arguments)? };
    workshop.pictures = pictures::all(&workshop, &arguments.fonts)?;
    let files = draw(&workshop)?;
    for (path, content) in &files {
        write(&arguments.out, path, content.as_bytes())?;
    }
    for (path, picture) in &workshop.pictures {
        write(&arguments.out, path.trim_start_matches('/'), picture)?;
    }
    copy_logos(arguments, &workshop)?;
    Ok(files.len())
}

fn write(out: &Path, path: &str, content: &[u8]) -> Result<(), String> {
    let path = out.join(path);
    let problem = |error: std::io::Error| format!("{}: {error}", path.display());
    path.parent().map_or(Ok(()), fs::create_dir_all).map_err(problem)?;
    fs::write(&path, content).map_err(problem)
}

fn copy_logos(arguments: &Arguments, workshop: &Workshop) -> Result<(), String> {
    for campaign in &workshop.campaigns {
        let id = campaign.facts.id.as_str();
        for file in campaign.facts.signers.listed.iter().filter_map(|signer| signer.logo_image_url.as_ref()) {
            let from = arguments.campaigns.join(id).join(file);
            let picture = fs::read(&from).map_err(|error| format!("{}: {error}", from.display()))?;
            write(&arguments.out, &["logos/", id, "/", file].concat(), &picture)?;
        }
    }
    Ok(())
}
