//! Reads folders for the rooms that know no file system: what they look at, and nothing else that may lie there.

use std::path::Path;

use files::{Files, Met};
use publish::campaigns::{ENDINGS, MOST_BYTES};
use records::legislature::OWN;

/// What folders of tables and of the interface's texts hold.
const TABLES: [&str; 4] = ["toml", "csv", "json", "topojson"];

/// What the project's own files are.
const ASSETS: [&str; 4] = ["css", "js", "json", "ico"];

fn ends(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|ending| endings.iter().any(|known| ending == *known))
}

/// What is read of a campaign's folder, with the depth below it.
fn of_campaign(path: &Path, depth: usize) -> Option<u64> {
    match depth {
        1 if ends(path, &ENDINGS) => Some(MOST_BYTES),
        1 => path.ends_with(OWN).then_some(u64::MAX),
        2 => (path.parent()?.ends_with(OWN) && ends(path, &TABLES)).then_some(u64::MAX),
        _ => None,
    }
}

/// Reads a folder of campaigns: each campaign's files, and the legislature that it may bring.
pub fn campaigns(files: &mut Files, folder: &Path) {
    files.read_folder(folder, |Met { path, depth, is_folder }| match depth {
        1 => is_folder.then_some(0),
        _ => of_campaign(path, depth - 1),
    });
}

/// Reads a campaign with what is looked at beside it: the other campaigns' facts, for the one to which it points.
pub fn campaign(files: &mut Files, folder: &Path) {
    if let Some(above) = folder.parent() {
        files.read_folder(above, |Met { path, depth, is_folder }| match depth {
            1 => is_folder.then_some(0),
            2 => path.ends_with(campaign::check::FACTS_FILE).then_some(MOST_BYTES),
            _ => None,
        });
    }
    files.read_folder(folder, |Met { path, depth, .. }| of_campaign(path, depth));
}

/// Reads a folder of tables: those of every legislature.
pub fn data(files: &mut Files, folder: &Path) {
    files.read_folder(folder, |Met { path, depth, is_folder }| match depth {
        1 => is_folder.then_some(0),
        2 => ends(path, &TABLES).then_some(u64::MAX),
        _ => None,
    });
}

/// The tables of one legislature, or the texts of the interface.
pub fn folder(folder: &Path) -> Files {
    let mut files = Files::default();
    files.read_folder(folder, |Met { path, depth, .. }| (depth == 1 && ends(path, &TABLES)).then_some(u64::MAX));
    files
}

/// Reads the project's own files: styles and scripts, and in folders the loaders and the interface's texts.
pub fn assets(files: &mut Files, folder: &Path) {
    files.read_folder(folder, |Met { path, depth, is_folder }| match depth {
        1 | 2 if ends(path, &ASSETS) => Some(u64::MAX),
        1 => is_folder.then_some(0),
        _ => None,
    });
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// A folder of a campaigner may hold anything besides.
    #[test]
    fn only_what_a_campaign_is_made_of_is_read() {
        let root = std::env::temp_dir().join(format!("undersigned-disk-{}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        let own = [
            "x/campaign.json",
            "x/people.csv",
            "x/legislature/legislature.toml",
            "x/legislature/shapes.topojson",
            "y/campaign.json",
        ];
        let others =
            ["x/notes.txt", "x/raw/people.csv", "x/legislature/raw/seats.csv", "x/legislature/film.mp4", "z.json"];
        for path in own.iter().chain(&others) {
            fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
            fs::write(root.join(path), path).unwrap();
        }
        let (mut all, mut one) = (Files::default(), Files::default());
        campaigns(&mut all, &root);
        campaign(&mut one, &root.join("x"));
        for files in [&all, &one] {
            let read: Vec<&str> =
                files.all().map(|(path, _)| path.strip_prefix(&root).unwrap().to_str().unwrap()).collect();
            assert_eq!(
                read,
                own.iter().copied().collect::<std::collections::BTreeSet<_>>().into_iter().collect::<Vec<_>>()
            );
        }
        fs::remove_dir_all(&root).unwrap();
    }
}
