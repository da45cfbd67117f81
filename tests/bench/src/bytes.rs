//! How many bytes a visitor downloads.

use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result};
use brotli::enc::BrotliEncoderParams;
use brotli::enc::backward_references::BrotliEncoderMode::{
    self, BROTLI_FORCE_LSB_PRIOR, BROTLI_FORCE_MSB_PRIOR, BROTLI_FORCE_SIGNED_PRIOR, BROTLI_MODE_FONT,
    BROTLI_MODE_GENERIC,
};

/// For texts.
const TEXT: &[BrotliEncoderMode] = &[BROTLI_MODE_GENERIC, BROTLI_MODE_FONT];

/// For everything else: what brotli expects of a byte may also depend on the bits of the one before in other ways than in a
/// text, and it doesn't try these by itself (RFC 7932, 7.1).
const BINARY: &[BrotliEncoderMode] =
    &[BROTLI_MODE_GENERIC, BROTLI_MODE_FONT, BROTLI_FORCE_LSB_PRIOR, BROTLI_FORCE_MSB_PRIOR, BROTLI_FORCE_SIGNED_PRIOR];

/// From so many bytes on, brotli tries one size of blocks only: large tables take too long.
const LARGE: usize = 1 << 18;

/// What brotli at its best makes of it: quality 11, window 22, and whichever of its modes and block sizes gives the fewest bytes.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let modes = if std::str::from_utf8(bytes).is_ok() { TEXT } else { BINARY };
    let mut best: Option<Vec<u8>> = None;
    for lgblock in [0, 16] {
        // What fits into one small block comes out the same.
        if lgblock > 0 && (bytes.len() <= 1 << lgblock || bytes.len() > LARGE) {
            continue;
        }
        for mode in modes {
            let way =
                BrotliEncoderParams { quality: 11, lgwin: 22, mode: *mode, lgblock, ..BrotliEncoderParams::default() };
            let mut out = Vec::new();
            brotli::BrotliCompress(&mut &*bytes, &mut out, &way).context("brotli failed")?;
            if best.as_ref().is_none_or(|best| out.len() < best.len()) {
                best = Some(out);
            }
        }
    }
    best.context("brotli made nothing")
}

/// What gzip makes of it at level 9, the same every time: no name, no date.
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = flate2::GzBuilder::new().write(Vec::new(), flate2::Compression::best());
    writer.write_all(bytes).context("gzip failed")?;
    writer.finish().context("gzip failed")
}

/// The size of a file as a browser downloads it: its `.br` twin, else itself.
pub(crate) fn downloaded(file: &Path) -> Result<u64> {
    let mut twin = file.as_os_str().to_owned();
    twin.push(".br");
    let size = std::fs::metadata(&twin).or_else(|_| std::fs::metadata(file));
    Ok(size.with_context(|| format!("could not read {}", file.display()))?.len())
}

/// Bytes as people read them; a kilobyte is 1000.
pub fn shown(bytes: u64) -> String {
    if bytes < 10_000 { format!("{bytes} B") } else { format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compressing_twice_gives_the_same_bytes() -> Result<()> {
        let text = "the same words, again and again; ".repeat(400);
        assert_eq!(brotli(text.as_bytes())?, brotli(text.as_bytes())?);
        assert_eq!(gzip(text.as_bytes())?, gzip(text.as_bytes())?);
        assert!(brotli(text.as_bytes())?.len() < 100);
        Ok(())
    }

    #[test]
    fn brotli_comes_back_whole() -> Result<()> {
        let text = "致我的代表 ".repeat(100);
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut brotli(text.as_bytes())?.as_slice(), &mut back)?;
        assert_eq!(back, text.as_bytes());
        Ok(())
    }

    #[test]
    fn sizes_read_well() {
        for (bytes, text) in [(0, "0 B"), (1500, "1500 B"), (14_600, "14.6 kB"), (90_050, "90.0 kB")] {
            assert_eq!(shown(bytes), text);
        }
    }
}
