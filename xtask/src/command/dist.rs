//! `cargo xtask dist`: the build that ships.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use testbench::workspace;

use super::Exit;
use crate::dist::{Build, Flavour, address, heights, samples};

/// Build the site to ship into `dist/`: small Wasm, every page, and a `.br` and `.gz` copy of each file.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Folder to write [default: dist]
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// Public address of the site, such as https://act.example.org [default: `public_url` in site.toml]
    #[arg(long, value_name = "ADDRESS", env = "UNDERSIGNED_PUBLIC_URL")]
    public_url: Option<String>,
    /// Publish the sample campaigns too, without asking
    #[arg(long)]
    with_samples: bool,
    /// Build the Wasm with plain stable Rust, as `trunk build --release` does: larger, but quicker
    #[arg(long)]
    plain: bool,
    /// Save the measured frame heights in the campaigns' folders, for builds on machines without a browser
    #[arg(long)]
    keep_heights: bool,
    /// Accept expired tables of people and places
    #[arg(long)]
    allow_outdated: bool,
}

pub fn run(arguments: &Arguments) -> Result<Exit> {
    let build = Build {
        flavour: flavour(arguments.plain),
        dist: match &arguments.out {
            Some(folder) => std::path::absolute(folder)?,
            None => workspace::dist(),
        },
        public_url: address::of_site(arguments.public_url.as_deref())?,
        outdated: arguments.allow_outdated,
    };
    if !arguments.with_samples {
        samples::ask(&workspace::root().join("campaigns"), &build.public_url)?;
    }
    build.run()?;
    if arguments.keep_heights {
        heights::keep(&build.dist)?;
    }
    build.print_sizes()?;
    Ok(Exit::Good)
}

/// The flavour that a `--plain` flag asks for.
pub fn flavour(plain: bool) -> Flavour {
    if plain { Flavour::Plain } else { Flavour::Small }
}
