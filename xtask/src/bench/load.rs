//! How many visits a common server carries: nginx from Debian with the shipped header file and the compressed twins, on this
//! machine, asked by wrk.

mod answers;
mod nginx;

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use crate::bytes;
use crate::process;
use crate::tools::packages;
use crate::visit::{Stage, Visitor};
use crate::webdriver::Engine;
use answers::Answers;
use nginx::Nginx;

/// How long each measure takes, in seconds.
const SECONDS: u32 = 8;

/// How many ask at once.
const CONNECTIONS: u32 = 64;

const DAY: f64 = 86_400.0;

/// The busiest second of a day has so many times the visits of an average one.
const RUSH: f64 = 10.0;

/// So many places of a CDN fetch a campaign's pages by themselves.
const PLACES: f64 = 100.0;

/// Landing page and embed, in two languages.
const PAGES: f64 = 4.0;

/// What was measured.
#[derive(Clone, Debug)]
pub struct Load {
    /// The embed page alone.
    page: Answers,
    /// Everything that a visit to a letter asks for, in turn.
    visit: Answers,
    /// How many answers a visit needs.
    requests: usize,
    /// What a visit downloads, headers left out.
    bytes: u64,
}

/// Measures a built site. Installs nginx and wrk where it may.
pub fn measure(dist: &Path) -> Result<Load> {
    packages::ready("nginx", &["nginx", nginx::BROTLI])?;
    nginx::brotli_ready()?;
    packages::ready("wrk", &["wrk"])?;
    let paths = visited(dist)?;
    let page = paths.first().context("a visit asked for nothing")?;
    let mut bytes = 0;
    for path in &paths {
        let file = path.trim_start_matches('/');
        let file = if file.ends_with('/') { [file, "index.html"].concat() } else { file.to_owned() };
        bytes += bytes::downloaded(&dist.join(file))?;
    }
    let nginx = Nginx::start(dist)?;
    println!("Asking nginx for one page and for whole visits, {SECONDS} s each …");
    Ok(Load {
        page: ask(&nginx, std::slice::from_ref(page))?,
        visit: ask(&nginx, &paths)?,
        requests: paths.len(),
        bytes,
    })
}

/// The paths that a visit asks for, from the embed page to a letter.
fn visited(dist: &Path) -> Result<Vec<String>> {
    let stage = Stage::build(dist)?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open_embed("en")?;
    visitor.find("05401")?;
    visitor.write()?;
    Ok(stage.site.requests().into_iter().map(|request| request.path).collect())
}

fn ask(nginx: &Nginx, paths: &[String]) -> Result<Answers> {
    let list = paths.iter().map(|path| format!("{path:?}")).collect::<Vec<_>>().join(", ");
    let script = nginx.folder().join("visit.lua");
    let text = format!(
        "local paths, at = {{ {list} }}, 0\nfunction request()\n  at = at % #paths + 1\n  return wrk.format('GET', paths[at])\nend\n"
    );
    std::fs::write(&script, text).with_context(|| format!("could not write {}", script.display()))?;
    let mut wrk = Command::new("wrk");
    wrk.args(["--threads", "1", "--connections", &CONNECTIONS.to_string(), "--duration", &format!("{SECONDS}s")])
        .args(["--latency", "--header", "Accept-Encoding: br", "--header", "Host: act.example.org", "--script"])
        .arg(&script)
        .arg(nginx.origin());
    Answers::read(&process::output(&mut wrk)?)
}

impl Load {
    /// What it means, for people.
    pub fn text(&self) -> String {
        let visits = self.visit.per_second / self.requests as f64;
        let average = 1e6 / DAY;
        let from_places = PLACES * PAGES * DAY / 300.0;
        let megabits = |per_second: f64| per_second * self.visit.bytes * self.requests as f64 * 8.0 / 1e6;
        format!(
            "| | requests per second | of these, 99 % within | bytes each, headers included |\n|---|---|---|---|\n\
             | the embed page | {} | {} | {} |\n| a visit to a letter, {} requests in turn | {} | {} | {} |\n\n\
             A visit downloads {}, so {visits:.0} visits per second. A million views in a day are {average:.0} per second, and {:.0} \
             in a rush of ten times that: **{:.0} times** what is needed then. What they need is a line: {:.0} GB in the day, {:.0} \
             Mb/s on average and {:.0} Mb/s in the rush, if nobody had anything kept.\n\n\
             A CDN of {PLACES:.0} places, each asking every five minutes for the {PAGES:.0} pages of a campaign in two languages, makes \
             {} requests to the host in a day: {:.0} s of work for this machine.\n",
            thousands(self.page.per_second),
            self.page.slow,
            bytes::shown(self.page.bytes.round() as u64),
            self.requests,
            thousands(self.visit.per_second),
            self.visit.slow,
            bytes::shown(self.visit.bytes.round() as u64),
            bytes::shown(self.bytes),
            average * RUSH,
            visits / (average * RUSH),
            self.visit.bytes * self.requests as f64 * 1e6 / 1e9,
            megabits(average),
            megabits(average * RUSH),
            thousands(from_places),
            from_places / self.page.per_second,
        )
    }

    /// The same for other programs.
    pub fn report(&self) -> Value {
        let answers = |answers: &Answers| json!({ "requests_per_second": answers.per_second.round(), "bytes": answers.bytes.round(), "slow": answers.slow });
        json!({
            "page": answers(&self.page),
            "visit": answers(&self.visit),
            "requests_of_a_visit": self.requests,
            "bytes_of_a_visit": self.bytes,
        })
    }
}

/// A number as people read it: 12,345.
fn thousands(number: f64) -> String {
    let digits = format!("{number:.0}");
    let start = digits.len() % 3;
    let (head, rest) = digits.split_at(start);
    let groups = rest.as_bytes().chunks(3).map(|group| String::from_utf8_lossy(group).into_owned());
    let head = (!head.is_empty()).then(|| head.to_owned());
    head.into_iter().chain(groups).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_numbers_read_well() {
        for (number, text) in [(7.4, "7"), (999.0, "999"), (1000.0, "1,000"), (1_234_567.0, "1,234,567")] {
            assert_eq!(thousands(number), text);
        }
    }
}
