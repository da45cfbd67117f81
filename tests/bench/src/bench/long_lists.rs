//! What pages weigh whose campaign has many signers or partners, in each country: the longest of the bundled texts with made-up
//! names.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use super::fixture::{self, Campaigns};
use crate::bytes;
use crate::measure::{self, Bar, Unit};

/// The bundled campaign with the longest texts, and with every country.
const LIKE: &str = "cfhk-blinken-2023";

/// How many signers: a coalition, a movement, the most that `check` allows a page to be asked for.
const SIGNERS: [usize; 3] = [53, 500, 5_000];

/// Of pages of one kind in one language, only so many are compressed: those that are largest as they are.
const LARGEST: usize = 4;

/// A kind of page. They are told apart by their address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Landing,
    Embed,
    Directory,
    Signers,
}

/// The rows of the table: the largest page of each kind, whatever the country and the number of signers.
pub fn bars(dist: &Path) -> Result<Vec<Bar>> {
    use Kind::{Directory, Embed, Landing, Signers};
    let mut bars = Vec::new();
    for (partners, rows) in [
        (
            1,
            &[
                (Landing, "Landing page with 53, 500, 5,000 signers, each country, brotli"),
                (Embed, "Embed with 53, 500, 5,000 signers, each country, brotli"),
                (Directory, "Directory page of each country, brotli"),
                (Signers, "Page of a long list of signers, brotli"),
            ][..],
        ),
        (
            10,
            &[
                (Landing, "Landing page of these and ten partners, brotli"),
                (Embed, "Embed of these and ten partners, brotli"),
            ],
        ),
    ] {
        let languages = &["en", "zh-Hant"];
        let campaigns = Campaigns { signers: &SIGNERS, languages, partners, like: Some(LIKE), each_target: true };
        let largest = weigh(&fixture::site(dist, "lists", campaigns)?.folder)?;
        bars.extend(rows.iter().map(|&(kind, what)| {
            let measured = largest.get(&kind).copied();
            Bar { what, measured, goal: 13_000, limit: 14_600, unit: Unit::Bytes }
        }));
    }
    Ok(bars)
}

/// The largest page of each kind.
fn weigh(site: &Path) -> Result<BTreeMap<Kind, u64>> {
    let mut pages: BTreeMap<(Kind, String), Vec<(u64, PathBuf)>> = BTreeMap::new();
    for file in measure::site_files(site)? {
        let name = file.strip_prefix(site).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        if let Some((kind, language)) = kind(&name) {
            let size = file.metadata().with_context(|| format!("could not read {name}"))?.len();
            pages.entry((kind, language.to_owned())).or_default().push((size, file));
        }
    }
    let mut largest = BTreeMap::new();
    for ((kind, _), mut pages) in pages {
        pages.sort();
        for (_, page) in pages.into_iter().rev().take(LARGEST) {
            let page = std::fs::read(&page).with_context(|| format!("could not read {}", page.display()))?;
            let size = bytes::brotli(&page)?.len() as u64;
            let most: &mut u64 = largest.entry(kind).or_default();
            *most = size.max(*most);
        }
    }
    Ok(largest)
}

/// Which kind of page a file is, and in which language.
fn kind(name: &str) -> Option<(Kind, &str)> {
    let parts: Vec<&str> = name.split('/').collect();
    match parts[..] {
        ["c", _, language, "index.html"] => Some((Kind::Landing, language)),
        ["c", _, language, "signers", .., "index.html"] => Some((Kind::Signers, language)),
        ["c", _, language, _, .., "index.html"] => Some((Kind::Directory, language)),
        ["e", _, language, .., "index.html"] => Some((Kind::Embed, language)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_a_campaign_is_of_a_kind() {
        for (name, expected) in [
            ("c/example-001/en/index.html", Some((Kind::Landing, "en"))),
            ("c/example-001/zh-Hant/index.html", Some((Kind::Landing, "zh-Hant"))),
            ("c/example-001/en/signers/index.html", Some((Kind::Signers, "en"))),
            ("c/example-001/en/signers/2/index.html", Some((Kind::Signers, "en"))),
            ("c/example-001/en/us/index.html", Some((Kind::Directory, "en"))),
            ("c/example-001/en/us/vt/index.html", Some((Kind::Directory, "en"))),
            ("c/example-001/en/ca-commons/qc/2/index.html", Some((Kind::Directory, "en"))),
            ("e/example-001/en/index.html", Some((Kind::Embed, "en"))),
            ("e/example-001/en/example-partner-01/index.html", Some((Kind::Embed, "en"))),
            ("index.html", None),
            ("c/example-001/en/index.html.br", None),
            ("data/signers/x.json", None),
        ] {
            assert_eq!(kind(name), expected, "{name}");
        }
    }

    #[test]
    fn the_campaign_has_more_countries_than_one() -> Result<()> {
        assert!(fixture::targets(LIKE)? > 1);
        Ok(())
    }
}
