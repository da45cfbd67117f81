//! Hosts with letters beyond a to z, which may look like others: told as the address that a browser really asks for.

use places::web_address::NotHttps;

use crate::check::structure::LONGEST_ADDRESS;
use crate::public_host::{self, HostFault};

/// What is wrong with an address that is none, and what to do.
pub fn sentence(fault: &NotHttps) -> String {
    let rest = fault.0.strip_prefix("https://").unwrap_or_default();
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    match idna::domain_to_ascii(host) {
        Ok(asked) if !host.is_ascii() => format!(
            "`{host}` holds letters beyond a to z, which may look like others; a browser asks `{asked}`: write that, if it \
             is the host you mean"
        ),
        _ => reason(&fault.0, host).unwrap_or_else(|| fault.to_string()),
    }
}

/// Why an https address that reads well is refused all the same.
fn reason(address: &str, host: &str) -> Option<String> {
    let shown = address.chars().take(80).collect::<String>();
    let length = address.chars().count();
    if length > LONGEST_ADDRESS {
        return Some(format!("`{shown}…` is {length} characters long; an address has at most {LONGEST_ADDRESS}"));
    }
    let fault = public_host::fault(host).filter(|fault| *fault != HostFault::Form)?;
    Some(format!("`{shown}` doesn't lead to a public page: {fault}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_that_looks_like_another_is_told_in_punycode() {
        for (address, part) in [
            // Cyrillic а, and a Greek omicron.
            ("https://ex\u{430}mple.org/a", "a browser asks `xn--exmple-4nf.org`"),
            ("https://www.g\u{3bf}v.example", "a browser asks `www.xn--gv-jbc.example`"),
            ("https://bücher.example/", "a browser asks `xn--bcher-kva.example`"),
            ("https://香港.example/", "a browser asks `xn--j6w193g.example`"),
            ("http://example.org", "is not an https address"),
            ("https://example.org/香港", "is not an https address"),
            ("", "is not an https address"),
            ("https://127.0.0.1/", "its host is a number"),
            ("https://0x7f.1/", "its host is a number"),
            ("https://printer.local/", "one machine or one network"),
            ("https://[::1]/", "is not an https address"),
        ] {
            let told = sentence(&NotHttps(address.to_owned()));
            assert!(told.contains(part), "{address}: {told}");
        }
    }
}
