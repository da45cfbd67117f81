//! Native tools: arguments to types, call the rooms, print, exit code.

mod age;
mod check;
mod clock;
mod cores;
pub mod disk;
mod exit;
mod files;
mod import;
mod logo;
mod lookup;
mod new;
pub mod prerender;
mod publish;
mod publish_order;
mod refresh;
mod site_folder;
// The only place that prints.
#[allow(clippy::disallowed_methods)]
mod terminal;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use exit::Exit;

/// Check and build campaign pages that partner organisations embed.
#[derive(Debug, Parser)]
#[command(name = "undersigned", version, after_help = "Exit codes: 0 success, 1 problems found, 2 could not run.")]
struct Program {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Arguments),
    New(new::Arguments),
    Import(import::Arguments),
    Logo(logo::Arguments),
    Lookup(lookup::Arguments),
    Refresh(refresh::Arguments),
    Prerender(prerender::Arguments),
    Publish(publish::Arguments),
    PublishOrder(publish_order::Arguments),
}

/// Runs the program with the process's arguments.
pub fn run() -> ExitCode {
    let program = match Program::try_parse() {
        Ok(program) => program,
        // Its message repeats the argument, which may be a file's name.
        Err(error) if error.use_stderr() => {
            terminal::complain(error.render().to_string().trim_end());
            return Exit::CouldNotRun.into();
        }
        // `--help` and `--version`.
        Err(error) => error.exit(),
    };
    let exit = match program.command {
        Command::Check(arguments) => check::run(&arguments),
        Command::New(arguments) => new::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Logo(arguments) => logo::run(&arguments),
        Command::Lookup(arguments) => lookup::run(&arguments),
        Command::Refresh(arguments) => refresh::run(&arguments),
        Command::Prerender(arguments) => prerender::run(&arguments),
        Command::Publish(arguments) => publish::run(&arguments),
        Command::PublishOrder(arguments) => publish_order::run(&arguments),
    };
    exit.into()
}
