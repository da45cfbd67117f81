mod words_files;

use proptest::prelude::*;
use serde_json::json;

use visit::letter::GROUPS;

use super::*;

fn words(title: &str) -> Value {
    json!({
        "title": title, "summary": "s", "byline": "b", "signers_note": "n", "share_text": "t",
        "statement": [{"paragraph": "p"}],
        "action": {
            "title": "t", "description": "d", "contact_note": "c",
            "letter": {"subject": "s", "opening": "I live in {{place}}.", "points": [{"label": "l", "text": "t"}], "ask": "a", "closing": "c"},
            "call": {"script": ["s"], "voicemail": "v"},
        },
    })
}

fn facts() -> Value {
    json!({
        "id": "x", "status": "open", "issued": "2023-01-31", "languages": ["en", "zh-Hant"],
        "theme": {"accent": {"light": "#8f1d2c", "dark": "#f2a7ab"}},
        "signers": {"stated": {"count": 53, "besides": 1}, "order": "as_published",
            "listed": [{"organization": "Example Organisation 01", "source": "https://example.org/"}]},
        "targets": [{"legislature": "us-congress"}],
        "partners": [{"slug": "example-01", "name": "Example Organisation 01", "site": "https://example.org/"}],
    })
}

fn folder(facts: &Value, en: &Value, zh: &Value) -> Folder {
    let files = [("campaign.json", facts), ("en.json", en), ("zh-Hant.json", zh)];
    Folder {
        name: "x".to_owned(),
        files: files.map(|(name, value)| (name.to_owned(), value.to_string().into_bytes())).into(),
        legislatures: BTreeMap::new(),
    }
}

/// Changes one place of the facts; gives the faults as "place kind".
fn faults_after(change: impl Fn(&mut Value)) -> Vec<String> {
    let mut changed = facts();
    change(&mut changed);
    let neighbours =
        Neighbours::from([("shut".to_owned(), Some(Status::Won)), ("open".to_owned(), Some(Status::Open))]);
    check(&folder(&changed, &words("a"), &words("b")), &neighbours)
        .err()
        .unwrap_or_default()
        .into_iter()
        .map(|fault| format!("{}{} {:?}", fault.file, fault.place, fault.kind))
        .collect()
}

#[test]
fn a_sound_folder_becomes_a_campaign() {
    let campaign = check(&folder(&facts(), &words("a"), &words("b")), &Neighbours::new()).unwrap();
    assert_eq!(campaign.words[&Language::TraditionalChinese].title, "b");
    assert_eq!(campaign.facts.signers.stated.count, 53);
}

#[test]
fn each_rule_of_the_facts_finds_its_fault() {
    type Case = (&'static str, fn(&mut Value), &'static str);
    let cases: [Case; 20] = [
        ("id", |v| v["id"] = json!("y"), "campaign.json/id IdNotFolder"),
        ("updated", |v| v["updated"] = json!("2022-12-31"), "campaign.json/updated UpdatedBeforeIssued"),
        ("accent", |v| v["theme"]["accent"]["dark"] = json!("#8f1d2c"), "campaign.json/theme/accent/dark Contrast"),
        ("no targets", |v| v["targets"] = json!([]), "campaign.json/targets OpenWithoutTargets"),
        ("next of open", |v| v["next_campaign"] = json!("open"), "campaign.json/next_campaign NextOfOpen"),
        ("twice", |v| v["languages"] = json!(["en", "zh-Hant", "en"]), "campaign.json/languages/2 LanguageTwice"),
        ("undeclared", |v| v["languages"] = json!(["en"]), "zh-Hant.json WordsUndeclared"),
        (
            "no country",
            |v| v["signers"]["listed"][0]["country"] = json!("UK"),
            "campaign.json/signers/listed/0/country Country",
        ),
        (
            "no logo",
            |v| v["signers"]["listed"][0]["logo_image_url"] = json!("a.png"),
            "campaign.json/signers/listed/0/logo_image_url Logo(Missing",
        ),
        (
            "signed late",
            |v| v["signers"]["listed"][0]["signed"] = json!("2023-02-01"),
            "campaign.json/signers/listed/0/signed SignedAfterText",
        ),
        (
            "signed, text changed",
            |v| {
                v["updated"] = json!("2023-02-01");
                v["signers"]["listed"][0]["signed"] = json!("2023-02-01")
            },
            "",
        ),
        (
            "besides",
            |v| v["signers"]["stated"]["besides"] = json!(2),
            "campaign.json/signers/stated/besides Count(BesidesNotListed",
        ),
        (
            "count",
            |v| v["signers"]["stated"] = json!({"count": 0}),
            "campaign.json/signers/stated/count Count(MoreListed",
        ),
        (
            "duplicate",
            |v| {
                v["signers"]["listed"]
                    .as_array_mut()
                    .unwrap()
                    .push(json!({"organization": "EXAMPLE organisation  01", "source": "https://example.org/"}))
            },
            "campaign.json/signers/listed/1/organization SignerTwice",
        ),
        (
            "order",
            |v| {
                v["signers"]["order"] = json!("alphabetical");
                v["signers"]["stated"] = json!({"count": 53});
                v["signers"]["listed"]
                    .as_array_mut()
                    .unwrap()
                    .push(json!({"organization": "Another", "source": "https://example.org/"}))
            },
            "campaign.json/signers/listed/1/organization SignerOutOfOrder",
        ),
        (
            "partner's slug",
            |v| v["partners"][0]["slug"] = json!("Example 01"),
            "campaign.json/partners/0/slug PartnerSlug",
        ),
        (
            "partner's site",
            |v| v["partners"][0]["site"] = json!("http://example.org"),
            "campaign.json/partners/0/site Address",
        ),
        (
            "partner twice",
            |v| {
                let again = v["partners"][0].clone();
                v["partners"].as_array_mut().unwrap().push(again)
            },
            "campaign.json/partners/1/slug PartnerTwice",
        ),
        ("null is as good as absent", |v| v["updated"] = Value::Null, ""),
        (
            "absent language list",
            |v| {
                v.as_object_mut().unwrap().remove("languages");
            },
            "campaign.json/languages FieldMissing",
        ),
    ];
    for (name, change, expected) in cases {
        let found = faults_after(change);
        match expected {
            "" => assert_eq!(found, Vec::<String>::new(), "{name}"),
            expected => assert!(found.iter().any(|line| line.starts_with(expected)), "{name}: {found:?}"),
        }
    }
}

#[test]
fn measured_heights_may_be_there_and_must_then_be_heights() {
    for (file, expected) in [
        (None, Ok(860)),
        (Some(r#"{"column": 640, "heights": {"en": 771}}"#), Ok(771)),
        (Some(r#"{"column": 640, "heights": {"zh-Hant": 771}}"#), Ok(860)),
        (Some(r#"{"column": 640, "heights": {"en": 12001}}"#), Err("/heights/en")),
        (Some(r#"{"column": 640, "heights": {"en": "771"}}"#), Err("")),
        (Some(r#"{"column": 640, "heights": {"fr": 771}}"#), Err("")),
        (Some("771"), Err("")),
        (Some("{"), Err("")),
    ] {
        let mut folder = folder(&facts(), &words("a"), &words("b"));
        folder.files.extend(file.map(|text| ("heights.json".to_owned(), text.as_bytes().to_vec())));
        let found = check(&folder, &Neighbours::new());
        let found = found.map(|campaign| campaign.heights.of(Language::English));
        let places = found.map_err(|faults| faults.into_iter().map(|fault| fault.file + &fault.place).collect());
        let expected = expected.map_err(|place| vec![["heights.json", place].concat()]);
        assert_eq!(places, expected, "{file:?}");
    }
}

#[test]
fn an_ended_campaign_tells_what_came_after_and_points_to_an_open_one() {
    for (next, expected) in [
        ("shut", vec!["/next_campaign"]),
        ("none", vec!["/next_campaign"]),
        ("x", vec!["/next_campaign"]),
        ("open", vec![]),
    ] {
        let mut places = faults_after(|facts| {
            facts["status"] = json!("closed");
            facts["next_campaign"] = json!(next);
        });
        places.retain(|line| !line.contains("/aftermath EndedWithoutAftermath(Closed)"));
        let places: Vec<&str> =
            places.iter().filter_map(|line| line.strip_prefix("campaign.json")?.split(' ').next()).collect();
        assert_eq!(places, expected, "{next}");
    }
    let lines = faults_after(|facts| facts["status"] = json!("won"));
    assert_eq!(lines.len(), 2, "one for each language: {lines:?}");
}

#[test]
fn a_file_that_is_not_json_does_not_hide_the_faults_of_the_others() {
    let mut broken = folder(&facts(), &words(""), &words("b"));
    broken.files.insert("campaign.json".into(), b"{".to_vec());
    broken.files.insert("fr.json".into(), b"{}".to_vec());
    let files: Vec<String> =
        check(&broken, &Neighbours::new()).unwrap_err().into_iter().map(|f| f.file + &f.place).collect();
    assert_eq!(files, ["campaign.json", "en.json/title", "fr.json"]);
}

fn any_json() -> impl Strategy<Value = Value> {
    let name = prop_oneof![
        "[a-z~/]{0,3}",
        prop::sample::select(vec![
            "id",
            "status",
            "signers",
            "listed",
            "stated",
            "count",
            "action",
            "letter",
            "points",
            "languages",
            "targets",
            "partners"
        ])
        .prop_map(str::to_owned),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        prop::sample::select(vec!["open", "closed", "2023-01-31", "#000000", "{{", "en", "https://a.b", "US"])
            .prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 64, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(name.clone(), inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn arbitrary_json_never_panics_and_never_passes(one in any_json(), other in any_json()) {
        prop_assert!(check(&folder(&one, &other, &words("b")), &Neighbours::new()).is_err());
    }

    #[test]
    fn arbitrary_json_anywhere_in_the_facts_never_panics(value in any_json(), at in 0usize..15) {
        let places = ["/id", "/status", "/issued", "/languages", "/theme", "/theme/accent/light", "/signers", "/signers/stated",
            "/signers/stated/count", "/signers/listed", "/signers/listed/0/organization", "/targets", "/partners", "/partners/0", "/partners/0/slug"];
        let mut changed = facts();
        *changed.pointer_mut(places[at]).unwrap() = value;
        let folder = folder(&changed, &words("a"), &words("b"));
        if check(&folder, &Neighbours::new()).is_ok() {
            serde_json::from_value::<crate::Facts>(changed).unwrap();
        }
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        let mut folder = folder(&facts(), &words("a"), &words("b"));
        folder.files.insert("en.json".into(), bytes);
        prop_assert!(check(&folder, &Neighbours::new()).is_err());
    }
}
