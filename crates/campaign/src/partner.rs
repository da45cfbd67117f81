//! Organisations that put the campaign on their sites and may be named there.

use serde::{Deserialize, Serialize};

use places::web_address::HttpsUrl;

use crate::malformed::Malformed;

/// A site that embeds the campaign. Its page credits it only where its own origin is the host.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Partner {
    /// Part of the snippet's address, `?p=<slug>`; never change it once it is pasted somewhere.
    pub slug: PartnerSlug,
    /// The organisation's name, as it wishes to be credited.
    #[schemars(length(min = 1, max = 120))]
    pub name: String,
    /// The site that embeds the campaign. Only its origin counts; `https://www.example.org` and
    /// `https://example.org` are two.
    pub site: HttpsUrl,
}

/// A partner's name in an address: `[a-z0-9-]{1,40}`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[schemars(extend("pattern" = "^[a-z0-9-]{1,40}$"))]
#[serde(try_from = "String")]
pub struct PartnerSlug(String);

impl PartnerSlug {
    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for PartnerSlug {
    type Error = Malformed;

    fn try_from(text: String) -> Result<PartnerSlug, Malformed> {
        let good = (1..=40).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if good { Ok(PartnerSlug(text)) } else { Err(Malformed { text, rule: "must be 1 to 40 of a-z, 0-9 and -" }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_short_and_plain() {
        for (text, good) in [
            ("example-organisation-01", true),
            ("a", true),
            ("", false),
            ("Example", false),
            ("an example", false),
            ("é", false),
            ("1234567890123456789012345678901234567890", true),
            ("12345678901234567890123456789012345678901", false),
        ] {
            assert_eq!(PartnerSlug::try_from(text.to_owned()).is_ok(), good, "{text}");
        }
    }
}
