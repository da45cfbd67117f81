//! The commands: arguments in, library calls, exit code out.

mod bench;
mod check;
mod dev;
mod dist;
mod fuzz;
mod loader;
mod reproduce;
mod serve;
mod shots;
mod test;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Build, run, check and measure Undersigned.
///
/// Missing tools are installed on first use, into a cache outside the project.
#[derive(Debug, Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    after_help = "Exit codes: 0 success, 1 problems found, 2 could not run.\n\
                  Tools are kept in $UNDERSIGNED_TOOLS, else in undersigned/tools in your cache folder."
)]
pub struct Program {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Serve(serve::Arguments),
    Dev(dev::Arguments),
    Check(check::Arguments),
    Test(test::Arguments),
    Dist(dist::Arguments),
    Shots(shots::Arguments),
    Bench(bench::Arguments),
    Loader(loader::Arguments),
    Reproduce(reproduce::Arguments),
    Fuzz(fuzz::Arguments),
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// It did what was asked.
    Good,
    /// It ran, and what it looked at has faults.
    ProblemsFound,
}

impl Program {
    /// Runs the command that was asked for.
    pub fn run(self) -> ExitCode {
        match self.dispatch() {
            Ok(Exit::Good) => ExitCode::SUCCESS,
            Ok(Exit::ProblemsFound) => ExitCode::from(1),
            Err(error) => {
                eprintln!("\nerror: {error}");
                for cause in error.chain().skip(1) {
                    eprintln!("  because: {cause}");
                }
                ExitCode::from(2)
            }
        }
    }

    fn dispatch(self) -> Result<Exit> {
        match self.command {
            Command::Serve(arguments) => serve::run(&arguments),
            Command::Dev(arguments) => dev::run(&arguments),
            Command::Check(arguments) => check::run(&arguments),
            Command::Test(arguments) => test::run(&arguments),
            Command::Dist(arguments) => dist::run(&arguments),
            Command::Shots(arguments) => shots::run(&arguments),
            Command::Bench(arguments) => bench::run(&arguments),
            Command::Loader(arguments) => loader::run(&arguments),
            Command::Reproduce(arguments) => reproduce::run(&arguments),
            Command::Fuzz(arguments) => fuzz::run(&arguments),
        }
    }
}
