//! People who signed for themselves, and organisations of one name in several countries, on the published page.

use serde_json::{Value, json};

use super::published::{built, page, prerender, project, scratch};

#[test]
fn people_who_signed_are_counted_and_named_below_the_organisations() {
    let campaigns = scratch("people-who-signed");
    let folder = campaigns.join("nine-groups-2015");
    std::fs::create_dir_all(&folder).unwrap();
    for file in ["en.json", "zh-Hant.json"] {
        std::fs::copy(project("campaigns/nine-groups-2015").join(file), folder.join(file)).unwrap();
    }
    let facts = std::fs::read(project("campaigns/nine-groups-2015/campaign.json")).unwrap();
    let mut facts: Value = serde_json::from_slice(&facts).unwrap();
    facts.as_object_mut().unwrap().remove("next_campaign");
    let source = "https://example.org/letter";
    let group = |country: &str| json!({ "organization": "Example Group", "country": country, "source": source });
    facts["signers"]["listed"] = json!([group("DE"), group("GB")]);
    facts["signers"]["stated"] = json!({ "count": 9, "people": 3003 });
    facts["signers"]["people"] = json!([
        { "name": "Jane Doe", "role": "Teacher", "country": "GB", "source": source },
        { "name": "<John> Roe", "signed": "2015-06-17", "source": source },
    ]);
    std::fs::write(folder.join("campaign.json"), facts.to_string()).unwrap();
    let site = built("people-who-signed-site");
    let output = prerender(&site, &campaigns);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&[output.stdout, output.stderr].concat()));
    for (path, stated, named) in [
        ("/c/nine-groups-2015/en/", "3,003 people signed.", "2 are named here."),
        ("/e/nine-groups-2015/en/", "3,003 people signed.", "2 are named here."),
        ("/c/nine-groups-2015/zh-Hant/", "共有3,003人聯署。", "此處列出其中2個。"),
    ] {
        let page = page(&site, path);
        let html = &page.text;
        for text in [stated, named, "Jane Doe", "&lt;John&gt; Roe", "Example Group"] {
            assert!(html.contains(text), "{path}: {text}");
        }
        // Both organisations of one name stand in the list, with their countries.
        let countries: Vec<_> =
            page.all("#signer-list > li[data-name]").iter().filter_map(|item| item.attr("data-country")).collect();
        assert_eq!(countries, ["DE", "GB"], "{path}");
        // One page names both organisations, and one all people: each is linked once.
        assert_eq!(html.matches(source).count(), 2, "{path}");
    }
}
