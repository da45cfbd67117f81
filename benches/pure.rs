//! How long the pure parts take: `cargo bench` compares with the last time on the same machine.
// Where a browser builds benches, there is nothing to time.
#![cfg(not(target_arch = "wasm32"))]
// What a bench needs is there, or it ends.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use undersigned::cli::disk;
use undersigned::cli::prerender::{Arguments, sources};

use campaign::Campaign;
use files::Files;
use places::assembly::Assembly;
use places::congress::{State, Zip, english};
use places::language::Language;
use places::legislature::Postcode;
use publish::{Materials, Renderer, campaigns, draw};
use records::tables;
use visit::catalogue::Message;
use visit::letter::{Guide, Recipient, assemble};

/// The open campaign of this project.
fn campaign() -> Campaign {
    let (folder, data) = (Path::new("campaigns/cfhk-blinken-2023"), Path::new("data"));
    let mut files = Files::default();
    disk::data(&mut files, data);
    disk::campaign(&mut files, folder);
    campaigns::load(&files, folder, folder, data).expect("the campaign has no faults")
}

/// The tables and words of this project, and its open campaign, ready to be drawn. Directories have one state.
fn ready() -> Materials {
    let arguments = Arguments {
        out: "dist".into(),
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
    let mut materials = Materials::of(&sources(&arguments), vec![campaign()]).unwrap();
    materials.states = State::from_code("VT").into_iter().collect();
    materials
}

/// What happens when the tables arrive, and when somebody sends a ZIP code.
fn lookup(criterion: &mut Criterion) {
    let us = Path::new("data/us");
    let bytes = Assembly::bytes(&tables::load(&disk::folder(us), us).unwrap().congress.records()).unwrap();
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
    let materials = ready();
    let catalogue = &Renderer::new(&materials).unwrap().language(Language::English).unwrap().catalogue.clone();
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
    let materials = ready();
    let pages = draw(&materials).unwrap().iter().filter(|file| file.path.ends_with(".html")).count();
    let mut group = criterion.benchmark_group("prerender");
    group.throughput(Throughput::Elements(pages as u64)).sample_size(20);
    group.bench_function("draw pages", |bencher| bencher.iter(|| draw(&materials).unwrap()));
    group.finish();
}

criterion_group!(benches, lookup, letter, catalogue, prerender);
criterion_main!(benches);
