//! `docs/hosting/README.md`, as somebody reads it who types in every command.

use anyhow::{Context as _, Result, ensure};
use testbench::workspace;

/// The commands for one kind of server, in their order: the blocks that begin with ```` ```sh NAME ````.
pub fn commands(name: &str) -> Result<String> {
    let file = workspace::root().join("docs/hosting/README.md");
    let text = std::fs::read_to_string(&file).with_context(|| format!("could not read {}", file.display()))?;
    let start = format!("```sh {name}");
    let (mut commands, mut inside) = (String::new(), false);
    for line in text.lines() {
        match line {
            "```" => inside = false,
            _ if line == start => inside = true,
            _ if inside => commands.extend([line, "\n"]),
            _ => {}
        }
    }
    ensure!(!commands.is_empty(), "{} has no commands for {name}", file.display());
    Ok(commands)
}

/// The two names that a reader fills in.
pub fn names(site: &str, folder: &str) -> Result<String> {
    let filled = commands("names")?.lines().try_fold(String::new(), |text, line| {
        let value = match line.split_once('=').map(|(name, _)| name) {
            Some("SITE") => format!("SITE={site}"),
            Some("FOLDER") => format!("FOLDER={folder}"),
            _ => anyhow::bail!("a name that the test does not know: {line}"),
        };
        Ok([&text, &value, "\n"].concat())
    })?;
    ensure!(filled.lines().count() == 2, "{filled}");
    Ok(filled)
}
