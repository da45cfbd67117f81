//! Reads `site.toml`.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

use campaign::check::text;
use files::{FileFault, Files};
use pages::site::Site;

/// The site's address if no other is given.
const LOCAL: &str = "http://localhost:8080";

/// A name, not a sentence.
const LONGEST_PROVIDER: u64 = 120;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct SiteFile {
    public_url: Option<String>,
    provider: Option<String>,
    keep_old_files_days: Option<u16>,
}

/// How long files of earlier runs are kept by default.
const KEPT_DAYS: u16 = 7;

/// Nobody keeps a page open for longer.
const MOST_KEPT_DAYS: u16 = 365;

/// How long files of earlier runs are kept in the site's folder for pages that are open or cached.
pub fn keep_old_files_for(files: &Files, path: &Path) -> Result<Duration> {
    let days = read_file(files, path)?.keep_old_files_days.unwrap_or(KEPT_DAYS);
    if days > MOST_KEPT_DAYS {
        bail!("{}: keep_old_files_days: {days} is more than {MOST_KEPT_DAYS}", path.display());
    }
    Ok(Duration::from_secs(u64::from(days) * 86_400))
}

fn read_file(files: &Files, path: &Path) -> Result<SiteFile> {
    let text = match files.text(path) {
        Err(FileFault::Absent) => return Ok(SiteFile::default()),
        outcome => outcome.with_context(|| path.display().to_string())?,
    };
    toml::from_str(text).with_context(|| path.display().to_string())
}

/// Reads the site file. `public_url` takes precedence over the one in the file; a missing file is an empty one.
pub fn read(files: &Files, path: &Path, public_url: Option<&str>) -> Result<Site> {
    let place = path.display();
    let file = read_file(files, path)?;
    let url = public_url.or(file.public_url.as_deref()).unwrap_or(LOCAL);
    let plain = url.bytes().all(|byte| byte.is_ascii_alphanumeric() || b":/.-_~".contains(&byte));
    if !plain || !(url.starts_with("https://") || url.starts_with("http://")) {
        bail!("{place}: public_url: `{}` is not an address like https://act.example.org", url.escape_debug());
    }
    let provider = file.provider.as_deref().unwrap_or("Undersigned");
    if !text::faults(provider, Some(LONGEST_PROVIDER)).is_empty() {
        bail!("{place}: provider: `{provider}` must be at most {LONGEST_PROVIDER} characters, none of them hidden");
    }
    Ok(Site::new(url, provider))
}
