//! Which seats each ZIP code may belong to, for all 100,000 ZIP codes.
//!
//! Six columns. Two say which ZIP codes exist, from 00000 on: lengths of runs that do not, lengths of runs that do, in
//! turn, and together 100,000. The third cuts those that exist into runs with the same candidates: lengths less one. The
//! fourth says which candidates each of these runs has: 0 for a set not seen before, otherwise how many other sets were
//! seen since it was last (move to front), counted from 1. The last two define the sets in the order in which they are
//! first seen: how many seats; of each, its place as a zigzag distance from the one before.

use std::collections::BTreeMap;

use crate::congress::Zip;
use crate::legislature::TableFault;
use crate::legislature::bytes::{Reader, Writer, unzigzag, zigzag};

const ZIPS: usize = 100_000;

/// One place for each ZIP code: 200 kB in memory, a lookup is one step.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Zips {
    /// For each ZIP code, where its candidates are in `sets`.
    places: Vec<u16>,
    /// Candidates in the order in which they are offered; all sets different; in the order of their first ZIP code. Only the first is empty.
    sets: Vec<Vec<u16>>,
}

impl Zips {
    /// Empty where the table has no such ZIP code.
    pub(super) fn find(&self, zip: Zip) -> &[u16] {
        let place = self.places.get(zip.number() as usize).copied().unwrap_or_default();
        self.sets.get(usize::from(place)).map_or(&[], Vec::as_slice)
    }

    /// Keeps the order of the candidates and drops repetitions; a ZIP code without candidates is as if it were not there.
    pub(super) fn new(zips: &BTreeMap<Zip, Vec<u16>>) -> Zips {
        let mut table = Zips { places: vec![0; ZIPS], sets: vec![Vec::new()] };
        let mut known = BTreeMap::from([(Vec::new(), 0)]);
        for (zip, seats) in zips {
            let mut set: Vec<u16> = Vec::new();
            for seat in seats {
                if !set.contains(seat) {
                    set.push(*seat);
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
        let mut columns: [Writer; 6] = Default::default();
        let [absent, present, lengths, recency, sizes, seats] = &mut columns;
        for runs in self.places.chunk_by(|one, other| (*one == 0) == (*other == 0)) {
            let exist = runs.first() != Some(&0);
            if exist && absent.bytes.is_empty() {
                absent.number(0);
            }
            if exist { &mut *present } else { &mut *absent }.number(runs.len() as u32);
        }
        let existing: Vec<u16> = self.places.iter().copied().filter(|place| *place != 0).collect();
        let mut seen: Vec<u16> = Vec::new();
        let mut last = 0;
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
                for seat in set {
                    seats.number(zigzag(i32::from(*seat) - last));
                    last = i32::from(*seat);
                }
            }
            seen.push(place);
        }
        for column in columns {
            writer.column(&column.bytes);
        }
    }

    pub(super) fn read(known: usize, reader: &mut Reader<'_>) -> Result<Zips, TableFault> {
        let (mut absent, mut present) = (reader.column(), reader.column());
        let (mut lengths, mut recency) = (reader.column(), reader.column());
        let mut sets = Sets { sizes: reader.column(), seats: reader.column(), last: 0, known };
        let mut table = Zips { places: Vec::with_capacity(ZIPS), sets: vec![Vec::new()] };
        // The most recent comes last.
        let mut seen: Vec<u16> = Vec::new();
        let mut left = 0;
        while table.places.len() < ZIPS {
            let missing = absent.number() as usize;
            let existing = if absent.is_empty() && present.is_empty() { 0 } else { present.number() as usize };
            if table.places.len() + missing + existing > ZIPS || !absent.is_sound() {
                return Err(TableFault::Content);
            }
            table.places.resize(table.places.len() + missing, 0);
            for _ in 0..existing {
                if left == 0 {
                    left = lengths.number() + 1;
                    let place = match (recency.number() as usize).checked_sub(1) {
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
    seats: Reader<'a>,
    last: i32,
    known: usize,
}

impl Sets<'_> {
    fn next(&mut self) -> Result<Vec<u16>, TableFault> {
        let mut set = Vec::new();
        for _ in 0..self.sizes.number() {
            self.last = self.last.wrapping_add(unzigzag(self.seats.number()));
            let is_known = |seat: &u16| usize::from(*seat) < self.known && self.seats.is_sound();
            let seat = u16::try_from(self.last).ok().filter(is_known);
            set.push(seat.ok_or(TableFault::Content)?);
        }
        if set.is_empty() { Err(TableFault::Content) } else { Ok(set) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(columns: [&[u32]; 6]) -> Result<Zips, TableFault> {
        let mut file = Writer::default();
        for numbers in columns {
            let mut column = Writer::default();
            numbers.iter().for_each(|number| column.number(*number));
            file.column(&column.bytes);
        }
        Zips::read(5, &mut Reader::new(&file.bytes))
    }

    #[test]
    fn runs_make_the_table() {
        // 00000 and 00001 absent; 00002 to 00004 in seat 0; 00005 in seats 1 and 2; 00006 in seat 0; the rest absent.
        let table = read([&[2, 99_993], &[5], &[2, 0, 0], &[0, 0, 2], &[1, 2], &[0, 2, 2]]).unwrap();
        let found = |number| table.find(Zip::from_number(number).unwrap()).to_vec();
        let first: Vec<Vec<u16>> = (0..8).map(found).collect();
        assert_eq!(first, [vec![], vec![], vec![0], vec![0], vec![0], vec![1, 2], vec![0], vec![]]);
        assert!(found(99_999).is_empty());
    }

    #[test]
    fn impossible_runs_are_a_fault() {
        for (what, columns) in [
            ("too many absent", [&[100_001][..], &[], &[], &[], &[], &[]]),
            ("far too many absent", [&[1 << 27][..], &[], &[], &[], &[], &[]]),
            ("too few", [&[99_999][..], &[], &[], &[], &[], &[]]),
            ("too many present", [&[0][..], &[100_001], &[100_000], &[0], &[1], &[0]]),
            ("no such recent set", [&[99_999][..], &[1], &[0], &[1], &[], &[]]),
            ("an empty set", [&[99_999][..], &[1], &[0], &[0], &[0], &[]]),
            ("no such seat", [&[99_999][..], &[1], &[0], &[0], &[1], &[10]]),
            ("a seat below the first", [&[99_999][..], &[1], &[0], &[0], &[1], &[1]]),
            ("a set without seats", [&[99_999][..], &[1], &[0], &[0], &[1], &[]]),
        ] {
            assert_eq!(read(columns), Err(TableFault::Content), "{what}");
        }
    }
}
