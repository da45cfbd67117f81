//! The campaigns that come with the project. They show how to write one; nobody should publish them by accident.

use std::io::{IsTerminal as _, Write as _};
use std::path::Path;

use anyhow::{Context as _, Result, bail};

/// Their folders.
const SAMPLES: [&str; 3] = ["cfhk-blinken-2023", "example-city", "nine-groups-2015"];

/// The samples that are still in a folder of campaigns.
fn present(campaigns: &Path) -> Vec<&'static str> {
    SAMPLES.into_iter().filter(|name| campaigns.join(name).join("campaign.json").is_file()).collect()
}

/// Asks whether to publish the samples in a folder of campaigns at an address. If nobody can be asked, refuses and says what to
/// do.
pub fn ask(campaigns: &Path, public_url: &str) -> Result<()> {
    let samples = present(campaigns);
    if samples.is_empty() {
        return Ok(());
    }
    let names = samples.join(", ");
    let is_are = if samples.len() == 1 { "a sample campaign that comes" } else { "sample campaigns that come" };
    if std::io::stdin().is_terminal() && std::io::stderr().is_terminal() {
        eprint!("{names}: {is_are} with the project. Publish at {public_url} all the same? [y/N] ");
        std::io::stderr().flush().context("could not ask")?;
        let mut answer = String::new();
        std::io::stdin().read_line(&mut answer).context("could not read the answer")?;
        if matches!(answer.trim().to_lowercase().as_str(), "y" | "yes") {
            return Ok(());
        }
    }
    bail!(
        "{names}: {is_are} with the project, and would be published at {public_url}.\n\
         Remove from campaigns/ what you don't want to publish, or run `cargo xtask dist --with-samples`."
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use testbench::workspace;

    #[test]
    fn the_samples_are_those_that_the_project_comes_with() -> Result<()> {
        assert_eq!(present(&workspace::root().join("campaigns")), SAMPLES);
        let own = workspace::target().join("samples-test");
        std::fs::create_dir_all(own.join("an-example"))?;
        std::fs::write(own.join("an-example/campaign.json"), "{}")?;
        assert_eq!(present(&own), Vec::<&str>::new());
        ask(&own, "https://act.example.org")
    }
}
