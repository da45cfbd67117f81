//! The hand-written scripts. A build makes small forms of them; the loader's is committed, because hosts pin its bytes.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};
use testbench::tools::{Tool, Toolbox};
use testbench::{process, workspace};

/// Where they are written.
const SOURCES: &str = "assets";

/// The loader as it is written, and as it ships. A released one never changes: a change to `v1.js` goes into a new file with the next
/// number, and the old one stays.
const LOADER: (&str, &str) = ("assets/embed/v1.js", "assets/embed/v1.1.1.js");

/// What phones of 2019 understand.
const SYNTAX: &str = "--target=es2018";

/// Bytes that a script inside of pages may have at most, before compressing: each page carries it.
const LIMITS: [(&str, usize); 3] = [("page.js", 1_200), ("frame.js", 2_070), ("start.js", 2_400)];

/// Makes the small form of every script of `assets`, under the same names in a folder of their own. Fails if one is too large for its
/// pages.
pub fn shrink(tools: &Toolbox) -> Result<()> {
    let folder = workspace::scripts();
    std::fs::create_dir_all(&folder).with_context(|| format!("could not make {}", workspace::shown(&folder)))?;
    let mut limited = 0;
    for source in std::fs::read_dir(workspace::root().join(SOURCES)).context("could not list the scripts")? {
        let source = source.context("could not list the scripts")?;
        let name = source.file_name();
        let Some(name) = name.to_str().filter(|name| name.ends_with(".js")) else { continue };
        let small = small(tools, &source.path())?;
        for (_, limit) in LIMITS.into_iter().filter(|(limited, _)| *limited == name) {
            limited += 1;
            ensure!(small.len() <= limit, "{name} takes {} bytes of every page; the limit is {limit}", small.len());
        }
        std::fs::write(folder.join(name), small)
            .with_context(|| format!("could not write the small form of {name}"))?;
    }
    ensure!(limited == LIMITS.len(), "a script inside pages has another name than its limit");
    Ok(())
}

/// Makes the loader's small form anew, and says how large it is.
pub fn write_loader() -> Result<()> {
    let (source, pinned) = LOADER;
    let text = small(&Toolbox::with(&[Tool::Esbuild])?, Path::new(source))?;
    std::fs::write(workspace::root().join(pinned), &text).with_context(|| format!("could not write {pinned}"))?;
    println!("{pinned}: {} bytes", text.len());
    Ok(())
}

/// Fails if the committed loader is not what its source gives.
pub fn check_loader() -> Result<()> {
    let (source, pinned) = LOADER;
    let committed = std::fs::read_to_string(workspace::root().join(pinned)).unwrap_or_default();
    if committed != small(&Toolbox::with(&[Tool::Esbuild])?, Path::new(source))? {
        bail!(
            "{pinned} is not what {source} gives. If {pinned} is published, give the change the next number; then run `cargo xtask loader`"
        )
    }
    Ok(())
}

fn small(tools: &Toolbox, source: &Path) -> Result<String> {
    let mut esbuild = Command::new(tools.program("esbuild")?);
    esbuild.current_dir(workspace::root()).arg(source).args(["--minify", "--log-level=warning", SYNTAX]);
    let text = process::glance(&mut esbuild).with_context(|| format!("{} could not be minified", source.display()))?;
    Ok(text + "\n")
}
