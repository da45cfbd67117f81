//! What hosts refuse because it is too long or too much: said at the build, not found out after it.

use layout::{HEADERS, HOSTING};

use super::cloudfront;

/// Cloudflare Pages reads so many rules of `_headers` …
const CLOUDFLARE_RULES: usize = 100;
/// … and passes over longer lines (<https://developers.cloudflare.com/pages/configuration/headers/>).
const CLOUDFLARE_LINE: usize = 2_000;

/// Everything in a built site that one of the hosts in `docs/hosting` would refuse, a sentence for each. `read` gives the text of one
/// of its files.
pub fn exceeded(read: impl Fn(&str) -> String) -> Vec<String> {
    let mut found = in_header_file(&read(HEADERS));
    for name in [cloudfront::REQUEST, cloudfront::RESPONSE] {
        found.extend(in_function(name, &read(&[HOSTING, "/", name].concat())));
    }
    found
}

fn in_header_file(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let rules = text.lines().filter(|line| line.starts_with('/')).count();
    if rules > CLOUDFLARE_RULES {
        found.push(format!(
            "_headers: {rules} rules, but Cloudflare Pages reads only {CLOUDFLARE_RULES}; some files would have no headers there"
        ));
    }
    let longest = text.lines().map(|line| line.chars().count()).max().unwrap_or_default();
    if longest > CLOUDFLARE_LINE {
        found.push(format!(
            "_headers: a line of {longest} characters, but Cloudflare Pages passes over lines of more than {CLOUDFLARE_LINE}; there, \
             pages would have no security policy but their own. Fewer different accents make it shorter; other hosts take it"
        ));
    }
    found
}

fn in_function(name: &str, text: &str) -> Option<String> {
    let (length, longest) = (text.len(), cloudfront::LONGEST);
    (length > longest).then(|| {
        format!(
            "_hosting/{name}: {length} bytes, but CloudFront takes a function of at most {longest}. Fewer different accents make it \
             shorter; other hosts take any number"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_host_would_refuse_is_named() {
        let rules = |count: usize| "/a\n  X: y\n".repeat(count);
        let line = |length: usize| format!("/a\n  X: {}\n", "y".repeat(length - 5));
        for (text, expected) in [
            (rules(CLOUDFLARE_RULES), None),
            (rules(CLOUDFLARE_RULES + 1), Some("101 rules")),
            (line(CLOUDFLARE_LINE), None),
            (line(CLOUDFLARE_LINE + 1), Some("2001 characters")),
        ] {
            let found = in_header_file(&text);
            assert_eq!(found.len(), usize::from(expected.is_some()), "{found:?}");
            assert!(expected.is_none_or(|expected| found.concat().contains(expected)), "{found:?}");
        }
        let function = |length: usize| in_function("x.js", &"y".repeat(length));
        assert_eq!(function(cloudfront::LONGEST), None);
        assert!(function(cloudfront::LONGEST + 1).is_some_and(|found| found.contains("10241 bytes")));
    }
}
