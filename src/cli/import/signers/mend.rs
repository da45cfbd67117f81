//! What is repaired in a list of signers, where there is only one thing that can be meant.

use campaign::check::text;
use places::web_address::HttpsUrl;

/// A text as it is put into a campaign, and what was done to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended<T> {
    /// The text or address.
    pub value: T,
    /// What was done, if anything.
    pub how: Option<String>,
}

/// A name on one line: without spaces at the ends, several in a row, line breaks and hidden characters.
pub fn name(raw: &str) -> Mended<String> {
    let one_line: String = raw.chars().map(|c| if c.is_whitespace() || c.is_control() { ' ' } else { c }).collect();
    let visible = text::without_hidden(&one_line);
    let value = visible.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let how = match () {
        () if value == raw => None,
        () if value == raw.trim() => Some("spaces at the ends of the name"),
        () if visible != one_line => Some("invisible characters in the name"),
        () => Some("spaces or line breaks in the name"),
    };
    Mended { value, how: how.map(str::to_owned) }
}

/// Signs that a name was damaged on the way, or came with marks of HTML or Markdown.
pub fn looks_damaged(name: &str) -> bool {
    const MARKS: [&str; 9] = ["\u{fffd}", "&amp;", "&#", "&quot;", "&nbsp;", "&lt;", "</", "<br", "]("];
    text::has_wrong_letters(name) || MARKS.iter().any(|mark| name.contains(mark))
}

/// Whether a name is nothing but the address of a site or of a mailbox.
pub fn is_address(name: &str) -> bool {
    let lower = name.to_lowercase();
    let mail = name.split_once('@').is_some_and(|(one, other)| !one.is_empty() && other.contains('.'));
    !name.contains(' ')
        && (mail || lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with("www."))
}

/// A field that holds no address of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoSite(pub String);

/// The address of a site. Nothing for a field that says that there is none.
///
/// # Errors
/// The field, where it is no address of a site.
pub fn site(raw: &str) -> Result<Option<Mended<HttpsUrl>>, NoSite> {
    let field = text::without_hidden(raw.trim());
    let plain = field.trim().trim_start_matches('<').trim_end_matches(['>', ',', ';']);
    if ["", "-", "–", "—", "/", "n/a", "na", "none", "no", "null", "nil", "tbc", "無", "沒有"]
        .contains(&&*plain.to_lowercase())
    {
        return Ok(None);
    }
    let refused = || NoSite(raw.trim().to_owned());
    let lower = plain.to_lowercase();
    let (rest, insecure) = match () {
        () if lower.starts_with("https://") => (plain.get(8..), false),
        () if lower.starts_with("http://") => (plain.get(7..), true),
        () if lower.starts_with("//") => (plain.get(2..), false),
        () if plain.contains("://") || plain.contains([' ', '@']) => return Err(refused()),
        () => (Some(plain), false),
    };
    let rest = rest.ok_or_else(refused)?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    let host = host.trim_end_matches('.');
    let host = idna::domain_to_ascii(host.strip_suffix(if insecure { ":80" } else { ":443" }).unwrap_or(host));
    let host = host.map_err(|_| refused())?;
    // "example.org" is a host; "example" and "see above" are none.
    let last = host.rsplit('.').next().unwrap_or_default();
    if !host.contains('.') || last.len() < 2 || last.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(refused());
    }
    let path = percent_encoding::utf8_percent_encode(path, &UNSAFE).to_string();
    let url = HttpsUrl::try_from(["https://", &host, &path].concat()).map_err(|_| refused())?;
    let how = match url.as_str() == raw {
        true => None,
        false if url.as_str() == raw.trim() => Some("spaces around the address".to_owned()),
        false if insecure => Some(format!("`{}` → `{}`: open it to check that it works", raw.trim(), url.as_str())),
        false => Some(format!("`{}` → `{}`", raw.trim(), url.as_str())),
    };
    Ok(Some(Mended { value: url, how }))
}

/// What an address may not hold as it is (RFC 3986). What is encoded already stays.
const UNSAFE: percent_encoding::AsciiSet = percent_encoding::CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_mended_only_where_nothing_else_can_be_meant() {
        for (raw, value, how) in [
            ("Example Group", "Example Group", ""),
            ("Example Group ", "Example Group", "ends"),
            ("\u{a0}Example\u{a0}Group", "Example Group", "spaces"),
            ("Example\r\n Group", "Example Group", "line breaks"),
            ("Exam\u{ad}ple\u{200b} Group", "Example Group", "invisible"),
            ("نهاده\u{200c}های ایرانی", "نهاده\u{200c}های ایرانی", ""),
            ("example GROUP, Ltd.", "example GROUP, Ltd.", ""),
        ] {
            let mended = name(raw);
            assert_eq!(mended.value, value);
            let said = mended.how.unwrap_or_default();
            assert!(if how.is_empty() { said.is_empty() } else { said.contains(how) }, "{raw:?}: {said}");
        }
        for (name, damaged) in [
            ("ZoÃ© Example", true),
            ("Womenâ€™s Group", true),
            ("Zo\u{fffd}", true),
            ("A &amp; B", true),
            ("Zoé & Ñandú", false),
        ] {
            assert_eq!(looks_damaged(name), damaged, "{name}");
        }
    }

    #[test]
    fn addresses_are_mended_where_it_is_safe() {
        for (raw, expected) in [
            ("https://example.org", Ok(Some(("https://example.org", false)))),
            (" https://example.org ", Ok(Some(("https://example.org", true)))),
            ("example.org", Ok(Some(("https://example.org", true)))),
            ("www.Example.ORG/a", Ok(Some(("https://www.example.org/a", true)))),
            ("http://example.de", Ok(Some(("https://example.de", true)))),
            ("HTTPS://EXAMPLE.ORG/Über uns", Ok(Some(("https://example.org/%C3%9Cber%20uns", true)))),
            ("//example.org", Ok(Some(("https://example.org", true)))),
            ("https://example.org:443/", Ok(Some(("https://example.org/", true)))),
            ("bücher.example", Ok(Some(("https://xn--bcher-kva.example", true)))),
            ("<https://example.org>", Ok(Some(("https://example.org", true)))),
            ("", Ok(None)),
            ("n/a", Ok(None)),
            ("–", Ok(None)),
            ("info@example.org", Err(())),
            ("@example", Err(())),
            ("example", Err(())),
            ("see above", Err(())),
            ("ftp://example.org", Err(())),
            ("javascript:alert(1)", Err(())),
            ("https://user@example.org", Err(())),
            ("192.0.2.1", Err(())),
            ("https://example.org:8080/", Err(())),
            ("example.org, example.net", Err(())),
        ] {
            let found = site(raw).map_err(|_| ());
            let found = found.as_ref().map(|site| site.as_ref().map(|url| (url.value.as_str(), url.how.is_some())));
            assert_eq!(found, expected.as_ref().map(|site| *site), "{raw}");
        }
    }
}
