//! How high a campaign's page is in a frame, as `cargo xtask dist` measured it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use places::language::Language;

/// The file that the build writes into a campaign's folder.
pub const FILE: &str = "heights.json";

/// The least and the greatest height that the loader gives a frame.
pub(crate) const BOUNDS: std::ops::RangeInclusive<u32> = 120..=12_000;

/// `heights.json`. Both numbers are CSS pixels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Heights {
    /// The width of the column in which the frame stood.
    pub column: u32,
    /// How high the frame must be to show the page before any action, per language.
    pub heights: BTreeMap<Language, u32>,
}

impl Default for Heights {
    /// What counts where nothing was measured.
    fn default() -> Heights {
        Heights { column: 640, heights: BTreeMap::new() }
    }
}

impl Heights {
    /// What a snippet says where nothing was measured: too high rather than too low, so that nothing is cut off.
    pub(crate) const UNMEASURED: u32 = 860;

    /// The height of the page in a language.
    pub fn of(&self, language: Language) -> u32 {
        self.heights.get(&language).copied().unwrap_or(Heights::UNMEASURED)
    }
}
