//! The answer for programs.

use serde_json::{Value, json};

use places::congress::{HouseSeat, Official};
use records::tables::fields::{ocd_id, party_word, role_word};
use records::tables::read::Tables;

use super::{Answer, Found, places};

/// One JSON document. Its strings hold no raw control characters: JSON escapes them.
pub fn show(answer: &Answer, tables: &Tables) -> String {
    let validity = tables.congress.validity();
    let divisions: Vec<Value> = answer
        .delegations
        .iter()
        .map(|delegation| {
            let house = match &delegation.house {
                HouseSeat::Held(member) => person(member, tables),
                HouseSeat::Vacant | HouseSeat::Unknown => Value::Null,
            };
            json!({
                "division": delegation.division.to_string(),
                "id": ocd_id(delegation.division),
                "state": delegation.division.state.code(),
                "state_name": delegation.division.state.english_name(),
                "district": delegation.division.district,
                "vacant": delegation.house == HouseSeat::Vacant,
                "redrawn": delegation.redrawn,
                "places": places(answer, delegation, tables),
                "ended": delegation.ended.iter().map(|official| json!({
                    "name": &*official.name,
                    "role": role_word(official.role),
                    "until": official.until,
                })).collect::<Vec<_>>(),
                "house": house,
                "senators": delegation.senators.iter().map(|senator| person(senator, tables)).collect::<Vec<_>>(),
            })
        })
        .collect();
    let document = json!({
        "zip": answer.zip.map(|zip| zip.to_string()),
        "finding": match answer.finding {
            Found::One => "one",
            Found::Several => "several",
            Found::SeveralStates => "several_states",
            Found::State => "state",
            Found::Located => "located",
            Found::Nowhere => "nowhere",
            Found::Military => "military",
            Found::Outside => "outside",
            Found::Unknown => "unknown",
        },
        "divisions": divisions,
        "as_of": validity.as_of,
        "valid_from": validity.valid_from,
        "valid_to": validity.valid_to,
    });
    format!("{document:#}")
}

fn person(official: &Official, tables: &Tables) -> Value {
    let offices: Vec<Value> = tables
        .offices
        .of(&official.bioguide)
        .iter()
        .map(|office| {
            json!({
                "street": &*office.street,
                "city": &*office.city,
                "state_and_zip": &*office.state_and_zip,
                "phone": office.phone.as_deref(),
            })
        })
        .collect();
    json!({
        "bioguide": &*official.bioguide,
        "name": &*official.name,
        "family_name": &*official.family_name,
        "role": role_word(official.role),
        "term_end": official.term_end,
        "party": party_word(official.party),
        "caucus": official.caucus.map(party_word),
        "phone": official.phone.as_deref(),
        "site": official.site.as_ref().map(|site| site.as_str()),
        "contact_form": official.contact_form.as_ref().map(|page| page.as_str()),
        "email": official.email.as_deref(),
        "address": official.address.as_deref(),
        "offices": offices,
    })
}
