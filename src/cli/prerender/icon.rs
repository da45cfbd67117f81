//! The picture in a browser's tab. With none, programs that draw links ask third parties for one.

use std::fs;

use crate::cli::site_folder::{FolderFault, SiteFolder};

/// Its name in the site: the one that programs ask for when a page names none.
pub const NAME: &str = "favicon.ico";

/// Where it comes from.
const SHIPPED: &str = "assets/favicon.ico";

/// Copies it into the site.
pub fn write(folder: &SiteFolder) -> Result<(), FolderFault> {
    let picture = fs::read(SHIPPED).map_err(|error| FolderFault::Disk { path: SHIPPED.into(), error })?;
    folder.write(NAME, &picture)
}
