//! `undersigned lookup in`: who represents a postcode, a region or a seat of a legislature that is a folder of tables.

use std::path::PathBuf;

use clap::Args;

use places::assembly::{Assembly, Manner};
use places::date::Date;
use places::legislature::{Place, Postcode, Representation, Seat};
use records::legislature::{self, Folder};

use crate::cli::disk;
use crate::cli::exit::Exit;
use crate::cli::terminal;

/// Print what the page would offer, from the tables of a legislature's folder.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  undersigned lookup in data/ca-commons CA-PE          everyone for a region
  undersigned lookup in data/ca-commons 11001          one seat, by its code
  undersigned lookup in campaigns/example-city/legislature \"ZZ1 1AA\"

Exit codes: 0 somebody to write to; 1 nobody: no such postcode, region or seat; 2 could not run.")]
pub struct Arguments {
    /// The legislature's folder.
    folder: PathBuf,
    /// A postcode, or the code of a region or a seat.
    place: String,
    /// Answer as of this day: nobody holds a seat once the term is over.
    #[arg(long, value_name = "DAY")]
    on: Option<Date>,
}

pub fn run(arguments: &Arguments) -> Exit {
    let folder = match legislature::read(&disk::folder(&arguments.folder), &arguments.folder) {
        Ok(folder) => folder,
        Err(failure) => {
            terminal::complain(&failure);
            return Exit::from(&failure);
        }
    };
    let manner = folder.english();
    match folder.assembly(&manner) {
        Ok(assembly) => {
            let assembly = assembly.on(arguments.on);
            let seats = seats(&folder, &manner, &assembly, arguments.place.trim());
            let offered: Vec<Representation> = seats.iter().filter_map(|seat| assembly.represent(*seat)).collect();
            if offered.is_empty() {
                terminal::complain(nobody(&folder, &manner, &arguments.place));
                return Exit::ProblemsFound;
            }
            offered.iter().for_each(|representation| terminal::say(shown(&assembly, representation)));
            terminal::say(format_args!(
                "Members as of {}. {}",
                assembly.validity().as_of,
                folder.licences().join(". ")
            ));
            Exit::Good
        }
        Err(error) => {
            terminal::complain(format_args!("{error:#}"));
            Exit::CouldNotRun
        }
    }
}

/// The seats of a postcode, else of a region, else the one with this code.
fn seats(folder: &Folder, manner: &Manner, assembly: &Assembly, place: &str) -> Vec<Seat> {
    if folder.asks_for_postcodes()
        && let Ok(postcode) = Postcode::read(manner, folder.country(), place)
        && let Place::Seats(seats) = assembly.find(postcode)
    {
        return seats;
    }
    let of_region = assembly.seats_of(place);
    if !of_region.is_empty() {
        return of_region;
    }
    let all = folder.region_codes().flat_map(|code| assembly.seats_of(code));
    all.filter(|seat| assembly.seat_code(*seat) == place).collect()
}

fn nobody(folder: &Folder, manner: &Manner, place: &str) -> String {
    let mut regions: Vec<&str> = folder.region_codes().take(6).collect();
    if let Some(sixth) = regions.get_mut(5) {
        *sixth = "…";
    }
    let form = match manner.postcodes.first() {
        Some(form) => format!("not a postcode of the form {form}, "),
        None => String::new(),
    };
    format!("`{place}` is {form}not a region or seat in the tables; regions are {}", regions.join(", "))
}

/// A seat, and everybody who sits for it, with the ways to reach them.
fn shown(assembly: &Assembly, representation: &Representation) -> String {
    let (name, code) = (assembly.name_in_letter(representation.seat), assembly.seat_code(representation.seat));
    let mut lines = vec![format!("{name} ({code})")];
    if representation.vacant {
        lines.push(format!("  vacant on {}", assembly.validity().as_of));
    }
    for former in &representation.ended {
        lines.push(format!("  {} held office until {}", former.name, former.until));
    }
    for person in &representation.people {
        let party = person.party.as_deref().map(|party| [", ", party].concat()).unwrap_or_default();
        lines.push(format!("  {}{party}", person.shown));
        let (site, form) = (person.site.as_ref(), person.contact_form.as_ref());
        let facts = [
            ("Mail ", person.email.as_deref()),
            ("Phone", person.phone.as_deref()),
            ("Form ", form.map(|form| form.as_str())),
            ("Site ", site.map(|site| site.as_str())),
            ("Post ", person.address.as_deref()),
        ];
        lines.extend(facts.iter().filter_map(|(what, fact)| fact.map(|fact| format!("    {what}  {fact}"))));
    }
    lines.join("\n")
}
