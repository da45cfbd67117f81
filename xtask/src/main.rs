//! `cargo xtask`: builds, runs, checks and measures the project.

mod check;
mod command;
mod deny;
mod dist;
mod fuzz;
mod reference;
mod reproduce;
mod room;
mod scripts;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    command::Program::parse().run()
}
