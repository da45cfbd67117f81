//! The built site, published again at the address where it is served, for software on this machine that asks it.

use std::sync::OnceLock;

use anyhow::{Context as _, Result, anyhow, ensure};
use serde_json::Value;
use testbench::server::{Content, Port, Server};
use testbench::workspace;

use crate::built;

/// The campaign that one can act on.
pub const CAMPAIGN: &str = "cfhk-blinken-2023";
/// Its title here. Whoever takes pasted text for a template or a shortcode runs what is planted in it.
pub const TITLE: &str = "Free them [evil a=2] {% evil %} <?php evil";

/// A site that can be reached.
#[derive(Debug)]
pub struct Live {
    /// Its server.
    pub site: Server,
    /// What the page for partners gives to paste, by form.
    codes: Value,
}

impl Live {
    /// The address of the campaign's own page.
    pub fn landing(&self) -> String {
        self.site.url(&format!("/c/{CAMPAIGN}/en/"))
    }

    /// The address of the page for frames.
    pub fn embed(&self) -> String {
        self.site.url(&format!("/e/{CAMPAIGN}/en/"))
    }

    /// What the page for partners gives to paste: `loader`, `newest`, `frame`, `card`.
    pub fn code(&self, form: &str) -> Result<&str> {
        self.codes.get(form).and_then(Value::as_str).with_context(|| format!("no code {form}"))
    }
}

/// The site that all tests share.
pub fn live() -> Result<&'static Live> {
    static LIVE: OnceLock<Result<Live>> = OnceLock::new();
    LIVE.get_or_init(publish).as_ref().map_err(|error| anyhow!("{error:#}"))
}

fn publish() -> Result<Live> {
    let scratch = testbench::workspace::scratch().join("hosted/live");
    let _ = std::fs::remove_dir_all(&scratch);
    let (site, campaigns) = (scratch.join("site"), scratch.join("campaigns"));
    std::fs::create_dir_all(&site)?;
    for entry in std::fs::read_dir(built()).context("the site is not built")? {
        let file = entry?;
        let name = file.file_name().to_string_lossy().into_owned();
        if name.ends_with(".js") || name.ends_with(".wasm") {
            std::fs::copy(file.path(), site.join(name))?;
        }
    }
    plant(&campaigns.join(CAMPAIGN))?;
    let port = Port::free_from(0)?;
    let output = testbench::workspace::ship_scripts(&mut testbench::workspace::undersigned())
        .current_dir(workspace::root())
        .env_remove("UNDERSIGNED_FONTS")
        .args(["prerender", "--public-url", &format!("http://localhost:{}", port.number()?), "--out"])
        .arg(&site)
        .arg("--campaigns")
        .arg(&campaigns)
        .output()?;
    let said = [output.stdout, output.stderr].concat();
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&said));
    let page = std::fs::read_to_string(site.join("partners").join(CAMPAIGN).join("index.html"))?;
    let island = page.split_once("id=\"kit-data\"").and_then(|(_, rest)| rest.split_once('>')).context("no codes")?;
    let island = island.1.split_once("</script>").context("no end of the codes")?;
    let offers: Value = serde_json::from_str(island.0)?;
    Ok(Live { codes: offers["en"]["codes"].clone(), site: Server::start(Content::Site(site), port)? })
}

/// Copies the campaign that ships, under another title.
fn plant(folder: &std::path::Path) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    for entry in std::fs::read_dir(workspace::root().join("campaigns").join(CAMPAIGN))? {
        let file = entry?;
        std::fs::copy(file.path(), folder.join(file.file_name()))?;
    }
    let words = folder.join("en.json");
    let mut value: Value = serde_json::from_slice(&std::fs::read(&words)?)?;
    value["title"] = TITLE.into();
    Ok(std::fs::write(words, value.to_string())?)
}
