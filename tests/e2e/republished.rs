//! The built site, published again with another campaign under the address that it is served from.

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;
use testbench::server::{Content, Port, Server};
use testbench::visit::Stage;
use testbench::{host_page, measure, published, workspace};

use crate::built;
use crate::watched::Watched;

/// The campaign that is changed.
pub const CAMPAIGN: &str = "cfhk-blinken-2023";

/// Publishes the campaign that ships with other facts, and with other files in its folder. `name` is of this stage alone.
pub fn stage(name: &str, facts: &[(&str, Value)], files: &[(&str, &str)]) -> Result<Watched> {
    let scratch = testbench::workspace::scratch().join("republished").join(name);
    let _ = std::fs::remove_dir_all(&scratch);
    let (site, campaigns) = (scratch.join("site"), scratch.join("campaigns"));
    let port = Port::free_from(0)?;
    std::fs::create_dir_all(&site)?;
    let dist = built();
    for file in measure::site_files(&dist).context("the site is not built")? {
        let name = file.strip_prefix(&dist)?;
        let is_program = name.extension().is_some_and(|kind| kind == "js" || kind == "wasm");
        if is_program && name.components().count() == 1 {
            std::fs::copy(&file, site.join(name))?;
        }
    }
    change(&campaigns.join(CAMPAIGN), facts, files)?;
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
    let campaigns = published::campaigns(&site)?;
    let partner = Port::free_from(0)?;
    let pages = host_page::site(&host_page::Values {
        embed_origin: &format!("http://localhost:{}", port.number()?),
        stranger_origin: &format!("http://localhost:{}", partner.number()?),
        campaigns: &campaigns,
        height: None,
    })?;
    let partner = Server::start(Content::Pages(pages), partner)?;
    Ok(Watched::new(Stage { campaigns, site: Server::start(Content::Site(site), port)?, partner }))
}

/// Copies the campaign that ships, and changes it.
fn change(folder: &std::path::Path, facts: &[(&str, Value)], files: &[(&str, &str)]) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    for entry in std::fs::read_dir(workspace::root().join("campaigns").join(CAMPAIGN))? {
        let file = entry?;
        std::fs::copy(file.path(), folder.join(file.file_name()))?;
    }
    for (name, text) in files {
        std::fs::write(folder.join(name), text)?;
    }
    let file = folder.join("campaign.json");
    let mut value: Value = serde_json::from_slice(&std::fs::read(&file)?)?;
    let fields = value.as_object_mut().context("no facts")?;
    fields.extend(facts.iter().map(|(name, fact)| ((*name).to_owned(), fact.clone())));
    Ok(std::fs::write(file, value.to_string())?)
}
