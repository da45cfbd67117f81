use std::path::Path;

use layout::STEMS;

use super::*;

fn sources(base: &str) -> Allowed {
    Allowed {
        origin: "https://act.example.org".to_owned(),
        base: base.to_owned(),
        scripts: "'sha256-a'".to_owned(),
        styles: "'sha256-b' 'sha256-c' 'sha256-d'".to_owned(),
        kit_script: "'sha256-k'".to_owned(),
        kit_style: "'sha256-e'".to_owned(),
        program: ["app.js", "app.wasm", "search.js"].map(str::to_owned).into(),
    }
}

/// What `docs/hosting` shows: the table and the files of a site with one campaign, with names in place of hashes.
fn documentation() -> Vec<(&'static str, String)> {
    let sources = Allowed {
        origin: "https://act.example.org".to_owned(),
        base: String::new(),
        scripts: "'sha256-SCRIPTS'".to_owned(),
        styles: "'sha256-STYLE' 'sha256-STYLE-WITH-ACCENT'".to_owned(),
        kit_script: "'sha256-PARTNERS-SCRIPT'".to_owned(),
        kit_style: "'sha256-PARTNERS-STYLE'".to_owned(),
        program: STEMS.map(|stem| format!("{stem}*")).into(),
    };
    let rules = table(&sources);
    let mut files = vec![("headers.md", overview::page(&rules))];
    files.extend(for_servers(&sources, &rules));
    files
}

/// The headers of a path, from all rules that fit.
fn of(rules: &[Rule], path: &str) -> Vec<(&'static str, String)> {
    let fits = |rule: &&Rule| match rule.pattern.strip_suffix('*') {
        Some(start) => path.starts_with(start),
        None => path == rule.pattern,
    };
    rules.iter().filter(fits).flat_map(|rule| rule.headers.clone()).collect()
}

#[test]
fn no_header_is_set_twice_for_a_path() {
    let rules = table(&sources(""));
    for path in ["/", "/404.html", "/c/one/", "/c/one/en/", "/e/two/en/", "/data/us/x.bin", "/app.wasm", "/embed/v1.js"]
    {
        let headers = of(&rules, path);
        let mut names: Vec<_> = headers.iter().map(|(name, _)| *name).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count, "{path}");
        assert!(names.contains(&"Cache-Control"), "{path}");
    }
}

fn header<'r>(rules: &'r [(&'static str, String)], name: &str) -> Option<&'r str> {
    rules.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
}

/// `frame-ancestors *` would refuse a host without an origin; no word about ancestors refuses nobody.
#[test]
fn only_embeds_and_what_is_missing_may_be_framed_by_anybody_and_anywhere() {
    let rules = table(&sources(""));
    for (path, framed) in [
        ("/", false),
        ("/c/one/", false),
        ("/c/one/en/us/vt/", false),
        ("/partners/two/", false),
        ("/404.html", true),
        ("/e/one/en/", true),
        ("/e/two/zh-Hant/", true),
    ] {
        let headers = of(&rules, path);
        let policy = header(&headers, "Content-Security-Policy").unwrap();
        assert_eq!(policy.ends_with("; frame-ancestors 'none'"), !framed, "{path}: {policy}");
        assert_eq!(policy.contains("frame-ancestors"), !framed, "{path}: {policy}");
        assert_eq!(header(&headers, "Cross-Origin-Embedder-Policy"), framed.then_some("require-corp"), "{path}");
        assert!(policy.contains("style-src 'sha256-b' 'sha256-c' 'sha256-d'"), "{path}: {policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{path}: {policy}");
    }
    assert_eq!(header(&of(&rules, "/404.html"), "Cache-Control"), Some("no-store"));
}

#[test]
fn a_page_may_ask_where_somebody_is_and_for_nothing_else() {
    let everywhere = table(&sources("")).remove(0);
    let permissions = header(&everywhere.headers, "Permissions-Policy").unwrap();
    for permission in permissions.split(", ") {
        let (name, who) = permission.split_once('=').unwrap();
        assert_eq!(who, if name == "geolocation" { "(self)" } else { "()" }, "{permission}");
    }
    assert!(["camera", "geolocation", "microphone"].iter().all(|name| permissions.contains(name)));
}

#[test]
fn a_site_below_a_path_has_its_rules_there() {
    for rule in table(&sources("/act")) {
        assert!(rule.pattern.starts_with("/act/"), "{}", rule.pattern);
    }
}

/// Evaluating a function would make it whole; `tests/hosted/cloudfront.rs` does.
#[test]
fn every_server_gets_every_header_of_every_rule() {
    let sources = sources("");
    let rules = table(&sources);
    for (name, text) in for_servers(&sources, &rules) {
        if ["apache-site.conf", cloudfront::REQUEST, cloudfront::RESPONSE].contains(&name) {
            continue;
        }
        for (header, value) in rules.iter().flat_map(|rule| &rule.headers) {
            assert!(text.contains(value.as_str()), "{name}: {header}: {value}");
        }
    }
}

/// Two sites on one server, and one in the folder of another.
#[test]
fn no_two_sites_share_a_variable() {
    let mut seen = BTreeSet::new();
    for (origin, base) in [
        ("https://act.example.org", ""),
        ("https://act.example.org", "/act"),
        ("https://act-example.org", ""),
        ("https://actexample.org", ""),
        ("http://act.example.org", ""),
        ("https://act.example.org:8443", ""),
    ] {
        let sources = Allowed { origin: origin.to_owned(), ..sources(base) };
        let file = nginx::file(&sources, &table(&sources));
        let maps = file.lines().filter_map(|line| line.strip_prefix("map ")?.split(' ').nth(1));
        for variable in maps {
            // nginx's table of variables takes no long ones.
            assert!(variable.len() < 40, "{variable}");
            assert!(seen.insert(variable.to_owned()), "{origin}{base}: {variable}");
        }
    }
}

/// Each campaign may have an accent of its own, so each may add a hash; nothing else of a campaign is in these files.
#[test]
fn many_accents_fit_what_servers_read() {
    for count in [8, 80] {
        let hash = |at: usize| format!("'sha256-{at:043}='");
        let styles = (0..count).map(hash).collect::<Vec<_>>().join(" ");
        let sources = Allowed { styles, ..sources("") };
        let rules = table(&sources);
        for (name, text) in for_servers(&sources, &rules) {
            if [cloudfront::REQUEST, cloudfront::RESPONSE].contains(&name) {
                assert!(text.len() <= cloudfront::LONGEST, "{name}: {} bytes with {count}", text.len());
            }
            // What nginx takes for one word.
            let longest = text.split('"').map(str::len).max().unwrap_or_default();
            assert!(name != "nginx.conf" || longest < 4_000, "{name}: {longest} bytes in one word with {count}");
        }
    }
}

#[test]
// Writes what it checks, if it is told to.
#[allow(clippy::disallowed_methods)]
fn the_hosting_documentation_is_that_of_the_table() {
    for (name, text) in documentation() {
        let path = Path::new("../../docs/hosting").join(name);
        if std::env::var_os("UNDERSIGNED_WRITE").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == text, "{}: run `UNDERSIGNED_WRITE=1 cargo test -p publish hosting`", path.display());
    }
}
