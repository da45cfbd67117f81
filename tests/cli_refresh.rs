//! `undersigned refresh` against a server of our own: what is taken, what is refused, and that refusing changes nothing.
#![cfg(not(target_arch = "wasm32"))]
// Clippy knows tests by their attribute; what they share is test code too.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

#[path = "cli_import_countries/canada_records.rs"]
mod canada_records;
#[path = "cli_refresh/folders.rs"]
mod folders;
#[path = "cli_refresh/next_congress.rs"]
mod next_congress;
#[path = "cli_refresh/server.rs"]
mod server;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use serde_json::{Value, json};

use records::tables::sha256_hex;

use server::{Answer, Server};

const PEOPLE: &str = "legislators-current.json";
const OFFICES: &str = "legislators-district-offices.json";

/// Tables of a made-up country, and the server of their records.
struct Records {
    folder: PathBuf,
    server: Server,
}

struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl Records {
    /// Tables as they are after an import of the good fixture, whose records the server has too.
    fn new(name: &str) -> Records {
        Records::of(name, &people(), "GU = 1\nNH = 2\nVT = 1\n", 3, "vacant_up_to = 2\nno_contact_up_to = 2\n")
    }

    fn of(name: &str, people: &Value, seats: &str, voting: u32, limits: &str) -> Records {
        let folder = testbench::workspace::scratch().join("refresh").join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("from")).unwrap();
        fs::create_dir_all(folder.join("data/us")).unwrap();
        let server = Server::start(&folder);
        let good = testbench::workspace::root().join("tests/fixtures/us/good");
        let read = |name: &str| fs::read_to_string(good.join(name)).unwrap();
        let non_voting = ["GU", "DC", "PR"].into_iter().filter(|code| seats.contains(code)).count();
        let mut reviewed = format!(
            "# Looked at.\n[congress]\nvalid_from = \"2025-01-03\"\nvalid_to = \"2027-01-03\"\nvoting = {voting}\nnon_voting = {non_voting}\n{limits}source = \"made up\"\n\n[seats]\n{seats}"
        );
        let zips = next_congress::zips(seats);
        for (file, format, text) in [
            (PEOPLE, "legislators", serde_json::to_string(people).unwrap()),
            (OFFICES, "district-offices", if seats.contains("GU") { read(OFFICES) } else { "[]".to_owned() }),
            ("zccd.csv", "zccd", zips),
        ] {
            fs::write(folder.join("from").join(file), &text).unwrap();
            let fetch =
                if format == "zccd" { String::new() } else { format!("fetch = \"{}\"\n", server.address(file)) };
            reviewed += &format!(
                "\n[[input]]\nfile = \"{file}\"\nformat = \"{format}\"\nsource = \"made up\"\naddress = \"https://example.org/{file}\"\n{fetch}licence = \"CC0-1.0\"\ndate = \"2026-01-02\" # as read\nsha256 = \"{}\"\n",
                sha256_hex(text.as_bytes())
            );
            server.put(file, Answer::file(text));
        }
        fs::write(folder.join("data/us/reviewed.toml"), reviewed).unwrap();
        let records = Records { folder, server };
        let ran = records.run(&["import", "us", "--from", "from"], &[]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
        records
    }

    /// Imports again, with these states as those that get new lines.
    fn give_new_lines(&self, states: &[&str]) {
        let rows: String =
            states.iter().map(|state| format!("{state},yes,Example plan,2026-01-02,made up\n")).collect();
        let text = format!("state,in_force_for_120th,plan,date,basis\n{rows}VT,no,Example plan,2026-01-02,made up\n");
        fs::write(self.folder.join("from/lines.csv"), &text).unwrap();
        let path = self.folder.join("data/us/reviewed.toml");
        let mut reviewed = fs::read_to_string(&path).unwrap();
        reviewed += &format!(
            "\n[[input]]\nfile = \"lines.csv\"\nformat = \"lines\"\nsource = \"made up\"\naddress = \"https://example.org/lines.csv\"\nlicence = \"CC0-1.0\"\ndate = \"2026-01-02\"\nsha256 = \"{}\"\n",
            sha256_hex(text.as_bytes())
        );
        fs::write(path, reviewed).unwrap();
        let ran = self.run(&["import", "us", "--from", "from"], &[]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    }

    fn run(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Ran {
        run_in(&self.folder, arguments, environment)
    }

    fn refresh(&self) -> Ran {
        self.refresh_with(&[], &[])
    }

    fn refresh_with(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Ran {
        let words =
            ["refresh", "us", "--on", "2026-12-06", "--authorities", "authority.pem", "--pause", "0", "--retries", "1"];
        self.run(&[&words, arguments].concat(), environment)
    }

    /// Every committed file.
    fn tables(&self) -> BTreeMap<String, Vec<u8>> {
        let entries = fs::read_dir(self.folder.join("data/us")).unwrap().map(|entry| entry.unwrap().path());
        entries.map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap())).collect()
    }

    fn put_people(&self, people: &Value) {
        self.server.put(PEOPLE, Answer::file(serde_json::to_string(people).unwrap()));
    }
}

fn run_in(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Ran {
    let mut command = testbench::workspace::undersigned();
    for name in
        ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "HTTP_PROXY", "http_proxy", "NO_PROXY", "no_proxy"]
    {
        command.env_remove(name);
    }
    let Output { status, stdout, stderr } =
        command.envs(environment.iter().copied()).current_dir(folder).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran { code: status.code().unwrap(), out: text(stdout), err: text(stderr) }
}

/// The people of the good fixture, without its slip.
fn people() -> Value {
    let path = testbench::workspace::root().join("tests/fixtures/us/good").join(PEOPLE);
    serde_json::from_str(&fs::read_to_string(path).unwrap().replace("hhttps", "https")).unwrap()
}

fn term(people: &mut Value, at: usize) -> &mut Value {
    people[at]["terms"].as_array_mut().unwrap().last_mut().unwrap()
}

#[test]
fn unchanged_records_are_fetched_whole_once_and_then_asked_for_by_their_tag() {
    let records = Records::new("unchanged");
    let before = records.tables();
    for _ in 0..2 {
        let ran = records.refresh();
        assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "us: unchanged\n", ""));
    }
    assert_eq!(records.tables(), before);
    let asked = records.server.asked();
    let statuses: Vec<(&str, u16)> = asked.iter().map(|(file, status)| (file.as_str(), *status)).collect();
    assert_eq!(statuses, [(PEOPLE, 200), (OFFICES, 200), (PEOPLE, 304), (OFFICES, 304)]);
    // A copy that was damaged is fetched again.
    fs::write(records.folder.join("cache/us").join(PEOPLE), "[]").unwrap();
    assert_eq!(records.refresh().code, 0);
    assert_eq!(records.server.asked()[4..].iter().map(|(_, status)| *status).collect::<Vec<_>>(), [200, 304]);
}

#[test]
fn changes_are_written_with_their_day_and_told_in_words() {
    let records = Records::new("changes");
    let mut new = people();
    // NH-2 was vacant; NH-1 changes her party and number; a senator leaves and another is appointed.
    let mut entrant = new[5].clone();
    entrant["id"]["bioguide"] = json!("E000020");
    entrant["name"] = json!({"first": "Example Member", "last": "Twenty", "official_full": "Example Member Twenty"});
    entrant["terms"] = json!([{"type": "rep", "start": "2026-12-01", "end": "2027-01-03", "state": "NH", "district": 2,
        "party": "Democrat", "url": "https://twenty.house.gov", "phone": "202-225-0020",
        "address": "20 Cannon House Office Building Washington DC 20515-0001"}]);
    term(&mut new, 5)["party"] = json!("Republican");
    term(&mut new, 5)["phone"] = json!("202-225-0066");
    new[3]["id"]["bioguide"] = json!("E000021");
    new[3]["name"] = json!({"first": "Example Senator", "last": "Twentyone"});
    term(&mut new, 3)["start"] = json!("2026-11-20");
    term(&mut new, 3)["end"] = json!("2028-11-07");
    new.as_array_mut().unwrap().push(entrant);
    records.put_people(&new);
    let ran = records.refresh();
    assert_eq!((ran.code, ran.err.as_str()), (3, ""), "{}", ran.out);
    let lines: Vec<&str> = ran.out.lines().map(str::trim_start).collect();
    assert_eq!(
        lines,
        [
            "us: 4 seats (0 vacant), 8 people, 2 district offices, 4 pairs of ZIP code and seat",
            "NH senate: Example Senator Four → Example Senator Twentyone (Democrat), term since 2026-11-20",
            "NH-2: vacant → Example Member Twenty (Democrat), term since 2026-12-01",
            "NH-1: Example Member Six: Democrat → Republican",
            "1 telephone number changed: NH-1 Example Member Six",
        ]
    );
    let reviewed = fs::read_to_string(records.folder.join("data/us/reviewed.toml")).unwrap();
    assert!(reviewed.starts_with("# Looked at.\n"), "{reviewed}");
    assert_eq!(reviewed.matches("date = \"2026-12-06\" # as read").count(), 1, "{reviewed}");
    // The same import by hand gives the same tables.
    let before = records.tables();
    fs::copy(records.folder.join("cache/us").join(PEOPLE), records.folder.join("from").join(PEOPLE)).unwrap();
    let ran = records.run(&["import", "us", "--from", "from"], &[]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(records.tables(), before);
    assert_eq!(records.refresh().code, 0, "and now nothing is new");
}

#[test]
fn a_seat_falls_vacant_by_itself_up_to_the_number_that_a_person_set() {
    let records = Records::new("vacant");
    let mut new = people();
    new.as_array_mut().unwrap().retain(|person| person["id"]["bioguide"] != "E000006");
    records.put_people(&new);
    let ran = records.refresh();
    assert_eq!(ran.code, 3, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("\n  NH-1: Example Member Six → vacant\n"), "{}", ran.out);
    let before = records.tables();
    new.as_array_mut().unwrap().retain(|person| person["id"]["bioguide"] != "E000003");
    records.put_people(&new);
    let ran = records.refresh();
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("vacant_up_to: 3 seats without a member; reviewed.toml allows 2"), "{}", ran.err);
    assert_eq!(records.tables(), before);
}

#[test]
fn what_fails_a_check_is_refused_and_the_last_good_copy_stays() {
    let records = Records::new("refused");
    assert_eq!(records.refresh().code, 0);
    let (before, copy) = (records.tables(), fs::read(records.folder.join("cache/us").join(PEOPLE)).unwrap());
    let good = serde_json::to_string(&people()).unwrap();
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut new = people();
        change(&mut new);
        Answer::file(serde_json::to_string(&new).unwrap())
    };
    let each = |people: &mut Value, field: &str| {
        for person in people.as_array_mut().unwrap() {
            person["terms"].as_array_mut().unwrap().last_mut().unwrap().as_object_mut().unwrap().remove(field);
        }
    };
    for (what, answer, code, said) in [
        ("telephone numbers gone", changed(&|new| each(new, "phone")), 1, "no phone number"),
        ("parties gone", changed(&|new| each(new, "party")), 1, "missing field `party`"),
        ("ends gone", changed(&|new| each(new, "end")), 1, "missing field `end`"),
        (
            "a term that ends before it starts",
            changed(&|new| term(new, 1)["end"] = json!("2024-01-01")),
            1,
            "before it starts",
        ),
        ("two in one seat", changed(&|new| term(new, 2)["state"] = json!("GU")), 1, "held by E000003 and E000007"),
        ("everybody gone", Answer::file("[]".to_owned()), 1, "vacant_up_to"),
        ("nothing", Answer::file(String::new()), 1, "EOF"),
        ("half a file that says it is whole", Answer::file(good[..good.len() / 2].to_owned()), 1, "EOF"),
        ("half a file that breaks off", Answer::half(good.clone()), 2, PEOPLE),
        ("an error page", Answer::file("<!doctype html><title>Moved</title>".to_owned()), 1, "expected value"),
        (
            "another host",
            Answer::redirect("https://127.0.0.1:1/legislators.json"),
            1,
            "redirects to `https://127.0.0.1:1/",
        ),
        (
            "an open address",
            Answer::redirect("http://localhost/legislators.json"),
            1,
            "redirects to `http://localhost/",
        ),
        ("round and round", Answer::redirect("/legislators-current.json"), 1, "redirects to"),
        ("gone", Answer::status(404), 2, "status 404"),
        ("broken", Answer::status(503), 2, "status 503"),
        ("not modified, though nobody asked", Answer::status(304), 0, ""),
        ("2 GB, as it says", Answer::long(2_000_000_000), 1, "longer than 30000000 bytes"),
        ("without end", Answer::endless(), 1, "longer than 1000000 bytes"),
        ("silence", Answer::stall(), 2, "timeout"),
        ("silence in the middle", Answer::stall_after(good.clone()), 2, "timeout"),
    ] {
        records.server.put(PEOPLE, answer);
        let more: &[&str] = match what {
            "without end" => &["--most", "1"],
            "silence" | "silence in the middle" => &["--timeout", "1", "--retries", "0"],
            _ => &[],
        };
        let ran = records.refresh_with(more, &[]);
        assert_eq!(ran.code, code, "{what}: {}{}", ran.out, ran.err);
        assert!(ran.err.contains(said), "{what}: no `{said}` in\n{}", ran.err);
        assert_eq!(records.tables(), before, "{what}");
        assert_eq!(fs::read(records.folder.join("cache/us").join(PEOPLE)).unwrap(), copy, "{what}");
    }
    records.server.put(PEOPLE, Answer::file(good));
    assert_eq!(records.refresh().code, 0);
}

#[test]
fn a_host_that_fails_once_is_asked_again_and_a_redirect_on_it_is_followed() {
    let records = Records::new("again");
    records.server.put("moved.json", Answer::file(serde_json::to_string(&people()).unwrap()));
    for first in [Answer::status(503), Answer::status(429), Answer::half("[]".to_owned())] {
        records.server.put(PEOPLE, first.then(Answer::redirect("/moved.json")));
        let ran = records.refresh();
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    }
}

#[test]
fn only_the_right_certificate_is_trusted() {
    let records = Records::new("certificates");
    let before = records.tables();
    // The browsers' authorities do not know ours.
    let ran = records.run(&["refresh", "us", "--on", "2026-12-06", "--retries", "0"], &[]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("UnknownIssuer"), "{}", ran.err);
    // A certificate for another name, and one that has expired.
    for (host, said) in [("other", "not valid for name"), ("expired", "expired")] {
        let other = records.server.twin(host);
        let file = records.folder.join("data/us/sources.toml");
        let sources = fs::read_to_string(&file).unwrap();
        fs::write(&file, sources.replace(&records.server.address(""), &other.address(""))).unwrap();
        let ran = records.refresh();
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{host}");
        assert!(ran.err.contains(said), "{host}: {}", ran.err);
        assert!(other.asked().is_empty(), "{host}: nothing was asked");
        fs::write(&file, sources).unwrap();
    }
    assert_eq!(records.tables(), before);
    let ran = records.refresh_with(&["--authorities", "data/us/reviewed.toml"], &[]);
    assert_eq!(ran.code, 2);
}

#[test]
fn only_https_is_asked_and_the_proxy_of_the_environment_is_used() {
    let records = Records::new("proxy");
    let file = records.folder.join("data/us/sources.toml");
    let sources = fs::read_to_string(&file).unwrap();
    for address in ["http://localhost/", "file:///etc/", "ftp://localhost/", "https://user:secret@localhost/"] {
        fs::write(&file, sources.replace(&records.server.address(""), address)).unwrap();
        let ran = records.refresh();
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{address}");
        assert!(ran.err.contains("is not an https address"), "{}", ran.err);
    }
    fs::write(&file, &sources).unwrap();
    let proxy = server::Proxy::start();
    let ran = records.refresh_with(&[], &[("HTTPS_PROXY", &proxy.address())]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(proxy.connected(), [records.server.authority(), records.server.authority()]);
}

#[test]
fn the_next_congress_comes_in() {
    next_congress::check();
}

/// `undersigned check` in a folder with the campaigns, the legislatures that they write to, and these tables.
fn check(records: &Records, arguments: &[&str], environment: &[(&str, &str)]) -> Ran {
    let legislatures = ["data/ca-commons", "data/eu-parliament", "data/uk-commons"];
    for name in ["campaigns/cfhk-blinken-2023", "campaigns/nine-groups-2015"].into_iter().chain(legislatures) {
        let (from, to) = (testbench::workspace::root().join(name), records.folder.join(name));
        fs::create_dir_all(&to).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let path = entry.unwrap().path();
            fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
        }
    }
    records.run(&[&["check"], arguments].concat(), environment)
}

#[test]
fn check_says_how_old_tables_are_warns_before_terms_end_and_refuses_after() {
    let records = Records::new("age");
    let age = "data/us/officials.csv: records of 2026-01-02, ";
    for (day, code, old, said) in [
        ("2026-01-03", 0, "1 day old", ""),
        ("2026-11-03", 0, "305 days old", ""),
        ("2026-11-04", 0, "306 days old", "warning: us: terms end on 2027-01-03, in 60 days"),
        ("2027-01-02", 0, "365 days old", "warning: us: terms end on 2027-01-03, in 1 day;"),
        ("2027-01-03", 0, "366 days old", "warning: us: terms end on 2027-01-03, in 0 days"),
        (
            "2027-01-04",
            1,
            "367 days old",
            "sources.toml: us: these tables were valid until 2027-01-03; refresh them, or pass",
        ),
        ("2027-07-01", 1, "545 days old", "sources.toml: us: these tables were valid until 2027-01-03"),
    ] {
        let ran = check(&records, &["--on", day], &[]);
        assert_eq!(
            (ran.code, ran.out.as_str()),
            (code, "2 campaigns, 4 language files: no faults\n"),
            "{day}: {}",
            ran.err
        );
        assert!(ran.err.contains(&format!("{age}{old}\n")), "{day}: {}", ran.err);
        assert!(ran.err.contains(said), "{day}: no `{said}` in\n{}", ran.err);
        assert_eq!(
            ran.err.contains("terms end") || ran.err.contains("valid until"),
            !said.is_empty(),
            "{day}: {}",
            ran.err
        );
    }
    for (arguments, environment) in [
        (&["--on", "2027-07-01", "--allow-outdated"][..], &[][..]),
        (&[], &[("UNDERSIGNED_TODAY", "2027-07-01"), ("UNDERSIGNED_ALLOW_OUTDATED", "true")]),
    ] {
        let ran = check(&records, arguments, environment);
        assert_eq!(ran.code, 0);
        assert!(
            ran.err.contains("warning: us: these tables were valid until 2027-01-03; using them anyway"),
            "{}",
            ran.err
        );
    }
    // A campaign by its name is judged alone.
    let ran = check(&records, &["campaigns/nine-groups-2015", "--on", "2027-07-01"], &[]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

#[test]
fn no_page_is_drawn_from_tables_that_no_longer_hold_and_none_depends_on_the_day() {
    let root = &testbench::workspace::root();
    let draw = |folder: &str, more: &[&str]| {
        let out = testbench::workspace::scratch().join("refresh").join(folder);
        let _ = fs::remove_dir_all(&out);
        fs::create_dir_all(&out).unwrap();
        for name in ["undersigned-test.js", "undersigned-test_bg.wasm"] {
            fs::write(out.join(name), "none").unwrap();
        }
        let words = [&["prerender", "--out", out.to_str().unwrap()], more].concat();
        let ran = testbench::workspace::undersigned().current_dir(root).args(words).output().unwrap();
        let files = testbench::measure::files(&out).unwrap().into_iter();
        let found: Vec<_> =
            files.map(|file| (file.strip_prefix(&out).unwrap().to_owned(), fs::read(&file).unwrap())).collect();
        (ran.status.code(), found, String::from_utf8(ran.stderr).unwrap())
    };
    let (code, refused, said) = draw("outdated", &["--on", "2027-01-04"]);
    assert_eq!((code, refused.len()), (Some(1), 2), "{said}");
    assert!(said.contains("us: these tables were valid until 2027-01-03"), "{said}");
    let (code, before, _) = draw("before", &["--on", "2026-06-20"]);
    assert_eq!(code, Some(0));
    let (code, after, said) = draw("after", &["--on", "2027-07-01", "--allow-outdated"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(before.len() > 100 && before == after, "the day of the build must not show in a page");
}

#[test]
fn help_says_what_the_exit_codes_mean() {
    let records = Records::new("help");
    let ran = records.run(&["refresh", "--help"], &[]);
    assert_eq!(ran.code, 0);
    assert!(
        ran.out.contains("0 unchanged, 3 changed and written, 1 refused and nothing written, 2 could not run"),
        "{}",
        ran.out
    );
    let ran = records.run(&["refresh", "us", "--data", "nowhere"], &[]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("nowhere/us/sources.toml"), "{}", ran.err);
}
