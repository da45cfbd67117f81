//! The one file of the whole country: constituencies, members and postcodes together.
//!
//! In the envelope of [`crate::domain::legislature::bytes`]: the three days of [`Validity`]; the postal address of every
//! member and what stands before and behind their number in the address of their page, as a column of three lines; the
//! parties as lines, in the order in which they first occur; how many constituencies. Then one column each for: GSS codes
//! as lines, empty where the number follows the one before; names; the place of the region; the party, counted from 1, or
//! 0 for a vacant seat. For those that are held: the member's number; name; e-mail address as a line (without
//! `@parliament.uk`; empty for none). Then what [`super::postcode_table`] describes.

use std::rc::Rc;

use super::postcode_table::PostcodeTable;
use super::records::{ConstituencyRecord, Records};
use super::{Constituency, REGIONS};
use crate::domain::congress::Party;
use crate::domain::date::Date;
use crate::domain::decimal::decimal;
use crate::domain::legislature::bytes::{Kind, Writer, open, push_digits, seal};
use crate::domain::legislature::{Affiliation, Person, Role, Seat, TableFault, Validity};
use crate::domain::web_address::HttpsUrl;

const HOST: &str = "@parliament.uk";
const NO_PARTY: &str = "Independent";

/// Every constituency and who sits for it, and where every postcode of Great Britain lies.
#[derive(Clone, Debug, PartialEq)]
pub struct Commons {
    pub(super) validity: Validity,
    /// Nothing ends without one.
    pub(super) today: Option<Date>,
    // In the order of their codes; a run of postcodes names one by its place.
    pub(super) constituencies: Vec<Row>,
    pub(super) postcodes: PostcodeTable,
}

/// A constituency.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    pub(super) code: Rc<str>,
    pub(super) name: Rc<str>,
    pub(super) region: u8,
    pub(super) member: Option<Rc<Person>>,
}

impl Commons {
    /// The tables as they read on a day: Parliament is dissolved five years after it first met, and then nobody is a member
    /// (Dissolution and Calling of Parliament Act 2022, section 4).
    pub fn on(mut self, today: Option<Date>) -> Commons {
        self.today = today;
        self
    }

    /// Reads what [`Commons::to_bytes`] wrote. Bytes that are anything else are a fault, never a panic.
    pub fn from_bytes(bytes: &[u8]) -> Result<Commons, TableFault> {
        let mut reader = open(Kind::Commons, bytes)?;
        let validity = Validity { as_of: reader.date()?, valid_from: reader.date()?, valid_to: reader.date()? };
        let mut general = reader.lines()?;
        let (address, before, after) = (Rc::from(general.line()?), general.line()?, general.line()?);
        let (mut party_names, mut parties) = (reader.lines()?, Vec::new());
        let count = reader.number()?;
        let (mut codes, mut names) = (reader.lines()?, reader.lines()?);
        let (mut regions, mut party, mut ids) = (reader.column()?, reader.column()?, reader.column()?);
        let (mut people, mut emails) = (reader.lines()?, reader.lines()?);
        let (mut letter, mut number) = (String::new(), 0);
        let mut constituencies = Vec::new();
        for place in 0..count {
            number += 1;
            let code = codes.line()?;
            if let Some((first, digits)) = code.split_at_checked(1) {
                first.clone_into(&mut letter);
                number = digits.parse().ok().filter(|number| *number < 100_000_000).ok_or(TableFault::Content)?;
            }
            let mut code = letter.clone();
            push_digits(&mut code, number, 8);
            let name = Rc::from(names.line()?);
            let region = regions.byte()?;
            let member = match usize::from(party.byte()?).checked_sub(1) {
                None => None,
                Some(at) => {
                    if at == parties.len() {
                        parties.push(affiliation(party_names.line()?));
                    }
                    let id = decimal(ids.number()? as usize);
                    let person_name: Rc<str> = people.line()?.into();
                    let page = HttpsUrl::try_from([before, &id, after].concat()).map_err(|_| TableFault::Content)?;
                    Some(Rc::new(Person {
                        seat: Some(Seat::Commons(Constituency(place as u16))),
                        party: parties.get(at).cloned().ok_or(TableFault::Content)?,
                        email: long_email(emails.line()?),
                        site: Some(page),
                        address: Some(Rc::clone(&address)),
                        ..Person::new(id.into(), Rc::clone(&person_name), person_name, Role::MemberOfParliament)
                    }))
                }
            };
            constituencies.push(Row { code: code.into(), name, region, member });
        }
        let postcodes = PostcodeTable::read(count, &mut reader)?;
        if reader.is_empty() {
            Ok(Commons { validity, today: None, constituencies, postcodes })
        } else {
            Err(TableFault::Content)
        }
    }

    /// The compact file of these records, once read back.
    ///
    /// # Errors
    /// [`TableFault::Content`] when constituencies or postcodes are out of order, a run lies in none, a region does not
    /// exist, or a text is empty or holds control characters. Importer and build say which; this only refuses.
    pub fn bytes(validity: &Validity, records: &Records) -> Result<Vec<u8>, TableFault> {
        let rows = &records.constituencies;
        let good = |text: &str| !text.is_empty() && !text.contains(char::is_control);
        let general = [&*records.general.address, &records.general.page.0, &records.general.page.1];
        let sound = general.into_iter().all(good)
            && rows.iter().all(|row| good(&row.name) && usize::from(row.region) < REGIONS.len())
            && rows.is_sorted_by(|one, next| one.code < next.code)
            && records.runs.iter().all(|run| usize::from(run.constituency) < rows.len())
            && rows
                .iter()
                .filter_map(|row| row.member.as_ref())
                .all(|member| good(&member.name) && good(&member.party));
        if !sound {
            return Err(TableFault::Content);
        }
        let mut content = Writer::default();
        for date in [validity.as_of, validity.valid_from, validity.valid_to] {
            content.date(date);
        }
        content.lines(&general);
        write_constituencies(rows, &mut content)?;
        let runs: Vec<_> = records.runs.iter().map(|run| (run.first, Constituency(run.constituency))).collect();
        PostcodeTable::new(&runs)?.write(rows.len() as u32, &mut content);
        Ok(seal(Kind::Commons, &content.bytes))
    }

    pub(super) fn row(&self, seat: Seat) -> Option<&Row> {
        match seat {
            Seat::Commons(constituency) => self.constituencies.get(constituency.place()),
            Seat::Congress(_) | Seat::Listed(_) => None,
        }
    }
}

fn affiliation(name: &str) -> Affiliation {
    if name == NO_PARTY { Affiliation::Member(Party::Independent) } else { Affiliation::Called(name.into()) }
}

fn long_email(short: &str) -> Option<Rc<str>> {
    match short {
        "" => None,
        whole if whole.contains('@') => Some(whole.into()),
        mailbox => Some([mailbox, HOST].concat().into()),
    }
}

fn write_constituencies(rows: &[ConstituencyRecord], content: &mut Writer) -> Result<(), TableFault> {
    let mut parties: Vec<&str> = Vec::new();
    let mut columns: [Writer; 7] = Default::default();
    let [codes, names, regions, party, ids, people, emails] = &mut columns;
    let mut next = (String::new(), 0);
    for row in rows {
        let (letter, number) = code_parts(&row.code).ok_or(TableFault::Content)?;
        codes.line(if next == (letter.to_owned(), number) { "" } else { &row.code });
        next = (letter.to_owned(), number + 1);
        names.line(&row.name);
        regions.byte(row.region);
        let Some(member) = &row.member else {
            party.byte(0);
            continue;
        };
        let at = parties.iter().position(|known| **known == *member.party).unwrap_or_else(|| {
            parties.push(&member.party);
            parties.len() - 1
        });
        party.byte(u8::try_from(at + 1).map_err(|_| TableFault::Content)?);
        ids.number(member.id);
        people.line(&member.name);
        let email = member.email.as_deref().unwrap_or_default();
        let mailbox = email.strip_suffix(HOST).filter(|mailbox| !mailbox.is_empty() && !mailbox.contains('@'));
        emails.line(mailbox.unwrap_or(email));
    }
    content.lines(&parties);
    content.number(rows.len() as u32);
    for column in columns {
        content.column(&column.bytes);
    }
    Ok(())
}

/// Letter and number of a GSS code; `None` if it is not one.
fn code_parts(code: &str) -> Option<(&str, u32)> {
    let (letter, digits) = code.split_at_checked(1)?;
    let good = letter.bytes().all(|byte| byte.is_ascii_uppercase())
        && digits.len() == 8
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    if good { digits.parse().ok().map(|number| (letter, number)) } else { None }
}
