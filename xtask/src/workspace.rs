//! Where things are in the project's folder.

use std::path::{Path, PathBuf};

/// The project's top folder.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Where builds and pictures go: never tracked.
pub fn target() -> PathBuf {
    root().join("target")
}

/// The site that a build leaves behind, unless another folder is asked for.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// A path as people say it: relative to the project's folder where it is inside.
pub fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}
