//! oEmbed: what other sites, WordPress above all, make of the static answers.

use scraper::Html;
use serde_json::Value;

use super::LANGUAGES;
use super::published::{PUBLIC_URL, page, shipped, text};

/// What WordPress keeps of a stranger's code: elements with their attributes, as its documentation lists them.
const KEPT: [(&str, &[&str]); 3] = [
    ("blockquote", &[]),
    ("a", &["href"]),
    ("iframe", &["src", "width", "height", "frameborder", "marginwidth", "marginheight", "scrolling", "title"]),
];

/// The static answer that a landing page leads to.
fn answer(campaign: &str, language: &str) -> Value {
    let page = page(shipped(), &format!("/c/{campaign}/{language}/"));
    let address = page.attribute("link[rel=alternate][type='application/json+oembed']", "href").to_owned();
    let path = address.strip_prefix(PUBLIC_URL).unwrap();
    assert_eq!(path, format!("/oembed/{campaign}.{language}.json"));
    let file = shipped().join(path.trim_start_matches('/'));
    serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
}

#[test]
fn every_campaign_answers_in_every_language_as_the_format_asks() {
    for campaign in ["cfhk-blinken-2023", "example-city", "nine-groups-2015"] {
        for (language, _) in LANGUAGES {
            let answer = answer(campaign, language);
            assert_eq!((&answer["version"], &answer["type"]), (&"1.0".into(), &"rich".into()));
            let title = page(shipped(), &format!("/c/{campaign}/{language}/")).text_of("h1");
            assert_eq!(answer["title"], title);
            assert_eq!(answer["provider_url"], format!("{PUBLIC_URL}/"));
            assert!(answer["provider_name"].as_str().is_some_and(|name| !name.is_empty()));
            for number in ["width", "height", "cache_age"] {
                assert!(answer[number].as_u64().is_some_and(|number| number > 0), "{number}: {answer}");
            }
        }
    }
}

#[test]
fn what_wordpress_keeps_of_the_code_is_all_of_it() {
    let answer = answer("cfhk-blinken-2023", "en");
    let code = answer["html"].as_str().unwrap();
    assert!(code.starts_with("<blockquote>"), "else WordPress does not load its script: {code}");
    let html = Html::parse_fragment(code);
    for element in html.root_element().descendent_elements().skip(1) {
        let name = element.value().name();
        let kept = KEPT.iter().find(|(kept, _)| *kept == name);
        let (_, attributes) = kept.unwrap_or_else(|| panic!("`{name}` is dropped"));
        for (attribute, value) in element.value().attrs() {
            assert!(attributes.contains(&attribute), "`{attribute}` of `{name}` is dropped");
            assert!(!value.contains(['<', '>']), "`{attribute}` breaks the filter: {value}");
        }
    }
    let frame = html.select(&scraper::Selector::parse("iframe").unwrap()).next().unwrap();
    assert_eq!(frame.attr("src"), Some(&*format!("{PUBLIC_URL}/e/cfhk-blinken-2023/en/")));
    assert_eq!(frame.attr("height").and_then(|height| height.parse().ok()), answer["height"].as_u64());
    // Feeds and mail keep nothing but the words and the links.
    let words = html.root_element().text().collect::<String>();
    for part in [answer["title"].as_str().unwrap(), "Statement · 31 January 2023 · ", "53 organisations", "Take action"]
    {
        assert!(words.contains(part), "{part} is not in {words}");
    }
}

#[test]
fn wordpress_finds_the_answer_where_it_looks() {
    for (language, _) in LANGUAGES {
        let page = page(shipped(), &format!("/c/cfhk-blinken-2023/{language}/"));
        let head = page.text.split_once("</head>").unwrap().0;
        let at = head.find("application/json+oembed").expect("in the head");
        assert!(at < 150_000, "{at}");
        for element in page.all("head *") {
            for (name, value) in element.value().attrs() {
                assert!(!value.contains(['<', '>']), "{name} of {}: {value}", text(element));
            }
        }
    }
}
