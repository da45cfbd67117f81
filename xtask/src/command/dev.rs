//! `cargo xtask dev`: the page, rebuilt as you save.

use std::process::Command;

use anyhow::Result;
use clap::Args;
use xtask::server::Port;
use xtask::tools::Toolbox;
use xtask::{process, workspace};

use super::Exit;

/// Rebuild and reload the page in your browser whenever a file is saved. Unoptimised; for working, not for measuring.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The first port to try; a busy one moves to the next
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Open a browser once the page is there
    #[arg(long)]
    open: bool,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<Exit> {
    let tools = Toolbox::ready()?;
    process::run(process::cargo().args(["fetch", "--quiet"]))?;
    // Let go again at once: Trunk takes it.
    let port = Port::free_from(arguments.port)?.number()?.to_string();
    let mut trunk = Command::new(tools.program("trunk")?);
    trunk
        .current_dir(workspace::root())
        .args(["serve", "--offline", "--port", &port, "--dist"])
        // Apart from `dist/`, which is for what ships.
        .arg(workspace::target().join("dev"))
        .env("UNDERSIGNED_PUBLIC_URL", format!("http://localhost:{port}"))
        .env_remove("NO_COLOR");
    if arguments.open {
        trunk.arg("--open");
    }
    tools.equip(&mut trunk)?;
    println!("http://localhost:{port}/ once it is built. Ctrl-C ends it.");
    process::run(&mut trunk)?;
    Ok(Exit::Good)
}
