//! Rules of `campaign.json` apart from its signers: name, dates, colours, targets, the next campaign.

use serde_json::Value;

use places::date::Date;

use super::{FACTS_FILE, Neighbours, text_at};
use crate::contrast::{DARK_PAPER, LEAST, LIGHT_PAPER, ratio};
use crate::facts::{Colour, Slug, Status};
use crate::fault::{Fault, FaultKind};

pub(super) fn check(facts: &Value, folder: &str, neighbours: &Neighbours, faults: &mut Vec<Fault>) {
    let mut push = |place: &str, kind| faults.push(Fault::at(FACTS_FILE, place, kind));
    if let Some(id) = text_at(facts, "/id").filter(|id| *id != folder) {
        push("/id", FaultKind::IdNotFolder { id: id.to_owned(), folder: folder.to_owned() });
    }
    if let (Some(issued), Some(updated)) = (date_at(facts, "/issued"), date_at(facts, "/updated"))
        && updated < issued
    {
        push("/updated", FaultKind::UpdatedBeforeIssued { issued, updated });
    }
    for (place, paper) in [("/theme/accent/light", LIGHT_PAPER), ("/theme/accent/dark", DARK_PAPER)] {
        let Some(colour) = text_at(facts, place).and_then(|text| Colour::try_from(text.to_owned()).ok()) else {
            continue;
        };
        if let Some(ratio) = ratio(&colour, paper).filter(|ratio| *ratio < LEAST) {
            push(place, FaultKind::Contrast { colour: colour.as_str().to_owned(), paper, ratio });
        }
    }
    let open = status(facts) == Some(Status::Open);
    if open && facts.get("targets").is_none_or(|targets| targets.as_array().is_some_and(Vec::is_empty)) {
        push("/targets", FaultKind::OpenWithoutTargets);
    }
    if let Some(next) = text_at(facts, "/next_campaign").and_then(|next| Slug::try_from(next.to_owned()).ok()) {
        let kind = match neighbours.get(next.as_str()) {
            _ if open => Some(FaultKind::NextOfOpen),
            _ if next.as_str() == folder => Some(FaultKind::NextIsItself),
            None => Some(FaultKind::NextUnknown(next)),
            Some(Some(Status::Open)) => None,
            Some(_) => Some(FaultKind::NextNotOpen(next)),
        };
        if let Some(kind) = kind {
            push("/next_campaign", kind);
        }
    }
}

/// The status, if it can be read.
pub(super) fn status(facts: &Value) -> Option<Status> {
    serde_json::from_value(facts.get("status")?.clone()).ok()
}

/// The day at a place, if it is one.
pub(super) fn date_at(value: &Value, place: &str) -> Option<Date> {
    text_at(value, place)?.parse().ok()
}
