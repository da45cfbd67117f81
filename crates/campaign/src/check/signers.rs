//! Rules of the signers: nobody twice, in the stated order, no more than stated.

mod look_alike;
mod people;

use std::collections::BTreeMap;

use serde_json::Value;

use super::dates_and_links::date_at;
use super::{FACTS_FILE, text_at};
use crate::country;
use crate::fault::{CountFault, Fault, FaultKind};
use crate::folding::folded;

pub(super) fn check(facts: &Value, faults: &mut Vec<Fault>) {
    let Some(listed) = facts.pointer("/signers/listed").and_then(Value::as_array) else { return };
    let mut push = |place: &str, kind| faults.push(Fault::at(FACTS_FILE, place, kind));
    count(facts, listed.len() as u64, &mut push);
    let besides = besides(facts) as usize;

    let last_change = date_at(facts, "/issued").max(date_at(facts, "/updated"));
    let alphabetical = text_at(facts, "/signers/order") == Some("alphabetical");
    // One name in two countries is two organisations; without a country it may be either.
    let mut seen: BTreeMap<String, Vec<(Option<&str>, String)>> = BTreeMap::new();
    let mut before: Option<&str> = None;
    for (at, signer) in listed.iter().enumerate() {
        let place = format!("/signers/listed/{at}");
        if let Some(code) = text_at(signer, "/country").filter(|code| !code.is_empty() && !country::is_code(code)) {
            push(&format!("{place}/country"), FaultKind::Country(code.to_owned()));
        }
        if let (Some(signed), Some(text)) = (date_at(signer, "/signed"), last_change)
            && signed > text
        {
            push(&format!("{place}/signed"), FaultKind::SignedAfterText { signed, text });
        }
        let Some(name) = text_at(signer, "/organization").filter(|name| !name.trim().is_empty()) else { continue };
        let name_place = format!("{place}/organization");
        let country = text_at(signer, "/country");
        let places = seen.entry(folded(name)).or_default();
        match places.iter().find(|(other, _)| country.is_none() || other.is_none() || *other == country) {
            Some((_, first)) => {
                push(&name_place, FaultKind::SignerTwice { name: name.to_owned(), first: first.clone() });
            }
            None => places.push((country, name_place.clone())),
        }
        // Those counted besides the total come first, as in "the Foundation with 53 NGOs".
        if at < besides {
            continue;
        }
        if let Some(before) = before.filter(|before| alphabetical && folded(before) > folded(name)) {
            let (name, before) = (name.to_owned(), before.to_owned());
            push(&name_place, FaultKind::SignerOutOfOrder { name, before });
        }
        before = Some(name);
    }
    look_alike::check(facts, faults);
    people::check(facts, faults);
}

fn besides(facts: &Value) -> u64 {
    facts.pointer("/signers/stated/besides").and_then(Value::as_u64).unwrap_or(0)
}

fn count(facts: &Value, listed: u64, push: &mut impl FnMut(&str, FaultKind)) {
    let Some(stated) = facts.pointer("/signers/stated/count").and_then(Value::as_u64) else { return };
    let besides = besides(facts);
    if besides > listed {
        push("/signers/stated/besides", FaultKind::Count(CountFault::BesidesNotListed { besides, listed }));
    } else if listed > stated.saturating_add(besides) {
        push("/signers/stated/count", FaultKind::Count(CountFault::MoreListed { listed, stated, besides }));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn found(order: &str, names: &[&str]) -> Vec<FaultKind> {
        let listed: Vec<Value> = names.iter().map(|name| json!({ "organization": name })).collect();
        let facts = json!({ "signers": { "stated": { "count": names.len() }, "order": order, "listed": listed } });
        let mut faults = Vec::new();
        check(&facts, &mut faults);
        faults.into_iter().map(|fault| fault.kind).collect()
    }

    #[test]
    fn typing_does_not_make_another_organisation() {
        for (one, other) in [
            ("People's Example Union", "People’s Example Union"),
            ("Example-Group", "Example‑Group"),
            ("Straße Beispiel", "Strasse Beispiel"),
            ("ＡＢＣ Example", "abc  example"),
            ("Example\u{3000}One", "Example One"),
            ("مؤسسة", "موسسه"),
        ] {
            let FaultKind::SignerTwice { name, first } = &found("as_published", &[one, other])[..][0] else {
                panic!("{one}, {other}")
            };
            assert_eq!((name.as_str(), first.as_str()), (other, "/signers/listed/0/organization"));
        }
        assert_eq!(found("as_published", &["Example 01", "Example 02"]), []);
    }

    #[test]
    fn typing_does_not_make_another_place() {
        assert_eq!(found("alphabetical", &["Ærø 1", "“Beta” 2", "Écoles 3", "L’Exemple 4", "Zoo 5"]), []);
        assert!(matches!(found("alphabetical", &["Zoo", "Écoles"])[..], [FaultKind::SignerOutOfOrder { .. }]));
    }
}
