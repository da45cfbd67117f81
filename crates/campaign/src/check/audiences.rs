//! Legislatures that a campaign names, and the people in them whom its texts name.

use std::collections::BTreeMap;

use serde_json::Value;

use places::legislature::LegislatureId;
use visit::letter::{GROUPS, is_identifier};

use super::json::step;
use super::{Audiences, FACTS_FILE, Folder};
use crate::fault::{Fault, FaultKind, nearest};

/// Everybody whom a campaign may name: the groups that there always are, and those of legislatures from folders.
pub(super) fn known(legislatures: &BTreeMap<String, Audiences>) -> Audiences {
    let mut all = Audiences { groups: GROUPS.map(str::to_owned).into(), ..Audiences::default() };
    for Audiences { groups, people } in legislatures.values() {
        for group in groups {
            if !all.groups.contains(group) {
                all.groups.push(group.clone());
            }
        }
        all.people.extend(people.iter().cloned());
    }
    all
}

/// What is wrong with a name, if nobody has it.
pub(super) fn fault(found: &str, known: &Audiences) -> Option<FaultKind> {
    let Audiences { groups, people } = known;
    if groups.iter().any(|group| group == found) || people.contains(found) || is_identifier(found) {
        return None;
    }
    let nearest = nearest(found, groups.iter().map(String::as_str));
    Some(FaultKind::AudienceUnknown { found: found.to_owned(), groups: groups.clone(), nearest })
}

/// The faults of targets and of whom the campaign asks first.
pub(super) fn check(facts: &Value, folder: &Folder, audiences: &Audiences, faults: &mut Vec<Fault>) {
    let targets = facts.get("targets").and_then(Value::as_array).into_iter().flatten();
    for (at, target) in targets.enumerate() {
        let Some(found) = target.get("legislature").and_then(Value::as_str) else { continue };
        let built_in = LegislatureId::US_CONGRESS.name().to_owned();
        let choices: Vec<String> = std::iter::once(built_in).chain(folder.legislatures.keys().cloned()).collect();
        if !choices.iter().any(|known| known == found) {
            let nearest = nearest(found, choices.iter().map(String::as_str));
            let kind = FaultKind::NotAChoice { found: found.to_owned(), choices, nearest };
            faults.push(Fault::at(FACTS_FILE, &format!("/targets/{at}/legislature"), kind));
        }
    }
    let first = facts.get("ask_first").and_then(Value::as_array).into_iter().flatten();
    for (at, found) in first.enumerate().filter_map(|(at, one)| Some((at, one.as_str()?))) {
        if let Some(kind) = fault(found, audiences) {
            faults.push(Fault::at(FACTS_FILE, &step("/ask_first", &at.to_string()), kind));
        }
    }
}
