//! `undersigned import ca`, `eu`, `fr` and `uk` on small made-up records: what becomes of good ones, and which faults are told.
#![cfg(not(target_arch = "wasm32"))]
// Clippy knows tests by their attribute; what they share is test code too.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

#[path = "cli_import_countries/canada.rs"]
mod canada;
#[path = "cli_import_countries/canada_records.rs"]
mod canada_records;
#[path = "cli_import_countries/committed.rs"]
mod committed;
#[path = "cli_import_countries/europe.rs"]
mod europe;
#[path = "cli_import_countries/france.rs"]
mod france;
#[path = "cli_import_countries/kingdom.rs"]
mod kingdom;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use records::tables::sha256_hex;

/// Upstream files of a made-up country, and what was reviewed of them.
#[derive(Clone)]
pub struct Records {
    /// The subcommand.
    country: &'static str,
    /// Name, format and content of each file.
    files: Vec<(&'static str, &'static str, Vec<u8>)>,
    /// `reviewed.toml` without its inputs.
    reviewed: String,
    /// What is replaced in the whole of it.
    replaced: Vec<(String, String)>,
}

/// How the command ended.
struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl Records {
    /// The same with another text in one file.
    fn with(mut self, file: &str, from: &str, to: &str) -> Records {
        let (.., bytes) = self.files.iter_mut().find(|(name, ..)| *name == file).unwrap();
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert!(text.contains(from), "no `{from}` in {file}");
        *bytes = text.replacen(from, to, 1).into_bytes();
        self
    }

    /// The same with another content of one file.
    fn with_file(mut self, file: &str, content: &[u8]) -> Records {
        self.files.iter_mut().find(|(name, ..)| *name == file).unwrap().2 = content.to_vec();
        self
    }

    /// The same with more in `reviewed.toml`, in front of the inputs.
    fn reviewing(mut self, text: &str) -> Records {
        self.reviewed += text;
        self
    }

    /// The same with another text in `reviewed.toml`.
    fn replacing(mut self, from: &str, to: &str) -> Records {
        self.replaced.push((from.to_owned(), to.to_owned()));
        self
    }

    /// Lays the files out and imports them.
    fn import(&self, name: &str) -> (Ran, PathBuf) {
        let folder =
            testbench::workspace::scratch().join("import-countries").join(self.country).join(name.replace(' ', "-"));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("from")).unwrap();
        fs::create_dir_all(folder.join("to")).unwrap();
        let mut reviewed = self.reviewed.clone();
        for (file, format, bytes) in &self.files {
            fs::write(folder.join("from").join(file), bytes).unwrap();
            reviewed += &format!(
                "\n[[input]]\nfile = \"{file}\"\nformat = \"{format}\"\nsource = \"made up\"\naddress = \"https://example.org/{file}\"\nlicence = \"CC0-1.0\"\ncredit = [\"Example credit of {file}\"]\ndate = \"{}\"\nsha256 = \"{}\"\n",
                if format.contains("addresses") || *format == "postcode-runs" { "2026-01-01" } else { "2026-02-03" },
                sha256_hex(bytes)
            );
        }
        for (from, to) in &self.replaced {
            assert!(reviewed.contains(from), "no `{from}` in\n{reviewed}");
            reviewed = reviewed.replacen(from, to, 1);
        }
        fs::write(folder.join("to/reviewed.toml"), reviewed).unwrap();
        (run(&folder, &["import", self.country, "--from", "from", "--to", "to"]), folder.join("to"))
    }

    /// Imports what has a fault, and expects that it is told and that nothing is written.
    fn fails(&self, what: &str, said: &str) {
        let (ran, to) = self.import(what);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{what}: {}", ran.err);
        assert!(ran.err.contains(said), "{what}: no `{said}` in\n{}", ran.err);
        assert_eq!(tables(&to).into_keys().collect::<Vec<_>>(), ["reviewed.toml"], "{what}");
    }

    /// Imports what is good, and gives the tables.
    fn passes(&self, what: &str) -> BTreeMap<String, String> {
        let (ran, to) = self.import(what);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{what}: {}", ran.out);
        tables(&to)
    }
}

fn run(folder: &Path, arguments: &[&str]) -> Ran {
    let output = testbench::workspace::undersigned().current_dir(folder).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

fn tables(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let named =
        |path: PathBuf| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(&path).unwrap());
    entries.map(named).collect()
}

#[test]
fn what_could_not_run_is_told_apart_from_what_is_wrong() {
    let folder = testbench::workspace::scratch().join("import-countries").join("nothing");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for country in ["ca", "eu", "fr", "uk"] {
        let ran = run(&folder, &["import", country, "--to", "nowhere"]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{country}");
        assert!(ran.err.contains("reviewed.toml"), "{country}: {}", ran.err);
    }
    let (_, to) = france::records().import("a file is missing");
    fs::remove_file(to.join("../from/addresses.csv")).unwrap();
    let ran = run(to.parent().unwrap(), &["import", "fr", "--from", "from", "--to", "to"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("addresses.csv"), "{}", ran.err);
}
