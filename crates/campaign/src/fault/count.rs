//! What can be wrong with the numbers of signers.

/// Numbers of signers that do not agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CountFault {
    /// More names than the stated total allows.
    MoreListed {
        /// How many are listed.
        listed: u64,
        /// How many the source states.
        stated: u64,
        /// How many are counted besides them.
        besides: u64,
    },
    /// More people than the stated number of them.
    MorePeople {
        /// How many are listed.
        listed: u64,
        /// How many the source states.
        stated: u64,
    },
    /// More organisations beside the total than are listed.
    BesidesNotListed {
        /// How many are counted besides it.
        besides: u64,
        /// How many are listed.
        listed: u64,
    },
    /// A number of signers that is not the one of the facts.
    Told {
        /// What is there.
        found: u64,
        /// How many the source states.
        stated: u64,
        /// How many are counted besides them.
        besides: u64,
    },
}
