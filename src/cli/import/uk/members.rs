//! Reads `mp_lookup.csv` of dfe-analytical-services/mp-lookup.

use std::collections::BTreeMap;

use serde::Deserialize;

use records::fault::Fault;
use records::tables::fields::{FieldFault, RowFaults};
use records::tables::lines::rows_of;
use records::tables::uk::rows::{ConstituencyRow, MemberRow};

use super::reviewed::{Reviewed, lists};
use crate::cli::import::reviewed::{FILE, NotCorrected};

/// What upstream says where a member publishes no address.
const NO_EMAIL: &str = "No email found";
/// The host of addresses that Parliament gives.
const PARLIAMENT: &str = "@parliament.uk";

/// A constituency and who sits for it.
#[derive(Debug)]
pub struct SeatRows {
    /// The constituency.
    pub constituency: ConstituencyRow,
    /// Its member.
    pub member: Option<MemberRow>,
}

#[derive(Deserialize)]
struct Row {
    pcon_name: String,
    pcon_code: String,
    member_id: u32,
    display_as: String,
    party_text: String,
    member_email: String,
    region_code: String,
}

/// Every seat, in the order of codes. Of the constituencies that are `known`, so many may be missing from the records as
/// [`FILE`] allows: they are vacant. What it lists in vain goes to `in_vain`.
pub fn read(
    bytes: &[u8],
    file: &str,
    reviewed: &Reviewed,
    known: &[ConstituencyRow],
    faults: &mut Vec<Fault>,
    in_vain: &mut Vec<Fault>,
) -> Vec<SeatRows> {
    let mut seats: BTreeMap<String, SeatRows> = BTreeMap::new();
    let (mut ids, mut addresses) = (BTreeMap::new(), BTreeMap::new());
    for (line, (seat, problems, vain)) in rows_of(bytes, file, faults, |row: Row| Ok(seat(row, reviewed))) {
        let mut note = |problem: String| faults.push(Fault::new(file, format_args!("line {line}"), problem));
        problems.iter().for_each(|problem| note(problem.to_string()));
        in_vain.extend(vain.into_iter().map(|problem| Fault::new(FILE, &seat.constituency.code, problem)));
        if let Some(member) = &seat.member {
            if let Some(first) = ids.insert(member.id, line) {
                note(format!("member {} is also in line {first}", member.id));
            }
            let address = member.email.to_ascii_lowercase();
            if let Some(first) =
                Some(address).filter(|text| !text.is_empty()).and_then(|text| addresses.insert(text, line))
            {
                note(format!("`{}` is also the address in line {first}", member.email));
            }
        }
        if let Some(other) = seats.insert(seat.constituency.code.clone(), seat) {
            note(format!("{} is listed twice", other.constituency.code));
        }
    }
    vacancies(&mut seats, reviewed, faults, in_vain);
    let missing: Vec<&ConstituencyRow> = known.iter().filter(|known| !seats.contains_key(&known.code)).collect();
    if missing.len() <= reviewed.parliament.vacant_up_to {
        for known in missing {
            let constituency = ConstituencyRow { seat: "vacant".to_owned(), ..known.clone() };
            seats.insert(known.code.clone(), SeatRows { constituency, member: None });
        }
    }
    let listed = reviewed.correction.iter().map(|correction| &correction.id);
    let listed = listed.chain(reviewed.no_email.iter().chain(&reviewed.own_host).map(|noted| &noted.code));
    for code in listed.filter(|code| !seats.contains_key(*code)) {
        in_vain.push(Fault::new(FILE, code, "listed, but nobody in the records sits for it; delete it"));
    }
    if seats.len() != reviewed.parliament.seats {
        let problem =
            format!("{} seats instead of {}; list vacant ones in {FILE}", seats.len(), reviewed.parliament.seats);
        faults.push(Fault::new(file, "whole file", problem));
    }
    seats.into_values().collect()
}

/// A seat, what is wrong with it, and what is listed of it in vain.
fn seat(row: Row, reviewed: &Reviewed) -> (SeatRows, Vec<FieldFault>, Vec<String>) {
    let mut faults = Vec::new();
    let mut vain = Vec::new();
    let code = row.pcon_code;
    let email = if row.member_email == NO_EMAIL { String::new() } else { row.member_email };
    let mut constituency =
        ConstituencyRow { code: code.clone(), name: row.pcon_name, region: row.region_code, seat: "held".to_owned() };
    let mut member =
        MemberRow { constituency: code.clone(), id: row.member_id, name: row.display_as, party: row.party_text, email };
    for correction in reviewed.correction.iter().filter(|correction| correction.id == code) {
        let field = match correction.field.as_str() {
            "constituency" => Some(&mut constituency.name),
            "name" => Some(&mut member.name),
            "party" => Some(&mut member.party),
            "email" => Some(&mut member.email),
            _ => None,
        };
        match correction.repair(field) {
            Ok(()) => {}
            Err(NotCorrected::InVain(problem)) => vain.push(problem),
            Err(NotCorrected::Fault(problem)) => faults.push(FieldFault::Row(problem)),
        }
    }
    match (member.email.is_empty(), lists(&reviewed.no_email, &code)) {
        (true, false) => {
            let problem = format!("no e-mail address; if that is so, list it in {FILE} under no_email");
            faults.push(FieldFault::Row(problem));
        }
        (false, true) => vain.push("listed under no_email, but there is one now; delete it".to_owned()),
        _ => {}
    }
    let outside = !member.email.is_empty() && !member.email.ends_with(PARLIAMENT);
    match (outside, lists(&reviewed.own_host, &code)) {
        (true, false) => {
            let problem =
                format!("`{}` is not at {PARLIAMENT}; if it is theirs, list it in {FILE} under own_host", member.email);
            faults.push(FieldFault::Row(problem));
        }
        (false, true) => vain.push("listed under own_host, but it is Parliament's now; delete it".to_owned()),
        _ => {}
    }
    faults.extend(constituency.parse().err().unwrap_or_default().0);
    faults.extend(member.parse().err().unwrap_or_default().0);
    (SeatRows { constituency, member: Some(member) }, faults, vain)
}

fn vacancies(
    seats: &mut BTreeMap<String, SeatRows>,
    reviewed: &Reviewed,
    faults: &mut Vec<Fault>,
    in_vain: &mut Vec<Fault>,
) {
    for vacant in &reviewed.vacant {
        let constituency = ConstituencyRow {
            code: vacant.code.clone(),
            name: vacant.name.clone(),
            region: vacant.region.clone(),
            seat: "vacant".to_owned(),
        };
        let RowFaults(problems) = constituency.parse().err().unwrap_or_default();
        faults.extend(problems.iter().map(|problem| Fault::new(FILE, &vacant.code, problem)));
        if seats.contains_key(&vacant.code) {
            in_vain.push(Fault::new(FILE, &vacant.code, "listed as vacant, but somebody sits for it"));
        } else {
            seats.insert(vacant.code.clone(), SeatRows { constituency, member: None });
        }
    }
}
