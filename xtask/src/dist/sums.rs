//! `SHA256SUMS`: the hash of every shipped file, so that a host can prove that a site is what was built.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};
use testbench::measure;

/// The name of the list, in the site's folder.
pub const FILE: &str = "SHA256SUMS";

/// Writes the list of every other file of a site, in order of their names: the last thing a build does.
///
/// `sha256sum -c SHA256SUMS` in that folder reads it.
pub fn write(site: &Path) -> Result<()> {
    let mut lines = String::new();
    for file in measure::files(site)? {
        let name = file.strip_prefix(site).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        if name != FILE {
            let content = std::fs::read(&file).with_context(|| format!("could not read {}", file.display()))?;
            writeln!(lines, "{}  {name}", hex(&Sha256::digest(content)))?;
        }
    }
    let file = site.join(FILE);
    std::fs::write(&file, lines).with_context(|| format!("could not write {}", file.display()))
}

/// Bytes in lower-case hexadecimal, as `sha256sum` prints them.
fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    #[test]
    fn the_list_names_every_file_and_a_changed_byte_shows() {
        let site = std::env::temp_dir().join(format!("undersigned-sums-{}", std::process::id()));
        std::fs::create_dir_all(site.join("e")).unwrap();
        for (name, content) in [("index.html", "abc"), ("e/a.bin", "\0"), ("a.js", "x")] {
            std::fs::write(site.join(name), content).unwrap();
        }
        write(&site).unwrap();
        write(&site).unwrap();
        let list = std::fs::read_to_string(site.join(FILE)).unwrap();
        let names: Vec<&str> = list.lines().filter_map(|line| Some(line.split_once("  ")?.1)).collect();
        assert_eq!(names, ["a.js", "e/a.bin", "index.html"]);
        // FIPS 180-2, appendix B.1.
        assert!(list.contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  index.html\n"));
        let good = || Command::new("sha256sum").args(["--check", "--status", FILE]).current_dir(&site).status();
        // Systems without coreutils' program have the test above.
        if let Ok(status) = good() {
            assert!(status.success());
            std::fs::write(site.join("a.js"), "y").unwrap();
            assert!(!good().unwrap().success());
        }
        std::fs::remove_dir_all(&site).unwrap();
    }
}
