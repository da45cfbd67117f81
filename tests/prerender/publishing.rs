//! Publishing into a folder that is shown: old files stay for a while, one run at a time, nothing half there, and the order
//! for uploads.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::atomic::{AtomicBool, Ordering};

use records::tables::sha256_hex;
use serde_json::Value;

use crate::published::{built, example_campaigns, files, pages, prerender, project, scratch, shipped};

/// Two small campaigns, one of which writes to both legislatures' kinds of tables.
fn campaigns(name: &str) -> PathBuf {
    let campaigns = example_campaigns(name);
    fs::remove_dir_all(campaigns.join("example-5000")).unwrap();
    campaigns
}

fn published(site: &Path, campaigns: &Path) {
    let output = prerender(site, campaigns);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&[&output.stdout[..], &output.stderr[..]].concat()).into_owned()
}

fn undersigned(arguments: &[&str], folders: &[&Path]) -> Output {
    let mut program = testbench::workspace::undersigned();
    program.args(arguments).args(folders).current_dir(project("")).output().unwrap()
}

/// Another text that supporters pass on, so that the texts of each part get another name.
fn change_words(campaigns: &Path, id: &str, text: &str) {
    let file = campaigns.join(id).join("en.json");
    let mut words: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    words["share_text"] = text.into();
    fs::write(&file, words.to_string()).unwrap();
}

fn parts(site: &Path, id: &str) -> BTreeSet<String> {
    let start = format!("data/parts/{id}.");
    files(site).into_keys().filter(|name| name.starts_with(&start)).collect()
}

fn record(site: &Path) -> Value {
    serde_json::from_slice(&fs::read(site.join("old-files.json")).unwrap_or_default()).unwrap_or_default()
}

#[test]
fn what_pages_of_the_last_run_name_stays_for_a_week_and_goes_then() {
    let campaigns = campaigns("campaigns-old-files");
    let site = built("old-files");
    published(&site, &campaigns);
    let before = parts(&site, "example-53");
    assert!(!site.join("old-files.json").exists() && !before.is_empty());
    change_words(&campaigns, "example-53", "Other words.");
    published(&site, &campaigns);
    let both = parts(&site, "example-53");
    assert!(both.is_superset(&before) && both.len() == 2 * before.len(), "{both:?}");
    let old: BTreeSet<String> = record(&site)["old"].as_object().unwrap().keys().cloned().collect();
    assert_eq!(old, before);
    // Time passes.
    let aged = fs::read_to_string(site.join("old-files.json")).unwrap().replace(": 1", ": ");
    fs::write(site.join("old-files.json"), aged).unwrap();
    published(&site, &campaigns);
    assert!(parts(&site, "example-53").is_disjoint(&before));
    let removed: BTreeSet<String> = record(&site)["removed"].as_object().unwrap().keys().cloned().collect();
    assert!(removed.is_superset(&before), "{removed:?}");
}

#[test]
fn the_site_file_says_how_long_old_files_stay() {
    let campaigns = campaigns("campaigns-days");
    for (days, outcome) in
        [("0", Ok(0)), ("30", Ok(1)), ("366", Err("more than 365")), ("-1", Err("keep_old_files_days"))]
    {
        let site = built("days");
        let site_file = scratch("days-file").join("site.toml");
        fs::write(&site_file, format!("keep_old_files_days = {days}\n")).unwrap();
        let run = || {
            let file = site_file.to_str().unwrap();
            undersigned(&["prerender", "--site", file, "--out"], &[&site, Path::new("--campaigns"), &campaigns])
        };
        let first = run();
        match outcome {
            Ok(times) => {
                assert_eq!(first.status.code(), Some(0), "{}", told(&first));
                let before = parts(&site, "example-uk");
                change_words(&campaigns, "example-uk", &format!("Words for {days} days."));
                assert_eq!(run().status.code(), Some(0));
                assert_eq!(parts(&site, "example-uk").intersection(&before).count(), times * before.len(), "{days}");
            }
            Err(said) => {
                assert_eq!(first.status.code(), Some(2), "{days}");
                assert!(told(&first).contains(said), "{}", told(&first));
            }
        }
    }
}

#[test]
fn a_second_run_into_the_same_folder_is_refused_while_the_first_one_writes() {
    let campaigns = campaigns("campaigns-locked");
    let site = built("locked");
    published(&site, &campaigns);
    let before = files(&site);
    fs::create_dir(site.join(".publishing")).unwrap();
    fs::write(site.join(".publishing/lock"), "process 4321, since 2026-01-31 10:00:00 UTC").unwrap();
    let lock = fs::File::options().write(true).open(site.join(".publishing/lock")).unwrap();
    lock.lock().unwrap();
    change_words(&campaigns, "example-53", "Other words.");
    for output in [prerender(&site, &campaigns), undersigned(&["publish"], &[&copied(&site, "locked-copy"), &site])] {
        let said = told(&output);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("process 4321, since 2026-01-31 10:00:00 UTC"), "{said}");
    }
    let now: Vec<_> = files(&site).into_iter().filter(|(name, _)| !name.starts_with(".publishing")).collect();
    assert!(now == before.into_iter().collect::<Vec<_>>());
    // As after a process that was killed: the file is there, and nobody has it.
    drop(lock);
    published(&site, &campaigns);
    assert!(!site.join(".publishing").exists());
}

#[test]
fn two_runs_at_once_leave_one_whole_site() {
    let campaigns = campaigns("campaigns-twice");
    let site = built("twice");
    let outputs = std::thread::scope(|scope| {
        let runs = [(); 2].map(|()| scope.spawn(|| prerender(&site, &campaigns)));
        runs.map(|run| run.join().unwrap())
    });
    let ends: BTreeSet<Option<i32>> = outputs.iter().map(|output| output.status.code()).collect();
    assert!(ends.contains(&Some(0)) && ends.iter().all(|end| [Some(0), Some(2)].contains(end)), "{ends:?}");
    let alone = built("alone");
    published(&alone, &campaigns);
    assert!(files(&site) == files(&alone));
}

#[test]
fn whoever_reads_a_site_while_it_is_published_again_has_whole_pages_and_all_that_they_name() {
    let campaigns = campaigns("campaigns-read");
    let site = built("read");
    published(&site, &campaigns);
    let page = site.join("e/example-53/en/index.html");
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        // Set also where a run fails: the readers would go on for ever.
        let _end = Raised(&done);
        let read = || {
            let mut reads = 0;
            while !done.load(Ordering::Relaxed) {
                let text = fs::read_to_string(&page).unwrap();
                assert!(text.ends_with("</html>\n"), "{} bytes", text.len());
                for name in text.split(['"', ' ']).filter_map(|text| text.strip_prefix("/sub/data/")) {
                    let part = fs::read(site.join("data").join(name)).unwrap();
                    assert!(serde_json::from_slice::<Value>(&part).is_ok(), "{name}");
                }
                reads += 1;
            }
            reads
        };
        let readers = [scope.spawn(read), scope.spawn(read)];
        for round in 0..4 {
            change_words(&campaigns, "example-53", &format!("Words of round {round}."));
            published(&site, &campaigns);
        }
        done.store(true, Ordering::Relaxed);
        for reader in readers {
            assert!(reader.join().unwrap() > 0);
        }
    });
}

/// Raises a flag when it goes out of scope.
struct Raised<'a>(&'a AtomicBool);

impl Drop for Raised<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// A copy of a site, as it is built elsewhere.
fn copied(site: &Path, name: &str) -> PathBuf {
    let copy = scratch(name);
    for (name, bytes) in files(site).into_iter().filter(|(name, _)| !name.starts_with(".publishing")) {
        let file = copy.join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
    copy
}

/// Gives the programs of a built folder a fingerprint, as a build does.
fn with_fingerprint(site: &Path, print: &str) {
    for ending in [".js", "_bg.wasm"] {
        let from = site.join(format!("undersigned-test{ending}"));
        fs::rename(from, site.join(format!("undersigned-{print}{ending}"))).unwrap();
    }
}

#[test]
fn a_built_site_is_published_to_the_folder_that_is_shown() {
    let campaigns = campaigns("campaigns-shown");
    let shown = scratch("shown");
    fs::write(shown.join("about.html"), "somebody's own").unwrap();
    let sites = ["0123456789abcdef", "fedcba9876543210"].map(|print| {
        let site = built(&["build-", print].concat());
        with_fingerprint(&site, print);
        change_words(&campaigns, "example-53", print);
        published(&site, &campaigns);
        fs::write(site.join("index.html.br"), print).unwrap();
        let output = undersigned(&["publish"], &[&site, &shown]);
        assert_eq!(output.status.code(), Some(0), "{}", told(&output));
        site
    });
    let (first, second, now) = (files(&sites[0]), files(&sites[1]), files(&shown));
    // The list of sums has what the build's own could not have yet: copies that were made after it.
    for (name, bytes) in second.iter().filter(|(name, _)| *name != layout::SUMS) {
        assert!(now.get(name) == Some(bytes), "{name} is not that of the new site");
    }
    let sums = str::from_utf8(&now[layout::SUMS]).unwrap();
    let listed: BTreeMap<&str, &str> =
        sums.lines().map(|line| line.split_once("  ").unwrap()).map(|(a, b)| (b, a)).collect();
    for (name, bytes) in second.iter().filter(|(name, _)| *name != layout::SUMS) {
        assert_eq!(listed.get(name.as_str()), Some(&&*sha256_hex(bytes)), "{name}");
    }
    assert_eq!(listed.len(), second.len() - 1, "nothing else is this site's");
    for program in ["undersigned-0123456789abcdef_bg.wasm", "undersigned-0123456789abcdef.js"] {
        assert!(now.get(program) == first.get(program), "{program} of the build before is gone");
    }
    assert!(now.contains_key("about.html"));
    // The program of the build before is not taken for today's.
    let again = prerender(&shown, &campaigns);
    assert_eq!(again.status.code(), Some(0), "{}", told(&again));
    for (from, to, said) in [
        (&scratch("no-site"), &shown, "contains no built site"),
        (&sites[0], &sites[0], "to another folder"),
        (&sites[0], &sites[0].join("inside"), "to another folder"),
    ] {
        let output = undersigned(&["publish"], &[from, to]);
        assert_eq!(output.status.code(), Some(2));
        assert!(told(&output).contains(said), "{}", told(&output));
    }
}

#[test]
fn uploads_are_told_their_order() {
    let campaigns = campaigns("campaigns-order");
    let site = built("order");
    with_fingerprint(&site, "0123456789abcdef");
    published(&site, &campaigns);
    let order = |arguments: &[&str]| {
        let output = undersigned(&[&["publish-order"], arguments].concat(), &[&site]);
        assert_eq!(output.status.code(), Some(0), "{}", told(&output));
        String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let lines = order(&[]);
    let steps: Vec<(&str, &str)> = lines.iter().map(|line| line.split_once(' ').unwrap()).collect();
    let named: BTreeSet<&str> = steps.iter().map(|(_, path)| *path).collect();
    let there = files(&site);
    assert_eq!(named, there.keys().map(String::as_str).collect(), "every file, once");
    assert_eq!(steps.len(), named.len());
    let at = |path: &str| steps.iter().position(|(_, known)| *known == path).unwrap();
    let page = steps.iter().position(|(step, _)| *step == "pages").unwrap();
    for (name, _) in there {
        let text = fs::read_to_string(site.join(&name)).unwrap_or_default();
        if !name.ends_with(".html") {
            continue;
        }
        assert!(at(&name) >= page, "{name}");
        // Whatever a page fetches by itself is uploaded before any page.
        for attribute in ["data-glue=\"", "data-wasm=\"", "data-island=\"", "data-action=\"/", "src=\"/sub/search"] {
            for (start, _) in text.match_indices(attribute) {
                for value in text[start..].split('"').nth(1).unwrap().split(' ') {
                    assert!(at(value.strip_prefix("/sub/").unwrap()) < page, "{name} names {value}");
                }
            }
        }
    }
    change_words(&campaigns, "example-53", "Other words.");
    published(&site, &campaigns);
    assert_eq!(order(&["--only", "remove"]), Vec::<String>::new(), "old files stay for now");
    fs::remove_dir_all(campaigns.join("example-12")).unwrap();
    published(&site, &campaigns);
    let gone = order(&["--only", "remove"]);
    assert!(gone.contains(&"c/example-12/en/index.html".to_owned()), "{gone:?}");
    let first = order(&["--only", "first"]);
    assert!(!first.is_empty() && first.iter().all(|path| !path.ends_with(".html")), "{first:?}");
    let help = told(&undersigned(&["publish-order", "--help"], &[]));
    assert!(help.contains("in the order in which to upload them") && help.contains("--only"), "{help}");
    assert_eq!(undersigned(&["publish-order"], &[&scratch("no-order")]).status.code(), Some(2));
}

#[test]
fn answers_are_names_and_no_codes() {
    let answers = scraper::Selector::parse(".where-choice span").unwrap();
    let mut looked = 0;
    for page in pages(shipped()) {
        for answer in page.html.select(&answers) {
            let text: String = answer.text().collect();
            let is_code = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase());
            assert!(!is_code, "{}: {text} is nobody's answer", page.path);
            looked += 1;
        }
    }
    assert!(looked >= 10, "{looked}");
}
