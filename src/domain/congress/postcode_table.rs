//! Which divisions each ZIP code may lie in, for all 100,000 ZIP codes.

use std::collections::{BTreeMap, VecDeque};

use super::bytes::{Reader, Writer};
use super::{Division, State, TableFault, Zip};

/// Neighbouring ZIP codes mostly lie in the same divisions, so the table is a list of runs.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PostcodeTable {
    /// First ZIP code of each run with the place of its candidates in `sets`; ascending, starts at 0.
    runs: Vec<(u32, u16)>,
    /// Each sorted, all different; the first is empty: no such ZIP code.
    sets: Vec<Vec<Division>>,
}

impl PostcodeTable {
    /// Empty where the table has no such ZIP code.
    pub(super) fn find(&self, zip: Zip) -> &[Division] {
        let after = self.runs.partition_point(|(first, _)| *first <= zip.number());
        let run = after.checked_sub(1).and_then(|at| self.runs.get(at));
        run.and_then(|(_, set)| self.sets.get(usize::from(*set))).map_or(&[], Vec::as_slice)
    }

    pub(super) fn sets(&self) -> impl Iterator<Item = &[Division]> {
        self.sets.iter().skip(1).map(Vec::as_slice)
    }

    /// Sorts and deduplicates the candidates; a ZIP code with none is left out.
    pub(super) fn new(zips: &BTreeMap<Zip, Vec<Division>>) -> PostcodeTable {
        let mut sets: Vec<Vec<Division>> = vec![Vec::new()];
        let mut places = BTreeMap::from([(Vec::new(), 0u16)]);
        let mut runs = vec![(0, 0u16)];
        let mut next = 0;
        let mut push = |first: u32, set: u16| match runs.last_mut() {
            Some((last, of)) if *last == first => *of = set,
            Some((_, of)) if *of == set => {}
            _ => runs.push((first, set)),
        };
        for (zip, divisions) in zips {
            let mut set = divisions.clone();
            set.sort_unstable();
            set.dedup();
            let place = *places.entry(set).or_insert_with_key(|set| {
                sets.push(set.clone());
                (sets.len() - 1) as u16
            });
            if zip.number() > next {
                push(next, 0);
            }
            push(zip.number(), place);
            next = zip.number() + 1;
        }
        push(next, 0);
        PostcodeTable { runs, sets }
    }

    pub(super) fn write(&self, writer: &mut Writer) {
        let mut lengths = Writer::default();
        let mut places = Writer::default();
        let mut definitions = Writer::default();
        let mut recent: VecDeque<u16> = VecDeque::new();
        for (run, next) in self.runs.iter().zip(self.runs.iter().skip(1).map(|run| run.0).chain([100_000])) {
            lengths.number(next - run.0);
            if let Some(at) = recent.iter().position(|set| *set == run.1) {
                places.number(at as u32 + 1);
                recent.remove(at);
            } else {
                places.number(0);
                let set = self.sets.get(usize::from(run.1)).map_or(&[][..], Vec::as_slice);
                definitions.number(set.len() as u32);
                for division in set {
                    definitions.byte(division.state.index() as u8);
                    definitions.byte(division.district);
                }
            }
            recent.push_front(run.1);
        }
        writer.column(&lengths.bytes);
        writer.column(&places.bytes);
        writer.column(&definitions.bytes);
    }

    pub(super) fn read(reader: &mut Reader<'_>) -> Result<PostcodeTable, TableFault> {
        let mut lengths = reader.column()?;
        let mut places = reader.column()?;
        let mut definitions = reader.column()?;
        let mut table = PostcodeTable { runs: Vec::new(), sets: vec![Vec::new()] };
        let mut recent: VecDeque<u16> = VecDeque::new();
        let mut first = 0;
        while !lengths.is_empty() {
            let length = lengths.number()?;
            let place = places.number()? as usize;
            let set = match place.checked_sub(1) {
                Some(at) => recent.remove(at).ok_or(TableFault::Content)?,
                None => {
                    let mut set = Vec::new();
                    for _ in 0..definitions.number()? {
                        let state = State::ALL.get(usize::from(definitions.byte()?)).ok_or(TableFault::Content)?;
                        set.push(Division { state: *state, district: definitions.byte()? });
                    }
                    if set.is_empty() {
                        0
                    } else {
                        table.sets.push(set);
                        u16::try_from(table.sets.len() - 1).map_err(|_| TableFault::Content)?
                    }
                }
            };
            recent.push_front(set);
            table.runs.push((first, set));
            first += length;
        }
        if first == 100_000 { Ok(table) } else { Err(TableFault::Content) }
    }
}
