//! Which seat each postcode of Great Britain belongs to.
//!
//! Within an outward code, postcodes in order fall into runs that are in the same constituency. Six columns: outward codes
//! as lines, each as one digit for how many characters it shares with the one before, and the rest. For each, the first
//! inward code of its first run, as a number (digit × 400 + letter × 20 + letter, of the 20 letters in use). For every
//! other run, how far its first inward code is behind the one before, less one: seven bits, with the high bit set where a
//! byte of the fourth column says how many more times 128. For each run, 1 for a constituency that was not seen before,
//! otherwise how many others were seen since it was last (move to front), counted from 2; after the last run of an
//! outward code, 0. Last, the constituencies in the order in which they are first seen, as distances modulo their number.

use crate::legislature::TableFault;
use crate::legislature::bytes::{Reader, Writer};
use crate::uk_postcode::{INWARDS, UkPostcode, outward_code};

/// Sorted, so that a lookup is two binary searches.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Runs {
    /// Outward codes.
    outwards: Vec<u32>,
    /// Outward code by its place in `outwards`, times 4096, plus the first inward code of the run; and where it lies.
    runs: Vec<(u32, u16)>,
}

impl Runs {
    /// Empty for an outward code that is not in the table, and before its first run.
    pub(super) fn find(&self, postcode: UkPostcode) -> &[u16] {
        let outward = self.outwards.binary_search(&postcode.outward()).unwrap_or(usize::MAX) as u32;
        let after = self.runs.partition_point(|(from, _)| *from <= outward << 12 | u32::from(postcode.inward()));
        let run = after.checked_sub(1).and_then(|place| self.runs.get(place));
        run.filter(|(from, _)| from >> 12 == outward).map_or(&[], |(_, seat)| std::slice::from_ref(seat))
    }

    /// From the first postcode of each run, sorted; [`TableFault::Content`] if they are not.
    pub(super) fn new(runs: &[(UkPostcode, u16)]) -> Result<Runs, TableFault> {
        let mut table = Runs::default();
        for (first, constituency) in runs {
            if table.outwards.last() != Some(&first.outward()) {
                table.outwards.push(first.outward());
            }
            let outward = table.outwards.len() as u32 - 1;
            table.runs.push((outward << 12 | u32::from(first.inward()), *constituency));
        }
        let sorted =
            table.outwards.is_sorted_by(|one, next| one < next) && table.runs.is_sorted_by(|one, next| one.0 < next.0);
        if sorted { Ok(table) } else { Err(TableFault::Content) }
    }

    pub(super) fn write(&self, constituencies: u32, writer: &mut Writer) {
        let mut columns: [Writer; 6] = Default::default();
        let [outwards, firsts, low, high, recency, fresh] = &mut columns;
        let mut seen: Vec<u16> = Vec::new();
        let (mut last_outward, mut last_fresh) = (String::new(), 0);
        for run in self.runs.chunk_by(|one, other| one.0 >> 12 == other.0 >> 12) {
            let Some((first, _)) = run.first() else { continue };
            let code = self.outwards.get((first >> 12) as usize).copied().unwrap_or_default();
            let text: String = code.to_be_bytes().into_iter().filter(|byte| *byte != 0).map(char::from).collect();
            let shared = text.bytes().zip(last_outward.bytes()).take_while(|(one, other)| one == other).count();
            outwards.line(&[&shared.to_string(), text.get(shared..).unwrap_or_default()].concat());
            last_outward = text;
            let mut last = None;
            for (from, constituency) in run {
                match last {
                    None => firsts.number(from & 0xfff),
                    Some(last) => {
                        let distance = from - last - 1;
                        low.byte((distance & 0x7f) as u8 | if distance < 0x80 { 0 } else { 0x80 });
                        if distance >= 0x80 {
                            high.byte((distance >> 7) as u8);
                        }
                    }
                }
                last = Some(*from);
                if let Some(since) = seen.iter().rev().position(|other| other == constituency) {
                    recency.number(since as u32 + 2);
                    seen.remove(seen.len() - 1 - since);
                } else {
                    recency.number(1);
                    fresh.number((u32::from(*constituency) + constituencies - last_fresh) % constituencies);
                    last_fresh = u32::from(*constituency);
                }
                seen.push(*constituency);
            }
            recency.number(0);
        }
        writer.number(self.outwards.len() as u32);
        for column in columns {
            writer.column(&column.bytes);
        }
    }

    pub(super) fn read(constituencies: u32, reader: &mut Reader<'_>) -> Result<Runs, TableFault> {
        let count = reader.number();
        let mut outwards = reader.lines();
        let (mut firsts, mut low, mut high) = (reader.column(), reader.column(), reader.column());
        let (mut recency, mut fresh) = (reader.column(), reader.column());
        let mut table = Runs::default();
        // The most recent comes last.
        let mut seen: Vec<u16> = Vec::new();
        let (mut text, mut last_fresh) = (Vec::new(), 0);
        for outward in 0..count {
            let (shared, rest) = outwards.line().as_bytes().split_first().ok_or(TableFault::Content)?;
            text.truncate(usize::from(shared.wrapping_sub(b'0')));
            text.extend(rest);
            table.outwards.push(outward_code(&text).ok_or(TableFault::Content)?);
            let mut from = None;
            loop {
                let since = recency.number() as usize;
                if since == 0 {
                    break;
                }
                let constituency = match since.checked_sub(2) {
                    Some(since) if since < seen.len() => seen.remove(seen.len() - 1 - since),
                    Some(_) => return Err(TableFault::Content),
                    None => {
                        last_fresh =
                            (last_fresh + fresh.number()).checked_rem(constituencies).ok_or(TableFault::Content)?;
                        last_fresh as u16
                    }
                };
                seen.push(constituency);
                let inward = match from {
                    None => firsts.number(),
                    Some(last) => {
                        let distance = low.byte();
                        let more = if distance < 0x80 { 0 } else { u32::from(high.byte()) };
                        last + 1 + u32::from(distance & 0x7f) + (more << 7)
                    }
                };
                if inward >= u32::from(INWARDS) {
                    return Err(TableFault::Content);
                }
                from = Some(inward);
                table.runs.push((outward << 12 | inward, constituency));
            }
        }
        let sorted = table.outwards.is_sorted_by(|one, next| one < next);
        if sorted && reader.is_sound() { Ok(table) } else { Err(TableFault::Content) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn postcode(text: &str) -> UkPostcode {
        UkPostcode::parse(text).unwrap()
    }

    fn table(runs: &[(&str, u16)]) -> Result<Runs, TableFault> {
        let runs: Vec<_> = runs.iter().map(|(first, place)| (postcode(first), *place)).collect();
        Runs::new(&runs)
    }

    #[test]
    fn a_run_goes_to_the_next_one_and_not_beyond_its_outward_code() {
        let table = table(&[("B1 1AB", 2), ("B1 1PE", 0), ("B1 9ZZ", 2), ("B10 0AA", 1), ("SW1A 1AA", 1)]).unwrap();
        for (text, place) in [
            ("B1 0AA", None),
            ("B1 1AA", None),
            ("B1 1AB", Some(2)),
            ("B1 1PD", Some(2)),
            ("B1 1PE", Some(0)),
            ("B1 9ZY", Some(0)),
            ("B1 9ZZ", Some(2)),
            ("B10 9ZZ", Some(1)),
            ("B2 1AA", None),
            ("SW1A 0AA", None),
            ("SW1A 2AA", Some(1)),
            ("ZE1 1AA", None),
        ] {
            assert_eq!(table.find(postcode(text)), place.as_slice(), "{text}");
        }
        let mut writer = Writer::default();
        table.write(3, &mut writer);
        assert_eq!(Runs::read(3, &mut Reader::new(&writer.bytes)), Ok(table));
    }

    #[test]
    fn runs_out_of_order_are_refused() {
        assert!(table(&[("B1 1AB", 0), ("B1 1AA", 1)]).is_err());
        assert!(table(&[("B1 1AB", 0), ("B1 1AB", 1)]).is_err());
        assert!(table(&[("B2 1AB", 0), ("B1 1AB", 1)]).is_err());
    }

    #[test]
    fn impossible_columns_are_a_fault() {
        let read = |outwards: &str, columns: [&[u32]; 5]| {
            let mut file = Writer::default();
            file.number(outwards.lines().count() as u32);
            file.column(outwards.as_bytes());
            for numbers in columns {
                let mut column = Writer::default();
                numbers.iter().for_each(|number| column.number(*number));
                file.column(&column.bytes);
            }
            Runs::read(2, &mut Reader::new(&file.bytes))
        };
        assert!(read("0B1\n12\n", [&[0, 7], &[], &[], &[1, 0, 2, 0], &[1]]).is_ok());
        for (what, outwards, columns) in [
            ("no outward code", "0B\n", [&[0][..], &[], &[], &[1, 0], &[1]]),
            ("an empty line", "\n", [&[0][..], &[], &[], &[1, 0], &[1]]),
            ("out of order", "0B2\n0B1\n", [&[0, 7][..], &[], &[], &[1, 0, 2, 0], &[1]]),
            ("the same twice", "0B1\n0B1\n", [&[0, 7][..], &[], &[], &[1, 0, 2, 0], &[1]]),
            ("an inward code too high", "0B1\n", [&[4000][..], &[], &[], &[1, 0], &[1]]),
            ("a distance too long", "0B1\n", [&[3999][..], &[0], &[], &[1, 1, 0], &[1, 1]]),
            ("no such recent one", "0B1\n", [&[0][..], &[], &[], &[3, 0], &[1]]),
            ("no end", "0B1\n", [&[0][..], &[], &[], &[1], &[1]]),
            ("a first one missing", "0B1\n", [&[][..], &[], &[], &[1, 0], &[1]]),
        ] {
            assert_eq!(read(outwards, columns), Err(TableFault::Content), "{what}");
        }
    }
}
