//! Rows of the committed tables in `data/uk`.
//!
//! Comma-separated with a header (RFC 4180), UTF-8, `\n`, sorted, an empty field where there is nothing.

use serde::{Deserialize, Serialize};

use campaign::email_address::is_email_address;
use places::commons::{ConstituencyRecord, MemberRecord, REGIONS};

use crate::tables::fields::{FieldFault, RowFaults};

/// A row of `constituencies.csv`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ConstituencyRow {
    /// GSS code: `E14001063`.
    pub code: String,
    /// "Aldershot".
    pub name: String,
    /// GSS code of the nation, in England of the region: `E12000008`.
    pub region: String,
    /// `held` or `vacant`.
    pub seat: String,
}

/// A row of `members.csv`.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct MemberRow {
    /// GSS code of the constituency.
    pub constituency: String,
    /// Number in the records of Parliament.
    pub id: u32,
    /// As Parliament shows it.
    pub name: String,
    /// Its own name.
    pub party: String,
    /// For constituents; empty where none is published.
    pub email: String,
}

/// A row of `postcodes.csv`: where within one outward code runs of postcodes begin that lie in one constituency.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RunsRow {
    /// `SW1A`.
    pub outward: String,
    /// GSS code.
    pub constituency: String,
    /// The first inward code of each run, parted by spaces. A run ends where the next one of the outward code begins.
    pub from: String,
}

impl ConstituencyRow {
    /// The constituency and whether somebody sits for it, or everything that is wrong with the row.
    pub fn parse(&self) -> Result<(ConstituencyRecord, bool), RowFaults> {
        let mut faults = Vec::new();
        if !is_constituency_code(&self.code) {
            faults.push(FieldFault::not(&self.code, "the GSS code of a constituency"));
        }
        faults.extend(text("a name", &self.name));
        let region = REGIONS.iter().position(|region| *region == self.region);
        if region.is_none_or(|_| self.region.get(..1) != self.code.get(..1)) {
            let problem = format!("`{}` is not a region of the nation of `{}`", self.region, self.code);
            faults.push(FieldFault::Row(problem));
        }
        let held = self.seat == "held";
        if !held && self.seat != "vacant" {
            faults.push(FieldFault::row(format_args!("`{}` is neither `held` nor `vacant`", self.seat)));
        }
        match region {
            Some(region) if faults.is_empty() => {
                let (code, name) = (self.code.as_str().into(), self.name.as_str().into());
                Ok((ConstituencyRecord { code, name, region: region as u8, member: None }, held))
            }
            _ => Err(RowFaults(faults)),
        }
    }
}

impl MemberRow {
    /// The member, or everything that is wrong with the row.
    pub fn parse(&self) -> Result<MemberRecord, RowFaults> {
        let mut faults = Vec::new();
        faults.extend(text("a name", &self.name));
        faults.extend(text("a party", &self.party));
        if !self.email.is_empty() && !is_email_address(&self.email) {
            faults.push(FieldFault::not(&self.email, "an e-mail address"));
        }
        if self.id == 0 || self.id >= 1 << 28 {
            faults.push(FieldFault::not(&self.id.to_string(), "a member's number"));
        }
        if !faults.is_empty() {
            return Err(RowFaults(faults));
        }
        Ok(MemberRecord {
            id: self.id,
            name: self.name.as_str().into(),
            party: self.party.as_str().into(),
            email: Some(self.email.as_str()).filter(|email| !email.is_empty()).map(Into::into),
        })
    }
}

/// Whether a text is the GSS code of a constituency of the House of Commons (ONS Register of Geographic Codes).
fn is_constituency_code(code: &str) -> bool {
    code.len() == 9
        && ["E14", "N05", "S14", "W07"].iter().any(|entity| code.starts_with(entity))
        && code.bytes().skip(1).all(|byte| byte.is_ascii_digit())
}

fn text(what: &'static str, text: &str) -> Option<FieldFault> {
    let good = !text.is_empty() && text.trim() == text && !text.chars().any(char::is_control);
    (!good).then(|| FieldFault::not(text, what))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_has_one_mailbox_or_none() {
        for (email, good) in [
            ("", true),
            ("alex.example.mp@parliament.uk", true),
            ("alex%40parliament.uk?bcc=spy@evil.example", false),
            ("alex@parliament.uk,spy@evil.example", false),
            ("alex@parliament.uk&cc=spy@evil.example", false),
            ("alex@localhost", false),
        ] {
            let row = MemberRow {
                constituency: "E14001063".into(),
                id: 1,
                name: "Alex Example".into(),
                party: "Example".into(),
                email: email.into(),
            };
            assert_eq!(row.parse().is_ok(), good, "{email}");
        }
    }
}
