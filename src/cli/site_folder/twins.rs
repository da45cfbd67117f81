//! The compressed copies beside files, for hosts that do not compress by themselves.
//!
//! `cargo xtask dist` makes them with the same crates at the same levels.

use std::io::{self, Write as _};
use std::path::Path;

/// Makes a copy of some bytes.
type Compressor = fn(&[u8]) -> io::Result<Vec<u8>>;

/// The copies of a file's new content: those that it has, and, where it is new, those that the site's front page has.
pub(super) fn renewed(root: &Path, path: &str, content: &[u8]) -> io::Result<Vec<(String, Vec<u8>)>> {
    let compressors: [(&str, Compressor); 2] = [(".br", brotli), (".gz", gzip)];
    let is_new = !root.join(path).exists();
    let shrinks = layout::is_compressed(path, content.len() as u64);
    let wanted = compressors.into_iter().filter(|(ending, _)| {
        let has = |path: &str| root.join([path, ending].concat()).exists();
        has(path) || (is_new && shrinks && has("index.html"))
    });
    wanted.map(|(ending, compress)| Ok(([path, ending].concat(), compress(content)?))).collect()
}

/// Brotli at its best: quality 11, window 22.
fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 1 << 16, 11, 22);
    writer.write_all(bytes)?;
    writer.flush()?;
    drop(writer);
    Ok(out)
}

/// Gzip at level 9, the same every time: no name, no date.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut writer = flate2::GzBuilder::new().write(Vec::new(), flate2::Compression::best());
    writer.write_all(bytes)?;
    writer.finish()
}
