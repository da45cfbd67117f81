//! `cargo xtask dev`: the page, rebuilt as you save.

use std::process::Command;

use anyhow::{Context as _, Result};
use clap::Args;
use testbench::server::{Content, Port, Server};
use testbench::tools::Toolbox;
use testbench::{process, workspace};

use super::Exit;

/// Rebuild, and reload the page in your browser, whenever you save. Unoptimised and without the shipped security headers: for
/// development, not for measurements.
#[derive(Debug, Args)]
pub struct Arguments {
    /// First port to try; if it is busy, the next one is tried
    #[arg(long, default_value_t = 8080)]
    port: u16,
}

pub fn run(arguments: &Arguments) -> Result<Exit> {
    let tools = Toolbox::ready()?;
    process::run(process::cargo().args(["fetch", "--quiet"]))?;
    // Not in `dist/`, which is for what ships. Trunk needs to know which folders not to watch.
    let draft = workspace::target().join("dev");
    for folder in [&draft, &workspace::dist()] {
        std::fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))?;
    }
    let server = Server::start(Content::Draft(draft.clone()), Port::free_from(arguments.port)?)?;
    println!("{} once it is built. Ctrl-C ends it.", server.url("/"));
    // Trunk's own server would add its reload script to one page only; the program draws them all after it.
    let mut trunk = Command::new(tools.program("trunk")?);
    trunk
        .current_dir(workspace::root())
        .args(["watch", "--offline", "--dist"])
        .arg(&draft)
        .env("UNDERSIGNED_PUBLIC_URL", server.origin())
        .env(workspace::ALLOW_OUTDATED, "true")
        .env_remove("NO_COLOR");
    tools.equip(&mut trunk)?;
    process::run(&mut trunk)?;
    Ok(Exit::Good)
}
