//! Names of states and countries in one language.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::congress::State;

/// `assets/languages/places.<tag>.json`. Country names are CLDR's, in its short style.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Places {
    /// Names of the states, the District and the territories by postal code.
    pub states: BTreeMap<String, String>,
    /// Names of countries and regions by ISO 3166-1 alpha-2 code, and of the European Union by `EU`, which that standard reserves.
    pub regions: BTreeMap<String, String>,
}

impl Places {
    /// A state's name; its code if the language has none.
    pub fn state(&self, state: State) -> &str {
        self.states.get(state.code()).map_or(state.code(), String::as_str)
    }

    /// A country's name; its code if the language has none.
    pub fn region<'p>(&'p self, code: &'p str) -> &'p str {
        self.regions.get(code).map_or(code, String::as_str)
    }

    /// Every state in the order in which the page offers them: by English name in every language, as ballots and forms do.
    pub fn states_in_order(&self) -> Vec<(State, &str)> {
        let mut states = State::ALL;
        states.sort_by_key(|state| state.english_name());
        states.map(|state| (state, self.state(state))).into()
    }
}
