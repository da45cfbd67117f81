//! Hugo: it deletes HTML in Markdown, and leaves what a shortcode holds as docs/embedding.md tells it.

use std::fs;
use std::process::Command;

use anyhow::{Result, ensure};
use testbench::process;

use crate::live::live;

#[test]
fn a_shortcode_brings_the_snippet_as_it_was_copied() -> Result<()> {
    let folder = testbench::workspace::scratch().join("hosted/hugo");
    let _ = fs::remove_dir_all(&folder);
    let code = live()?.code("loader")?;
    for (file, text) in [
        ("config.toml", "baseURL = \"https://partner.example.org/\"\n"),
        ("layouts/index.html", "<!doctype html><title>{{ .Title }}</title>"),
        ("layouts/_default/single.html", "<!doctype html><title>{{ .Title }}</title>{{ .Content }}"),
        ("layouts/shortcodes/campaign.html", code),
        ("content/guide.md", "---\ntitle: Guide\n---\nBefore.\n\n{{< campaign >}}\n\nAfter.\n"),
        ("content/pasted.md", &format!("---\ntitle: Pasted\n---\nBefore.\n\n{code}\n\nAfter.\n")),
    ] {
        let file = folder.join(file);
        fs::create_dir_all(file.parent().unwrap_or(&folder))?;
        fs::write(file, text)?;
    }
    process::run(Command::new("hugo").arg("--quiet").current_dir(&folder))?;
    let page = |name: &str| fs::read_to_string(folder.join("public").join(name).join("index.html"));
    ensure!(page("guide")?.contains(code), "{}", page("guide")?);
    // What the guide warns of.
    ensure!(!page("pasted")?.contains("<iframe"), "{}", page("pasted")?);
    Ok(())
}
