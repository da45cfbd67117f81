//! The public address of a site: pages contain it, so it must be known before they are drawn.

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;
use testbench::workspace;

/// The address of sites that never leave this machine: those of tests and measures.
pub const LOCAL: &str = "http://localhost:8080";

/// What we read of `site.toml`.
#[derive(Default, Deserialize)]
struct SiteFile {
    public_url: Option<String>,
}

/// The requested address, or else the one in `site.toml`.
///
/// # Errors
/// If there is neither: a site with `localhost` in its links works for nobody else.
pub fn of_site(asked: Option<&str>) -> Result<String> {
    from(asked, &workspace::root().join("site.toml"))
}

fn from(asked: Option<&str>, file: &Path) -> Result<String> {
    if let Some(address) = asked.filter(|address| !address.is_empty()) {
        return Ok(address.to_owned());
    }
    let site: SiteFile = match std::fs::read_to_string(file) {
        Ok(text) => toml::from_str(&text).with_context(|| format!("could not read {}", file.display()))?,
        Err(_) => SiteFile::default(),
    };
    match site.public_url.filter(|address| !address.is_empty()) {
        Some(address) => Ok(address),
        None => bail!(
            "where will the site be published? Its pages link to that address, and nothing names it yet.\n\
             In site.toml, write:     public_url = \"https://act.example.org\"\n\
             or for this build only:  cargo xtask dist --public-url https://act.example.org\n\
             To see the site on this machine, run `cargo xtask serve` instead."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_without_an_address_is_refused_with_what_to_write() -> Result<()> {
        let folder = workspace::target().join("address-test");
        std::fs::create_dir_all(&folder)?;
        let file = folder.join("site.toml");
        for (text, asked, expected) in [
            ("provider = \"Undersigned\"", None, None),
            ("# public_url = \"https://act.example.org\"", None, None),
            ("public_url = \"\"", None, None),
            ("", Some(""), None),
            ("public_url = \"https://act.example.org\"", None, Some("https://act.example.org")),
            ("public_url = \"https://act.example.org\"", Some("https://other.example"), Some("https://other.example")),
            ("", Some(LOCAL), Some(LOCAL)),
        ] {
            std::fs::write(&file, text)?;
            match (from(asked, &file), expected) {
                (Ok(found), Some(expected)) => assert_eq!(found, expected, "{text}"),
                (Err(error), None) => {
                    let said = error.to_string();
                    assert!(said.contains("public_url = \"https://") && said.contains("xtask serve"), "{said}");
                }
                (found, _) => panic!("{text}, {asked:?}: {found:?}"),
            }
        }
        assert!(from(None, &folder.join("none.toml")).is_err());
        std::fs::write(&file, "public_url = [")?;
        assert!(from(None, &file).is_err_and(|error| error.to_string().contains("site.toml")));
        Ok(())
    }
}
