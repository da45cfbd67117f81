//! Which divisions each ZIP code may lie in, for all 100,000 ZIP codes.
//!
//! Seven columns. Two say which ZIP codes exist, from 00000 on: lengths of runs that do not, lengths of runs that do, in
//! turn, and together 100,000. The third cuts those that exist into runs with the same candidates: lengths less one. The
//! fourth says which candidates each of these runs has: 0 for a set not seen before, otherwise how many other sets were
//! seen since it was last (move to front), counted from 1. The last three define the sets in the order in which they are
//! first seen: how many divisions; of each, the state as a distance from the one before, modulo 256; its district.

use std::collections::BTreeMap;

use super::{Division, State, TableFault, Zip};
use crate::domain::legislature::bytes::{Reader, Writer};

const ZIPS: usize = 100_000;

/// One place for each ZIP code: 200 kB in memory, a lookup is one step.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PostcodeTable {
    /// For each ZIP code, where its candidates are in `sets`.
    places: Vec<u16>,
    /// Candidates in the order in which they are offered; all sets different; in the order of their first ZIP code. Only the first is empty.
    sets: Vec<Vec<Division>>,
}

impl PostcodeTable {
    /// Empty where the table has no such ZIP code.
    pub(super) fn find(&self, zip: Zip) -> &[Division] {
        let place = self.places.get(zip.number() as usize).copied().unwrap_or_default();
        self.sets.get(usize::from(place)).map_or(&[], Vec::as_slice)
    }

    /// Every set of candidates that occurs.
    pub(super) fn sets(&self) -> impl Iterator<Item = &[Division]> {
        self.sets.iter().skip(1).map(Vec::as_slice)
    }

    /// Keeps the order of the candidates and drops repetitions; a ZIP code without candidates is as if it were not there.
    pub(super) fn new(zips: &BTreeMap<Zip, Vec<Division>>) -> PostcodeTable {
        let mut table = PostcodeTable { places: vec![0; ZIPS], sets: vec![Vec::new()] };
        let mut known = BTreeMap::from([(Vec::new(), 0)]);
        for (zip, divisions) in zips {
            let mut set: Vec<Division> = Vec::new();
            for division in divisions {
                if !set.contains(division) {
                    set.push(*division);
                }
            }
            let place = *known.entry(set).or_insert_with_key(|set| {
                table.sets.push(set.clone());
                (table.sets.len() - 1) as u16
            });
            if let Some(slot) = table.places.get_mut(zip.number() as usize) {
                *slot = place;
            }
        }
        table
    }

    pub(super) fn write(&self, writer: &mut Writer) {
        let mut columns: [Writer; 7] = Default::default();
        let [absent, present, lengths, recency, sizes, states, districts] = &mut columns;
        for runs in self.places.chunk_by(|one, other| (*one == 0) == (*other == 0)) {
            let exist = runs.first() != Some(&0);
            if exist && absent.bytes.is_empty() {
                absent.number(0);
            }
            if exist { &mut *present } else { &mut *absent }.number(runs.len() as u32);
        }
        let existing: Vec<u16> = self.places.iter().copied().filter(|place| *place != 0).collect();
        let mut seen: Vec<u16> = Vec::new();
        let mut last_state = 0u8;
        for run in existing.chunk_by(u16::eq) {
            lengths.number(run.len() as u32 - 1);
            let place = run.first().copied().unwrap_or_default();
            if let Some(since) = seen.iter().rev().position(|other| *other == place) {
                recency.number(since as u32 + 1);
                seen.remove(seen.len() - 1 - since);
            } else {
                recency.number(0);
                let set = self.sets.get(usize::from(place)).map(Vec::as_slice).unwrap_or_default();
                sizes.number(set.len() as u32);
                for division in set {
                    let state = division.state.index() as u8;
                    states.byte(state.wrapping_sub(last_state));
                    last_state = state;
                    districts.byte(division.district);
                }
            }
            seen.push(place);
        }
        for column in columns {
            writer.column(&column.bytes);
        }
    }

    pub(super) fn read(reader: &mut Reader<'_>) -> Result<PostcodeTable, TableFault> {
        let (mut absent, mut present) = (reader.column()?, reader.column()?);
        let (mut lengths, mut recency) = (reader.column()?, reader.column()?);
        let mut sets =
            Sets { sizes: reader.column()?, states: reader.column()?, districts: reader.column()?, state: 0 };
        let mut table = PostcodeTable { places: Vec::with_capacity(ZIPS), sets: vec![Vec::new()] };
        // The most recent stands last.
        let mut seen: Vec<u16> = Vec::new();
        let mut left = 0;
        while table.places.len() < ZIPS {
            let missing = absent.number()? as usize;
            let existing = if absent.is_empty() && present.is_empty() { 0 } else { present.number()? as usize };
            if table.places.len() + missing + existing > ZIPS {
                return Err(TableFault::Content);
            }
            table.places.resize(table.places.len() + missing, 0);
            for _ in 0..existing {
                if left == 0 {
                    left = lengths.number()? + 1;
                    let place = match (recency.number()? as usize).checked_sub(1) {
                        Some(since) if since < seen.len() => seen.remove(seen.len() - 1 - since),
                        Some(_) => return Err(TableFault::Content),
                        None => {
                            table.sets.push(sets.next()?);
                            u16::try_from(table.sets.len() - 1).map_err(|_| TableFault::Content)?
                        }
                    };
                    seen.push(place);
                }
                left -= 1;
                table.places.push(seen.last().copied().ok_or(TableFault::Content)?);
            }
        }
        Ok(table)
    }
}

/// Definitions of sets, read one after another.
struct Sets<'a> {
    sizes: Reader<'a>,
    states: Reader<'a>,
    districts: Reader<'a>,
    state: u8,
}

impl Sets<'_> {
    fn next(&mut self) -> Result<Vec<Division>, TableFault> {
        let mut set = Vec::new();
        for _ in 0..self.sizes.number()? {
            self.state = self.state.wrapping_add(self.states.byte()?);
            let state = *State::ALL.get(usize::from(self.state)).ok_or(TableFault::Content)?;
            set.push(Division { state, district: self.districts.byte()? });
        }
        if set.is_empty() { Err(TableFault::Content) } else { Ok(set) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(columns: [&[u32]; 7]) -> Result<PostcodeTable, TableFault> {
        let mut file = Writer::default();
        for numbers in columns {
            let mut column = Writer::default();
            numbers.iter().for_each(|number| column.number(*number));
            file.column(&column.bytes);
        }
        PostcodeTable::read(&mut Reader::new(&file.bytes))
    }

    #[test]
    fn runs_make_the_table() {
        // 00000 and 00001 absent; 00002 to 00004 in AK; 00005 in AL-1 and AL-2; 00006 in AK; the rest absent.
        let table = read([&[2, 99_993], &[5], &[2, 0, 0], &[0, 0, 2], &[1, 2], &[0, 1, 0], &[0, 1, 2]]).unwrap();
        let shown = |number| {
            let divisions = table.find(Zip::from_number(number).unwrap());
            divisions.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
        };
        let first: Vec<String> = (0..8).map(shown).collect();
        assert_eq!(first, ["", "", "AK", "AK", "AK", "AL-1 AL-2", "AK", ""]);
        assert_eq!(shown(99_999), "");
    }

    #[test]
    fn impossible_runs_are_a_fault() {
        for (what, columns) in [
            ("too many absent", [&[100_001][..], &[], &[], &[], &[], &[], &[]]),
            ("far too many absent", [&[1 << 27][..], &[], &[], &[], &[], &[], &[]]),
            ("too few", [&[99_999][..], &[], &[], &[], &[], &[], &[]]),
            ("too many present", [&[0][..], &[100_001], &[100_000], &[0], &[1], &[0], &[0]]),
            ("no such recent set", [&[99_999][..], &[1], &[0], &[1], &[], &[], &[]]),
            ("an empty set", [&[99_999][..], &[1], &[0], &[0], &[0], &[], &[]]),
            ("no such state", [&[99_999][..], &[1], &[0], &[0], &[1], &[56], &[0]]),
            ("a set without districts", [&[99_999][..], &[1], &[0], &[0], &[1], &[0], &[]]),
        ] {
            assert_eq!(read(columns), Err(TableFault::Content), "{what}");
        }
    }
}
