//! Whether a host is one that a supporter's browser can reach, and that is nobody's own machine or network.

use std::fmt;

/// Why a host is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostFault {
    /// Not letters, digits and `-` in at least two parts between dots (RFC 1123).
    Form,
    /// A number, in any of the spellings that browsers take for one: `127.0.0.1`, `0x7f.1`, `2130706433`.
    Number,
    /// A name that only one machine or one network knows (RFC 6761, RFC 6762, RFC 8375, the root's own list).
    Private,
}

impl fmt::Display for HostFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            HostFault::Form => "its host is not a name with at least one dot, such as `www.example.org`",
            HostFault::Number => "its host is a number, not a name; numbers may lead to the reader's own network",
            HostFault::Private => "its host exists only on one machine or one network",
        })
    }
}

/// The last parts of names that are not of the public internet, and of services that lead to any address.
const PRIVATE: [&str; 24] = [
    "localhost",
    "local",
    "localdomain",
    "internal",
    "intranet",
    "private",
    "corp",
    "home",
    "lan",
    "host",
    "test",
    "invalid",
    "onion",
    "alt",
    "home.arpa",
    "in-addr.arpa",
    "ip6.arpa",
    "nip.io",
    "sslip.io",
    "xip.io",
    "localtest.me",
    "lvh.me",
    "vcap.me",
    "localho.st",
];

/// What is wrong with a host in small letters, if anything is.
pub fn fault(host: &str) -> Option<HostFault> {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    if host.len() > 253 || !host.split('.').all(is_label) {
        return Some(HostFault::Form);
    }
    // Browsers take a host for a number when its last part is one (WHATWG URL, "ends in a number").
    let last = host.rsplit('.').next().unwrap_or_default();
    let is_hexadecimal = last.strip_prefix("0x").is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_hexdigit()));
    if is_hexadecimal || last.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(HostFault::Number);
    }
    let is_below = |name: &&str| host.strip_suffix(*name).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    if PRIVATE.iter().any(is_below) {
        return Some(HostFault::Private);
    }
    (!host.contains('.')).then_some(HostFault::Form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hosts_of_the_public_internet_pass() {
        use HostFault::{Form, Number, Private};
        for (fault_of, hosts) in [
            (
                None,
                &[
                    "example.org",
                    "www.gov.uk",
                    "a-b.example",
                    "xn--bcher-kva.example",
                    "1.example",
                    "localhost.example",
                ][..],
            ),
            (None, &["local.example.org", "internal.gov", "0x7f.example", "127.0.0.1.example"]),
            (
                Some(Number),
                &[
                    "127.0.0.1",
                    "10.0.0.1",
                    "192.168.1.1",
                    "169.254.169.254",
                    "172.16.0.1",
                    "0.0.0.0",
                    "8.8.8.8",
                    "127.1",
                ],
            ),
            (
                Some(Number),
                &["2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "0300.0250.1.1", "1.0x", "127.0.0.0x1"],
            ),
            (
                Some(Form),
                &["[::1]", "[fe80::1]", "[::ffff:127.0.0.1]", "::1", "intranet-page", "", ".", "example..org"],
            ),
            (Some(Form), &["example.org.", "-a.example", "a-.example", "a_b.example", "exаmple.org", "a b.example"]),
            (Some(Form), &["%6c%6f%63alhost", "127.0.0.1:80", "user@example.org"]),
            (Some(Private), &["localhost", "a.localhost", "printer.local", "metadata.google.internal", "intranet"]),
            (
                Some(Private),
                &["router.lan", "nas.home", "nas.home.arpa", "wiki.corp", "127.0.0.1.nip.io", "10-0-0-1.sslip.io"],
            ),
            (Some(Private), &["lvh.me", "app.localtest.me", "a.test", "a.invalid", "abcdefgh.onion"]),
        ] {
            for host in hosts {
                assert_eq!(fault(host), fault_of, "{host}");
            }
        }
        assert_eq!(fault(&["a".repeat(64), ".example".to_owned()].concat()), Some(Form));
        assert_eq!(fault(&["a.".repeat(130), "example".to_owned()].concat()), Some(Form));
    }
}
