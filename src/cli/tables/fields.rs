//! Fields of the committed tables: one parser for each kind of text, shared by importer and build.

use crate::domain::congress::{Division, Party, Role, State, StateKind, Zip};
use crate::domain::web_address::HttpsUrl;

/// Open Civic Data identifier of a seat, as in <https://github.com/opencivicdata/ocd-division-ids>.
pub fn ocd_id(division: Division) -> String {
    let kind = match division.state.kind() {
        StateKind::State => "state",
        StateKind::District => "district",
        StateKind::Territory => "territory",
    };
    let whole = format!("ocd-division/country:us/{kind}:{}", division.state.code().to_ascii_lowercase());
    if division.district == 0 { whole } else { format!("{whole}/cd:{}", division.district) }
}

/// The word for a role in the tables.
pub fn role_word(role: Role) -> &'static str {
    match role {
        Role::Senator => "senator",
        Role::Representative => "representative",
        Role::Delegate => "delegate",
        Role::ResidentCommissioner => "resident_commissioner",
        Role::MemberOfParliament => "member_of_parliament",
        Role::Named => "named",
    }
}

/// The role of a word.
pub fn role(word: &str) -> Result<Role, String> {
    [Role::Senator, Role::Representative, Role::Delegate, Role::ResidentCommissioner]
        .into_iter()
        .find(|role| role_word(*role) == word)
        .ok_or_else(|| format!("`{word}` is not a role"))
}

/// The word for a party in the tables and upstream.
pub fn party_word(party: Party) -> &'static str {
    match party {
        Party::Democrat => "Democrat",
        Party::Republican => "Republican",
        Party::Independent => "Independent",
    }
}

/// The party of a word.
pub fn party(word: &str) -> Result<Party, String> {
    [Party::Democrat, Party::Republican, Party::Independent]
        .into_iter()
        .find(|party| party_word(*party) == word)
        .ok_or_else(|| format!("`{word}` is not a party that the page knows"))
}

/// The place of a postal code.
pub fn state(code: &str) -> Result<State, String> {
    State::from_code(code)
        .filter(|state| state.code() == code)
        .ok_or_else(|| format!("`{code}` is not a state that elects to Congress"))
}

/// A ZIP code of exactly five digits.
pub fn zip(text: &str) -> Result<Zip, String> {
    let five = text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit());
    let zip = if five { Zip::parse(text).ok() } else { None };
    zip.ok_or_else(|| format!("`{text}` is not a ZIP code of five digits"))
}

/// `202-225-0000`.
pub fn phone(text: &str) -> Result<&str, String> {
    let shaped = text.len() == 12
        && text.bytes().enumerate().all(|(at, byte)| match at {
            3 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if shaped { Ok(text) } else { Err(format!("`{text}` is not a phone number; write it as 202-225-0000")) }
}

/// An https address of Congress itself.
pub fn official_url(text: &str) -> Result<HttpsUrl, String> {
    let url = HttpsUrl::try_from(text.to_owned()).map_err(|fault| fault.to_string())?;
    if url.host().ends_with(".house.gov") || url.host().ends_with(".senate.gov") {
        Ok(url)
    } else {
        Err(format!("`{text}` is not a page of house.gov or senate.gov"))
    }
}

/// Reads a field that may be empty.
pub fn optional<'a, T>(text: &'a str, parse: impl Fn(&'a str) -> Result<T, String>) -> Result<Option<T>, String> {
    if text.is_empty() { Ok(None) } else { parse(text).map(Some) }
}
