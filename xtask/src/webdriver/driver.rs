//! The driver's process: started on a free port, ended with its browser.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use super::{Engine, Wasm};
use crate::process;
use crate::server::Port;

/// A running driver.
#[derive(Debug)]
pub(super) struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts the driver of an engine and waits until it listens.
    pub(super) fn start(engine: Engine, wasm: Wasm) -> Result<Driver> {
        let (program, arguments) = engine.driver();
        if process::find(program).is_none() {
            bail!("`{program}` is missing; `cargo xtask test` installs it");
        }
        // Free now, and for the moment until the driver takes it.
        let port = Port::free_from(0)?.number()?;
        let mut command = Command::new(program);
        for argument in arguments {
            match argument.strip_suffix('=') {
                Some(name) => command.arg(format!("{name}={port}")),
                None => command.arg(argument),
            };
        }
        command
            .envs(engine.environment(wasm).iter().copied())
            .stdout(Stdio::null())
            // In our own group of processes, so that Ctrl-C ends it too.
            .stderr(Stdio::null());
        let child = command.spawn().with_context(|| format!("could not start `{program}`"))?;
        let mut driver = Driver { child, port };
        driver.wait_until_it_listens(program)?;
        Ok(driver)
    }

    /// Where it listens.
    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn wait_until_it_listens(&mut self, program: &str) -> Result<()> {
        let start = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            if let Some(status) = self.child.try_wait().context("could not look after the driver")? {
                bail!("`{program}` ended at once ({status})");
            }
            if start.elapsed() > Duration::from_secs(20) {
                bail!("`{program}` did not listen on port {} within 20 s", self.port);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Asked first: a driver that is only killed leaves its browser behind.
        let driver = self.child.id().to_string();
        let _ = Command::new("kill").args(["-TERM", &driver]).stderr(Stdio::null()).status();
        let start = Instant::now();
        while matches!(self.child.try_wait(), Ok(None)) {
            if start.elapsed() > Duration::from_secs(5) {
                let _ = self.child.kill();
                let _ = self.child.wait();
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}
