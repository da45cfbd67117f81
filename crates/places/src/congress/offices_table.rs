//! District offices of all members: a second file, fetched only by those who ask for an office near them.
//!
//! In the envelope of [`crate::legislature::bytes`]: how many offices; then columns of lines, one line for each office, by Bioguide
//! identifier: identifier, street, city, state and ZIP code, phone number (empty for none); a column for time zones, counted from 1, 0 for none;
//! and the names of the zones in the database of IANA.

use std::rc::Rc;

use super::{DistrictOffice, TableFault};
use crate::legislature::bytes::{Kind, Writer, open, seal};

/// District offices of all members, whole country.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Offices(
    // Private: ordered by bioguide identifier, so that one member's offices are together.
    Vec<DistrictOffice>,
);

impl Offices {
    /// Offices in the order in which they are to be shown; those of one member need not be together. Their texts must
    /// be free of control characters, which the importer and the build check.
    pub fn new(offices: impl IntoIterator<Item = DistrictOffice>) -> Offices {
        let mut offices: Vec<DistrictOffice> = offices.into_iter().collect();
        offices.sort_by(|one, other| one.bioguide.cmp(&other.bioguide));
        Offices(offices)
    }

    /// The offices of a member; none for a member without any and for identifiers that nobody has.
    pub fn of(&self, bioguide: &str) -> &[DistrictOffice] {
        let from = self.0.partition_point(|office| *office.bioguide < *bioguide);
        let to = self.0.partition_point(|office| *office.bioguide <= *bioguide);
        self.0.get(from..to).unwrap_or_default()
    }

    /// Reads what [`Offices::to_bytes`] wrote. Bytes that are anything else are a fault, never a panic.
    pub fn from_bytes(bytes: &[u8]) -> Result<Offices, TableFault> {
        let mut reader = open(Kind::Offices, bytes)?;
        let count = reader.number();
        let mut bioguide = reader.lines();
        let mut street = reader.lines();
        let mut city = reader.lines();
        let mut state_and_zip = reader.lines();
        let mut phone = reader.lines();
        let mut zones = reader.column();
        let mut names = reader.lines();
        let mut known: Vec<Rc<str>> = Vec::new();
        while !names.is_empty() {
            known.push(names.line().into());
        }
        let mut offices: Vec<DistrictOffice> = Vec::new();
        for _ in 0..count {
            if !reader.is_sound() {
                break;
            }
            let zone = match zones.byte() {
                0 => None,
                at => Some(known.get(usize::from(at) - 1).cloned().ok_or(TableFault::Content)?),
            };
            let office = DistrictOffice {
                bioguide: bioguide.line().into(),
                street: street.line().into(),
                city: city.line().into(),
                state_and_zip: state_and_zip.line().into(),
                phone: Some(phone.line()).filter(|phone| !phone.is_empty()).map(Into::into),
                zone,
            };
            if offices.last().is_some_and(|before| before.bioguide > office.bioguide) {
                return Err(TableFault::Content);
            }
            offices.push(office);
        }
        reader.end().map(|()| Offices(offices))
    }

    /// The compact file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut columns: [Writer; 7] = Default::default();
        let [bioguide, street, city, state_and_zip, phone, zones, names] = &mut columns;
        let mut known: Vec<&Rc<str>> = Vec::new();
        let mut count = 0;
        for office in &self.0 {
            count += 1;
            bioguide.line(&office.bioguide);
            street.line(&office.street);
            city.line(&office.city);
            state_and_zip.line(&office.state_and_zip);
            phone.line(office.phone.as_deref().unwrap_or_default());
            if let Some(zone) = office.zone.as_ref().filter(|zone| !known.contains(zone)) {
                known.push(zone);
                names.line(zone);
            }
            let at = known.iter().position(|zone| Some(*zone) == office.zone.as_ref());
            zones.byte(at.map_or(0, |at| at as u8 + 1));
        }
        let mut content = Writer::default();
        content.number(count);
        for column in columns {
            content.column(&column.bytes);
        }
        seal(Kind::Offices, &content.bytes)
    }
}
