//! Room on the disks, which a first run of all tests needs plenty of.

use std::path::{Path, PathBuf};
use std::process::Command;

use testbench::{process, workspace};

/// What a first run fills, in megabytes of 10^6 bytes: packages, tools and the build. 17,300 were measured on Debian 12 when
/// dependencies had line tables, which were 1,700 of it.
const FIRST_RUN: u64 = 15_600;

/// With less than this left, in megabytes, a test may fail only because it could not write.
const NOTHING: u64 = 500;

/// Warns before a first run that doesn't fit; `None` if everything was built before, or there is room.
pub fn warning() -> Option<String> {
    let is_first = !workspace::target().join("site").is_dir();
    let folder = is_first.then(|| tight(FIRST_RUN)).flatten()?;
    Some(format!("warning: {}; a first run fills about {} GB", folder.told(), FIRST_RUN.div_ceil(1_000)))
}

/// Says that faults may come from a full disk.
pub fn remark() -> Option<String> {
    let folder = tight(NOTHING)?;
    Some(format!("{}: make room and run this again before you look for other causes.", folder.told()))
}

/// Where there is too little room.
struct Tight {
    folder: PathBuf,
    /// In megabytes.
    free: u64,
}

impl Tight {
    fn told(&self) -> String {
        format!("only {}.{} GB are free for {}", self.free / 1_000, self.free % 1_000 / 100, self.folder.display())
    }
}

/// The first folder that we write to with less than this many megabytes free.
fn tight(megabytes: u64) -> Option<Tight> {
    [workspace::root(), std::env::temp_dir()].into_iter().find_map(|folder| {
        let free = free(&folder)?;
        (free < megabytes).then_some(Tight { folder, free })
    })
}

/// Megabytes that are free where a folder is; `None` where nobody can tell.
fn free(folder: &Path) -> Option<u64> {
    available(&process::glance(Command::new("df").arg("-Pk").arg(folder))?)
}

/// Megabytes that `df -Pk` calls available: the number before the percentage, as POSIX gives the form
/// (<https://pubs.opengroup.org/onlinepubs/9799919799/utilities/df.html>). Names on either side may hold spaces.
fn available(table: &str) -> Option<u64> {
    let words: Vec<&str> = table.lines().nth(1)?.split_whitespace().collect();
    let share = words.iter().skip(4).position(|word| word.ends_with('%'))? + 4;
    let kibibytes: u64 = words.get(share - 1)?.parse().ok()?;
    Some(kibibytes * 1024 / 1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_df_prints_is_understood() {
        let head = "Filesystem     1024-blocks     Used Available Capacity Mounted on\n";
        let there = |line: &str| available(&[head, line].concat());
        assert_eq!(there("/dev/vda1 263174212 11738112 83550000 13% /"), Some(85_555));
        assert_eq!(there("//nas/a share 100 100 0 100% /media/50% full"), Some(0));
        assert_eq!(there(""), None);
        assert_eq!(available("df: no such folder"), None);
        assert!(free(&workspace::root()).is_some_and(|free| free > 0));
    }
}
