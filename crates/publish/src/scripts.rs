//! The small scripts of pages, as they are written or as a build has made them smaller.

use std::path::Path;

use anyhow::{Context as _, Result};

use files::Files;
use records::tables::{MapPaths, sha256_hex};

use crate::style::csp_hash;

/// The scripts as they ship.
#[derive(Clone, Debug)]
pub struct Scripts {
    /// On every page: tiers, buttons that copy and print, choices that are kept off the disk.
    pub page: String,
    /// On pages that hosts embed: what a host is told.
    pub frame: String,
    /// On pages with live parts: starts the Wasm.
    pub start: String,
    /// On pages that only list languages.
    pub pick: String,
    /// On pages that can be left quickly.
    pub leave: String,
    /// On embeds of campaigns with partners.
    pub credit: String,
    /// On pages with an action: copes with translators, asks before an unsent letter is lost, and shows the part for where somebody lives. A file
    /// of its own, because nothing of it is needed before the first paint.
    pub action: Named,
    /// Fetched when somebody says where they are: looks their place up in the shapes of the districts.
    pub locate: Named,
    /// Fetched when somebody wants to see the districts of their ZIP code on a map.
    pub map: Named,
    /// On pages with many signers: searches among them. A file of its own, because few pages need it.
    pub search: Named,
}

/// A script that pages load by a name with its fingerprint, so that it may be kept for ever.
#[derive(Clone, Debug)]
pub struct Named {
    /// `search-0123abcd.js`.
    pub name: String,
    /// The script.
    pub text: String,
}

impl Named {
    /// Names a script by the first 32 bits of its SHA-256.
    fn new(stem: &str, text: String) -> Named {
        let hash = sha256_hex(text.as_bytes());
        Named { name: format!("{stem}-{}.js", hash.get(..8).unwrap_or(&hash)), text }
    }
}

impl Scripts {
    /// Reads the scripts of a folder: `assets`, or another one with the same names. `maps` are the files that they fetch on a press; without them nothing is offered that
    /// needs one.
    pub fn read(files: &Files, folder: &Path, maps: Option<&MapPaths>) -> Result<Scripts> {
        let script = |name: &str| read(files, &folder.join([name, ".js"].concat()));
        let close_ups = maps.map_or("", |maps| maps.close_ups.as_str());
        let locate = Named::new("locate", script("locate")?);
        let map = Named::new("map", script("map")?.replace("CLOSEUPS", close_ups));
        let near = match maps {
            Some(_) => script("near")?.replace("LOCATE", &locate.name).replace("MAP", &map.name),
            None => String::new(),
        };
        Ok(Scripts {
            page: script("page")?,
            frame: script("frame")?,
            start: script("start")?,
            pick: script("pick")?,
            leave: script("leave")?,
            credit: script("credit")?,
            action: Named::new("action", [near, script("moved")?, script("draft")?, script("where")?].concat()),
            locate,
            map,
            search: Named::new("search", script("search")?),
        })
    }

    /// The hashes of those inside pages, as `script-src` lists them.
    pub fn hashes(&self) -> String {
        let inside = [&self.page, &self.frame, &self.start, &self.pick, &self.leave, &self.credit];
        inside.map(|script| csp_hash(script)).join(" ")
    }
}

/// Reads a script.
pub fn read(files: &Files, path: &Path) -> Result<String> {
    Ok(files.text(path).with_context(|| format!("{}: cannot be read", path.display()))?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use layout::{Phase, phase};

    /// Pages name them: they go online first, and old ones stay for a while. Every field is named here, so that none is forgotten.
    #[test]
    fn scripts_by_name_are_known_to_the_site_folder() {
        let assets = Path::new("../../assets");
        let mut files = Files::default();
        files.read_folder(assets, |_| Some(u64::MAX));
        let Scripts { page: _, frame: _, start: _, pick: _, leave: _, credit: _, action, locate, map, search } =
            Scripts::read(&files, assets, None).unwrap();
        for Named { name, .. } in [action, locate, map, search] {
            assert_eq!(phase(&name), Phase::First, "{name}");
        }
    }
}
