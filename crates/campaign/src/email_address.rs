//! Whether a text is an e-mail address to which a supporter can write.

use super::public_host;

/// Strict on purpose: a link for mail must not be able to hold anything but one recipient. ASCII letters, digits and
/// `.'+_-~` before one `@`, at most 64 of them, then a public host (a part of RFC 5321), at most 254 characters. What ends a
/// recipient in an address (`?`, `&`, `%`, `=`, `#`, `/`, `,`) and quoted names are refused.
pub fn is_email_address(text: &str) -> bool {
    let Some((mailbox, host)) = text.split_once('@') else { return false };
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"'+_-~".contains(&byte);
    let parts = mailbox.split('.');
    text.len() <= 254
        && mailbox.len() <= 64
        && parts.into_iter().all(|part| !part.is_empty() && part.bytes().all(is_plain))
        && public_host::fault(&host.to_ascii_lowercase()).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_addresses_count() {
        for text in [
            "someone@example.org",
            "some.one+tag@mail.example.org",
            "o'neil@example.org",
            "Some_One-2@Example.ORG",
            "minister@xn--bcher-kva.example",
        ] {
            assert!(is_email_address(text), "{text}");
        }
        for text in [
            "",
            "No email found",
            "someone@example",
            "someone@@example.org",
            "some one@example.org",
            "someone@example..org",
            "someone@example.org?cc=other@example.org",
            "someone@example.org,other@example.org",
            "someone,other@example.org",
            "someone;other@example.org",
            "<someone@example.org>",
            "Some One <someone@example.org>",
            "mailto:someone@example.org",
            "müller@example.org",
            "minister@bücher.example",
            ".someone@example.org",
            "some..one@example.org",
            // A second recipient, in the ways in which one may be hidden.
            "minister%40gov.example?bcc=spy@evil.example",
            "minister%40gov.example%3Fbcc=spy@evil.example",
            "minister%2Cspy@evil.example",
            "minister?bcc=spy@evil.example",
            "minister&bcc=spy@evil.example",
            "minister=spy@evil.example",
            "minister#spy@evil.example",
            "minister/spy@evil.example",
            "minister%0d%0abcc:spy@evil.example",
            "minister\r\nbcc:spy@evil.example",
            "minister\u{0}@evil.example",
            "minister\u{202e}@evil.example",
            "\"minister@gov.example,spy\"@evil.example",
            "\"minister\"@evil.example",
            "minister(comment)@evil.example",
            "minister@gov.example?bcc=spy@evil.example",
            "minister@gov.example%3fbcc=spy",
            "minister@gov.example/a",
            "minister@gov.example#a",
            "{minister}@evil.example",
            "minister`@evil.example",
            "minister!gate@evil.example",
            // Hosts that are none of the public's.
            "minister@localhost",
            "minister@127.0.0.1",
            "minister@[127.0.0.1]",
            "minister@printer.local",
            "minister@-example.org",
            "minister@example-.org",
            "minister@example.org.",
        ] {
            assert!(!is_email_address(text), "{text}");
        }
        assert!(!is_email_address(&[&"a".repeat(65), "@example.org"].concat()));
        assert!(!is_email_address(&["a@", &"b.".repeat(130), "org"].concat()));
    }
}
