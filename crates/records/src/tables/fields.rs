//! Fields of the committed tables: one parser for each kind of text, shared by importer and build.

use std::fmt;

use campaign::telephone;
use places::congress::{Division, Party, Role, State, StateKind, Zip};
use places::web_address::{HttpsUrl, NotHttps};

/// What is wrong with a field of a table, or with its row; to be printed after the file and the line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FieldFault {
    /// Not what the column holds.
    #[error("`{text}` is not {wanted}")]
    Not {
        /// The field.
        text: String,
        /// What the column holds, with an article, and how to write it.
        wanted: &'static str,
    },
    /// Not an address of a site.
    #[error(transparent)]
    NotHttps(#[from] NotHttps),
    /// Not what follows from the other fields.
    #[error("`{found}` should be `{expected}`")]
    ShouldBe {
        /// The field.
        found: String,
        /// What it should be.
        expected: String,
    },
    /// The fields are good and don't go together, or the row doesn't read; a sentence.
    #[error("{0}")]
    Row(String),
}

impl FieldFault {
    /// A field that is not what its column holds.
    pub fn not(text: &str, wanted: &'static str) -> FieldFault {
        FieldFault::Not { text: text.to_owned(), wanted }
    }

    /// A row that a sentence is about.
    pub fn row(sentence: impl fmt::Display) -> FieldFault {
        FieldFault::Row(sentence.to_string())
    }
}

/// Everything that is wrong with a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowFaults(pub Vec<FieldFault>);

impl<Fault: Into<FieldFault>> From<Fault> for RowFaults {
    fn from(fault: Fault) -> RowFaults {
        RowFaults(vec![fault.into()])
    }
}

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
    }
}

/// The role of a word.
pub fn role(word: &str) -> Result<Role, FieldFault> {
    [Role::Senator, Role::Representative, Role::Delegate, Role::ResidentCommissioner]
        .into_iter()
        .find(|role| role_word(*role) == word)
        .ok_or_else(|| FieldFault::not(word, "a role"))
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
pub fn party(word: &str) -> Result<Party, FieldFault> {
    [Party::Democrat, Party::Republican, Party::Independent]
        .into_iter()
        .find(|party| party_word(*party) == word)
        .ok_or_else(|| FieldFault::not(word, "a party that the page knows"))
}

/// The place of a postal code.
pub fn state(code: &str) -> Result<State, FieldFault> {
    State::from_code(code)
        .filter(|state| state.code() == code)
        .ok_or_else(|| FieldFault::not(code, "a state that elects to Congress"))
}

/// A ZIP code of exactly five digits.
pub fn zip(text: &str) -> Result<Zip, FieldFault> {
    let five = text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit());
    let zip = if five { Zip::parse(text).ok() } else { None };
    zip.ok_or_else(|| FieldFault::not(text, "a ZIP code of five digits"))
}

/// `202-225-0000`.
pub fn phone(text: &str) -> Result<&str, FieldFault> {
    let shaped = text.len() == 12
        && text.bytes().enumerate().all(|(at, byte)| match at {
            3 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let is_number = shaped && telephone::is_north_american(&text.replace('-', ""));
    if is_number { Ok(text) } else { Err(FieldFault::not(text, "a phone number; write it as 202-225-0000")) }
}

/// An https address of Congress itself.
pub(crate) fn official_url(text: &str) -> Result<HttpsUrl, FieldFault> {
    let url = HttpsUrl::try_from(text.to_owned())?;
    if url.host().ends_with(".house.gov") || url.host().ends_with(".senate.gov") {
        Ok(url)
    } else {
        Err(FieldFault::not(text, "a page of house.gov or senate.gov"))
    }
}

/// A part of the people of a ZIP code, in thousandths. Written `0.250`, all of them `1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(
    // Private: at most 1000.
    u16,
);

impl Share {
    /// So many of all, rounded down, but never to nothing; `None` of nobody.
    pub fn of(people: u64, all: u64) -> Option<Share> {
        let thousandths = (people.min(all) * 1000).checked_div(all)?;
        Some(Share(if people > 0 { thousandths.max(1) as u16 } else { 0 }))
    }

    /// 0 to 1000.
    pub fn thousandths(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 == 1000 { f.write_str("1") } else { write!(f, "0.{:03}", self.0) }
    }
}

/// A share as it displays.
pub fn share(text: &str) -> Result<Share, FieldFault> {
    let thousandths = match text.strip_prefix("0.") {
        Some(digits) if digits.len() == 3 && digits.bytes().all(|byte| byte.is_ascii_digit()) => digits.parse().ok(),
        None if text == "1" => Some(1000),
        _ => None,
    };
    thousandths.map(Share).ok_or_else(|| FieldFault::not(text, "a share; write it as 0.250, all as 1"))
}

/// Reads a field that may be empty.
pub fn optional<'a, T>(
    text: &'a str,
    parse: impl Fn(&'a str) -> Result<T, FieldFault>,
) -> Result<Option<T>, FieldFault> {
    if text.is_empty() { Ok(None) } else { parse(text).map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_written_as_they_are_read() {
        for (people, all, text) in
            [(1, 4, "0.250"), (1, 1, "1"), (999, 1000, "0.999"), (1, 1_000_000, "0.001"), (0, 7, "0.000"), (9, 7, "1")]
        {
            let written = Share::of(people, all).unwrap();
            assert_eq!((written.to_string().as_str(), share(text)), (text, Ok(written)));
        }
        assert_eq!(Share::of(0, 0), None);
        for text in ["", "0", "0.25", "1.000", "1.5", "0.2500", ".250", "0.2x0", "-0.250"] {
            assert!(share(text).is_err(), "{text}");
        }
    }
}
