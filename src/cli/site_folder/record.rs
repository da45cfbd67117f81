//! `old-files.json`: which files of former runs are still in a site's folder, which were removed, and since when. A folder
//! that one run made has none.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

/// The record, in the site's folder.
pub(super) const FILE: &str = "old-files.json";

/// How long a removed file is remembered, in seconds, so that scripts can remove it elsewhere too: 90 days.
const REMEMBERED: u64 = 90 * 86_400;

/// Paths in the site, with the second since 1970 when a run first did without them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Record {
    /// Files of former runs that stay for now.
    pub old: BTreeMap<String, u64>,
    /// Files that were removed.
    pub removed: BTreeMap<String, u64>,
}

impl Record {
    /// The record of a folder. One that does not read is empty: then files stay longer, never shorter.
    pub fn read(root: &Path) -> Record {
        let text = fs::read(root.join(FILE)).ok();
        text.and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default()
    }

    /// Since when a run does without a file: since now, if it was not known before or the clock was wrong then.
    pub(super) fn since(&self, path: &str, now: u64) -> u64 {
        self.old.get(path).copied().filter(|since| *since <= now).unwrap_or(now)
    }

    /// The record of what is old now. Forgets what was removed long ago, and what is there again.
    pub(super) fn after(
        self,
        old: BTreeMap<String, u64>,
        gone: &[String],
        kept: &BTreeSet<String>,
        now: u64,
    ) -> Record {
        let mut removed = self.removed;
        removed.extend(gone.iter().map(|path| (path.clone(), now)));
        removed.retain(|path, since| {
            !kept.contains(path) && !old.contains_key(path) && now.saturating_sub(*since) < REMEMBERED
        });
        Record { old, removed }
    }

    /// The file; nothing where there is nothing to say.
    pub(super) fn text(&self) -> Option<Vec<u8>> {
        let is_empty = self.old.is_empty() && self.removed.is_empty();
        let text = serde_json::to_vec_pretty(self).ok().filter(|_| !is_empty)?;
        Some([&text[..], b"\n"].concat())
    }
}
