//! From the entries of a list to signers of a campaign, beside those that it has.

use campaign::check::text::{FILL_IN, FILL_IN_HOST};
use campaign::facts::{PersonSigner, SignerOrder};
use campaign::folding::folded;
use campaign::release::day_in;
use campaign::{Signer, Signers};
use places::date::Date;
use places::web_address::HttpsUrl;

use crate::cli::import::signers::countries::Countries;
use crate::cli::import::signers::entries::{Entry, Kind, List};
use crate::cli::import::signers::mend;
use crate::cli::import::signers::report::{Note, Report};

/// Longer names are none: whole paragraphs get into such lists.
const LONGEST: usize = 200;

/// Adds the entries of a list to a campaign's signers, in the campaign's order, and says what became of each row.
pub fn add(signers: &mut Signers, list: List, source: &HttpsUrl, countries: &Countries) -> Report {
    let mut report = Report {
        counted: list.counted,
        read: list.entries.len() + list.refused.len(),
        unread: list.unread,
        also: list.also,
        refused: list.refused.into_iter().map(|(row, text)| Note { row, text }).collect(),
        ..Report::default()
    };
    let before = signers.listed.len();
    signers.listed.retain(|signer| !signer.organization.starts_with(FILL_IN) && signer.source.host() != FILL_IN_HOST);
    if signers.listed.len() < before {
        report.also.push("The example's placeholder signer was removed.".to_owned());
    }
    let mut seen = Seen::of(signers);
    for entry in list.entries {
        take(signers, &mut seen, entry, source, countries, &mut report);
    }
    if signers.order == SignerOrder::Alphabetical {
        // Those counted besides the total come first.
        let lead = (signers.stated.besides as usize).min(signers.listed.len());
        if let Some(rest) = signers.listed.get_mut(lead..) {
            rest.sort_by_cached_key(|signer| (folded(&signer.organization), signer.country.clone()));
        }
        signers.people.sort_by_cached_key(|person| (folded(&person.name), person.role.clone(), person.country.clone()));
    }
    report
}

/// A signer that is listed, to be compared with.
#[derive(Clone, Debug)]
struct Known {
    kind: Kind,
    name: String,
    typed: String,
    loose: String,
    role: String,
    country: Option<String>,
    row: Option<u64>,
}

/// Everybody who is listed.
#[derive(Debug)]
struct Seen(std::collections::HashMap<String, Vec<Known>>);

impl Seen {
    fn of(signers: &Signers) -> Seen {
        let mut seen = Seen(std::collections::HashMap::new());
        for signer in &signers.listed {
            seen.put(known(Kind::Organisation, &signer.organization, "", signer.country.clone(), None));
        }
        for person in &signers.people {
            let role = person.role.as_deref().unwrap_or_default();
            seen.put(known(Kind::Person, &person.name, role, person.country.clone(), None));
        }
        seen
    }

    fn put(&mut self, known: Known) {
        self.0.entry(known.loose.clone()).or_default().push(known);
    }

    /// The one who may be the same, by a name that differs in punctuation at most.
    fn like(&self, one: &Known) -> Option<&Known> {
        self.0.get(&one.loose)?.iter().find(|other| {
            let country = one.country.is_none() || other.country.is_none() || one.country == other.country;
            let role = one.kind == Kind::Organisation || folded(&one.role) == folded(&other.role);
            other.kind == one.kind && country && role
        })
    }
}

fn known(kind: Kind, name: &str, role: &str, country: Option<String>, row: Option<u64>) -> Known {
    let typed = name.to_lowercase();
    let loose: String = folded(name).chars().filter(|character| character.is_alphanumeric()).collect();
    let loose = if loose.is_empty() { typed.clone() } else { loose };
    Known { kind, name: name.to_owned(), typed, loose, role: role.to_owned(), country, row }
}

fn take(
    signers: &mut Signers,
    seen: &mut Seen,
    mut entry: Entry,
    source: &HttpsUrl,
    countries: &Countries,
    report: &mut Report,
) {
    let row = entry.row;
    let note = |notes: &mut Vec<Note>, text: String| notes.push(Note { row, text });
    let mut country = countries.code(&entry.country);
    // A text in brackets in a Markdown list is a country or a part of the name.
    if country.is_none() && report.counted == "line" && !entry.country.is_empty() {
        entry.name = format!("{} ({})", entry.name, std::mem::take(&mut entry.country));
    }
    // "Example Group – UK", "Example Group, France": only where it is a country for certain.
    if report.counted == "line" && entry.kind == Kind::Organisation && entry.country.is_empty() {
        let parted = [" – ", " — ", " - ", " | ", ", "].iter().find_map(|mark| {
            let (name, tail) = entry.name.rsplit_once(mark)?;
            Some((name.to_owned(), tail.to_owned(), countries.code(tail)?))
        });
        if let Some((name, tail, code)) = parted {
            note(&mut report.mended, format!("`{}`: `{tail}` taken for the country {code}", entry.name));
            (entry.name, country) = (name, Some(code));
        }
    }
    let name = mend::name(&entry.name);
    let role = mend::name(&entry.role).value;
    let length = name.value.chars().count();
    let why_not = match () {
        () if name.value.is_empty() => Some("has no name".to_owned()),
        () if is_sum(&name.value) => Some(format!("`{}` is a total, not a name", name.value)),
        () if mend::is_address(&name.value) => Some(format!("`{}` is an address, not a name", name.value)),
        () if !name.value.chars().any(char::is_alphanumeric) => Some(format!("`{}` is no name", name.value)),
        () if length > LONGEST => {
            Some(format!("the name is {length} characters long; the limit is {LONGEST}: `{}…`", beginning(&name.value)))
        }
        () if role.chars().count() > LONGEST => {
            Some(format!("the text beside `{}` is longer than {LONGEST} characters", name.value))
        }
        () => None,
    };
    if let Some(why) = why_not {
        return note(&mut report.refused, why);
    }
    if country.is_none() && entry.country.chars().any(|c| !c.is_ascii() || c.is_alphanumeric()) {
        let text = format!("`{}`: unknown country `{}` was left out; add its code by hand", name.value, entry.country);
        note(&mut report.doubtful, text);
    }
    let one = known(entry.kind, &name.value, &role, country.clone(), Some(row));
    if let Some(other) = seen.like(&one) {
        let place = other.row.map_or_else(|| "the campaign".to_owned(), |row| format!("{} {row}", report.counted));
        return match other.typed == one.typed {
            true => note(&mut report.again, format!("`{}` is in {place} too", one.name)),
            false => note(
                &mut report.refused,
                format!(
                    "`{}` looks like `{}` in {place}; check the source to see which is right",
                    one.name, other.name
                ),
            ),
        };
    }
    if let Some(how) = &name.how {
        note(&mut report.mended, format!("`{}`: removed {how}", name.value));
    }
    if mend::looks_damaged(&name.value) {
        note(
            &mut report.doubtful,
            format!("`{}` seems to have damaged letters; compare it with the source", name.value),
        );
    }
    let site_url = match mend::site(&entry.site) {
        Ok(site) => site.map(|site| {
            if let Some(how) = site.how {
                note(&mut report.mended, how);
            }
            site.value
        }),
        Err(mend::NoSite(field)) => {
            note(&mut report.doubtful, format!("`{}`: `{field}` isn't a site's address and was left out", name.value));
            None
        }
    };
    let signed = day(&entry.signed);
    if signed.is_none() && !entry.signed.is_empty() {
        note(
            &mut report.doubtful,
            format!("`{}`: the date `{}` is ambiguous and was left out", name.value, entry.signed),
        );
    }
    seen.put(one);
    let source = source.clone();
    match entry.kind {
        Kind::Organisation => {
            report.taken.0 += 1;
            let logo_image_url = None;
            let country = country.take();
            signers.listed.push(Signer { organization: name.value, country, site_url, logo_image_url, signed, source });
        }
        Kind::Person => {
            report.taken.1 += 1;
            let role = Some(role).filter(|role| !role.is_empty());
            signers.people.push(PersonSigner { name: name.value, role, country: country.take(), signed, source });
        }
    }
}

/// A day, or the day of a moment: `2023-01-31T10:00:00Z`.
fn day(text: &str) -> Option<Date> {
    let first = text.split(['T', ' ']).next().unwrap_or_default();
    first.parse().ok().or_else(|| day_in(text))
}

/// "Total: 61", as spreadsheets end.
fn is_sum(name: &str) -> bool {
    let lower = name.to_lowercase();
    ["total", "sum", "summe", "gesamt", "總數", "合計"]
        .iter()
        .filter_map(|word| lower.strip_prefix(word))
        .any(|rest| !rest.chars().any(char::is_alphabetic))
}

fn beginning(text: &str) -> String {
    text.chars().take(40).collect()
}
