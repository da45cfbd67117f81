//! `undersigned lookup uk`: who represents a postcode in the House of Commons.

mod json;
mod text;

use std::path::PathBuf;

use clap::Args;

use places::assembly::Assembly;
use places::date::Date;
use places::legislature::{Country, Place, Postcode, PostcodeFault, Representation};
use places::uk_postcode::UkPostcode;
use records::legislature::{self, Folder};

use crate::cli::disk;
use crate::cli::exit::Exit;
use crate::cli::terminal;

/// Print what the page would offer for a UK postcode, from the compact tables that visitors get.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  undersigned lookup uk \"SW1A 1AA\"
  undersigned lookup uk bt11aa --json     Northern Ireland: every constituency

Exit codes: 0 somebody to write to; 1 nobody: not a full postcode, or in no constituency; 2 could not run.")]
pub struct Arguments {
    /// The full postcode, with or without spaces.
    postcode: String,
    /// Answer as of this day, such as 2029-07-09, when this Parliament has ended at the latest.
    #[arg(long, value_name = "DAY")]
    on: Option<Date>,
    /// Print JSON.
    #[arg(long)]
    json: bool,
    /// Folder of the tables.
    #[arg(long, value_name = "FOLDER", default_value = "data/uk-commons")]
    data: PathBuf,
}

/// The tables that visitors get, and the folder that they are from.
struct UkTables {
    commons: Assembly,
    folder: Folder,
}

/// What the page would show.
struct Answer {
    /// As it was understood.
    postcode: UkPostcode,
    /// What it says.
    place: Place,
    /// One for each candidate constituency.
    offered: Vec<Representation>,
}

pub fn run(arguments: &Arguments) -> Exit {
    let folder = match legislature::read(&disk::folder(&arguments.data), &arguments.data) {
        Ok(folder) => folder,
        Err(failure) => {
            terminal::complain(&failure);
            return Exit::from(&failure);
        }
    };
    let tables = match folder.assembly(&folder.english()) {
        Ok(commons) => UkTables { commons: commons.on(arguments.on), folder },
        Err(error) => {
            terminal::complain(format_args!("{error:#}"));
            return Exit::CouldNotRun;
        }
    };
    match UkPostcode::parse(&arguments.postcode) {
        Ok(postcode) => {
            let answer = answer(postcode, &tables);
            let shown = if arguments.json { json::show(&answer, &tables) } else { text::show(&answer, &tables) };
            terminal::say(shown);
            if answer.offered.is_empty() { Exit::ProblemsFound } else { Exit::Good }
        }
        Err(fault) => {
            terminal::complain(explain(&arguments.postcode, &fault));
            Exit::ProblemsFound
        }
    }
}

fn answer(postcode: UkPostcode, tables: &UkTables) -> Answer {
    let place = tables.commons.find(Postcode::Uk(postcode));
    let seats = match &place {
        Place::Seats(seats) => seats.clone(),
        Place::Region(region) => tables.commons.seats_of(region),
        Place::Military | Place::Outside | Place::Unknown => Vec::new(),
    };
    let offered = seats.into_iter().filter_map(|seat| tables.commons.represent(seat)).collect();
    Answer { postcode, place, offered }
}

fn explain(typed: &str, fault: &PostcodeFault) -> String {
    match fault {
        PostcodeFault::TooShort(_) => {
            format!(
                "`{typed}` is only part of a postcode; type all of it, such as SW1A 1AA: most parts cover several constituencies"
            )
        }
        PostcodeFault::Empty => "nothing was typed; type a full postcode, such as SW1A 1AA".to_owned(),
        PostcodeFault::Of(Country::UnitedStates) => format!("`{typed}` is a ZIP code; use `lookup us`"),
        PostcodeFault::Of(Country::Canada) => {
            format!("`{typed}` is a Canadian postal code; type a UK postcode, such as SW1A 1AA")
        }
        _ => format!("`{typed}` is not a UK postcode; type one such as SW1A 1AA"),
    }
}
