mod copies;

use std::io::{Read as _, Seek as _};

use layout::SUMS;

use super::sweep::{ALL, files_below};
use super::*;

const DAY: u64 = 86_400;
const WEEK: Duration = Duration::from_secs(7 * DAY);
/// Some moment.
const NOW: u64 = 1_700_000_000;

fn scratch(name: &str) -> PathBuf {
    let root = std::env::temp_dir().join(format!("undersigned-folder-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(&root).unwrap();
    root
}

fn put(root: &Path, path: &str, content: &str) {
    fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
    fs::write(root.join(path), content).unwrap();
}

/// Every file but the list of sums, which each run leaves.
fn all(root: &Path) -> Vec<String> {
    let mut found = files_below(root, "", ALL).unwrap();
    found.retain(|path| path != SUMS);
    found.sort();
    found
}

/// A run that publishes these files and nothing else.
fn run(root: &Path, keep_for: Duration, now: u64, files: &[(&str, &str)]) -> Outcome {
    let folder = SiteFolder::open_at(root, keep_for, Compressed::Renewed, now).unwrap();
    for (path, content) in files {
        folder.write(path, content.as_bytes()).unwrap();
    }
    folder.finish().unwrap()
}

#[test]
fn only_what_the_last_run_published_is_swept() {
    let root = scratch("swept");
    for (path, content) in [
        ("campaigns.json", r#"[{"id": "gone"}, {"id": "stays"}]"#),
        ("c/gone/en/index.html", "old"),
        ("c/gone/en/index.html.br", "old"),
        ("c/stays/en/index.html", "old"),
        ("c/stays/en/index.html.gz", "old"),
        ("c/stays/en/us/index.html", "old"),
        ("c/theirs/en/index.html", "theirs"),
        ("pictures/gone.en.png", "old"),
        ("pictures/gone-too.en.png", "theirs"),
        ("data/us/congress-0123abcd.bin.br", "old"),
        ("data/us/congress-0123abcd.bin", "old"),
        ("data/us/notes.txt", "theirs"),
        ("search-0123abcd.js", "old"),
        ("world-tour.js", "theirs"),
        ("about.html", "theirs"),
    ] {
        put(&root, path, content);
    }
    let outcome = run(&root, Duration::ZERO, NOW, &[("c/stays/en/index.html", "old"), ("campaigns.json", "[]")]);
    assert_eq!(outcome, Outcome { changed: 1, old: 0, removed: 5 });
    let expected = [
        "about.html",
        "c/stays/en/index.html",
        "c/stays/en/index.html.gz",
        "c/theirs/en/index.html",
        "campaigns.json",
        "data/us/notes.txt",
        "old-files.json",
        "pictures/gone-too.en.png",
        "world-tour.js",
    ];
    assert_eq!(all(&root), expected);
    assert!(!root.join("c/gone").exists());
    let removed: Vec<String> = Record::read(&root).removed.into_keys().collect();
    assert!(removed.contains(&"data/us/congress-0123abcd.bin.br".to_owned()), "{removed:?}");
    fs::remove_dir_all(&root).unwrap();
}

#[test]
fn a_list_that_does_not_read_sweeps_nothing() {
    for (name, index) in [("none", None), ("odd", Some("{}")), ("outside", Some(r#"[{"id": "../x"}]"#))] {
        let root = scratch(name);
        put(&root, "c/x/index.html", "x");
        if let Some(index) = index {
            put(&root, INDEX, index);
        }
        assert_eq!(run(&root, Duration::ZERO, NOW, &[]).removed, 0, "{name}");
        assert!(root.join("c/x/index.html").exists());
        fs::remove_dir_all(&root).unwrap();
    }
}

/// What a page that somebody has open, or that a browser keeps for five minutes, may still ask for.
const NAMED: [&str; 12] = [
    "data/us/congress-00000001.bin",
    "data/uk/commons-00000001.bin",
    "data/parts/stays.en.us-congress-00000001.json",
    "data/words/en.us-congress-00000001.json",
    "data/signers/stays.en-00000001.json",
    "undersigned-0000000000000001.js",
    "undersigned-0000000000000001_bg.wasm",
    "action-00000001.js",
    "locate-00000001.js",
    "map-00000001.js",
    "search-00000001.js",
    "logos/stays/one.svg",
];

const SITE: [(&str, &str); 3] =
    [("campaigns.json", r#"[{"id": "stays"}]"#), ("c/stays/index.html", "x"), ("c/stays/en/index.html", "x")];

#[test]
fn what_open_pages_name_stays_for_a_while() {
    let root = scratch("stays");
    let first: Vec<(&str, &str)> = SITE.into_iter().chain(NAMED.map(|path| (path, "one"))).collect();
    run(&root, WEEK, NOW, &first);
    assert!(!root.join("old-files.json").exists(), "a folder that one run made has no record");
    let there = || NAMED.iter().filter(|path| root.join(path).exists()).count();
    for (days, old, removed) in [(1, 12, 0), (3, 12, 0), (7, 12, 0), (8, 0, 12)] {
        let outcome = run(&root, WEEK, NOW + days * DAY, &SITE);
        assert_eq!((outcome.old, outcome.removed, there()), (old, removed, old), "after {days} days");
    }
    // What is published again is not old any more, and its time starts again when it goes once more.
    run(&root, WEEK, NOW, &first);
    run(&root, WEEK, NOW + DAY, &SITE);
    run(&root, WEEK, NOW + 6 * DAY, &first);
    assert!(!root.join("old-files.json").exists());
    assert_eq!(run(&root, WEEK, NOW + 9 * DAY, &SITE).old, NAMED.len());
    assert_eq!(
        run(&root, Duration::ZERO, NOW + 9 * DAY, &SITE).removed,
        NAMED.len(),
        "who keeps nothing has it gone at once"
    );
    fs::remove_dir_all(&root).unwrap();
}

#[test]
fn a_clock_or_a_record_that_was_wrong_never_sweeps_early() {
    let old = |root: &Path| Record::read(root).old.len();
    for (name, record) in [
        ("future", r#"{"old": {"action-00000001.js": 9999999999}}"#),
        ("cut off", r#"{"old": {"action-0000"#),
        ("other", r#"["action-00000001.js"]"#),
        ("unknown", "{}"),
        ("gone", ""),
    ] {
        let root = scratch(&name.replace(' ', "-"));
        run(&root, WEEK, NOW, &SITE);
        put(&root, "action-00000001.js", "one");
        put(&root, "old-files.json", record);
        run(&root, WEEK, NOW, &SITE);
        assert_eq!(old(&root), 1, "{name}");
        run(&root, WEEK, NOW + 6 * DAY, &SITE);
        assert_eq!(old(&root), 1, "{name}");
        assert_eq!(run(&root, WEEK, NOW + 7 * DAY, &SITE).removed, 1, "{name}");
        fs::remove_dir_all(&root).unwrap();
    }
}

#[test]
fn a_record_that_was_tampered_with_reaches_nothing_outside() {
    let root = scratch("tampered");
    let site = root.join("site");
    put(&root, "secret-0123abcd.bin", "theirs");
    run(&site, WEEK, NOW, &SITE);
    put(&site, "about.html", "theirs");
    put(
        &site,
        "old-files.json",
        r#"{"old": {"data/../../secret-0123abcd.bin": 0, "about.html": 0, "c/stays/index.html": 0}}"#,
    );
    assert_eq!(run(&site, WEEK, NOW, &SITE).removed, 0);
    assert!(root.join("secret-0123abcd.bin").exists() && site.join("about.html").exists());
    fs::remove_dir_all(&root).unwrap();
}

#[test]
fn what_a_taken_down_campaign_showed_goes_at_once() {
    let root = scratch("taken-down");
    let files = [
        ("campaigns.json", r#"[{"id": "stays"}, {"id": "down"}]"#),
        ("c/stays/index.html", "x"),
        ("c/down/index.html", "x"),
        ("logos/down/one.svg", "x"),
        ("pictures/down.en.png", "x"),
        ("data/parts/down.en.people-00000001.json", "x"),
    ];
    run(&root, WEEK, NOW, &files);
    run(&root, WEEK, NOW, &SITE);
    let old: Vec<String> = Record::read(&root).old.into_keys().collect();
    assert_eq!(old, ["data/parts/down.en.people-00000001.json"]);
    assert!(!root.join("logos/down").exists() && !root.join("pictures").exists() && !root.join("c/down").exists());
    fs::remove_dir_all(&root).unwrap();
}

#[test]
fn whoever_reads_while_a_file_is_replaced_has_the_old_one_whole() {
    let root = scratch("whole");
    let [one, two] = ["1", "2"].map(|digit| digit.repeat(100_000));
    run(&root, WEEK, NOW, &[("index.html", &one)]);
    let mut open = fs::File::open(root.join("index.html")).unwrap();
    run(&root, WEEK, NOW, &[("index.html", &two)]);
    let mut read = String::new();
    open.rewind().unwrap();
    open.read_to_string(&mut read).unwrap();
    assert!(read == one, "{} bytes of another file", read.len());
    assert!(fs::read_to_string(root.join("index.html")).unwrap() == two);
    fs::remove_dir_all(&root).unwrap();
}

#[test]
fn readers_never_see_half_a_file_nor_none() {
    let root = scratch("readers");
    let texts = ["1", "2", "3"].map(|digit| digit.repeat(400_000));
    run(&root, WEEK, NOW, &[("index.html", &texts[0])]);
    let done = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        let read = || {
            while !done.load(Ordering::Relaxed) {
                let found = fs::read_to_string(root.join("index.html")).unwrap();
                assert!(texts.contains(&found), "{} bytes", found.len());
            }
        };
        let readers = [scope.spawn(read), scope.spawn(read)];
        for round in 0..150 {
            run(&root, WEEK, NOW, &[("index.html", &texts[round % 3])]);
        }
        done.store(true, Ordering::Relaxed);
        for reader in readers {
            reader.join().unwrap();
        }
    });
    fs::remove_dir_all(&root).unwrap();
}

#[test]
fn one_run_at_a_time_has_a_folder() {
    let root = scratch("locked");
    let open = || SiteFolder::open_at(&root, WEEK, Compressed::Renewed, NOW);
    let first = open().unwrap();
    let fault = open().unwrap_err().to_string();
    let process = format!("process {}, since 20", std::process::id());
    assert!(fault.contains(&process) && fault.ends_with("try again when it is done"), "{fault}");
    first.finish().unwrap();
    drop(open().unwrap());
    assert_eq!(all(&root), Vec::<String>::new(), "nothing is left of a lock");
    fs::remove_dir_all(&root).unwrap();
}

#[test]
fn what_a_killed_run_left_stops_nobody_and_goes() {
    let root = scratch("killed");
    put(&root, ".publishing/lock", "process 1, since 1999-12-31 23:59:59 UTC");
    put(&root, ".publishing/7", "half a fi");
    run(&root, WEEK, NOW, &SITE);
    assert_eq!(all(&root), ["c/stays/en/index.html", "c/stays/index.html", "campaigns.json"]);
    fs::remove_dir_all(&root).unwrap();
}

/// A host compares the list with that of whoever built the site again; a later run that corrects a page must not leave the old one.
#[test]
fn the_sums_are_those_of_the_files_that_are_there_now() {
    let root = scratch("sums");
    let named = || -> Vec<String> {
        let list = fs::read_to_string(root.join(SUMS)).unwrap();
        let sums = list.lines().map(|line| line.split_once("  ").unwrap());
        let checked = sums.map(|(sum, path)| {
            assert_eq!(sum, records::tables::sha256_hex(&fs::read(root.join(path)).unwrap()), "{path}");
            path.to_owned()
        });
        checked.collect()
    };
    put(&root, "about.html", "theirs");
    let list = r#"[{"id": "a"}]"#;
    run(
        &root,
        WEEK,
        NOW,
        &[("c/a/index.html", "one"), ("data/us/congress-0123abcd.bin", "1"), ("campaigns.json", list)],
    );
    assert_eq!(named(), ["c/a/index.html", "campaigns.json", "data/us/congress-0123abcd.bin"]);
    // With a compressed copy, which the next run renews; what open pages still name is no part of this site.
    put(&root, "c/a/index.html.gz", "old");
    run(&root, WEEK, NOW + DAY, &[("c/a/index.html", "two"), ("campaigns.json", list)]);
    assert_eq!(named(), ["c/a/index.html", "c/a/index.html.gz", "campaigns.json"]);
    assert!(root.join("data/us/congress-0123abcd.bin").exists());
    fs::remove_dir_all(&root).unwrap();
}

#[test]
fn a_run_that_is_cut_short_leaves_the_list_of_the_run_before() {
    let root = scratch("cut-short");
    run(&root, WEEK, NOW, &SITE);
    let folder = SiteFolder::open_at(&root, WEEK, Compressed::Renewed, NOW).unwrap();
    folder.write("campaigns.json", b"[]").unwrap();
    drop(folder);
    assert_eq!(fs::read_to_string(root.join(INDEX)).unwrap(), SITE[0].1);
    fs::remove_dir_all(&root).unwrap();
}
