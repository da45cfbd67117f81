//! From the bytes of campaign files to everything that would be published, in memory, and to everything wrong with it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::sync::Arc;

use serde_json::Value;

use campaign::Campaign;
use campaign::check::text::is_hidden;
use campaign::check::{Folder, Neighbours, check};
use campaign::sentence::line;
use files::Files;
use places::congress::State;
use publish::{Materials, Program, Sources, draw};
use visit::island::LivePage;

use super::audit::{self, PUBLIC_URL};

/// Stands between the files in one input: `campaign.json`, `en.json`, and a list of people if need be.
pub const BETWEEN: &str = "\n----\n";

/// What a case came to.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The files have faults, and each is told safely: as here.
    Refused(Vec<String>),
    /// The files are sound, and so is what is made of them.
    Published,
}

/// Whatever keeps pages from being drawn.
pub type Problem = Box<dyn Error + Send + Sync>;

/// Draws pages without writing them.
pub struct Press {
    materials: RefCell<Materials>,
}

impl Press {
    /// Reads everything but campaigns. Runs in the project's folder.
    pub fn new() -> Result<Press, Problem> {
        let mut files = Files::default();
        for folder in ["data", "assets"] {
            files.read_folder(Path::new(folder), |_| Some(u64::MAX));
        }
        files.read_file(Path::new("site.toml"));
        let sources = Sources {
            files,
            campaigns: "campaigns".into(),
            data: "data".into(),
            site: "site.toml".into(),
            assets: "assets".into(),
            scripts: "assets".into(),
            public_url: Some(PUBLIC_URL.to_owned()),
            program: Program { glue: "undersigned-test.js".to_owned(), ..Program::default() },
            ..Sources::default()
        };
        let mut materials = Materials::of(&sources, Vec::new())?;
        // A directory page differs from the next one in nothing that comes from a campaign.
        materials.states = State::from_code("VT").into_iter().collect();
        Ok(Press { materials: RefCell::new(materials) })
    }

    /// Checks the files of an input, publishes them if they are sound, and looks at all that comes out.
    pub fn try_input(&self, input: &[u8]) -> Result<Outcome, Vec<String>> {
        let text = String::from_utf8_lossy(input);
        let files = ["campaign.json", "en.json", "people.csv"].into_iter().zip(text.split(BETWEEN));
        let files = files.map(|(name, content)| (name.to_owned(), content.as_bytes().to_vec())).collect();
        match check(&Folder { name: "x".to_owned(), files, ..Folder::default() }, &Neighbours::new()) {
            Ok(campaign) => self.publish(campaign),
            Err(faults) => {
                let lines: Vec<String> = faults.iter().map(line).collect();
                match lines.iter().any(|line| line.chars().any(is_hidden)) {
                    true => Err(lines.iter().map(|line| format!("may drive a terminal: {line:?}")).collect()),
                    false => Ok(Outcome::Refused(lines)),
                }
            }
        }
    }

    /// The pages of a sound campaign, by their path.
    pub fn pages(&self, campaign: Campaign) -> Result<Vec<(String, String)>, Problem> {
        let mut materials = self.materials.borrow_mut();
        materials.campaigns = vec![Arc::new(campaign)];
        let texts =
            draw(&materials)?.into_iter().filter_map(|file| Some((file.path, String::from_utf8(file.bytes).ok()?)));
        Ok(texts.collect())
    }

    /// Everything that the last sound input became.
    pub fn published(&self) -> BTreeMap<String, String> {
        let files = draw(&self.materials.borrow()).unwrap_or_default().into_iter();
        files.filter_map(|file| Some((file.path, String::from_utf8(file.bytes).ok()?))).collect()
    }

    fn publish(&self, campaign: Campaign) -> Result<Outcome, Vec<String>> {
        let title = campaign.words.values().next().map(|words| words.title.clone()).unwrap_or_default();
        let files = self.pages(campaign).map_err(|problem| vec![problem.to_string()])?;
        let policies = files.iter().find(|(path, _)| path == "_headers").map(|(_, text)| text.as_str());
        let mut faults = Vec::new();
        for (path, text) in &files {
            if path.ends_with(".html") {
                faults.extend(audit::page(path, text, &policy(policies.unwrap_or_default(), path)));
                faults.extend(codes(text).iter().flat_map(|code| audit::pasted(path, code)));
                faults.extend(island_fault(text, &files, &title).map(|fault| format!("{path}: {fault}")));
            } else if path.starts_with("oembed/") {
                let answer: Value = serde_json::from_str(text).unwrap_or_default();
                faults.extend(audit::pasted(path, answer.get("html").and_then(Value::as_str).unwrap_or("<no code>")));
            }
        }
        if faults.is_empty() { Ok(Outcome::Published) } else { Err(faults) }
    }
}

/// The policy in the Netlify file that fits a page.
fn policy(rules: &str, path: &str) -> String {
    let address = ["/sub/", path.strip_suffix("index.html").unwrap_or(path)].concat();
    let mut fits = false;
    for line in rules.lines() {
        match (line.strip_prefix("  Content-Security-Policy: "), line.strip_suffix('*')) {
            (Some(policy), _) if fits => return policy.to_owned(),
            _ if line.starts_with(' ') => {}
            (_, Some(start)) => fits = address.starts_with(start),
            (_, None) => fits = address == line,
        }
    }
    String::new()
}

/// Code that is offered for pasting.
fn codes(page: &str) -> Vec<String> {
    let Ok(selector) = scraper::Selector::parse("pre") else { return Vec::new() };
    let html = scraper::Html::parse_document(page);
    html.select(&selector).map(|code| code.text().collect::<String>()).filter(|code| code.contains('<')).collect()
}

/// Live parts must read exactly the words of the campaign.
fn island_fault(page: &str, files: &[(String, String)], title: &str) -> Option<String> {
    let selector = scraper::Selector::parse("[data-island]").ok()?;
    let html = scraper::Html::parse_document(page);
    let texts = |address: &str| -> Option<Vec<String>> {
        let path = address.strip_prefix("/sub/")?;
        let (_, json) = files.iter().find(|(known, _)| known == path)?;
        serde_json::from_str(json).ok()
    };
    let reads_other_words = |addresses: &str| {
        let island: Option<Vec<Vec<String>>> = addresses.split(' ').map(texts).collect();
        island.and_then(|files| LivePage::from_island(files.concat())).is_none_or(|live| live.title != title)
    };
    let mut islands = html.select(&selector).filter_map(|part| part.attr("data-island"));
    islands.find(|address| reads_other_words(address)).map(|address| format!("a part reads other words: {address}"))
}
