//! `people.csv` of a legislature's folder, checked against its other files.

use std::collections::BTreeMap;

use campaign::email_address::is_email_address;
use campaign::folding::folded;
use places::assembly::{Gender, Home, PersonRecord, SeatRecord};
use places::web_address::HttpsUrl;
use visit::MOST_READERS;

use super::settings::Settings;
use super::sheet::{Row, Sheet};
use super::tables::{Codes, Region};
use crate::fault::Fault;

/// What a row may hold besides `id`, `seat` and `name`.
pub const OPTIONAL: [&str; 10] =
    ["gender", "party", "groups", "email", "phone", "site", "contact_form", "address", "role", "family_name"];

/// The rows of the file.
pub fn people(
    sheet: &Sheet,
    settings: &Settings,
    regions: &[Region],
    seats: &[SeatRecord],
    faults: &mut Vec<Fault>,
) -> Vec<PersonRecord> {
    let of_seats = Codes::of(seats.iter().map(|seat| &*seat.code));
    let of_regions = Codes::of(regions.iter().map(|region| region.code.as_str()));
    let home = |code: &str| of_seats.place(code).map(Home::Seat).or_else(|| of_regions.place(code).map(Home::Region));
    let lacks_roles = settings.role.len() > 1 && !sheet.rows.is_empty() && !sheet.has("role");
    if lacks_roles {
        let problem =
            "there is no column `role`, and legislature.toml has several roles; add it, with the id of one in each row";
        faults.push(Fault::new(sheet.file, "line 1", problem));
    }
    let mut ids: BTreeMap<&str, u64> = BTreeMap::new();
    let mut people = Vec::new();
    for row in &sheet.rows {
        let mut fault = |column: &str, problem: String| {
            if !row.is_open(column) {
                faults.push(row.fault(sheet.file, column, problem));
            }
        };
        let id = row.get("id");
        let is_id = (1..=40).contains(&id.len())
            && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".:-".contains(&byte));
        if !is_id {
            fault("id", format!("`{id}` is not 1 to 40 letters, digits, dots, colons and hyphens"));
        } else if let Some(line) = ids.insert(id, row.line) {
            fault("id", format!("`{id}` is the id in line {line} too"));
        }
        let mut homes = Vec::new();
        for code in row.get("seat").split_ascii_whitespace() {
            match home(code) {
                Some(home) if homes.contains(&home) => fault("seat", format!("`{code}` is there twice")),
                Some(home) => homes.push(home),
                None => fault("seat", format!("neither seats.csv nor regions.csv has `{code}`")),
            }
        }
        if row.get("seat").is_empty() {
            fault("seat", "write the code of the seat".to_owned());
        }
        let role = settings.role(row.get("role")).unwrap_or_else(|| {
            if !lacks_roles {
                let known: Vec<&str> = settings.role.iter().map(|role| &*role.id).collect();
                let problem =
                    format!("legislature.toml has no role `{}`; there are {}", row.get("role"), known.join(", "));
                fault("role", problem);
            }
            0
        });
        let gender = match row.get("gender") {
            "" => Gender::Other,
            "f" => Gender::Female,
            "m" => Gender::Male,
            other => {
                fault("gender", format!("`{other}` is neither f nor m nor empty"));
                Gender::Other
            }
        };
        let name = row.get("name");
        if name.is_empty() {
            fault("name", "write the person's name; a seat without a holder has no row".to_owned());
        }
        let groups: Vec<String> = row.get("groups").split_ascii_whitespace().map(str::to_owned).collect();
        for group in groups.iter().filter(|group| !settings.group.iter().any(|known| known.id == **group)) {
            fault("groups", format!("legislature.toml has no group `{group}`"));
        }
        ways(row, &mut fault);
        let own = |column: &str| row.get(column).to_owned();
        let family = match row.get("family_name") {
            "" => name.rsplit(' ').next().unwrap_or_default(),
            family => family,
        };
        people.push(PersonRecord {
            until: None,
            id: id.to_owned(),
            homes,
            role,
            gender,
            name: name.to_owned(),
            family_name: family.to_owned(),
            party: own("party"),
            groups,
            ways: [own("email"), own("phone"), own("site"), own("contact_form"), own("address")],
        });
    }
    if sheet.rows.is_empty() {
        faults.push(Fault::new(sheet.file, "whole file", "lists nobody"));
    }
    in_lists_by_name(&mut people);
    people
}

/// Puts those who sit for the same place in the order of their family names, if they are more than anybody is offered at once:
/// people look for a name in such a list. Fewer keep the order of the file.
fn in_lists_by_name(people: &mut [PersonRecord]) {
    let mut places: BTreeMap<Home, Vec<usize>> = BTreeMap::new();
    for (place, person) in people.iter().enumerate() {
        if let Some(home) = person.homes.first() {
            places.entry(*home).or_default().push(place);
        }
    }
    for places in places.values().filter(|places| places.len() > MOST_READERS) {
        let mut sorted: Vec<PersonRecord> = places.iter().filter_map(|place| people.get(*place)).cloned().collect();
        sorted.sort_by_cached_key(|person| [folded(&person.family_name), folded(&person.name), person.id.clone()]);
        for (place, person) in places.iter().zip(sorted) {
            if let Some(slot) = people.get_mut(*place) {
                *slot = person;
            }
        }
    }
}

/// Reports ways to reach somebody that lead nowhere.
fn ways(row: &Row, fault: &mut impl FnMut(&str, String)) {
    let email = row.get("email");
    if !email.is_empty() && !is_email_address(email) {
        fault("email", format!("`{email}` is not an e-mail address"));
    }
    for column in ["site", "contact_form"] {
        let address = row.get(column);
        if !address.is_empty() && HttpsUrl::try_from(address.to_owned()).is_err() {
            fault(column, format!("`{address}` is not an address that begins with https://"));
        }
    }
    let phone = row.get("phone");
    if !phone.is_empty() && !is_phone(phone) {
        fault("phone", format!("`{phone}` is not a number with the country's code, such as +1-613-555-0100"));
    }
}

/// Whether a number begins with `+` and has as many digits as a number of any country (ITU-T E.164).
fn is_phone(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let rest = text.strip_prefix('+').unwrap_or("?");
    (5..=15).contains(&digits) && rest.bytes().all(|byte| byte.is_ascii_digit() || b" -()".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lists_are_by_name_and_short_ones_as_they_were_written() {
        let person = |name: &str, seat: u16| PersonRecord {
            name: format!("Example {name}"),
            family_name: name.to_owned(),
            homes: vec![Home::Seat(seat)],
            ..PersonRecord::default()
        };
        let written = ["Z", "M", "Ö", "o", "Øa", "B", "a", "Y", "D", "C", "E"];
        let mut people: Vec<PersonRecord> = written.iter().map(|name| person(name, 0)).collect();
        people.insert(1, person("Second", 1));
        people.insert(3, person("First", 1));
        in_lists_by_name(&mut people);
        let names = |seat: u16| -> Vec<&str> {
            let sits = people.iter().filter(|person| person.homes == [Home::Seat(seat)]);
            sits.map(|person| &*person.family_name).collect()
        };
        assert_eq!(names(0), ["a", "B", "C", "D", "E", "M", "Ö", "o", "Øa", "Y", "Z"]);
        assert_eq!(names(1), ["Second", "First"]);
    }
}
