//! The contents of a file, unpacked in every way in which browsers pack.

use std::io::Read;

use flate2::read::{GzDecoder, ZlibDecoder};

use super::{find, leveldb};

/// No file of a browser unpacks to more that is of interest.
const MOST: u64 = 32 << 20;

/// `mozLz40` and a zero: a block of LZ4 behind its size, as Firefox keeps sessions, bookmarks and add-ons.
const MOZ_LZ4: &[u8] = b"mozLz40\0";

/// A frame of LZ4, of snappy, and of gzip; they may begin anywhere in a file.
const LZ4: &[u8] = &[0x04, 0x22, 0x4d, 0x18];
const SNAPPY: &[u8] = b"\xff\x06\0\0sNaPpY";
const GZIP: &[u8] = &[0x1f, 0x8b, 0x08];

/// The beginnings of zlib streams, by how hard they were pressed.
const ZLIB: [&[u8]; 4] = [&[0x78, 0x01], &[0x78, 0x5e], &[0x78, 0x9c], &[0x78, 0xda]];

/// The file as it is, and everything that can be unpacked of it, with the name of the packing. What is damaged or cut off
/// gives what comes before.
pub(super) fn views(bytes: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let mut views = vec![("plain", bytes.to_vec())];
    if let Some(block) = bytes.strip_prefix(MOZ_LZ4) {
        views.extend(moz_lz4(block).map(|content| ("lz4", content)));
    }
    views.extend(streams(bytes, LZ4, |rest| Box::new(lz4_flex::frame::FrameDecoder::new(rest))).map(named("lz4")));
    views.extend(streams(bytes, SNAPPY, |rest| Box::new(snap::read::FrameDecoder::new(rest))).map(named("snappy")));
    views.extend(leveldb::blocks(bytes).into_iter().map(named("snappy")));
    views.extend(streams(bytes, GZIP, |rest| Box::new(GzDecoder::new(rest))).map(named("gzip")));
    for start in ZLIB {
        views.extend(streams(bytes, start, |rest| Box::new(ZlibDecoder::new(rest))).map(named("zlib")));
    }
    // Brotli has no mark: a file is all brotli, or a response in a cache that begins behind its header.
    let bodies = streams(bytes, b"\r\n\r\n", |rest| Box::new(brotli::Decompressor::new(skip(rest, 4), 4096)));
    views.extend(bodies.map(named("brotli")));
    views.extend(unpacked(brotli::Decompressor::new(bytes, 4096)).map(named("brotli")));
    views
}

fn named(packing: &'static str) -> impl Fn(Vec<u8>) -> (&'static str, Vec<u8>) {
    move |content| (packing, content)
}

fn skip(bytes: &[u8], count: usize) -> &[u8] {
    bytes.get(count..).unwrap_or_default()
}

/// The size is in the first four bytes.
fn moz_lz4(block: &[u8]) -> Option<Vec<u8>> {
    let (size, packed) = block.split_first_chunk::<4>()?;
    let size = usize::try_from(u64::from(u32::from_le_bytes(*size)).min(MOST)).ok()?;
    lz4_flex::block::decompress(packed, size).ok()
}

/// What can be unpacked from each place at which a stream may begin.
fn streams<'b>(
    bytes: &'b [u8],
    start: &'b [u8],
    open: impl Fn(&'b [u8]) -> Box<dyn Read + 'b> + 'b,
) -> impl Iterator<Item = Vec<u8>> + 'b {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let at = find(bytes, start, from)?;
            from = at + 1;
            if let Some(content) = unpacked(open(skip(bytes, at))) {
                return Some(content);
            }
        }
    })
}

/// What comes before the end or the first fault, if that is anything.
fn unpacked(stream: impl Read) -> Option<Vec<u8>> {
    let mut content = Vec::new();
    let mut stream = stream.take(MOST);
    let mut part = [0; 4096];
    while let Ok(count @ 1..) = stream.read(&mut part) {
        content.extend_from_slice(part.get(..count).unwrap_or_default());
    }
    (!content.is_empty()).then_some(content)
}
