use std::path::Path;

use super::*;

fn campaign(id: &str, style: &str, kit_style: &str) -> CampaignSources {
    CampaignSources { id: id.to_owned(), style: style.to_owned(), kit_style: kit_style.to_owned() }
}

fn sources(base: &str) -> Sources {
    Sources {
        origin: "https://act.example.org".to_owned(),
        base: base.to_owned(),
        scripts: "'sha256-a'".to_owned(),
        style: "'sha256-b'".to_owned(),
        campaigns: vec![campaign("one", "'sha256-c'", "'sha256-e'"), campaign("two", "'sha256-d'", "'sha256-f'")],
        kit_script: "'sha256-k'".to_owned(),
        program: ["app.js", "app.wasm", "search.js"].map(str::to_owned).into(),
    }
}

/// What `docs/hosting` shows: the table and the files of a site with one campaign, with names in place of hashes.
fn documentation() -> Vec<(&'static str, String)> {
    let sources = Sources {
        origin: "https://act.example.org".to_owned(),
        base: String::new(),
        scripts: "'sha256-SCRIPTS'".to_owned(),
        style: "'sha256-STYLE'".to_owned(),
        campaigns: vec![campaign("CAMPAIGN", "'sha256-CAMPAIGN-STYLE'", "'sha256-PARTNERS-STYLE'")],
        kit_script: "'sha256-PARTNERS-SCRIPT'".to_owned(),
        program: [
            "undersigned-HASH.js",
            "undersigned-HASH_bg.wasm",
            "world-HASH.js",
            "world-HASH_bg.wasm",
            "action-HASH.js",
            "search-HASH.js",
        ]
        .map(str::to_owned)
        .into(),
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

#[test]
fn only_embeds_may_be_framed_and_each_campaign_has_its_own_style() {
    let rules = table(&sources(""));
    for (path, ancestors, style) in [
        ("/", "'none'", "'sha256-b'"),
        ("/c/one/en/us/vt/", "'none'", "'sha256-c'"),
        ("/e/one/en/", "*", "'sha256-c'"),
        ("/e/two/zh-Hant/", "*", "'sha256-d'"),
        ("/partners/two/", "'none'", "'sha256-f'"),
    ] {
        let headers = of(&rules, path);
        let (_, policy) = headers.iter().find(|(name, _)| *name == "Content-Security-Policy").unwrap();
        assert!(policy.ends_with(&["frame-ancestors ", ancestors].concat()), "{path}: {policy}");
        assert!(policy.contains(&["style-src ", style, ";"].concat()), "{path}: {policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{path}: {policy}");
    }
}

#[test]
fn a_site_below_a_path_has_its_rules_there() {
    for rule in table(&sources("/act")) {
        assert!(rule.pattern.starts_with("/act/"), "{}", rule.pattern);
    }
}

#[test]
fn every_server_gets_every_header_of_every_rule() {
    let sources = sources("");
    let rules = table(&sources);
    for (name, text) in for_servers(&sources, &rules) {
        let text = text.replace("\\\"", "\"");
        for (header, value) in rules.iter().flat_map(|rule| &rule.headers) {
            assert!(text.contains(header) || text.contains(&header.to_ascii_lowercase()), "{name}: {header}");
            assert!(text.contains(value.as_str()), "{name}: {value}");
        }
    }
}

#[test]
fn the_files_for_cloudfront_fit() {
    let sources = sources("");
    assert!(cloudfront::file(&sources, &table(&sources)).len() < 10_000);
}

#[test]
fn the_hosting_documentation_is_that_of_the_table() {
    for (name, text) in documentation() {
        let path = Path::new("docs/hosting").join(name);
        if std::env::var_os("UNDERSIGNED_WRITE").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == text, "{}: run `UNDERSIGNED_WRITE=1 cargo test hosting`", path.display());
    }
}
