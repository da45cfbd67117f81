//! The answer for programs.

use serde_json::{Value, json};

use super::text::party;
use super::{Answer, UkTables};
use places::legislature::{Person, Place};

/// One JSON document. Its strings hold no raw control characters: JSON escapes them.
pub fn show(answer: &Answer, tables: &UkTables) -> String {
    let constituencies = answer.offered.iter().map(|representation| {
        json!({
            "id": tables.commons.seat_code(representation.seat),
            "name": tables.commons.name_in_letter(representation.seat),
            "vacant": representation.vacant,
            "member": representation.people.first().filter(|member| !member.name.is_empty()).map(|member| person(member)),
            "ended": representation.ended.iter().map(|former| json!({
                "name": &*former.name,
                "until": former.until,
            })).collect::<Vec<Value>>(),
        })
    });
    let document = json!({
        "postcode": answer.postcode.to_string(),
        "finding": match answer.place {
            Place::Seats(_) => "one",
            Place::Region(_) => "northern_ireland",
            Place::Military => "military",
            Place::Outside => "outside",
            Place::Unknown => "unknown",
        },
        "constituencies": constituencies.collect::<Vec<Value>>(),
        "as_of": tables.folder.validity().as_of,
        "postcodes_as_of": tables.folder.postcodes_as_of(),
        "valid_from": tables.folder.validity().valid_from,
        "valid_to": tables.folder.validity().valid_to,
        "credits": tables.folder.licences(),
    });
    format!("{document:#}")
}

fn person(person: &Person) -> Value {
    json!({
        "id": &*person.id,
        "name": &*person.name,
        "party": party(person),
        "email": person.email.as_deref(),
        "site": person.site.as_ref().map(|site| site.as_str()),
        "address": person.address.as_deref(),
    })
}
