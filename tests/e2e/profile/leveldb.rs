//! The blocks of a LevelDB table, in which Chromium keeps storage and databases: `doc/table_format.md` of LevelDB.

/// The last eight bytes of a table.
const MAGIC: [u8; 8] = 0xdb47_7524_8b80_fb57_u64.to_le_bytes();

/// Before it: two handles of blocks, with room for their longest form.
const FOOTER: usize = 48;

/// Where a block is.
#[derive(Clone, Copy)]
struct Handle {
    offset: usize,
    size: usize,
}

/// The contents of every block; empty for a file that is no table.
pub(super) fn blocks(bytes: &[u8]) -> Vec<Vec<u8>> {
    let Some(footer) = bytes.len().checked_sub(FOOTER).and_then(|start| bytes.get(start..)) else { return Vec::new() };
    if !footer.ends_with(&MAGIC) {
        return Vec::new();
    }
    let index = handle(footer).and_then(|(_, rest)| handle(rest)).and_then(|(index, _)| block(bytes, index));
    let Some(index) = index else { return Vec::new() };
    entries(&index).into_iter().filter_map(|entry| block(bytes, entry)).chain([index.clone()]).collect()
}

/// A block as it was before it was pressed: behind it is a byte for how.
fn block(bytes: &[u8], handle: Handle) -> Option<Vec<u8>> {
    let end = handle.offset.checked_add(handle.size)?;
    let packed = bytes.get(handle.offset..end)?;
    match bytes.get(end)? {
        1 => snap::raw::Decoder::new().decompress_vec(packed).ok(),
        _ => Some(packed.to_vec()),
    }
}

/// The handles that the index names: each behind a key, of which a part may be shared with the key before.
fn entries(index: &[u8]) -> Vec<Handle> {
    let mut handles = Vec::new();
    // At the end are the places at which keys begin anew, and their number.
    let count = index.last_chunk::<4>().map_or(0, |count| u32::from_le_bytes(*count) as usize);
    let end = index.len().saturating_sub(count.saturating_add(1).saturating_mul(4));
    let mut rest = index.get(..end).unwrap_or_default();
    while let Some((_, after)) = number(rest) {
        let Some((own, after)) = number(after) else { break };
        let Some((length, after)) = number(after) else { break };
        let Some(value) = own.checked_add(length).and_then(|end| after.get(own..end)) else { break };
        handles.extend(handle(value).map(|(handle, _)| handle));
        rest = after.get(own + length..).unwrap_or_default();
    }
    handles
}

fn handle(bytes: &[u8]) -> Option<(Handle, &[u8])> {
    let (offset, rest) = number(bytes)?;
    let (size, rest) = number(rest)?;
    Some((Handle { offset, size }, rest))
}

/// A number in groups of seven bits, the lowest first.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0_usize;
    for (at, byte) in bytes.iter().enumerate().take(9) {
        value |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((value, bytes.get(at + 1..).unwrap_or_default()));
        }
    }
    None
}
