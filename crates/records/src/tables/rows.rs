//! Rows of the committed tables in `data/us`, between text and the types of `places`.
//!
//! Comma-separated with a header (RFC 4180), UTF-8, `\n`, sorted, an empty field where there is nothing.

use serde::{Deserialize, Serialize};

use campaign::check::text::is_hidden;
use campaign::email_address::is_email_address;
use places::congress::{DistrictOffice, Division, Official, Party, Role, State, StateKind, Zip, held_until};
use places::date::Date;
use places::web_address::HttpsUrl;
use shapes::Town;

use super::fields::{
    FieldFault, RowFaults, Share, ocd_id, official_url, optional, party, party_word, phone, role, role_word, share,
    state, zip,
};
use super::zones;

/// A row of `divisions.csv`: a seat of the House.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct DivisionRow {
    /// Open Civic Data identifier: `ocd-division/country:us/state:ca/cd:14`; of the whole state for a seat at large.
    pub id: String,
    /// Postal code.
    pub state: String,
    /// 0 for at large.
    pub district: u8,
    /// `representative`, `delegate` or `resident_commissioner`.
    pub role: String,
    /// `held` or `vacant`.
    pub seat: String,
}

/// A row of `officials.csv`. Senators of a state are listed senior first.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct OfficialRow {
    /// Bioguide identifier.
    pub bioguide: String,
    /// As the member writes it.
    pub name: String,
    /// For the salutation.
    pub family_name: String,
    /// As in [`DivisionRow`], or `senator`.
    pub role: String,
    /// Postal code.
    pub state: String,
    /// 0 for senators and for at large.
    pub district: u8,
    /// `Democrat`, `Republican` or `Independent`.
    pub party: String,
    /// With which party an independent sits.
    pub caucus: String,
    /// Washington office.
    pub phone: String,
    /// Official site.
    pub site: String,
    /// Page on which constituents write.
    pub contact_form: String,
    /// Address for mail from constituents.
    pub email: String,
    /// Washington office, one line.
    pub address: String,
    /// The first day on which they hold the seat no longer.
    pub term_end: Date,
}

/// A row of `zip-cd119.csv`: a division in which a ZIP code may lie.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ZipRow {
    /// Five digits.
    pub zip: String,
    /// Postal code.
    pub state: String,
    /// 0 for at large.
    pub district: u8,
    /// Which part of the people there live in both: `0.250`; `1` for a single candidate; empty where nobody knows.
    pub share: String,
}

/// A row of `lines.csv`: a state that gets new lines, which the ZIP codes do not know.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct LinesRow {
    /// Postal code.
    pub state: String,
    /// The day from which they apply.
    pub from: Date,
    /// The plan that applies then.
    pub plan: String,
    /// When it was made.
    pub date: String,
    /// How we know that it applies.
    pub basis: String,
}

/// A row of `places.csv`: a place with a name, in or around a ZIP code that covers several districts.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceRow {
    /// Postal code.
    pub state: String,
    /// The district that it is in; 0 for at large.
    pub district: u8,
    /// What it is called.
    pub name: String,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// How many people live there; 0 where nobody knows.
    pub people: u32,
}

/// A row of `district-offices.csv`.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeRow {
    /// Whose.
    pub bioguide: String,
    /// Street, building, suite; empty where visitors come by appointment only.
    pub street: String,
    /// City.
    pub city: String,
    /// `VT 05401`.
    pub state_and_zip: String,
    /// `802-555-0100`.
    pub phone: String,
}

impl DivisionRow {
    /// The row of a seat.
    pub fn new(division: Division, held: bool) -> DivisionRow {
        DivisionRow {
            id: ocd_id(division),
            state: division.state.code().to_owned(),
            district: division.district,
            role: role_word(Role::in_the_house(division.state)).to_owned(),
            seat: if held { "held" } else { "vacant" }.to_owned(),
        }
    }

    /// The seat and whether somebody holds it.
    pub fn parse(&self) -> Result<(Division, bool), FieldFault> {
        let division = Division { state: state(&self.state)?, district: self.district };
        let held = match self.seat.as_str() {
            "held" => true,
            "vacant" => false,
            other => return Err(FieldFault::row(format_args!("`{other}` is neither `held` nor `vacant`"))),
        };
        let expected = DivisionRow::new(division, held);
        if self.id != expected.id {
            return Err(FieldFault::ShouldBe { found: self.id.clone(), expected: expected.id });
        }
        if self.role != expected.role {
            return Err(FieldFault::ShouldBe { found: self.role.clone(), expected: expected.role });
        }
        Ok((division, held))
    }
}

impl OfficialRow {
    /// The row of a person.
    pub fn new(official: &Official) -> OfficialRow {
        let text = |text: &Option<std::sync::Arc<str>>| text.as_deref().unwrap_or_default().to_owned();
        let url = |url: &Option<HttpsUrl>| url.as_ref().map_or("", HttpsUrl::as_str).to_owned();
        OfficialRow {
            bioguide: official.bioguide.to_string(),
            name: official.name.to_string(),
            family_name: official.family_name.to_string(),
            role: role_word(official.role).to_owned(),
            state: official.division.state.code().to_owned(),
            district: official.division.district,
            party: party_word(official.party).to_owned(),
            caucus: official.caucus.map_or("", party_word).to_owned(),
            phone: text(&official.phone),
            site: url(&official.site),
            contact_form: url(&official.contact_form),
            email: text(&official.email),
            address: text(&official.address),
            term_end: official.term_end,
        }
    }

    /// The person, or everything that is wrong with the row.
    pub fn parse(&self) -> Result<Official, RowFaults> {
        let mut faults = Vec::new();
        let mut note = |fault: FieldFault| faults.push(fault);
        let shaped = matches!(self.bioguide.as_bytes(), [b'A'..=b'Z', digits @ ..] if digits.len() == 6 && digits.iter().all(u8::is_ascii_digit));
        if !shaped {
            note(FieldFault::not(&self.bioguide, "a Bioguide identifier"));
        }
        for (what, text) in
            [("a name", &self.name), ("a family name", &self.family_name), ("an address", &self.address)]
        {
            if text.chars().any(is_hidden) || text.trim() != text || text.is_empty() && what != "an address" {
                note(FieldFault::not(text, what));
            }
        }
        if !self.name.contains(&self.family_name) {
            note(FieldFault::row(format_args!(
                "the family name `{}` is not part of the name `{}`",
                self.family_name, self.name
            )));
        }
        let state = state(&self.state).map_err(&mut note).ok();
        let role = role(&self.role).map_err(&mut note).ok();
        let party_of = party(&self.party).map_err(&mut note).ok();
        let caucus = optional(&self.caucus, party).map_err(&mut note).ok();
        let phone = optional(&self.phone, phone).map_err(&mut note).ok();
        let site = optional(&self.site, official_url).map_err(&mut note).ok();
        let contact_form = optional(&self.contact_form, official_url).map_err(&mut note).ok();
        if !self.email.is_empty() && !is_email_address(&self.email) {
            note(FieldFault::not(&self.email, "an address for mail"));
        }
        if let (Some(state), Some(role)) = (state, role) {
            let fits = match role {
                Role::Senator => state.kind() == StateKind::State && self.district == 0,
                _ => role == Role::in_the_house(state),
            };
            if !fits {
                note(FieldFault::row(format_args!("{}-{} has no {}", self.state, self.district, self.role)));
            }
        }
        if !self.caucus.is_empty() && party_of != Some(Party::Independent) {
            note(FieldFault::row("a caucus is for independents only"));
        }
        if !faults.is_empty() {
            return Err(RowFaults(faults));
        }
        let (Some(state), Some(role), Some(party), Some(caucus), Some(phone), Some(site), Some(contact_form)) =
            (state, role, party_of, caucus, phone, site, contact_form)
        else {
            return Err(RowFaults(faults));
        };
        Ok(Official {
            bioguide: self.bioguide.as_str().into(),
            name: self.name.as_str().into(),
            family_name: self.family_name.as_str().into(),
            role,
            division: Division { state, district: self.district },
            party,
            caucus,
            phone: phone.map(Into::into),
            site,
            contact_form,
            email: Some(self.email.as_str()).filter(|text| !text.is_empty()).map(Into::into),
            address: Some(self.address.as_str()).filter(|text| !text.is_empty()).map(Into::into),
            term_end: held_until(role, self.term_end),
        })
    }
}

impl ZipRow {
    /// The row of a candidate.
    pub fn new(zip: Zip, division: Division, share: Option<Share>) -> ZipRow {
        ZipRow {
            zip: zip.to_string(),
            state: division.state.code().to_owned(),
            district: division.district,
            share: share.map(|share| share.to_string()).unwrap_or_default(),
        }
    }

    /// The ZIP code, the division, and the share if it is known.
    pub fn parse(&self) -> Result<(Zip, Division, Option<Share>), FieldFault> {
        let division = Division { state: state(&self.state)?, district: self.district };
        Ok((zip(&self.zip)?, division, optional(&self.share, share)?))
    }
}

impl PlaceRow {
    /// The row of a place in a district.
    pub fn new(division: Division, name: String, (lat, lon): (f64, f64), people: u32) -> PlaceRow {
        PlaceRow { state: division.state.code().to_owned(), district: division.district, name, lat, lon, people }
    }

    /// The place, as maps show it.
    pub fn parse(&self) -> Result<Town, FieldFault> {
        let division = Division { state: state(&self.state)?, district: self.district };
        if self.name.trim() != self.name || self.name.is_empty() || self.name.chars().any(is_hidden) {
            return Err(FieldFault::not(&self.name, "a name"));
        }
        if !(-90.0..=90.0).contains(&self.lat) || !(-180.0..=180.0).contains(&self.lon) {
            return Err(FieldFault::row(format_args!("{}, {} is not a place on Earth", self.lat, self.lon)));
        }
        Ok(Town::new(division.to_string(), (self.lon, self.lat), self.people, self.name.clone()))
    }
}

impl OfficeRow {
    /// The row of an office.
    pub fn new(office: &DistrictOffice) -> OfficeRow {
        OfficeRow {
            bioguide: office.bioguide.to_string(),
            street: office.street.to_string(),
            city: office.city.to_string(),
            state_and_zip: office.state_and_zip.to_string(),
            phone: office.phone.as_deref().unwrap_or_default().to_owned(),
        }
    }

    /// The office, or the first thing that is wrong with the row.
    pub fn parse(&self) -> Result<DistrictOffice, FieldFault> {
        let (code, zip_text) = self.state_and_zip.split_once(' ').unwrap_or((&self.state_and_zip, ""));
        state(code)?;
        optional(zip_text.get(..5).unwrap_or(zip_text), zip)?;
        let phone = optional(&self.phone, phone)?;
        if self.street.is_empty() && phone.is_none() {
            return Err(FieldFault::row("an office needs a street or a phone number"));
        }
        if self.city.is_empty() {
            return Err(FieldFault::row("an office needs a city"));
        }
        if [&self.street, &self.city].into_iter().any(|text| text.chars().any(is_hidden)) {
            return Err(FieldFault::row("an address holds control characters"));
        }
        let zone = self.state_and_zip.get(..2).and_then(State::from_code).and_then(zones::of_state);
        Ok(DistrictOffice {
            zone: zone.map(Into::into),
            bioguide: self.bioguide.as_str().into(),
            street: self.street.as_str().into(),
            city: self.city.as_str().into(),
            state_and_zip: self.state_and_zip.as_str().into(),
            phone: phone.map(Into::into),
        })
    }
}
