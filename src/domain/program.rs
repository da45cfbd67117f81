//! What a program that visitors download can do. There are two, made from the same screens: one for Congress, one for every
//! other part. What a program does not name is not in its Wasm, so that nobody downloads the rules of another country.

use std::rc::Rc;

use crate::domain::assembly::{Assembly, read_code};
use crate::domain::channel::{MailService, mail_links};
use crate::domain::commons::{Commons, UkPostcode};
use crate::domain::congress::{Congress, Offices, Zip};
use crate::domain::date::Date;
use crate::domain::legislature::{Legislature, LegislatureId, Person, Postcode, PostcodeFault, TableFault};
use crate::domain::letter::{Draft, mail_file};
use crate::domain::live::LivePage;
use crate::domain::people;

/// The tables of a legislature as read, or why they cannot be.
pub type Read = Result<Rc<dyn Legislature>, TableFault>;

/// What a program reads and writes. A visit does the rest.
#[derive(Clone, Copy, Debug)]
pub struct Program {
    /// The name of its files, and of the live parts that it takes over.
    pub name: &'static str,
    /// Reads what a visitor typed as a postcode.
    pub postcode: fn(&LivePage, &str) -> Result<Postcode, PostcodeFault>,
    /// Reads the tables of its legislature as they are to be understood today.
    pub tables: fn(&LivePage, &[u8], Option<Date>) -> Read,
    /// Reads the offices of members outside the capital.
    pub offices: fn(&[u8]) -> Result<Offices, TableFault>,
    /// Reads the people whom a campaign names.
    pub people: fn(Vec<String>) -> Vec<Rc<Person>>,
    /// The links that can carry a letter to an address whole.
    pub mail_links: fn(&str, &Draft) -> Vec<(MailService, String)>,
    /// A letter to an address as a file for mail programs, as an address of its own.
    pub mail_file: fn(&str, &Draft) -> String,
}

/// For the Congress of the United States.
pub const CONGRESS: Program = Program {
    name: "undersigned",
    postcode: |_, typed| Zip::parse(typed).map(Postcode::Zip),
    tables: |_, bytes, today| Ok(Rc::new(Congress::from_bytes(bytes)?.on(today))),
    offices: Offices::from_bytes,
    people: |_| Vec::new(),
    mail_links,
    mail_file: mail_file::mail_address,
};

/// For every other legislature, and for people whom a campaign names.
pub const WORLD: Program = Program {
    name: "world",
    postcode: |page, typed| {
        if page.manner.postcode_forms.is_empty() {
            UkPostcode::parse(typed).map(Postcode::Uk)
        } else {
            read_code(&page.manner.postcode_forms, &page.country, typed).map(Postcode::Code)
        }
    },
    tables: |page, bytes, today| {
        if page.manner.roles.is_empty() {
            Ok(Rc::new(Commons::from_bytes(bytes)?.on(today)))
        } else {
            Ok(Rc::new(Assembly::from_bytes(bytes, &page.manner)?.on(today)))
        }
    },
    offices: |_| Err(TableFault::OtherTable),
    people: people::from_texts,
    mail_links,
    mail_file: mail_file::mail_address,
};

/// The program that takes over the part for a legislature, or for people whom the campaign names.
pub fn of(legislature: Option<&LegislatureId>) -> Program {
    if legislature == Some(&LegislatureId::US_CONGRESS) { CONGRESS } else { WORLD }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::congress::{Division, Official, Role, State, person};
    use crate::domain::letter::{Destination, destination};

    #[test]
    fn whoever_has_an_address_can_be_written_to_by_mail_from_every_part() {
        let vermont = Division { state: State::ALL[0], district: 0 };
        let email = Some("senator@example.org".into());
        let official = Official { email, ..Official::new("E000001", "Example Name", "Name", Role::Senator, vermont) };
        let member = person(&official);
        assert_eq!(destination(&member), Destination::Mail("senator@example.org"));
        let draft = Draft { subject: "Subject".into(), body: "Body".into() };
        for program in [CONGRESS, WORLD] {
            let links = (program.mail_links)("senator@example.org", &draft);
            assert_eq!(links.len(), MailService::ALL.len(), "{}", program.name);
            assert!(
                (program.mail_file)("senator@example.org", &draft).starts_with("data:message/rfc822"),
                "{}",
                program.name
            );
        }
    }
}
