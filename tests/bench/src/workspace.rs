//! Where things are in the project's folder.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The project's top folder, found at run time: a folder that was copied or moved with its `target` may run a program that
/// was built elsewhere, and still works on its own files.
///
/// Cargo says where the package is that it runs; a program that is started by hand is looked for from where it is started,
/// and last from where it lies.
pub fn root() -> PathBuf {
    let cargo = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let starts = [cargo, std::env::current_dir().ok(), std::env::current_exe().ok()];
    starts.into_iter().flatten().find_map(|start| above(&start)).unwrap_or_default()
}

/// The nearest folder at or above a path that is a project such as this one.
fn above(start: &Path) -> Option<PathBuf> {
    start.ancestors().find(|folder| folder.join("xtask/Cargo.toml").is_file()).map(Path::to_path_buf)
}

/// Where builds and pictures go: never tracked.
pub fn target() -> PathBuf {
    root().join("target")
}

/// Where tests put what they make.
pub fn scratch() -> PathBuf {
    target().join("tmp")
}

/// The program `undersigned` as cargo built it for the tests that it runs.
pub fn program() -> PathBuf {
    let built = std::env::var_os("CARGO_BIN_EXE_undersigned").map(PathBuf::from);
    built.unwrap_or_else(|| target().join("debug/undersigned"))
}

/// A day on which the committed tables hold: what tests draw must not change with the day on which they run.
const TEST_DAY: &str = "2026-12-01";

/// Runs [`program`] on a day on which the committed tables hold.
pub fn undersigned() -> Command {
    let mut command = Command::new(program());
    command.env("UNDERSIGNED_TODAY", TEST_DAY);
    command
}

/// Tells it that expired tables are accepted.
pub const ALLOW_OUTDATED: &str = "UNDERSIGNED_ALLOW_OUTDATED";

/// Where a build puts the small forms of the scripts.
pub fn scripts() -> PathBuf {
    target().join("scripts")
}

/// Lets `undersigned prerender` draw with the scripts that ship, as far as a build has made them.
pub fn ship_scripts(command: &mut Command) -> &mut Command {
    if scripts().is_dir() {
        command.env("UNDERSIGNED_SCRIPTS", scripts());
    }
    command
}

/// The site that a build leaves behind, unless another folder is asked for.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// A path as people say it: relative to the project's folder where it is inside.
pub fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_project_is_found_from_any_folder_in_it() -> anyhow::Result<()> {
        let copy = target().join("workspace-test/a copy");
        for folder in ["xtask", "target/debug", "src/cli"] {
            std::fs::create_dir_all(copy.join(folder))?;
        }
        std::fs::write(copy.join("xtask/Cargo.toml"), "")?;
        for inside in ["", "xtask", "target/debug/xtask", "src/cli"] {
            assert_eq!(above(&copy.join(inside)).as_deref(), Some(&*copy), "{inside}");
        }
        // Whatever this program was built from, the project around the copy is another one.
        assert_ne!(above(&copy), Some(root()));
        Ok(())
    }

    #[test]
    fn no_program_remembers_where_it_was_built() -> anyhow::Result<()> {
        // Cargo does not build a copied folder again, so what is compiled in is the place of the first.
        let forbidden = ["MANIFEST_DIR", "BIN_EXE", "TARGET_TMPDIR"].map(|name| format!("env!(\"CARGO_{name}"));
        for folder in ["src", "crates", "tests", "benches", "xtask/src"] {
            for file in crate::measure::files(&root().join(folder))? {
                if file.extension().is_some_and(|ending| ending == "rs") {
                    let text = std::fs::read_to_string(&file)?;
                    let found = forbidden.iter().find(|word| text.contains(word.as_str()));
                    assert_eq!(found, None, "{}: use testbench::workspace", shown(&file));
                }
            }
        }
        Ok(())
    }
}
