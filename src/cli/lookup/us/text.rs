//! The answer for people.

use places::congress::{Delegation, Division, HOUSE_FINDER, HouseSeat, Official, StateKind};
use records::tables::fields::party_word;
use records::tables::read::Tables;

use super::{Answer, Found, places};

/// Several lines.
pub fn show(answer: &Answer, tables: &Tables) -> String {
    let mut lines = vec![headline(answer)];
    let mut state = None;
    for delegation in &answer.delegations {
        // Senators are listed once per state, above its first district.
        if state.replace(delegation.division.state) != Some(delegation.division.state) {
            lines.push(String::new());
            senators(delegation, tables, &mut lines);
        }
        lines.push(String::new());
        house(delegation, tables, &mut lines);
        let places = places(answer, delegation, tables);
        if !places.is_empty() {
            lines.push(format!("  Places {}", places.join(", ")));
        }
    }
    let validity = tables.congress.validity();
    lines.push(String::new());
    lines.push(format!(
        "Officials as of {}. District lines from {} to {}. Sources: sources.toml beside the tables",
        validity.as_of, validity.valid_from, validity.valid_to
    ));
    lines.join("\n")
}

fn headline(answer: &Answer) -> String {
    let zip = answer.zip.map(|zip| zip.to_string()).unwrap_or_default();
    let count = answer.delegations.len();
    let state = answer.delegations.first().map_or("", |delegation| delegation.division.state.english_name());
    match answer.finding {
        Found::One => format!("{zip}: one district, {}", name(answer.delegations.first())),
        Found::Several => format!("{zip}: may be in any of {count} districts in {state}; choose yours"),
        Found::SeveralStates => format!("{zip}: crosses a state line, {count} districts; choose yours"),
        Found::State if count == 1 => format!("{state}: one seat in the House"),
        Found::State => format!("{state}: {count} districts; choose yours"),
        Found::Located if count == 1 => format!("Your location is in {}", name(answer.delegations.first())),
        Found::Located => format!("Your location is near the line between {count} districts; choose yours"),
        Found::Nowhere => "Your location isn't in a US congressional district".to_owned(),
        Found::Military => {
            format!("{zip}: a military address. You vote in your state of legal residence: give it with --state")
        }
        Found::Outside => {
            format!("{zip}: in Palau, Micronesia or the Marshall Islands, which elect nobody to Congress")
        }
        Found::Unknown => format!("{zip}: not in the table; it may be a PO box. Give your state with --state"),
    }
}

fn name(delegation: Option<&Delegation>) -> String {
    delegation.map(|delegation| place(delegation.division)).unwrap_or_default()
}

fn place(division: Division) -> String {
    let state = division.state.english_name();
    match (division.district, division.state.kind()) {
        (0, StateKind::State) => format!("{state} at large ({division})"),
        (0 | Division::WHOLE, _) => format!("{state} ({division})"),
        (district, _) => format!("{state}, district {district} ({division})"),
    }
}

fn senators(delegation: &Delegation, tables: &Tables, lines: &mut Vec<String>) {
    let state = delegation.division.state;
    if state.kind() != StateKind::State {
        lines.push(format!(
            "{} has no senators; its member of the House does not vote on final passage",
            state.english_name()
        ));
    }
    for senator in &delegation.senators {
        person(senator, state.english_name(), tables, lines);
    }
}

fn house(delegation: &Delegation, tables: &Tables, lines: &mut Vec<String>) {
    let place = place(delegation.division);
    for official in &delegation.ended {
        lines.push(format!("{} {} held office until {}", official.role.title(), official.name, official.until));
    }
    if delegation.redrawn {
        lines.push(format!("{place} has new districts, which are not in these tables"));
    }
    if delegation.unknown_senators > 0 || delegation.house == HouseSeat::Unknown {
        lines.push(format!("The new member is not in these tables; see {HOUSE_FINDER}"));
    }
    match &delegation.house {
        HouseSeat::Held(member) => person(member, &place, tables, lines),
        HouseSeat::Unknown => {}
        HouseSeat::Vacant => {
            lines.push(format!("The seat of {place} was vacant on {}", tables.congress.validity().as_of))
        }
    }
}

fn person(official: &Official, place: &str, tables: &Tables, lines: &mut Vec<String>) {
    let role = official.role.title();
    let caucus = official.caucus.map(|party| format!(", caucuses with the {}s", party_word(party))).unwrap_or_default();
    lines.push(format!("{role} {}, {}{caucus}, {place}", official.name, party_word(official.party)));
    let site = official.site.as_ref().map(|site| site.as_str());
    let contact_form = official.contact_form.as_ref().map(|page| page.as_str());
    let facts = [
        ("Phone", official.phone.as_deref()),
        ("Form ", contact_form),
        ("Mail ", official.email.as_deref()),
        ("Site ", site),
        ("Post ", official.address.as_deref()),
    ];
    if facts.iter().all(|(_, fact)| fact.is_none()) {
        lines.push("  No contact details in the records".to_owned());
    }
    lines.extend(facts.iter().filter_map(|(what, fact)| fact.map(|fact| format!("  {what}  {fact}"))));
    for office in tables.offices.of(&official.bioguide) {
        let parts = [&*office.street, &office.city, &office.state_and_zip, office.phone.as_deref().unwrap_or_default()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        lines.push(format!("  Office {}", parts.join(", ")));
    }
}
