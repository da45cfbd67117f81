//! What `wasm-opt` leaves in a Wasm and no browser needs.

use anyhow::{Context as _, Result};
use wasmparser::{Parser, Payload};

/// Opcodes of loads and stores, from `i32.load` to `i64.store32`.
const LOADS_AND_STORES: std::ops::RangeInclusive<u8> = 0x28..=0x3e;

/// Sets the alignment that each load and store hints at to none. The hint never changes what an instruction does, and engines on
/// the processors of phones and computers don't read it; one value everywhere compresses better than several.
pub fn drop_alignment_hints(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut out = wasm.to_vec();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::CodeSectionEntry(body) = payload.context("the Wasm is damaged")? else { continue };
        for operator in body.get_operators_reader()?.into_iter_with_offsets() {
            let (_, offset) = operator.context("the Wasm is damaged")?;
            let offset = usize::try_from(offset)?;
            if let Some([opcode, hint]) = out.get_mut(offset..offset + 2)
                && LOADS_AND_STORES.contains(opcode)
            {
                *hint = 0;
            }
        }
    }
    Ok(out)
}

/// The names of all sections that only tools read.
pub fn custom_sections(wasm: &[u8]) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::CustomSection(section) = payload.context("the Wasm is damaged")? {
            names.push(section.name().to_owned());
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with a memory, one function (`local.get 0; i32.load8_u; local.get 0; i64.load align=8 offset=40; drop; drop`,
    /// whose offset looks like an opcode) and a custom section "note".
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\
        \x01\x05\x01\x60\x01\x7f\0\
        \x03\x02\x01\0\
        \x05\x03\x01\0\x01\
        \x0a\x10\x01\x0e\0\x20\0\x2d\0\0\x20\0\x29\x03\x28\x1a\x1a\x0b\
        \0\x06\x04note!";

    #[test]
    fn only_the_hints_of_loads_and_stores_change() -> Result<()> {
        let out = drop_alignment_hints(MODULE)?;
        let changed: Vec<_> = MODULE.iter().zip(&out).enumerate().filter(|(_, (old, new))| old != new).collect();
        let at = MODULE.windows(2).position(|pair| pair == [0x29, 3]).unwrap() + 1;
        assert_eq!(changed, [(at, (&3, &0))]);
        assert!(drop_alignment_hints(&MODULE[..40]).is_err(), "half a module");
        Ok(())
    }

    #[test]
    fn custom_sections_are_named() -> Result<()> {
        assert_eq!(custom_sections(MODULE)?, ["note"]);
        Ok(())
    }
}
