//! Fetches a file of somebody else's, and expects the worst of it.

use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use ureq::Agent;
use ureq::http::{Response, Uri};
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};

/// How often a redirect on the same host is followed.
const REDIRECTS: usize = 5;

/// What somebody who fetches may wait for, and how much they take.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// For one attempt, from the first byte asked to the last byte read.
    pub timeout: Duration,
    /// How many more attempts there are after the first.
    pub retries: u32,
    /// Before the second attempt; twice as long before each further one.
    pub pause: Duration,
    /// More bytes than this are refused.
    pub most: u64,
}

/// A file as it came.
#[derive(Debug)]
pub enum Fetched {
    /// It is the one that the tag names.
    Unchanged,
    /// Its bytes, and the tag by which to ask whether it changed.
    File(Vec<u8>, Option<String>),
}

/// Why there is no file.
#[derive(Debug, thiserror::Error)]
pub enum FetchFault {
    /// Its address is none that is asked; which.
    #[error("`{0}` is not an https address")]
    Address(String),
    /// It is longer than allowed: how many bytes are.
    #[error("longer than {0} bytes")]
    TooLong(u64),
    /// The host sends elsewhere; where.
    #[error("redirects to `{0}`; if it has moved, enter that address in reviewed.toml")]
    Elsewhere(String),
    /// The host answers with this status.
    #[error("the host answered with status {0}")]
    Status(u16),
    /// The connection fails, the certificate is wrong, or it takes too long.
    #[error("{0}")]
    Connection(ureq::Error),
    /// It breaks off or stalls.
    #[error("was interrupted: {0}")]
    Body(std::io::Error),
    /// The file with authorities is unusable.
    #[error("{0}")]
    Authorities(String),
}

impl FetchFault {
    /// Whether it may be different in a moment.
    fn is_passing(&self) -> bool {
        match self {
            FetchFault::Status(status) => matches!(status, 408 | 429 | 500..=599),
            FetchFault::Connection(error) => !matches!(
                error,
                ureq::Error::Tls(_) | ureq::Error::Rustls(_) | ureq::Error::BadUri(_) | ureq::Error::InvalidProxyUrl
            ),
            FetchFault::Body(_) => true,
            FetchFault::Address(_) | FetchFault::TooLong(_) | FetchFault::Elsewhere(_) | FetchFault::Authorities(_) => {
                false
            }
        }
    }

    /// Whether the file, rather than the way to it, is at fault.
    pub fn is_refusal(&self) -> bool {
        matches!(self, FetchFault::Address(_) | FetchFault::TooLong(_) | FetchFault::Elsewhere(_))
    }
}

/// Fetches files, one after another.
pub struct Fetcher {
    agent: Agent,
    patience: Patience,
}

impl Fetcher {
    /// Trusts the authorities that browsers trust or, if a PEM file is named, those in it instead. Goes through the proxy
    /// that `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` say.
    pub fn new(patience: Patience, authorities: Option<&Path>) -> Result<Fetcher, FetchFault> {
        let roots = match authorities {
            None => RootCerts::WebPki,
            Some(path) => RootCerts::Specific(Arc::new(certificates(path)?)),
        };
        let config = Agent::config_builder()
            .https_only(true)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(patience.timeout))
            .user_agent(concat!("undersigned/", env!("CARGO_PKG_VERSION")))
            .tls_config(TlsConfig::builder().root_certs(roots).build());
        Ok(Fetcher { agent: config.build().into(), patience })
    }

    /// Fetches a file, again if what is wrong may pass. `tag` names the copy that is there already.
    pub fn fetch(&self, address: &str, tag: Option<&str>) -> Result<Fetched, FetchFault> {
        let mut pause = self.patience.pause;
        let mut left = self.patience.retries;
        loop {
            match self.attempt(address, tag) {
                Err(fault) if fault.is_passing() && left > 0 => {
                    std::thread::sleep(pause);
                    pause *= 2;
                    left -= 1;
                }
                outcome => return outcome,
            }
        }
    }

    fn attempt(&self, address: &str, tag: Option<&str>) -> Result<Fetched, FetchFault> {
        let mut url = https(address)?;
        for _ in 0..=REDIRECTS {
            let mut request = self.agent.get(&url);
            if let Some(tag) = tag {
                request = request.header("If-None-Match", tag);
            }
            let response = request.call().map_err(FetchFault::Connection)?;
            match response.status().as_u16() {
                200 => return self.body(response),
                304 if tag.is_some() => return Ok(Fetched::Unchanged),
                301 | 302 | 303 | 307 | 308 => {
                    url = redirected(&url, header(&response, "location").unwrap_or_default())?
                }
                status => return Err(FetchFault::Status(status)),
            }
        }
        Err(FetchFault::Elsewhere(url.to_string()))
    }

    fn body(&self, response: Response<ureq::Body>) -> Result<Fetched, FetchFault> {
        let most = self.patience.most;
        let tag = header(&response, "etag").map(str::to_owned);
        let length = header(&response, "content-length").and_then(|text| text.parse::<u64>().ok());
        if length.is_some_and(|length| length > most) {
            return Err(FetchFault::TooLong(most));
        }
        let mut bytes = Vec::new();
        let mut reader = response.into_body().into_reader().take(most + 1);
        reader.read_to_end(&mut bytes).map_err(FetchFault::Body)?;
        if bytes.len() as u64 > most {
            return Err(FetchFault::TooLong(most));
        }
        if length.is_some_and(|length| length != bytes.len() as u64) {
            return Err(FetchFault::Body(std::io::ErrorKind::UnexpectedEof.into()));
        }
        Ok(Fetched::File(bytes, tag))
    }
}

/// An https address with a host and without a user name.
fn https(address: &str) -> Result<Uri, FetchFault> {
    let uri = address.parse::<Uri>().ok().filter(|uri| uri.scheme_str() == Some("https"));
    uri.filter(|uri| uri.authority().is_some_and(|authority| !authority.as_str().contains('@')))
        .ok_or_else(|| FetchFault::Address(address.to_owned()))
}

/// Where a redirect leads, as long as it stays on its host.
fn redirected(from: &Uri, to: &str) -> Result<Uri, FetchFault> {
    let authority = |uri: &Uri| uri.authority().map(ToString::to_string).unwrap_or_default();
    let path = to.starts_with('/') && !to.starts_with("//");
    let whole = if path { format!("https://{}{to}", authority(from)) } else { to.to_owned() };
    let found = https(&whole).ok().filter(|uri| authority(uri) == authority(from));
    found.ok_or_else(|| FetchFault::Elsewhere(to.to_owned()))
}

fn header<'a>(response: &'a Response<ureq::Body>, name: &str) -> Option<&'a str> {
    response.headers().get(name).and_then(|value| value.to_str().ok())
}

fn certificates(path: &Path) -> Result<Vec<Certificate<'static>>, FetchFault> {
    let failed = |problem: &dyn std::fmt::Display| FetchFault::Authorities(format!("{}: {problem}", path.display()));
    let text = std::fs::read(path).map_err(|error| failed(&error))?;
    let mut found = Vec::new();
    for item in parse_pem(&text) {
        if let PemItem::Certificate(certificate) = item.map_err(|error| failed(&error))? {
            found.push(certificate);
        }
    }
    if found.is_empty() { Err(failed(&"no certificates")) } else { Ok(found) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn redirects_stay_on_their_host() {
        let from = https("https://records.example.org/a/b.json").unwrap();
        for (to, expected) in [
            ("/c.json", Some("https://records.example.org/c.json")),
            ("https://records.example.org/c.json", Some("https://records.example.org/c.json")),
            ("http://records.example.org/c.json", None),
            ("https://records.example.org:444/c.json", None),
            ("https://records.example.org.evil.example/c.json", None),
            ("https://records.example.org@evil.example/c.json", None),
            ("https://evil.example/c.json", None),
            ("//evil.example/c.json", None),
            ("", None),
            ("c.json", None),
        ] {
            assert_eq!(redirected(&from, to).ok().map(|uri| uri.to_string()).as_deref(), expected, "{to}");
        }
        for address in ["http://example.org/a", "ftp://example.org/a", "file:///etc/passwd", "", "data/us"] {
            assert!(matches!(https(address), Err(FetchFault::Address(_))), "{address}");
        }
    }
}
