//! A screen that nobody sees, for a browser that cannot do without one.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result, bail};

use super::driver::end;

/// A virtual screen; it goes when dropped.
#[derive(Debug)]
pub(super) struct Screen {
    server: Child,
    name: String,
}

impl Screen {
    /// Starts one under the first free number.
    pub(super) fn start() -> Result<Screen> {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("could not start `Xvfb`; `cargo xtask test` installs it")?;
        let mut number = String::new();
        if let Some(told) = server.stdout.take() {
            BufReader::new(told).read_line(&mut number).context("`Xvfb` does not say its number")?;
        }
        let screen = Screen { server, name: format!(":{}", number.trim()) };
        if screen.name == ":" {
            bail!("`Xvfb` ended at once");
        }
        Ok(screen)
    }

    /// What `DISPLAY` is set to.
    pub(super) fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        end(&mut self.server);
    }
}
