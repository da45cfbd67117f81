//! How long the pure parts take: `cargo bench` compares with the last time on the same machine.
// Where a browser builds benches, there is nothing to time.
#![cfg(not(target_arch = "wasm32"))]
// What a bench needs is there, or it ends.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use std::collections::BTreeSet;
use std::hint::black_box;
use std::path::Path;
use std::rc::Rc;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use undersigned::cli::prerender::{Arguments, Workshop, draw, whole_workshop};
use undersigned::cli::{check, tables};

use campaign::Campaign;
use places::assembly::Assembly;
use places::congress::{State, Zip, english};
use places::language::Language;
use places::legislature::Postcode;
use visit::catalogue::Message;
use visit::letter::{Guide, Recipient, assemble};

/// The open campaign of this project.
fn campaign() -> Campaign {
    check::load(Path::new("campaigns/cfhk-blinken-2023"), Path::new("data")).expect("the campaign has no faults")
}

/// The tables and words of this project, and its open campaign, ready to be drawn. Directories have one state.
fn ready() -> Workshop {
    let out = xtask::workspace::scratch().join("bench-site");
    std::fs::create_dir_all(&out).unwrap();
    for name in ["undersigned-bench.js", "undersigned-bench_bg.wasm"] {
        std::fs::write(out.join(name), "none").unwrap();
    }
    let arguments = Arguments {
        out,
        campaigns: "campaigns".into(),
        data: "data".into(),
        site: "site.toml".into(),
        heights: None,
        fonts: Default::default(),
        scripts: "assets".into(),
        cores: None,
        draw_later: false,
        public_url: None,
        dates: Default::default(),
    };
    let states = State::from_code("VT").into_iter().collect();
    Workshop { states, campaigns: vec![Rc::new(campaign())], ..whole_workshop(&arguments, BTreeSet::new()).unwrap() }
}

/// What happens when the tables arrive, and when somebody sends a ZIP code.
fn lookup(criterion: &mut Criterion) {
    let bytes = Assembly::bytes(&tables::load(Path::new("data/us")).unwrap().congress.records()).unwrap();
    let manner = english();
    criterion.bench_function("read the table of Congress", |bencher| {
        bencher.iter(|| Assembly::from_bytes(black_box(&bytes), &manner).unwrap());
    });
    let congress = Assembly::from_bytes(&bytes, &manner).unwrap();
    let zips = ["05401", "10001", "60614", "94110", "00000"].map(|zip| Zip::parse(zip).unwrap());
    let mut next = zips.iter().cycle();
    criterion.bench_function("look a ZIP code up", |bencher| {
        bencher.iter(|| congress.find(Postcode::Zip(black_box(*next.next().unwrap()))));
    });
    let home = congress.seats_of("VT")[0];
    criterion.bench_function("find the people of a division", |bencher| {
        bencher.iter(|| congress.represent(black_box(home)));
    });
}

/// What happens at each key in the letter.
fn letter(criterion: &mut Criterion) {
    let campaign = campaign();
    let words = &campaign.words[&Language::English];
    let letter = &words.action.as_ref().unwrap().letter;
    let guide = Guide::with_every_point(letter);
    let recipient = Recipient::unknown("Senator", "Vermont");
    criterion.bench_function("assemble a letter", |bencher| {
        bencher.iter(|| assemble(black_box(letter), &guide, &recipient, &words.title));
    });
}

/// What every line of a screen does.
fn catalogue(criterion: &mut Criterion) {
    let workshop = ready();
    let catalogue = &workshop.languages[&Language::English].catalogue;
    criterion.bench_function("say a message", |bencher| {
        bencher.iter(|| catalogue.text(black_box(Message::ZipHint)));
    });
    criterion.bench_function("fill a message", |bencher| {
        bencher.iter(|| catalogue.fill(black_box(Message::ZipTooShort), &[("digits", "4")]));
    });
    criterion.bench_function("count in a message", |bencher| {
        bencher.iter(|| catalogue.count(black_box(Message::PeopleTitle), 3, &[]));
    });
}

/// What a build does for each page; the throughput is in pages.
fn prerender(criterion: &mut Criterion) {
    let workshop = ready();
    let pages = draw(&workshop).unwrap().iter().filter(|(path, _)| path.ends_with(".html")).count();
    let mut group = criterion.benchmark_group("prerender");
    group.throughput(Throughput::Elements(pages as u64)).sample_size(20);
    group.bench_function("draw pages", |bencher| bencher.iter(|| draw(&workshop).unwrap()));
    group.finish();
}

criterion_group!(benches, lookup, letter, catalogue, prerender);
criterion_main!(benches);
