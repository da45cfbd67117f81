//! Requests over the wire, by curl: it speaks TLS, HTTP/2 and IPv6, and changes nothing of what it is told.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};

/// What is asked.
#[derive(Clone, Debug)]
pub struct Ask {
    /// The whole address.
    pub url: String,
    /// `GET`, `HEAD`, `POST`
    pub method: &'static str,
    /// Names and values.
    pub headers: Vec<(&'static str, String)>,
}

/// What came.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Names in small letters, and values, in their order.
    pub headers: Vec<(String, String)>,
    /// As it came: not unpacked.
    pub body: Vec<u8>,
}

impl Ask {
    /// Asks for an address.
    pub fn get(url: impl Into<String>) -> Ask {
        Ask { url: url.into(), method: "GET", headers: Vec::new() }
    }

    /// The same, saying which encodings are taken. An empty text says nothing.
    pub fn taking(self, encodings: &str) -> Ask {
        if encodings.is_empty() { self } else { self.with("Accept-Encoding", encodings) }
    }

    /// The same with a header.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Ask {
        self.headers.push((name, value.into()));
        self
    }

    /// The same with another method.
    pub fn by(self, method: &'static str) -> Ask {
        Ask { method, ..self }
    }
}

impl Answer {
    /// All values of a header.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.headers.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect()
    }

    /// The first value of a header, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.all(name).first().copied().unwrap_or_default()
    }
}

/// How the made-up names are found on this machine.
#[derive(Clone, Debug)]
pub struct Line {
    /// Host names that are here.
    pub hosts: Vec<String>,
    /// Ports that they are reached at.
    pub ports: Vec<u16>,
    /// `127.0.0.1` or `[::1]`
    pub address: &'static str,
    /// The certificate that is believed.
    pub certificate: PathBuf,
    /// A folder for answers.
    pub folder: PathBuf,
}

impl Line {
    /// Asks for everything over as few connections as possible; answers come in the order of the questions.
    pub fn ask(&self, asks: &[Ask]) -> Result<Vec<Answer>> {
        let _ = std::fs::remove_dir_all(&self.folder);
        std::fs::create_dir_all(&self.folder)?;
        let mut script = String::new();
        for (at, ask) in asks.iter().enumerate() {
            if at > 0 {
                script.push_str("next\n");
            }
            self.write(&mut script, at, ask)?;
        }
        let file = self.folder.join("asks");
        std::fs::write(&file, script)?;
        let output = Command::new("curl").arg("-q").arg("-K").arg(&file).output().context("could not start curl")?;
        let said = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "{}", said.lines().next().unwrap_or("curl failed"));
        let answers = asks.iter().enumerate();
        answers.map(|(at, ask)| self.read(at, ask).with_context(|| format!("{ask:?}"))).collect()
    }

    /// Asks for one thing.
    pub fn one(&self, ask: Ask) -> Result<Answer> {
        self.ask(&[ask])?.pop().context("no answer")
    }

    fn write(&self, script: &mut String, at: usize, ask: &Ask) -> Result<()> {
        writeln!(script, "silent\nshow-error\npath-as-is\ngloboff\nmax-time = 30\nurl = \"{}\"", ask.url)?;
        writeln!(script, "dump-header = \"{}\"\noutput = \"{}\"", self.head(at).display(), self.body(at).display())?;
        writeln!(script, "cacert = \"{}\"", self.certificate.display())?;
        for (host, port) in self.hosts.iter().flat_map(|host| self.ports.iter().map(move |port| (host, port))) {
            writeln!(script, "resolve = \"{host}:{port}:{}\"", self.address)?;
        }
        match ask.method {
            "GET" => {}
            "HEAD" => script.push_str("head\n"),
            method => writeln!(script, "request = \"{method}\"")?,
        }
        for (name, value) in &ask.headers {
            writeln!(script, "header = \"{name}: {}\"", value.replace('"', "\\\""))?;
        }
        Ok(())
    }

    fn head(&self, at: usize) -> PathBuf {
        self.folder.join(format!("{at}.head"))
    }

    fn body(&self, at: usize) -> PathBuf {
        self.folder.join(format!("{at}.body"))
    }

    fn read(&self, at: usize, ask: &Ask) -> Result<Answer> {
        let head = std::fs::read_to_string(self.head(at)).context("no answer")?;
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).context("no status")?.parse()?;
        let headers = lines.filter_map(|line| line.split_once(':'));
        let headers = headers.map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned())).collect();
        // curl shows the head of an answer to HEAD once more.
        let body = if ask.method == "HEAD" { Vec::new() } else { read_if_any(&self.body(at))? };
        Ok(Answer { status, headers, body })
    }
}

/// An answer without a body leaves no file.
fn read_if_any(file: &Path) -> Result<Vec<u8>> {
    match std::fs::read(file) {
        Ok(body) => Ok(body),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => bail!("{}: {error}", file.display()),
    }
}
