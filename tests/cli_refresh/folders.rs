//! Legislatures that are folders: people are fetched again, seats and outlines stay.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use records::tables::sha256_hex;

use super::canada_records::{MEMBERS, REVIEWED, RIDINGS, dbf};
use super::server::{Answer, Server};
use super::{Ran, run_in};

const FILE: &str = "members.json";

/// Canada's made-up records after an import, and the server of its members.
struct Folder {
    folder: PathBuf,
    server: Server,
}

impl Folder {
    fn new(name: &str) -> Folder {
        let folder = testbench::workspace::scratch().join("refresh-folders").join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("from")).unwrap();
        fs::create_dir_all(folder.join("data/ca-example")).unwrap();
        let server = Server::start(&folder);
        server.put(FILE, Answer::file(MEMBERS.to_owned()));
        let mut reviewed = format!("# Looked at.\n{REVIEWED}");
        let fetch = format!("fetch = \"{}\"\n", server.address(FILE));
        for (file, format, bytes, fetch) in [
            (FILE, "ca-mp-data", MEMBERS.as_bytes().to_vec(), fetch.as_str()),
            ("ridings.dbf", "ca-ridings", dbf(&RIDINGS), ""),
        ] {
            fs::write(folder.join("from").join(file), &bytes).unwrap();
            reviewed += &format!(
                "\n[[input]]\nfile = \"{file}\"\nformat = \"{format}\"\nsource = \"made up\"\naddress = \"https://example.org/{file}\"\n{fetch}licence = \"CC0-1.0\"\ncredit = [\"made up\"]\ndate = \"2026-01-02\" # as read\nsha256 = \"{}\"\n",
                sha256_hex(&bytes)
            );
        }
        fs::write(folder.join("data/ca-example/reviewed.toml"), reviewed).unwrap();
        let imported = Folder { folder, server };
        let ran = imported.run(&["import", "ca", "--from", "from", "--to", "data/ca-example"]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
        imported
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        run_in(&self.folder, arguments, &[])
    }

    fn refresh(&self, more: &[&str]) -> Ran {
        let words =
            ["refresh", "--on", "2026-12-06", "--authorities", "authority.pem", "--pause", "0", "--retries", "1"];
        self.run(&[&words, more].concat())
    }

    fn put(&self, members: &str) {
        self.server.put(FILE, Answer::file(members.to_owned()));
    }

    fn tables(&self) -> BTreeMap<String, Vec<u8>> {
        let entries = fs::read_dir(self.folder.join("data/ca-example")).unwrap().map(|entry| entry.unwrap().path());
        entries.map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap())).collect()
    }
}

#[test]
fn unchanged_records_change_nothing_and_changed_ones_are_told_in_words() {
    let folder = Folder::new("changes");
    let before = folder.tables();
    // Without a name, all folders are refreshed whose tables an importer makes; this one is kept by hand.
    let by_hand = folder.folder.join("data/by-hand");
    fs::create_dir_all(&by_hand).unwrap();
    fs::write(by_hand.join("sources.toml"), "as_of = \"2026-01-02\"\n").unwrap();
    let ran = folder.refresh(&[]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "ca-example: unchanged\n", ""));
    assert_eq!(folder.tables(), before);
    let new = MEMBERS
        .replace("\"party\":\"Red\",\"ridingId\":\"60001\"", "\"party\":\"Blue\",\"ridingId\":\"60001\"")
        .replace("Example Two", "Example Person Four")
        .replace("\"Two\"", "\"Four\"")
        .replace("example.two@", "example.four@")
        .replace("example.vanthree@", "Example.VanThree@");
    folder.put(&new);
    let ran = folder.refresh(&["ca-example"]);
    assert_eq!((ran.code, ran.err.as_str()), (3, ""), "{}", ran.out);
    assert_eq!(
        ran.out.lines().map(str::trim_start).collect::<Vec<_>>(),
        [
            "ca-example: 3 seats, 3 people (0 missing), 0 without a published e-mail address",
            "Example West (35002): Example Two → Example Person Four (ca-blue)",
            "Example East—St. Example’s (35001): Example Member One: ca-red → ca-blue",
            "1 e-mail address changed: 60001 Example van Three",
        ]
    );
    let after = folder.tables();
    assert_eq!(after["seats.csv"], before["seats.csv"], "ridings are not fetched");
    let reviewed = String::from_utf8(after["reviewed.toml"].clone()).unwrap();
    assert!(reviewed.starts_with("# Looked at.\n"), "{reviewed}");
    assert_eq!(reviewed.matches("date = \"2026-12-06\" # as read").count(), 1, "{reviewed}");
    let sources = String::from_utf8(after["sources.toml"].clone()).unwrap();
    assert!(sources.contains("as_of = \"2026-12-06\""), "{sources}");
    // The same import by hand gives the same tables.
    fs::copy(folder.folder.join("cache/ca-example").join(FILE), folder.folder.join("from").join(FILE)).unwrap();
    let ran = folder.run(&["import", "ca", "--from", "from", "--to", "data/ca-example"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(folder.tables(), after);
    assert_eq!(folder.refresh(&[]).code, 0, "and now nothing is new");
}

#[test]
fn a_few_seats_may_fall_vacant_and_what_fails_a_check_is_refused() {
    let folder = Folder::new("refused");
    assert_eq!(folder.refresh(&[]).code, 0);
    let before = folder.tables();
    let lines: Vec<&str> = MEMBERS.lines().collect();
    let two_gone = format!("[{}]", lines[1].trim_end_matches(','));
    for (what, members, said) in [
        ("two of three gone", two_gone.as_str(), "vacant_up_to: 2 people are missing; reviewed.toml allows 1"),
        ("everybody gone", "[]", "vacant_up_to: 3 people are missing"),
        (
            "a riding of another name",
            &MEMBERS.replace("Example West", "Example North"),
            "`Example North` is not a riding",
        ),
        ("addresses gone", &MEMBERS.replace("@parl.gc.ca", ""), "is not an e-mail address"),
        ("other people's addresses", &MEMBERS.replace("@parl.gc.ca", "@example.org"), "is not at parl.gc.ca"),
        ("a field gone", &MEMBERS.replace("ridingName", "riding"), "missing field `ridingName`"),
        (
            "other ids for all",
            &MEMBERS.replace("\"email\":\"", "\"email\":\"x"),
            "only 0 of 3 people have the same id as before",
        ),
        ("an error page", "<!doctype html>", "expected value"),
    ] {
        folder.put(members);
        let ran = folder.refresh(&[]);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{what}: {}", ran.err);
        assert!(ran.err.contains(said), "{what}: no `{said}` in\n{}", ran.err);
        assert_eq!(folder.tables(), before, "{what}");
    }
    // One is within what a person allowed.
    folder.put(&MEMBERS.replace(lines[2], ""));
    let ran = folder.refresh(&[]);
    assert_eq!(ran.code, 3, "{}", ran.err);
    assert!(ran.out.contains("\n  Example West (35002): Example Two → vacant\n"), "{}", ran.out);
}

#[test]
fn a_folder_without_an_importer_is_left_alone() {
    let folder = Folder::new("no-importer");
    let other = folder.folder.join("data/ca-example/reviewed.toml");
    let text = fs::read_to_string(&other).unwrap().replace("ca-mp-data", "eu-mep-addresses");
    fs::write(&other, text).unwrap();
    folder.put(&MEMBERS.replace("Blue", "Red"));
    let ran = folder.refresh(&[]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(
        ran.err.contains("reviewed.toml: input: none has a format whose importer makes a whole folder"),
        "{}",
        ran.err
    );
    let ran = folder.run(&["refresh", "uk"]);
    assert_eq!((ran.code, ran.err.as_str()), (2, "data/uk: no such folder; there are ca-example\n"));
    let ran = folder.run(&["refresh", "--data", "from"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("from: none of its folders has sources.toml and reviewed.toml"), "{}", ran.err);
}
