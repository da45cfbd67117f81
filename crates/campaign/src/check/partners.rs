//! Rules of the partners: nobody twice.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{FACTS_FILE, text_at};
use crate::fault::{Fault, FaultKind};

pub(super) fn check(facts: &Value, faults: &mut Vec<Fault>) {
    let mut seen: BTreeMap<&str, String> = BTreeMap::new();
    let partners = facts.get("partners").and_then(Value::as_array).into_iter().flatten();
    for (at, partner) in partners.enumerate() {
        let Some(slug) = text_at(partner, "/slug").filter(|slug| !slug.is_empty()) else { continue };
        let place = format!("/partners/{at}/slug");
        match seen.get(slug) {
            Some(first) => {
                let kind = FaultKind::PartnerTwice { slug: slug.to_owned(), first: first.clone() };
                faults.push(Fault::at(FACTS_FILE, &place, kind));
            }
            None => {
                seen.insert(slug, place);
            }
        }
    }
}
