//! Regions, seats, people and postcodes of a legislature's folder, checked against one another.

use std::collections::BTreeMap;

use super::settings::Settings;
use super::sheet::{Row, Sheet};
use crate::cli::tables::fault::Fault;
use crate::domain::assembly::{Gender, Home, Naming, PersonRecord, PostcodeRecord, RegionRecord, SeatRecord};
use crate::domain::email_address::is_email_address;
use crate::domain::language::Language;
use crate::domain::places::Places;
use crate::domain::web_address::HttpsUrl;

/// A part of the country by which people may look for their seat.
#[derive(Clone, Debug)]
pub struct Region {
    /// ISO 3166-2, or ISO 3166-1 for a country.
    pub code: String,
    name: String,
    names: BTreeMap<String, String>,
}

impl Region {
    /// In a language: its own name there, the name of the country whose code it has, or the folder's name for it.
    pub fn name<'a>(&'a self, language: Language, places: &'a Places) -> &'a str {
        let own = self.names.get(language.tag()).filter(|name| !name.is_empty());
        let country = places.regions.get(&self.code);
        own.or(country.filter(|_| self.code.len() == 2)).unwrap_or(if self.name.is_empty() {
            &self.code
        } else {
            &self.name
        })
    }
}

impl Region {
    /// As the table of visitors has it.
    pub fn record(&self) -> RegionRecord {
        let name = if self.name.is_empty() { &self.code } else { &self.name };
        RegionRecord { code: self.code.as_str().into(), name: name.as_str().into(), ..RegionRecord::default() }
    }
}

/// Seats with what somebody sits as for each: whoever sits for it alone, or nobody yet. A seat whose people all sit for a whole
/// region has no post of its own.
pub fn with_posts(mut seats: Vec<SeatRecord>, people: &[PersonRecord]) -> Vec<SeatRecord> {
    for (place, seat) in seats.iter_mut().enumerate() {
        let own = |person: &&PersonRecord| person.homes.contains(&Home::Seat(place as u16));
        let is_shared = people.iter().any(|person| person.homes.contains(&Home::Region(seat.region)));
        let post = people.iter().find(own).map(|person| person.role);
        seat.post = post.or((!is_shared).then_some(0));
    }
    seats
}

fn is_code(code: &str) -> bool {
    (1..=16).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn is_line(text: &str) -> bool {
    !text.is_empty() && !text.chars().any(char::is_control)
}

/// Places of codes, each once.
struct Codes<'a>(BTreeMap<&'a str, usize>);

impl<'a> Codes<'a> {
    fn of(codes: impl Iterator<Item = &'a str>) -> Codes<'a> {
        Codes(codes.enumerate().map(|(place, code)| (code, place)).collect())
    }

    fn place(&self, code: &str) -> Option<u16> {
        self.0.get(code).and_then(|place| u16::try_from(*place).ok())
    }
}

/// Reports what is no code, and what stands twice.
fn unique_codes(sheet: &Sheet, column: &str, faults: &mut Vec<Fault>) {
    let mut lines: BTreeMap<&str, u64> = BTreeMap::new();
    for row in &sheet.rows {
        let code = row.get(column);
        if !is_code(code) {
            faults.push(row.fault(
                sheet.file,
                column,
                format_args!("`{code}` is not 1 to 16 letters, digits and hyphens"),
            ));
        } else if let Some(line) = lines.insert(code, row.line) {
            faults.push(row.fault(sheet.file, column, format_args!("{code} stands in line {line} too")));
        }
    }
}

pub fn regions(sheet: &Sheet, faults: &mut Vec<Fault>) -> Vec<Region> {
    sheet.expect(&["code", "name"], &["name.*"], faults);
    unique_codes(sheet, "code", faults);
    let region = |row: &Row| Region {
        code: row.get("code").to_owned(),
        name: row.get("name").to_owned(),
        names: row.beginning("name.").map(|(tag, name)| (tag.to_owned(), name.to_owned())).collect(),
    };
    if sheet.rows.is_empty() {
        faults.push(Fault::new(
            sheet.file,
            "whole file",
            "no regions; a legislature without any has one for the whole",
        ));
    }
    sheet.rows.iter().map(region).collect()
}

pub fn seats(sheet: &Sheet, regions: &[Region], faults: &mut Vec<Fault>) -> Vec<SeatRecord> {
    sheet.expect(&["code", "region", "name"], &["ocd_id", "name.*"], faults);
    unique_codes(sheet, "code", faults);
    let known = Codes::of(regions.iter().map(|region| region.code.as_str()));
    let mut seats = Vec::new();
    for row in &sheet.rows {
        let (code, name) = (row.get("code"), row.get("name"));
        if !is_line(name) {
            faults.push(row.fault(sheet.file, "name", "write the seat's name"));
        }
        let region = known.place(row.get("region")).unwrap_or_else(|| {
            faults.push(row.fault(sheet.file, "region", format_args!("regions.csv has no `{}`", row.get("region"))));
            0
        });
        let naming = if code == row.get("region") { Naming::Region } else { Naming::Own };
        seats.push(SeatRecord { code: code.into(), name: name.into(), naming, region, post: None });
    }
    if seats.len() > usize::from(u16::MAX) {
        faults.push(Fault::new(sheet.file, "whole file", "more than 65,535 seats"));
    }
    seats
}

pub fn people(
    sheet: &Sheet,
    settings: &Settings,
    regions: &[Region],
    seats: &[SeatRecord],
    faults: &mut Vec<Fault>,
) -> Vec<PersonRecord> {
    let optional =
        ["gender", "party", "groups", "email", "phone", "site", "contact_form", "address", "role", "family_name"];
    sheet.expect(&["id", "seat", "name"], &optional, faults);
    let of_seats = Codes::of(seats.iter().map(|seat| &*seat.code));
    let of_regions = Codes::of(regions.iter().map(|region| region.code.as_str()));
    let home = |code: &str| of_seats.place(code).map(Home::Seat).or_else(|| of_regions.place(code).map(Home::Region));
    let mut ids: BTreeMap<&str, u64> = BTreeMap::new();
    let mut people = Vec::new();
    for row in &sheet.rows {
        let mut fault = |column: &str, problem: String| faults.push(row.fault(sheet.file, column, problem));
        let id = row.get("id");
        let is_id = (1..=40).contains(&id.len())
            && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".:-".contains(&byte));
        if !is_id {
            fault("id", format!("`{id}` is not 1 to 40 letters, digits, dots, colons and hyphens"));
        } else if let Some(line) = ids.insert(id, row.line) {
            fault("id", format!("{id} stands in line {line} too"));
        }
        let mut homes = Vec::new();
        for code in row.get("seat").split_ascii_whitespace() {
            match home(code) {
                Some(home) => homes.push(home),
                None => fault("seat", format!("neither seats.csv nor regions.csv has `{code}`")),
            }
        }
        if homes.is_empty() && row.get("seat").is_empty() {
            fault("seat", "write the code of the seat".to_owned());
        }
        let role = settings.role(row.get("role")).unwrap_or_else(|| {
            fault("role", format!("legislature.toml has no role `{}`", row.get("role")));
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
        for column in ["name", "family_name", "party", "phone", "address"] {
            let text = row.get(column);
            if !text.is_empty() && !is_line(text) {
                fault(column, "must be one line without control characters".to_owned());
            }
        }
        let name = row.get("name");
        if name.is_empty() {
            fault("name", "write the person's name; a seat without a holder has no row".to_owned());
        }
        let groups: Vec<String> = row.get("groups").split_ascii_whitespace().map(str::to_owned).collect();
        for group in groups.iter().filter(|group| !settings.group.iter().any(|known| known.id == **group)) {
            fault("groups", format!("legislature.toml has no group `{group}`"));
        }
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
        if !phone.is_empty()
            && !(phone.starts_with('+')
                && phone.bytes().skip(1).all(|byte| byte.is_ascii_digit() || b" -()".contains(&byte)))
        {
            fault("phone", format!("`{phone}` is not a number with the country's code, such as +1-613-555-0100"));
        }
        let own = |column: &str| row.get(column).to_owned();
        let family = match row.get("family_name") {
            "" => name.rsplit(' ').next().unwrap_or_default(),
            family => family,
        };
        people.push(PersonRecord {
            id: id.to_owned(),
            homes,
            role,
            gender,
            name: name.to_owned(),
            family_name: family.to_owned(),
            party: own("party"),
            groups,
            until: None,
            ways: [own("email"), own("phone"), own("site"), own("contact_form"), own("address")],
        });
    }
    people
}

pub fn postcodes(
    sheet: Option<Sheet>,
    settings: &Settings,
    seats: &[SeatRecord],
    faults: &mut Vec<Fault>,
) -> Vec<PostcodeRecord> {
    let Some(sheet) = sheet else {
        if !settings.postcodes.is_empty() {
            let problem = "missing, while legislature.toml says what postcodes look like";
            faults.push(Fault::new("postcodes.csv", "whole file", problem));
        }
        return Vec::new();
    };
    if settings.postcodes.is_empty() {
        let problem = "legislature.toml does not say what postcodes look like, such as postcodes = [\"99999\"]";
        faults.push(Fault::new(sheet.file, "whole file", problem));
    }
    sheet.expect(&["postcode", "seat"], &[], faults);
    let known = Codes::of(seats.iter().map(|seat| &*seat.code));
    let mut lines: BTreeMap<String, u64> = BTreeMap::new();
    let mut postcodes = Vec::new();
    for row in &sheet.rows {
        let code: String = row.get("postcode").split([' ', '-']).collect::<String>().to_ascii_uppercase();
        let beginning = code.strip_suffix('*').unwrap_or(&code);
        if !beginning.bytes().all(|byte| byte.is_ascii_alphanumeric()) || code.is_empty() {
            let problem =
                format!("`{}` is not a postcode, or the beginning of some with * behind it", row.get("postcode"));
            faults.push(row.fault(sheet.file, "postcode", problem));
        } else if !settings.postcodes.iter().any(|form| fits(form, &code)) {
            let forms = settings.postcodes.join(" or ");
            faults.push(row.fault(
                sheet.file,
                "postcode",
                format_args!("`{}` is not of the form {forms}", row.get("postcode")),
            ));
        }
        if let Some(line) = lines.insert(code.clone(), row.line) {
            faults.push(row.fault(
                sheet.file,
                "postcode",
                format_args!("stands in line {line} too; write all seats of a postcode in one row"),
            ));
        }
        let mut places = Vec::new();
        for seat in row.get("seat").split_ascii_whitespace() {
            match known.place(seat) {
                Some(place) => places.push(place),
                None => faults.push(row.fault(sheet.file, "seat", format_args!("seats.csv has no `{seat}`"))),
            }
        }
        if row.get("seat").is_empty() {
            faults.push(row.fault(sheet.file, "seat", "write the code of at least one seat"));
        }
        postcodes.push(PostcodeRecord { code: code.as_str().into(), seats: places });
    }
    postcodes
}

/// Whether a postcode, or the beginning of some, is of a form.
fn fits(form: &str, code: &str) -> bool {
    let form: Vec<u8> = form.bytes().filter(u8::is_ascii_alphanumeric).collect();
    let (beginning, is_whole) = code.strip_suffix('*').map_or((code, true), |beginning| (beginning, false));
    let fit = |(wanted, found): (&u8, u8)| match wanted {
        b'9' => found.is_ascii_digit(),
        b'A' => found.is_ascii_uppercase(),
        other => *other == found,
    };
    beginning.len() <= form.len()
        && (!is_whole || beginning.len() == form.len())
        && form.iter().zip(beginning.bytes()).all(fit)
}
