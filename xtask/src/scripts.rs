//! The hand-written scripts and their small forms, which are committed: visitors and hosts get exactly those bytes.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::tools::{Tool, Toolbox};
use crate::{process, workspace};

/// A script as it is written, and as it ships. Both are paths in the project.
///
/// A released loader never changes, because hosts pin it by its hash: a change to `v1.js` goes into a new file with the
/// next number, and the old one stays.
pub(crate) const SCRIPTS: [(&str, &str); 15] = [
    ("assets/page.js", "assets/page.min.js"),
    ("assets/frame.js", "assets/frame.min.js"),
    ("assets/start.js", "assets/start.min.js"),
    ("assets/where.js", "assets/where.min.js"),
    ("assets/pick.js", "assets/pick.min.js"),
    ("assets/leave.js", "assets/leave.min.js"),
    ("assets/draft.js", "assets/draft.min.js"),
    ("assets/moved.js", "assets/moved.min.js"),
    ("assets/near.js", "assets/near.min.js"),
    ("assets/locate.js", "assets/locate.min.js"),
    ("assets/map.js", "assets/map.min.js"),
    ("assets/credit.js", "assets/credit.min.js"),
    ("assets/search.js", "assets/search.min.js"),
    ("assets/kit.js", "assets/kit.min.js"),
    ("assets/embed/v1.js", "assets/embed/v1.1.1.js"),
];

/// What phones of 2019 understand.
const SYNTAX: &str = "--target=es2018";

/// The names of small scripts that are not what their source gives.
pub fn outdated() -> Result<Vec<&'static str>> {
    let tools = Toolbox::with(&[Tool::Esbuild])?;
    let mut outdated = Vec::new();
    for (source, small) in SCRIPTS {
        let committed = std::fs::read_to_string(workspace::root().join(small)).unwrap_or_default();
        if committed != minified(&tools, source)? {
            outdated.push(small);
        }
    }
    Ok(outdated)
}

/// Minifies every script again.
pub fn write() -> Result<()> {
    let tools = Toolbox::with(&[Tool::Esbuild])?;
    for (source, small) in SCRIPTS {
        let text = minified(&tools, source)?;
        std::fs::write(workspace::root().join(small), &text).with_context(|| format!("could not write {small}"))?;
        println!("{small}: {} bytes", text.len());
    }
    Ok(())
}

fn minified(tools: &Toolbox, source: &str) -> Result<String> {
    let mut esbuild = Command::new(tools.program("esbuild")?);
    esbuild.current_dir(workspace::root()).arg(Path::new(source)).args(["--minify", "--log-level=warning", SYNTAX]);
    let text = process::glance(&mut esbuild).with_context(|| format!("{source} could not be minified"))?;
    Ok(text + "\n")
}
