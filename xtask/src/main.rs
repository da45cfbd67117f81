//! `cargo xtask`: builds, runs, checks and measures the project.

mod check;
mod command;
mod deny;
mod dist;
mod fuzz;
mod hosted;
mod reference;
mod reproduce;
mod retry;
mod room;
mod scripts;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    command::Program::parse().run()
}
