//! Who sits in Congress, as columns of text.

use std::rc::Rc;

use super::bytes::{Lines, Reader, Writer};
use super::{Division, HttpsUrl, Official, Party, Role, State, TableFault};

pub(super) fn write(officials: &[Rc<Official>], writer: &mut Writer) {
    writer.number(officials.len() as u32);
    let mut columns: [Writer; 9] = Default::default();
    let [facts, bioguide, name, family_name, phone, site, contact_form, address, _] = &mut columns;
    for official in officials {
        facts.byte(role_byte(official.role));
        facts.byte(official.division.state.index() as u8);
        facts.byte(official.division.district);
        facts.byte(party_byte(Some(official.party)));
        facts.byte(party_byte(official.caucus));
        bioguide.line(&official.bioguide);
        name.line(&official.name);
        family_name.line(&official.family_name);
        phone.line(official.phone.as_deref().unwrap_or_default());
        site.line(official.site.as_ref().map_or("", HttpsUrl::as_str));
        contact_form.line(official.contact_form.as_ref().map_or("", HttpsUrl::as_str));
        address.line(official.address.as_deref().unwrap_or_default());
    }
    for column in columns.iter().take(8) {
        writer.column(&column.bytes);
    }
}

pub(super) fn read(reader: &mut Reader<'_>) -> Result<Vec<Rc<Official>>, TableFault> {
    let count = reader.number()?;
    let mut facts = reader.column()?;
    let mut bioguide = reader.lines()?;
    let mut name = reader.lines()?;
    let mut family_name = reader.lines()?;
    let mut phone = reader.lines()?;
    let mut site = reader.lines()?;
    let mut contact_form = reader.lines()?;
    let mut address = reader.lines()?;
    let mut officials = Vec::new();
    for _ in 0..count {
        officials.push(Rc::new(Official {
            role: role(facts.byte()?)?,
            division: Division {
                state: *State::ALL.get(usize::from(facts.byte()?)).ok_or(TableFault::Content)?,
                district: facts.byte()?,
            },
            party: party(facts.byte()?)?.ok_or(TableFault::Content)?,
            caucus: party(facts.byte()?)?,
            bioguide: bioguide.line()?.into(),
            name: name.line()?.into(),
            family_name: family_name.line()?.into(),
            phone: some(&mut phone)?.map(Into::into),
            site: url(&mut site)?,
            contact_form: url(&mut contact_form)?,
            address: some(&mut address)?.map(Into::into),
        }));
    }
    Ok(officials)
}

fn some<'a>(lines: &mut Lines<'a>) -> Result<Option<&'a str>, TableFault> {
    let line = lines.line()?;
    Ok((!line.is_empty()).then_some(line))
}

fn url(lines: &mut Lines<'_>) -> Result<Option<HttpsUrl>, TableFault> {
    let line = some(lines)?;
    line.map(|line| HttpsUrl::try_from(line.to_owned()).map_err(|_| TableFault::Content)).transpose()
}

fn role_byte(role: Role) -> u8 {
    match role {
        Role::Senator => 0,
        Role::Representative => 1,
        Role::Delegate => 2,
        Role::ResidentCommissioner => 3,
    }
}

fn role(byte: u8) -> Result<Role, TableFault> {
    match byte {
        0 => Ok(Role::Senator),
        1 => Ok(Role::Representative),
        2 => Ok(Role::Delegate),
        3 => Ok(Role::ResidentCommissioner),
        _ => Err(TableFault::Content),
    }
}

fn party_byte(party: Option<Party>) -> u8 {
    match party {
        None => 0,
        Some(Party::Democrat) => 1,
        Some(Party::Republican) => 2,
        Some(Party::Independent) => 3,
    }
}

fn party(byte: u8) -> Result<Option<Party>, TableFault> {
    match byte {
        0 => Ok(None),
        1 => Ok(Some(Party::Democrat)),
        2 => Ok(Some(Party::Republican)),
        3 => Ok(Some(Party::Independent)),
        _ => Err(TableFault::Content),
    }
}
