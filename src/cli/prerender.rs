//! `undersigned prerender`: writes the whole site; Trunk calls it after each build.

mod catalogues;
mod credits;
mod headers;
mod kit;
mod live_parts;
mod loader;
mod oembed;
mod pages;
mod previews;
mod program;
mod render;
mod scripts;
mod site_file;
mod style;
pub mod uk;

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use clap::Args;

use crate::cli::check;
use crate::cli::exit::Exit;
use crate::cli::tables;
use crate::cli::terminal;
use crate::domain::campaign::Campaign;
use pages::Workshop;
use scripts::Scripts;

/// Write the static site into a folder that holds the built page.
///
/// Nothing is written if a campaign, a table or a language file has a fault: all faults are listed.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The folder that the site goes to. Holds the built Wasm already.
    #[arg(long, env = "TRUNK_STAGING_DIR", default_value = "dist")]
    out: PathBuf,
    /// The folder of campaign folders.
    #[arg(long, default_value = "campaigns")]
    campaigns: PathBuf,
    /// The folder of tables.
    #[arg(long, default_value = "data")]
    data: PathBuf,
    /// Where the site is published.
    #[arg(long, default_value = "site.toml")]
    site: PathBuf,
    /// The public address, instead of the one in the site file.
    #[arg(long, env = "UNDERSIGNED_PUBLIC_URL")]
    public_url: Option<String>,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Exit {
    let campaigns = match check::load_all(&arguments.campaigns) {
        Ok(campaigns) => campaigns.into_iter().map(Rc::new).collect(),
        Err(faults) => return check::report(&faults),
    };
    match write_site(arguments, campaigns) {
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

fn write_site(arguments: &Arguments, campaigns: Vec<Rc<Campaign>>) -> Result<usize, String> {
    let site = site_file::read(&arguments.site, arguments.public_url.as_deref())?;
    let languages = catalogues::read(Path::new("assets/languages"))?;
    let us = arguments.data.join("us");
    let program = program::find(&arguments.out)?;
    let style = style::read(Path::new("assets/style.css"))?;
    let scripts = Scripts::read(Path::new("assets"))?;
    let shipped_loader = scripts::read(Path::new(loader::SHIPPED))?;
    let kit = kit::read(&shipped_loader)?;
    let zips_as_of = credits::zips_as_of(&us)?;
    // The first thing that is written.
    let tables = tables::build(&us, &arguments.out).map_err(|failure| failure.to_string())?;
    let uk = uk::build(&arguments.data, &arguments.out, &campaigns).map_err(|failure| failure.to_string())?;
    let workshop = Workshop { site, languages, program, style, scripts, kit, tables, uk, zips_as_of, campaigns };
    let mut files = workshop.pages()?;
    files.extend(headers::files(&workshop));
    files.push(("campaigns.json".to_owned(), pages::campaign_index(&workshop)?));
    files.extend(loader::files(&shipped_loader));
    for (path, content) in &files {
        write(&arguments.out, path, content.as_bytes())?;
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
