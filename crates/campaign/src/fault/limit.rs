//! What is too much: files too large, and faults too many to be told one by one.

use std::mem::{Discriminant, discriminant};

use super::{Fault, FaultKind};

/// So many faults of a kind are told; nobody reads more before mending those.
pub(crate) const MOST_OF_A_KIND: usize = 100;

/// What is too much, or no file of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LimitFault {
    /// A file larger than any campaign's.
    TooLarge {
        /// In bytes.
        most: usize,
        /// In bytes.
        found: usize,
    },
    /// A symbolic link: what it leads to may be anything, and may change.
    Link,
    /// So many more faults of a kind as were told before.
    More {
        /// The kind.
        of: Discriminant<FaultKind>,
        /// How many.
        count: usize,
    },
}

/// Counts faults by their kind.
#[derive(Debug, Default)]
pub(crate) struct Tally(Vec<(Discriminant<FaultKind>, usize)>);

impl Tally {
    /// Counts one more of a kind, and says whether it is among those that are told.
    pub fn is_told(&mut self, kind: Discriminant<FaultKind>) -> bool {
        self.add(kind, 1) < MOST_OF_A_KIND
    }

    /// Adds so many of a kind; gives how many there were before.
    fn add(&mut self, kind: Discriminant<FaultKind>, count: usize) -> usize {
        match self.0.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, counted)) => {
                *counted += count;
                *counted - count
            }
            None => {
                self.0.push((kind, count));
                0
            }
        }
    }

    /// How many more there are of each kind than are told.
    pub fn rest(&self) -> impl Iterator<Item = FaultKind> {
        let more = self.0.iter().filter(|(_, count)| *count > MOST_OF_A_KIND);
        more.map(|(of, count)| FaultKind::Limit(LimitFault::More { of: *of, count: count - MOST_OF_A_KIND }))
    }
}

/// The first hundred faults of each kind, and how many more there are, at the end.
pub fn limited(faults: Vec<Fault>) -> Vec<Fault> {
    let mut tally = Tally::default();
    let mut file = String::new();
    let (mut told, mut more) = (Vec::new(), Vec::new());
    for fault in faults {
        match fault.kind {
            // Counted when those are that are told one by one.
            FaultKind::Limit(LimitFault::More { of, count }) => more.push((of, count)),
            _ if tally.is_told(discriminant(&fault.kind)) => {
                file.clone_from(&fault.file);
                told.push(fault);
            }
            _ => {}
        }
    }
    for (of, count) in more {
        tally.add(of, count);
    }
    told.extend(tally.rest().map(|kind| Fault::of_file(&file, kind)));
    told
}

/// How many faults a list tells of, those included of which it tells only the number.
pub fn count(faults: &[Fault]) -> usize {
    let each = faults.iter().map(|fault| match fault.kind {
        FaultKind::Limit(LimitFault::More { count, .. }) => count,
        _ => 1,
    });
    each.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_of_each_kind_are_told_and_the_rest_is_counted() {
        let fault = |kind: FaultKind| Fault::of_file("en.json", kind);
        let mut faults = vec![fault(FaultKind::FieldMissing); 250];
        faults.extend(vec![fault(FaultKind::TextEmpty); 100]);
        let told = limited(faults.clone());
        assert_eq!((told.len(), count(&told)), (201, 350));
        // Limited again with others, as for several campaigns.
        let mut told = limited([told, faults].concat());
        assert_eq!((told.len(), count(&told)), (202, 700));
        told.reverse();
        assert_eq!((limited(told.clone()).len(), count(&told)), (202, 700), "in any order");
    }
}
