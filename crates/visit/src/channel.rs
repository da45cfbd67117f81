//! The ways by which a letter leaves the page, and whether each can carry it.
//!
//! Only a subject and a body are ever set from what a supporter typed, encoded so that no letter of theirs can end its
//! field. A link that is too long fails silently in mail programs, so each is measured before it is offered.

use crate::letter::Draft;

/// The longest link that is offered, in characters as encoded: mail programs cut longer ones off without a word.
pub const LONGEST_LINK: usize = 1_600;

/// The unreserved characters of RFC 3986 that are neither letters nor digits.
const UNRESERVED: &[u8] = b"-._~";

/// The same, with the sign between a mailbox and its host.
const IN_AN_ADDRESS: &[u8] = b"-._~@";

/// A text as it may appear in any part of an address.
pub fn encode(text: &str) -> String {
    percent_encoded(text, UNRESERVED)
}

/// The link that opens a new mail to an address, and to nobody else, whatever the address holds.
pub fn mail_to(address: &str) -> String {
    ["mailto:", &encoded_address(address)].concat()
}

/// The sign between name and host stays, as RFC 6068 has it.
fn encoded_address(address: &str) -> String {
    percent_encoded(address, IN_AN_ADDRESS)
}

/// Letters, digits and what is `kept` stay; of everything else, `%` and the two digits of each byte. The crate for this has a table
/// of all bytes, which every visitor would download.
fn percent_encoded(text: &str, kept: &[u8]) -> String {
    let digit = |half: u8| char::from(half + if half < 10 { b'0' } else { b'A' - 10 });
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || kept.contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    encoded
}

/// A text whose lines all end as mail asks (RFC 5322): `\r\n`.
pub fn with_crlf(text: &str) -> String {
    let mut lines = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\r' | '\n' => lines.push_str("\r\n"),
            other => lines.push(other),
        }
    }
    lines
}

/// Where a supporter may write their mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailService {
    /// The device's own mail program (RFC 6068).
    Program,
    /// Gmail in the browser.
    Gmail,
    /// Outlook in the browser.
    Outlook,
    /// Yahoo Mail in the browser.
    Yahoo,
    /// Proton Mail in the browser; it takes the whole link behind `#`, so its server does not see it.
    Proton,
}

impl MailService {
    /// All of them, the device's own first.
    pub const ALL: [MailService; 5] =
        [MailService::Program, MailService::Gmail, MailService::Outlook, MailService::Yahoo, MailService::Proton];

    /// The service's own name; the device's mail program has none.
    pub fn name(self) -> &'static str {
        match self {
            MailService::Program => "",
            MailService::Gmail => "Gmail",
            MailService::Outlook => "Outlook",
            MailService::Yahoo => "Yahoo Mail",
            MailService::Proton => "Proton Mail",
        }
    }

    /// The link that opens a new mail to `to` with subject and body filled in.
    pub fn link(self, to: &str, draft: &Draft) -> String {
        let to = encoded_address(to);
        let (start, between, subject) = match self {
            MailService::Program | MailService::Proton => ("mailto:", "?", "subject="),
            MailService::Gmail => ("https://mail.google.com/mail/?view=cm&fs=1&to=", "&", "su="),
            MailService::Outlook => ("https://outlook.live.com/mail/0/deeplink/compose?to=", "&", "subject="),
            MailService::Yahoo => ("https://compose.mail.yahoo.com/?to=", "&", "subject="),
        };
        let link = [start, &to, between, subject, &encode(&draft.subject), "&body=", &encode(&with_crlf(&draft.body))]
            .concat();
        match self {
            MailService::Proton => ["https://mail.proton.me/inbox/#mailto=", &encode(&link)].concat(),
            _ => link,
        }
    }
}

/// The links that can carry the letter whole, in the order of [`MailService::ALL`]. Without the first one, the
/// device's own, the letter is to be copied in parts.
pub fn mail_links(to: &str, draft: &Draft) -> Vec<(MailService, String)> {
    let fits = |(_, link): &(MailService, String)| link.len() <= LONGEST_LINK;
    MailService::ALL.map(|service| (service, service.link(to, draft))).into_iter().filter(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_cannot_end_itself() {
        for (address, link) in [
            ("some.one@example.org", "mailto:some.one@example.org"),
            ("a+b@example.org", "mailto:a%2Bb@example.org"),
            ("a%40b.example?bcc=c@d.example", "mailto:a%2540b.example%3Fbcc%3Dc@d.example"),
            ("a@b.example&cc=c@d.example,e\r\n", "mailto:a@b.example%26cc%3Dc@d.example%2Ce%0D%0A"),
        ] {
            assert_eq!(mail_to(address), link);
        }
    }

    #[test]
    fn each_service_has_its_own_form() {
        let draft = Draft { subject: "A & B".into(), body: "One\n2+2=4 人".into() };
        let body = "One%0D%0A2%2B2%3D4%20%E4%BA%BA";
        for (service, link) in [
            (MailService::Program, ["mailto:mp@example.org?subject=A%20%26%20B&body=", body].concat()),
            (
                MailService::Gmail,
                ["https://mail.google.com/mail/?view=cm&fs=1&to=mp@example.org&su=A%20%26%20B&body=", body].concat(),
            ),
            (
                MailService::Outlook,
                [
                    "https://outlook.live.com/mail/0/deeplink/compose?to=mp@example.org&subject=A%20%26%20B&body=",
                    body,
                ]
                .concat(),
            ),
            (
                MailService::Yahoo,
                ["https://compose.mail.yahoo.com/?to=mp@example.org&subject=A%20%26%20B&body=", body].concat(),
            ),
            (
                MailService::Proton,
                [
                    "https://mail.proton.me/inbox/#mailto=mailto%3Amp%40example.org%3Fsubject%3DA%2520%2526%2520B%26body%3D",
                    &body.replace('%', "%25"),
                ]
                .concat(),
            ),
        ] {
            assert_eq!(service.link("mp@example.org", &draft), link);
        }
    }

    #[test]
    fn no_link_longer_than_the_limit_is_offered() {
        let services = |letters: usize| {
            let draft = Draft { subject: String::new(), body: "a".repeat(letters) };
            let links = mail_links("mp@example.org", &draft);
            assert!(links.iter().all(|(_, link)| link.len() <= LONGEST_LINK));
            links.len()
        };
        let overhead = MailService::Program.link("mp@example.org", &Draft::default()).len();
        assert_eq!(services(100), 5);
        assert_eq!(services(LONGEST_LINK - overhead), 1, "the plain link is the shortest");
        assert_eq!(services(LONGEST_LINK - overhead + 1), 0);
    }

    #[test]
    fn every_line_end_becomes_the_one_of_mail() {
        for (text, mail) in [("a\nb", "a\r\nb"), ("a\r\nb", "a\r\nb"), ("a\rb\n\r", "a\r\nb\r\n\r\n"), ("", "")] {
            assert_eq!(with_crlf(text), mail);
        }
    }
}
