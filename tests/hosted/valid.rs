//! The code that partners paste, judged by the checker of the W3C and the WHATWG.

use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;
use testbench::tools::{Tool, Toolbox};

use crate::live::live;

/// What is wrong with a page that holds this code.
fn faults(code: &str) -> Result<Vec<String>> {
    let page = format!(
        "<!doctype html>\n<html lang=\"en\"><head><title>Pasted</title></head><body>\n{code}\n</body></html>\n"
    );
    let file = testbench::workspace::scratch().join("pasted.html");
    std::fs::write(&file, page)?;
    let jar = Toolbox::with(&[Tool::Validator])?.program("vnu.jar")?;
    let output =
        Command::new("java").arg("-jar").arg(jar).args(["--format", "json", "--stdout"]).arg(&file).output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    let report: Value =
        serde_json::from_str(&text).with_context(|| format!("{text}{}", String::from_utf8_lossy(&output.stderr)))?;
    let messages = report["messages"].as_array().context("no messages")?;
    // It warns of every sandbox with scripts and an origin; ours is on another site than the page.
    let errors = messages.iter().filter(|message| message["type"] != "info");
    Ok(errors.map(|message| message["message"].as_str().unwrap_or_default().to_owned()).collect())
}

#[test]
fn the_snippet_is_valid_html() -> Result<()> {
    let live = live()?;
    for form in ["loader", "newest"] {
        let faults = faults(live.code(form)?)?;
        ensure!(faults.is_empty(), "{form}: {faults:?}");
    }
    // What needs neither a style nor a script cannot be: nothing valid makes such a frame as wide as its column.
    for form in ["frame", "card"] {
        let faults = faults(live.code(form)?)?;
        ensure!(
            matches!(faults.as_slice(), [only] if only.contains("“100%”") && only.contains("width")),
            "{form}: {faults:?}"
        );
    }
    Ok(())
}
