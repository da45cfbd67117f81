//! `cargo xtask serve`: the site, and a partner's page that embeds it.

use anyhow::{Context as _, Result};
use clap::Args;
use testbench::host_page::{self, Values};
use testbench::published::{self, Campaign};
use testbench::server::{Content, Port, Server};
use testbench::workspace;

use super::Exit;
use crate::dist::Build;

/// Build the site and serve it on this machine, with a partner's page that embeds it.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Serve the last build in `dist/`
    #[arg(long)]
    no_build: bool,
    /// Build the Wasm with plain stable Rust: larger, but quicker
    #[arg(long)]
    plain: bool,
    /// First port to try for the site; if it is busy, the next one is tried
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// First port to try for the partner's page
    #[arg(long, default_value_t = 8090)]
    partner_port: u16,
}

pub fn run(arguments: &Arguments) -> Result<Exit> {
    // Ports first: the site's address goes into its pages.
    let site_port = Port::free_from(arguments.port)?;
    let partner_port = Port::free_from(arguments.partner_port)?;
    let folder = workspace::dist();
    if arguments.no_build {
        published::require(&folder)?;
    } else {
        let build = Build {
            flavour: super::dist::flavour(arguments.plain),
            dist: folder.clone(),
            public_url: format!("http://localhost:{}", site_port.number()?),
            outdated: true,
        };
        build.run()?;
        build.print_sizes()?;
    }
    let campaigns = published::campaigns(&folder)?;
    let site = Server::start(Content::Site(folder), site_port)?;
    let pages = host_page::site(&Values {
        embed_origin: &site.origin(),
        // The partner's pages are shown by number; by name, the same server is a stranger.
        stranger_origin: &format!("http://localhost:{}", partner_port.number()?),
        campaigns: &campaigns,
        height: None,
    })?;
    let partner = Server::start(Content::Pages(pages), partner_port)?;
    print_addresses(&site, &partner, &campaigns);
    wait_for_interrupt()?;
    println!("\nStopped.");
    Ok(Exit::Good)
}

fn print_addresses(site: &Server, partner: &Server, campaigns: &[Campaign]) {
    println!("\nCampaign list   {}", site.url("/"));
    for campaign in campaigns {
        println!("\n{} ({})", campaign.title, campaign.status);
        for language in &campaign.languages {
            println!("  landing page  {}", site.url(&campaign.landing(language)));
            println!("  embed page    {}", site.url(&campaign.embed(language)));
        }
        println!("  partner demo  {}/{}/", partner.origin_by_number(), campaign.id);
    }
    println!("\nPartner demo    {}/   (another origin, with the campaign in a frame)", partner.origin_by_number());
    for usage in host_page::USAGES {
        println!("  {usage:<17} {}/{usage}/", partner.origin_by_number());
    }
    println!("Ctrl-C ends it.");
}

fn wait_for_interrupt() -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("could not wait")?;
    runtime.block_on(tokio::signal::ctrl_c()).context("could not wait for Ctrl-C")
}
