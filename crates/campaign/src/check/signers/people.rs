//! Rules of the people who signed for themselves: the same as for organisations.

use std::collections::BTreeMap;

use serde_json::Value;

use super::super::dates_and_links::date_at;
use super::super::{FACTS_FILE, text_at};
use crate::country;
use crate::fault::{CountFault, Fault, FaultKind};
use crate::folding::folded;

pub(super) fn check(facts: &Value, faults: &mut Vec<Fault>) {
    let Some(listed) = facts.pointer("/signers/people").and_then(Value::as_array) else { return };
    let mut push = |place: &str, kind| faults.push(Fault::at(FACTS_FILE, place, kind));
    let stated = facts.pointer("/signers/stated/people").and_then(Value::as_u64);
    if let Some(stated) = stated.filter(|stated| (listed.len() as u64) > *stated) {
        push(
            "/signers/stated/people",
            FaultKind::Count(CountFault::MorePeople { listed: listed.len() as u64, stated }),
        );
    }
    let last_change = date_at(facts, "/issued").max(date_at(facts, "/updated"));
    let alphabetical = text_at(facts, "/signers/order") == Some("alphabetical");
    let mut seen: BTreeMap<(String, String, Option<&str>), String> = BTreeMap::new();
    let mut before: Option<&str> = None;
    for (at, person) in listed.iter().enumerate() {
        let place = format!("/signers/people/{at}");
        let country = text_at(person, "/country").filter(|code| !code.is_empty());
        if let Some(code) = country.filter(|code| !country::is_code(code)) {
            push(&format!("{place}/country"), FaultKind::Country(code.to_owned()));
        }
        if let (Some(signed), Some(text)) = (date_at(person, "/signed"), last_change)
            && signed > text
        {
            push(&format!("{place}/signed"), FaultKind::SignedAfterText { signed, text });
        }
        let Some(name) = text_at(person, "/name").filter(|name| !name.trim().is_empty()) else { continue };
        let name_place = format!("{place}/name");
        // Two people may have one name; what is beside it tells them apart.
        let key = (folded(name), folded(text_at(person, "/role").unwrap_or_default()), country);
        match seen.get(&key) {
            Some(first) => push(&name_place, FaultKind::SignerTwice { name: name.to_owned(), first: first.clone() }),
            None => {
                seen.insert(key, name_place.clone());
            }
        }
        if let Some(before) = before.filter(|before| alphabetical && folded(before) > folded(name)) {
            let (name, before) = (name.to_owned(), before.to_owned());
            push(&name_place, FaultKind::SignerOutOfOrder { name, before });
        }
        before = Some(name);
    }
}
