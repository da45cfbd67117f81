//! Sites that are published for these tests: made-up campaigns, with every kind of file that a site can have.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use testbench::compress::compress_folder;
use testbench::process;
use testbench::tools::{Tool, Toolbox};
use testbench::workspace;

use crate::built;

/// A published site.
#[derive(Clone, Debug)]
pub struct Site {
    /// Where it says that it is.
    pub url: String,
    /// Its files.
    pub folder: PathBuf,
    /// The ids of its campaigns.
    pub campaigns: Vec<String>,
}

/// The sites of all tests.
#[derive(Debug)]
pub struct Sites {
    /// `https://act.example.org`, with two campaigns.
    pub act: Site,
    /// `https://other.example.org`, with a campaign of another accent.
    pub other: Site,
    /// `https://example.org/act`
    pub below: Site,
    /// `https://example.org/petition`, with a campaign of another accent.
    pub beside: Site,
}

impl Site {
    /// The host's name.
    pub fn host(&self) -> &str {
        let host = self.url.split_once("://").map_or(self.url.as_str(), |(_, rest)| rest);
        host.split(['/', ':']).next().unwrap_or(host)
    }

    /// What stands in front of every path: empty, or `/act`.
    pub fn base(&self) -> &str {
        let rest = self.url.split_once("://").map_or(self.url.as_str(), |(_, rest)| rest);
        rest.find('/').and_then(|at| rest.get(at..)).unwrap_or_default()
    }

    /// Every file by its path in the site; neither copies nor what is for servers.
    pub fn files(&self) -> Result<BTreeMap<String, Vec<u8>>> {
        let mut files = BTreeMap::new();
        for file in testbench::measure::files(&self.folder)? {
            let path = file.strip_prefix(&self.folder)?.to_string_lossy().into_owned();
            let is_copy = [".br", ".gz"].iter().any(|ending| path.ends_with(ending));
            if !is_copy && !path.starts_with('_') {
                let content = std::fs::read(&file).with_context(|| format!("could not read {}", file.display()))?;
                files.insert(path, content);
            }
        }
        Ok(files)
    }

    /// The compressed copy of a file, if it has one.
    pub fn copy(&self, path: &str, ending: &str) -> Option<Vec<u8>> {
        std::fs::read(self.folder.join(format!("{path}.{ending}"))).ok()
    }
}

/// The sites, published once for all tests.
pub fn sites() -> &'static Sites {
    static SITES: OnceLock<Sites> = OnceLock::new();
    SITES.get_or_init(|| {
        let site = |name, url, campaigns: &[(&str, &str)]| publish(name, url, campaigns).expect(url);
        std::thread::scope(|scope| {
            let two = [("example-one", "#8f1d2c"), ("example-two", "#1d3f8f")];
            let act = scope.spawn(move || site("act", "https://act.example.org", &two));
            let other = scope.spawn(|| site("other", "https://other.example.org", &[("example-three", "#14532d")]));
            let below = site("below", "https://example.org/act", &[("example-one", "#8f1d2c")]);
            let beside = site("beside", "https://example.org/petition", &[("example-four", "#4a2c7a")]);
            Sites { act: act.join().expect("a site"), other: other.join().expect("a site"), below, beside }
        })
    })
}

/// Publishes campaigns, given by id and accent, as a host would: with pictures and compressed copies.
pub fn publish(name: &str, url: &str, campaigns: &[(&str, &str)]) -> Result<Site> {
    let fonts = std::env::join_paths(Toolbox::with(&[Tool::Fonts])?.files(Tool::Fonts)?)?;
    let (site, _) = draw(name, url, campaigns, &fonts)?;
    compress_folder(&site.folder, &site.folder.with_file_name("twins"))?;
    // As on a machine that keeps what people write to themselves: whoever serves it is somebody else.
    process::run(Command::new("chmod").args(["-R", "go="]).arg(&site.folder))?;
    Ok(site)
}

/// The same without pictures and copies, and what the program said.
pub fn draft(name: &str, url: &str, campaigns: &[(&str, &str)]) -> Result<(Site, String)> {
    draw(name, url, campaigns, OsStr::new(""))
}

fn draw(name: &str, url: &str, campaigns: &[(&str, &str)], fonts: &OsStr) -> Result<(Site, String)> {
    let folder = testbench::workspace::scratch().join("hosted").join(name);
    let (written, out) = (folder.join("campaigns"), folder.join("dist"));
    for old in [&written, &out] {
        let _ = std::fs::remove_dir_all(old);
    }
    std::fs::create_dir_all(&out)?;
    copy_programs(&built(), &out)?;
    for (id, accent) in campaigns {
        write_campaign(&written.join(id), id, accent)?;
    }
    let output = testbench::workspace::ship_scripts(&mut testbench::workspace::undersigned())
        .args(["prerender", "--cores", "1", "--public-url", url, "--out"])
        .arg(&out)
        .arg("--campaigns")
        .arg(&written)
        .env("UNDERSIGNED_FONTS", fonts)
        .current_dir(workspace::root())
        .output()?;
    let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    ensure!(output.status.success(), "{said}");
    let campaigns = campaigns.iter().map(|(id, _)| (*id).to_owned()).collect();
    Ok((Site { url: url.to_owned(), folder: out, campaigns }, said))
}

/// What Trunk leaves behind, taken from a finished site.
fn copy_programs(from: &Path, to: &Path) -> Result<()> {
    let entries = std::fs::read_dir(from).with_context(|| format!("no built site in {}", from.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_program = name.starts_with("undersigned-");
        if is_program && [".js", ".wasm"].iter().any(|ending| name.ends_with(ending)) {
            std::fs::copy(entry.path(), to.join(&name))?;
        }
    }
    Ok(())
}

/// A campaign that writes to people on a list, so that it has few pages, with a logo of each kind.
fn write_campaign(folder: &Path, id: &str, accent: &str) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    let words = std::fs::read_to_string(workspace::root().join("tests/fixtures/site/en.json"))?;
    let mut words: Value = serde_json::from_str(&words)?;
    words.as_object_mut().context("no words")?.remove("aftermath");
    let signer = |number: usize, logo: &str| {
        json!({"organization": format!("Example Organisation {number:02}"), "country": "GB", "logo_image_url": logo,
            "source": "https://example.org/"})
    };
    let mut facts = json!({
        "id": id, "status": "open", "issued": "2026-01-31", "languages": ["en"],
        "theme": {"accent": {"light": accent, "dark": "#f2a7ab"}},
        "signers": {"stated": {"count": 2, "besides": 0}, "order": "as_published", "listed": [signer(1, "one.svg"), signer(2, "two.png")]},
    });
    facts["targets"] = json!([{"people": "embassies.csv"}]);
    for (file, content) in [
        ("campaign.json", facts.to_string()),
        ("en.json", words.to_string()),
        ("embassies.csv", "title,last_name,country,email\nAmbassador,Example,GB,someone@example.org\n".to_owned()),
        ("one.svg", LOGO.to_owned()),
    ] {
        std::fs::write(folder.join(file), content)?;
    }
    // The picture inside the site's icon.
    let icon = std::fs::read(workspace::root().join("assets/favicon.ico"))?;
    std::fs::write(folder.join("two.png"), icon.get(22..).context("no picture in the icon")?)?;
    Ok(())
}

/// A picture that has its own style, and is long enough for compressed copies.
const LOGO: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80" viewBox="0 0 80 80">
<style>.a{fill:#a00}</style>
<rect class="a" width="80" height="80"/>
<path fill="#fff" d="M10 40h60v4H10zM10 50h60v4H10zM10 60h60v4H10zM10 30h60v4H10zM10 20h60v4H10z"/>
</svg>
"##;
