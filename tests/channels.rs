//! Whatever a supporter writes leaves the page whole and in its own field, judged by other people's parsers.

// Helpers of tests stop the test where they cannot go on.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use mail_parser::MessageParser;
use url::Url;

use visit::channel::{LONGEST_LINK, MailService, mail_links, with_crlf};
use visit::letter::Draft;
use visit::letter::mail_file::{mail, mail_address, text_address};
use visit::share::Network;

const TO: &str = "jane.example.mp@parliament.example";

/// What a service calls the fields that the page sets; no other field may ever appear.
fn fields(service: MailService) -> [&'static str; 2] {
    [if service == MailService::Gmail { "su" } else { "subject" }, "body"]
}

/// Subject and body as whoever opens the link reads them.
fn read(service: MailService, link: &str) -> Draft {
    assert!(link.bytes().all(|byte| byte.is_ascii_graphic()), "{link}");
    let mut url = Url::parse(link).unwrap();
    if service == MailService::Proton {
        // Proton Mail is given the whole link behind `#mailto=`.
        let (_, inner) = url.fragment().unwrap().split_once("mailto=").unwrap();
        let inner = percent_encoding::percent_decode_str(inner).decode_utf8().unwrap();
        url = Url::parse(&inner).unwrap();
    }
    if url.scheme() == "mailto" {
        assert_eq!(url.path(), TO);
        assert_eq!(url.fragment(), None);
    }
    let mut pairs = url.query_pairs().filter(|(name, _)| !matches!(&**name, "view" | "fs" | "to"));
    let [subject, body] = fields(service).map(|name| {
        let (found, value) = pairs.next().unwrap();
        assert_eq!(found, name, "{link}");
        value.into_owned()
    });
    assert_eq!(pairs.next(), None, "another field was set: {link}");
    let (_, written) = link.rsplit_once("body").unwrap();
    assert_eq!(written.matches("%0A").count(), written.matches("%0D%0A").count(), "{link}");
    Draft { subject, body }
}

/// Texts that hold every Unicode character, in runs of neighbours.
fn every_character() -> impl Iterator<Item = String> {
    let all: Vec<char> = ('\0'..=char::MAX).collect();
    (0..all.len()).step_by(96).map(move |start| all[start..all.len().min(start + 96)].iter().collect())
}

/// Texts of letters, marks and separators of all kinds, the same in every run.
fn mixed(count: usize) -> impl Iterator<Item = String> {
    const ENDS: [char; 24] = [
        '&', '=', '?', '#', '%', '+', ' ', '\n', '\r', ';', ',', '"', '\'', '<', '>', '/', ':', '@', '[', '\\', '\0',
        '人', '😀', '\u{301}',
    ];
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    (0..count).map(move |_| {
        let length = next() % 24;
        let mut letter = || match next() % 3 {
            0 => ENDS[(next() % 24) as usize],
            1 => char::from((next() % 128) as u8),
            _ => char::from_u32((next() % 0x11_0000) as u32).unwrap_or('字'),
        };
        (0..length).map(|_| letter()).collect()
    })
}

#[test]
fn a_million_letters_survive_every_encoding() {
    let mut cases = 0_usize;
    let mut subject = String::new();
    for body in every_character().chain(mixed(189_000)) {
        let draft = Draft { subject: std::mem::take(&mut subject), body };
        let expected = Draft { subject: draft.subject.clone(), body: with_crlf(&draft.body) };
        for service in MailService::ALL {
            assert_eq!(read(service, &service.link(TO, &draft)), expected, "{service:?}");
            cases += 1;
        }
        subject = draft.body;
    }
    assert!(cases >= 1_000_000, "{cases}");
}

#[test]
fn what_is_passed_on_survives_too() {
    let value = |url: &Url, name: &str| {
        let mut values = url.query_pairs().filter(|(found, _)| found == name).map(|(_, value)| value.into_owned());
        (values.next(), values.next())
    };
    for text in every_character().chain(mixed(2_000)).step_by(4) {
        for network in Network::ALL {
            let link = network.link("Title", &text, "https://act.example.org/?a=1&b=2");
            let url = Url::parse(&link).unwrap();
            let both = [&text, " https://act.example.org/?a=1&b=2"].concat();
            let (name, expected) = match network {
                Network::Mastodon => {
                    let shared = url.fragment().unwrap().strip_prefix("text=").unwrap();
                    assert_eq!(percent_encoding::percent_decode_str(shared).decode_utf8().unwrap(), both);
                    continue;
                }
                Network::Email => ("body", [&text, "\r\n\r\nhttps://act.example.org/?a=1&b=2"].concat()),
                Network::Signal | Network::WhatsApp | Network::Bluesky => ("text", both),
                Network::Telegram | Network::X => ("text", text.clone()),
            };
            assert_eq!(value(&url, name), (Some(expected), None), "{network:?}");
        }
    }
}

#[test]
fn a_saved_mail_is_one_message_with_one_text() {
    for text in every_character().chain(mixed(4_000)).step_by(2) {
        // A subject is one line; the page's field has no other.
        let line: String = text.chars().filter(|letter| !letter.is_control()).collect();
        let draft = Draft { subject: line, body: text };
        let message = mail(TO, &draft);
        assert!(message.is_ascii() && message.lines().all(|line| line.len() <= 76), "{message}");
        assert!(message.split('\n').rev().skip(1).all(|line| line.ends_with('\r')), "{message}");
        let parsed = MessageParser::default().parse(message.as_bytes()).unwrap();
        assert_eq!(parsed.subject().unwrap_or_default(), draft.subject, "{message}");
        assert_eq!(parsed.body_text(0).unwrap(), with_crlf(&draft.body), "{message}");
        assert_eq!(parsed.to().unwrap().first().unwrap().address(), Some(TO));
        assert_eq!(parsed.headers().len(), 6, "{message}");
    }
}

#[test]
fn no_address_can_bring_a_header_of_its_own() {
    let message = mail("a@example.org\r\nBcc: b@example.org", &Draft { subject: "s".into(), body: "b".into() });
    assert_eq!(MessageParser::default().parse(message.as_bytes()).unwrap().bcc(), None);
}

#[test]
fn the_saved_files_are_what_their_addresses_hold() {
    let draft = Draft { subject: "A & B 主題".into(), body: "One\nTwo 二 #?%\n".into() };
    let text = text_address(std::slice::from_ref(&draft));
    let (kind, encoded) = text.split_once(',').unwrap();
    assert_eq!(kind, "data:text/plain;charset=utf-8");
    let decoded = percent_encoding::percent_decode_str(encoded).decode_utf8().unwrap();
    assert_eq!(decoded, "A & B 主題\r\n\r\nOne\r\nTwo 二 #?%\r\n");
    use base64::Engine as _;
    let encoded = mail_address(TO, &draft);
    let encoded = encoded.strip_prefix("data:message/rfc822;base64,").unwrap();
    let decoded = base64::engine::general_purpose::STANDARD.decode(encoded).unwrap();
    assert_eq!(decoded, mail(TO, &draft).into_bytes());
}

#[test]
fn a_long_chinese_letter_is_never_offered_as_a_link() {
    for (letters, offered) in [(100, 4), (3_000, 0)] {
        let draft = Draft { subject: "主題".into(), body: "信".repeat(letters) };
        let links = mail_links(TO, &draft);
        assert!(links.iter().all(|(_, link)| link.len() <= LONGEST_LINK));
        assert_eq!(links.len(), offered, "{links:?}");
    }
}
