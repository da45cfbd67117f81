//! Addresses as people, programs and attackers write them, and requests that hope to be told less.

use anyhow::{Context as _, Result, ensure};

use super::Served;
use crate::asking::{Answer, Ask};

/// Paths that lead around a folder or past one, in every spelling that a browser sends as it is, and some that only other
/// programs send. Some name a file, some nothing; rules that look at the path alone take them for something else.
const DEVIOUS: &[&str] = &[
    "/x/..",
    "/x%2f..",
    "//x/..",
    "/x/../",
    "/404.html/..",
    "/data%2f..",
    "/data/..%2f",
    "/data%2F%2e%2e",
    "/logos/..%2findex.html",
    "/c/example-one/en/..",
    "/c/example-one/en/..%2f",
    "/c/example-one/en/../en/",
    "/e/..%2fc/example-one/en/",
    "/e/%2e%2e%2Fc%2Fexample-one%2Fen",
    "/e/x%2f..%2f..%2fc/example-one/en/",
    "/E/..%2fc/example-one/en/",
    "/partners/..%2fe/example-one/en/",
    "/embed/..%2fc/example-one/en/",
    "/_hosting/..%2fc/example-one/en/",
    "/c%2fexample-one%2fen%2f",
    "/c/example-one/en%2F",
    "//c//example-one//en//",
    "//embed/v1.js/",
    "/embed/v1.js/",
    "/embed/v1.js/.",
    "/c/example-one/en/index.html/",
    "/c/example-one/en/index.html/.",
    "/c/example-one/en/index.html/..",
    "/C/example-one/en/",
    "/c/Example-One/en/",
    "/E/example-one/EN/",
    "/INDEX.HTML",
    "/Data/",
    "/_Headers",
    "/c/example-one/en/INDEX.html",
    "/c/example-one/en/;x",
    "/c/example-one/en/%3Fp=x",
    "/e/example-one/en/%23act",
    "/e/example-one/en/%20",
    "/e/example-one/en/%00",
    "/e/%5c..%5cc/example-one/en/",
    "/e/%0d%0aX-Planted:%201/",
    "/e/%ff/",
    "/e/50%-off/",
    "/%",
    "/%zz",
    "/e/example-one/en?x=%0d%0aX-Planted:%201",
    "//x.example.org/%2e%2e",
    "/icons/",
    "/cgi-bin/",
    "/index.php",
];

/// A name that no file system has.
const TOO_LONG: usize = 300;

impl Served<'_> {
    /// What people leave out, double or spell out leads to the page they mean.
    pub(super) fn addresses_may_be_written_otherwise(&self) -> Result<()> {
        let id = &self.site.campaigns[0];
        for (path, meant) in [
            (format!("/%63/{id}/en/"), format!("/c/{id}/en/")),
            (format!("/%65/{id}/%65n/"), format!("/e/{id}/en/")),
            (format!("/e/{id}/en/?theme=dark"), format!("/e/{id}/en/")),
            (format!("/e//{id}/en/"), format!("/e/{id}/en/")),
            (format!("/c/./{id}/en/"), format!("/c/{id}/en/")),
            (format!("/c/{id}/en/index.html"), format!("/c/{id}/en/")),
            (format!("/e/{id}/en/index.html"), format!("/e/{id}/en/")),
            ("/index.html".to_owned(), "/".to_owned()),
            (format!("/c/{id}"), format!("/c/{id}/")),
            (format!("/c/{id}/en"), format!("/c/{id}/en/")),
            (format!("/e/{id}/en"), format!("/e/{id}/en/")),
            (format!("/e/{id}/en?theme=dark"), format!("/e/{id}/en/")),
            (format!("/partners/{id}"), format!("/partners/{id}/")),
            ("/embed/%761.js".to_owned(), "/embed/v1.js".to_owned()),
        ] {
            let whole = self.line.one(Ask::get(self.at(&meant)))?;
            let answer = self.line.one(Ask::get(self.at(&path)))?;
            if (301..=308).contains(&answer.status) {
                let to = answer.header("location");
                let query = path.split_once('?').map_or(String::new(), |(_, query)| ["?", query].concat());
                let own = [self.site.base(), &meant, &query].concat();
                let there = [self.at(&meant), query].concat();
                ensure!(
                    [own, there].contains(&to.to_owned())
                        || to == "./"
                        || to == format!("{}/", path.rsplit('/').next().unwrap_or_default()),
                    "{path} leads to {to}"
                );
                continue;
            }
            ensure!(answer.status == 200 && answer.body == whole.body, "{path}: {}", answer.status);
            self.has_row(&answer, &meant).with_context(|| path.clone())?;
        }
        Ok(())
    }

    /// Whatever way a path is written, what comes is a file with the headers of that file, a way to another address of this
    /// site, or the page for what is missing, with its own.
    pub(super) fn headers_are_those_of_what_is_served(&self) -> Result<()> {
        let files = self.site.files()?;
        let page = std::fs::read(self.site.folder.join("404.html"))?;
        let too_long = ["/e/", &"x".repeat(TOO_LONG)].concat();
        for path in DEVIOUS.iter().copied().chain([too_long.as_str()]) {
            // Caddy ends the connection if a path is none.
            let Ok(answer) = self.line.one(Ask::get(self.at(path))) else {
                ensure!(path.contains("/%") || path.contains("%-"), "{path}: no answer");
                continue;
            };
            ensure!(answer.all("x-planted").is_empty(), "{path} plants a header");
            let right = match answer.status {
                200 => {
                    // The newest script is there under two names.
                    let same = files.iter().filter(|(_, content)| **content == answer.body);
                    let rows = same.map(|(file, _)| self.has_row(&answer, &Self::path_of(file)));
                    rows.reduce(Result::or).context("no file of the site")?
                }
                301..=308 => self.stays_here(&answer),
                _ => self.is_refused(&answer, &page, None),
            };
            right.with_context(|| format!("{path}: {}", answer.status))?;
        }
        Ok(())
    }

    /// Two slashes at the beginning would name another host.
    fn stays_here(&self, answer: &Answer) -> Result<()> {
        let to = answer.header("location");
        let is_path = to.starts_with('/') && !to.starts_with("//");
        let root = self.url.strip_suffix(self.site.base()).unwrap_or(&self.url);
        ensure!(is_path || to.starts_with(&[root, "/"].concat()), "leads to {to}");
        Ok(())
    }

    /// A browser may have had a page there, or this very page somewhere else, and asks whether it is still the same.
    pub(super) fn what_is_missing_is_never_empty(&self) -> Result<()> {
        let page = std::fs::read(self.site.folder.join("404.html"))?;
        let path = "/e/nobody/en/";
        let known = self.line.one(Ask::get(self.at("/404.html")))?;
        for (name, value) in [
            ("If-None-Match", known.header("etag")),
            ("If-None-Match", "*"),
            ("If-None-Match", "W/\"another\""),
            ("If-Modified-Since", known.header("last-modified")),
            ("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT"),
            ("If-Match", "\"another\""),
            ("If-Unmodified-Since", "Mon, 01 Jan 2001 00:00:00 GMT"),
            ("Range", "bytes=0-9"),
            ("Range", "bytes=99999999-"),
        ] {
            let answer = self.line.one(Ask::get(self.at(path)).with(name, value))?;
            self.is_missing(&answer, &page, None).with_context(|| format!("{path} with {name}: {value}"))?;
        }
        Ok(())
    }
}
