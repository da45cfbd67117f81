//! `undersigned lookup us`: who represents a ZIP code or a state in Congress.

mod json;
mod text;

use std::path::PathBuf;
use std::str::FromStr;

use anyhow::{Context as _, Result, anyhow, bail};
use clap::Args;

use places::congress::{Delegation, Finding, State, Zip};
use places::date::Date;
use places::legislature::{Country, PostcodeFault};
use records::tables::load;
use records::tables::read::Tables;

use crate::cli::disk;
use crate::cli::exit::Exit;
use crate::cli::terminal;

/// Print what the page would offer for a ZIP code or a location, from the compact tables that visitors get.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  undersigned lookup us 05401
  undersigned lookup us 20001-1234 --json
  undersigned lookup us 09001 --state TX     military mail: the state of legal residence
  undersigned lookup us --state VT           without a ZIP code
  undersigned lookup us 05401 --on 2027-01-04
  undersigned lookup us --at 40.79,-73.97    both districts where a line is within 200 m

Exit codes: 0 somebody to write to; 1 nobody: not a ZIP code, or in no district; 2 could not run.")]
pub struct Arguments {
    /// Five digits or ZIP+4.
    #[arg(required_unless_present_any = ["state", "at"])]
    zip: Option<String>,
    /// A location in degrees north and east, such as 40.79,-73.97.
    #[arg(long, value_name = "NORTH,EAST", conflicts_with_all = ["zip", "state"], allow_hyphen_values = true)]
    at: Option<Location>,
    /// Only this state (two letters); needed where the ZIP code doesn't say which.
    #[arg(long)]
    state: Option<String>,
    /// Answer as of this day, such as 2027-01-04: terms end, and district lines change.
    #[arg(long, value_name = "DAY")]
    on: Option<Date>,
    /// Print JSON.
    #[arg(long)]
    json: bool,
    /// Folder of the tables.
    #[arg(long, value_name = "FOLDER", default_value = "data/us")]
    data: PathBuf,
}

/// A place on the map, in degrees.
#[derive(Clone, Copy, Debug)]
struct Location {
    north: f64,
    east: f64,
}

impl FromStr for Location {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Location, Self::Err> {
        let read = || {
            let (north, east) = text.split_once(',')?;
            Some(Location { north: north.trim().parse().ok()?, east: east.trim().parse().ok()? })
        };
        let is_there = |place: &Location| place.north.abs() <= 90.0 && place.east.abs() <= 180.0;
        read()
            .filter(is_there)
            .ok_or("not degrees north (-90 to 90) and degrees east (-180 to 180), such as 40.79,-73.97")
    }
}

/// What the page would show.
struct Answer {
    /// What was found, in one word.
    finding: Found,
    /// The ZIP code as it was understood.
    zip: Option<Zip>,
    /// One for each candidate division.
    delegations: Vec<Delegation>,
}

#[derive(Clone, Copy, PartialEq)]
enum Found {
    One,
    Several,
    SeveralStates,
    State,
    Located,
    Nowhere,
    Military,
    Outside,
    Unknown,
}

pub fn run(arguments: &Arguments) -> Exit {
    let tables = match load(&disk::folder(&arguments.data), &arguments.data) {
        Ok(tables) => Tables { congress: tables.congress.on(arguments.on), ..tables },
        Err(failure) => {
            terminal::complain(&failure);
            return Exit::from(&failure);
        }
    };
    match answer(arguments, &tables) {
        Ok(answer) => {
            let shown = if arguments.json { json::show(&answer, &tables) } else { text::show(&answer, &tables) };
            terminal::say(shown);
            if answer.delegations.is_empty() { Exit::ProblemsFound } else { Exit::Good }
        }
        Err(problem) => {
            terminal::complain(problem);
            Exit::ProblemsFound
        }
    }
}

fn answer(arguments: &Arguments, tables: &Tables) -> Result<Answer> {
    if let Some(place) = arguments.at {
        return located(place, tables);
    }
    let state = arguments.state.as_deref().map(state).transpose()?;
    let zip = match &arguments.zip {
        Some(typed) => Some(Zip::parse(typed).map_err(|fault| anyhow!(explain(typed, &fault)))?),
        None => None,
    };
    let finding = zip.map(|zip| tables.congress.find(zip));
    let (found, divisions) = match (finding, state) {
        (Some(Finding::Divisions(mut divisions)), state) => {
            if let (Some(state), Some(zip)) = (state, zip) {
                let all: Vec<String> = divisions.iter().map(ToString::to_string).collect();
                divisions.retain(|division| division.state == state);
                if divisions.is_empty() {
                    bail!("{zip} is not in {state}, but in {}", all.join(" or "));
                }
            }
            let across = divisions.windows(2).any(|pair| matches!(pair, [one, other] if one.state != other.state));
            let found = match divisions.len() {
                1 => Found::One,
                _ if across => Found::SeveralStates,
                _ => Found::Several,
            };
            (found, divisions)
        }
        (Some(Finding::Military), None) => (Found::Military, Vec::new()),
        (Some(Finding::Outside), None) => (Found::Outside, Vec::new()),
        (_, Some(state)) => (Found::State, tables.congress.divisions_of(state)),
        (Some(Finding::Unknown) | None, None) => (Found::Unknown, Vec::new()),
    };
    let delegations = divisions.into_iter().filter_map(|division| tables.congress.delegation(division)).collect();
    Ok(Answer { finding: found, zip, delegations })
}

/// The districts around a place, as the page has them for whoever says where they are.
fn located(place: Location, tables: &Tables) -> Result<Answer> {
    let atlas = tables.atlas.as_ref().context("these tables have no district shapes")?;
    let names = atlas.at(place.east, place.north).join(" ");
    let divisions = tables.congress.named(&names);
    let delegations: Vec<_> =
        divisions.into_iter().filter_map(|division| tables.congress.delegation(division)).collect();
    let finding = if delegations.is_empty() { Found::Nowhere } else { Found::Located };
    Ok(Answer { finding, zip: None, delegations })
}

/// Of a ZIP code that covers several districts, the places that lie in one of them, as its map on the page shows them.
fn places<'a>(answer: &Answer, delegation: &Delegation, tables: &'a Tables) -> Vec<&'a str> {
    match (answer.zip, &tables.close_ups) {
        (Some(zip), Some(close_ups)) => close_ups.places_in(&zip.to_string(), &delegation.division.to_string()),
        _ => Vec::new(),
    }
}

fn state(code: &str) -> Result<State> {
    State::from_code(code).with_context(|| {
        let codes: Vec<&str> = State::ALL.iter().map(|state| state.code()).collect();
        format!("`{code}` is not a state; use one of {}", codes.join(" "))
    })
}

fn explain(typed: &str, fault: &PostcodeFault) -> String {
    let why = match fault {
        PostcodeFault::Empty => "nothing was typed".to_owned(),
        PostcodeFault::TooShort(1) => "only one digit".to_owned(),
        PostcodeFault::TooShort(digits) => format!("only {digits} digits"),
        PostcodeFault::TooLong(digits) => format!("{digits} digits"),
        PostcodeFault::Of(Country::UnitedKingdom) => "a UK postcode; use `lookup uk`".to_owned(),
        PostcodeFault::Of(Country::Canada) => "a Canadian postal code".to_owned(),
        PostcodeFault::Absent | PostcodeFault::Of(Country::UnitedStates) => {
            "it contains no five-digit number".to_owned()
        }
    };
    format!("`{typed}` is not a ZIP code: {why}; type five digits, such as 05401, or ZIP+4, such as 05401-1234")
}
