//! The pages as they ship: complete, sound and inert before any script runs.
#![cfg(not(target_arch = "wasm32"))]
// A helper that fails is a failed test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "prerender/again.rs"]
mod again;
#[path = "prerender/blocked_words.rs"]
mod blocked_words;
#[path = "prerender/blockers.rs"]
mod blockers;
#[path = "prerender/chinese.rs"]
mod chinese;
#[path = "prerender/oembed.rs"]
mod oembed;
#[path = "prerender/people_who_signed.rs"]
mod people_who_signed;
#[path = "prerender/pictures.rs"]
mod pictures;
#[path = "prerender/published.rs"]
mod published;
#[path = "prerender/publishing.rs"]
mod publishing;
#[path = "prerender/styles.rs"]
mod styles;

use std::collections::BTreeSet;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use sha2::{Digest, Sha256, Sha384};
use undersigned::cli::disk;

use places::congress::{HouseSeat, State};
use records::tables::read::{Tables, tables, texts};
use visit::island::LivePage;

use published::{
    BASE, PUBLIC_URL, Page, built, example_campaigns, example_signer, examples, files, page, pages, prerender, project,
    scratch, shipped, text,
};

const LANGUAGES: [(&str, &str); 2] = [("en", "en-GB"), ("zh-Hant", "zh-Hant-HK")];

fn all_pages() -> impl Iterator<Item = Page> {
    [shipped(), examples()].into_iter().flat_map(pages)
}

fn campaign_file(path: &str) -> Value {
    serde_json::from_str(&std::fs::read_to_string(project("campaigns").join(path)).unwrap()).unwrap()
}

fn sha256(content: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(content)))
}

#[test]
fn every_page_says_what_it_is() {
    for page in all_pages() {
        let path = &page.path;
        assert!(page.text.starts_with("<!doctype html>"), "{path}");
        let lang = page.attribute("html", "lang");
        let expected =
            LANGUAGES.iter().find(|(tag, _)| path.contains(&format!("/{tag}/"))).map_or("en-GB", |(_, lang)| lang);
        assert_eq!(lang, expected, "{path}");
        assert_eq!(page.attribute("html", "dir"), "ltr", "{path}");
        assert!(!page.text_of("h1").is_empty(), "{path}");
        assert!(!page.text_of("head > title").is_empty(), "{path}");
        assert!(!page.attribute("meta[name=description]", "content").is_empty(), "{path}");
        page.one("main");
        let mut ids = BTreeSet::new();
        for element in page.all("[id]") {
            assert!(
                ids.insert(element.attr("id").unwrap()),
                "{path}: two elements with the id {:?}",
                element.attr("id")
            );
        }
        for label in page.all("label[for]") {
            assert!(ids.contains(label.attr("for").unwrap()), "{path}: {}", text(label));
        }
    }
}

#[test]
fn titles_and_descriptions_are_texts_of_the_campaign() {
    for (id, language) in ["cfhk-blinken-2023", "example-city", "nine-groups-2015"]
        .into_iter()
        .flat_map(|id| LANGUAGES.map(|(tag, _)| (id, tag)))
    {
        let words = campaign_file(&format!("{id}/{language}.json"));
        let page = page(shipped(), &format!("/c/{id}/{language}/"));
        assert_eq!(page.text_of("h1"), words["title"], "{id} {language}");
        assert_eq!(page.text_of("head > title"), words["title"], "{id} {language}");
        assert_eq!(page.attribute("meta[name=description]", "content"), words["summary"], "{id} {language}");
    }
}

#[test]
fn landing_pages_tell_search_engines_and_previews_who_they_are() {
    for (id, (tag, _)) in ["cfhk-blinken-2023", "example-city", "nine-groups-2015"]
        .into_iter()
        .flat_map(|id| LANGUAGES.map(|language| (id, language)))
    {
        let facts = campaign_file(&format!("{id}/campaign.json"));
        let page = page(shipped(), &format!("/c/{id}/{tag}/"));
        let address = [PUBLIC_URL, &page.path].concat();
        assert_eq!(page.attribute("link[rel=canonical]", "href"), address);
        let alternates: Vec<(&str, &str)> = page
            .all("link[rel=alternate][hreflang]")
            .iter()
            .map(|link| (link.attr("hreflang").unwrap(), link.attr("href").unwrap()))
            .collect();
        let expected: Vec<_> =
            LANGUAGES.iter().map(|(tag, lang)| (*lang, format!("{PUBLIC_URL}/c/{id}/{tag}/"))).collect();
        assert_eq!(alternates, expected.iter().map(|(lang, href)| (*lang, href.as_str())).collect::<Vec<_>>());
        let property = |name: &str| page.attribute(&format!("meta[property='{name}']"), "content").to_owned();
        assert_eq!(property("og:url"), address);
        assert_eq!(property("og:title"), page.text_of("h1"));
        assert_eq!(property("og:type"), "article");
        assert_eq!(property("og:locale"), if tag == "en" { "en_GB" } else { "zh_HK" });
        assert_eq!(property("article:published_time"), facts["issued"]);
        for name in ["og:description", "og:site_name"] {
            assert!(!property(name).is_empty(), "{name}");
        }
        let article: Value = serde_json::from_str(&page.text_of("script#json-ld")).unwrap();
        assert_eq!(article["@type"], "Article");
        assert_eq!(article["headline"], page.text_of("h1"));
        assert_eq!(article["datePublished"], facts["issued"]);
        let authors: Vec<&Value> = article["author"].as_array().unwrap().iter().map(|author| &author["name"]).collect();
        let listed: Vec<&Value> =
            facts["signers"]["listed"].as_array().unwrap().iter().map(|signer| &signer["organization"]).collect();
        assert_eq!(authors, listed);
    }
}

#[test]
fn other_pages_name_their_one_address_or_stay_out_of_search() {
    for page in all_pages() {
        let listed = page.path != "/404.html" && (page.path.matches('/').count() != 3 || !page.path.starts_with("/c/"));
        assert_eq!(page.has("link[rel=canonical]"), listed, "{}", page.path);
        assert_eq!(page.has("meta[name=robots][content=noindex]"), !listed, "{}", page.path);
        if listed {
            let own = if page.is_embed() { page.path.replacen("/e/", "/c/", 1) } else { page.path.clone() };
            assert_eq!(page.attribute("link[rel=canonical]", "href"), [PUBLIC_URL, &own].concat());
        }
        for link in page.all("link[rel=canonical], link[rel=alternate]") {
            assert!(page.leads_somewhere(link.attr("href").unwrap()), "{}: {:?}", page.path, link.attr("href"));
        }
    }
}

#[test]
fn every_link_leads_to_a_page_of_the_site_or_safely_out_of_it() {
    for page in all_pages() {
        for link in page.all("a") {
            let (path, href) = (&page.path, link.attr("href").unwrap());
            let rel: BTreeSet<&str> = link.attr("rel").unwrap_or_default().split(' ').collect();
            if let Some(id) = href.strip_prefix('#') {
                assert!(page.has(&format!("[id='{id}']")), "{path}: {href}");
                continue;
            }
            let own = href.starts_with('/') || href.starts_with(PUBLIC_URL);
            assert!(!own || page.leads_somewhere(href.split('#').next().unwrap()), "{path}: {href}");
            assert!(
                own || ["https:", "mailto:", "tel:", "sgnl:"].iter().any(|scheme| href.starts_with(scheme)),
                "{path}: {href}"
            );
            // "Leave quickly" replaces the page on purpose.
            let leaves = link.attr("data-leave").is_some() && !page.is_embed();
            if (page.is_embed() || !own) && !leaves {
                assert_eq!(link.attr("target"), Some("_blank"), "{path}: {href} would replace the page or the frame");
            }
            if link.attr("target").is_some() {
                assert!(rel.contains("noopener"), "{path}: {href} {rel:?}");
            }
            assert!(own || rel.contains("noreferrer"), "{path}: {href} {rel:?}");
            assert!(!text(link).is_empty(), "{path}: {href} has no name");
        }
        for element in page.all("[src], [data-glue], [data-wasm]") {
            for name in ["src", "data-glue", "data-wasm"] {
                if let Some(link) = element.attr(name) {
                    assert!(link.starts_with(BASE) && page.leads_somewhere(link), "{}: {link}", page.path);
                }
            }
        }
    }
}

#[test]
fn nothing_in_a_page_runs_or_styles_but_what_its_policy_names() {
    for page in all_pages() {
        let path = &page.path;
        for element in page.all("*") {
            for (name, _) in element.value().attrs() {
                assert!(name != "style" && !name.starts_with("on"), "{path}: {} {name}", element.value().name());
            }
        }
        assert!(!page.has("object, embed, base, link[rel=stylesheet], form[action]"), "{path}");
        let policy = page.policy();
        // The page for partners shows the campaign in a frame, with our own loader.
        let is_kit = path.starts_with("/partners/");
        assert_eq!((page.has("iframe"), policy.contains_key("frame-src")), (is_kit, is_kit), "{path}");
        for style in page.all("style") {
            assert!(policy["style-src"].contains(&sha256(&text(style))), "{path}: a style that is not allowed");
        }
        for script in page.all("script") {
            match script.attr("type") {
                Some("application/json" | "application/ld+json") => {}
                None if script.attr("src") == Some("/sub/embed/v1.js") && is_kit => {}
                None if script.attr("src").is_some_and(|path| path.starts_with("/sub/search-"))
                    && page.has("#signer-query") => {}
                other => {
                    assert_eq!((other, script.attr("src")), (None, None), "{path}");
                    assert!(
                        policy["script-src"].contains(&sha256(&text(script))),
                        "{path}: a script that is not allowed"
                    );
                }
            }
        }
        assert_eq!(policy["default-src"], ["'none'"], "{path}");
        let own =
            |part: &str| policy[part].iter().filter(|source| source.starts_with("http")).cloned().collect::<Vec<_>>();
        for part in ["script-src", "connect-src", "img-src"] {
            assert_eq!(own(part), ["https://act.example.org"], "{path}: {part}");
        }
        // None at all for what may be framed: `*` would refuse hosts without an origin.
        let ancestors = policy.get("frame-ancestors").cloned();
        let may_be_framed = page.is_embed() || path == "/404.html";
        assert_eq!(ancestors, (!may_be_framed).then(|| vec!["'none'".to_owned()]), "{path}");
        assert!(
            policy.values().flatten().all(|source| source != "'unsafe-inline'" && source != "'unsafe-eval'"),
            "{path}"
        );
    }
}

/// For hosts that send no headers. Names just the scripts of the page, and loosens nothing that the header forbids.
#[test]
fn every_page_carries_its_own_policy_before_anything_that_could_act() {
    for page in all_pages() {
        let path = &page.path;
        let said = page.attribute("meta[http-equiv='Content-Security-Policy']", "content");
        assert_eq!(page.all("meta[http-equiv]").len(), 1, "{path}");
        let (before, _) = page.text.split_once("http-equiv").unwrap();
        assert!(!before.contains("<script") && !before.contains("<style") && !before.contains("<link"), "{path}");
        let mut header = page.policy();
        // Only a header can say this.
        header.remove("frame-ancestors");
        for part in said.split("; ") {
            let mut words = part.split_whitespace();
            let allowed = header.remove(words.next().unwrap()).unwrap_or_else(|| panic!("{path}: {part}"));
            for word in words {
                assert!(allowed.iter().any(|source| source == word), "{path}: {word} is not in the header");
            }
        }
        assert!(header.is_empty(), "{path}: the page does not say {header:?}");
        let scripts = page.all("script:not([type]):not([src])");
        let hashes = said.split("script-src ").nth(1).unwrap().split(';').next().unwrap();
        assert_eq!(hashes.matches("'sha256-").count(), scripts.len(), "{path}");
        for script in scripts {
            assert!(hashes.contains(&sha256(&text(script))), "{path}: a script that the page itself forbids");
        }
        let styles: Vec<String> = page.all("style").into_iter().map(|style| sha256(&text(style))).collect();
        assert!(said.contains(&["style-src ", &styles.join(" "), ";"].concat()), "{path}");
    }
}

/// Partners' frames show it too: what it leads to refuses frames, so it opens in a window of its own.
#[test]
fn what_is_not_there_leads_to_every_campaign_out_of_any_frame() {
    for site in [shipped(), examples()] {
        let missing = page(site, "/404.html");
        let campaigns: BTreeSet<String> = pages(site)
            .into_iter()
            .filter_map(|page| Some(page.path.strip_prefix("/c/")?.split('/').next()?.to_owned()))
            .collect();
        let links = missing.all("main a");
        for campaign in campaigns {
            let start = format!("{BASE}/c/{campaign}/");
            assert!(links.iter().any(|link| link.attr("href").unwrap().starts_with(&start)), "{campaign}");
        }
        for link in links {
            assert_eq!((link.attr("target"), link.attr("rel")), (Some("_blank"), Some("noopener")));
        }
        assert!(page(site, "/").all("main a").iter().all(|link| link.attr("target").is_none()));
    }
}

/// Without one of the site's own, programs that draw links ask third parties for one.
#[test]
fn every_page_names_a_picture_for_its_tab_that_is_there() {
    for page in all_pages() {
        let icon = page.attribute("link[rel=icon]", "href");
        assert!(page.leads_somewhere(icon), "{}: {icon}", page.path);
        let file = std::fs::read(page.site.join(icon.strip_prefix(&[BASE, "/"].concat()).unwrap())).unwrap();
        // One picture, as PNG.
        assert!(file.starts_with(&[0, 0, 1, 0, 1, 0]) && file[22..].starts_with(b"\x89PNG"), "{}", page.path);
    }
}

#[test]
fn the_wasm_is_loaded_with_its_integrity_and_only_where_something_is_live() {
    let wasm = std::fs::read(shipped().join("undersigned-test_bg.wasm")).unwrap();
    let integrity = ["sha384-", &STANDARD.encode(Sha384::digest(wasm))].concat();
    for page in all_pages() {
        let live = page.has("#action form");
        assert_eq!(page.has("script[data-wasm]"), live, "{}", page.path);
        if live {
            assert_eq!(page.attribute("script[data-wasm]", "data-integrity"), integrity);
            assert!(page.has("#action[data-program]"), "{}", page.path);
            assert_eq!(page.attribute("script[data-wasm]", "data-wasm"), "/sub/undersigned-test_bg.wasm");
        }
    }
}

#[test]
fn every_field_keeps_what_is_typed_off_the_disk_and_from_writing_services() {
    let mut seen = BTreeSet::new();
    for page in all_pages() {
        let path = &page.path;
        for field in page.all("input, textarea, select") {
            let of = |name| field.value().attr(name).unwrap_or_default();
            let (name, kind) = (field.value().name(), of("type"));
            assert_eq!(of("autocomplete"), "off", "{path}: {}", field.html());
            if name != "select" && !["radio", "checkbox"].contains(&kind) {
                for mark in
                    ["spellcheck", "writingsuggestions", "data-gramm", "data-gramm_editor", "data-enable-grammarly"]
                {
                    assert_eq!(of(mark), "false", "{path}: {mark} of {}", field.html());
                }
            }
            seen.insert((name.to_owned(), kind.to_owned()));
        }
        // Nothing else takes text.
        assert_eq!(page.all("[contenteditable]").len(), 0, "{path}");
    }
    let seen: Vec<String> = seen.into_iter().map(|(name, kind)| [name, kind].join(" ")).collect();
    assert_eq!(seen, ["input radio", "input search", "input text", "select "]);
}

#[test]
fn text_that_tries_to_be_markup_stays_text() {
    let words: Value =
        serde_json::from_str(&std::fs::read_to_string(project("tests/fixtures/site/en.json")).unwrap()).unwrap();
    for path in ["/c/example-53/en/", "/e/example-53/en/"] {
        let page = page(examples(), path);
        assert_eq!(page.text_of("h1"), words["title"], "{path}");
        let live = LivePage::from_island(page.island()).unwrap();
        assert_eq!(live.title, words["title"], "{path}");
        assert_eq!(live.letter.subject, words["action"]["letter"]["subject"], "{path}");
        assert!(text(page.one(".prose")).contains(words["statement"][1]["paragraph"].as_str().unwrap()), "{path}");
        assert!(!page.has("img, h1 *, .prose p:not(.scripted) *"), "{path}");
        let scripts: Vec<_> = page.all("script").iter().map(|script| script.attr("id").unwrap_or_default()).collect();
        let expected = if page.is_embed() { vec![""; 4] } else { vec!["", "", "json-ld", ""] };
        assert_eq!(scripts, expected, "{path}");
    }
    let article: Value =
        serde_json::from_str(&page(examples(), "/c/example-53/en/").text_of("script#json-ld")).unwrap();
    assert_eq!(article["headline"], words["title"]);
    assert_eq!(article["author"][0]["name"], example_signer(1));
}

#[test]
fn every_signer_is_named_and_the_stated_total_is_another_fact() {
    let names = |page: &Page| -> Vec<String> {
        page.all("#signer-list [data-name]").iter().map(|item| item.attr("data-name").unwrap().to_owned()).collect()
    };
    for (kind, held) in [("c", [14, 14, 12]), ("e", [8, 8, 12])] {
        for (signers, (id, stated, unlisted)) in held.into_iter().zip([
            ("example-53", "60", Some("7")),
            ("example-5000", "5,000", None),
            ("example-12", "12", None),
        ]) {
            let page = page(examples(), &format!("/{kind}/{id}/en/"));
            assert_eq!(names(&page), (1..=signers).map(example_signer).collect::<Vec<_>>(), "{id}");
            for item in page.all("#signer-list [data-name]") {
                assert!(text(item).contains(item.attr("data-name").unwrap()), "{id}");
            }
            assert!(
                page.text_of(":not(.host-card) > .stated").starts_with(&format!("{stated} ")),
                "{}",
                page.text_of(":not(.host-card) > .stated")
            );
            let rest: Vec<String> = page.all("#signer-list > .unlisted").into_iter().map(text).collect();
            assert_eq!(rest.len(), usize::from(unlisted.is_some()), "{id}");
            assert!(rest.iter().all(|rest| rest.contains(&format!("{} more", unlisted.unwrap()))), "{rest:?}");
        }
        let page = page(shipped(), &format!("/{kind}/cfhk-blinken-2023/en/"));
        assert_eq!(names(&page).len(), 1, "the release names the Foundation only");
        let stated = page.text_of(":not(.host-card) > .stated");
        assert!(stated.contains("Foundation signed together with 53 organisations."), "{stated}");
        assert!(page.text_of("#signer-list > .unlisted").contains("53 more"));
    }
}

/// A landing page holds up to twenty names or the first fourteen, an embed fewer; the rest is a file and pages of their own.
#[test]
fn long_lists_go_on_in_a_file_and_on_pages_of_their_own() {
    let site = examples();
    for (id, landing, embed) in [("example-12", 12, 12), ("example-53", 14, 8), ("example-5000", 14, 8)] {
        let pages = [(page(site, &format!("/c/{id}/en/")), landing), (page(site, &format!("/e/{id}/en/")), embed)];
        let listed: usize = id.rsplit('-').next().unwrap().parse().unwrap();
        for (page, held) in pages {
            assert_eq!(page.all("#signer-list [data-name]").len(), held, "{id}");
            assert_eq!(page.has("#signer-list[data-names]"), held < listed, "{id}");
            if held < listed {
                let path = page.attribute("#signer-list", "data-names").strip_prefix(BASE).unwrap();
                let names: Value = serde_json::from_slice(&std::fs::read(site.join(&path[1..])).unwrap()).unwrap();
                assert_eq!(names["rows"].as_array().unwrap().len(), listed, "{id}");
                assert!(page.has(&format!("a[href='{BASE}/c/{id}/en/signers/']")), "{id}");
            }
        }
    }
    let mut names = Vec::new();
    for part in 1..=34 {
        let number = if part == 1 { String::new() } else { format!("{part}/") };
        let page = page(site, &format!("/c/example-5000/en/signers/{number}"));
        names.extend(page.all("[data-name]").iter().map(|item| item.attr("data-name").unwrap().to_owned()));
        assert_eq!(page.all(".parts a[aria-current=page]").len(), 2, "above and below");
    }
    let number = names.len();
    names.sort();
    names.dedup();
    assert_eq!((number, names.len()), (5_000, 5_000), "every name is on one page");
    assert!(!site.join("c/example-5000/en/signers/35").exists() && !site.join("c/example-12/en/signers").exists());
}

#[test]
fn only_long_lists_of_signers_are_folded_and_searched() {
    for (site, id, long) in [
        (examples(), "example-53", true),
        (examples(), "example-5000", true),
        (examples(), "example-12", false),
        (shipped(), "cfhk-blinken-2023", false),
        (shipped(), "nine-groups-2015", false),
    ] {
        let landing = page(site, &format!("/c/{id}/en/"));
        assert_eq!(landing.has("#signer-list > .signer-rest > details:not([open]) > .signers > li"), long, "{id}");
        for page in [landing, page(site, &format!("/e/{id}/en/"))] {
            assert!(page.has("details:not([open]) #signer-list") || !page.is_embed(), "{id}");
            assert_eq!(page.has(".scripted #signer-query"), long, "{id}");
            if long {
                let codes = page.all("#signer-country option").into_iter().map(|option| option.attr("value").unwrap());
                assert_eq!(codes.collect::<Vec<_>>(), ["", "FR", "TW", "GB"], "{id}: by name");
                assert!(page.has("#signer-status[data-one][data-other][data-none]:empty"), "{id}");
                assert!(page.has("#signer-more[hidden][data-more]:empty") && page.has("#signer-back[hidden]"), "{id}");
                let script = page.attribute("script[src*='search-']", "src").strip_prefix(BASE).unwrap();
                assert!(site.join(script.trim_start_matches('/')).is_file(), "{script}");
            }
        }
    }
}

#[test]
fn a_campaign_that_is_over_offers_nothing_to_send_but_the_next_one() {
    for (site, id, language, next) in [
        (shipped(), "nine-groups-2015", "en", "cfhk-blinken-2023"),
        (shipped(), "nine-groups-2015", "zh-Hant", "cfhk-blinken-2023"),
        (examples(), "example-5000", "en", "example-53"),
        (examples(), "example-12", "en", "example-53"),
    ] {
        for kind in ["c", "e"] {
            let page = page(site, &format!("/{kind}/{id}/{language}/"));
            assert!(!page.has("form, #action, .below-tier-3"), "{}", page.path);
            assert_eq!(page.attribute(".next-campaign a", "href"), format!("{BASE}/c/{next}/{language}/"));
            assert!(page.has("#act .closed h2"), "{}", page.path);
        }
        assert!(!site.join(format!("c/{id}/{language}/us")).exists(), "{id}: a directory without anything to ask");
    }
}

#[test]
fn statement_letter_and_call_are_readable_without_scripts() {
    for (language, _) in LANGUAGES {
        let words = campaign_file(&format!("cfhk-blinken-2023/{language}.json"));
        for kind in ["c", "e"] {
            let page = page(shipped(), &format!("/{kind}/cfhk-blinken-2023/{language}/"));
            let statement = page.text_of(".prose");
            for block in words["statement"].as_array().unwrap() {
                let told = block["paragraph"].as_str().or(block["quotation"]["text"].as_str()).unwrap();
                assert!(statement.contains(told), "{}: {told}", page.path);
            }
            let letter = page.text_of(".below-tier-3 .letter-text");
            let (opening, rest) =
                words["action"]["letter"]["opening"].as_str().unwrap().split_once("{{place}}").unwrap();
            let points = words["action"]["letter"]["points"].as_array().unwrap().iter().map(|point| &point["text"]);
            let parts = [&words["action"]["letter"]["subject"], &words["action"]["letter"]["ask"]];
            for part in parts.into_iter().chain(points).map(|part| part.as_str().unwrap()).chain([opening, rest]) {
                assert!(letter.contains(part), "{}: {part}", page.path);
            }
            let below = page.text_of(".below-tier-3");
            assert!(below.contains("constituent") && !below.contains("{{"), "{}", page.path);
            assert_eq!(page.all(".below-tier-3 .state-list a").len(), 56, "{}", page.path);
            let hidden =
                page.all(".below-tier-3 [hidden], .below-tier-3 script, .below-tier-3 input, .below-tier-3 button:not(.scripted > *)");
            assert!(hidden.is_empty(), "{}: a control that does nothing", page.path);
        }
    }
}

#[test]
fn the_directory_of_every_state_lists_all_its_members() {
    let us = project("data/us");
    let Tables { congress, offices, .. } = tables(&texts(&disk::folder(&us), &us).unwrap()).unwrap();
    let mut members = 0;
    for (language, _) in LANGUAGES {
        for state in State::ALL {
            let path = format!("/c/cfhk-blinken-2023/{language}/us/{}/", state.code().to_lowercase());
            let first = page(shipped(), &path);
            // A large state has links to all parts of its list, the first included.
            let others = first.all(".parts a").into_iter().skip(1).map(|link| link.attr("href").unwrap());
            let others: Vec<_> = others.map(|href| page(shipped(), href.strip_prefix(BASE).unwrap())).collect();
            let entries = |page: &Page, list| page.all(list).into_iter().map(text).collect::<Vec<_>>();
            let senators = congress.senators_of(state);
            for part in std::iter::once(&first).chain(&others) {
                let shown = entries(part, ".senate > li");
                assert_eq!(shown.len(), senators.len(), "{}", part.path);
                assert!(senators.iter().zip(&shown).all(|(senator, entry)| entry.contains(&*senator.name)), "{path}");
                assert_eq!(part.has("h2 + .senate + h2"), !senators.is_empty(), "{}", part.path);
            }
            let mut house = entries(&first, ".house > li");
            house.extend(others.iter().flat_map(|part| entries(part, ".house > li")));
            let seats = congress.divisions_of(state);
            assert_eq!(house.len(), seats.len(), "{path}");
            for (seat, entry) in seats.into_iter().zip(house) {
                match congress.delegation(seat).unwrap().house {
                    HouseSeat::Vacant | HouseSeat::Unknown => assert!(!entry.contains('{'), "{path}"),
                    HouseSeat::Held(member) => {
                        members += 1;
                        assert!(entry.contains(&*member.name), "{path}: {}", member.name);
                        let numbers = offices.of(&member.bioguide).iter().filter_map(|office| office.phone.as_deref());
                        for phone in numbers.chain(member.phone.as_deref()) {
                            assert!(entry.contains(phone), "{path}: {} {phone}", member.name);
                        }
                    }
                }
            }
        }
        let index = page(shipped(), &format!("/c/cfhk-blinken-2023/{language}/us/"));
        assert_eq!(index.all(".state-list a").len(), 56);
    }
    assert!(members > 2 * 400, "{members} members of the House in two languages");
}

#[test]
fn directories_say_when_terms_end_and_which_states_get_new_districts() {
    for (path, senators, house) in [
        (
            "en/us/vt/",
            ["until 3 January 2029", "until 3 January 2031"],
            "These terms end on 3 January 2027. From then on, check who holds the seat.",
        ),
        (
            "en/us/ut/",
            ["until 3 January 2029", "until 3 January 2031"],
            "These terms end on 3 January 2027. From then on, check who holds the seat. Utah has new districts from 3 January 2027.",
        ),
        // Appointed until an election: the winner sits by January.
        ("en/us/oh/", ["until 3 January 2031", "until 3 January 2027"], "Ohio has new districts from 3 January 2027."),
        ("en/us/pr/", ["", ""], "These terms end on 3 January 2029."),
        ("zh-Hant/us/tx/", ["任期至2027年1月3日", "任期至2031年1月3日"], "由2027年1月3日起，德薩斯州採用新選區。"),
    ] {
        let page = page(shipped(), &format!("/c/cfhk-blinken-2023/{path}"));
        let shown: String = page.all(".senate > li .role").into_iter().map(text).collect();
        assert!(senators.iter().all(|day| shown.contains(day)), "{path}: {shown}");
        let said: Vec<String> = page.all("h2 + .hint").into_iter().map(text).collect();
        assert!(said.iter().any(|said| said.contains(house)), "{path}: {said:?}");
    }
}

#[test]
fn the_list_of_campaigns_offers_open_ones_first_in_every_language() {
    let page = page(shipped(), "/");
    let links: Vec<&str> = page.all(".campaigns a").iter().map(|link| link.attr("href").unwrap()).collect();
    let expected = ["cfhk-blinken-2023", "example-city", "nine-groups-2015"]
        .map(|id| LANGUAGES.map(|(tag, _)| format!("{BASE}/c/{id}/{tag}/")));
    assert_eq!(links, expected.as_flattened());
}

#[test]
fn a_campaign_without_a_language_leads_to_each_of_its_languages() {
    let page = page(shipped(), "/c/cfhk-blinken-2023/");
    assert_eq!(page.attribute("script[data-languages]", "data-languages"), "en zh-Hant");
    let links: Vec<&str> = page.all(".campaigns a").iter().map(|link| link.attr("href").unwrap()).collect();
    assert_eq!(links, ["/sub/c/cfhk-blinken-2023/en/", "/sub/c/cfhk-blinken-2023/zh-Hant/"]);
}

#[test]
fn tables_are_where_the_pages_look_for_them() {
    for (site, id) in [(shipped(), "cfhk-blinken-2023"), (examples(), "example-53")] {
        let page = page(site, &format!("/e/{id}/en/"));
        let live = LivePage::from_island(page.island()).unwrap();
        for path in [&live.tables, &live.offices, &live.directory] {
            assert!(path.starts_with(BASE) && page.leads_somewhere(path), "{path}");
        }
        assert_eq!(live.address, format!("{PUBLIC_URL}/c/{id}/en/"));
        assert_eq!(live.regions.len(), 56);
    }
}

#[test]
fn the_index_of_campaigns_says_what_there_is() {
    let index: Value = serde_json::from_slice(&std::fs::read(shipped().join("campaigns.json")).unwrap()).unwrap();
    let title = |id: &str| campaign_file(&format!("{id}/en.json"))["title"].clone();
    let heights = |id: &str| campaign_file(&format!("{id}/heights.json"))["heights"].clone();
    let entry = |id: &str, status: &str| serde_json::json!({"id": id, "title": title(id), "languages": ["en", "zh-Hant"], "status": status, "heights": heights(id)});
    assert_eq!(
        index,
        Value::from(vec![
            entry("cfhk-blinken-2023", "open"),
            entry("example-city", "open"),
            entry("nine-groups-2015", "closed")
        ])
    );
}

#[test]
fn publishing_twice_gives_the_same_bytes() {
    let again = built("drawn-twice");
    assert_eq!(prerender(&again, &example_campaigns("campaigns-drawn-twice")).status.code(), Some(0));
    let (first, second) = (files(examples()), files(&again));
    assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
    for (name, content) in first {
        assert!(second[&name] == content, "{name}");
    }
}

#[test]
fn campaigns_with_faults_publish_nothing() {
    let out = built("faulty");
    let before = files(&out);
    let output = prerender(&out, Path::new("tests/fixtures/campaigns"));
    assert_eq!(output.status.code(), Some(1));
    let expected = std::fs::read_to_string(project("tests/fixtures/campaigns/faulty.expected")).unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap().trim_end(), expected.trim_end(), "all faults of all files");
    assert_eq!(files(&out), before);
}

#[test]
fn without_the_built_page_it_says_what_to_run() {
    let two = built("two");
    std::fs::write(two.join("undersigned-other_bg.wasm"), "older").unwrap();
    for (out, advice) in [(scratch("unbuilt"), "run `cargo xtask dist`"), (two, "empty the folder first")] {
        let output = prerender(&out, &project("campaigns"));
        assert_eq!(output.status.code(), Some(2));
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(advice), "{said}");
        assert!(!files(&out).keys().any(|name| name.ends_with(".html")), "half a site");
    }
}
