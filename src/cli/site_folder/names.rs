//! What the paths of a site say: which files carry a fingerprint, and in which order a site is put online.

/// Endings of the compressed copies beside a file.
pub(super) const TWINS: [&str; 2] = [".br", ".gz"];

/// When a file is put online.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Before the pages, which name it.
    First,
    /// Then: pages, and what is asked for at an address that stays.
    Pages,
}

/// When the file at a path of a site is put online.
pub fn phase(path: &str) -> Phase {
    let path = without_twin(path);
    let is_named = is_fingerprinted(path) || is_pinned_loader(path);
    let is_picture = ["logos/", "pictures/"].iter().any(|folder| path.starts_with(folder));
    if is_named || is_picture { Phase::First } else { Phase::Pages }
}

/// `embed/v1.0.0.js`: it never changes, because hosts pin it by its hash.
fn is_pinned_loader(path: &str) -> bool {
    let version = path.strip_prefix("embed/v").and_then(|name| name.strip_suffix(".js"));
    version.is_some_and(|version| version.split('.').count() == 3)
}

/// Whether a file's name changes with what is in it, so that an old one harms nobody.
pub(super) fn is_fingerprinted(path: &str) -> bool {
    let path = without_twin(path);
    if path.split('/').any(|part| part.is_empty() || part.starts_with('.')) {
        return false;
    }
    match path.rsplit_once('/') {
        None => is_program(path),
        Some((folder, name)) if folder.starts_with("data/") => {
            let stem = name.strip_suffix(".bin").or_else(|| name.strip_suffix(".json").filter(|_| folder == PARTS));
            stem.is_some_and(|stem| stem.rsplit_once('-').is_some_and(|(_, mark)| is_print(mark, 8..=8)))
        }
        Some(_) => false,
    }
}

/// Where the texts of live parts are.
pub(super) const PARTS: &str = "data/parts";

/// What the names of programs, their glue and the scripts that pages load begin with.
pub(crate) const STEMS: [&str; 6] = ["undersigned-", "world-", "action-", "locate-", "map-", "search-"];

fn is_program(name: &str) -> bool {
    let stem = ["_bg.wasm", ".js"].iter().find_map(|ending| name.strip_suffix(ending));
    let mark = stem.and_then(|stem| STEMS.iter().find_map(|known| stem.strip_prefix(known)));
    mark.is_some_and(|mark| is_print(mark, 8..=64))
}

fn is_print(text: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    length.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The file beside which a compressed copy lies; the path itself where it is none.
pub fn without_twin(path: &str) -> &str {
    TWINS.iter().find_map(|twin| path.strip_suffix(twin)).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fingerprints_are_known_and_come_first() {
        for (path, fingerprinted, comes) in [
            ("data/us/congress-0123abcd.bin", true, Phase::First),
            ("data/us/congress-0123abcd.bin.br", true, Phase::First),
            ("data/parts/example.en.us-congress-0123abcd.json", true, Phase::First),
            ("data/us/congress-0123abc.bin", false, Phase::Pages),
            ("data/us/notes.txt", false, Phase::Pages),
            ("data/us/list-0123abcd.json", false, Phase::Pages),
            ("undersigned-0123abcd.js", true, Phase::First),
            ("undersigned-0123abcd4567ef89_bg.wasm.gz", true, Phase::First),
            ("world-0123abcd_bg.wasm", true, Phase::First),
            ("action-0123abcd.js", true, Phase::First),
            ("locate-0123abcd.js", true, Phase::First),
            ("map-0123abcd.js.br", true, Phase::First),
            ("world-tour.js", false, Phase::Pages),
            ("data/../../congress-0123abcd.bin", false, Phase::Pages),
            ("/data/us/congress-0123abcd.bin", false, Phase::Pages),
            ("theirs-0123abcd.js", false, Phase::Pages),
            ("logos/example/one.svg", false, Phase::First),
            ("pictures/example.en.png", false, Phase::First),
            ("embed/v1.0.0.js", false, Phase::First),
            ("embed/v1.js", false, Phase::Pages),
            ("c/example/en/index.html", false, Phase::Pages),
            ("index.html", false, Phase::Pages),
            ("_headers", false, Phase::Pages),
        ] {
            assert_eq!((is_fingerprinted(path), phase(path)), (fingerprinted, comes), "{path}");
        }
    }
}
