//! What `legislature.toml` must say besides having the right fields.

use std::collections::BTreeSet;

use super::SETTINGS;
use super::document::{self, Document};
use super::settings::{RoleText, Settings};
use super::sheet::is_tag;
use crate::fault::Fault;
use crate::tables::zones;

/// What addresses and files of a site are called already.
const TAKEN: [&str; 6] = ["us", "us-congress", "signers", "people", "parts", "words"];

/// What addresses call legislatures that ship, instead of their ids.
const PATHS: [&str; 1] = ["uk"];

/// Whether a legislature cannot have this id, because something else on a site is called so.
pub fn is_taken(id: &str) -> bool {
    TAKEN.contains(&id) || PATHS.contains(&id)
}

/// So many roles fit in the compact file.
const MOST_ROLES: usize = 80;

/// The longest form of a postcode.
const LONGEST_FORM: usize = 12;

/// Reads `legislature.toml`; what is wrong goes to `faults`.
pub fn settings(bytes: &[u8], faults: &mut Vec<Fault>) -> Option<Settings> {
    let document = document::read(SETTINGS, bytes, faults)?;
    check(&document, faults);
    Some(document.content)
}

/// Reports everything that is wrong.
fn check(document: &Document<Settings>, faults: &mut Vec<Fault>) {
    let settings = &document.content;
    let mut fault = |path: &str, problem: String| {
        faults.push(Fault::new(SETTINGS, document.places.of(path), problem));
    };
    for (field, name, is_taken) in [
        ("id", Some(&settings.id), is_taken(&settings.id)),
        ("path", settings.path.as_ref(), TAKEN.contains(&settings.path())),
    ] {
        let Some(name) = name else { continue };
        slug(field, name, &mut fault);
        if is_taken {
            fault(field, format!("`{name}` is the name of something else in addresses; choose another"));
        }
    }
    if settings.name.trim().is_empty() {
        fault("name", "write what the legislature is called in English".to_owned());
    }
    if settings.country.len() != 2 || !settings.country.bytes().all(|byte| byte.is_ascii_uppercase()) {
        fault("country", format!("`{}` is not a code of ISO 3166-1, such as CA, or EU", settings.country));
    }
    if !is_tag(&settings.names_in) {
        fault("names_in", not_a_tag(&settings.names_in));
    }
    for (tag, label) in &settings.label {
        tagged("label", tag, &mut fault);
        line(&format!("label.{tag}"), label, &mut fault);
    }
    if is_nobodys(&settings.country) && !settings.label.contains_key("en") {
        let problem = format!(
            "{} is the code of no country; write what the answer to “Where do you live?” says",
            settings.country
        );
        fault("label", problem);
    }
    if settings.valid_to < settings.valid_from {
        fault("valid_to", format!("{} is before valid_from", settings.valid_to));
    }
    if let Some(office) = &settings.office {
        line("office.city", &office.city, &mut fault);
        if !zones::is_known(&office.time_zone) {
            let problem = format!("`{}` is no time zone of IANA's database, such as America/Toronto", office.time_zone);
            fault("office.time_zone", problem);
        }
    }
    let forms = if settings.has_uk_postcodes() { &[] } else { settings.postcodes.as_slice() };
    for (at, form) in forms.iter().enumerate() {
        let known = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || b" -".contains(&byte);
        let fits = form.len() <= LONGEST_FORM && form.bytes().all(known) && form.contains(['9', 'A']);
        if !fits {
            let problem =
                "is not a form such as 99999 or A9A 9A9: 9 for a digit, A for a letter, at most 12 characters";
            fault(&format!("postcodes.{at}"), format!("`{form}` {problem}"));
        }
    }
    for (at, special) in settings.special.iter().enumerate() {
        let is_code = |code: &str| {
            let code = code.strip_suffix('*').unwrap_or(code);
            !code.is_empty()
                && code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-')
        };
        for (number, code) in special.postcodes.iter().enumerate().filter(|(_, code)| !is_code(code)) {
            let problem =
                "is not a postcode in capital letters and digits, or the beginning of several with * at its end";
            fault(&format!("special.{at}.postcodes.{number}"), format!("`{code}` {problem}"));
        }
        if special.postcodes.is_empty() {
            fault(&format!("special.{at}.postcodes"), "write at least one postcode".to_owned());
        }
    }
    roles(settings, &mut fault);
    groups(settings, &mut fault);
}

fn roles(settings: &Settings, fault: &mut impl FnMut(&str, String)) {
    if settings.role.is_empty() || settings.role.len() > MOST_ROLES {
        fault("role", format!("there are {} roles; write 1 to {MOST_ROLES}", settings.role.len()));
    }
    let mut ids = BTreeSet::new();
    for (at, role) in settings.role.iter().enumerate() {
        let path = format!("role.{at}");
        let id = format!("{path}.id");
        slug(&id, &role.id, fault);
        if !ids.insert(&role.id) {
            fault(&id, format!("two roles are called `{}`", role.id));
        }
        if !role.chamber.is_empty() {
            slug(&format!("{path}.chamber"), &role.chamber, fault);
        }
        english(&path, role.words.contains_key("en"), fault);
        for (tag, text) in &role.words {
            let path = format!("{path}.words");
            tagged(&path, tag, fault);
            forms(&format!("{path}.{tag}"), text, fault);
        }
    }
}

fn groups(settings: &Settings, fault: &mut impl FnMut(&str, String)) {
    let mut ids = BTreeSet::new();
    for (at, group) in settings.group.iter().enumerate() {
        let path = format!("group.{at}");
        let id = format!("{path}.id");
        slug(&id, &group.id, fault);
        if !ids.insert(&group.id) {
            fault(&id, format!("two groups are called `{}`", group.id));
        }
        english(&path, group.words.contains_key("en"), fault);
        for (tag, text) in &group.words {
            tagged(&format!("{path}.words"), tag, fault);
            line(&format!("{path}.words.{tag}.name"), &text.name, fault);
        }
    }
}

/// The forms of one role in one language.
fn forms(path: &str, text: &RoleText, fault: &mut impl FnMut(&str, String)) {
    for (key, form) in text.forms() {
        let path = format!("{path}.{key}");
        line(&path, form, fault);
        let has_name = form.contains("{name}") || form.contains("{family}");
        if !has_sound_braces(form) {
            fault(&path, "only {name} and {family} may be in braces".to_owned());
        } else if key.starts_with("shown") && !form.contains("{name}") {
            fault(&path, "must hold {name}".to_owned());
        } else if (key.starts_with("title") || ["vacant", "place"].contains(&key)) && has_name {
            fault(&path, "is used without a name; remove {name} and {family}".to_owned());
        }
    }
}

/// Whether braces hold names that are filled in, and nothing else.
fn has_sound_braces(form: &str) -> bool {
    !form.replace("{name}", "").replace("{family}", "").contains(['{', '}', '｛', '｝'])
}

fn slug(path: &str, id: &str, fault: &mut impl FnMut(&str, String)) {
    let good = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if !(1..=64).contains(&id.len()) || !id.bytes().all(good) {
        fault(path, format!("`{id}` is not 1 to 64 of a-z, 0-9 and -"));
    }
}

fn english(path: &str, has_english: bool, fault: &mut impl FnMut(&str, String)) {
    if !has_english {
        fault(&format!("{path}.words"), "has no words in English; write `words.en`".to_owned());
    }
}

/// Whether ISO 3166-1 leaves a code to users: AA, QM to QZ, XA to XZ, ZZ.
fn is_nobodys(country: &str) -> bool {
    matches!(country.as_bytes(), b"AA" | b"ZZ" | [b'Q', b'M'..=b'Z'] | [b'X', b'A'..=b'Z'])
}

fn tagged(path: &str, tag: &str, fault: &mut impl FnMut(&str, String)) {
    if !is_tag(tag) {
        fault(&format!("{path}.{tag}"), not_a_tag(tag));
    }
}

fn not_a_tag(tag: &str) -> String {
    format!("`{tag}` is not a language such as en, fr or zh-Hant")
}

fn line(path: &str, text: &str, fault: &mut impl FnMut(&str, String)) {
    if text.trim().is_empty() || text.contains(['\n', '\r']) {
        fault(path, "write a text in one line".to_owned());
    }
}
