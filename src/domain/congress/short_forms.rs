//! What is regular about officials is not written: site, contact page, address and phone number shrink to what differs.
//!
//! Each pair of functions is exact: `long_*` gives back what `short_*` was given, for any text without control
//! characters. A text that is not regular is written whole, behind a tab.

use super::{Role, TableFault};
use crate::domain::legislature::bytes::push_digits;

const WHOLE: char = '\t';

/// Name and family name as two lines: what stands before the family name, and the family name with, behind a tab, what
/// stands after it.
pub(super) fn short_name(name: &str, family_name: &str) -> (String, String) {
    let parts = name.rfind(family_name).and_then(|at| name.split_at_checked(at));
    let given = parts.and_then(|(before, _)| before.strip_suffix(' '));
    let after = parts.and_then(|(_, rest)| rest.strip_prefix(family_name));
    match (given, after) {
        (Some(given), Some("")) => (given.to_owned(), family_name.to_owned()),
        (Some(given), Some(after)) => (given.to_owned(), [family_name, "\t", after].concat()),
        _ => (["\t", name].concat(), family_name.to_owned()),
    }
}

pub(super) fn long_name<'a>(given: &str, family: &'a str) -> (String, &'a str) {
    let (family_name, after) = family.split_once(WHOLE).unwrap_or((family, ""));
    match given.strip_prefix(WHOLE) {
        Some(name) => (name.to_owned(), family_name),
        None => ([given, " ", family_name, after].concat(), family_name),
    }
}

/// `-` for none, nothing for the family name as host, the differing part of the host, or the whole address.
pub(super) fn short_site<'a>(site: Option<&'a str>, role: Role, family_name: &str) -> &'a str {
    let Some(site) = site else { return "-" };
    let (before, after) = site_frame(role);
    match site.strip_prefix(before).and_then(|rest| rest.strip_suffix(after)) {
        Some(label) if label == usual_label(family_name) => "",
        Some(label) if !label.is_empty() && label != "-" && !label.contains(':') => label,
        _ => site,
    }
}

pub(super) fn long_site(short: &str, role: Role, family_name: &str) -> Option<String> {
    let (before, after) = site_frame(role);
    match short {
        "-" => None,
        "" => Some([before, &usual_label(family_name), after].concat()),
        whole if whole.contains(':') => Some(whole.to_owned()),
        label => Some([before, label, after].concat()),
    }
}

fn site_frame(role: Role) -> (&'static str, &'static str) {
    if role == Role::Senator { ("https://www.", ".senate.gov") } else { ("https://", ".house.gov") }
}

fn usual_label(family_name: &str) -> String {
    family_name.chars().filter(char::is_ascii_alphabetic).map(|letter| letter.to_ascii_lowercase()).collect()
}

/// Nothing for none, the path below the site, or the whole address.
pub(super) fn short_contact_form<'a>(contact_form: Option<&'a str>, site: Option<&str>) -> &'a str {
    let Some(contact_form) = contact_form else { return "" };
    let path = site.and_then(|site| contact_form.strip_prefix(site)).filter(|path| path.starts_with('/'));
    path.unwrap_or(contact_form)
}

pub(super) fn long_contact_form(short: &str, site: Option<&str>) -> Result<Option<String>, TableFault> {
    match (short, site) {
        ("", _) => Ok(None),
        (path, Some(site)) if path.starts_with('/') => Ok(Some([site, path].concat())),
        (path, None) if path.starts_with('/') => Err(TableFault::Content),
        (whole, _) => Ok(Some(whole.to_owned())),
    }
}

/// Nothing for none; room and first letter of the building, with the last four digits of the ZIP code in the House; or the
/// whole address behind a tab.
pub(super) fn short_address(address: Option<&str>, role: Role) -> (String, Option<u32>) {
    let Some(address) = address else { return (String::new(), None) };
    regular_address(address, role).unwrap_or_else(|| (["\t", address].concat(), None))
}

fn regular_address(address: &str, role: Role) -> Option<(String, Option<u32>)> {
    let (buildings, chamber) = buildings(role);
    let (room, rest) = address.split_once(' ')?;
    let (building, rest) = rest.split_once(' ')?;
    let letter = building.get(..1).filter(|_| !room.is_empty() && buildings.contains(&building))?;
    let after = rest.strip_prefix(chamber)?;
    let plus_four = if role == Role::Senator { None } else { Some(after.parse().ok()?) };
    let short = [room, letter].concat();
    (long_address(&short, role, plus_four).ok()?.as_deref() == Some(address)).then_some((short, plus_four))
}

/// Whether an address was regular, so that in the House four digits belong to it.
pub(super) fn has_plus_four(short: &str, role: Role) -> bool {
    role != Role::Senator && !short.is_empty() && !short.starts_with(WHOLE)
}

pub(super) fn long_address(short: &str, role: Role, plus_four: Option<u32>) -> Result<Option<String>, TableFault> {
    if short.is_empty() {
        return Ok(None);
    }
    if let Some(whole) = short.strip_prefix(WHOLE) {
        return Ok(Some(whole.to_owned()));
    }
    let (buildings, chamber) = buildings(role);
    let building = buildings.iter().find(|building| building.get(..1).is_some_and(|letter| short.ends_with(letter)));
    let room = building.and_then(|building| short.strip_suffix(building.get(..1)?));
    let (Some(room), Some(building)) = (room, building) else { return Err(TableFault::Content) };
    let mut address = [room, " ", building, " ", chamber].concat();
    if let Some(number) = plus_four {
        push_digits(&mut address, number, 4);
    }
    Ok(Some(address))
}

fn buildings(role: Role) -> (&'static [&'static str], &'static str) {
    if role == Role::Senator {
        (&["Dirksen", "Hart", "Russell"], "Senate Office Building, Washington, DC 20510")
    } else {
        (&["Cannon", "Longworth", "Rayburn"], "House Office Building, Washington, DC 20515-")
    }
}

/// The last four digits of a Washington number; `None` for one that is not regular.
pub(super) fn short_phone(phone: &str, role: Role) -> Option<u32> {
    let number = phone.strip_prefix(exchange(role))?.parse().ok()?;
    (long_phone(number, role) == phone).then_some(number)
}

pub(super) fn long_phone(number: u32, role: Role) -> String {
    let mut phone = exchange(role).to_owned();
    push_digits(&mut phone, number, 4);
    phone
}

fn exchange(role: Role) -> &'static str {
    if role == Role::Senator { "202-224-" } else { "202-225-" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_back() {
        for (name, family_name, given, family) in [
            ("Maria Cantwell", "Cantwell", "Maria", "Cantwell"),
            ("Angus S. King, Jr.", "King", "Angus S.", "King\t, Jr."),
            ("Ana Anaya", "Ana", "Ana", "Ana\tya"),
            ("Anaya", "Ana", "\tAnaya", "Ana"),
            ("Li Li", "Li", "Li", "Li"),
            ("Cher", "Cher", "\tCher", "Cher"),
            ("Somebody Else", "Other", "\tSomebody Else", "Other"),
        ] {
            let short = short_name(name, family_name);
            assert_eq!((short.0.as_str(), short.1.as_str()), (given, family), "{name}");
            assert_eq!(long_name(&short.0, &short.1), (name.to_owned(), family_name), "{name}");
        }
    }

    #[test]
    fn sites_come_back() {
        for (site, role, family_name, expected) in [
            (None, Role::Senator, "King", "-"),
            (Some("https://www.king.senate.gov"), Role::Senator, "King", ""),
            (Some("https://www.lgraham.senate.gov"), Role::Senator, "Graham", "lgraham"),
            (
                Some("https://www.lgraham.senate.gov/public"),
                Role::Senator,
                "Graham",
                "https://www.lgraham.senate.gov/public",
            ),
            (Some("https://hernandez.house.gov"), Role::ResidentCommissioner, "Hernández", "hernandez"),
            (Some("https://vanorden.house.gov"), Role::Representative, "Van Orden", ""),
            (Some("https://https://x.house.gov"), Role::Representative, "X", "https://https://x.house.gov"),
        ] {
            let short = short_site(site, role, family_name);
            assert_eq!(short, expected);
            assert_eq!(long_site(short, role, family_name).as_deref(), site);
        }
    }

    #[test]
    fn contact_pages_come_back() {
        let site = Some("https://www.king.senate.gov");
        for (contact_form, site, expected) in [
            (None, site, ""),
            (Some("https://www.king.senate.gov/contact"), site, "/contact"),
            (Some("https://www.king.senate.gov"), site, "https://www.king.senate.gov"),
            (Some("https://king.senate.gov/contact"), site, "https://king.senate.gov/contact"),
            (Some("https://www.king.senate.gov/contact"), None, "https://www.king.senate.gov/contact"),
        ] {
            let short = short_contact_form(contact_form, site);
            assert_eq!(short, expected);
            assert_eq!(long_contact_form(short, site).unwrap().as_deref(), contact_form);
        }
        assert_eq!(long_contact_form("/contact", None), Err(TableFault::Content));
    }

    #[test]
    fn addresses_come_back() {
        for (address, role, expected, plus_four) in [
            ("133 Hart Senate Office Building, Washington, DC 20510", Role::Senator, "133H", None),
            ("479A Russell Senate Office Building, Washington, DC 20510", Role::Senator, "479AR", None),
            ("1236 Longworth House Office Building, Washington, DC 20515-0014", Role::Delegate, "1236L", Some(14)),
            ("1236 Longworth House Office Building, Washington, DC 20515", Role::Delegate, "\t…", None),
            ("1236 Longworth House Office Building, Washington, DC 20515-00014", Role::Delegate, "\t…", None),
            ("133 Hart House Office Building, Washington, DC 20515-0001", Role::Delegate, "\t…", None),
            ("1 Example Street", Role::Senator, "\t…", None),
        ] {
            let (short, digits) = short_address(Some(address), role);
            assert_eq!((short.as_str(), digits), (expected.replace('…', address).as_str(), plus_four));
            assert_eq!(has_plus_four(&short, role), plus_four.is_some());
            assert_eq!(long_address(&short, role, digits).unwrap().as_deref(), Some(address));
        }
        assert_eq!(long_address("12X", Role::Senator, None), Err(TableFault::Content));
    }

    #[test]
    fn only_washington_numbers_of_the_chamber_are_short() {
        assert_eq!(short_phone("202-224-0014", Role::Senator), Some(14));
        assert_eq!(long_phone(14, Role::Senator), "202-224-0014");
        for phone in ["202-225-0014", "202-224-14", "202-224-+014", "802-555-0100", ""] {
            assert_eq!(short_phone(phone, Role::Senator), None, "{phone}");
        }
    }
}
