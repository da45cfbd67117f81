//! What is the same in every language: ids, dates, signers, targets, theme.

use serde::{Deserialize, Serialize};

use places::date::Date;
use places::language::Language;
use places::legislature::LegislatureId;
use places::web_address::HttpsUrl;

use crate::malformed::Malformed;
use crate::partner::Partner;

/// `campaign.json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[schemars(title = "Facts of a campaign")]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// Where an editor finds the schema; not read.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The folder's name and a part of every address: `[a-z0-9-]{1,64}`.
    pub id: Slug,
    /// Whether there is still something to do.
    pub status: Status,
    /// The dateline of the statement.
    pub issued: Date,
    /// The day the statement was last changed by its issuer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated: Option<Date>,
    /// Languages with a words file; the first is the default.
    #[schemars(length(min = 1))]
    pub languages: Vec<Language>,
    /// The full statement where its issuer published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub full_text: Option<HttpsUrl>,
    /// Where the facts come from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<HttpsUrl>,
    /// Where "leave quickly" leads: a page that says nothing of its reader. Without it the control is not shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leave_quickly: Option<HttpsUrl>,
    /// The one accent colour.
    pub theme: Theme,
    /// Who signed.
    pub signers: Signers,
    /// Whom supporters write to. Empty only in a closed campaign.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Target>,
    /// Where many people represent a place, those to whom supporters should write first: groups (`eu-epp`) and identifiers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100))]
    pub ask_first: Vec<String>,
    /// Who may be credited for putting the campaign on a site.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<Partner>,
    /// The open campaign to which a closed one points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_campaign: Option<Slug>,
}

impl Facts {
    /// The legislatures to whose members supporters write, in the order in which a page offers their countries.
    pub fn legislatures(&self) -> impl Iterator<Item = LegislatureId> {
        self.targets.iter().filter_map(|target| match target {
            Target::Legislature(legislature) => Some(legislature.clone()),
            Target::People(_) => None,
        })
    }
}

/// A name that is safe in a path and an address: `[a-z0-9-]{1,64}`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[schemars(extend("pattern" = "^[a-z0-9-]{1,64}$"))]
#[serde(try_from = "String")]
pub struct Slug(String);

impl Slug {
    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Slug {
    type Error = Malformed;

    fn try_from(text: String) -> Result<Slug, Malformed> {
        let good = (1..=64).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if good { Ok(Slug(text)) } else { Err(Malformed { text, rule: "must be 1 to 64 of a-z, 0-9 and -" }) }
    }
}

/// Whether there is still something to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Supporters can act.
    Open,
    /// The occasion has passed; the page says what happened next.
    Closed,
    /// What was asked has been granted.
    Won,
}

/// The look that a campaign may choose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Links, primary buttons and marks; at least 4.5:1 on the page's background in each theme.
    pub accent: Accent,
}

/// One accent, told for both themes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Accent {
    /// On light paper, `#rrggbb`.
    pub light: Colour,
    /// On dark paper, `#rrggbb`.
    pub dark: Colour,
}

/// An sRGB colour, written `#rrggbb`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[schemars(extend("pattern" = "^#[0-9a-fA-F]{6}$"))]
#[serde(try_from = "String")]
pub struct Colour(String);

impl Colour {
    /// The text itself, `#rrggbb`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Colour {
    type Error = Malformed;

    fn try_from(text: String) -> Result<Colour, Malformed> {
        let hex = text.strip_prefix('#').unwrap_or_default();
        let good = hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit());
        if good { Ok(Colour(text)) } else { Err(Malformed { text, rule: "is not a colour; write it as #8f1d2c" }) }
    }
}

/// Who signed. The stated total and the names that are known are different facts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signers {
    /// What the source says of their number.
    pub stated: Stated,
    /// The rule by which `listed` is ordered.
    pub order: SignerOrder,
    /// The organisations that a source names.
    pub listed: Vec<Signer>,
    /// The people who signed for themselves and whom a source names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<PersonSigner>,
}

/// What the source says of the signers' number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stated {
    /// The number that the source gives.
    #[schemars(range(min = 1, max = 1_000_000))]
    pub count: u32,
    /// How many of the listed organisations stand beside that number and are not counted in it:
    /// 1 for "the Foundation with 53 NGOs", 0 for "nine groups".
    #[serde(default)]
    #[schemars(range(max = 1_000_000))]
    pub besides: u32,
    /// How many people signed for themselves, where the source counts them. They are not in `count`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 100_000_000))]
    pub people: Option<u32>,
}

/// The rule by which signers are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SignerOrder {
    /// By name.
    Alphabetical,
    /// In the order of the source's text.
    AsPublished,
}

/// An organisation that signed (OSDI `organization`), exactly as the source spells it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signer {
    /// Its name.
    #[schemars(length(min = 1, max = 200))]
    pub organization: String,
    /// ISO 3166-1 alpha-2 code of its seat, upper case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("pattern" = "^[A-Z]{2}$"))]
    pub country: Option<String>,
    /// Its site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site_url: Option<HttpsUrl>,
    /// A picture in the campaign's folder: a file name that ends in `.svg`, `.png` or `.webp`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("pattern" = "^[A-Za-z0-9_-][A-Za-z0-9._-]*\\.(svg|png|webp)$"))]
    pub logo_image_url: Option<String>,
    /// The day it signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed: Option<Date>,
    /// Where it is named as a signer.
    pub source: HttpsUrl,
}

/// Somebody who signed for themselves, exactly as the source spells the name. Without the source's leave, no more is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonSigner {
    /// The name.
    #[schemars(length(min = 1, max = 200))]
    pub name: String,
    /// Shown beside the name: an office, a profession, an institution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 200))]
    pub role: Option<String>,
    /// ISO 3166-1 alpha-2 code, upper case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("pattern" = "^[A-Z]{2}$"))]
    pub country: Option<String>,
    /// The day they signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed: Option<Date>,
    /// Where they are named as signing.
    pub source: HttpsUrl,
}

/// Whom supporters write to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Target {
    /// `{"legislature": "us-congress"}`: the supporter's own members of it. Who lives in none of the countries is offered
    /// the people of the lists.
    Legislature(LegislatureId),
    /// `{"people": "embassies.csv"}`: everybody in a list in the campaign's folder, in the form in which Action Network
    /// takes targets.
    People(#[schemars(length(min = 1, max = 64))] String),
}
