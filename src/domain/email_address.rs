//! Whether a text is an e-mail address to which a supporter can write.

/// Strict on purpose: ASCII letters, digits and `.!#$%&'*+/=?^_{|}~-` before one `@`, then a host of letters, digits, `-`
/// and at least one dot (a part of RFC 5321), at most 254 characters.
pub fn is_email_address(text: &str) -> bool {
    let Some((mailbox, host)) = text.split_once('@') else { return false };
    let of_mailbox = |byte: u8| byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_{|}~-".contains(&byte);
    let of_label = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let parts =
        |text: &str, good: fn(u8) -> bool| text.split('.').all(|part| !part.is_empty() && part.bytes().all(good));
    text.len() <= 254
        && parts(mailbox, of_mailbox)
        && parts(host, of_label)
        && host.contains('.')
        && !host.starts_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_addresses_count() {
        for (text, good) in [
            ("someone@example.org", true),
            ("some.one+tag@mail.example.org", true),
            ("o'neil@example.org", true),
            ("", false),
            ("No email found", false),
            ("someone@example", false),
            ("someone@@example.org", false),
            ("some one@example.org", false),
            ("someone@example..org", false),
            ("someone@example.org?cc=other@example.org", false),
            ("someone@example.org,other@example.org", false),
            ("<someone@example.org>", false),
            ("müller@example.org", false),
            (".someone@example.org", false),
        ] {
            assert_eq!(is_email_address(text), good, "{text}");
        }
    }
}
