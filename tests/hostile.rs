//! Whatever campaign files hold: they are refused, or what is made of them is sound HTML with nothing in it that acts.
//!
//! The same cases run for as long as one likes with `cargo xtask fuzz`.
#![cfg(not(target_arch = "wasm32"))]
// A helper that fails is a failed test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "hostile/audit.rs"]
mod audit;
#[path = "hostile/press.rs"]
mod press;

use std::collections::BTreeMap;
use std::path::PathBuf;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;

use campaign::check::text::is_hidden;
use campaign::check::{Folder, Neighbours, check};
use places::web_address::HttpsUrl;

use press::{BETWEEN, Outcome, Press};

/// Cases of each property: some seconds.
const CASES: u32 = 60;

fn press() -> Press {
    Press::new().unwrap()
}

fn seed(name: &str) -> Vec<u8> {
    std::fs::read(PathBuf::from("fuzz/corpus").join(name)).unwrap()
}

/// The two files of an input that is sound.
fn values(input: &[u8]) -> [Value; 2] {
    let text = std::str::from_utf8(input).unwrap();
    let (facts, words) = text.split_once(BETWEEN).unwrap();
    [facts, words].map(|text| serde_json::from_str(text).unwrap())
}

fn input(values: &[Value; 2]) -> Vec<u8> {
    values.each_ref().map(Value::to_string).join(BETWEEN).into_bytes()
}

/// The places of all texts that a page shows as they are.
fn texts(value: &Value, place: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| texts(value, &format!("{place}/{name}"), found))
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| texts(item, &format!("{place}/{at}"), found))
        }
        Value::String(_)
            if ![
                "id",
                "status",
                "issued",
                "updated",
                "languages",
                "theme",
                "order",
                "targets",
                "country",
                "signed",
                "slug",
            ]
            .iter()
            .any(|name| place.split('/').any(|part| part == *name)) =>
        {
            found.push(place.to_owned());
        }
        _ => {}
    }
}

/// What markup, scripts, addresses, JSON and merge tokens are made of.
const PIECES: [&str; 32] = [
    "<script>alert(1)</script>",
    "</script",
    "<!--",
    "-->",
    "--!>",
    "]]>",
    "<![CDATA[",
    "</title>",
    "</style>",
    "</textarea>",
    "</pre>",
    "</iframe>",
    "<base href=//example.net>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "\"",
    "'",
    "`",
    " onmouseover=",
    "javascript:alert(1)",
    "data:text/html,x",
    "&lt;",
    "&#x3c;",
    "&amp;quot;",
    "&",
    "\\",
    "\\u003c",
    "{place}",
    "{{place}}",
    "{0}",
    "<[]>",
    "%0D%0Acc:a@example.net",
];

/// A text that `undersigned check` lets pass, as hostile as can be.
fn hostile_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => prop::sample::select(PIECES.to_vec()).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 1..5).prop_map(|pieces| {
        let text: String = pieces.concat().chars().filter(|character| !is_hidden(*character)).take(28).collect();
        text.trim().to_owned()
    })
}

/// An address that `HttpsUrl` lets pass, as hostile as can be.
fn hostile_address() -> impl Strategy<Value = String> {
    let any_ascii = prop::collection::vec(any::<u8>().prop_map(|byte| char::from(byte & 127)), 0..30);
    any_ascii.prop_map(|rest| {
        let rest: String = rest.into_iter().collect();
        let address = format!("https://example.org/javascript:'&quot;&#34;{rest}");
        HttpsUrl::try_from(address)
            .map_or_else(|_| "https://example.org/'&;:%22".to_owned(), |url| url.as_str().to_owned())
    })
}

/// The skeleton of each page that comes of an input.
fn skeletons(press: &Press, input: &[u8]) -> BTreeMap<String, String> {
    let text = String::from_utf8(input.to_vec()).unwrap();
    let files = ["campaign.json", "en.json"].into_iter().zip(text.split(BETWEEN));
    let files = files.map(|(name, content)| (name.to_owned(), content.as_bytes().to_vec())).collect();
    let campaign = check(&Folder { name: "x".to_owned(), files, ..Folder::default() }, &Neighbours::new()).unwrap();
    let pages = press.pages(campaign).unwrap().into_iter().filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(path, text)| (path, audit::skeleton(&text))).collect()
}

#[test]
fn hostile_texts_and_addresses_change_no_element_of_any_page() {
    let press = press();
    for name in ["open.txt", "closed.txt", "won.txt"] {
        let base = values(&seed(name));
        let expected = skeletons(&press, &input(&base));
        let mut places = [Vec::new(), Vec::new()];
        for (value, found) in base.iter().zip(&mut places) {
            texts(value, "", found);
        }
        assert!(places[0].len() > 5 && places[1].len() > 5, "{places:?}");
        let every = places[0].len() + places[1].len();
        let strategy = (
            prop::collection::vec(hostile_text(), every),
            prop::collection::vec(hostile_address(), every),
            prop::collection::vec(any::<bool>(), every),
        );
        let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::with_cases(CASES) });
        let outcome = runner.run(&strategy, |(texts, addresses, chosen)| {
            let mut changed = base.clone();
            let all = (0..2).flat_map(|file| places[file].iter().map(move |place| (file, place)));
            for (at, (file, place)) in all.enumerate().filter(|(at, _)| chosen[*at]) {
                let target = changed[file].pointer_mut(place).unwrap();
                *target = match target.as_str().unwrap().starts_with("https://") {
                    // No two are the same: a source that is the full text is not named twice.
                    true => format!("{}?{at}", addresses[at]).into(),
                    // Names that mix scripts are refused: those of signers are tried in ASCII, which has all markup.
                    false if place.ends_with("/organization") => {
                        let ascii: String = texts[at].chars().filter(char::is_ascii).collect();
                        format!("{at} Example {}.", ascii.replace('{', "(").replace('}', ")")).into()
                    }
                    // No text is empty, has half a merge token, or is all Chinese on an English page.
                    false => {
                        let text = texts[at].replace('{', "(").replace('}', ")");
                        // Two letters of Latin-1 may look like a text that was read in a wrong encoding.
                        let text = text.replace(|sign| ('\u{80}'..='\u{ff}').contains(&sign), "x");
                        format!("{at} An example of texts {text}.").into()
                    }
                };
            }
            let input = input(&changed);
            let outcome = press.try_input(&input);
            prop_assert_eq!(outcome, Ok(Outcome::Published));
            let found = skeletons(&press, &input);
            for (path, skeleton) in &expected {
                prop_assert_eq!(&found[path], skeleton, "{}", path);
            }
            Ok(())
        });
        outcome.unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

#[test]
fn files_damaged_anywhere_are_refused_or_make_sound_pages() {
    let press = press();
    let seeds: Vec<Vec<u8>> = ["open-one-signer.txt", "closed.txt", "markup.txt"].map(seed).to_vec();
    let edit = (
        any::<prop::sample::Index>(),
        0_usize..4,
        prop_oneof![
            prop::sample::select(PIECES.to_vec()).prop_map(|piece| piece.as_bytes().to_vec()),
            prop::collection::vec(any::<u8>(), 0..4),
            Just(b"\\u202e".to_vec()),
            Just(b"\x1b[2J".to_vec()),
        ],
    );
    let strategy = (0..seeds.len(), prop::collection::vec(edit, 1..4));
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::with_cases(CASES * 4) });
    let outcome = runner.run(&strategy, |(which, edits)| {
        let mut damaged = seeds[which].clone();
        for (place, length, put) in edits {
            let start = place.index(damaged.len());
            let end = (start + length).min(damaged.len());
            damaged.splice(start..end, put);
        }
        prop_assert!(press.try_input(&damaged).is_ok(), "{:?}", press.try_input(&damaged));
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn every_input_of_the_corpus_ends_as_it_should() {
    let press = press();
    let mut published = Vec::new();
    for entry in std::fs::read_dir("fuzz/corpus").unwrap() {
        let path = entry.unwrap().path();
        let outcome = press.try_input(&std::fs::read(&path).unwrap());
        let outcome = outcome.unwrap_or_else(|faults| panic!("{}: {faults:#?}", path.display()));
        if outcome == Outcome::Published {
            published.push(path.file_stem().unwrap().to_string_lossy().into_owned());
        }
    }
    published.sort();
    assert_eq!(published, ["closed", "markup", "open", "open-one-signer", "won"]);
}

/// An audit that cannot fail is no audit.
#[test]
fn planted_faults_are_found() {
    let page = |body: &str| {
        format!("<!doctype html>\n<html lang=\"en\"><head><title>x</title></head><body>{body}</body></html>")
    };
    assert_eq!(
        audit::page("c/x/en/index.html", &page("<p class=\"a\">good <a href=\"/sub/c/\">link</a></p>"), ""),
        [""; 0]
    );
    for planted in [
        "<p onclick=\"x()\">x</p>",
        "<p style=\"color:red\">x</p>",
        "<object></object>",
        "<svg></svg>",
        "<iframe src=\"/sub/e/\"></iframe>",
        "<script>alert(1)</script>",
        "<script type=\"module\">alert(1)</script>",
        "<script src=\"https://example.net/x.js\"></script>",
        "<script type=\"application/json\">[\"</script>\"]",
        "<style>p{}</style>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\"//example.net/\">x</a>",
        "<a href=\"http://example.net/\">x</a>",
        "<a href=\"mailto:a@example.org?cc=b@example.org\">x</a>",
        "<img src=\"https://example.net/x.png\">",
        "<!-- a comment -->",
        "<p class=\"a\" class=\"b\">twice</p>",
        "</div>",
    ] {
        assert!(!audit::page("c/x/en/index.html", &page(planted), "").is_empty(), "{planted}");
    }
    for planted in
        ["<p onload=x>", "<iframe src=\"https://example.net/\"></iframe>", "<img>", "<a href=\"javascript:x\">x</a>"]
    {
        assert!(!audit::pasted("x", planted).is_empty(), "{planted}");
    }
}

/// Names that run from right to left stand beside others on the same line; controls that would turn the rest are refused.
#[test]
fn names_that_run_the_other_way_reorder_nothing_around_them() {
    let press = press();
    let mut values = values(&seed("open.txt"));
    let places =
        ["/byline", "/statement/2/quotation/speaker", "/statement/2/quotation/role", "/statement/2/quotation/text"];
    for place in places {
        *values[1].pointer_mut(place).unwrap() = "منظمة 1".into();
    }
    *values[0].pointer_mut("/signers/listed/0/organization").unwrap() = "ארגון 2".into();
    *values[0].pointer_mut("/partners/0/name").unwrap() = "ארגון 3".into();
    assert_eq!(press.try_input(&input(&values)), Ok(Outcome::Published));
    let pages = press.published();
    let landing = &pages["c/x/en/index.html"];
    assert_eq!(landing.matches("\u{2068}منظمة 1\u{2069}").count(), places.len(), "{landing}");
    // In the sentence that names who signed, and in the name of the link to the source.
    assert_eq!(landing.matches("\u{2068}ארגון 2\u{2069}").count(), 2);
    assert!(pages["e/x/en/index.html"].contains("\u{2068}ארגון 3\u{2069}"));

    for control in (0x202a..=0x202e).chain(0x2066..=0x2069).chain([0x200e, 0x200f, 0x61c]) {
        values[1]["title"] = format!("An {} example", char::from_u32(control).unwrap()).into();
        let Ok(Outcome::Refused(lines)) = press.try_input(&input(&values)) else { panic!("U+{control:04X} passes") };
        assert_eq!(lines, [format!("en.json: /title: contains the hidden character U+{control:04X}; remove it")]);
    }
}

/// A list of people is somebody else's file. Whatever its cells hold, a link leads to the one recipient that is shown.
#[test]
fn lists_of_people_lead_to_nobody_but_the_people_in_them() {
    let press = press();
    let mut values = values(&seed("open.txt"));
    let targets = values[0].get_mut("targets").and_then(Value::as_array_mut).unwrap();
    targets.push(serde_json::json!({ "people": "people.csv" }));
    let facts = input(&values);
    for (name, email, phone, links) in [
        (
            "Example",
            "minister@gov.example",
            "+44 20 7946 0000",
            &["mailto:minister@gov.example", "tel:+44-20-7946-0000"][..],
        ),
        ("Example", "min.ister+a'b@gov.example", "", &["mailto:min.ister%2Ba%27b@gov.example"]),
        ("Example", "", "020 7946 0000", &["tel:+44-20-7946-0000"]),
        ("mailto:spy@evil.example?bcc=a", "minister@gov.example", "", &["mailto:minister@gov.example"]),
        ("<a href=mailto:spy@evil.example>", "minister@gov.example", "", &["mailto:minister@gov.example"]),
        ("Example", "minister%40gov.example?bcc=spy@evil.example", "", &[]),
        ("Example", "minister%40gov.example%3Fbcc%3Dspy@evil.example", "", &[]),
        ("Example", "minister%2Cspy@evil.example", "", &[]),
        ("Example", "minister@gov.example,spy@evil.example", "", &[]),
        ("Example", "minister@gov.example;spy@evil.example", "", &[]),
        ("Example", "minister@gov.example&bcc=spy@evil.example", "", &[]),
        ("Example", "\"minister@gov.example\"@evil.example", "", &[]),
        ("Example", "minister@gov.example spy@evil.example", "", &[]),
        ("Example", "minister@gov.example\r\nbcc: spy@evil.example", "", &[]),
        ("Example", "ministеr@gov.example", "", &[]),
        ("Example", "minister@gоv.example", "", &[]),
        ("Example", "mailto:minister@gov.example", "", &[]),
        ("Example", "minister@localhost", "", &[]),
        ("Example", "minister@10.0.0.1", "", &[]),
        ("Example", "minister@gov.example", "(((((00000", &[]),
        ("Example", "minister@gov.example", "00000", &[]),
        ("Example", "minister@gov.example", "+44 20 7946 0000;phone-context=evil.example", &[]),
        ("Example", "minister@gov.example", "+44 20 7946 0000?body=x", &[]),
        ("Example", "minister@gov.example", "*21*+442079460000#", &[]),
        ("Example", "minister@gov.example", "+44\u{202e}2079460000", &[]),
    ] {
        let quoted = [name, email, phone].map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
        let [name, mail, call] = &quoted;
        let list = format!("title,last_name,country,email,phone\nMinister,{name},GB,{mail},{call}\n");
        let outcome = press.try_input(&[&facts[..], BETWEEN.as_bytes(), list.as_bytes()].concat()).unwrap();
        assert_eq!(outcome == Outcome::Published, !links.is_empty(), "{email} {phone}: {outcome:?}");
        if links.is_empty() {
            continue;
        }
        let pages = press.published();
        let landing = &pages["c/x/en/index.html"];
        let found: Vec<&str> = ["href=\"mailto:", "href=\"tel:"]
            .iter()
            .flat_map(|start| landing.match_indices(start))
            .filter_map(|(at, _)| landing[at..].split('"').nth(1))
            // Passing the page on has no recipient.
            .filter(|link| !link.starts_with("mailto:?"))
            .collect();
        for link in &found {
            assert!(links.contains(link), "{email} {phone}: {link}");
        }
        assert!(links.iter().all(|link| found.contains(link)), "{email} {phone}: {found:?}");
    }
}

/// Every address is shown by its host, in the letters that a browser asks for.
#[test]
fn hosts_are_named_as_a_browser_asks_for_them() {
    let press = press();
    let mut values = values(&seed("open.txt"));
    *values[0].pointer_mut("/full_text").unwrap() = "https://xn--exmple-4nf.org/a".into();
    assert_eq!(press.try_input(&input(&values)), Ok(Outcome::Published));
    assert!(press.published()["c/x/en/index.html"].contains(">Read the full text at xn--exmple-4nf.org<"));
    *values[0].pointer_mut("/full_text").unwrap() = "https://ex\u{430}mple.org/a".into();
    let Ok(Outcome::Refused(lines)) = press.try_input(&input(&values)) else {
        panic!("a host that looks like another")
    };
    assert!(lines[0].contains("a browser asks `xn--exmple-4nf.org`"), "{lines:?}");
}
