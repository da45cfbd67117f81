//! Runs other programs, and says plainly which one failed.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

/// Runs a program to its end, with its output on the terminal.
///
/// Fails only when the program cannot be started.
pub fn status(command: &mut Command) -> Result<ExitStatus> {
    command.status().with_context(|| format!("could not start `{}`", shown(command)))
}

/// Runs a program, and fails when it does.
pub fn run(command: &mut Command) -> Result<()> {
    let status = status(command)?;
    if !status.success() {
        bail!("`{}` failed ({status}); its message is above", shown(command));
    }
    Ok(())
}

/// What a program prints, without the last line end. Its errors go to the terminal.
pub fn output(command: &mut Command) -> Result<String> {
    let output =
        command.stderr(Stdio::inherit()).output().with_context(|| format!("could not start `{}`", shown(command)))?;
    if !output.status.success() {
        bail!("`{}` failed ({})", shown(command), output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
}

/// What a program prints, or nothing if it is missing or fails.
pub fn glance(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

/// How long to wait before checking again whether a program is ready.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// Waits until a program that was started is ready, for example answers on its port. Fails if it ends first or takes longer than
/// `patience`.
pub fn wait_until_there(program: &mut Child, patience: Duration, is_there: impl Fn() -> bool) -> Result<()> {
    let start = Instant::now();
    while !is_there() {
        if let Some(status) = program.try_wait().context("could not look after the program")? {
            bail!("it ended at once ({status})");
        }
        if start.elapsed() > patience {
            bail!("it does not answer within {} s", patience.as_secs());
        }
        std::thread::sleep(LOOK_EVERY);
    }
    Ok(())
}

/// The first program of that name on `PATH`.
pub fn find(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// `PATH` with folders put in front.
pub(crate) fn path_with<'a>(folders: impl IntoIterator<Item = &'a Path>) -> Result<OsString> {
    let old = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.into_iter().map(Path::to_path_buf).chain(std::env::split_paths(&old));
    std::env::join_paths(all).context("a folder on PATH has a `:` in its name")
}

/// The cargo that runs us, so that nested builds use the same toolchain.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(crate::workspace::root());
    command
}

/// A command as you would type it.
fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
