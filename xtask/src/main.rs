//! `cargo xtask`: builds, runs, checks and measures the project.

mod command;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    command::Program::parse().run()
}
