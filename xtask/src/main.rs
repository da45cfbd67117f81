//! `cargo xtask`: the only door for people.

mod command;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    command::Program::parse().run()
}
