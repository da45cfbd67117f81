//! The entries of a list, whatever form it has: a table with a header, or the items of a Markdown list.

use campaign::sheet::{self, SheetFault};

use super::columns::{self, Column};

/// Who signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An organisation.
    Organisation,
    /// A person, for themselves.
    Person,
}

/// One who signed, as the list has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The row or line.
    pub row: u64,
    /// Who.
    pub kind: Kind,
    /// The name, unchanged.
    pub name: String,
    /// What a person does, as the list says beside their name.
    pub role: String,
    /// A country, however it is called.
    pub country: String,
    /// The address of a site.
    pub site: String,
    /// A day.
    pub signed: String,
}

/// A list that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// Who signed.
    pub entries: Vec<Entry>,
    /// Rows that cannot be understood, and why.
    pub refused: Vec<(u64, String)>,
    /// What the list has besides, and is not read: other columns.
    pub unread: Vec<String>,
    /// What is said of the list as a whole.
    pub also: Vec<String>,
    /// What its numbers count: "row" or "line".
    pub counted: &'static str,
}

/// Why a list cannot be read; a sentence with its file before it.
#[derive(Debug, thiserror::Error)]
pub enum ListFault {
    /// The entries are there, but in another format.
    #[error("is YAML, not a CSV file; put its entries in a spreadsheet and save it as CSV UTF-8")]
    Yaml,
    /// No row names a column of names.
    #[error(
        "row {row}: no column is called `organisation` or `name`; the first row names the columns, as in \
         organisation,country,website"
    )]
    NoNames {
        /// The row that was taken for the names of the columns.
        row: u64,
    },
    /// The table itself cannot be read.
    #[error(transparent)]
    Sheet(#[from] SheetFault),
}

/// Reads a list. `all_people` says that whatever has a name is a person.
///
/// # Errors
/// The one reason for which it cannot be read.
pub fn read(bytes: &[u8], all_people: bool) -> Result<List, ListFault> {
    if str::from_utf8(bytes).is_ok_and(is_yaml) {
        return Err(ListFault::Yaml);
    }
    if let Some(list) = str::from_utf8(bytes).ok().and_then(|text| markdown(text, all_people)) {
        return Ok(list);
    }
    let sheet = sheet::read(bytes, |name| columns::named(name).is_some())?;
    let (columns, unread) = columns::of_header(&sheet.header.fields);
    if !columns.keys().any(|column| matches!(column, Column::Organisation | Column::Name | Column::LastName)) {
        return Err(ListFault::NoNames { row: sheet.header.number });
    }
    let mut list = List { unread, counted: "row", ..List::default() };
    if let (Some(first), Some(last)) = (sheet.above.first(), sheet.above.last()) {
        let rows = if first == last {
            format!("Row {}", first.number)
        } else {
            format!("Rows {} to {}", first.number, last.number)
        };
        list.also.push(format!("{rows} above the column names: not read."));
    }
    let width = sheet.header.fields.len();
    for row in &sheet.rows {
        if row.fields.iter().skip(width).any(|field| !field.trim().is_empty()) {
            let why = format!(
                "has {} fields, but the header has {width}; put texts that contain commas in quotation marks",
                row.fields.len()
            );
            list.refused.push((row.number, why));
            continue;
        }
        let raw = |column: Column| columns.get(&column).and_then(|at| row.fields.get(*at)).cloned().unwrap_or_default();
        let text = |column: Column| raw(column).trim().to_owned();
        let organisation = text(Column::Organisation);
        let full = [text(Column::FirstName), text(Column::LastName)].join(" ").trim().to_owned();
        let person = if full.is_empty() { text(Column::Name) } else { full };
        let said = kind(&text(Column::Kind));
        // An organisation's row may name who signed on its behalf. That is not published.
        let is_person = match said {
            Some(kind) => kind == Kind::Person,
            None if all_people => true,
            None if !organisation.is_empty() => false,
            None => columns.contains_key(&Column::Organisation) || columns.contains_key(&Column::LastName),
        };
        let role = match (text(Column::Role), organisation.as_str()) {
            (role, "") => role,
            (role, _) if role.is_empty() => organisation.clone(),
            (role, organisation) => format!("{role}, {organisation}"),
        };
        let (kind, name) = match is_person {
            true if person.is_empty() => (Kind::Person, organisation),
            true => (Kind::Person, person),
            false if organisation.is_empty() => (Kind::Organisation, person),
            false => (Kind::Organisation, organisation),
        };
        // Unchanged: the report says what is repaired in it.
        let name =
            [Column::Organisation, Column::Name].map(&raw).into_iter().find(|raw| raw.trim() == name).unwrap_or(name);
        list.entries.push(Entry {
            row: row.number,
            kind,
            role: if kind == Kind::Person && role != name.trim() { role } else { String::new() },
            name,
            country: text(Column::Country),
            site: raw(Column::Site),
            signed: text(Column::Signed),
        });
    }
    Ok(list)
}

fn kind(text: &str) -> Option<Kind> {
    let plain = text.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| plain.contains(word));
    match () {
        () if says(&[
            "organi",
            "group",
            "ngo",
            "charity",
            "association",
            "verein",
            "groupe",
            "組織",
            "團體",
            "組织",
            "团体",
            "機構",
        ]) =>
        {
            Some(Kind::Organisation)
        }
        () if says(&["person", "individual", "people", "privat", "individu", "個人", "个人", "人士"]) => {
            Some(Kind::Person)
        }
        () => None,
    }
}

/// Entries as `- name: A` and lines as `country: GB` below them.
fn is_yaml(text: &str) -> bool {
    let field = |line: &&str| {
        let line = line.trim_start().trim_start_matches("- ");
        line.split_once(':').is_some_and(|(key, rest)| {
            !key.is_empty()
                && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
                && (rest.is_empty() || rest.starts_with(' '))
        })
    };
    let lines = || text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with("---"));
    lines().any(|line| line.trim_start().starts_with("- ")) && lines().count() > 1 && lines().all(|line| field(&line))
}

/// A Markdown list: at least two items, and most lines with text are items or headings. A heading says whether people follow.
fn markdown(text: &str, all_people: bool) -> Option<List> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    let first = text.lines().find(|line| !line.trim().is_empty())?;
    let items = text.lines().filter(|line| item(line).is_some()).count();
    // A table whose names begin with a dash is still a table.
    let is_table = item(first).is_none()
        && !first.starts_with('#')
        && first.split([',', ';', '\t']).any(|name| columns::named(name).is_some());
    if items < 2 || is_table {
        return None;
    }
    let mut list = List { counted: "line", ..List::default() };
    let mut people = all_people;
    for (number, line) in (1..).zip(text.lines()) {
        let trimmed = line.trim();
        if let Some(text) = item(line) {
            list.entries.push(entry(number, text, if people { Kind::Person } else { Kind::Organisation }));
        } else if let Some(heading) = trimmed.strip_prefix('#') {
            let heading = heading.to_lowercase();
            let about = |words: &[&str]| words.iter().any(|word| heading.contains(word));
            people = all_people
                || about(&["people", "individual", "person", "個人", "个人", "supporters"])
                    && !about(&["organi", "組織", "团体", "團體"]);
        } else if line.starts_with([' ', '\t']) && !trimmed.is_empty() {
            list.refused.push((number, format!("`{trimmed}` continues the line above; put each signer on one line")));
        }
    }
    Some(list)
}

/// The text of a list's item.
fn item(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let marked = ["- ", "* ", "+ ", "• ", "● ", "▪ ", "◦ ", "– "].iter().find_map(|mark| line.strip_prefix(mark));
    let numbered = || {
        let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
        (rest.len() < line.len()).then(|| rest.strip_prefix(". ").or_else(|| rest.strip_prefix(") "))).flatten()
    };
    marked.or_else(numbered).map(str::trim).filter(|text| !text.is_empty())
}

/// An item: `[Name](https://…)`, `Name`, with `(…)` or `, …` after it. A text in brackets after a person's name is
/// their role; after an organisation's, it is a country or a part of the name.
fn entry(row: u64, text: &str, kind: Kind) -> Entry {
    let (mut name, mut site, mut rest) = (text.to_owned(), String::new(), String::new());
    if let Some((label, after)) = text.strip_prefix('[').and_then(|text| text.split_once("]("))
        && let Some((address, after)) = after.split_once(')')
    {
        (name, site, rest) = (label.to_owned(), address.to_owned(), after.trim().to_owned());
    }
    let (mut role, mut country) = (String::new(), String::new());
    let bracket = match rest.is_empty() {
        true => name
            .strip_suffix(')')
            .and_then(|text| text.rsplit_once(" ("))
            .map(|(name, inner)| (name.to_owned(), inner.to_owned())),
        false => Some((
            name.clone(),
            rest.trim_start_matches([',', '–', '—', '-', '(', ' ']).trim_end_matches(')').to_owned(),
        )),
    };
    if let Some((before, inner)) = bracket {
        match kind {
            Kind::Person => (name, role) = (before, inner),
            Kind::Organisation if inner.contains("://") || inner.starts_with("www.") => (name, site) = (before, inner),
            // Whether it is a country is seen later; else it goes back to the name.
            Kind::Organisation => (name, country) = (before, inner),
        }
    } else if kind == Kind::Person
        && let Some((before, after)) = name.clone().split_once(", ")
    {
        (name, role) = (before.to_owned(), after.to_owned());
    }
    let plain = |text: String| text.replace(['*', '`'], "").replace("\\", "");
    Entry { row, kind, name: plain(name), role: plain(role), country: plain(country), site, signed: String::new() }
}
