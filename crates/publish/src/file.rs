//! What publishing gives.

use layout::INDEX_PAGE;

/// A file of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path below the site's folder, with `/` on every system.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl File {
    /// A file at a path, which may begin with `/`.
    pub fn new(path: &str, content: impl Into<Vec<u8>>) -> File {
        File { path: path.trim_start_matches('/').to_owned(), bytes: content.into() }
    }

    /// A page at the address that ends with `/`.
    pub fn page(address: &str, html: String) -> File {
        File::new(&[address, INDEX_PAGE].concat(), html)
    }
}
