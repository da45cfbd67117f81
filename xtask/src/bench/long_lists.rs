//! What pages weigh whose campaign has many signers or partners: the longest of the bundled texts with made-up names.

use std::path::Path;

use anyhow::{Context as _, Result};

use super::fixture::{self, Campaigns};
use crate::bytes;
use crate::measure::{self, Bar, Unit};

/// The bundled campaign with the longest texts, in both countries.
const LIKE: &str = "cfhk-blinken-2023";

/// How many signers: a coalition, a movement, the most that `check` allows a page to be asked for.
const SIGNERS: [usize; 3] = [53, 500, 5_000];

/// The rows of the table.
pub fn bars(dist: &Path) -> Result<Vec<Bar>> {
    let mut bars = Vec::new();
    for (partners, what) in [
        (1, ["Landing page with 53, 500, 5,000 signers, brotli", "Embed with 53, 500, 5,000 signers, brotli"]),
        (10, ["Landing page of these and ten partners, brotli", "Embed of these and ten partners, brotli"]),
    ] {
        let campaigns = Campaigns { signers: &SIGNERS, languages: &["en"], partners, like: Some(LIKE) };
        let site = fixture::site(dist, "lists", campaigns)?.folder;
        let largest = |is_counted: &dyn Fn(&str) -> bool| -> Result<u64> {
            let mut largest = 0;
            for file in measure::site_files(&site)? {
                let name = file.strip_prefix(&site).unwrap_or(&file).to_string_lossy().replace('\\', "/");
                if name.ends_with(".html") && is_counted(&name) {
                    let page = std::fs::read(&file).with_context(|| format!("could not read {name}"))?;
                    largest = largest.max(bytes::brotli(&page)?.len() as u64);
                }
            }
            Ok(largest)
        };
        let bar =
            |what, measured| Bar { what, measured: Some(measured), goal: 13_000, limit: 14_600, unit: Unit::Bytes };
        let [landing, embed] = what;
        bars.push(bar(landing, largest(&|name| name.starts_with("c/") && name.split('/').count() == 4)?));
        bars.push(bar(embed, largest(&|name| name.starts_with("e/"))?));
        if partners == 1 {
            bars.push(bar("Page of a long list of signers, brotli", largest(&|name| name.contains("/signers/"))?));
        }
    }
    Ok(bars)
}
