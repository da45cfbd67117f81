//! District offices of all members: a second file, fetched only by those who ask for an office near them.
//!
//! In the envelope of [`super::bytes`]: how many offices; then columns of lines, one line for each office, by Bioguide
//! identifier: identifier, street, city, state and ZIP code, phone number (empty for none).

use std::collections::BTreeMap;
use std::rc::Rc;

use super::bytes::{Kind, Writer, open, seal};
use super::{DistrictOffice, TableFault};

/// District offices of all members, whole country.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Offices(BTreeMap<Rc<str>, Vec<DistrictOffice>>);

impl Offices {
    /// Offices in the order in which they are to be shown; those of one member need not stand together. Their texts must
    /// be free of control characters, which the importer and the build check.
    pub fn new(offices: impl IntoIterator<Item = DistrictOffice>) -> Offices {
        let mut table = Offices::default();
        for office in offices {
            table.0.entry(office.bioguide.clone()).or_default().push(office);
        }
        table
    }

    /// The offices of a member; none for a member without any and for identifiers that nobody has.
    pub fn of(&self, bioguide: &str) -> &[DistrictOffice] {
        self.0.get(bioguide).map_or(&[], Vec::as_slice)
    }

    /// Reads what [`Offices::to_bytes`] wrote. Bytes that are anything else are a fault, never a panic.
    pub fn from_bytes(bytes: &[u8]) -> Result<Offices, TableFault> {
        let mut reader = open(Kind::Offices, bytes)?;
        let count = reader.number()?;
        let mut bioguide = reader.lines()?;
        let mut street = reader.lines()?;
        let mut city = reader.lines()?;
        let mut state_and_zip = reader.lines()?;
        let mut phone = reader.lines()?;
        let mut offices = Offices::default();
        for _ in 0..count {
            let bioguide: Rc<str> = bioguide.line()?.into();
            let office = DistrictOffice {
                bioguide: bioguide.clone(),
                street: street.line()?.into(),
                city: city.line()?.into(),
                state_and_zip: state_and_zip.line()?.into(),
                phone: Some(phone.line()?).filter(|phone| !phone.is_empty()).map(Into::into),
            };
            offices.0.entry(bioguide).or_default().push(office);
        }
        if reader.is_empty() { Ok(offices) } else { Err(TableFault::Content) }
    }

    /// The compact file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut columns: [Writer; 5] = Default::default();
        let [bioguide, street, city, state_and_zip, phone] = &mut columns;
        let mut count = 0;
        for office in self.0.values().flatten() {
            count += 1;
            bioguide.line(&office.bioguide);
            street.line(&office.street);
            city.line(&office.city);
            state_and_zip.line(&office.state_and_zip);
            phone.line(office.phone.as_deref().unwrap_or_default());
        }
        let mut content = Writer::default();
        content.number(count);
        for column in columns {
            content.column(&column.bytes);
        }
        seal(Kind::Offices, &content.bytes)
    }
}
