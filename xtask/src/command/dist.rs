//! `cargo xtask dist`: the build that ships.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use xtask::dist::{Build, Flavour, address, heights, samples};
use xtask::workspace;

use super::Exit;

/// Build the site that ships into `dist/`: small Wasm, every page drawn, `.br` and `.gz` beside each file.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The folder to write [default: dist]
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// Where the site will be reached, such as https://act.example.org [default: `public_url` in site.toml]
    #[arg(long, value_name = "ADDRESS", env = "UNDERSIGNED_PUBLIC_URL")]
    public_url: Option<String>,
    /// Publish the sample campaigns too, without asking
    #[arg(long)]
    with_samples: bool,
    /// Make the Wasm with plain stable Rust, as `trunk build --release` does: larger, quicker to build
    #[arg(long)]
    plain: bool,
    /// Write the measured heights of frames into the campaigns' folders, for builds on machines without a browser
    #[arg(long)]
    keep_heights: bool,
    /// Accept tables of people and places whose last day has passed
    #[arg(long)]
    allow_outdated: bool,
}

/// Runs the command.
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
