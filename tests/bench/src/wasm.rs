//! How the shipped Wasm is written, after `wasm-opt`: in the form that compresses best, without what no browser needs.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

use anyhow::{Context as _, Result, anyhow};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

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

/// Puts functions with similar code side by side, which changes nothing but their numbers: brotli pays for how far back a repetition
/// lies, and has codes of their own for stretches of one kind.
pub fn sort_functions(wasm: &[u8]) -> Result<Vec<u8>> {
    let (mut imports, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.context("the Wasm is damaged")? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imports += u32::from(matches!(import.context("the Wasm is damaged")?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    let mut sorted = Sorted { imports, order: by_likeness(&bodies), places: BTreeMap::new() };
    sorted.places = sorted.order.iter().zip(0..).map(|(old, new)| (*old, new)).collect();
    let mut module = Module::new();
    let written = sorted.parse_core_module(&mut module, Parser::new(0), wasm);
    written.map_err(|error| anyhow!("the functions were not sorted: {error}"))?;
    Ok(module.finish())
}

/// Functions in their new order.
struct Sorted {
    /// How many functions come from outside: they have the first numbers, and keep them.
    imports: u32,
    /// The old place of each.
    order: Vec<usize>,
    /// The new place of each.
    places: BTreeMap<usize, u32>,
}

type Written = Result<(), Error<Infallible>>;

impl Reencode for Sorted {
    type Error = Infallible;

    fn function_index(&mut self, number: u32) -> Result<u32, Error<Infallible>> {
        let place = number.checked_sub(self.imports).and_then(|place| self.places.get(&(place as usize)));
        Ok(place.map_or(number, |place| self.imports + place))
    }

    fn parse_function_section(&mut self, functions: &mut FunctionSection, old: FunctionSectionReader<'_>) -> Written {
        let types: Vec<u32> = old.into_iter().collect::<Result<_, _>>()?;
        for kind in self.order.clone().iter().filter_map(|place| types.get(*place)) {
            functions.function(self.type_index(*kind)?);
        }
        Ok(())
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, old: CodeSectionReader<'_>) -> Written {
        let bodies: Vec<_> = old.into_iter().collect::<Result<_, _>>()?;
        for place in self.order.clone() {
            let body = bodies.get(place).cloned().ok_or(Error::InvalidCodeSectionSize)?;
            self.parse_function_body(code, body)?;
        }
        Ok(())
    }
}

/// How many bytes of code in a row are compared: about two instructions.
const SHARED: usize = 4;

/// The places of these codes from the longest on, each followed by what shares most with it, and half as much with the one before.
/// What few have counts for more; what is short counts by how much of it is shared.
fn by_likeness(codes: &[&[u8]]) -> Vec<usize> {
    let parts: Vec<BTreeSet<&[u8]>> = codes.iter().map(|code| code.windows(SHARED).collect()).collect();
    let mut owners: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
    for (place, parts) in parts.iter().enumerate() {
        parts.iter().for_each(|part| owners.entry(part).or_default().push(place));
    }
    let mut likeness = vec![0_u64; codes.len()];
    let mut left: BTreeSet<usize> = (0..codes.len()).collect();
    let mut order = Vec::with_capacity(codes.len());
    let mut next = left.iter().copied().max_by_key(|place| codes.get(*place).map(|code| code.len()));
    while let Some(place) = next.take() {
        left.remove(&place);
        order.push(place);
        likeness.iter_mut().for_each(|shared| *shared /= 2);
        for owners in parts.get(place).into_iter().flatten().filter_map(|part| owners.get(part)) {
            let weight = (1 << 20) / u64::from(owners.len().ilog2() + 1);
            for owner in owners {
                likeness.get_mut(*owner).into_iter().for_each(|shared| *shared += weight);
            }
        }
        next = left.iter().copied().max_by_key(|place| {
            let (shared, all) = (likeness.get(*place).copied(), parts.get(*place).map_or(0, BTreeSet::len));
            shared.unwrap_or_default() / (all as u64 + 20)
        });
    }
    order
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

    /// What functions do, by their exported names: the type and the constants of each, and the names of those that it calls.
    fn deeds(wasm: &[u8]) -> Result<(Vec<String>, BTreeMap<String, String>)> {
        let (mut names, mut bodies) = (BTreeMap::from([(0, "outside".to_owned())]), Vec::new());
        let (mut others, mut kinds) = (String::new(), Vec::new());
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ExportSection(section) => {
                    for export in section {
                        names.insert(export.as_ref().unwrap().index, export?.name.to_owned());
                    }
                }
                Payload::FunctionSection(section) => kinds = section.into_iter().collect::<Result<_, _>>()?,
                Payload::StartSection { func, .. } => others.push_str(&format!("start {} ", names[&func])),
                Payload::ElementSection(section) => {
                    for element in section {
                        let wasmparser::ElementItems::Functions(functions) = element?.items else { continue };
                        let functions: Vec<u32> = functions.into_iter().collect::<Result<_, _>>()?;
                        functions.iter().for_each(|function| others.push_str(&format!("table {} ", names[function])));
                    }
                }
                Payload::CodeSectionEntry(body) => bodies.push(body),
                _ => {}
            }
        }
        let mut deeds = BTreeMap::from([("others".to_owned(), others)]);
        for (place, body) in bodies.iter().enumerate() {
            let mut deed = format!("type {} ", kinds[place]);
            for operator in body.get_operators_reader()? {
                match operator? {
                    wasmparser::Operator::I32Const { value } => deed.push_str(&format!("{value} ")),
                    wasmparser::Operator::Call { function_index } => {
                        deed.push_str(&format!("{} ", names[&function_index]))
                    }
                    _ => {}
                }
            }
            deeds.insert(names[&(place as u32 + 1)].clone(), deed);
        }
        Ok((names.into_values().collect(), deeds))
    }

    #[test]
    fn like_functions_stand_together_and_do_what_they_did() -> Result<()> {
        use wasm_encoder::*;
        // Two kinds of functions in turn: each kind has its own constants and another type.
        let functions: [(&str, u32, Vec<i32>, &[u32]); 5] = [
            ("long", 0, (1000..1040).collect(), &[0, 4]),
            ("other", 1, (2000..2030).collect(), &[5, 1]),
            ("like-long", 0, (1005..1040).collect(), &[1]),
            ("like-other", 1, (2001..2030).collect(), &[2, 0]),
            ("tiny", 0, vec![7], &[]),
        ];
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        types.ty().function([ValType::I32], []);
        let mut imports = ImportSection::new();
        imports.import("a", "outside", EntityType::Function(0));
        let (mut kinds, mut exports, mut code) = (FunctionSection::new(), ExportSection::new(), CodeSection::new());
        for (place, (name, kind, constants, calls)) in functions.iter().enumerate() {
            kinds.function(*kind);
            exports.export(name, ExportKind::Func, place as u32 + 1);
            let mut body = Function::new([]);
            for constant in constants {
                body.instructions().i32_const(*constant).drop();
            }
            for call in *calls {
                if functions.get((*call as usize).wrapping_sub(1)).is_some_and(|(_, kind, ..)| *kind == 1) {
                    body.instructions().i32_const(0);
                }
                body.instructions().call(*call);
            }
            body.instructions().end();
            code.function(&body);
        }
        let mut tables = TableSection::new();
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            table64: false,
            minimum: 2,
            maximum: None,
            shared: false,
        });
        let mut elements = ElementSection::new();
        elements.active(None, &ConstExpr::i32_const(0), Elements::Functions([5, 2][..].into()));
        module.section(&types).section(&imports).section(&kinds).section(&tables).section(&exports);
        module.section(&StartSection { function_index: 3 }).section(&elements).section(&code);
        let wasm = module.finish();
        let sorted = sort_functions(&wasm)?;
        let ((before, deeds_before), (after, deeds_after)) = (deeds(&wasm)?, deeds(&sorted)?);
        assert_eq!(before, ["outside", "long", "other", "like-long", "like-other", "tiny"]);
        for pair in [["long", "like-long"], ["like-other", "other"]] {
            assert!(after.windows(2).any(|names| names == pair), "{after:?}");
        }
        assert_eq!(deeds_before, deeds_after);
        assert_eq!(deeds_after["others"], "start like-long table tiny table other ");
        assert!(sort_functions(&wasm[..wasm.len() - 4]).is_err(), "cut off");
        Ok(())
    }

    #[test]
    fn custom_sections_are_named() -> Result<()> {
        assert_eq!(custom_sections(MODULE)?, ["note"]);
        Ok(())
    }
}
