//! Addresses of other sites, as campaign files and official tables give them.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An `https` address. Becomes a link; never a script, never fetched by the page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(extend("format" = "uri", "pattern" = "^https://")))]
#[serde(try_from = "String")]
pub struct HttpsUrl(String);

impl HttpsUrl {
    /// The whole address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Scheme and host as they stand, a leading `www.` included: what a browser calls the origin.
    pub fn origin(&self) -> &str {
        let host = "https://".len();
        let rest = self.0.get(host..).unwrap_or_default();
        let end = rest.find(['/', '?', '#']).map_or(self.0.len(), |at| host + at);
        self.0.get(..end).unwrap_or(&self.0)
    }

    /// The host, lower case, without a leading `www.`: how the page names a link's goal.
    pub fn host(&self) -> &str {
        let rest = self.0.strip_prefix("https://").unwrap_or(&self.0);
        let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
        host.strip_prefix("www.").unwrap_or(host)
    }
}

/// Why a text is not an [`HttpsUrl`]; carries the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotHttps(pub String);

impl fmt::Display for NotHttps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not an https address; write it in full, as https://example.org/page", self.0.escape_debug())
    }
}

impl std::error::Error for NotHttps {}

impl TryFrom<String> for HttpsUrl {
    type Error = NotHttps;

    /// Strict on purpose: lower-case `https://`, a host of letters, digits, `-` and dots with at least one dot, no user
    /// name, and after it only printable ASCII without quotes, angle brackets and spaces (RFC 3986).
    fn try_from(text: String) -> Result<HttpsUrl, NotHttps> {
        let Some(rest) = text.strip_prefix("https://") else { return Err(NotHttps(text)) };
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let host_good = host.contains('.')
            && !host.split('.').any(str::is_empty)
            && !host.starts_with('-')
            && !host.ends_with('-')
            && host
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'.'));
        let rest_good = rest.bytes().all(|byte| {
            byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}')
        });
        if host_good && rest_good { Ok(HttpsUrl(text)) } else { Err(NotHttps(text)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_https_addresses_pass() {
        for (text, good) in [
            ("https://example.org", true),
            ("https://www.example.org/a/b?c=d#e", true),
            ("http://example.org", false),
            ("hhttps://example.org", false),
            ("HTTPS://example.org", false),
            ("https://user@example.org/", false),
            ("https://example.org:444/", false),
            ("https://localhost/", false),
            ("https://example.org/a b", false),
            ("https://example.org/\"onclick", false),
            ("javascript:alert(1)", false),
            ("https://exаmple.org", false),
            ("", false),
        ] {
            assert_eq!(HttpsUrl::try_from(text.to_owned()).is_ok(), good, "{text}");
        }
    }

    #[test]
    fn the_host_is_named_without_www() {
        let url = HttpsUrl::try_from("https://www.thecfhk.org/post/x".to_owned()).unwrap();
        assert_eq!(url.host(), "thecfhk.org");
    }

    #[test]
    fn the_origin_is_what_a_browser_says() {
        for text in ["https://www.example.org", "https://www.example.org/a/b", "https://www.example.org?c=/d"] {
            assert_eq!(HttpsUrl::try_from(text.to_owned()).unwrap().origin(), "https://www.example.org", "{text}");
        }
    }
}
