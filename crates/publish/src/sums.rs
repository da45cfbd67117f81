//! `SHA256SUMS`: the hash of every file of a site, so that a host can prove that a site is what was built.

use std::collections::BTreeMap;

use layout::SUMS;
use records::tables::sha256_hex;

use crate::file::File;

/// The list, from the SHA-256 of each file in hexadecimal, by its path. `sha256sum --check SHA256SUMS` in the site's folder reads
/// it.
pub fn list(sums: &BTreeMap<String, String>) -> String {
    sums.iter().map(|(path, sum)| [sum, "  ", path, "\n"].concat()).collect()
}

/// The list of these files, and of others of which only the sums are known.
pub(crate) fn of(files: &[File], others: impl IntoIterator<Item = (String, String)>) -> File {
    let sums = files.iter().map(|file| (file.path.clone(), sha256_hex(&file.bytes)));
    File::new(SUMS, list(&sums.chain(others).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_names_every_file_in_order() {
        let files = [File::new("e/a.bin", "\0"), File::new("a.html", "abc")];
        let text = String::from_utf8(of(&files, [("b.js".to_owned(), "00ff".to_owned())]).bytes).unwrap();
        let names: Vec<&str> = text.lines().filter_map(|line| Some(line.split_once("  ")?.1)).collect();
        assert_eq!(names, ["a.html", "b.js", "e/a.bin"]);
        // FIPS 180-2, appendix B.1.
        assert!(text.contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.html\n"));
        assert!(text.contains("00ff  b.js\n"));
    }
}
