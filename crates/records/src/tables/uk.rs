//! Reads the committed tables of `data/uk`, checks that they fit together, and makes the compact file.

pub mod rows;
pub mod sources;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use files::Files;
use places::assembly::Assembly;
use places::commons::{self, General, UkPostcode};
use places::commons::{ConstituencyRecord, MemberRecord, NORTHERN_IRELAND, REGIONS, Records, Run};
use places::legislature::TableFault;

use self::rows::{ConstituencyRow, MemberRow, RunsRow};
use self::sources::Sources;
use super::fields::{FieldFault, RowFaults};
use super::lines::{self, Lines, Texts, rows};
use crate::fault::{Failure, Fault};

/// The canonical tables, by file name.
pub const FILES: [&str; 4] = ["constituencies.csv", "members.csv", "postcodes.csv", "sources.toml"];
const CONSTITUENCIES: &str = "constituencies.csv";
const MEMBERS: &str = "members.csv";
const POSTCODES: &str = "postcodes.csv";

/// What the tables say, and the file that visitors fetch.
#[derive(Debug)]
pub struct UkTables {
    /// Read back from `bytes`, as a visitor's browser has it on an English page.
    pub commons: Assembly,
    /// The compact file.
    pub bytes: Vec<u8>,
    /// Where the tables come from.
    pub sources: Sources,
}

/// The tables of a folder such as `data/uk`.
pub fn load(files: &Files, data: &Path) -> Result<UkTables, Failure> {
    tables(&lines::texts(files, data, &FILES, "undersigned import uk")?)
}

/// Turns the texts into tables, or lists everything that is wrong with its line.
pub fn tables(texts: &Texts) -> Result<UkTables, Failure> {
    let mut faults = Vec::new();
    let constituencies = rows(texts, CONSTITUENCIES, &mut faults, |row: ConstituencyRow| row.parse());
    let members = rows(texts, MEMBERS, &mut faults, |row: MemberRow| Ok((row.parse()?, row.constituency)));
    let runs = rows(texts, POSTCODES, &mut faults, |row: RunsRow| expand(&row));
    let sources = Sources::parse(texts.get("sources.toml").map(Vec::as_slice).unwrap_or_default())
        .map_err(|fault| faults.push(fault))
        .ok();
    let records = records(constituencies, members, runs, &mut faults);
    let Some(sources) = sources.filter(|_| faults.is_empty()) else { return Err(Failure::Faults(faults)) };
    let general = General {
        address: sources.address.as_str().into(),
        page: (sources.page_before.as_str().into(), sources.page_after.as_str().into()),
    };
    let records = Records { general, ..records }.assembled(&sources.validity);
    let bytes = Assembly::bytes(&records).map_err(refused)?;
    Ok(UkTables { commons: assembly(&bytes)?, bytes, sources })
}

/// The compact file as a visitor's browser has it, on an English page.
pub fn assembly(bytes: &[u8]) -> Result<Assembly, Failure> {
    let manner = commons::manner("{name} MP", commons::INDEPENDENTS.1.into());
    Assembly::from_bytes(bytes, &manner).map_err(refused)
}

fn refused(fault: TableFault) -> Failure {
    Failure::CouldNotRun(format!("the compact table can't be read back: {fault}"))
}

type Expanded = (Vec<UkPostcode>, String);

fn expand(row: &RunsRow) -> Result<Expanded, RowFaults> {
    let mut faults = Vec::new();
    let postcodes = row.from.split(' ').filter_map(|inward| {
        let text = format!("{} {inward}", row.outward);
        let postcode = UkPostcode::parse(&text).ok().filter(|postcode| postcode.to_string() == text);
        if postcode.is_none() {
            faults.push(FieldFault::not(&text, "a postcode"));
        }
        postcode
    });
    let postcodes = postcodes.collect();
    if faults.is_empty() { Ok((postcodes, row.constituency.clone())) } else { Err(RowFaults(faults)) }
}

fn records(
    constituencies: Lines<(ConstituencyRecord, bool)>,
    members: Lines<(MemberRecord, String)>,
    runs: Lines<Expanded>,
    faults: &mut Vec<Fault>,
) -> Records {
    let mut note =
        |file: &str, line: u64, problem: String| faults.push(Fault::new(file, format_args!("line {line}"), problem));
    let mut places: BTreeMap<String, (u64, usize, bool)> = BTreeMap::new();
    let mut all: Vec<ConstituencyRecord> = Vec::new();
    for (line, (constituency, held)) in constituencies {
        if all.last().is_some_and(|last| last.code >= constituency.code) {
            note(CONSTITUENCIES, line, format!("{} is out of order or listed twice", constituency.code));
        }
        places.insert(constituency.code.to_string(), (line, all.len(), held));
        all.push(constituency);
    }
    let (mut numbers, mut addresses) = (BTreeSet::new(), BTreeSet::new());
    for (line, (member, code)) in members {
        if !numbers.insert(member.id) {
            note(MEMBERS, line, format!("member {} is listed twice", member.id));
        }
        if member.email.as_ref().is_some_and(|email| !addresses.insert(email.to_ascii_lowercase())) {
            note(MEMBERS, line, "somebody else has the same e-mail address".to_owned());
        }
        match places.get(&code).and_then(|(_, place, held)| Some((all.get_mut(*place)?, *held))) {
            None => note(MEMBERS, line, format!("{CONSTITUENCIES} has no {code}")),
            Some((_, false)) => note(MEMBERS, line, format!("{CONSTITUENCIES} says that {code} is vacant")),
            Some((constituency, _)) if constituency.member.is_some() => {
                note(MEMBERS, line, format!("somebody else already sits for {code}"));
            }
            Some((constituency, _)) => constituency.member = Some(member),
        }
    }
    for (code, (line, place, held)) in &places {
        if *held && all.get(*place).is_some_and(|constituency| constituency.member.is_none()) {
            note(CONSTITUENCIES, *line, format!("nobody in {MEMBERS} sits for {code}"));
        }
    }
    let mut without: BTreeSet<&String> = places.keys().collect();
    let mut by_postcode: BTreeMap<UkPostcode, (u64, u16)> = BTreeMap::new();
    for (line, (postcodes, code)) in runs {
        let Some((key, (_, place, _))) = places.get_key_value(&code) else {
            note(POSTCODES, line, format!("{CONSTITUENCIES} has no {code}"));
            continue;
        };
        without.remove(key);
        for postcode in postcodes {
            if let Some((other, _)) = by_postcode.insert(postcode, (line, *place as u16)) {
                note(POSTCODES, line, format!("{postcode} is also in line {other}"));
            }
        }
    }
    for code in without {
        let Some((line, place, _)) = places.get(code) else { continue };
        let region = all.get(*place).and_then(|known| REGIONS.get(usize::from(known.region)));
        if region != Some(&NORTHERN_IRELAND) {
            note(CONSTITUENCIES, *line, format!("no postcode lies in {code}"));
        }
    }
    let runs = by_postcode.into_iter().map(|(first, (_, constituency))| Run { first, constituency });
    Records { general: General::default(), constituencies: all, runs: runs.collect() }
}
