//! Publishing again: on any number of cores the same bytes, and nothing touched that does not change.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::published::{built, example_campaigns, files, prerender_on};

/// The made-up campaigns but the largest, which would take its time.
fn few_campaigns(name: &str) -> PathBuf {
    let campaigns = example_campaigns(name);
    fs::remove_dir_all(campaigns.join("example-5000")).unwrap();
    campaigns
}

/// When each file was last written.
fn written(site: &Path) -> BTreeMap<String, SystemTime> {
    let when = |name: String| {
        let modified = fs::metadata(site.join(&name)).unwrap().modified().unwrap();
        (name, modified)
    };
    files(site).into_keys().map(when).collect()
}

fn said(site: &Path, campaigns: &Path, cores: &str) -> String {
    let output = prerender_on(cores, site, campaigns);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    // Progress is for terminals. How old the tables are is said every time.
    let said = String::from_utf8(output.stderr).unwrap();
    let other: Vec<&str> =
        said.lines().filter(|line| !line.starts_with("data/") && !line.contains(": terms end on ")).collect();
    assert_eq!(other, [""; 0]);
    String::from_utf8(output.stdout).unwrap().lines().last().unwrap().to_owned()
}

#[test]
fn any_number_of_cores_gives_the_same_bytes() {
    let campaigns = few_campaigns("campaigns-on-cores");
    let sites = ["1", "2", "5"].map(|cores| {
        let site = built(&["on-cores-", cores].concat());
        said(&site, &campaigns, cores);
        files(&site)
    });
    let [one, others @ ..] = &sites;
    for other in others {
        assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
        for (name, bytes) in one {
            assert!(other[name] == *bytes, "{name} differs");
        }
    }
}

#[test]
fn what_does_not_change_is_not_written_and_what_is_gone_is_removed() {
    let campaigns = few_campaigns("campaigns-again");
    let site = built("again");
    let first = said(&site, &campaigns, "2");
    let before = written(&site);
    // The list of sums counts as little as the program.
    let ours = |name: &&String| !name.contains("-test") && *name != layout::SUMS;
    let count = before.keys().filter(ours).count();
    assert!(
        first.contains(&format!(" {count} files changed, 0 removed,")),
        "{first}; there are {count}, without the program: {before:#?}"
    );

    assert!(said(&site, &campaigns, "2").contains(" 0 files changed, 0 removed,"));
    assert_eq!(written(&site), before);

    fs::write(site.join("c/theirs.html"), "somebody's own").unwrap();
    fs::write(site.join("c/example-12/en/index.html.br"), "a twin").unwrap();
    fs::write(site.join("e/example-53/en/index.html.br"), "a twin").unwrap();
    fs::write(site.join("e/example-53/en/index.html"), "changed by hand").unwrap();
    fs::remove_dir_all(campaigns.join("example-12")).unwrap();
    let third = said(&site, &campaigns, "2");
    let now = written(&site);
    assert!(!now.keys().any(|name| name.contains("/example-12/") || name.contains("/example-12.")), "{third}");
    assert!(!site.join("c/example-12").exists());
    assert!(site.join("c/theirs.html").exists() && site.join("e/example-53/en/index.html.br").exists());
    let changed: Vec<&str> =
        now.iter().filter(|(name, when)| before.get(*name) != Some(when)).map(|(name, _)| name.as_str()).collect();
    assert!(changed.contains(&"e/example-53/en/index.html") && changed.contains(&"campaigns.json"), "{changed:?}");
    assert!(!changed.iter().any(|name| name.starts_with("c/example-53/")), "{changed:?}");
}
