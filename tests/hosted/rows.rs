//! What every server must answer, whatever its make: the header table, row by row, for every file, however it is asked for.

mod otherwise;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result, bail, ensure};
use testbench::server::HeaderRules;

use crate::asking::{Answer, Ask, Line};
use crate::published::Site;

/// What browsers and programs say that they take, and what they then get, if there is such a copy.
const ENCODINGS: [(&str, Option<(&str, &str)>); 3] =
    [("", None), ("gzip", Some(("gzip", "gz"))), ("br", Some(("br", "br")))];

/// The same in the words of browsers, and of those who refuse an encoding.
const FURTHER_ENCODINGS: [(&str, Option<(&str, &str)>); 5] = [
    ("gzip, deflate, br, zstd", Some(("br", "br"))),
    ("gzip, deflate", Some(("gzip", "gz"))),
    ("identity", None),
    ("zstd", None),
    ("deflate;q=1.0, *;q=0", None),
];

/// A site on a server.
#[derive(Debug)]
pub struct Served<'a> {
    pub site: &'a Site,
    /// Where it is really.
    pub url: String,
    pub line: Line,
    rules: HeaderRules,
    names: BTreeSet<String>,
}

impl<'a> Served<'a> {
    pub fn new(site: &'a Site, url: String, line: Line) -> Result<Served<'a>> {
        let text = std::fs::read_to_string(site.folder.join("_headers"))?;
        let rules = HeaderRules::parse(&text).map_err(|faults| anyhow::anyhow!("{faults:?}"))?;
        let names = text.lines().filter_map(|line| line.strip_prefix("  ")?.split_once(':'));
        let names = names.map(|(name, _)| name.to_ascii_lowercase()).collect();
        Ok(Served { site, url, line, rules, names })
    }

    /// Everything.
    pub fn is_right(&self) -> Result<()> {
        self.every_file_has_its_row().context("rows")?;
        self.encodings_are_chosen().context("encodings")?;
        self.what_is_kept_is_confirmed().context("conditional requests")?;
        self.what_is_missing_says_so().context("missing")?;
        self.addresses_may_be_written_otherwise().context("other ways to write an address")?;
        self.headers_are_those_of_what_is_served().context("devious ways to write an address")?;
        self.what_is_missing_is_never_empty().context("conditional requests for what is missing")?;
        self.nothing_of_the_server_is_shown().context("hidden")?;
        self.heads_and_parts().context("HEAD and ranges")
    }

    /// The address of a path below the site's own.
    fn at(&self, path: &str) -> String {
        [&self.url, path].concat()
    }

    /// Where a file is asked for.
    fn path_of(file: &str) -> String {
        ["/", file.strip_suffix("index.html").unwrap_or(file)].concat()
    }

    /// Exactly the headers of a row: none twice, none besides.
    fn has_row(&self, answer: &Answer, path: &str) -> Result<()> {
        let path = [self.site.base(), path].concat();
        let row: BTreeMap<&str, &str> = self.rules.for_path(&path).into_iter().collect();
        for name in &self.names {
            let expected: Vec<&str> = row.get(name.as_str()).copied().into_iter().collect();
            ensure!(answer.all(name) == expected, "{path}: {name}: {:?} instead of {expected:?}", answer.all(name));
        }
        Ok(())
    }

    /// Every file, however it is asked for, with exactly the headers of its row.
    pub fn every_file_has_its_row(&self) -> Result<()> {
        let files = self.site.files()?;
        let kinds: BTreeSet<&str> =
            files.keys().filter_map(|file| file.rsplit_once('.')).map(|(_, kind)| kind).collect();
        for kind in ["bin", "html", "ico", "js", "json", "png", "svg", "wasm"] {
            ensure!(kinds.contains(kind), "the site has no file of the kind {kind}");
        }
        for (taken, given) in ENCODINGS {
            let asks: Vec<Ask> =
                files.keys().map(|file| Ask::get(self.at(&Self::path_of(file))).taking(taken)).collect();
            for ((file, content), answer) in files.iter().zip(self.line.ask(&asks)?) {
                self.is_whole(&answer, file, content, given)
                    .with_context(|| format!("{file}, asked with {taken:?}"))?;
                self.has_row(&answer, &Self::path_of(file)).with_context(|| format!("asked with {taken:?}"))?;
            }
        }
        Ok(())
    }

    /// The file or its copy, with its type, and with what caches must know.
    fn is_whole(&self, answer: &Answer, file: &str, content: &[u8], given: Option<(&str, &str)>) -> Result<()> {
        ensure!(answer.status == 200, "{}", answer.status);
        let copy = given.and_then(|(encoding, ending)| Some((encoding, self.site.copy(file, ending)?)));
        let encoding = copy.as_ref().map(|(encoding, _)| *encoding).unwrap_or_default();
        ensure!(answer.header("content-encoding") == encoding, "encoded as {:?}", answer.header("content-encoding"));
        let expected = copy.as_ref().map_or(content, |(_, copy)| copy);
        ensure!(answer.body == expected, "{} bytes instead of {}", answer.body.len(), expected.len());
        let has_copies = self.site.copy(file, "br").is_some();
        ensure!(!has_copies || varies(answer), "no Vary: {:?}", answer.header("vary"));
        ensure!(
            answer.all("content-language").is_empty() || file.contains(".en."),
            "{:?}",
            answer.all("content-language")
        );
        has_kind(answer, file)
    }

    fn encodings_are_chosen(&self) -> Result<()> {
        let file = format!("e/{}/en/index.html", self.site.campaigns[0]);
        let content = std::fs::read(self.site.folder.join(&file))?;
        let ask = |taken: &str| Ask::get(self.at(&Self::path_of(&file))).taking(taken);
        let asks: Vec<Ask> = FURTHER_ENCODINGS.iter().map(|(taken, _)| ask(taken)).collect();
        for ((taken, given), answer) in FURTHER_ENCODINGS.iter().zip(self.line.ask(&asks)?) {
            self.is_whole(&answer, &file, &content, *given).with_context(|| format!("asked with {taken:?}"))?;
        }
        Ok(())
    }

    fn what_is_kept_is_confirmed(&self) -> Result<()> {
        let files = self.one_of_each_kind()?;
        for (taken, _) in ENCODINGS {
            for (file, answer) in files.iter().zip(self.line.ask(&self.asks(&files, taken))?) {
                let path = Self::path_of(file);
                let again = |name, value: &str| Ask::get(self.at(&path)).taking(taken).with(name, value);
                ensure!(!answer.header("etag").is_empty() && !answer.header("last-modified").is_empty(), "{path}");
                let confirmed = self.line.ask(&[
                    again("If-None-Match", answer.header("etag")),
                    again("If-Modified-Since", answer.header("last-modified")),
                    again("If-None-Match", "\"another\""),
                ])?;
                for answer in &confirmed[..2] {
                    ensure!(answer.status == 304 && answer.body.is_empty(), "{path} ({taken:?}): {}", answer.status);
                    self.has_row(answer, &path)?;
                    ensure!(varies(answer), "{path} ({taken:?}): a 304 without Vary");
                }
                ensure!(confirmed[2].status == 200, "{path} ({taken:?}): {}", confirmed[2].status);
            }
        }
        Ok(())
    }

    fn asks(&self, files: &[String], taken: &str) -> Vec<Ask> {
        files.iter().map(|file| Ask::get(self.at(&Self::path_of(file))).taking(taken)).collect()
    }

    fn one_of_each_kind(&self) -> Result<Vec<String>> {
        let files = self.site.files()?.into_keys().rev();
        let by_kind: BTreeMap<String, String> =
            files.map(|file| (file.rsplit('.').next().unwrap_or_default().to_owned(), file)).collect();
        Ok(by_kind.into_values().collect())
    }

    /// The helpful page, with the same headers everywhere, and nobody keeps it.
    pub fn what_is_missing_says_so(&self) -> Result<()> {
        let page = std::fs::read(self.site.folder.join("404.html"))?;
        let id = &self.site.campaigns[0];
        let program = self.site.files()?.into_keys().find(|file| file.ends_with(".wasm")).context("no Wasm")?;
        let paths = [
            "/nowhere".to_owned(),
            "/nowhere/".to_owned(),
            "/nowhere.html".to_owned(),
            "/e/".to_owned(),
            format!("/e/{id}/xx/"),
            format!("/e/{id}/en/nowhere"),
            "/e/nobody/en/?theme=dark".to_owned(),
            format!("/c/{id}/en/nowhere/"),
            "/c/nobody/".to_owned(),
            "/partners/nobody/".to_owned(),
            "/data/congress-00000000.bin".to_owned(),
            "/data/".to_owned(),
            "/data/parts/nobody.json".to_owned(),
            format!("/{program}.map"),
            "/logos/nobody/x.svg".to_owned(),
            "/pictures/nobody.png".to_owned(),
            "/oembed/nobody.en.json".to_owned(),
            "/embed/v9.js".to_owned(),
        ];
        for (taken, given) in ENCODINGS {
            let asks: Vec<Ask> = paths.iter().map(|path| Ask::get(self.at(path)).taking(taken)).collect();
            for (path, answer) in paths.iter().zip(self.line.ask(&asks)?) {
                self.is_missing(&answer, &page, given).with_context(|| format!("{path}, asked with {taken:?}"))?;
            }
        }
        Ok(())
    }

    fn is_missing(&self, answer: &Answer, page: &[u8], given: Option<(&str, &str)>) -> Result<()> {
        ensure!(answer.status == 404, "{}", answer.status);
        self.is_refused(answer, page, given)
    }

    /// The same page, whatever the status.
    fn is_refused(&self, answer: &Answer, page: &[u8], given: Option<(&str, &str)>) -> Result<()> {
        let copy = given.and_then(|(_, ending)| self.site.copy("404.html", ending));
        ensure!(
            answer.body == copy.as_deref().unwrap_or(page),
            "another page: {}",
            String::from_utf8_lossy(&answer.body)
        );
        ensure!(answer.header("cache-control") == "no-store", "kept: {}", answer.header("cache-control"));
        has_kind(answer, "404.html")?;
        self.has_row(answer, "/404.html")
    }

    /// `https://example.org/act`
    pub fn its_own_name_needs_no_slash(&self) -> Result<()> {
        let answer = self.line.one(Ask::get(self.url.as_str()))?;
        let to = [self.site.base(), "/"].concat();
        let location = answer.header("location");
        ensure!([301, 302, 308].contains(&answer.status) && location.ends_with(&to), "{}: {location}", answer.status);
        Ok(())
    }

    /// Without TLS, each address leads to the same one with it, and the proof for a certificate can be fetched.
    pub fn plain_addresses_lead_on(&self, port: u16) -> Result<()> {
        let (host, base) = (self.site.host(), self.site.base());
        for path in ["/", "/e/example-one/en/?theme=dark&x=%C3%B8", "/nowhere"] {
            let answer = self.line.one(Ask::get(format!("http://{host}:{port}{base}{path}")))?;
            let location = answer.header("location");
            // Where no port is named, it is that of TLS; on this machine it is another.
            let (start, end) = location.split_once(host).with_context(|| format!("{path} leads to {location:?}"))?;
            let end = end.strip_prefix(&self.url[self.url.rfind(':').unwrap_or(0)..]).unwrap_or(end);
            ensure!([301, 308].contains(&answer.status) && start == "https://", "{path}: {} {location}", answer.status);
            ensure!(end == [base, path].concat(), "{path} leads to {location}");
        }
        Ok(())
    }

    /// What the guide asks for to see whether all is right, and what it says that one then sees.
    pub fn looks_as_the_guide_says(heads: &[String]) -> Result<()> {
        let [frame, landing, missing, script] = heads else { bail!("{} answers: {heads:?}", heads.len()) };
        let policy = |head: &str| {
            let line = head.lines().find_map(|line| line.strip_prefix("content-security-policy: "));
            line.map(str::to_owned).with_context(|| format!("no policy in {head}"))
        };
        ensure!(policy(landing)?.ends_with("frame-ancestors 'none'"), "{landing}");
        ensure!(
            !policy(frame)?.contains("frame-ancestors") && policy(frame)? == policy(missing)?,
            "{frame}\n{missing}"
        );
        for (head, status, lines) in [
            (frame, "200", &["cross-origin-embedder-policy: require-corp"][..]),
            (landing, "200", &[]),
            (missing, "404", &["cache-control: no-store"]),
            (script, "200", &["content-encoding: br", "vary: accept-encoding", "access-control-allow-origin: *"]),
        ] {
            ensure!(head.split(' ').nth(1).is_some_and(|found| found.starts_with(status)), "no {status}: {head}");
            for line in lines {
                ensure!(head.lines().any(|found| found == *line), "no {line}: {head}");
            }
        }
        Ok(())
    }

    /// Neither files for servers nor what somebody forgot there, nor anything above the folder.
    fn nothing_of_the_server_is_shown(&self) -> Result<()> {
        let page = std::fs::read(self.site.folder.join("404.html"))?;
        for path in [
            "/_headers",
            "/_hosting/nginx.conf",
            "/_hosting/apache.htaccess",
            "/_hosting/",
            "/.htaccess",
            "/.git/config",
            "/%2egit/config",
            "/.hidden",
        ] {
            let answer = self.line.one(Ask::get(self.at(path)))?;
            // Apache has a rule of its own for some of these.
            ensure!([403, 404].contains(&answer.status), "{path}: {}", answer.status);
            self.is_refused(&answer, &page, None).with_context(|| path.to_owned())?;
        }
        for path in
            ["/../../../../etc/passwd", "/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "/e/..%2f..%2f..%2f..%2fetc/passwd"]
        {
            let answer = self.line.one(Ask::get(self.at(path)))?;
            ensure!(!String::from_utf8_lossy(&answer.body).contains("root:x:"), "{path} shows the machine's files");
        }
        Ok(())
    }

    fn heads_and_parts(&self) -> Result<()> {
        let files = self.one_of_each_kind()?;
        for file in &files {
            let path = Self::path_of(file);
            let content = std::fs::read(self.site.folder.join(file))?;
            let ask = || Ask::get(self.at(&path));
            let answers = self.line.ask(&[
                ask().by("HEAD"),
                ask().with("Range", "bytes=0-9"),
                ask().with("Range", "bytes=99999999-"),
                ask().with("If-Match", "\"another\""),
                ask().with("If-Unmodified-Since", "Mon, 01 Jan 2001 00:00:00 GMT"),
            ])?;
            ensure!(answers[0].status == 200 && answers[0].body.is_empty(), "HEAD {path}: {}", answers[0].status);
            self.has_row(&answers[0], &path).with_context(|| format!("HEAD {path}"))?;
            has_kind(&answers[0], file)?;
            match answers[1].status {
                206 => ensure!(answers[1].body == content[..10], "a part of {path}"),
                status => ensure!(status == 200 && answers[1].body == content, "a part of {path}: {status}"),
            }
            self.has_row(&answers[1], &path).with_context(|| format!("a part of {path}"))?;
            // What fails is not kept, and above all not for ever.
            for answer in answers[2..].iter().filter(|answer| answer.status >= 400) {
                ensure!(!answer.header("cache-control").contains("max-age"), "{path}: a {} is kept", answer.status);
            }
        }
        let missing = self.line.one(Ask::get(self.at("/data/nothing.bin")).by("HEAD"))?;
        ensure!(missing.status == 404, "HEAD of nothing: {}", missing.status);
        self.has_row(&missing, "/404.html").context("HEAD of nothing")
    }
}

fn varies(answer: &Answer) -> bool {
    let names = answer.all("vary").join(",").to_ascii_lowercase();
    names.split(',').any(|name| name.trim() == "accept-encoding")
}

/// The type of a file, and the charset of text.
fn has_kind(answer: &Answer, file: &str) -> Result<()> {
    let kind = answer.header("content-type").to_ascii_lowercase();
    let (kind, charset) = kind.split_once(';').map_or((kind.as_str(), ""), |(kind, charset)| (kind, charset.trim()));
    let expected: &[&str] = match file.rsplit_once('.').map(|(_, kind)| kind) {
        Some("html") => &["text/html"],
        Some("js") => &["text/javascript"],
        Some("json") => &["application/json"],
        Some("wasm") => &["application/wasm"],
        Some("bin") => &["application/octet-stream"],
        Some("png") => &["image/png"],
        Some("svg") => &["image/svg+xml"],
        Some("ico") => &["image/x-icon", "image/vnd.microsoft.icon"],
        _ => return Ok(()),
    };
    ensure!(expected.contains(&kind), "{file} is of the type {kind:?}");
    let needs_charset = ["text/html", "text/javascript"].contains(&kind);
    ensure!(!needs_charset || charset == "charset=utf-8", "{file}: {charset:?}");
    Ok(())
}
