//! Publishing is a function: the same sources give the same bytes on one thread, on several, and in a browser.
//!
//! This is the half in a shell. It also writes what the half in a browser (`crates/publish/tests/in_browser.rs`) reads: all sources in
//! one file, and the checksum of each published file. `cargo xtask test` runs both, in this order.
#![cfg(not(target_arch = "wasm32"))]
// Clippy knows tests by their attribute; what they share is test code too.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

#[path = "publish/shared.rs"]
mod shared;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use testbench::tools::{Tool, Toolbox};
use testbench::workspace;
use undersigned::cli::disk;

use campaign::facts::Slug;
use files::Files;
use layout::Kind;
use places::legislature::LegislatureId;
use publish::{File, Materials, publish};
use records::tables::sha256_hex;

/// The project's sources, and the pinned fonts under names that are the same everywhere.
fn sources() -> publish::Sources {
    let mut files = Files::default();
    disk::campaigns(&mut files, Path::new("campaigns"));
    disk::data(&mut files, Path::new("data"));
    disk::assets(&mut files, Path::new("assets"));
    files.read_file(Path::new("site.toml"));
    let fonts = Toolbox::with(&[Tool::Fonts]).unwrap().files(Tool::Fonts).unwrap();
    let fonts = fonts.iter().enumerate().map(|(at, font)| {
        // The first one counts most.
        let name = PathBuf::from(format!("fonts/{at:03}"));
        files.add(&name, fs::read(font).unwrap());
        name
    });
    let fonts = fonts.collect();
    shared::sources(files, fonts)
}

/// Everything in a folder that the command wrote, on so many threads.
fn written(threads: &str) -> BTreeMap<String, Vec<u8>> {
    let out = workspace::scratch().join("publish").join(threads);
    let _ = fs::remove_dir_all(&out);
    fs::create_dir_all(&out).unwrap();
    for (name, bytes) in
        [("undersigned-0123abcd.js", "none"), ("undersigned-0123abcd_bg.wasm", "abc"), (layout::BILL, shared::BILL)]
    {
        fs::write(out.join(name), bytes).unwrap();
    }
    let fonts = Toolbox::with(&[Tool::Fonts]).unwrap().files(Tool::Fonts).unwrap();
    let output = workspace::undersigned()
        .args(["prerender", "--public-url", "https://act.example.org", "--allow-outdated", "--cores", threads, "--out"])
        .arg(&out)
        .arg("--fonts")
        .arg(std::env::join_paths(fonts).unwrap())
        .current_dir(workspace::root())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let name = |file: &PathBuf| file.strip_prefix(&out).unwrap().to_str().unwrap().to_owned();
    let files = testbench::measure::files(&out).unwrap();
    let files = files.iter().map(|file| (name(file), fs::read(file).unwrap()));
    // The program was there before; the rest is the command's own.
    files.filter(|(path, _)| !path.starts_with("undersigned-") && Kind::of(path) != Kind::Other).collect()
}

#[test]
fn the_same_sources_give_the_same_bytes_on_any_number_of_threads() {
    let sources = sources();
    let files = publish(&sources).unwrap();
    let by_path: BTreeMap<String, Vec<u8>> = files.iter().map(|file| (file.path.clone(), file.bytes.clone())).collect();
    assert_eq!(by_path.len(), files.len(), "a path was published twice");
    for threads in ["1", "3"] {
        let written = written(threads);
        assert_eq!(
            written.keys().collect::<Vec<_>>(),
            by_path.keys().collect::<Vec<_>>(),
            "on {threads} threads other files were written"
        );
        let other: Vec<&String> =
            written.iter().filter(|(path, bytes)| by_path[*path] != **bytes).map(|(path, _)| path).collect();
        assert!(other.is_empty(), "on {threads} threads: {other:?}");
    }
    let others: Vec<&str> = files.iter().map(|file| &*file.path).filter(|path| Kind::of(path) == Kind::Other).collect();
    assert!(others.is_empty(), "no header says how long these may be kept: {others:?}");
    // For the half in a browser.
    let folder = workspace::scratch().join("publish");
    let sum = |File { path, bytes }: &File| format!("{}  {path}\n", sha256_hex(bytes));
    fs::write(folder.join("sums"), files.iter().map(sum).collect::<String>()).unwrap();
    fs::write(folder.join("sources"), shared::pack(sources.files.all())).unwrap();
}

/// Two campaigns write to the same legislature: its table and its words are one file.
#[test]
fn what_campaigns_share_is_published_once() {
    let mut sources = publish::Sources { fonts: Vec::new(), ..sources() };
    let (one, other) = (Path::new("campaigns/cfhk-blinken-2023"), Path::new("campaigns/another"));
    for (path, bytes) in sources.files.clone().all().filter(|(path, _)| path.starts_with(one)) {
        let text = str::from_utf8(bytes).unwrap().replace("cfhk-blinken-2023", "another");
        sources.files.add(other.join(path.strip_prefix(one).unwrap()), text.into_bytes());
    }
    let files = publish(&sources).unwrap();
    let paths: BTreeSet<&str> = files.iter().map(|file| &*file.path).collect();
    assert_eq!(paths.len(), files.len(), "a path was published twice");
    assert!(paths.contains("c/another/en/index.html"));
    let of = |start: &str| paths.iter().filter(|path| path.starts_with(start)).count();
    assert_eq!((of("data/words/en.us-congress-"), of("data/ca-commons/people-")), (1, 1));
    assert_eq!((of("data/parts/another.en.us-congress-"), of("data/parts/cfhk-blinken-2023.en.us-congress-")), (1, 1));
    // It is read once, too: the table of a country takes as long as many pages.
    let folders = Materials::read(&sources).unwrap().folders;
    let of = |campaign: &str| {
        let is_it = |(id, legislature): &&(Slug, LegislatureId)| {
            id.as_str() == campaign && *legislature == LegislatureId::UK_COMMONS
        };
        folders.get(folders.keys().find(is_it).unwrap()).unwrap()
    };
    assert!(Arc::ptr_eq(of("another"), of("cfhk-blinken-2023")));
}
