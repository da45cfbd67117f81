//! The picture in a browser's tab. With none, programs that draw links ask third parties for one.

use std::path::Path;

use anyhow::{Context as _, Result};

use files::Files;
use layout::ICON;

/// Reads it from the folder of assets.
///
/// # Errors
/// The path of what cannot be read.
pub fn read(files: &Files, assets: &Path) -> Result<Vec<u8>> {
    let path = assets.join(ICON);
    Ok(files.read(&path).with_context(|| path.display().to_string())?.to_vec())
}
