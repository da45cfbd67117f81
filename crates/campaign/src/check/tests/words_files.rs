//! Rules of the words files.

use super::*;

#[test]
fn languages_are_compared_part_by_part() {
    let mut zh = words("b");
    zh["action"]["letter"]["points"] =
        json!([{"label": "l", "text": "t"}, {"label": "m", "text": "{{plase}} {{place"}]);
    zh["title"] = json!("{{place}}");
    zh["aftermath"] = json!([{"heading": "h"}]);
    let faults = check(&folder(&facts(), &words("a"), &zh), &Neighbours::new()).unwrap_err();
    let at = |file: &str, place: &str, kind| Fault::at(file, place, kind);
    assert_eq!(
        faults,
        [
            at("en.json", "/aftermath", FaultKind::PartMissing("zh-Hant.json".into())),
            at(
                "zh-Hant.json",
                "/action/letter/points",
                FaultKind::PartsDiffer { parts: "points", here: 2, there: 1, file: "en.json".into() }
            ),
            at(
                "zh-Hant.json",
                "/action/letter/points/1/text",
                FaultKind::TokenUnknown { name: "plase".into(), nearest: Some("place".into()) }
            ),
            at("zh-Hant.json", "/action/letter/points/1/text", FaultKind::TokenUnpaired("{{".into())),
            at("zh-Hant.json", "/title", FaultKind::TokenMisplaced("place".into())),
        ]
    );
}

#[test]
fn variants_are_for_somebody_and_change_something() {
    let mut en = words("a");
    en["action"]["letter"]["variants"] = json!([
        {"for": ["us-senate", "S000033", "172"], "ask": "{{target.nam}}"},
        {"for": ["us-sentae", "everybody"]},
    ]);
    en["action"]["letter"]["prompts"] = json!(["Why?"]);
    let at = |place: &str, kind| Fault::at("en.json", &["/action/letter/variants", place].concat(), kind);
    let unknown = |found: &str, nearest: Option<&str>| FaultKind::AudienceUnknown {
        found: found.into(),
        groups: GROUPS.map(str::to_owned).into(),
        nearest: nearest.map(str::to_owned),
    };
    let differ = |parts, there| FaultKind::PartsDiffer { parts, here: 0, there, file: "en.json".into() };
    assert_eq!(
        check(&folder(&facts(), &en, &words("b")), &Neighbours::new()).unwrap_err(),
        [
            at("/0/ask", FaultKind::TokenUnknown { name: "target.nam".into(), nearest: Some("target.name".into()) }),
            at("/1", FaultKind::VariantEmpty),
            at("/1/for/0", unknown("us-sentae", Some("us-senate"))),
            at("/1/for/1", unknown("everybody", None)),
            Fault::at("zh-Hant.json", "/action/letter/prompts", differ("prompts", 1)),
            Fault::at("zh-Hant.json", "/action/letter/variants", differ("variants", 2)),
        ]
    );
}

#[test]
fn a_translation_stands_beside_its_letter_text_by_text() {
    let mut zh = words("b");
    zh["action"]["letter"]["translation"] = json!({
        "subject": "s", "opening": "{{place}}", "points": ["one", "two"], "ask": "a", "closing": "c",
        "variants": [{"for": ["us-senate"], "ask": "a"}],
    });
    let differ = |parts, here, there| FaultKind::PartsDiffer { parts, here, there, file: "zh-Hant.json".into() };
    let at = |parts: &str| ["/action/letter/translation/", parts].concat();
    assert_eq!(
        check(&folder(&facts(), &words("a"), &zh), &Neighbours::new()).unwrap_err(),
        [
            Fault::at("zh-Hant.json", &at("points"), differ("points", 2, 1)),
            Fault::at("zh-Hant.json", &at("variants"), differ("variants", 1, 0)),
        ]
    );
    zh["action"]["letter"]["translation"]["points"] = json!(["one"]);
    zh["action"]["letter"]["translation"]["variants"] = json!([]);
    check(&folder(&facts(), &words("a"), &zh), &Neighbours::new()).unwrap();
}
