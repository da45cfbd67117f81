use std::io::Write as _;

use super::*;

const TEXT: &str = "MarkerText0042";

/// A file with the text in every packing that browsers use, alone and behind something else.
fn packed() -> Vec<(&'static str, Vec<u8>)> {
    let long = ["x".repeat(500), TEXT.to_owned(), "x".repeat(500)].concat();
    let plain = long.as_bytes();
    let gzip = {
        let mut pack = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        pack.write_all(plain).unwrap();
        pack.finish().unwrap()
    };
    let zlib = {
        let mut pack = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        pack.write_all(plain).unwrap();
        pack.finish().unwrap()
    };
    let mut brotli = Vec::new();
    brotli::BrotliCompress(&mut &*plain, &mut brotli, &brotli::enc::BrotliEncoderParams::default()).unwrap();
    let lz4_frame = {
        let mut pack = lz4_flex::frame::FrameEncoder::new(Vec::new());
        pack.write_all(plain).unwrap();
        pack.finish().unwrap()
    };
    let snappy = {
        let mut pack = snap::write::FrameEncoder::new(Vec::new());
        pack.write_all(plain).unwrap();
        pack.into_inner().unwrap()
    };
    let block = lz4_flex::block::compress(plain);
    let size = u32::try_from(plain.len()).unwrap().to_le_bytes();
    let utf16 = |order: fn(u16) -> [u8; 2]| long.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let behind = |packed: &[u8]| [b"other bytes \r\n\r\n", packed].concat();
    vec![
        ("plain", plain.to_vec()),
        ("plain", utf16(u16::to_le_bytes)),
        ("plain", utf16(u16::to_be_bytes)),
        ("lz4", [b"mozLz40\0", &size[..], &block].concat()),
        ("lz4", behind(&lz4_frame)),
        ("snappy", behind(&snappy)),
        ("snappy", table(plain)),
        ("gzip", behind(&gzip)),
        // Cut off in the middle of its sum.
        ("gzip", gzip.get(..gzip.len() - 4).unwrap().to_vec()),
        ("zlib", behind(&zlib)),
        ("brotli", behind(&brotli)),
        ("brotli", brotli),
    ]
}

/// A LevelDB table of one block.
fn table(plain: &[u8]) -> Vec<u8> {
    let snappy = |block: &[u8]| snap::raw::Encoder::new().compress_vec(block).unwrap();
    let number = |mut value: usize| {
        let mut bytes = Vec::new();
        while value > 0x7f {
            bytes.push(u8::try_from(value & 0x7f).unwrap() | 0x80);
            value >>= 7;
        }
        bytes.push(u8::try_from(value).unwrap());
        bytes
    };
    let data = snappy(plain);
    let handle = [number(0), number(data.len())].concat();
    let entry = [number(0), number(3), number(handle.len()), b"key".to_vec(), handle].concat();
    let index = snappy(&[entry, 0_u32.to_le_bytes().to_vec(), 1_u32.to_le_bytes().to_vec()].concat());
    let at = data.len() + 5;
    let mut footer = [number(0), number(0), number(at), number(index.len())].concat();
    footer.resize(40, 0);
    footer.extend(0xdb47_7524_8b80_fb57_u64.to_le_bytes());
    [data, vec![1, 0, 0, 0, 0], index, vec![1, 0, 0, 0, 0], footer].concat()
}

#[test]
fn a_text_is_found_in_every_packing() {
    let folder = std::env::temp_dir().join(format!("undersigned-profile-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    for (number, (packing, bytes)) in packed().into_iter().enumerate() {
        let below = folder.join("Default").join(number.to_string());
        std::fs::create_dir_all(&below).unwrap();
        std::fs::write(below.join("file"), bytes).unwrap();
        let found = traces(&below, &["another text", TEXT]).unwrap();
        let trace = Trace { text: TEXT.to_owned(), file: "file".to_owned(), packing };
        assert!(found.contains(&trace), "{number}, {packing}: {found:?}");
        assert!(found.iter().all(|trace| trace.text == TEXT), "{found:?}");
    }
    let all = traces(&folder, &[TEXT]).unwrap();
    assert_eq!(all.iter().map(|trace| &trace.file).collect::<BTreeSet<_>>().len(), packed().len());
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn bytes_of_any_kind_unpack_to_something_or_nothing() {
    let mut bytes = vec![0_u8; 4096];
    let mut state = 1_u32;
    for _ in 0..64 {
        for byte in &mut bytes {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            *byte = u8::try_from(state >> 24).unwrap();
        }
        let table = [&bytes[..], &0xdb47_7524_8b80_fb57_u64.to_le_bytes()].concat();
        assert!(!unpack::views(&table).is_empty());
        assert!(!unpack::views(&[b"mozLz40\0", &bytes[..]].concat()).is_empty());
    }
}

#[test]
fn digits_within_a_longer_number_are_no_trace() {
    let utf16 = |text: &str, order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    for (text, is_trace) in [
        (r#""lastUpdate":1796054014711"#, false),
        ("x05401 1796054014711", true),
        (r#""value":"05401""#, true),
        ("105401", false),
        ("054017", false),
        ("05401", true),
    ] {
        for content in [text.as_bytes().to_vec(), utf16(text, u16::to_le_bytes), utf16(text, u16::to_be_bytes)] {
            assert_eq!(holds(&content, "05401"), is_trace, "{text}");
        }
    }
}
