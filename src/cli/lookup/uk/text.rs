//! The answer for people.

use super::{Answer, UkTables};
use places::legislature::{Person, Place, Representation};

/// Several lines.
pub fn show(answer: &Answer, tables: &UkTables) -> String {
    let mut lines = vec![headline(answer, tables)];
    for representation in &answer.offered {
        lines.push(String::new());
        one(representation, tables, &mut lines);
    }
    lines.push(String::new());
    let (validity, postcodes) = (tables.folder.validity(), tables.folder.postcodes_as_of());
    lines.push(format!(
        "Members as of {}, postcodes as of {postcodes}. {}",
        validity.as_of,
        tables.folder.licences().join(". ")
    ));
    lines.join("\n")
}

fn headline(answer: &Answer, tables: &UkTables) -> String {
    let postcode = answer.postcode;
    match &answer.place {
        Place::Seats(seats) => {
            let name = seats.first().map(|seat| tables.commons.name_in_letter(*seat)).unwrap_or_default();
            format!("{postcode}: {name}")
        }
        Place::Region(_) => {
            format!(
                "{postcode}: Northern Ireland, whose postcodes are not open data; choose one of its {} seats",
                answer.offered.len()
            )
        }
        Place::Military => {
            format!("{postcode}: a forces address. You vote where you are registered: use that postcode")
        }
        Place::Outside => {
            format!("{postcode}: a Crown dependency or an overseas territory; nobody at Westminster represents it")
        }
        Place::Unknown => {
            format!("{postcode}: not in the table; check it, or find the member by name on members.parliament.uk")
        }
    }
}

fn one(representation: &Representation, tables: &UkTables, lines: &mut Vec<String>) {
    let name = tables.commons.name_in_letter(representation.seat);
    let code = tables.commons.seat_code(representation.seat);
    if representation.vacant {
        lines.push(format!("The seat of {name} ({code}) was vacant on {}", tables.folder.validity().as_of));
    }
    for former in &representation.ended {
        lines.push(format!("{} MP held office until {}", former.name, former.until));
    }
    for person in &representation.people {
        if person.name.is_empty() {
            lines.push(format!(
                "The new member for {name} ({code}) is not in these tables; see {}",
                tables.folder.finder()
            ));
            continue;
        }
        lines.push(format!("{} MP, {}, {name} ({code})", person.name, party(person)));
        let site = person.site.as_ref().map(|site| site.as_str());
        let facts = [("Mail ", person.email.as_deref()), ("Site ", site), ("Post ", person.address.as_deref())];
        lines.extend(facts.iter().filter_map(|(what, fact)| fact.map(|fact| format!("  {what}  {fact}"))));
        if person.email.is_none() {
            lines.push("  No email address in the records".to_owned());
        }
    }
}

/// The party's own name.
pub fn party(person: &Person) -> &str {
    person.party.as_deref().unwrap_or_default()
}
