//! The driver's process: started on a free port, ended with its browser.

use std::fs::File;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};

use super::screen::Screen;
use super::{Engine, Profile, Tier};
use crate::process;
use crate::server::Port;

/// A running driver.
#[derive(Debug)]
pub(super) struct Driver {
    child: Child,
    port: u16,
    /// Outlives the browser.
    _screen: Option<Screen>,
    /// WebKit's turn, as long as it is held.
    _turn: Option<File>,
}

impl Driver {
    /// Starts the driver of an engine and waits until it listens. For WebKit, waits until no other one runs on this
    /// machine: its driver has one session at a time.
    pub(super) fn start(engine: Engine, tier: Tier, profile: Option<&Profile>) -> Result<Driver> {
        let (turn, screen) = match engine {
            Engine::WebKit => (Some(turn()?), Some(Screen::start()?)),
            Engine::Chromium | Engine::Firefox => (None, None),
        };
        let program = engine.driver()?;
        // Free now, and for the moment until the driver takes it.
        let port = Port::free_from(0)?.number()?;
        let mut command = Command::new(&program);
        command
            .arg(format!("--port={port}"))
            .envs(engine.environment(tier, profile))
            .envs(screen.as_ref().map(|screen| ("DISPLAY", screen.name())))
            .stdout(Stdio::null())
            // In our own group of processes, so that Ctrl-C ends it too.
            .stderr(Stdio::null());
        let program = program.display().to_string();
        let child = command.spawn().with_context(|| format!("could not start `{program}`"))?;
        let mut driver = Driver { child, port, _screen: screen, _turn: turn };
        driver.wait_until_it_listens(&program)?;
        Ok(driver)
    }

    /// Where it listens.
    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Ends the browser and the driver at once, as a crash or a pulled plug does.
    pub(super) fn kill(&mut self) -> Result<()> {
        let mut processes = vec![self.child.id()];
        let mut next = 0;
        while let Some(parent) = processes.get(next).copied() {
            processes.extend(children(parent)?);
            next += 1;
        }
        let numbers: Vec<String> = processes.iter().map(ToString::to_string).collect();
        // What has ended meanwhile is no fault.
        Command::new("kill")
            .arg("-KILL")
            .args(&numbers)
            .stderr(Stdio::null())
            .status()
            .context("could not run `kill`")?;
        self.child.wait().context("could not wait for the driver").map(drop)
    }

    fn wait_until_it_listens(&mut self, program: &str) -> Result<()> {
        let port = self.port;
        let listens = || std::net::TcpStream::connect(("127.0.0.1", port)).is_ok();
        process::wait_until_there(&mut self.child, Duration::from_secs(20), listens)
            .with_context(|| format!("`{program}`"))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        end(&mut self.child);
    }
}

/// The processes that a process has started. Linux only.
fn children(parent: u32) -> Result<Vec<u32>> {
    let processes = std::fs::read_dir("/proc").context("could not look for processes")?;
    let numbers = processes.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
    let is_child = |number: &u32| {
        // Behind the name, which may hold anything: a letter for the state, and the parent.
        let line = std::fs::read_to_string(format!("/proc/{number}/stat")).unwrap_or_default();
        let parents = line.rsplit_once(')').and_then(|(_, rest)| rest.split_whitespace().nth(1)?.parse::<u32>().ok());
        parents == Some(parent)
    };
    Ok(numbers.filter(is_child).collect())
}

/// Waits for the right to run WebKit; it ends when the file is closed.
fn turn() -> Result<File> {
    let path = std::env::temp_dir().join("undersigned-webkit.lock");
    let file = File::create(&path).with_context(|| format!("could not open {}", path.display()))?;
    file.lock().with_context(|| format!("could not lock {}", path.display()))?;
    Ok(file)
}

/// Asks a process to end, and makes it after a while: a driver that is only killed leaves its browser behind.
pub(super) fn end(child: &mut Child) {
    let id = child.id().to_string();
    let _ = Command::new("kill").args(["-TERM", &id]).stderr(Stdio::null()).status();
    let start = Instant::now();
    while matches!(child.try_wait(), Ok(None)) {
        if start.elapsed() > Duration::from_secs(5) {
            let _ = child.kill();
            let _ = child.wait();
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}
