//! `undersigned import uk`: derives the tables of the House of Commons of the United Kingdom from upstream records.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use clap::Args;
use serde::{Deserialize, Serialize};

use campaign::folding::folded;
use places::uk_postcode::UkPostcode;
use records::fault::{Failure, Fault};

use super::legislature::reviewed::{Format, Reviewed};
use super::legislature::rows::{PersonRow, SeatRow};
use super::legislature::{self, Records, csv_rows, without_left_out};
use super::reviewed::{self as shared, Derived, Folders, How};
use super::store;
use crate::cli::exit::Exit;

/// Derive data/uk-commons from upstream records.
///
/// Reads the files named in reviewed.toml: members in the format of mp_lookup.csv from dfe-analytical-services/mp-lookup, and
/// postcodes as runs (outward, first_inward, gss_code). Writes all tables and sources.toml, or nothing if a check fails. What upstream
/// lacks or gets wrong must be listed in reviewed.toml with a reason.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  undersigned import uk
  undersigned import uk --from ~/downloads/commons --to data/uk-commons

Exit codes: 0 written, 1 problems found and nothing written, 2 could not run.")]
#[command(mut_arg("from", |from| from.required(false).default_value("cache/uk-commons")))]
#[command(mut_arg("to", |to| to.required(false).default_value("data/uk-commons")))]
pub struct Arguments {
    #[command(flatten)]
    folders: Folders,
}

pub fn run(arguments: &Arguments) -> Exit {
    legislature::run(&arguments.folders, derive)
}

/// What upstream says where a member publishes no address.
const NO_EMAIL: &str = "No email found";

#[derive(Deserialize)]
struct Member {
    pcon_name: String,
    pcon_code: String,
    member_id: u32,
    display_as: String,
    party_text: String,
    member_email: String,
    region_code: String,
}

const COLUMNS: [&str; 7] =
    ["pcon_name", "pcon_code", "member_id", "display_as", "party_text", "member_email", "region_code"];

/// Makes the tables from the upstream files in `from`. A seat whose constituency upstream lacks, because nobody sits there, is that
/// of the tables in `to`.
pub fn derive(from: &Path, reviewed: &Reviewed, to: &Path, how: How) -> Result<Derived, Failure> {
    let mut faults = Vec::new();
    let (people_file, bytes) = shared::input(from, &reviewed.input, &[Format::MpLookup], &mut faults)?;
    let members: Vec<(String, Member)> = csv_rows(&bytes, &people_file.file, &COLUMNS, &mut faults);
    let mut in_vain = Vec::new();
    let members = without_left_out(reviewed, members, |member| member.display_as.clone(), &mut in_vain);
    let known = if to.join("seats.csv").is_file() { SeatRow::committed(to)? } else { Vec::new() };
    let mut seats: BTreeMap<String, SeatRow> = known.into_iter().map(|seat| (seat.code.clone(), seat)).collect();
    let mut people = Vec::new();
    for (place, member) in members {
        let Member { pcon_name, pcon_code, member_id, display_as, party_text, member_email, region_code } = member;
        let mut note = |problem: String| faults.push(Fault::new(&people_file.file, &place, problem));
        if !is_constituency(&pcon_code) {
            note(format!("`{pcon_code}` is not the GSS code of a constituency"));
        }
        if pcon_code.get(..1) != region_code.get(..1) {
            note(format!("`{region_code}` is not a region of the nation of `{pcon_code}`"));
        }
        if party_text.trim().is_empty() {
            note(format!("no party of {display_as}"));
        }
        let id = member_id.to_string();
        let page = reviewed.legislature.page.as_ref().map(|page| page.replace("{id}", &id));
        people.push((
            place,
            PersonRow {
                seat: pcon_code.clone(),
                role: reviewed.legislature.role.clone(),
                family_name: display_as.rsplit(' ').next().unwrap_or_default().to_owned(),
                name: display_as,
                // A party's own name says more to its voters than a name of ours.
                party: reviewed.parties.get(&party_text).cloned().unwrap_or(party_text),
                email: if member_email == NO_EMAIL { String::new() } else { member_email },
                site: page.unwrap_or_default(),
                id,
                ..PersonRow::default()
            },
        ));
        let seat = SeatRow { code: pcon_code.clone(), region: region_code, name: pcon_name, ..SeatRow::default() };
        seats.insert(pcon_code, seat);
    }
    let mut seats: Vec<SeatRow> = seats.into_values().collect();
    // By name within each nation; codes are in that order but for islands and new names.
    seats.sort_by_cached_key(|seat| (seat.code.chars().next(), folded(&seat.name)));
    let postcodes = match how {
        How::Whole => {
            let (file, bytes) = shared::input(from, &reviewed.input, &[Format::PostcodeRuns], &mut faults)?;
            (file, Some(store::csv(postcodes(&bytes, &file.file, &seats, &mut faults).iter())?))
        }
        How::People => (shared::only(&reviewed.input, &[Format::PostcodeRuns])?, None),
    };
    let records = Records { seats, people, people_file, emails_file: None, shapes: None, postcodes: Some(postcodes) };
    legislature::finish(reviewed, records, how, faults, in_vain)
}

/// Whether a text is the GSS code of a constituency of the House of Commons (ONS Register of Geographic Codes).
fn is_constituency(code: &str) -> bool {
    code.len() == 9
        && ["E14", "N05", "S14", "W07"].iter().any(|entity| code.starts_with(entity))
        && code.bytes().skip(1).all(|byte| byte.is_ascii_digit())
}

/// A run of postcodes as upstream has it.
#[derive(Deserialize)]
struct Run {
    outward: String,
    first_inward: String,
    gss_code: String,
}

/// A row of `postcodes.csv`: where within one outward code runs of postcodes begin that lie in one seat.
#[derive(Debug, Serialize)]
struct RunsRow {
    outward: String,
    seat: String,
    from: String,
}

/// One row for each outward code and constituency: 6,000 rows and a third of the bytes, and a moved boundary still shows as a changed
/// row.
fn postcodes(bytes: &[u8], file: &str, seats: &[SeatRow], faults: &mut Vec<Fault>) -> Vec<RunsRow> {
    let known: BTreeSet<&str> = seats.iter().map(|seat| seat.code.as_str()).collect();
    let mut runs: BTreeMap<UkPostcode, String> = BTreeMap::new();
    let mut last: Option<(UkPostcode, Run)> = None;
    for (place, run) in csv_rows::<Run>(bytes, file, &["outward", "first_inward", "gss_code"], faults) {
        let mut note = |problem: String| faults.push(Fault::new(file, &place, problem));
        let text = format!("{} {}", run.outward, run.first_inward);
        let Some(first) = UkPostcode::parse(&text).ok().filter(|postcode| postcode.to_string() == text) else {
            note(format!("`{text}` is not a postcode"));
            continue;
        };
        if !known.contains(run.gss_code.as_str()) {
            note(format!("`{}` is not a constituency in the members' file", run.gss_code));
        }
        if let Some((before, last)) = &last {
            if *before >= first {
                note(format!("{first} is out of order or listed twice"));
            } else if last.outward == run.outward && last.gss_code == run.gss_code {
                note("the previous run is in the same constituency".to_owned());
            }
        }
        runs.insert(first, run.gss_code.clone());
        last = Some((first, run));
    }
    let mut grouped: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for (first, seat) in runs {
        if let Some((outward, inward)) = first.to_string().split_once(' ') {
            grouped.entry((outward.to_owned(), seat)).or_default().push(inward.to_owned());
        }
    }
    grouped.into_iter().map(|((outward, seat), from)| RunsRow { outward, seat, from: from.join(" ") }).collect()
}
